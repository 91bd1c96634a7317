"""The network that compares: MiniLM reads each sentence by itself, then its last layers read both at once.

Read apart, the start model already makes near meanings near means: it was trained to. Read together, each piece sees the
other sentence, and with it a number or a "not" that differs. Nothing in the layout says which of the two is first, so what
does not depend on the order is the same in both orders, and one reading gives what each does to the other.
"""
import dataclasses

import torch
from torch import nn

from ..network import Dropout, Embeddings, Layer, Shape, attention_mask
from .sets import TARGETS

SYMMETRIC = ("similarity", "paraphrase", "relation")
DIRECTED = ("stance", "bearing")
MATCHES = 16

# Pieces of which it matters by itself whether the other sentence has them.
PLAIN, NUMBER, NOT = 0, 1, 2
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
                    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion".split())
NOTS = frozenset("not no never t none nobody without cannot deny denies denied denying false untrue".split())


def kinds(vocabulary):
    """[entries]: NUMBER, NOT or PLAIN for each entry of a vocabulary."""
    return torch.tensor([NUMBER if entry.removeprefix("##").isdecimal() or entry in NUMBERS else NOT if entry in NOTS else PLAIN
                         for entry in vocabulary], dtype=torch.float32)


@dataclasses.dataclass(frozen=True)
class Inputs:
    """What the network reads: rows 2 i and 2 i + 1 are the sentences of pair i, each [CLS] pieces [SEP] and padding to a
    common length. ids, mask (1 at real pieces) and inner (1 at those that are not special), each [2 * pairs, n]."""

    ids: torch.Tensor
    mask: torch.Tensor
    inner: torch.Tensor


class PairNetwork(nn.Module):
    """`Inputs` -> {target: [pairs, numbers of it]} before sigmoid or softmax; directed ones say what the second does to
    the first. `together`: how many of the last layers read both sentences at once, after all have read each by itself."""

    def __init__(self, shape=Shape(positions=128), dropout=0.0, together=2, hidden=256):
        super().__init__()
        self.shape, self.together = shape, together
        self.embeddings = Embeddings(shape, dropout, 1)
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))})
        size = {name: sum(TARGETS[target] for target in targets) for name, targets in (("symmetric", SYMMETRIC), ("directed", DIRECTED))}
        wide = {"symmetric": 6, "directed": 5}
        self.heads = nn.ModuleDict({name: nn.ModuleDict({
            "hidden": nn.Linear(wide[name] * shape.width + MATCHES, hidden),
            "out": nn.Linear(hidden + MATCHES, size[name])}) for name in size})
        self.register_buffer("kinds", torch.zeros(shape.vocabulary))
        self.dropout = Dropout(dropout)
        self.gelu = nn.GELU()
        with torch.no_grad():
            for head in self.heads.values():
                head["out"].weight.mul_(0.2)
            # Where training begins, the similarity is the start model's cosine.
            self.heads["symmetric"]["out"].weight[0, hidden] = 6.0
            self.heads["symmetric"]["out"].bias[0] = -3.0

    def lower(self, inputs, layers):
        """What the first layers make of each sentence: [2 * pairs, n, width]. The same in every step where they are frozen."""
        return self.read(self.embeddings(inputs.ids, torch.zeros_like(inputs.ids), None), inputs.mask, range(layers), None)

    def read(self, x, real, layers, noise):
        mask = attention_mask(real, self.shape.heads)
        for number in layers:
            x = self.encoder["layer"][number](x, mask, noise)
        return x

    def upper(self, x, inputs, layers, noise=None, turned=False):
        """turned: the directed targets say what the first does to the second."""
        fork = max(layers, self.shape.layers - self.together)
        x = self.read(x, inputs.mask, range(layers, fork), noise)
        pairs, n = inputs.ids.shape[0] // 2, inputs.ids.shape[1]
        apart = self.read(x, inputs.mask, range(fork, self.shape.layers), noise)
        joint = self.read(x.view(pairs, 2 * n, -1), inputs.mask.view(pairs, 2 * n), range(fork, self.shape.layers), noise)
        return self.compare(apart, joint.view(2 * pairs, n, -1), inputs, noise, turned)

    def forward(self, inputs, noise=None, turned=False):
        return self.upper(self.lower(inputs, 0), inputs, 0, noise, turned)

    def compare(self, apart, joint, inputs, noise, turned):
        real, inner = inputs.mask.to(torch.float32), inputs.inner.to(torch.float32)
        u, v = sides(mean(apart, real))
        j, k = sides(mean(joint, real))
        first, second = sides(joint[:, 0])
        marks = [(unit(u) * unit(v)).sum(-1, keepdim=True), (unit(j) * unit(k)).sum(-1, keepdim=True)]
        there, back = (torch.cat(parts, dim=-1) for parts in zip(matched(apart, inner), matched(joint, inner), self.shared(inputs, inner)))
        even = torch.cat([first + second, (first - second).abs(), (u - v).abs(), u * v, (j - k).abs(), j * k], dim=-1)
        found = self.head("symmetric", even, torch.cat([*marks, there + back, (there - back).abs()], dim=-1), SYMMETRIC, noise)
        if turned:
            first, second, j, k, there, back = second, first, k, j, back, there
        odd = torch.cat([first, second, first * second, j - k, j * k], dim=-1)
        found.update(self.head("directed", odd, torch.cat([*marks, there, back], dim=-1), DIRECTED, noise))
        return found

    def shared(self, inputs, inner):
        """Of each sentence, [pairs, 3]: the share of its pieces that the other has too, and how many numbers and how many words
        of negation the other lacks (3 and more as 1)."""
        one, other = sides(inputs.ids)
        own, theirs = sides(inner)
        equal = (one[:, :, None] == other[:, None, :]).to(torch.float32)
        kinds, of_other = sides(self.kinds[inputs.ids])
        return (lacking((equal * theirs[:, None, :]).max(dim=2).values, own, kinds),
                lacking((equal * own[:, :, None]).max(dim=1).values, theirs, of_other))

    def head(self, name, seen, marks, targets, noise):
        head = self.heads[name]
        hidden = self.gelu(head["hidden"](torch.cat([self.dropout(seen, noise), marks], dim=-1)))
        out = head["out"](torch.cat([self.dropout(hidden, noise), marks], dim=-1))
        return dict(zip(targets, out.split([TARGETS[target] for target in targets], dim=-1)))


def sides(x):
    """The rows of the first and of the second sentences."""
    return x[0::2], x[1::2]


def matched(x, inner):
    """How well the pieces of one sentence are each matched by some piece of the other: [pairs, 2] the mean and the least
    over the first sentence, and the same over the second."""
    one, other = sides(unit(x))
    own, theirs = sides(inner)
    near = one @ other.transpose(1, 2)
    return (best(near + (theirs[:, None, :] - 1) * 4, own), best(near.transpose(1, 2) + (own[:, None, :] - 1) * 4, theirs))


def best(near, own):
    most = near.max(dim=-1).values
    return torch.stack([(most * own).sum(-1) / own.sum(-1).clamp(min=1), (most * own + (1 - own)).min(dim=-1).values], dim=-1)


def lacking(there, own, kinds):
    missing = (1 - there) * own
    few = [(missing * (kinds == kind)).sum(-1).clamp(max=3) / 3 for kind in (NUMBER, NOT)]
    return torch.stack([(there * own).sum(-1) / own.sum(-1).clamp(min=1), *few], dim=-1)


def mean(x, mask):
    return (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)


def unit(x):
    return x / ((x * x).sum(-1, keepdim=True) + 1e-6).sqrt()
