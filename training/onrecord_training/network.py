"""The network: MiniLM-L6 (BERT's layout, 384 wide, 12 heads) with a head for tags and one that points to cues.

Parameters carry the names of the published ONNX file and of `.npz` start weights, so that one dictionary serves all.
"""
import dataclasses
import math

import torch
from torch import nn

from .settings import TAGS

NO_ATTENTION = -10000.0


@dataclasses.dataclass(frozen=True)
class Shape:
    """The sizes of a network; the defaults are MiniLM-L6's."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    link: int = 128


class Embeddings(nn.Module):
    """Word + position (token type 0 already added to it), normalized. Word embeddings are never trained."""

    def __init__(self, shape, dropout):
        super().__init__()
        self.word_embeddings = nn.Embedding(shape.vocabulary, shape.width)
        self.word_embeddings.weight.requires_grad = False
        self.position_plus_type0 = nn.Parameter(torch.randn(shape.positions, shape.width) * 0.02)
        self.LayerNorm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids):
        return self.dropout(self.LayerNorm(self.word_embeddings(ids) + self.position_plus_type0[:ids.shape[1]]))


class Layer(nn.Module):
    """Self-attention and a feed-forward part, each added to its input and normalized."""

    def __init__(self, shape, dropout):
        super().__init__()
        self.heads = shape.heads
        wide = shape.width
        self.attention = nn.ModuleDict({
            "self": nn.ModuleDict({name: nn.Linear(wide, wide) for name in ("query", "key", "value")}),
            "output": nn.ModuleDict({"dense": nn.Linear(wide, wide), "LayerNorm": nn.LayerNorm(wide, eps=1e-12)})})
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(wide, shape.inner)})
        self.output = nn.ModuleDict({"dense": nn.Linear(shape.inner, wide), "LayerNorm": nn.LayerNorm(wide, eps=1e-12)})
        self.dropout = nn.Dropout(dropout)
        self.gelu = nn.GELU()

    def forward(self, x, mask):
        x = self.attention["output"]["LayerNorm"](x + self.dropout(self.attend(x, mask)))
        inner = self.gelu(self.intermediate["dense"](x))
        return self.output["LayerNorm"](x + self.dropout(self.output["dense"](inner)))

    def attend(self, x, mask):
        """mask: [batch, 1, 1, n], 0 where a piece may be seen and a large negative number where not."""
        batch, n, wide = x.shape

        def split(name):
            return self.attention["self"][name](x).view(batch, n, self.heads, wide // self.heads).transpose(1, 2)

        scores = split("query") @ split("key").transpose(2, 3) / math.sqrt(wide // self.heads)
        seen = torch.softmax(scores + mask, dim=-1) @ split("value")
        return self.attention["output"]["dense"](seen.transpose(1, 2).reshape(batch, n, wide))


class Network(nn.Module):
    """input ids and attention mask [batch, n] -> tag logits [batch, n, 7], link query and link key [batch, n, link].

    score(i, j) = query(i) . key(j): the span that begins at piece i belongs to the cue that begins at piece j.
    The query is already divided by the square root of its width.
    """

    def __init__(self, shape=Shape(), dropout=0.0):
        super().__init__()
        self.shape = shape
        self.embeddings = Embeddings(shape, dropout)
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))})
        self.heads = nn.ModuleDict({
            "tag": nn.Linear(shape.width, len(TAGS)),
            "link": nn.ModuleDict({name: nn.Linear(shape.width, shape.link) for name in ("query", "key")})})
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids, attention):
        mask = ((1.0 - attention.to(torch.float32)) * NO_ATTENTION)[:, None, None, :]
        x = self.embeddings(ids)
        for layer in self.encoder["layer"]:
            x = layer(x, mask)
        x = self.dropout(x)
        link = self.heads["link"]
        return self.heads["tag"](x), link["query"](x) / math.sqrt(self.shape.link), link["key"](x)
