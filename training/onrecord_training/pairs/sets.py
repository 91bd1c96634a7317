"""The research sets as pairs with targets, and the folds of cross-validation.

A pair may have any of the targets in `TARGETS`; what a set does not say is None and costs nothing in training.
"""
import dataclasses
import hashlib
import json
import math
import os

# How many numbers the network gives for each target.
TARGETS = {"similarity": 1, "paraphrase": 1, "relation": 3, "stance": 3, "bearing": 2}
RELATIONS = ("same", "contradicts", "other")
STANCES = ("for", "against", "observing")
BEARINGS = ("strengthens", "weakens")
FILES = {"headlines": "same-claim/headlines.jsonl", "paraphrase-train": "same-claim/paraphrase-train.jsonl",
         "paraphrase-dev": "same-claim/paraphrase-dev.jsonl", "emergent": "emergent/train.jsonl",
         "claimdiff": "claimdiff/train.jsonl"}
HIGHEST_SCORE = 5


@dataclasses.dataclass(frozen=True)
class Pair:
    """Two sentences and what is known of them.

    origin: the set. group: pairs of one group are never on both sides of a fold. similarity: 0 to 1. paraphrase: 0 or 1.
    relation: the numbers of the `RELATIONS` that it may be. stance: number of a `STANCES`. bearing: 0 or 1 for each of
    `BEARINGS`. symmetric: whether the targets hold for (b, a) as well.
    """

    a: str
    b: str
    origin: str
    group: str
    similarity: float = None
    paraphrase: int = None
    relation: tuple = None
    stance: int = None
    bearing: tuple = None
    symmetric: bool = True


def read(path):
    """The lines of a JSON Lines file; a broken one is named."""
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            try:
                yield number, json.loads(line)
            except ValueError as e:
                raise ValueError(f"{path}, line {number}: not JSON: {e}") from None


def read_all(folder):
    """{name of a set: its pairs}; the folder is laid out as `FILES` has it."""
    readers = {"headlines": headlines, "paraphrase-train": paraphrases, "paraphrase-dev": paraphrases,
               "emergent": emergent, "claimdiff": claimdiff}
    found = {}
    for name, file in FILES.items():
        path = os.path.join(folder, file)
        try:
            found[name] = readers[name]([row for _, row in read(path)], name)
        except KeyError as e:
            raise ValueError(f"{path}: a line lacks {e}") from None
    return found


def headlines(rows, name):
    groups = components([(row["a"], row["b"]) for row in rows])
    return [Pair(row["a"], row["b"], name, group, similarity=row["score"] / HIGHEST_SCORE,
                 relation=relation_of_score(row["score"])) for row, group in zip(rows, groups)]


def relation_of_score(score):
    """Far apart is neither the same nor a contradiction; at the top of the scale it is the same."""
    return (2,) if score <= 2 else (0,) if score >= 4.8 else None


def paraphrases(rows, name):
    """What is no paraphrase does not state the same; whether it contradicts, nobody has said."""
    groups = components([(row["a"], row["b"]) for row in rows])
    return [Pair(row["a"], row["b"], name, group, paraphrase=row["same"], relation=None if row["same"] else (1, 2))
            for row, group in zip(rows, groups)]


def emergent(rows, name):
    return [Pair(row["claim"], row["headline"], name, row["claim"], stance=STANCES.index(row["stance"]), symmetric=False,
                 relation=(1,) if row["stance"] == "against" else None) for row in rows]


def claimdiff(rows, name):
    """Each pair is judged twice, once for each of `BEARINGS`."""
    labels, topics = {}, {}
    for row in rows:
        pair = row["a"], row["b"]
        labels.setdefault(pair, {})[row["relation"]] = row["label"]
        topics[pair] = row["topic"]
    return [Pair(a, b, name, topics[a, b], bearing=tuple(label.get(bearing, math.nan) for bearing in BEARINGS), symmetric=False)
            for (a, b), label in labels.items()]


def components(pairs):
    """For each pair a name of the group of pairs that are linked by sentences they share."""
    parent = {}

    def root(x):
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in pairs:
        parent[root(a)] = root(b)
    return [root(a) for a, _ in pairs]


def fold_of(pairs, folds, seed):
    """{group: its fold}: groups in an order drawn by the seed, each to the fold that has least."""
    sizes = {}
    for pair in pairs:
        sizes[pair.group] = sizes.get(pair.group, 0) + 1
    filled, found = [0] * folds, {}
    for group in sorted(sizes, key=lambda g: hashlib.sha256(f"{seed} {g}".encode()).digest()):
        found[group] = filled.index(min(filled))
        filled[found[group]] += sizes[group]
    return found
