"""fp32 to int8, with scales that are fixed when the file is written.

An activation is quantized with one scale for the whole tensor, found on calibration windows and not on the batch at hand:
what a window yields never depends on what else is in its batch. A few channels of MiniLM are ten times as large as the
rest and would leave these only a handful of levels. So each channel is divided by a number of its own first, and its row
of the weights multiplied by the same number (SmoothQuant, Xiao et al. 2023). In the products after the GELU even that is
not enough: there the few largest channels are left out and computed in fp32 (LLM.int8(), Dettmers et al. 2022).

Weights use 7 of the 8 bits: on processors without VNNI the products of a uint8 and an int8 are added in pairs to 16 bits,
and 2 * 255 * 64 still fits there, whereas 2 * 255 * 127 does not. They are rounded row by row, and what the rounding of
a row takes from the products is made good by the rows after it (GPTQ, Frantar et al. 2023).
"""
import copy
import dataclasses

import numpy
import torch

from . import batches

WEIGHT_LIMIT = 64
EMBEDDING_LIMIT = 127
SMOOTHING = 0.75
DAMPING = 0.01
EXACT_CHANNELS = 4

# The heads that point: what they make of a piece is one product.
POINTERS = ("heads.link.query", "heads.link.key", "heads.owner.query", "heads.owner.key")


@dataclasses.dataclass(frozen=True)
class Seen:
    """What went into a linear layer: least and greatest value of each channel, and the sum of products of each two."""

    low: numpy.ndarray
    high: numpy.ndarray
    gram: numpy.ndarray


@dataclasses.dataclass(frozen=True)
class Product:
    """An int8 matrix product: (x / smooth) is quantized with in_scale and in_zero, the weights with a scale a column.

    exact: the channels whose rows of weights are zero here and are to be added in fp32.
    """

    exact: numpy.ndarray
    weight: numpy.ndarray
    weight_scale: numpy.ndarray
    smooth: numpy.ndarray
    in_scale: float
    in_zero: int


def column_scales(values, axis, limit):
    """The fp32 scale for each slice that is left when `axis` is reduced, so that its largest value becomes `limit`."""
    largest = numpy.abs(values).max(axis=axis)
    return numpy.where(largest > 0, largest / limit, 1.0).astype(numpy.float32)


def symmetric(values, limit):
    """(int8, fp32 scale for each row)."""
    scale = column_scales(values, 1, limit)
    return numpy.clip(numpy.rint(values / scale[:, None]), -limit, limit).astype(numpy.int8), scale


def exact_channels(name):
    """How many channels a product leaves to fp32."""
    return EXACT_CHANNELS if name.endswith(".output.dense") and ".attention." not in name else 0


def product(weight, seen, exact=0):
    """The plan for x · weight, weight being [in, out], after what was seen of x, with so many channels left out."""
    exact = numpy.sort(numpy.argsort(-numpy.maximum(-seen.low, seen.high), kind="stable")[:exact])
    weight, seen = weight.copy(), copy.deepcopy(seen)
    for part in (weight, seen.low, seen.high, seen.gram, seen.gram.T):
        part[exact] = 0
    large = numpy.maximum(numpy.maximum(-seen.low, seen.high), 1e-3)
    heavy = numpy.maximum(numpy.abs(weight).max(axis=1), 1e-4)
    smooth = large ** SMOOTHING / heavy ** (1 - SMOOTHING)
    smooth = (smooth / numpy.exp(numpy.log(smooth).mean())).astype(numpy.float32)
    least, most = min(0.0, (seen.low / smooth).min()), max(0.0, (seen.high / smooth).max())
    in_scale = max(most - least, 1e-6) / 255
    smoothed = weight * smooth[:, None]
    scale = column_scales(smoothed, 0, WEIGHT_LIMIT)
    whole = round_rows(smoothed, scale, seen.gram / numpy.outer(smooth, smooth))
    return Product(exact, whole, scale, smooth, float(in_scale), int(round(-least / in_scale)))


def round_rows(weight, scale, gram):
    """weight / scale as int8, rounded so that the products with inputs like those of `gram` change least."""
    rest = weight.astype(numpy.float64)
    whole = numpy.zeros(weight.shape, dtype=numpy.int8)
    order = numpy.argsort(-numpy.diag(gram), kind="stable")
    damped = gram[numpy.ix_(order, order)].astype(numpy.float64)
    damped[numpy.diag_indices_from(damped)] += DAMPING * max(numpy.diag(gram).mean(), 1e-12)
    upper = numpy.linalg.cholesky(numpy.linalg.inv(damped)).T
    rest = rest[order]
    for i, row in enumerate(order):
        level = numpy.clip(numpy.rint(rest[i] / scale), -WEIGHT_LIMIT, WEIGHT_LIMIT)
        whole[row] = level
        lost = (rest[i] - level * scale) / upper[i, i]
        rest[i + 1:] -= numpy.outer(upper[i, i + 1:], lost)
    return whole


def watch(network, windows, wordpiece, size=16):
    """{name of a linear layer that becomes int8: what it saw} on the windows, padding left out."""
    device = next(network.parameters()).device
    return watch_inputs(network, (batches.inputs([windows[i] for i in numbers], wordpiece).to(device) for numbers in batches.by_length(windows, size)))


def watch_inputs(network, many):
    """The same for inputs that are batches already, each with a `mask`, on the network's device."""
    found, real = {}, None

    def watcher(name):
        def hook(_, inputs):
            x = inputs[0].detach()
            x = x[real.view(x.shape[:-1])]
            low, high, gram = x.min(dim=0).values, x.max(dim=0).values, x.T.double() @ x.double()
            if name in found:
                low, high = torch.minimum(low, found[name][0]), torch.maximum(high, found[name][1])
                gram += found[name][2]
            found[name] = low, high, gram
        return hook

    network.eval()
    layers = {name: module for name, module in network.named_modules()
              if isinstance(module, torch.nn.Linear) and (name.startswith("encoder.") or name in POINTERS)}
    hooks = [layers[names[0]].register_forward_pre_hook(watcher(names[0])) for names in sharing(layers)]
    with torch.no_grad():
        for inputs in many:
            real = inputs.mask.bool()
            network(inputs)
    for hook in hooks:
        hook.remove()
    return {name: Seen(*(part.cpu().numpy() for part in parts)) for name, parts in found.items()}


def sharing(names):
    """The linear layers that share one input and so one product: query, key and value; the pointer heads; the others by themselves."""
    for name in names:
        if name == POINTERS[0]:
            yield list(POINTERS)
        elif name.endswith(".self.query"):
            yield [name, name.replace("query", "key"), name.replace("query", "value")]
        elif name not in POINTERS and not name.endswith((".self.key", ".self.value")):
            yield [name]


def simulate(network, seen):
    """A copy of the network that computes with the int8 file's numbers, in fp32. For figures, not for speed."""
    copied = copy.deepcopy(network)
    words = copied.embeddings.word_embeddings.weight
    whole, scale = symmetric(words.detach().cpu().numpy(), EMBEDDING_LIMIT)
    words.data.copy_(torch.from_numpy(whole * scale[:, None]))
    modules = dict(copied.named_modules())
    for joint in sharing(seen):
        weight = numpy.concatenate([modules[name].weight.detach().cpu().numpy().T for name in joint], axis=1)
        plan = product(weight, seen[joint[0]], exact_channels(joint[0]))
        rounded = plan.weight * plan.weight_scale / plan.smooth[:, None]
        rounded[plan.exact] = weight[plan.exact]
        rounded = rounded.T
        for name, part in zip(joint, numpy.split(rounded, len(joint))):
            modules[name].weight.data.copy_(torch.from_numpy(part))
            modules[name].register_forward_pre_hook(rounding(plan, words.device))
    return copied


def rounding(plan, device):
    smooth = torch.from_numpy(plan.smooth).to(device)
    exact = torch.zeros(len(smooth), dtype=torch.bool, device=device)
    exact[torch.from_numpy(plan.exact)] = True

    def hook(_, inputs):
        levels = torch.clamp(torch.round(inputs[0] / smooth / plan.in_scale) + plan.in_zero, 0, 255)
        return torch.where(exact, inputs[0], (levels - plan.in_zero) * plan.in_scale * smooth)
    return hook
