#!/usr/bin/env python3
"""Turns a checkpoint of train_parser.py into the two files that the runtime reads.

usage: export_parser.py CHECKPOINT OUT

OUT/parser.bin holds the tensors: matrices as signed bytes, one row an output, each row with a 32-bit float scale (value =
byte * scale); vectors as 32-bit floats; everything little-endian and aligned to 4 bytes. OUT/parser.json holds sizes,
vocabularies, the table of tensors, and where the weights come from. The runtime is src/language/syntax.
"""
import argparse
import hashlib
import json
import os

import numpy as np
import torch

FORMAT = 1


class Writer:
    """Appends tensors to one block of bytes and remembers where they are."""

    def __init__(self):
        self.parts, self.size, self.table = [], 0, {}

    def append(self, array):
        raw = np.ascontiguousarray(array).tobytes()
        at = self.size
        raw += b"\0" * (-len(raw) % 4)
        self.parts.append(raw)
        self.size += len(raw)
        return at

    def matrix(self, name, values):
        values = values.astype(np.float64)
        scale = np.abs(values).max(axis=1) / 127
        scale[scale == 0] = 1
        scale = scale.astype(np.float32)
        data = np.clip(np.rint(values / scale[:, None].astype(np.float64)), -127, 127).astype(np.int8)
        self.table[name] = dict(kind="int8", rows=values.shape[0], columns=values.shape[1],
                                offset=self.append(data), scales=self.append(scale))

    def vector(self, name, values):
        self.table[name] = dict(kind="float32", length=int(values.size), offset=self.append(values.astype("<f4").ravel()))


def write_tensors(state, writer):
    t = {k: v.numpy() for k, v in state.items()}
    for name in ("word", "suffix", "char"):
        writer.matrix(name, t[name + ".weight"])
    filters, char, taps = t["conv.weight"].shape
    # One row a tap and filter, taps first.
    writer.matrix("conv", t["conv.weight"].transpose(2, 0, 1).reshape(taps * filters, char))
    writer.vector("conv.bias", t["conv.bias"])
    for name in ("lstm1", "lstm2"):
        # Rows: direction, gate (input, forget, output, cell), unit.
        writer.matrix(name + ".input", t[name + ".input"].T)
        writer.matrix(name + ".recurrent", t[name + ".recurrent"].transpose(0, 2, 1).reshape(-1, t[name + ".recurrent"].shape[1]))
        writer.vector(name + ".bias", t[name + ".bias"])
    heads = ("arc_dep", "arc_head", "label_dep", "label_head", "tag")
    writer.matrix("heads", np.concatenate([t[h + ".weight"] for h in heads]))
    writer.vector("heads.bias", np.concatenate([t[h + ".bias"] for h in heads]))
    writer.matrix("arc", t["arc_u"].T)
    writer.vector("arc.bias", t["arc_bias"])
    writer.vector("arc.root", t["arc_root"])
    # Rows: element of the head's vector (the last is the constant 1), label; columns: element of the dependent's vector.
    u = t["label_u"].transpose(2, 0, 1)
    writer.matrix("label", u[:, :, :-1].reshape(-1, u.shape[2] - 1))
    writer.vector("label.bias", u[:, :, -1])
    writer.vector("label.root", t["label_root"])


def temporal_nouns():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "language", "temporal-nouns.csv")
    with open(path, encoding="utf-8") as f:
        return [line.strip() for line in f if line.strip() and not line.startswith("#")][1:]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("checkpoint")
    p.add_argument("out")
    args = p.parse_args()
    checkpoint = torch.load(args.checkpoint, map_location="cpu")
    writer = Writer()
    write_tensors(checkpoint["state"], writer)
    data = b"".join(writer.parts)
    vocab = {k: checkpoint["vocab"][k] for k in ("words", "suffixes", "chars", "tags", "labels")}
    head = dict(format=FORMAT, language="en", sizes=checkpoint["size"], temporalNouns=temporal_nouns())
    body = json.dumps([head, vocab, writer.table], sort_keys=True, ensure_ascii=False).encode()
    scores = {k: dict(zip(("upos", "uas", "las"), (round(float(x), 2) for x in v))) for k, v in checkpoint["scores"].items()}
    head.update(hash=hashlib.sha256(body + data).hexdigest()[:16], bytes=len(data), seed=checkpoint["seed"],
                epoch=checkpoint["epoch"], scores=scores, tensors=writer.table, vocabulary=vocab)
    os.makedirs(args.out, exist_ok=True)
    with open(os.path.join(args.out, "parser.bin"), "wb") as f:
        f.write(data)
    with open(os.path.join(args.out, "parser.json"), "w", encoding="utf-8") as f:
        json.dump(head, f, ensure_ascii=False, separators=(",", ":"))
        f.write("\n")
    print(f"epoch {checkpoint['epoch']} {scores} hash {head['hash']} {len(data)} bytes")


if __name__ == "__main__":
    main()
