import unittest

import numpy

from onrecord_training import batches, crf, data, decode, figures
from onrecord_training.network import Scores
from onrecord_training.settings import TAGS
from . import material


def scores(names, sure=5.0):
    table = numpy.zeros((len(names), len(TAGS)), dtype=numpy.float32)
    for i, name in enumerate(names):
        table[i, TAGS.index(name)] = sure
    return table


def best(names):
    """The best tags for words of one line."""
    return decode.best_tags(scores(names), crf.allowed()[[batches.FIRST_OF_LINE] + [batches.NEXT_WORD] * (len(names) - 1)])


class DecodeTest(unittest.TestCase):
    def test_a_span_must_begin_before_it_goes_on(self):
        tags = best(["O", "I-Cue", "I-Cue", "O", "B-Source", "I-Content"])
        for before, after in zip([0, *tags], tags):
            if TAGS[after].startswith("I-"):
                self.assertIn(TAGS[before][2:], TAGS[after])
                self.assertNotEqual(TAGS[before], "O")

    def test_clear_scores_are_taken_as_they_are(self):
        names = ["B-Source", "I-Source", "O", "B-Cue", "B-Content", "I-Content", "B-Content"]
        self.assertEqual([TAGS[t] for t in best(names)], names)

    def test_no_span_crosses_a_line(self):
        wordpiece = material.small_wordpiece()
        window, = data.windows([data.pieces_of(data.Article("two lines", "Avenia said\nno ships", ()), wordpiece, labelled=False)], 200)
        starts = [start for start, _ in window.spans]
        tags = scores(["O" if start < 7 else "B-Cue" if start == 7 else "I-Content" for start in starts])
        tags[starts.index(12), TAGS.index("B-Content")] = 4
        link = numpy.zeros((len(window), 2), dtype=numpy.float32)
        made, = decode.attributions(window, crf.Transitions(), Scores(tags, link, link, link, link))
        self.assertEqual(made, {"source": [], "cue": [[7, 11]], "content": [[12, 20]]})

    def test_spans_go_to_the_cue_they_point_to(self):
        wordpiece = material.small_wordpiece()
        article = material.article(0, material.SENTENCES[:2])
        window, = data.windows([data.pieces_of(article, wordpiece)], 200)
        tags = scores([TAGS[t] for t in window.labels])
        key = numpy.eye(len(window), dtype=numpy.float32)
        query = numpy.zeros_like(key)
        for begin, (cue,) in window.links:
            query[begin, cue] = 1
        self.assertEqual(decode.attributions(window, crf.Transitions(), Scores(tags, query, key, query, key)), list(article.attributions))


class FiguresTest(unittest.TestCase):
    def setUp(self):
        self.article = material.article()
        self.gold = list(self.article.attributions)

    def test_gold_against_itself_is_all_right(self):
        found = figures.figures([self.article], [self.gold])
        self.assertEqual({v["f1"] if isinstance(v, dict) else v for v in found.values()}, {100.0})

    def test_nothing_found_is_nothing(self):
        found = figures.figures([self.article], [[]])
        self.assertEqual({v["f1"] if isinstance(v, dict) else v for v in found.values()}, {0.0})

    def test_half_of_the_content_is_loosely_right_and_not_exactly(self):
        a = self.gold[0]
        (start, end), = a["content"]
        cut = {**a, "content": [[start, end - 6]]}
        found = figures.figures([self.article], [[cut, *self.gold[1:]]])
        self.assertEqual((found["linked.exact"]["f1"], found["linked.loose"]["f1"]), (83.33, 100.0))

    def test_a_source_too_many_is_wrong(self):
        a = self.gold[0]
        bare = material.article(0)
        bare.attributions[0]["source"] = []
        found = figures.figures([bare], [[a]])
        self.assertEqual(found["linked.loose"]["found"], 1)
        self.assertEqual(found["linked.loose"]["f1"], 0.0)
