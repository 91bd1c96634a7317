"""The training loop of the pair network. A run that is stopped and started again ends with the weights of one that was not."""
import dataclasses
import json
import math
import random
import time

import numpy
import torch
from torch.nn import functional

from .. import checkpoint
from ..train import Average, half_precision, optimizer_of, put, share_of_rate
from ..workers import Workers
from .sets import TARGETS

WITHOUT_EFFECT = ("name", "log_every", "save_every", "folds")


@dataclasses.dataclass(frozen=True)
class Settings:
    """One run. `frozen` lower layers are not trained, `together` of the last ones read both sentences at once; `batch` counts word
    pieces of a step, padding included, `longest` those of a sentence."""

    name: str = "minilm-l6-pairs-1"
    epochs: int = 2
    batch: int = 1536
    longest: int = 96
    frozen: int = 3
    together: int = 2
    rate: float = 1.4e-4
    head_rate: float = 6e-4
    layer_decay: float = 0.9
    warmup: int = 60
    weight_decay: float = 0.01
    dropout: float = 0.1
    clip: float = 1.0
    average: float = 0.995
    similarity_weight: float = 3.0
    synthetic: int = 5000
    event_pairs: int = 80
    event_others: float = 1.5
    folds: int = 3
    seed: int = 20130914
    threads: int = 2
    log_every: int = 20
    save_every: int = 100

    def __post_init__(self):
        for name in ("batch", "longest", "log_every", "save_every", "threads"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")
        for name in ("epochs", "warmup", "rate", "head_rate", "weight_decay", "clip", "similarity_weight", "synthetic", "event_pairs", "event_others", "frozen"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must not be negative: {getattr(self, name)}")
        if not 0 <= self.dropout < 1:
            raise ValueError(f"dropout must lie in [0, 1): {self.dropout}")
        for name in ("layer_decay", "average"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} must lie in [0, 1]: {getattr(self, name)}")
        if not 8 <= self.longest <= 128:
            raise ValueError(f"longest must lie between 8 and 128 word pieces: {self.longest}")
        if self.folds < 2:
            raise ValueError(f"folds must be at least 2: {self.folds}")


def losses_of(scores, pairs):
    """{target: (sum of losses, how many pairs have it)}."""
    found, nothing, device = {}, scores["similarity"].sum() * 0, scores["similarity"].device

    def having(name):
        rows = [i for i, pair in enumerate(pairs) if getattr(pair, name) is not None]
        return rows, [getattr(pairs[i], name) for i in rows]

    for name in ("similarity", "paraphrase"):
        rows, wanted = having(name)
        found[name] = entropy(scores[name][rows, 0], torch.tensor(wanted, dtype=torch.float32, device=device)), len(rows)
    rows, wanted = having("relation")
    allowed = torch.tensor([[number in choice for number in range(TARGETS["relation"])] for choice in wanted], dtype=torch.bool, device=device)
    shares = functional.log_softmax(scores["relation"][rows], dim=-1)
    found["relation"] = (-shares.masked_fill(~allowed.view(len(rows), TARGETS["relation"]), -math.inf).logsumexp(-1).sum() if rows else nothing), len(rows)
    rows, wanted = having("stance")
    found["stance"] = (functional.cross_entropy(scores["stance"][rows], torch.tensor(wanted, dtype=torch.int64, device=device), reduction="sum")
                       if rows else nothing), len(rows)
    rows, wanted = having("bearing")
    wanted = torch.tensor(wanted, dtype=torch.float32, device=device).view(len(rows), TARGETS["bearing"])
    known = ~wanted.isnan()
    found["bearing"] = entropy(scores["bearing"][rows][known], wanted[known]), len(rows)
    return found


def entropy(scores, wanted):
    return functional.binary_cross_entropy_with_logits(scores, wanted, reduction="sum")


def steps_of(pairs, reader, settings, epoch):
    """The steps of an epoch, each at most `threads` lists of pairs: a function of the seed and the epoch."""
    rng = random.Random(settings.seed * 1000 + epoch)
    items = list(pairs)
    rng.shuffle(items)
    steps, run = [], 1024
    for start in range(0, len(items), run):
        group = sorted(items[start:start + run], key=lambda item: reader.length(item))
        size, lists = settings.batch // settings.threads, [[]]
        for item in group:
            if lists[-1] and (len(lists[-1]) + 1) * reader.length(item) > size:
                lists.append([])
            lists[-1].append(item)
        rng.shuffle(lists)
        steps += [lists[i:i + settings.threads] for i in range(0, len(lists), settings.threads)]
    rng.shuffle(steps)
    return steps


def freeze(network, layers):
    if layers:
        for name, parameter in network.named_parameters():
            below = name.startswith("encoder.layer.") and int(name.split(".")[2]) < layers
            if below or name.startswith("embeddings."):
                parameter.requires_grad = False


def train(network, pairs, reader, settings, work, identity="", log=print, stop_after=None):
    """Trains the network in place, with a checkpoint in the folder `work` that a later call goes on from. At the end it
    holds the running average of its weights. stop_after: ends early at this step, as if cut off (for tests)."""
    if reader.device != "cpu":
        # There is one source of noise on such a device, and nothing is gained by shares of a step.
        settings = dataclasses.replace(settings, threads=1)
    freeze(network, settings.frozen)
    optimizer = optimizer_of(network, settings)
    average = Average(network, settings.average)
    identity = json.dumps([{k: v for k, v in dataclasses.asdict(settings).items() if k not in WITHOUT_EFFECT}, identity])
    step = resume(network, optimizer, average, checkpoint.read(work), identity)
    reader.prepare(pairs, network, settings.frozen)
    lengths = [len(steps_of(pairs, reader, settings, epoch)) for epoch in range(settings.epochs)]
    total, number, sums, began = sum(lengths), 0, {}, time.monotonic()
    with Workers(settings.threads) as workers:
        for epoch, length in enumerate(lengths):
            if step >= number + length:
                number += length
                continue
            steps = steps_of(pairs, reader, settings, epoch)
            for shares in steps[step - number:]:
                found = one_step(network, optimizer, shares, reader, settings, share_of_rate(step, settings.warmup, total), step, workers)
                average.add(step)
                step += 1
                for name, (value, count) in found.items():
                    before = sums.get(name, (0.0, 0))
                    sums[name] = before[0] + value, before[1] + count
                if step % settings.log_every == 0 or step == total:
                    losses = "  ".join(f"{name} {value / max(1, count):.3f}" for name, (value, count) in sums.items())
                    log(f"step {step}/{total}  {losses}  {(time.monotonic() - began):.0f} s")
                    sums = {}
                if step == stop_after:
                    return
                if step % settings.save_every == 0 and step < total:
                    checkpoint.write(work, state_of(network, optimizer, average, step, identity))
            number += length
    checkpoint.write(work, state_of(network, optimizer, average, step, identity))
    average.keep()


def one_step(network, optimizer, shares, reader, settings, share, step, workers):
    network.train()
    parameters = [parameter for parameter in network.parameters() if parameter.requires_grad]
    whole = sum(len(items) for items in shares)
    ready = [reader.read(items, network, settings.frozen) for items in shares]

    def work(number, items):
        noise = numpy.random.Generator(numpy.random.SFC64([settings.seed, step, number])) if reader.device == "cpu" else None
        if reader.device != "cpu":
            torch.manual_seed(settings.seed * 100003 + step)
        inputs, lower = ready[number]
        with half_precision(reader.device):
            out = network.upper(lower, inputs, settings.frozen, noise) if settings.frozen else network(inputs, noise)
        found = losses_of({name: value.float() for name, value in out.items()}, items)
        loss = sum(value * (settings.similarity_weight if name == "similarity" else 1) for name, (value, _) in found.items()) / whole
        slopes = torch.autograd.grad(loss, parameters, allow_unused=True)
        return {name: (float(value.detach()), count) for name, (value, count) in found.items()}, slopes

    done = workers.map(work, shares)
    losses = {name: (sum(found[name][0] for found, _ in done), sum(found[name][1] for found, _ in done)) for name in done[0][0]}
    if not all(math.isfinite(value) for value, _ in losses.values()):
        raise ArithmeticError(f"the losses are {losses}: a lower rate than {settings.rate} may help")
    for parameter, *slopes in zip(parameters, *(slopes for _, slopes in done)):
        slopes = [slope for slope in slopes if slope is not None]
        parameter.grad = slopes[0] if len(slopes) == 1 else torch.stack(slopes).sum(0) if slopes else torch.zeros_like(parameter)
    torch.nn.utils.clip_grad_norm_(parameters, settings.clip)
    for group in optimizer.param_groups:
        group["lr"] = group["top"] * share
    optimizer.step()
    return losses


def state_of(network, optimizer, average, step, identity):
    weights = {name: value for name, value in network.named_parameters() if value.requires_grad}
    return {"identity": identity, "step": step, "network": {name: value.detach() for name, value in weights.items()},
            "average": average.values, "optimizer": optimizer.state_dict()}


def resume(network, optimizer, average, state, identity):
    """Restores a state; returns the steps done."""
    if state is None:
        return 0
    if state["identity"] != identity:
        raise ValueError("the work folder holds a checkpoint of another run (settings, data or start weights differ): "
                         f"take another folder or delete it\n  there: {state['identity']}\n  here:  {identity}")
    network.load_state_dict(state["network"], strict=False)
    put(average.values, state["average"])
    optimizer.load_state_dict(state["optimizer"])
    return state["step"]
