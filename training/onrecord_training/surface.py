"""How a piece looked before it was folded: the case of its word, and how it stands to double quotation marks.

The vocabulary is uncased and has a piece for each kind of quotation mark. So that typography does not move what the
network finds, every mark of a quotation is read as the straight one, and case and quotation are told apart from the pieces:
a piece's surface is `case * QUOTES + quote`.

Marks are paired line by line, outermost pairs alone. A mark that is left open counts up to the end of its line if the
next line begins with a mark that opens; a mark without a partner is `STRAY`. The Java reader pairs single marks, too; in
training they stay what they are.
"""
PLAIN_CASE, CAPITALIZED, CAPITALS, MIXED_CASE = range(4)
OUTSIDE, OPENING, INSIDE, CLOSING, STRAY = range(5)
CASES, QUOTES = 4, 5
OPENERS, CLOSERS, EITHER = "“„«‟", "”»", "\"＂″"
DOUBLED = {"'": EITHER, "’": CLOSERS, "‘": OPENERS, "`": OPENERS}


def case(word):
    """The case of a word of the text."""
    letters = [c for c in word if c.isalpha()]
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return PLAIN_CASE
    if all(upper) and len(upper) > 1:
        return CAPITALS
    return CAPITALIZED if upper[0] else MIXED_CASE


def marks(text, start, end):
    """Yields (start, end, may open, may close) for each double mark of text[start:end]."""
    i = start
    while i < end:
        c = text[i]
        width = 2 if c in DOUBLED and i + 1 < end and text[i + 1] == c else 1
        if width == 2:
            kind = DOUBLED[c]
        else:
            kind = next((kind for kind in (OPENERS, CLOSERS, EITHER) if c in kind), None)
        if kind is not None:
            before = text[i - 1] if i > start else " "
            after = text[i + width] if i + width < end else " "
            opens, closes = kind != CLOSERS, kind != OPENERS
            if kind == EITHER or kind == CLOSERS:
                loose = before.isspace() or before in "([—–-"
                tight = not (after.isspace() or after in ",.;:!?)]")
                if kind == EITHER and loose != tight:
                    pass
                elif loose and tight:
                    opens, closes = True, False
                elif kind == EITHER:
                    opens, closes = tight, not tight
            yield i, i + width, opens, closes
        i += width


def quotations(text, lines):
    """([(start of the opening mark, its end, start of the closing mark, its end)], [(start, end) of stray marks]).

    A quotation that its line does not close has an empty closing mark at the end of the line.
    """
    pairs, stray = [], []
    found = [list(marks(text, *line)) for line in lines]
    for number, (line, inside) in enumerate(zip(lines, found)):
        opened = None
        for start, end, opens, closes in inside:
            if opened is not None and closes:
                pairs.append((*opened, start, end))
                opened = None
            elif opens:
                if opened is not None:
                    stray.append(opened)
                opened = start, end
            else:
                stray.append((start, end))
        if opened is not None:
            following = next(((l, m) for l, m in zip(lines[number + 1:], found[number + 1:]) if l[1] > l[0]), None)
            if following and following[1] and following[1][0][2] and not text[following[0][0]:following[1][0][0]].strip():
                pairs.append((*opened, line[1], line[1]))
            else:
                stray.append(opened)
    return sorted(pairs), sorted(stray)


def of_pieces(text, lines, pieces, word_starts):
    """[surface of each piece] of a text whose pieces stand in order."""
    pairs, stray = quotations(text, lines)
    surfaces, n, pair, lost = [0] * len(pieces), len(pieces), 0, 0
    i = 0
    while i < n:
        last = i + 1
        while last < n and not word_starts[last]:
            last += 1
        word_case = case(text[pieces[i].start:pieces[last - 1].end])
        for j in range(i, last):
            surfaces[j] = word_case * QUOTES
        i = last
    for i, piece in enumerate(pieces):
        while pair < len(pairs) and pairs[pair][3] <= piece.start:
            pair += 1
        while lost < len(stray) and stray[lost][1] <= piece.start:
            lost += 1
        if pair < len(pairs) and piece.start >= pairs[pair][0]:
            opened, opened_end, closing, _ = pairs[pair]
            surfaces[i] += OPENING if piece.start < opened_end else CLOSING if piece.start >= closing else INSIDE
        elif lost < len(stray) and piece.start >= stray[lost][0]:
            surfaces[i] += STRAY
    return surfaces


def is_mark(surface):
    return surface % QUOTES in (OPENING, CLOSING, STRAY)
