#!/usr/bin/env python3
"""Trains the tagger and parser of models/en from Universal Dependencies treebanks.

usage: train_parser.py TREEBANKS OUT [--seed N] [--epochs N] [--limit N]

TREEBANKS holds ewt-train.conllu, ewt-dev.conllu and gum-train.conllu (names as in UD, shortened). The best epoch is chosen
on EWT dev and on a held-out tenth of the GUM training documents; no test file is read. OUT gets checkpoint.pt after each
better epoch; export_parser.py turns it into the files of models/en. One core does an epoch in one to two minutes.
"""
import argparse
import collections
import os
import random
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import torch
import torch.nn.functional as F

from conllu import is_held_out, lowered, normalise, read
from parser_model import MAX_CHARS, ParserModel, Vocabulary, clip_chars


def build_vocabulary(sentences):
    words, suffixes, chars, tags, labels = (collections.Counter() for _ in range(5))
    for s in sentences:
        for form, u, x, l in zip(s.forms, s.upos, s.xpos, s.labels):
            words[lowered(form)] += 1
            suffixes[lowered(form)[-3:]] += 1
            chars.update(clip_chars(form))
            tags[u + "|" + x] += 1
            labels[l] += 1
    keep = lambda c, least: sorted(w for w, n in c.items() if n >= least)
    return Vocabulary(keep(words, 2), keep(suffixes, 3), keep(chars, 3), keep(tags, 1), keep(labels, 1)), words


def encode_form(vocab, form):
    low = lowered(form)
    chars = [2] + [vocab.char_at.get(c, 1) for c in clip_chars(form)] + [3]
    return vocab.word_at.get(low, 1), vocab.suffix_at.get(low[-3:], 1), chars


def make_batch(vocab, sentences, word_counts=None, rng=None):
    """Tensors of a batch; with `word_counts` and `rng`, words are dropped at random as in training."""
    b, n = len(sentences), max(len(s.forms) for s in sentences)
    words, suffixes, types = (torch.zeros(b, n, dtype=torch.long) for _ in range(3))
    heads = torch.zeros(b, n, dtype=torch.long)
    labels, tags = (torch.full((b, n), -1, dtype=torch.long) for _ in range(2))
    type_at, rows = {}, []
    for i, s in enumerate(sentences):
        for j, form in enumerate(s.forms):
            w, suf, chars = encode_form(vocab, form)
            if rng:
                c = word_counts[lowered(form)]
                if rng.random() < 0.25 / (0.25 + c) + 0.05:
                    w = 1
                if rng.random() < 0.05:
                    suf = 1
            if form not in type_at:
                type_at[form] = len(rows)
                rows.append(chars)
            words[i, j], suffixes[i, j], types[i, j] = w, suf, type_at[form]
            heads[i, j] = s.heads[j]
            labels[i, j] = vocab.label_at.get(s.labels[j], -1)
            tags[i, j] = vocab.tag_at.get(s.upos[j] + "|" + s.xpos[j], -1)
    width = max(len(r) for r in rows)
    chars = torch.tensor([r + [0] * (width - len(r)) for r in rows])
    lengths = torch.tensor([len(s.forms) for s in sentences])
    return dict(words=words, suffixes=suffixes, types=types, chars=chars, lengths=lengths, heads=heads, labels=labels, tags=tags)


def batches(sentences, tokens, rng=None):
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i].forms), i) if not rng else len(sentences[i].forms) + rng.random() * 4)
    out, cur, width = [], [], 0
    for i in order:
        width = max(width, len(sentences[i].forms))
        if cur and width * (len(cur) + 1) > tokens:
            out.append(cur)
            cur, width = [], len(sentences[i].forms)
        cur.append(sentences[i])
    out.append(cur)
    if rng:
        rng.shuffle(out)
    return out


def augment(sentence, rng):
    """News has headlines: now and then a sentence is set in title case or capitals, or loses its full stop."""
    r = rng.random()
    if r > 0.06:
        return sentence
    forms = list(sentence.forms)
    if r < 0.03:
        forms = [f[:1].upper() + f[1:] if len(f) > 3 else f for f in forms]
    elif r < 0.04:
        forms = [f.upper() for f in forms]
    copy = type(sentence)(forms, sentence.upos, sentence.xpos, sentence.heads, sentence.labels, sentence.doc)
    if forms[-1] == "." and len(forms) > 3 and len(sentence.heads) not in sentence.heads:
        for name in ("forms", "upos", "xpos", "heads", "labels"):
            setattr(copy, name, list(getattr(copy, name))[:-1])
    return copy


def evaluate(model, vocab, sentences):
    """(UPOS, UAS, LAS) in per cent; heads by highest score, without the tree constraint of the runtime."""
    model.eval()
    n = u = a = l = 0
    upos = [t.split("|")[0] for t in vocab.tags]
    with torch.no_grad():
        for group in batches(sentences, 3000):
            batch = make_batch(vocab, group)
            arcs, ldep, lhead, tag = model(batch)
            heads = arcs.argmax(2)
            labels = model.labels(ldep, lhead, heads).argmax(2)
            tags = tag.argmax(2)
            for i, s in enumerate(group):
                for j in range(len(s.forms)):
                    n += 1
                    u += upos[tags[i, j]] == s.upos[j]
                    right = int(heads[i, j]) == s.heads[j]
                    a += right
                    l += right and vocab.labels[labels[i, j]] == s.labels[j]
    model.train()
    return 100 * u / n, 100 * a / n, 100 * l / n


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("treebanks")
    p.add_argument("out")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--epochs", type=int, default=36)
    p.add_argument("--limit", type=int, default=0, help="train on the first N sentences only, to try the script")
    args = p.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    at = lambda name: list(read(os.path.join(args.treebanks, name)))
    gum = at("gum-train.conllu")
    train = at("ewt-train.conllu") + [s for s in gum if not is_held_out(s.doc)]
    dev = {"ewt-dev": at("ewt-dev.conllu"), "gum-held-out": [s for s in gum if is_held_out(s.doc)]}
    if args.limit:
        train = train[:args.limit]
    train = [s for s in train if len(s.forms) <= 150]
    vocab, counts = build_vocabulary(train)
    model = ParserModel(vocab)
    print(f"{len(train)} sentences, {len(vocab.words)} words, {len(vocab.suffixes)} suffixes, {len(vocab.chars)} characters, "
          f"{len(vocab.tags)} tags, {len(vocab.labels)} labels, {sum(p.numel() for p in model.parameters())} parameters", flush=True)
    adam = torch.optim.Adam(model.parameters(), lr=2e-3, betas=(0.9, 0.9), eps=1e-8)
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    os.makedirs(args.out, exist_ok=True)
    step, best, started = 0, 0.0, time.time()
    per_epoch = len(batches(train, 1000))
    total = per_epoch * args.epochs
    for epoch in range(1, args.epochs + 1):
        loss_sum = 0.0
        for group in batches([augment(s, rng) for s in train], 1000, rng):
            step += 1
            for g in adam.param_groups:
                g["lr"] = 2e-3 * min(1.0, step / 100) * max(0.0, 1 - step / total) ** 0.8 + 1e-5
            batch = make_batch(vocab, group, counts, rng)
            arcs, ldep, lhead, tag = model(batch)
            gold = batch["heads"].masked_fill(batch["labels"] < 0, 0)
            inside = torch.arange(gold.size(1)).unsqueeze(0) < batch["lengths"].unsqueeze(1)
            loss = F.cross_entropy(arcs[inside], gold[inside])
            loss = loss + F.cross_entropy(model.labels(ldep, lhead, gold)[inside], batch["labels"][inside], ignore_index=-1)
            loss = loss + 0.7 * F.cross_entropy(tag[inside], batch["tags"][inside], ignore_index=-1)
            adam.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            adam.step()
            loss_sum += float(loss)
            decay = min(0.998, step / (step + 20))
            with torch.no_grad():
                for k, v in model.state_dict().items():
                    average[k].mul_(decay).add_(v, alpha=1 - decay)
            if step % 200 == 0:
                print(f"epoch {epoch} step {step}/{total} {time.time() - started:.0f} s", file=sys.stderr, flush=True)
        kept = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average)
        scores = {name: evaluate(model, vocab, s) for name, s in dev.items()}
        mean = sum(s[2] for s in scores.values()) / len(scores)
        line = "  ".join(f"{k} UPOS {s[0]:.2f} UAS {s[1]:.2f} LAS {s[2]:.2f}" for k, s in scores.items())
        print(f"epoch {epoch:2d} loss {loss_sum / per_epoch:.3f} {time.time() - started:6.0f} s  {line}", flush=True)
        if mean > best:
            best = mean
            torch.save(dict(state=model.state_dict(), size=model.size, vocab=vars(vocab), seed=args.seed, epoch=epoch, scores=scores),
                       os.path.join(args.out, "checkpoint.pt"))
        model.load_state_dict(kept)


if __name__ == "__main__":
    main()
