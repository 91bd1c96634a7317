"""Precision, recall and F1 of found attributions against gold ones, in per cent.

span.ROLE: each contiguous span of a role, equal as sets of tokens. linked.exact: source, cue and content all equal.
linked.loose: content Jaccard at least a half, cue overlapping, source overlapping or both without one. quoted.recall
and unquoted.recall: recall of linked.loose over the gold with and without a double quotation mark in its content.
A token is a run of word characters or one other visible character, and a span is the set of tokens that it touches.
"""
import bisect
import re

from .settings import ROLES

TOKEN = re.compile(r"\w+|[^\w\s]")
MARK = re.compile(r"[\"“”«»„]|''|``")


class Count:
    """Hits, found and wanted, summed over articles."""

    def __init__(self):
        self.hits = self.found = self.wanted = 0

    def add(self, hits, found, wanted):
        self.hits += hits
        self.found += found
        self.wanted += wanted

    def recall(self):
        return round(100 * self.hits / self.wanted, 2) if self.wanted else 0.0

    def figures(self):
        precision = 100 * self.hits / self.found if self.found else 0.0
        recall = 100 * self.hits / self.wanted if self.wanted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if self.hits else 0.0
        return {"p": round(precision, 2), "r": round(recall, 2), "f1": round(f1, 2), "found": self.found, "gold": self.wanted}


class Tokens:
    """The tokens of a text; turns spans into sets of their numbers."""

    def __init__(self, text):
        self.spans = [match.span() for match in TOKEN.finditer(text)]
        self.starts = [start for start, _ in self.spans]

    def touched(self, spans):
        numbers = set()
        for start, end in spans:
            i = max(0, bisect.bisect_right(self.starts, start) - 1)
            while i < len(self.spans) and self.spans[i][0] < end:
                if self.spans[i][1] > start:
                    numbers.add(i)
                i += 1
        return frozenset(numbers)

    def roles(self, attribution):
        return {role: self.touched(attribution[role]) for role in ROLES}

    def parts(self, attributions, role):
        return {self.touched([span]) for a in attributions for span in a[role]} - {frozenset()}


def loosely(gold, found):
    both = len(gold["content"] & found["content"])
    if not both or 2 * both < len(gold["content"] | found["content"]) or not gold["cue"] & found["cue"]:
        return False
    return bool(gold["source"] & found["source"]) or not gold["source"] and not found["source"]


def exact_hits(gold, found):
    left = list(found)
    for a in gold:
        if a in left:
            left.remove(a)
    return len(found) - len(left)


def loose_hits(gold, found):
    """The numbers of the gold attributions that have a partner of their own; pairs that share most tokens come first."""
    pairs = sorted((-len(a["content"] & b["content"]), i, j)
                   for i, a in enumerate(gold) for j, b in enumerate(found) if loosely(a, b))
    used, taken = set(), set()
    for _, i, j in pairs:
        if i not in used and j not in taken:
            used.add(i)
            taken.add(j)
    return used


def figures(articles, found):
    """articles: gold ones; found: for each a list of {"source": [[start, end], ...], "cue": ..., "content": ...}."""
    names = [f"span.{role}" for role in ROLES] + ["linked.exact", "linked.loose", "quoted", "unquoted"]
    counts = {name: Count() for name in names}
    for article, predicted in zip(articles, found):
        tokens = Tokens(article.text)
        for role in ROLES:
            gold, mine = tokens.parts(article.attributions, role), tokens.parts(predicted, role)
            counts[f"span.{role}"].add(len(gold & mine), len(mine), len(gold))
        gold, mine = [tokens.roles(a) for a in article.attributions], [tokens.roles(a) for a in predicted]
        counts["linked.exact"].add(exact_hits(gold, mine), len(mine), len(gold))
        matched = loose_hits(gold, mine)
        counts["linked.loose"].add(len(matched), len(mine), len(gold))
        for i, a in enumerate(article.attributions):
            quoted = any(MARK.search(article.text[start:end]) for start, end in a["content"])
            counts["quoted" if quoted else "unquoted"].add(int(i in matched), 0, 1)
    return {name if "." in name else f"{name}.recall": count.figures() if "." in name else count.recall()
            for name, count in counts.items()}


def lines(result):
    """The figures as lines to print."""
    for name, value in result.items():
        if isinstance(value, dict):
            yield f"{name:16} P {value['p']:6.2f}  R {value['r']:6.2f}  F1 {value['f1']:6.2f}   " \
                  f"({value['found']} found, {value['gold']} gold)"
        else:
            yield f"{name:16} {value:.2f}"
