"""The BiLSTM-biaffine network: word, suffix and character features, two BiLSTM layers, arc, label and tag heads."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

MAX_CHARS = 16


def clip_chars(form: str) -> str:
    """Long words keep their first and last eight characters."""
    return form if len(form) <= MAX_CHARS else form[:8] + form[-8:]


class Vocabulary:
    """Index 0 is padding, 1 is unknown; for characters 2 and 3 are the word's borders."""

    def __init__(self, words, suffixes, chars, tags, labels):
        self.words, self.suffixes, self.chars, self.tags, self.labels = words, suffixes, chars, tags, labels
        self.word_at = {w: i + 2 for i, w in enumerate(words)}
        self.suffix_at = {w: i + 2 for i, w in enumerate(suffixes)}
        self.char_at = {w: i + 4 for i, w in enumerate(chars)}
        self.tag_at = {w: i for i, w in enumerate(tags)}
        self.label_at = {w: i for i, w in enumerate(labels)}


class LockedDropout(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        mask = x.new_empty(x.size(0), 1, x.size(2)).bernoulli_(1 - self.p) / (1 - self.p)
        return x * mask


class Recurrence(torch.autograd.Function):
    """The LSTM recurrence with a hand-written gradient: one product for all steps' weights, several times faster on a CPU
    than the stock module, which adds up a weight gradient a step. Gates stand in the order input, forget, output, cell."""

    @staticmethod
    def forward(ctx, z, w):
        """z [t, d, b, 4h]: input part of the gates; w [d, h, 4h]. Gives h [t, d, b, h]."""
        t, d, b, h4 = z.shape
        n = h4 // 4
        gates, cells, tanhs, outs = torch.empty_like(z), *(z.new_empty(t, d, b, n) for _ in range(3))
        h = c = z.new_zeros(d, b, n)
        for k in range(t):
            g = torch.baddbmm(z[k], h, w, out=gates[k])
            g[..., :3 * n].sigmoid_()
            g[..., 3 * n:].tanh_()
            c = torch.mul(g[..., n:2 * n], c, out=cells[k])
            c.addcmul_(g[..., :n], g[..., 3 * n:])
            torch.tanh(c, out=tanhs[k])
            h = torch.mul(g[..., 2 * n:3 * n], tanhs[k], out=outs[k])
        ctx.save_for_backward(w, gates, cells, tanhs, outs)
        return outs

    @staticmethod
    def backward(ctx, grad):
        w, gates, cells, tanhs, outs = ctx.saved_tensors
        t, d, b, n = outs.shape
        i, f, o, g = (gates[..., k * n:(k + 1) * n] for k in range(4))
        before = torch.cat([torch.zeros_like(cells[:1]), cells[:-1]])
        # Everything that does not depend on the running gradient is computed for all steps at once.
        from_h = o * (1 - tanhs * tanhs)
        factor = torch.cat([g * i * (1 - i), before * f * (1 - f), i * (1 - g * g)], 3)
        factor_o = tanhs * o * (1 - o)
        dz, wt = torch.empty_like(gates), w.transpose(1, 2)
        dh, dc = torch.zeros_like(outs[0]), torch.zeros_like(outs[0])
        for k in range(t - 1, -1, -1):
            dh = dh + grad[k]
            dc = torch.addcmul(dc, dh, from_h[k])
            torch.mul(factor[k][..., :n], dc, out=dz[k][..., :n])
            torch.mul(factor[k][..., n:2 * n], dc, out=dz[k][..., n:2 * n])
            torch.mul(factor_o[k], dh, out=dz[k][..., 2 * n:3 * n])
            torch.mul(factor[k][..., 2 * n:], dc, out=dz[k][..., 3 * n:])
            dh = torch.bmm(dz[k], wt)
            dc = dc * f[k]
        h_before = torch.cat([torch.zeros_like(outs[:1]), outs[:-1]])
        flat = lambda x: x.transpose(0, 1).reshape(d, t * b, -1)
        return dz, flat(h_before).transpose(1, 2) @ flat(dz)


class BiLstm(nn.Module):
    """A bidirectional LSTM layer; direction 0 reads forwards, 1 backwards."""

    def __init__(self, width, hidden):
        super().__init__()
        self.input = nn.Parameter(torch.empty(width, 2 * 4 * hidden))
        self.bias = nn.Parameter(torch.zeros(2 * 4 * hidden))
        self.recurrent = nn.Parameter(torch.empty(2, hidden, 4 * hidden))
        nn.init.uniform_(self.input, -math.sqrt(3 / width), math.sqrt(3 / width))
        for d in range(2):
            self.bias.data[d * 4 * hidden + hidden:d * 4 * hidden + 2 * hidden] = 1.0
            for k in range(4):
                nn.init.orthogonal_(self.recurrent.data[d, :, k * hidden:(k + 1) * hidden])

    def forward(self, x, reversal):
        """`reversal` [b, t] maps a position to its mirror inside the sentence's length."""
        b, t, _ = x.shape
        z = (x @ self.input + self.bias).view(b, t, 2, -1)
        flip = lambda y: y.gather(1, reversal.unsqueeze(2).expand(-1, -1, y.size(2)))
        z = torch.stack([z[:, :, 0], flip(z[:, :, 1])], 0).permute(2, 0, 1, 3).contiguous()
        h = Recurrence.apply(z, self.recurrent).permute(1, 2, 0, 3)
        return torch.cat([h[0], flip(h[1])], 2)


class ParserModel(nn.Module):
    def __init__(self, vocab, hidden=128, word=100, suffix=40, char=24, filters=64, arc=128, label=48):
        super().__init__()
        self.size = dict(hidden=hidden, word=word, suffix=suffix, char=char, filters=filters, arc=arc, label=label)
        self.word = nn.Embedding(len(vocab.words) + 2, word, padding_idx=0)
        self.suffix = nn.Embedding(len(vocab.suffixes) + 2, suffix, padding_idx=0)
        self.char = nn.Embedding(len(vocab.chars) + 4, char, padding_idx=0)
        self.conv = nn.Conv1d(char, filters, 3)
        width = word + suffix + filters
        self.lstm1 = BiLstm(width, hidden)
        self.lstm2 = BiLstm(2 * hidden, hidden)
        self.arc_dep = nn.Linear(2 * hidden, arc)
        self.arc_head = nn.Linear(2 * hidden, arc)
        self.arc_root = nn.Parameter(torch.zeros(arc))
        self.arc_u = nn.Parameter(torch.zeros(arc, arc))
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.label_dep = nn.Linear(2 * hidden, label)
        self.label_head = nn.Linear(2 * hidden, label)
        self.label_root = nn.Parameter(torch.zeros(label))
        self.label_u = nn.Parameter(torch.zeros(len(vocab.labels), label + 1, label + 1))
        self.tag = nn.Linear(2 * hidden, len(vocab.tags))
        self.drop_in, self.drop = LockedDropout(0.3), LockedDropout(0.33)
        nn.init.normal_(self.word.weight, std=0.1)
        nn.init.normal_(self.suffix.weight, std=0.1)
        nn.init.normal_(self.char.weight, std=0.3)
        for p in (self.arc_root, self.label_root):
            nn.init.normal_(p, std=0.1)
        nn.init.orthogonal_(self.arc_u)

    def encode(self, words, suffixes, chars, types, lengths):
        """`chars` holds one row a word type of the batch and `types` the row of each token."""
        c = self.conv(self.char(chars).transpose(1, 2))
        # Positions past the word's end border are masked, so that padding never wins the maximum.
        valid = (chars[:, 2:] != 0).unsqueeze(1)
        c = c.masked_fill(~valid, -1e4).max(2)[0]
        x = torch.cat([self.word(words), self.suffix(suffixes), c[types]], 2)
        x = self.drop_in(x)
        at = torch.arange(words.size(1)).unsqueeze(0)
        reversal = torch.where(at < lengths.unsqueeze(1), lengths.unsqueeze(1) - 1 - at, at)
        for lstm in (self.lstm1, self.lstm2):
            x = self.drop(lstm(x, reversal))
        return x

    def forward(self, batch):
        """Arc scores [b, n, n+1] (column 0 is the root), label dependents and heads, tag scores."""
        h = self.encode(batch["words"], batch["suffixes"], batch["chars"], batch["types"], batch["lengths"])
        act = lambda z: self.drop(F.leaky_relu(z, 0.1))
        b = h.size(0)
        dep, head = act(self.arc_dep(h)), act(self.arc_head(h))
        head = torch.cat([self.arc_root.expand(b, 1, -1), head], 1)
        arcs = (dep @ self.arc_u) @ head.transpose(1, 2) + (head @ self.arc_bias).unsqueeze(1)
        mask = torch.arange(head.size(1)).unsqueeze(0) <= batch["lengths"].unsqueeze(1)
        arcs = arcs.masked_fill(~mask.unsqueeze(1), -1e4)
        ldep, lhead = act(self.label_dep(h)), act(self.label_head(h))
        lhead = torch.cat([self.label_root.expand(b, 1, -1), lhead], 1)
        return arcs, ldep, lhead, self.tag(h)

    def labels(self, ldep, lhead, heads):
        """Label scores [b, n, L] for the given heads."""
        picked = lhead.gather(1, heads.unsqueeze(2).expand(-1, -1, lhead.size(2)))
        one = ldep.new_ones(*ldep.shape[:2], 1)
        d, g = torch.cat([ldep, one], 2), torch.cat([picked, one], 2)
        b, n, k = d.shape
        left = (d.reshape(b * n, k) @ self.label_u.permute(1, 0, 2).reshape(k, -1)).view(b * n, -1, k)
        return (left @ g.reshape(b * n, k, 1)).squeeze(2).view(b, n, -1)
