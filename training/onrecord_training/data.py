"""From annotated articles to windows with labels.

An article is a line of JSON: {"id", "text", "attributions": [{"source": [[start, end], ...], "cue": ..., "content": ...}]},
spans in code points. A window is the pieces of whole lines, packed in order up to a limit; a longer line is cut.
"""
import dataclasses
import hashlib
import json

from .settings import ROLES, tag

NO_LABEL = -100


@dataclasses.dataclass(frozen=True)
class Article:
    id: str
    text: str
    attributions: tuple


@dataclasses.dataclass(frozen=True)
class Window:
    """Pieces of one article that the network sees at once (without the two special ones).

    lines: for each piece the number of its line. labels: for each piece its tag. links: (index of the first piece of a
    source or content span, indexes of the first pieces of the cues it may belong to), only where such a cue is inside.
    """

    article: int
    pieces: tuple
    lines: tuple
    labels: tuple = ()
    links: tuple = ()


def read_articles(path):
    articles = []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            if not line.strip():
                continue
            value = json.loads(line)
            for a in value["attributions"]:
                for start, end in (span for role in ROLES for span in a[role]):
                    if not 0 <= start < end <= len(value["text"]):
                        raise ValueError(f"{path}:{number}: span [{start}, {end}) lies outside the text of {value['id']} "
                                         f"(length {len(value['text'])})")
            articles.append(Article(value["id"], value["text"], tuple(value["attributions"])))
    return articles


def digest(path):
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def line_spans(text):
    """[start, end) of each line of a text, without its line break."""
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def pack(lines, limit):
    """Groups lists of pieces, one a line, into lists of (piece, line number) of at most `limit`."""
    window = []
    for number, pieces in enumerate(lines):
        if len(window) + len(pieces) > limit and window:
            yield window
            window = []
        for piece in pieces:
            if len(window) == limit:
                yield window
                window = []
            window.append((piece, number))
    if window:
        yield window


def windows(articles, wordpiece, limit, labelled=True):
    """The windows of the articles, in order."""
    made = []
    for number, article in enumerate(articles):
        lines = [wordpiece.pieces(article.text, *span) for span in line_spans(article.text)]
        labels = label_pieces([piece for line in lines for piece in line], article) if labelled else None
        first = 0
        for packed in pack(lines, limit):
            pieces, line_numbers = zip(*packed)
            last = first + len(pieces)
            tags, links = ((), ()) if labels is None else cut_labels(labels, first, last)
            made.append(Window(number, pieces, line_numbers, tags, links))
            first = last
    return made


def label_pieces(pieces, article):
    """(tag for each piece, [(first piece of a source or content span, first pieces of its cues)]) for a whole article."""
    tags = [0] * len(pieces)
    links = {}
    for attribution in article.attributions:
        begins = {}
        for role in ROLES:
            covered = [touched(pieces, start, end) for start, end in attribution[role]]
            begins[role] = [span[0] for span in covered if span]
            for span in covered:
                for i in span:
                    tags[i] = tag(role, i == span[0])
        for begin in begins["source"] + begins["content"]:
            links.setdefault(begin, set()).update(begins["cue"])
    return tags, sorted((begin, sorted(cues)) for begin, cues in links.items() if cues)


def touched(pieces, start, end):
    """The indexes of the pieces that share a character with [start, end)."""
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high) // 2
        if pieces[middle].end <= start:
            low = middle + 1
        else:
            high = middle
    last = low
    while last < len(pieces) and pieces[last].start < end:
        last += 1
    return range(low, last)


def cut_labels(labels, first, last):
    """The part of an article's labels that lies in pieces [first, last), counted from `first`."""
    tags, links = labels
    inside = []
    for begin, cues in links:
        near = tuple(c - first for c in cues if first <= c < last)
        if first <= begin < last and near:
            inside.append((begin - first, near))
    return tuple(tags[first:last]), tuple(inside)
