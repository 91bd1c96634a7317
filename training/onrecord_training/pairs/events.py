"""Made-up events: what several sources state of each, which of it puts the same claim and which cannot be true together.

Written for this (training/events); README.md in that folder says who wrote them and how a file looks. From some fifty sentences and
few lines that say what clashes come a thousand pairs with a relation each, most of them of things that look alike.
"""
import dataclasses
import hashlib
import itertools
import os
import random
import re

from .. import data
from .sets import RELATIONS, Pair

SAME, CONTRADICTS, OTHER = range(len(RELATIONS))
CLASH = re.compile(r"([xo]) (\d+)\.(\d+) (\d+)\.(\d+)")


@dataclasses.dataclass(frozen=True)
class Event:
    """answers: {(question, answer): its wordings}, both counted from 1. beside: [(question, sentence)] that fits with every answer.
    clashes: pairs of keys of `answers` that cannot both be true, the lesser first."""

    title: str
    answers: dict
    beside: tuple
    clashes: frozenset

    def sentences(self):
        """[(question, answer or None, sentence)] in the order of the file."""
        put = [(question, answer, text) for (question, answer), texts in self.answers.items() for text in texts]
        return put + [(question, None, text) for question, text in self.beside]

    def pairs(self):
        """All pairs of different sentences, each with its relation."""
        for (one, a, text), (two, b, other) in itertools.combinations(self.sentences(), 2):
            if text != other:
                yield Pair(text, other, "events", self.title, relation=(self.relation((one, a), (two, b)),))

    def relation(self, one, two):
        if None in (one[1], two[1]):
            return OTHER
        return SAME if one == two else CONTRADICTS if tuple(sorted((one, two))) in self.clashes else OTHER


def files(folder):
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".txt")]


def digest(folder):
    """Of the contents of all files, in order."""
    return hashlib.sha256("".join(data.digest(path) for path in files(folder)).encode()).hexdigest()


def read(folder):
    """All events of a folder's .txt files, by name of file."""
    found, titles = [], set()
    for path in files(folder):
        for event in read_file(path):
            if event.title in titles:
                raise ValueError(f"{path}: another event is called '{event.title}', too")
            titles.add(event.title)
            found.append(event)
    return found


def read_file(path):
    found, drafts = [], []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.strip()
            try:
                if line.startswith("#"):
                    drafts.append(Draft(line[1:].strip()))
                elif line:
                    if not drafts:
                        raise ValueError("a line before the first event")
                    drafts[-1].take(line)
            except ValueError as e:
                raise ValueError(f"{path}, line {number}: {e}") from None
    for draft in drafts:
        try:
            found.append(draft.event())
        except ValueError as e:
            raise ValueError(f"{path}: '{draft.title}': {e}") from None
    return found


class Draft:
    """An event while its lines are read."""

    def __init__(self, title):
        self.title, self.answers, self.beside, self.against, self.free = title, {}, [], set(), set()
        self.question, self.aside = 0, False

    def take(self, line):
        mark, text = line[0], line[1:].strip()
        clash = CLASH.fullmatch(line)
        if clash:
            one, two = sorted([(int(clash[2]), int(clash[3])), (int(clash[4]), int(clash[5]))])
            (self.against if clash[1] == "x" else self.free).add((one, two))
        elif mark == "?":
            self.question += 1
        elif not self.question:
            raise ValueError("a sentence before the first question")
        elif mark == "+":
            self.beside.append((self.question, text))
        elif mark == "=":
            self.answers[self.question, 1 + self.last()] = [text]
        elif not self.last() or self.aside:
            raise ValueError("a wording without an answer: it stands behind no '=' line or wording")
        else:
            self.answers[self.question, self.last()].append(line)
        self.aside = mark in "?+"

    def last(self):
        return max((answer for question, answer in self.answers if question == self.question), default=0)

    def event(self):
        unknown = [key for pair in self.against | self.free for key in pair if key not in self.answers]
        if unknown:
            raise ValueError(f"there is no answer {unknown[0][0]}.{unknown[0][1]}")
        own = {(one, two) for one, two in itertools.combinations(self.answers, 2) if one[0] == two[0]}
        return Event(self.title, self.answers, tuple(self.beside), frozenset((own | self.against) - self.free))


def held_out(events, share, seed):
    """(events to learn from, one in `share` that is not): a function of each title."""
    held = {event.title for event in events if int.from_bytes(hashlib.sha256(f"{seed} {event.title}".encode()).digest()[:4], "big") % share == 0}
    return [event for event in events if event.title not in held], [event for event in events if event.title in held]


def draw(events, seed, most, others):
    """Pairs to learn from: of each event at most so many that are the same and as many that contradict, and `others` times as
    many that are neither."""
    rng, found = random.Random(seed), []
    for event in events:
        by = {relation: [] for relation in range(len(RELATIONS))}
        for pair in event.pairs():
            by[pair.relation[0]].append(pair)
        for relation, count in ((SAME, most), (CONTRADICTS, most), (OTHER, int(most * others))):
            found += rng.sample(by[relation], min(count, len(by[relation])))
    return found


def sample(events, seed, each):
    """Pairs to measure on: so many of each event, as they come."""
    rng, found = random.Random(seed), []
    for event in events:
        pairs = list(event.pairs())
        found += rng.sample(pairs, min(each, len(pairs)))
    return found
