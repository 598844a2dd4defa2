#!/usr/bin/env python3
"""Turns a checkpoint of train_parser.py into the two files that the runtime reads.

usage: export_parser.py CHECKPOINT OUT

OUT/parser.bin holds the tensors: matrices as signed bytes, one row an output, each row with a 32-bit float scale (value =
byte * scale), those of the network's layers in the order of the runtime's kernels and with a bias; vectors as 32-bit floats;
everything little-endian and aligned to 4 bytes. OUT/parser.json holds sizes,
vocabularies, the table of tensors, and where the weights come from. The runtime is src/language/syntax.
"""
import argparse
import hashlib
import json
import os

import numpy as np
import torch

FORMAT = 2
# As in src/language/syntax/kernel.ts: labels are padded to a multiple of this.
LABEL_STEP = 28


def quantise(values):
    """Bytes and a scale for each row."""
    values = values.astype(np.float64)
    scale = np.abs(values).max(axis=1) / 127
    scale[scale == 0] = 1
    scale = scale.astype(np.float32)
    return np.clip(np.rint(values / scale[:, None].astype(np.float64)), -127, 127).astype(np.int8), scale


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
        data, scale = quantise(values)
        self.table[name] = dict(kind="int8", rows=values.shape[0], columns=values.shape[1],
                                offset=self.append(data), scales=self.append(scale))

    def packed(self, name, values, bias=None):
        """A matrix as the kernels read it: rows in blocks of 16, columns in pairs, both padded with zeros."""
        data, scale = quantise(values)
        rows, columns = -(-values.shape[0] // 16) * 16, -(-values.shape[1] // 8) * 8
        wide = np.zeros((rows, columns), np.int8)
        wide[:data.shape[0], :data.shape[1]] = data
        # [block, group, row, pair, column] -> [block, pair, group, row, column]
        order = wide.reshape(rows // 16, 4, 4, columns // 2, 2).transpose(0, 3, 1, 2, 4)
        pad = lambda v: np.pad(v.astype("<f4"), (0, rows - v.size))
        self.table[name] = dict(kind="packed", rows=rows, columns=columns, offset=self.append(order), scales=self.append(pad(scale)),
                                bias=self.append(pad(np.zeros(0) if bias is None else bias)))

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
        recurrent, bias = t[name + ".recurrent"], t[name + ".bias"]
        hidden = recurrent.shape[1]
        gates = gate_order(hidden)
        both = np.concatenate([gates, gates + 4 * hidden])
        writer.packed(name + ".input", t[name + ".input"].T[both], bias[both])
        writer.packed(name + ".forward", recurrent[0].T[gates])
        writer.packed(name + ".backward", recurrent[1].T[gates])
    heads = ("arc_dep", "arc_head", "label_dep", "label_head", "tag")
    writer.packed("heads", np.concatenate([t[h + ".weight"] for h in heads]), np.concatenate([t[h + ".bias"] for h in heads]))
    writer.packed("arc", t["arc_u"].T, t["arc_bias"])
    writer.vector("arc.root", t["arc_root"])
    # Rows: element of the head's vector (the last is the constant 1), label; columns: element of the dependent's vector.
    u = t["label_u"].transpose(2, 0, 1)
    u = np.pad(u, ((0, 0), (0, -u.shape[1] % LABEL_STEP), (0, 0)))
    writer.packed("label", u[:, :, :-1].reshape(-1, u.shape[2] - 1), u[:, :, -1].ravel())
    writer.vector("label.root", t["label_root"])


def gate_order(hidden):
    """Rows in the kernels' order: four units at a time, of each the input, forget, output and cell gate."""
    units = np.arange(hidden).reshape(-1, 1, 4)
    return (units + hidden * np.arange(4).reshape(1, 4, 1)).ravel()


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
