"""From annotated articles to windows with labels.

An article is a line of JSON: {"id", "text", "attributions": [{"source": [[start, end], ...], "cue": ..., "content": ...}]},
spans in code points. A window is the pieces of whole lines, packed in order up to a limit; a longer line is cut.
"""
import dataclasses
import hashlib
import json

from . import surface
from .settings import ROLES, tag

NO_LABEL = -100


@dataclasses.dataclass(frozen=True)
class Article:
    id: str
    text: str
    attributions: tuple


@dataclasses.dataclass(frozen=True)
class Pieces:
    """All pieces of an article, in order, each list with an entry for each piece.

    ids: in the vocabulary, every quotation mark as the straight one. spans: (start, end) in the text. words: whether the
    piece begins a word. letters: whether it has letters. lines: the number of its line. surfaces: see `surface`. labels: its tag. links: (first piece of a
    source or content span, first pieces of the cues it may belong to). owners: (first piece of a cue, first pieces of
    its sources; none where nobody is named).
    """

    ids: tuple
    spans: tuple
    words: tuple
    letters: tuple
    lines: tuple
    surfaces: tuple
    labels: tuple = ()
    links: tuple = ()
    owners: tuple = ()


@dataclasses.dataclass(frozen=True)
class Window:
    """Pieces of an article that the network sees at once (without the two special ones).

    places: their numbers in the article. The other lists are those of `Pieces`, counted from the window's first piece.
    Links are those with a cue inside, owners those whose sources are not all outside.
    """

    article: int
    places: tuple
    ids: tuple
    spans: tuple
    words: tuple
    letters: tuple
    lines: tuple
    surfaces: tuple
    labels: tuple = ()
    links: tuple = ()
    owners: tuple = ()

    def __len__(self):
        return len(self.ids)


def read_articles(path, annotated=True):
    """annotated: False for texts of which nobody says what is in them."""
    articles = []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            if not line.strip():
                continue
            value = json.loads(line)
            lacking = [key for key in ("id", "text", *(["attributions"] if annotated else ())) if key not in value]
            if lacking:
                raise ValueError(f"{path}:{number}: the article lacks {', '.join(lacking)}")
            attributions = value["attributions"] if annotated else ()
            for a in attributions:
                for start, end in (span for role in ROLES for span in a[role]):
                    if not 0 <= start < end <= len(value["text"]):
                        raise ValueError(f"{path}:{number}: span [{start}, {end}) lies outside the text of {value['id']} "
                                         f"(length {len(value['text'])})")
            articles.append(Article(value["id"], value["text"], tuple(attributions)))
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


def pieces_of(article, wordpiece, labelled=True):
    lines = list(line_spans(article.text))
    found, numbers = [], []
    for number, span in enumerate(lines):
        inside = wordpiece.pieces(article.text, *span)
        found += inside
        numbers += [number] * len(inside)
    words = [not wordpiece.vocabulary[piece.id].startswith("##") for piece in found]
    surfaces = surface.of_pieces(article.text, lines, found, words)
    mark = wordpiece.ids['"']
    ids = tuple(mark if surface.is_mark(s) else piece.id for piece, s in zip(found, surfaces))
    labels, links, owners = label_pieces(found, words, numbers, article) if labelled else ((), (), ())
    return Pieces(ids, tuple((piece.start, piece.end) for piece in found), tuple(words),
                  tuple(any(c.isalpha() for c in article.text[piece.start:piece.end]) for piece in found), tuple(numbers),
                  tuple(surfaces), labels, links, owners)


def label_pieces(pieces, words, lines, article):
    """(tag for each piece, links, owners) of a whole article; a word is never cut and no span crosses a line."""
    tags = [0] * len(pieces)
    links, owners = {}, {}
    for attribution in article.attributions:
        begins = {}
        for role in ROLES:
            covered = [whole_words(touched(pieces, start, end), words) for start, end in attribution[role]]
            begins[role] = [span[0] for span in covered if span]
            for span in covered:
                for i in span:
                    tags[i] = tag(role, i == span[0])
        for begin in begins["source"] + begins["content"]:
            links.setdefault(begin, set()).update(begins["cue"])
        for cue in begins["cue"]:
            owners.setdefault(cue, set()).update(begins["source"])
    regular(tags, words, lines)
    return (tuple(tags), tuple(sorted((begin, tuple(sorted(cues))) for begin, cues in links.items() if cues)),
            tuple(sorted((cue, tuple(sorted(sources))) for cue, sources in owners.items())))


def whole_words(span, words):
    """A range of pieces, widened to whole words."""
    if not span:
        return span
    first, last = span[0], span[-1] + 1
    while not words[first]:
        first -= 1
    while last < len(words) and not words[last]:
        last += 1
    return range(first, last)


def regular(tags, words, lines):
    """Mends tags, in place, where spans that overlap have left what no decoder could give."""
    for i, found in enumerate(tags):
        before = tags[i - 1] if i else 0
        if not words[i] and i:
            tags[i] = before + before % 2
        elif found and found % 2 == 0 and (not i or lines[i] != lines[i - 1] or before not in (found, found - 1)):
            tags[i] = found - 1


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


def cuts(lines, limit, first=None):
    """[first, last) of each window over pieces on these lines: whole lines, at most `limit` pieces; the first window at
    most `first`."""
    bounds = [i for i in range(len(lines)) if not i or lines[i] != lines[i - 1]] + [len(lines)]
    found, start, room = [], 0, first or limit
    for a, b in zip(bounds, bounds[1:]):
        if b - start <= room:
            continue
        if a > start:
            found.append((start, a))
            start, room = a, limit
        while b - start > room:
            found.append((start, start + room))
            start, room = start + room, limit
    if start < len(lines):
        found.append((start, len(lines)))
    return found


def window(number, pieces, first, last):
    """The window over pieces [first, last) of article `number`."""
    links = tuple((begin - first, near) for begin, cues in pieces.links if first <= begin < last
                  for near in [tuple(c - first for c in cues if first <= c < last)] if near)
    owners = tuple((cue - first, near) for cue, sources in pieces.owners if first <= cue < last
                   for near in [tuple(s - first for s in sources if first <= s < last)] if near or not sources)
    ids, spans, words, letters, lines, surfaces, labels = (part[first:last] for part in (
        pieces.ids, pieces.spans, pieces.words, pieces.letters, pieces.lines, pieces.surfaces, pieces.labels))
    if labels and labels[0] and labels[0] % 2 == 0:
        # A line that is too long was cut inside a span.
        labels = (labels[0] - 1, *labels[1:])
    return Window(number, tuple(range(first, last)), ids, spans, words, letters, lines, surfaces, labels, links, owners)


def windows(articles, limit):
    """The windows of articles, given as `Pieces`, in order."""
    return [window(number, pieces, *cut) for number, pieces in enumerate(articles) for cut in cuts(pieces.lines, limit)]


def random_windows(articles, limit, rng):
    """Windows cut anew: another share of each article's lines goes together each time, now and then short ones."""
    made = []
    for number, pieces in enumerate(articles):
        size = limit if rng.random() < 0.8 else rng.randint(limit // 5, limit)
        made += [window(number, pieces, *cut) for cut in cuts(pieces.lines, size, rng.randint(size // 8 + 1, size))]
    return made
