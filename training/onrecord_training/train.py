"""The training loop. A run that is stopped and started again ends with the weights of one that was not."""
import contextlib
import dataclasses
import math
import time

import torch
from torch.nn import functional

from . import batches, checkpoint
from .data import NO_LABEL

FROZEN = "embeddings.word_embeddings.weight"
WITHOUT_EFFECT = ("name", "log_every", "save_every", "threads")


def loss_of(network, windows, wordpiece, link_weight, device):
    """(loss to minimize, tag loss, link loss) of one batch."""
    ids, mask = (t.to(device) for t in batches.inputs(windows, wordpiece))
    labels, rows, begins, cues = (t.to(device) for t in batches.targets(windows))
    with half_precision(device):
        tags, query, key = network(ids, mask)
    tag_loss = functional.cross_entropy(tags.float().flatten(0, 1), labels.flatten(), ignore_index=NO_LABEL)
    if not len(rows):
        return tag_loss, tag_loss.detach(), torch.zeros(())
    scores = torch.einsum("ld,lnd->ln", query.float()[rows, begins], key.float()[rows])
    scores = scores.masked_fill(mask[rows] == 0, -math.inf)
    right = scores.masked_fill(~cues, -math.inf)
    link_loss = (scores.logsumexp(dim=1) - right.logsumexp(dim=1)).mean()
    return tag_loss + link_weight * link_loss, tag_loss.detach(), link_loss.detach()


def half_precision(device):
    return torch.autocast("cuda", dtype=torch.bfloat16) if device == "cuda" else contextlib.nullcontext()


def optimizer_of(network, settings):
    """AdamW in groups: the heads have a rate of their own; biases and normalization are not decayed."""
    groups = {}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            plain = name.endswith(".bias") or "LayerNorm" in name
            groups.setdefault((name.startswith("heads."), plain), []).append(parameter)
    return torch.optim.AdamW([
        {"params": parameters, "top": settings.head_rate if head else settings.rate,
         "weight_decay": 0.0 if plain else settings.weight_decay}
        for (head, plain), parameters in sorted(groups.items(), key=lambda group: group[0])], lr=settings.rate)


def share_of_rate(step, warmup, total):
    """Rises in a line over the warm-up, then falls in a line to 0. A function of the step alone: nothing to save."""
    if step < warmup:
        return (step + 1) / warmup
    return (total - step) / max(1, total - warmup)


def train(network, windows, wordpiece, settings, work, device="cpu", identity="", log=print, after_epoch=None, stop_after=None):
    """Trains the network in place, with a checkpoint in the folder `work` that a later call goes on from.

    identity: what else must be the same when a run goes on (digests of its data and start weights).
    after_epoch: called with the number of epochs done. stop_after: ends early at this step, as if cut off (for tests).
    """
    network.to(device)
    optimizer = optimizer_of(network, settings)
    order = len(batches.epoch(windows, settings.batch, settings.seed))
    total = settings.epochs * order
    identity = f"{identity_of(settings)} {identity}"
    step = resume(network, optimizer, checkpoint.read(work), identity)
    if step == 0:
        torch.manual_seed(settings.seed)
    else:
        log(f"going on after step {step} of {total}")
    progress = Progress(step, total, log)
    while step < total:
        epoch, first = divmod(step, order)
        for numbers in batches.epoch(windows, settings.batch, settings.seed + epoch)[first:]:
            share = share_of_rate(step, settings.warmup, total)
            chosen = [windows[i] for i in numbers]
            losses = one_step(network, optimizer, chosen, wordpiece, settings, share, device)
            step += 1
            progress.add(chosen, losses)
            if step % settings.log_every == 0 or step == total:
                progress.report(step, settings.rate * share)
            if step == stop_after:
                return
            if step % settings.save_every == 0 or step == total:
                checkpoint.write(work, state_of(network, optimizer, step, identity))
        if after_epoch:
            after_epoch(epoch + 1)


def identity_of(settings):
    """The settings that a run's weights depend on."""
    return {name: value for name, value in dataclasses.asdict(settings).items() if name not in WITHOUT_EFFECT}


def one_step(network, optimizer, windows, wordpiece, settings, share, device):
    network.train()
    for group in optimizer.param_groups:
        group["lr"] = group["top"] * share
    optimizer.zero_grad()
    loss, tag_loss, link_loss = loss_of(network, windows, wordpiece, settings.link_weight, device)
    if not torch.isfinite(loss):
        raise ArithmeticError(f"the loss is {loss.item()}: a lower rate than {settings.rate} may help")
    loss.backward()
    torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], settings.clip)
    optimizer.step()
    return float(tag_loss), float(link_loss)


def state_of(network, optimizer, step, identity):
    weights = {name: value for name, value in network.state_dict().items() if name != FROZEN}
    return {"identity": identity, "step": step, "network": weights, "optimizer": optimizer.state_dict(),
            "random": checkpoint.random_state()}


def resume(network, optimizer, state, identity):
    """Restores a state; returns the number of steps it holds."""
    if state is None:
        return 0
    if state["identity"] != identity:
        raise ValueError("the work folder holds a checkpoint of another run (settings, data or start weights differ): "
                         f"take another folder or delete it\n  there: {state['identity']}\n  here:  {identity}")
    network.load_state_dict(state["network"], strict=False)
    optimizer.load_state_dict(state["optimizer"])
    checkpoint.restore_random(state["random"])
    return state["step"]


class Progress:
    """Sums since the last line of the log."""

    def __init__(self, step, total, log):
        self.first, self.total, self.log = step, total, log
        self.began = self.last = time.monotonic()
        self.steps = self.pieces = 0
        self.tag = self.link = 0.0

    def add(self, windows, losses):
        self.steps += 1
        self.pieces += sum(len(window.pieces) for window in windows)
        self.tag += losses[0]
        self.link += losses[1]

    def report(self, step, rate):
        now = time.monotonic()
        left = (now - self.began) / (step - self.first) * (self.total - step)
        self.log(f"step {step}/{self.total}  tags {self.tag / self.steps:.4f}  links {self.link / self.steps:.4f}  "
                 f"rate {rate:.2e}  {(now - self.last) / self.steps:.2f} s/step  {self.pieces / (now - self.last):.0f} pieces/s  "
                 f"{int(left) // 3600}:{int(left) % 3600 // 60:02}:{int(left) % 60:02} left")
        self.last, self.steps, self.pieces, self.tag, self.link = now, 0, 0, 0.0, 0.0
