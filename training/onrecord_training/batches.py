"""Windows to tensors: special pieces added, padded to the longest of the batch, windows of similar length together."""
import random

import numpy
import torch

from .data import NO_LABEL


def pad(rows, filler):
    """[rows, longest] int64."""
    table = numpy.full((len(rows), max(len(row) for row in rows)), filler, dtype=numpy.int64)
    for i, row in enumerate(rows):
        table[i, :len(row)] = row
    return torch.from_numpy(table)


def inputs(windows, wordpiece):
    """(input ids, attention mask), each [batch, n]."""
    rows = [[wordpiece.first] + [piece.id for piece in window.pieces] + [wordpiece.last] for window in windows]
    return pad(rows, wordpiece.pad), pad([[1] * len(row) for row in rows], 0)


def targets(windows):
    """(tags [batch, n]; rows, begins [links] and cues [links, n], true at the first pieces of the cues of each begin)."""
    tags = pad([[NO_LABEL, *window.labels, NO_LABEL] for window in windows], NO_LABEL)
    links = [(row, begin, cues) for row, window in enumerate(windows) for begin, cues in window.links]
    cues = torch.zeros(len(links), tags.shape[1], dtype=torch.bool)
    for i, (_, _, found) in enumerate(links):
        cues[i, [cue + 1 for cue in found]] = True
    rows = torch.tensor([row for row, _, _ in links], dtype=torch.int64)
    begins = torch.tensor([begin + 1 for _, begin, _ in links], dtype=torch.int64)
    return tags, rows, begins, cues


def by_length(windows, size):
    """Lists of window numbers, each of similar length, for reading (not for training)."""
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].pieces))
    return [order[i:i + size] for i in range(0, len(order), size)]


def epoch(windows, size, seed):
    """The batches of one epoch: a function of the seed alone. Shuffled, then sorted by length inside runs of 32 batches."""
    rng = random.Random(seed)
    order = list(range(len(windows)))
    rng.shuffle(order)
    made = []
    for start in range(0, len(order), 32 * size):
        run = sorted(order[start:start + 32 * size], key=lambda i: len(windows[i].pieces))
        made += [run[i:i + size] for i in range(0, len(run), size)]
    rng.shuffle(made)
    return made
