"""A larger network whose opinion of the training texts a smaller one learns beside the gold (Hinton et al. 2015).

What it says of each piece is worked out once, over whole windows of the unchanged text; the smaller network may meet the
piece in another window, in another look.
"""
import numpy
import torch

from . import batches, data, evaluate
from .settings import TAGS


class Teacher:
    """[tag] shares of each piece of each article, kept as float16."""

    def __init__(self, shares):
        self._shares = shares

    @staticmethod
    def of(network, articles, wordpiece, limit, device="cpu"):
        """articles: `data.Pieces`, as they will be given to the trainer."""
        windows = data.windows(articles, limit)
        shares = [numpy.zeros((len(article.ids), len(TAGS)), dtype=numpy.float16) for article in articles]
        crf = network.heads["crf"]
        for window, scores in zip(windows, evaluate.scores(network, windows, wordpiece, device=device)):
            tags = torch.from_numpy(scores.tags)[None].to(next(crf.parameters()).device)
            marginals = crf.marginals(tags, batches.positions([window]).to(tags.device))
            shares[window.article][window.places[0]:window.places[-1] + 1] = marginals[0].exp().cpu().numpy()
        return Teacher(shares)

    def shares(self, windows):
        """[batch, n, 7]: what the teacher says of each piece of the windows; zero in padding."""
        table = numpy.zeros((len(windows), max(len(window) for window in windows), len(TAGS)), dtype=numpy.float32)
        for row, window in enumerate(windows):
            table[row, :len(window)] = self._shares[window.article][list(window.places)]
        return torch.from_numpy(table)
