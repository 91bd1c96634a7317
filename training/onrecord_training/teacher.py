"""A larger network whose opinion of the training texts a smaller one learns beside the gold (Hinton et al. 2015).

What it says of each piece is worked out once, over whole windows of the unchanged text; the smaller network may meet the
piece in another window, in another look. Where the two are equally wide, the smaller one can also learn what the layers of the
larger make of each piece (Jiao et al. 2020, TinyBERT).

A network says least of what it was trained on: there it says the gold again. So several can be trained, each without a part of the
articles (`--leave`), and each piece be learned from those that have not seen its article: their opinions are kept in files.
"""
import hashlib
import os

import numpy
import torch

from . import batches, data
from .settings import TAGS
from .workers import Workers


class Teacher:
    """[tag] shares of each piece of each article, and what some layers make of it [layer, width], both kept as float16."""

    def __init__(self, shares, states=None):
        self._shares = shares
        self._states = states

    @staticmethod
    def of(network, articles, wordpiece, limit, device="cpu", layers=(), threads=1):
        """articles: `data.Pieces`, as they will be given to the trainer. layers: the numbers of the network's layers to learn from.
        threads: how many batches are read at once."""
        windows = data.windows(articles, limit)
        shares = [numpy.zeros((len(article.ids), len(TAGS)), dtype=numpy.float16) for article in articles]
        states = [numpy.zeros((len(article.ids), len(layers), network.shape.width), dtype=numpy.float16) for article in articles] if layers else None
        network.eval()

        def read(_, numbers):
            group, made = [windows[i] for i in numbers], []
            with torch.no_grad():
                scores = network(batches.inputs(group, wordpiece).to(device), states=made)
                tags = network.heads["crf"].marginals(scores.tags[:, 1:-1].float(), batches.positions(group).to(device)).exp().cpu().numpy()
                kept = torch.stack([made[layer][:, 1:-1] for layer in layers], dim=2).half().cpu().numpy() if layers else None
            # No piece stands in two of these windows, so no place is written to twice.
            for row, window in enumerate(group):
                place = slice(window.places[0], window.places[-1] + 1)
                shares[window.article][place] = tags[row, :len(window)]
                if layers:
                    states[window.article][place] = kept[row, :len(window)]

        with Workers(threads) as workers:
            workers.map(read, list(batches.by_length(windows, 16)))
        return Teacher(shares, states)

    @staticmethod
    def once(path, articles, pieces, ask):
        """What is kept in a file of these articles, else what `ask()` gives, which is kept there: a run that goes on need not ask again."""
        if os.path.exists(path):
            return Teacher.read([path], articles, pieces)
        made = ask()
        made.write(path, articles)
        return made

    def write(self, path, articles):
        """Keeps the shares, for `read`; articles: those that they are of, in order. The file is there whole or not at all."""
        with open(path + ".part", "wb") as f:
            numpy.savez(f, ids=numpy.array([article.id for article in articles]), lengths=numpy.array([len(share) for share in self._shares]),
                        shares=numpy.concatenate([numpy.zeros((0, len(TAGS)), dtype=numpy.float16), *self._shares]))
            f.flush()
            os.fsync(f.fileno())
        os.replace(path + ".part", path)

    @staticmethod
    def read(paths, articles, pieces):
        """The mean, for each article, of the kept opinions that are of it.

        articles, pieces: those to be trained on, in order. ValueError if nobody has an opinion of one, or one of another text."""
        kept = [opinions(path) for path in paths]
        shares = []
        for article, own in zip(articles, pieces):
            found = [one[article.id] for one in kept if article.id in one]
            if not found:
                raise ValueError(f"nobody has an opinion of article {article.id}: {', '.join(paths)}")
            if any(len(one) != len(own.ids) for one in found):
                raise ValueError(f"an opinion of article {article.id} is of another text: it has not {len(own.ids)} word pieces")
            shares.append((sum(one.astype(numpy.float32) for one in found) / len(found)).astype(numpy.float16))
        return Teacher(shares)

    def shares(self, windows):
        """[batch, n, 7]: what the teacher says of each piece of the windows; zero in padding."""
        return rows(self._shares, windows)

    @property
    def has_states(self):
        return self._states is not None

    def states(self, windows):
        """[batch, n, layer, width]: what its layers make of each piece of the windows; zero in padding."""
        return rows(self._states, windows)


def name_of(digest, settings, articles):
    """A name for what the teacher with a digest, read with some settings, makes of some texts."""
    name = hashlib.sha256(f"{digest} {settings}".encode())
    for article in articles:
        name.update(f"\0{article.id}\0{article.text}".encode())
    return name.hexdigest()[:16]


def opinions(path):
    """{id of an article: its shares} in a file."""
    with numpy.load(path) as file:
        if set(file.files) != {"ids", "lengths", "shares"}:
            raise ValueError(f"{path} holds no opinions: a run with --tell writes them, as opinions.npz")
        ends = numpy.cumsum(file["lengths"])
        return dict(zip(file["ids"].tolist(), numpy.split(file["shares"], ends[:-1])))


def rows(of_articles, windows):
    table = numpy.zeros((len(windows), max(len(window) for window in windows), *of_articles[windows[0].article].shape[1:]), dtype=numpy.float32)
    for row, window in enumerate(windows):
        table[row, :len(window)] = of_articles[window.article][list(window.places)]
    return torch.from_numpy(table)


def layers_like(layers, of_teacher):
    """For each layer of a network the one of its teacher that has come as far."""
    return tuple((number + 1) * of_teacher // layers - 1 for number in range(layers))
