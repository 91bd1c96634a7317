"""A linear chain over the tags of a line (Lafferty, McCallum and Pereira 2001): a span begins before it goes on, a word is
never cut, and no span crosses a line. What the rules forbid has no share in any sum."""
import numpy
import torch
from torch import nn

from .batches import FIRST_OF_LINE, NEXT_WORD, SAME_WORD
from .settings import TAGS

IMPOSSIBLE = -1e4


def allowed():
    """[position, from, to]: 0 where the tag `to` may follow `from`, else a number that rules it out."""
    moves = numpy.full((3, len(TAGS), len(TAGS)), IMPOSSIBLE, dtype=numpy.float32)
    for to, name in enumerate(TAGS):
        if name.startswith("I-"):
            moves[NEXT_WORD:, (to - 1, to), to] = 0
        else:
            moves[FIRST_OF_LINE:SAME_WORD, :, to] = 0
    moves[SAME_WORD, 0, 0] = 0
    return moves


class Transitions(nn.Module):
    """Scores of one tag after another from word to word, and of the first tag of a line; inside a word the rules alone count. Zero
    to begin with."""

    def __init__(self):
        super().__init__()
        self.next = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.first = nn.Parameter(torch.zeros(len(TAGS)))
        self.register_buffer("rules", torch.from_numpy(allowed()), persistent=False)

    def moves(self, positions):
        """[batch, n, from, to]: the score of each move into each piece."""
        table = self.rules + torch.stack([self.first.expand(len(TAGS), -1), self.next, torch.zeros_like(self.next)])
        return table[positions.clamp(min=0)]

    def loss(self, tags, positions, labels):
        """The sum over the pieces of -log P(labels), for tag scores [batch, n, 7]; positions are -1 in padding."""
        real = positions >= 0
        moves = self.moves(positions)
        safe = labels.clamp(min=0)
        before = torch.cat([torch.zeros_like(safe[:, :1]), safe[:, :-1]], dim=1)
        rows = torch.arange(len(safe), device=safe.device)[:, None]
        columns = torch.arange(safe.shape[1], device=safe.device)[None]
        path = tags.gather(2, safe[..., None]).squeeze(2) + moves[rows, columns, before, safe]
        return self.total(tags, moves, real).sum() - (path * real).sum()

    def total(self, tags, moves, real):
        """[batch]: the logarithm of the sum over all rows of tags."""
        ahead = moves + tags[:, :, None]
        still = torch.full((len(TAGS), len(TAGS)), IMPOSSIBLE, device=tags.device).fill_diagonal_(0)
        first, ahead = ahead[:, 0, 0], torch.where(real[:, 1:, None, None], ahead[:, 1:], still)
        # Each two neighbours become one, until one is left: few steps of much work, where going from piece to piece takes two hundred.
        while ahead.shape[1] > 1:
            last = ahead[:, -1:] if ahead.shape[1] % 2 else ahead[:, :0]
            two = torch.logsumexp(ahead[:, 0:ahead.shape[1] - last.shape[1]:2, :, :, None] + ahead[:, 1::2, None], dim=3)
            ahead = torch.cat([two, last], dim=1)
        if ahead.shape[1]:
            first = torch.logsumexp(first[:, :, None] + ahead[:, 0], dim=1)
        return torch.logsumexp(first, dim=1)

    @torch.no_grad()
    def marginals(self, tags, positions):
        """[batch, n, 7]: log P(tag at piece)."""
        real = positions >= 0
        moves = self.moves(positions)
        n = tags.shape[1]
        ahead = [moves[:, 0, 0] + tags[:, 0]]
        for i in range(1, n):
            step = torch.logsumexp(ahead[-1][:, :, None] + moves[:, i], dim=1) + tags[:, i]
            ahead.append(torch.where(real[:, i, None], step, ahead[-1]))
        back = [torch.zeros_like(ahead[0])]
        for i in range(n - 1, 0, -1):
            step = torch.logsumexp(moves[:, i] + (tags[:, i] + back[-1])[:, None, :], dim=2)
            back.append(torch.where(real[:, i, None], step, back[-1]))
        both = torch.stack(ahead, dim=1) + torch.stack(back[::-1], dim=1)
        return torch.log_softmax(both, dim=-1)
