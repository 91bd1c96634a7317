"""The training loop. A run that is stopped and started again ends with the weights of one that was not."""
import contextlib
import dataclasses
import math
import time

import numpy
import torch
from torch.nn import functional

from . import batches, checkpoint
from .workers import Workers

FROZEN = "embeddings.word_embeddings.weight"
WITHOUT_EFFECT = ("name", "log_every", "save_every")


def losses_of(network, windows, wordpiece, device, noise=None, teacher=None):
    """{name: (sum, count)} over a batch: tags, links and owners against gold, and the teacher's tags where there is one."""
    inputs = batches.inputs(windows, wordpiece).to(device)
    positions, labels = batches.positions(windows).to(device), batches.labels(windows).to(device)
    states = [] if teacher and teacher.has_states else None
    with half_precision(device):
        scores = network(inputs, noise, states)
    tags = scores.tags[:, 1:-1].float()
    count = int((positions >= 0).sum())
    found = {"tags": (network.heads["crf"].loss(tags, positions, labels), count),
             "links": pointer_loss(scores.link_query, scores.link_key, inputs.mask, batches.pointers(windows, lambda w: w.links), device),
             "owners": pointer_loss(scores.owner_query, scores.owner_key, inputs.mask,
                                    batches.pointers(windows, lambda w: w.owners), device)}
    if teacher:
        wanted = teacher.shares(windows).to(device)
        found["teacher"] = (-(wanted * functional.log_softmax(tags, dim=-1)).sum(), count)
    if states is not None:
        found["states"] = states_loss(states, teacher.states(windows).to(device), positions >= 0), count
    return found


def states_loss(states, wanted, real):
    """How far what the layers make of each piece is from what the teacher's make of it, as a share of the latter's square: the
    mean over the layers, summed over the pieces."""
    off = [((state[:, 1:-1].float() - wanted[:, :, number])[real].square().sum(dim=-1) / wanted[:, :, number][real].square().sum(dim=-1)).sum()
           for number, state in enumerate(states)]
    return sum(off) / len(off)


def pointer_loss(query, key, mask, pointers, device):
    """(sum, count) of -log P(any of the right pieces) over all real pieces of the window."""
    rows, begins, right = (part.to(device) for part in pointers)
    if not len(rows):
        return query.new_zeros((), dtype=torch.float32), 0
    scores = torch.bmm(query.float()[rows, begins][:, None], key.float()[rows].transpose(1, 2)).squeeze(1)
    scores = scores.masked_fill(mask[rows] == 0, -math.inf)
    return (scores.logsumexp(dim=1) - scores.masked_fill(~right, -math.inf).logsumexp(dim=1)).sum(), len(rows)


def device_of(name):
    """The device that a run is told to take: `auto` is a CUDA device where there is one."""
    return name if name != "auto" else "cuda" if torch.cuda.is_available() else "cpu"


def half_precision(device):
    return torch.autocast("cuda", dtype=torch.bfloat16) if device == "cuda" else contextlib.nullcontext()


def trained(network):
    return {name: parameter for name, parameter in network.named_parameters() if parameter.requires_grad}


def optimizer_of(network, settings):
    """AdamW in groups: the heads have a rate of their own, each layer a lower one than the layer above; biases and
    normalization are not decayed."""
    groups = {}
    for name, parameter in trained(network).items():
        plain = name.endswith(".bias") or "LayerNorm" in name or ".crf." in name
        groups.setdefault((rate_of(name, network.shape.layers, settings), plain), []).append(parameter)
    return torch.optim.AdamW([
        {"params": parameters, "top": rate, "weight_decay": 0.0 if plain else settings.weight_decay}
        for (rate, plain), parameters in sorted(groups.items(), key=lambda group: group[0])], lr=settings.rate, foreach=True)


def rate_of(name, layers, settings):
    """The highest rate of a parameter."""
    if name.startswith("heads.") or "surface" in name:
        return settings.head_rate
    depth = layers - 1 - int(name.split(".")[2]) if name.startswith("encoder.layer.") else layers
    return settings.rate * settings.layer_decay ** depth


def share_of_rate(step, warmup, total):
    """Rises in a line over the warm-up, then falls in a line to 0. A function of the step alone: nothing to save."""
    if step < warmup:
        return (step + 1) / warmup
    return max(0.02, (total - step) / max(1, total - warmup))


def train(network, articles, wordpiece, settings, work, device="cpu", identity="", log=print, after_epoch=None, stop_after=None,
          teacher=None):
    """Trains the network in place, with a checkpoint in the folder `work` that a later call goes on from. At the end it
    holds the running average of its weights.

    articles: `data.Pieces` with labels. identity: what else must be the same when a run goes on (digests of its data and
    start weights). after_epoch: called with the number of epochs done while the network holds the average. stop_after: ends
    early at this step, as if cut off (for tests). teacher: `teacher.Teacher` whose tags are learned beside the gold ones.
    """
    network.to(device)
    optimizer = optimizer_of(network, settings)
    average = Average(network, settings.average)
    shards = settings.threads if device == "cpu" else 1
    identity = f"{identity_of(settings)} {shards} at once {identity}"
    step, epoch, total = resume(network, optimizer, average, checkpoint.read(work), identity)
    if step:
        log(f"going on after step {step}")
    first, progress = step, None
    with Workers(shards) as workers:
        while epoch < settings.epochs:
            steps = batches.epoch(articles, wordpiece, settings, epoch, shards)
            begun = total if epoch else 0
            total = begun + len(steps)
            expected = round(total * settings.epochs / (epoch + 1))
            progress = progress or Progress(first, log)
            for number in range(step - begun, len(steps)):
                share = share_of_rate(step, settings.warmup, expected)
                losses = one_step(network, optimizer, steps[number], wordpiece, settings, share, device, step, workers, teacher)
                average.add(step)
                step += 1
                progress.add(sum(len(window) for batch in steps[number] for window in batch), losses)
                if step % settings.log_every == 0 or step == total:
                    progress.report(step, expected, settings.rate * share)
                if step == stop_after:
                    return
                if step % settings.save_every == 0 and step < total:
                    checkpoint.write(work, state_of(network, optimizer, average, step, epoch, begun, identity))
            epoch += 1
            if after_epoch:
                with average.held():
                    after_epoch(epoch)
            checkpoint.write(work, state_of(network, optimizer, average, step, epoch, total, identity))
    average.keep()


def identity_of(settings):
    """The settings that a run's weights depend on."""
    return {name: value for name, value in dataclasses.asdict(settings).items() if name not in WITHOUT_EFFECT}


def one_step(network, optimizer, shares, wordpiece, settings, share, device, step, workers, teacher=None):
    """One step on some batches, each worked on apart; returns {name: mean loss}."""
    network.train()
    parameters = list(trained(network).values())
    weights = {"tags": 1.0, "links": settings.link_weight, "owners": settings.link_weight, "teacher": settings.teacher_weight,
               "states": settings.states_weight}
    whole = {"tags": sum(len(w) for windows in shares for w in windows), "links": sum(len(w.links) for windows in shares for w in windows),
             "owners": sum(len(w.owners) for windows in shares for w in windows)}
    whole["teacher"] = whole["states"] = whole["tags"]

    def work(number, windows):
        noise = numpy.random.Generator(numpy.random.SFC64([settings.seed, step, number])) if device == "cpu" else None
        if device != "cpu":
            torch.manual_seed(settings.seed * 100003 + step)
        found = losses_of(network, windows, wordpiece, device, noise, teacher)
        means = {name: value / max(1, whole[name]) for name, (value, _) in found.items()}
        loss = sum(weights[name] * value for name, value in means.items())
        slopes = torch.autograd.grad(loss, parameters, allow_unused=True)
        return {name: float(value.detach()) for name, value in means.items()}, slopes

    done = workers.map(work, shares)
    losses = {name: sum(found[name] for found, _ in done) for name in done[0][0]}
    if not all(math.isfinite(value) for value in losses.values()):
        raise ArithmeticError(f"the losses are {losses}: a lower rate than {settings.rate} may help")
    for parameter, *slopes in zip(parameters, *(slopes for _, slopes in done)):
        slopes = [slope for slope in slopes if slope is not None]
        parameter.grad = slopes[0] if len(slopes) == 1 else torch.stack(slopes).sum(0) if slopes else torch.zeros_like(parameter)
    torch.nn.utils.clip_grad_norm_(parameters, settings.clip)
    for group in optimizer.param_groups:
        group["lr"] = group["top"] * share
    optimizer.step()
    return losses


class Average:
    """The running average of a network's trained weights, which does better on unseen text than the weights themselves."""

    def __init__(self, network, keep):
        self.keep_share = keep
        self.parameters = list(trained(network).values())
        self.values = [parameter.detach().clone() for parameter in self.parameters]

    def add(self, step):
        """The first steps count less, or the start would stay in the average for long."""
        keep = min(self.keep_share, (1 + step) / (10 + step))
        torch._foreach_mul_(self.values, keep)
        torch._foreach_add_(self.values, [parameter.detach() for parameter in self.parameters], alpha=1 - keep)

    @contextlib.contextmanager
    def held(self):
        """The network holds the average meanwhile."""
        kept = [parameter.detach().clone() for parameter in self.parameters]
        self.keep()
        try:
            yield
        finally:
            put(self.parameters, kept)

    def keep(self):
        put(self.parameters, self.values)


def put(parameters, values):
    with torch.no_grad():
        for parameter, value in zip(parameters, values):
            parameter.copy_(value)


def state_of(network, optimizer, average, step, epoch, total, identity):
    weights = {name: value for name, value in network.state_dict().items() if name != FROZEN}
    return {"identity": identity, "step": step, "epoch": epoch, "total": total, "network": weights,
            "average": average.values, "optimizer": optimizer.state_dict()}


def resume(network, optimizer, average, state, identity):
    """Restores a state; returns the steps done, the epochs done, and the steps that those epochs had."""
    if state is None:
        return 0, 0, 0
    if state["identity"] != identity:
        raise ValueError("the work folder holds a checkpoint of another run (settings, data or start weights differ): "
                         f"take another folder or delete it\n  there: {state['identity']}\n  here:  {identity}")
    network.load_state_dict(state["network"], strict=False)
    put(average.values, state["average"])
    optimizer.load_state_dict(state["optimizer"])
    return state["step"], state["epoch"], state["total"]


class Progress:
    """Sums since the last line of the log."""

    def __init__(self, step, log):
        self.first, self.log = step, log
        self.began = self.last = time.monotonic()
        self.steps = self.pieces = 0
        self.losses = {}

    def add(self, pieces, losses):
        self.steps += 1
        self.pieces += pieces
        for name, value in losses.items():
            self.losses[name] = self.losses.get(name, 0.0) + value

    def report(self, step, total, rate):
        now = time.monotonic()
        left = (now - self.began) / (step - self.first) * max(0, total - step)
        losses = "  ".join(f"{name} {value / self.steps:.4f}" for name, value in self.losses.items())
        self.log(f"step {step}/{total}  {losses}  rate {rate:.2e}  {(now - self.last) / self.steps:.2f} s/step  "
                 f"{self.pieces / (now - self.last):.0f} pieces/s  {int(left) // 3600}:{int(left) % 3600 // 60:02}:{int(left) % 60:02} left")
        self.last, self.steps, self.pieces, self.losses = now, 0, 0, {}
