"""BERT's uncased WordPiece, with the place of every piece in the text.

Each character that is kept remembers which code point of the text it came from, through cleaning, lower-casing and the
stripping of accents; a piece's span is read off those, and nothing is ever found again by searching for it.

The rules are those of BERT's own tokenizer: control and format characters (Cc, Cf) vanish, white space separates, a CJK
ideograph is a word, letters are lower-cased and decomposed (NFD) and lose their marks (Mn), every punctuation character
is a word, and a word is cut greedily into the longest entries of the vocabulary. A word that cannot be cut, or is over
100 characters long, is one `[UNK]`. All is done code point by code point, so that no context-dependent case rule
applies. A mark that is stripped still belongs to the span of the letter before it. `[CLS]` in a text is ordinary text.
"""
import dataclasses
import functools
import unicodedata

LONGEST_WORD = 100
CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
       (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
DROP, SPACE, MARK, ALONE, LETTER = range(5)


@dataclasses.dataclass(frozen=True)
class Piece:
    """One entry of the vocabulary and the code points [start, end) of the text that it stands for."""

    id: int
    start: int
    end: int


def is_punctuation(c):
    """ASCII's non-letters (`$` and `+` too) and Unicode's punctuation."""
    return 33 <= ord(c) <= 47 or 58 <= ord(c) <= 64 or 91 <= ord(c) <= 96 or 123 <= ord(c) <= 126 \
        or unicodedata.category(c).startswith("P")


@functools.lru_cache(maxsize=None)
def fold(c):
    """What becomes of one code point: a tuple of (what it is, the characters that stand for it)."""
    category = unicodedata.category(c)
    if c in "\t\n\r" or category in ("Zs", "Zl", "Zp"):
        return SPACE, ""
    if c in "\0\ufffd" or category in ("Cc", "Cf"):
        return DROP, ""
    folded = "".join(d for d in unicodedata.normalize("NFD", c.lower()) if unicodedata.category(d) != "Mn")
    if not folded:
        return MARK, ""
    if any(a <= ord(c) <= b for a, b in CJK) or len(folded) == 1 and is_punctuation(folded):
        return ALONE, folded
    return LETTER, folded


class WordPiece:
    """Cuts texts into pieces. Immutable but for a cache of words."""

    def __init__(self, vocabulary):
        self.vocabulary = list(vocabulary)
        self.ids = {entry: number for number, entry in enumerate(self.vocabulary)}
        for special in ("[PAD]", "[UNK]", "[CLS]", "[SEP]"):
            if special not in self.ids:
                raise ValueError(f"the vocabulary of {len(self.vocabulary)} entries lacks {special}")
        self.pad, self.unknown, self.first, self.last = (self.ids[s] for s in ("[PAD]", "[UNK]", "[CLS]", "[SEP]"))
        self._cuts = {}

    def pieces(self, text, start=0, end=None):
        """The pieces of text[start:end], in order, their spans counted in the whole text."""
        found = []
        for word, places in words(text, start, len(text) if end is None else end):
            for piece, a, b in self._cut(word):
                found.append(Piece(piece, places[a][0], places[b - 1][1]))
        return found

    def _cut(self, word):
        cut = self._cuts.get(word)
        if cut is None:
            cut = self._cuts[word] = self._greedy(word)
        return cut

    def _greedy(self, word):
        """(id, from, to) for each piece of a folded word, `from` and `to` counting its characters."""
        whole = [(self.unknown, 0, len(word))]
        if len(word) > LONGEST_WORD:
            return whole
        cut, a = [], 0
        while a < len(word):
            for b in range(len(word), a, -1):
                piece = self.ids.get(("##" if a else "") + word[a:b])
                if piece is not None:
                    cut.append((piece, a, b))
                    a = b
                    break
            else:
                return whole
        return cut


def words(text, start, end):
    """Yields (folded word, [(start, end) in the text, one a character]) for text[start:end]."""
    word, places, alone = [], [], False
    for i in range(start, end):
        kind, folded = fold(text[i])
        if kind == MARK and places and places[-1][1] == i:
            places[-1] = (places[-1][0], i + 1)
        if kind in (DROP, MARK):
            continue
        if word and (kind in (SPACE, ALONE) or alone):
            yield "".join(word), places
            word, places = [], []
        if kind != SPACE:
            word.extend(folded)
            places.extend([(i, i + 1)] * len(folded))
            alone = kind == ALONE
    if word:
        yield "".join(word), places
