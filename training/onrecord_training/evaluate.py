"""Reads articles with a network and counts what it finds."""
import json

import torch

from . import batches, data, decode
from .figures import figures
from .network import Scores


def scores(network, windows, wordpiece, size=16, device="cpu"):
    """For each window its `Scores` [pieces, ...] as numpy arrays, without the special pieces."""
    network.eval()
    found = [None] * len(windows)
    with torch.no_grad():
        for numbers in batches.by_length(windows, size):
            outputs = network(batches.inputs([windows[i] for i in numbers], wordpiece).to(device))
            outputs = [out.float().cpu().numpy() for out in outputs]
            for row, i in enumerate(numbers):
                found[i] = Scores(*(out[row, 1:1 + len(windows[i])] for out in outputs))
    return found


def found_attributions(articles, windows, crf, window_scores):
    """For each article the list of its attributions."""
    found = [[] for _ in articles]
    for window, parts in zip(windows, window_scores):
        found[window.article] += decode.attributions(window, crf, parts)
    return found


def evaluate(network, articles, wordpiece, limit, device="cpu"):
    """(figures, found attributions)."""
    windows = data.windows([data.pieces_of(article, wordpiece, labelled=False) for article in articles], limit)
    found = found_attributions(articles, windows, network.heads["crf"], scores(network, windows, wordpiece, device=device))
    return figures(articles, found), found


def write_records(path, articles, found):
    """One record a line, in the part of the format `onrecord/1` that a scorer of attributions reads."""
    with open(path, "w", encoding="utf-8") as f:
        for article, attributions in zip(articles, found):
            statements = [{role: [{"start": s, "end": e} for s, e in a[role]] for role in a} for a in attributions]
            record = {"format": "onrecord/1", "offsets": "codepoint", "article": {"address": article.id},
                      "statements": statements}
            f.write(json.dumps(record, ensure_ascii=False) + "\n")
