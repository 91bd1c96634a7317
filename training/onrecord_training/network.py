"""The network: MiniLM (BERT's layout, 384 wide, 12 heads) with a head for tags, one that points to cues, one to sources.

Parameters carry the names of the published ONNX file and of `.npz` start weights, so that one dictionary serves all.
"""
import dataclasses
import math
from typing import NamedTuple

import numpy
import torch
from torch import nn

from . import crf, surface
from .settings import TAGS

NO_ATTENTION = -10000.0


@dataclasses.dataclass(frozen=True)
class Shape:
    """The sizes of a network; the defaults are MiniLM-L6's. deep: how wide a head of attention is; a network may have fewer heads
    than together are as wide as it is."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    link: int = 128
    deep: int = 32


class Attention(torch.autograd.Function):
    """softmax(query · key + mask) · value over [batch * heads, n, d], the query already scaled. PyTorch's own steps for it
    take more than twice as long on a CPU, going back."""

    @staticmethod
    def forward(context, query, key, value, mask):
        shares = query @ key.transpose(1, 2)
        if mask is not None:
            shares = shares.add_(mask)
        # Half precision sums in whole precision.
        shares = torch.softmax(shares, dim=-1).to(value.dtype)
        seen = shares @ value
        context.save_for_backward(query, key, value, shares, seen)
        return seen

    @staticmethod
    def backward(context, slope):
        query, key, value, shares, seen = context.saved_tensors
        of_value = shares.transpose(1, 2) @ slope
        of_scores = slope @ value.transpose(1, 2)
        of_scores.sub_((slope * seen).sum(dim=-1, keepdim=True)).mul_(shares)
        return of_scores @ key, of_scores.transpose(1, 2) @ query, of_value, None


class Dropout(nn.Module):
    """nn.Dropout, with random bytes from numpy where the work is done on a CPU: ten times as fast there."""

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x, noise):
        if not self.training or not self.share:
            return x
        if noise is None:
            return nn.functional.dropout(x, self.share)
        least = round(256 * self.share)
        random = torch.from_numpy(noise.integers(0, 256, size=tuple(x.shape), dtype=numpy.uint8))
        return x * ((random >= least).to(x.dtype) * (256 / (256 - least)))


class Embeddings(nn.Module):
    """Word + position (token type 0 already added to it) + surface, normalized. Word embeddings are never trained."""

    def __init__(self, shape, dropout, looks=surface.CASES * surface.QUOTES):
        super().__init__()
        self.word_embeddings = nn.Embedding(shape.vocabulary, shape.width)
        self.word_embeddings.weight.requires_grad = False
        self.position_plus_type0 = nn.Parameter(torch.randn(shape.positions, shape.width) * 0.02)
        self.surface_embeddings = nn.Embedding(looks, shape.width)
        nn.init.zeros_(self.surface_embeddings.weight)
        self.LayerNorm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, ids, surfaces, noise):
        x = self.word_embeddings(ids) + self.position_plus_type0[:ids.shape[1]] + self.surface_embeddings(surfaces)
        return self.dropout(self.LayerNorm(x), noise)


class Layer(nn.Module):
    """Self-attention and a feed-forward part, each added to its input and normalized."""

    def __init__(self, shape, dropout):
        super().__init__()
        self.heads, self.deep = shape.heads, shape.deep
        wide, together = shape.width, shape.heads * shape.deep
        self.attention = nn.ModuleDict({
            "self": nn.ModuleDict({name: nn.Linear(wide, together) for name in ("query", "key", "value")}),
            "output": nn.ModuleDict({"dense": nn.Linear(together, wide), "LayerNorm": nn.LayerNorm(wide, eps=1e-12)})})
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(wide, shape.inner)})
        self.output = nn.ModuleDict({"dense": nn.Linear(shape.inner, wide), "LayerNorm": nn.LayerNorm(wide, eps=1e-12)})
        self.dropout = Dropout(dropout)
        self.gelu = nn.GELU()

    def forward(self, x, mask, noise):
        x = self.attention["output"]["LayerNorm"](x + self.dropout(self.attend(x, mask), noise))
        inner = self.gelu(self.intermediate["dense"](x))
        return self.output["LayerNorm"](x + self.dropout(self.output["dense"](inner), noise))

    def attend(self, x, mask):
        """mask: [batch * heads, 1, n], 0 where a piece may be seen and a large negative number where not; None without padding."""
        batch, n, _ = x.shape
        heads, deep = self.heads, self.deep

        def split(part):
            return part.view(batch, n, heads, deep).transpose(1, 2).reshape(batch * heads, n, deep)

        parts = self.attention["self"]
        seen = Attention.apply(split(parts["query"](x) * (1 / math.sqrt(deep))), split(parts["key"](x)), split(parts["value"](x)), mask)
        return self.attention["output"]["dense"](seen.view(batch, heads, n, deep).transpose(1, 2).reshape(batch, n, heads * deep))


def attention_mask(real, heads):
    """What `Layer` adds to the scores of attention, from [batch, n] with 1 at real pieces; None without padding."""
    if bool(real.all()):
        return None
    mask = ((1.0 - real.to(torch.float32)) * NO_ATTENTION)[:, None, None, :]
    return mask.expand(-1, heads, 1, -1).reshape(-1, 1, mask.shape[-1])


class Network(nn.Module):
    """`batches.Inputs` [batch, n] -> `Scores`."""

    def __init__(self, shape=Shape(), dropout=0.0):
        super().__init__()
        self.shape = shape
        self.embeddings = Embeddings(shape, dropout)
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))})
        self.heads = nn.ModuleDict({
            "tag": nn.Linear(shape.width, len(TAGS)),
            "crf": crf.Transitions(),
            "link": nn.ModuleDict({name: nn.Linear(shape.width, shape.link) for name in ("query", "key")}),
            "owner": nn.ModuleDict({name: nn.Linear(shape.width, shape.link) for name in ("query", "key")})})
        self.dropout = Dropout(dropout)

    def forward(self, inputs, noise=None, states=None):
        """noise: a numpy generator for dropout on the CPU. states: a list to which what each layer makes of the pieces is added."""
        mask = attention_mask(inputs.mask, self.shape.heads)
        x = self.embeddings(inputs.ids, inputs.surfaces, noise)
        for layer in self.encoder["layer"]:
            x = layer(x, mask, noise)
            if states is not None:
                states.append(x)
        x = self.dropout(x, noise)
        small = 1 / math.sqrt(self.shape.link)
        link, owner = self.heads["link"], self.heads["owner"]
        return Scores(self.heads["tag"](x), link["query"](x) * small, link["key"](x), owner["query"](x) * small, owner["key"](x))


class Scores(NamedTuple):
    """What the network says of each piece, the special ones included.

    tags [batch, n, 7]: scores of the tags, to which the CRF's transitions are added. link: query(i) · key(j) is the score
    that the source or content that begins at piece i belongs to the cue that begins at j. owner: query(j) · key(i), that
    the cue that begins at j has the source that begins at i; at the first special piece, that it has none. Each query
    is already divided by the square root of its width.
    """

    tags: torch.Tensor
    link_query: torch.Tensor
    link_key: torch.Tensor
    owner_query: torch.Tensor
    owner_key: torch.Tensor
