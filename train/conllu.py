"""Reads CoNLL-U treebanks into plain tuples, with the normalisation that the runtime applies too."""
import hashlib
import re
from dataclasses import dataclass, field

URL = re.compile(r"^(https?://|www\.)\S+$|^\S+@\S+\.\w+$", re.I)
# The runtime's `normaliseForm` (src/language/syntax/vocabulary.ts) does the same; keep them alike.
FOLD = str.maketrans({"‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"',
                      "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "…": ".", "\u00a0": " "})


def normalise(form: str) -> str:
    if URL.match(form):
        return "<url>"
    return form.translate(FOLD)


def lowered(form: str) -> str:
    return re.sub(r"[0-9]", "0", form.lower())


@dataclass
class Sentence:
    forms: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    labels: list = field(default_factory=list)
    doc: str = ""


def read(path: str):
    """Sentences of a treebank file, in order; empty nodes and multiword ranges are left out."""
    doc, sent = "", None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            doc = line.split("=", 1)[-1].strip()
        elif line.startswith("#"):
            continue
        elif not line:
            if sent:
                yield sent
            sent = None
        else:
            c = line.split("\t")
            if "-" in c[0] or "." in c[0]:
                continue
            sent = sent or Sentence(doc=doc)
            sent.forms.append(normalise(c[1]))
            sent.upos.append(c[3])
            sent.xpos.append(c[4])
            sent.heads.append(int(c[6]))
            sent.labels.append(c[7])
    if sent:
        yield sent


def is_held_out(doc: str) -> bool:
    """A fixed tenth of the documents, by a hash of the name: chosen once, never trained on."""
    return hashlib.sha1(doc.encode()).digest()[0] % 10 == 0
