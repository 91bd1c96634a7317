import itertools
import math
import unittest

import torch

from onrecord_training import batches, crf
from onrecord_training.data import NO_LABEL
from onrecord_training.settings import TAGS


class TransitionsTest(unittest.TestCase):
    """Held against sums over every row of tags, one by one."""

    def setUp(self):
        torch.manual_seed(11)
        self.chain = crf.Transitions()
        with torch.no_grad():
            self.chain.next.normal_()
            self.chain.first.normal_()
        self.positions = torch.tensor([[batches.FIRST_OF_LINE, batches.NEXT_WORD, batches.SAME_WORD, batches.FIRST_OF_LINE]])
        self.tags = torch.randn(1, 4, len(TAGS))

    def row(self, tags):
        moves = self.chain.moves(self.positions)[0].detach()
        before = (0, *tags[:-1])
        return sum(float(moves[i, before[i], t] + self.tags[0, i, t]) for i, t in enumerate(tags))

    def rows(self):
        return {tags: self.row(tags) for tags in itertools.product(range(len(TAGS)), repeat=4)}

    def test_the_loss_is_that_of_the_row_among_all_rows(self):
        rows = self.rows()
        total = math.log(sum(math.exp(score) for score in rows.values()))
        right = (1, 2, 2, 5)
        loss = self.chain.loss(self.tags, self.positions, torch.tensor([right]))
        self.assertAlmostEqual(float(loss), total - rows[right], places=4)

    def test_shares_are_sums_over_rows(self):
        rows = self.rows()
        total = sum(math.exp(score) for score in rows.values())
        found = self.chain.marginals(self.tags, self.positions)[0].exp()
        for i, t in itertools.product(range(4), range(len(TAGS))):
            wanted = sum(math.exp(score) for tags, score in rows.items() if tags[i] == t) / total
            self.assertAlmostEqual(float(found[i, t]), wanted, places=4)

    def test_what_the_rules_forbid_has_no_share(self):
        found = self.chain.marginals(self.tags, self.positions)[0].exp()
        for i in (0, 3):
            for t, name in enumerate(TAGS):
                if name.startswith("I-"):
                    self.assertLess(float(found[i, t]), 1e-6, "a line begins with no span that goes on")
        for t, name in enumerate(TAGS):
            if name.startswith("B-"):
                self.assertLess(float(found[2, t]), 1e-6, "a word is not cut")

    def test_padding_counts_for_nothing(self):
        alone = self.chain.loss(self.tags, self.positions, torch.tensor([[1, 2, 2, 5]]))
        tags = torch.cat([self.tags, torch.randn(1, 3, len(TAGS))], dim=1)
        positions = torch.cat([self.positions, torch.full((1, 3), -1)], dim=1)
        padded = self.chain.loss(tags, positions, torch.tensor([[1, 2, 2, 5, NO_LABEL, NO_LABEL, NO_LABEL]]))
        self.assertAlmostEqual(float(alone), float(padded), places=4)
