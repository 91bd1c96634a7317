"""From the network's scores to attributions, line by line."""
import numpy

from . import batches
from .settings import ROLES, TAGS


def best_tags(scores, moves):
    """The best row of tags for scores [n, 7] and moves [n, from, to] (Viterbi)."""
    best = scores[0] + moves[0, 0]
    back = numpy.zeros(scores.shape, dtype=numpy.int64)
    for i in range(1, len(scores)):
        ways = best[:, None] + moves[i]
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


def attributions(window, crf, scores):
    """The attributions of one window, from its `network.Scores` [pieces, ...] as numpy arrays, without the special pieces.

    Each source and content span goes to the cue that its first piece points to. A span without any cue in the window
    belongs to nothing and is left out; so is a cue without content.
    """
    moves = crf.moves(batches.positions([window])[0]).detach().cpu().numpy()
    found = spans(best_tags(scores.tags, moves))
    cues = [a for role, a, _ in found if role == "cue"]
    if not cues:
        return []
    made = {a: {role: [] for role in ROLES} for a in cues}
    for role, a, b in found:
        owner = a if role == "cue" else cues[int((scores.link_key[cues] @ scores.link_query[a]).argmax())]
        made[owner][role].append([window.spans[a][0], window.spans[b][1]])
    return [made[a] for a in cues if made[a]["content"]]
