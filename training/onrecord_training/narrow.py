"""A narrower network out of a wide one: of each layer the heads of attention and the channels of the feed-forward part that add
most to what the layer makes of the training data, and no others. What is lost a training run has to win back."""
import dataclasses

import torch

from . import quantize
from .network import Network


def narrowed(network, heads, inner, windows, wordpiece):
    """The network with so many heads and so wide feed-forward parts; itself where it has them already."""
    shape = network.shape
    if (heads, inner) == (shape.heads, shape.inner):
        return network
    if heads > shape.heads or inner > shape.inner:
        raise ValueError(f"the start weights have {shape.heads} heads and inner parts of {shape.inner}: --heads {heads} --inner {inner} is more")
    seen = quantize.watch(network.eval(), windows, wordpiece)
    weights = dict(network.state_dict())
    for number in range(shape.layers):
        layer = f"encoder.layer.{number}"
        out = f"{layer}.attention.output.dense"
        keep(weights, out, [f"{layer}.attention.self.{part}" for part in ("query", "key", "value")],
             best(weights[f"{out}.weight"], seen[out].gram, shape.deep, heads))
        out = f"{layer}.output.dense"
        keep(weights, out, [f"{layer}.intermediate.dense"], best(weights[f"{out}.weight"], seen[out].gram, 1, inner))
    small = Network(dataclasses.replace(shape, heads=heads, inner=inner), network.dropout.share)
    small.load_state_dict(weights)
    return small.train(network.training)


def best(weight, gram, together, count):
    """The channels, in order, that are to be kept of a product x · weight.T: of the groups of so many side by side those `count`
    whose part of the product has the greatest squares, summed over what was seen of x (gram: x.T · x)."""
    energy = (weight.T.double() @ weight.double()) * torch.from_numpy(gram)
    groups = energy.shape[0] // together
    blocks = energy.view(groups, together, groups, together).diagonal(dim1=0, dim2=2).sum(dim=(0, 1))
    kept = torch.argsort(blocks, descending=True, stable=True)[:count].sort().values
    return (kept[:, None] * together + torch.arange(together)).reshape(-1)


def keep(weights, out, into, kept):
    """Leaves a product, and those whose results it takes, these channels alone."""
    weights[f"{out}.weight"] = weights[f"{out}.weight"][:, kept]
    for name in into:
        weights[f"{name}.weight"], weights[f"{name}.bias"] = weights[f"{name}.weight"][kept], weights[f"{name}.bias"][kept]
