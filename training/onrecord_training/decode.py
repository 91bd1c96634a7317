"""From the network's scores to attributions, line by line."""
import numpy

from .settings import ROLES, TAGS

IMPOSSIBLE = -1e9


def allowed():
    """[from, to]: 0 where the second tag may follow the first, else a number that rules it out. `I-X` follows only X."""
    moves = numpy.zeros((len(TAGS), len(TAGS)), dtype=numpy.float32)
    for to, name in enumerate(TAGS):
        if name.startswith("I-"):
            moves[:, to] = IMPOSSIBLE
            moves[to, to] = moves[to - 1, to] = 0
    return moves


MOVES = allowed()
FIRST = numpy.array([IMPOSSIBLE if name.startswith("I-") else 0 for name in TAGS], dtype=numpy.float32)


def best_tags(scores):
    """The best allowed row of tags for scores [n, 7] (Viterbi)."""
    best = scores[0] + FIRST
    back = numpy.zeros(scores.shape, dtype=numpy.int64)
    for i in range(1, len(scores)):
        ways = best[:, None] + MOVES
        back[i] = ways.argmax(axis=0)
        best = ways.max(axis=0) + scores[i]
    tags = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        tags.append(int(back[i][tags[-1]]))
    return tags[::-1]


def spans(tags):
    """(role, first piece, last piece) of each span in a row of tags."""
    found = []
    for i, number in enumerate(tags):
        name = TAGS[number]
        if name.startswith("B-"):
            found.append([name[2:].lower(), i, i])
        elif name.startswith("I-"):
            found[-1][2] = i
    return [tuple(span) for span in found]


def attributions(window, tags, query, key):
    """The attributions of one window, from its scores [pieces, ...] without the special pieces.

    Each source and content span goes to the cue that its first piece points to. A span without any cue in the window
    belongs to nothing and is left out; so is a cue without content.
    """
    found = []
    first = 0
    while first < len(window.pieces):
        last = first
        while last < len(window.pieces) and window.lines[last] == window.lines[first]:
            last += 1
        found += [(role, a + first, b + first) for role, a, b in spans(best_tags(tags[first:last]))]
        first = last
    cues = [a for role, a, _ in found if role == "cue"]
    if not cues:
        return []
    made = {a: {role: [] for role in ROLES} for a in cues}
    for role, a, b in found:
        owner = a if role == "cue" else cues[int((key[cues] @ query[a]).argmax())]
        made[owner][role].append([window.pieces[a].start, window.pieces[b].end])
    return [made[a] for a in cues if made[a]["content"]]
