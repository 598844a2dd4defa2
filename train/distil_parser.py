#!/usr/bin/env python3
"""Trains the final parser from the mean of several: on the treebanks, and on raw news that only the teachers have labelled.

usage: distil_parser.py TREEBANKS OUT --teachers A.pt B.pt … [--raw TOKENS.txt …] [--epochs N] [--seed N]

Teachers are checkpoints of train_parser.py (same vocabulary, other seeds). TOKENS.txt holds one sentence a line, tokens apart
by spaces, cut by the project's own tokenizer (train/tokenize_corpus.mjs). The student starts as the first teacher. On treebank sentences the loss is half
gold, half the teachers' mean; on raw ones the teachers' alone. The best epoch is chosen as in train_parser.py.
"""
import argparse
import os
import random
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import torch
import torch.nn.functional as F

from conllu import Sentence, is_held_out, normalise, read
from parser_model import ParserModel, Vocabulary
from train_parser import batches, build_vocabulary, evaluate, make_batch


def load_teacher(path):
    saved = torch.load(path)
    v = saved["vocab"]
    vocab = Vocabulary(v["words"], v["suffixes"], v["chars"], v["tags"], v["labels"])
    model = ParserModel(vocab, **saved["size"])
    model.load_state_dict(saved["state"])
    model.eval()
    return vocab, model


def read_raw(path):
    for line in open(path, encoding="utf-8"):
        forms = [normalise(t) for t in line.split()]
        if 3 <= len(forms) <= 60:
            n = len(forms)
            yield Sentence(forms, ["X"] * n, ["X"] * n, [0] * n, ["?"] * n, "raw")


def teach(teachers, vocab, sentences):
    """Adds to each sentence the teachers' mean probabilities of heads, tags and labels (at the gold or the best head)."""
    with torch.no_grad():
        for done, group in enumerate(batches(sentences, 3000)):
            batch = make_batch(vocab, group)
            outs = [t(batch) for t in teachers]
            arcs = torch.stack([o[0].softmax(2) for o in outs]).mean(0)
            tags = torch.stack([o[3].softmax(2) for o in outs]).mean(0)
            heads = arcs.argmax(2)
            for i, s in enumerate(group):
                if s.doc != "raw":
                    heads[i, :len(s.forms)] = torch.tensor(s.heads)
            labels = torch.stack([t.labels(o[1], o[2], heads).softmax(2) for t, o in zip(teachers, outs)]).mean(0)
            for i, s in enumerate(group):
                n = len(s.forms)
                s.soft_arcs = arcs[i, :n, :n + 1].half()
                s.soft_tags = tags[i, :n].half()
                s.soft_labels = labels[i, :n].half()
                s.soft_heads = heads[i, :n].clone()
            if done % 50 == 0:
                print(f"teachers: batch {done}", file=sys.stderr, flush=True)


def soft_batch(group, n, tags, labels):
    b = len(group)
    arcs = torch.zeros(b, n, n + 1)
    tag, label = torch.zeros(b, n, tags), torch.zeros(b, n, labels)
    heads = torch.zeros(b, n, dtype=torch.long)
    raw = torch.zeros(b, n, dtype=torch.bool)
    for i, s in enumerate(group):
        k = len(s.forms)
        arcs[i, :k, :k + 1], tag[i, :k], label[i, :k], heads[i, :k] = s.soft_arcs, s.soft_tags, s.soft_labels, s.soft_heads
        raw[i, :k] = s.doc == "raw"
    return arcs, tag, label, heads, raw


def soft_loss(scores, target):
    return -(target * scores.log_softmax(-1)).sum(-1)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("treebanks")
    p.add_argument("out")
    p.add_argument("--teachers", nargs="+", required=True)
    p.add_argument("--raw", nargs="*", default=[])
    p.add_argument("--epochs", type=int, default=10)
    p.add_argument("--rate", type=float, default=1.2e-3)
    p.add_argument("--seed", type=int, default=1)
    args = p.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    at = lambda name: list(read(os.path.join(args.treebanks, name)))
    gum = at("gum-train.conllu")
    train = [s for s in at("ewt-train.conllu") + [s for s in gum if not is_held_out(s.doc)] if len(s.forms) <= 150]
    dev = {"ewt-dev": at("ewt-dev.conllu"), "gum-held-out": [s for s in gum if is_held_out(s.doc)]}
    _, counts = build_vocabulary(train)
    raw = [s for path in args.raw for s in read_raw(path)]
    loaded = [load_teacher(t) for t in args.teachers]
    vocab, teachers = loaded[0][0], [m for _, m in loaded]
    assert all(v.words == vocab.words and v.labels == vocab.labels for v, _ in loaded), "teachers differ in vocabulary"
    print(f"{len(train)} treebank and {len(raw)} raw sentences, {len(teachers)} teachers", flush=True)
    teach(teachers, vocab, train + raw)
    model = ParserModel(vocab, **teachers[0].size)
    model.load_state_dict(teachers[0].state_dict())
    adam = torch.optim.Adam(model.parameters(), lr=args.rate, betas=(0.9, 0.9), eps=1e-8)
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    os.makedirs(args.out, exist_ok=True)
    total, step, best, started = len(batches(train + raw, 1000)) * args.epochs, 0, 0.0, time.time()
    for epoch in range(1, args.epochs + 1):
        for group in batches(train + raw, 1000, rng):
            step += 1
            for g in adam.param_groups:
                g["lr"] = args.rate * min(1.0, step / 100) * max(0.0, 1 - step / total) ** 0.8 + 1e-5
            batch = make_batch(vocab, group, counts, rng)
            n = batch["words"].size(1)
            s_arcs, s_tags, s_labels, heads, is_raw = soft_batch(group, n, len(vocab.tags), len(vocab.labels))
            inside = torch.arange(n).unsqueeze(0) < batch["lengths"].unsqueeze(1)
            arcs, ldep, lhead, tag = model(batch)
            labels = model.labels(ldep, lhead, heads)
            soft = soft_loss(arcs, s_arcs) + soft_loss(labels, s_labels) + 0.7 * soft_loss(tag, s_tags)
            gold = inside & ~is_raw
            loss = (soft * torch.where(is_raw, 1.0, 0.5))[inside].mean()
            if gold.any():
                share = gold.sum() / inside.sum()
                hard = F.cross_entropy(arcs[gold], batch["heads"][gold]) + F.cross_entropy(labels[gold], batch["labels"][gold], ignore_index=-1)
                hard = hard + 0.7 * F.cross_entropy(tag[gold], batch["tags"][gold], ignore_index=-1)
                loss = loss + 0.5 * share * hard
            adam.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            adam.step()
            with torch.no_grad():
                for k, v in model.state_dict().items():
                    average[k].mul_(0.998).add_(v, alpha=0.002)
            if step % 200 == 0:
                print(f"epoch {epoch} step {step}/{total} {time.time() - started:.0f} s", file=sys.stderr, flush=True)
        kept = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average)
        scores = {name: evaluate(model, vocab, s) for name, s in dev.items()}
        line = "  ".join(f"{k} UPOS {s[0]:.2f} UAS {s[1]:.2f} LAS {s[2]:.2f}" for k, s in scores.items())
        print(f"epoch {epoch:2d} {time.time() - started:6.0f} s  {line}", flush=True)
        mean = sum(s[2] for s in scores.values()) / len(scores)
        if mean > best:
            best = mean
            torch.save(dict(state=model.state_dict(), size=model.size, vocab=vars(vocab), seed=args.seed, epoch=epoch, scores=scores),
                       os.path.join(args.out, "checkpoint.pt"))
        model.load_state_dict(kept)


if __name__ == "__main__":
    main()
