"""Windows to tensors: special pieces added, padded to the longest of the batch, windows of similar length together."""
import dataclasses
import random

import numpy
import torch

from . import augment, data

FIRST_OF_LINE, NEXT_WORD, SAME_WORD = range(3)


@dataclasses.dataclass(frozen=True)
class Inputs:
    """What the network reads, each [batch, n]: ids, surfaces, mask (1 at real pieces)."""

    ids: torch.Tensor
    surfaces: torch.Tensor
    mask: torch.Tensor

    def to(self, device):
        return Inputs(*(getattr(self, f.name).to(device) for f in dataclasses.fields(self)))


def pad(rows, filler):
    """[rows, longest] int64."""
    table = numpy.full((len(rows), max(len(row) for row in rows)), filler, dtype=numpy.int64)
    for i, row in enumerate(rows):
        table[i, :len(row)] = row
    return torch.from_numpy(table)


def inputs(windows, wordpiece):
    ids = pad([(wordpiece.first, *window.ids, wordpiece.last) for window in windows], wordpiece.pad)
    surfaces = pad([(0, *window.surfaces, 0) for window in windows], 0)
    return Inputs(ids, surfaces, pad([[1] * (len(window) + 2) for window in windows], 0))


def positions(windows):
    """[batch, longest without the special pieces]: how each piece stands to the one before; -1 in padding."""
    return pad([[SAME_WORD if not window.words[i] and i else
                 FIRST_OF_LINE if not i or window.lines[i] != window.lines[i - 1] else NEXT_WORD
                 for i in range(len(window))] for window in windows], -1)


def labels(windows):
    return pad([window.labels for window in windows], data.NO_LABEL)


def pointers(windows, pairs):
    """(rows [k], from [k], to [k, n]): in row `rows`, piece `from` points at any of the pieces that are true in `to`.

    Numbers count the first special piece, which stands for nothing to point at.
    """
    found = [(row, a, bs) for row, window in enumerate(windows) for a, bs in pairs(window)]
    to = torch.zeros(len(found), max(len(window) for window in windows) + 2, dtype=torch.bool)
    for i, (_, _, bs) in enumerate(found):
        to[i, [b + 1 for b in bs] or [0]] = True
    return (torch.tensor([row for row, _, _ in found], dtype=torch.int64),
            torch.tensor([a + 1 for _, a, _ in found], dtype=torch.int64), to)


def by_length(windows, size):
    """Lists of window numbers, each of similar length, for reading (not for training)."""
    order = sorted(range(len(windows)), key=lambda i: len(windows[i]))
    return [order[i:i + size] for i in range(0, len(order), size)]


def epoch(articles, wordpiece, settings, number, shards=1):
    """The steps of one epoch, each a list of at most `shards` batches: a function of the seed and the epoch's number.

    Windows are cut anew, varied, put in random order, sorted by length inside long runs, and grouped so that a step has
    about `settings.batch` pieces.
    """
    rng = random.Random(settings.seed * 1000 + number)
    windows = data.random_windows(articles, settings.window, rng)
    rng.shuffle(windows)
    windows = [augment.varied(window, wordpiece, rng) for window in windows]
    steps, run = [], 512
    for start in range(0, len(windows), run):
        group = sorted(windows[start:start + run], key=len)
        size = settings.batch // shards
        batches = [[]]
        for window in group:
            if batches[-1] and (len(batches[-1]) + 1) * (len(window) + 2) > size + settings.window // 2:
                batches.append([])
            batches[-1].append(window)
        steps += [batches[i:i + shards] for i in range(0, len(batches), shards)]
    rng.shuffle(steps)
    return steps
