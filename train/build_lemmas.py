#!/usr/bin/env python3
"""Makes models/en/lemmas.json: lemmas that the rules of src/language/lemmas do not give, and known verb bases.

usage: build_lemmas.py TREEBANKS OUT [--rules MODULE]

TREEBANKS holds ewt-train.conllu and gum-train.conllu. The rules are those of the built project (npm run build), asked
through node, so that no second copy of them has to be kept. Irregular verbs and plurals of data/language are added, for words
that the treebanks lack.
"""
import argparse
import collections
import csv
import json
import os
import re
import subprocess

from conllu import FOLD

HERE = os.path.dirname(os.path.abspath(__file__))
INFLECTED = {"VBD", "VBN", "VBG", "VBZ", "NNS", "NNPS", "JJR", "JJS", "RBR", "RBS"}
ASK = """
const { ruleLemma } = await import(process.argv[1]);
const { verbs, rows } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const known = new Set(verbs);
process.stdout.write(JSON.stringify(rows.map(([form, upos, xpos, initial]) => ruleLemma(form, upos, xpos, initial, known))));
"""


def words(path):
    """(form, lemma, UPOS, XPOS, begins its sentence, misspelt) of every word; pieces of cut words are left out."""
    initial = True
    for line in open(path, encoding="utf-8"):
        if not line.strip():
            initial = True
        elif not line.startswith("#"):
            c = line.rstrip("\n").split("\t")
            if "-" in c[0] or "." in c[0]:
                continue
            if c[2] != "_" and c[4] != "GW":
                yield c[1].translate(FOLD), c[2], c[3], c[4], initial, "Typo=Yes" in c[5]
            initial = False


def table(name):
    path = os.path.join(HERE, "..", "data", "language", name)
    with open(path, encoding="utf-8") as f:
        return list(csv.DictReader(line for line in f if not line.startswith("#")))


def irregular():
    """(UPOS, XPOS, form) -> lemma from the project's own lists."""
    for row in table("irregular-verbs.csv"):
        for xpos, column in (("VBD", "past"), ("VBN", "participle")):
            for form in row[column].split("/"):
                yield ("VERB", xpos, form), row["base"]
    for row in table("irregular-plurals.csv"):
        yield ("NOUN", "NNS", row["plural"]), row["singular"]


def least(tag):
    return 1 if tag[1] in INFLECTED else 3 if tag[0] in ("PROPN", "X") else 2


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("treebanks")
    p.add_argument("out")
    p.add_argument("--rules", default=os.path.join(HERE, "..", "dist", "src", "language", "lemmas", "lemmatiser.js"))
    args = p.parse_args()
    counts = collections.defaultdict(collections.Counter)
    shown = {}
    typos = collections.Counter()
    verbs = collections.Counter()
    for name in ("ewt-train.conllu", "gum-train.conllu"):
        for form, lemma, upos, xpos, initial, misspelt in words(os.path.join(args.treebanks, name)):
            key = (upos, xpos, form.lower())
            counts[key][lemma] += 1
            typos[key] += misspelt
            shown.setdefault(key, collections.Counter())[(form, initial)] += 1
            if upos == "VERB" and re.fullmatch(r"[a-z]+", lemma):
                verbs[lemma] += 1
    for row in table("irregular-verbs.csv"):
        verbs[row["base"]] += 1
    own = {key: lemma for key, lemma in irregular()}
    bases = sorted(verbs)
    rows, gold = [], []
    for key, lemmas in sorted(counts.items()):
        lemma, n = lemmas.most_common(1)[0]
        if key in own and n < 5:
            lemma, n = own[key], sum(lemmas.values()) + 1  # The treebanks have slips in rare words.
            lemmas = {lemma: n}
        all_of_it = sum(lemmas.values())
        # A misspelling that came once or twice is no knowledge.
        if n < least(key) or n * 2 <= all_of_it or (typos[key] * 2 > all_of_it and n < 3):
            continue
        (form, initial), _ = shown[key].most_common(1)[0]
        rows.append([form, key[0], key[1], initial])
        gold.append((key, lemma))
    for key, lemma in own.items():
        if key not in counts:
            rows.append([key[2], key[0], key[1], False])
            gold.append((key, lemma))
    asked = subprocess.run(["node", "--input-type=module", "-e", "import { createRequire } from 'node:module';\n"
                            "const require = createRequire(import.meta.url);\n" + ASK, os.path.abspath(args.rules)],
                           input=json.dumps(dict(verbs=bases, rows=rows)), capture_output=True, text=True, check=True)
    exceptions = collections.defaultdict(dict)
    for (key, lemma), rule in zip(gold, json.loads(asked.stdout)):
        if lemma != rule:
            exceptions[key[0] + "|" + key[1]][key[2]] = lemma
    with open(os.path.join(args.out, "lemmas.json"), "w", encoding="utf-8") as f:
        json.dump(dict(exceptions={k: exceptions[k] for k in sorted(exceptions)}, verbs=" ".join(bases)), f,
                  ensure_ascii=False, separators=(",", ":"))
        f.write("\n")
    print(f"{sum(len(v) for v in exceptions.values())} exceptions of {len(gold)} words, {len(bases)} verb bases")


if __name__ == "__main__":
    main()
