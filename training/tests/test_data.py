import json
import os
import random
import tempfile
import unittest

from onrecord_training import data
from onrecord_training.settings import TAGS
from onrecord_training.wordpiece import WordPiece
from . import material


class LabelsTest(unittest.TestCase):
    def setUp(self):
        self.wordpiece = material.small_wordpiece()

    def label(self, sentences, limit=200):
        return data.windows([data.pieces_of(material.article(0, sentences), self.wordpiece)], limit)

    def test_first_piece_begins_and_later_ones_go_on(self):
        window, = self.label([("Ms Ito", "said", "no more", "{0} {1} {2}.")])
        self.assertEqual([start for start, _ in window.spans[:3]], [0, 3, 7])
        self.assertEqual([TAGS[t] for t in window.labels[:3]], ["B-Source", "I-Source", "B-Cue"])
        content = [TAGS[t] for t in window.labels[3:-1]]
        self.assertEqual(content, ["B-Content"] + ["I-Content"] * (len(content) - 1))
        self.assertEqual(TAGS[window.labels[-1]], "O")

    def test_source_and_content_point_to_the_cue(self):
        window, = self.label([("Ms Ito", "said", "no more", "{0} {1} {2}.")])
        self.assertEqual(window.links, ((0, (2,)), (3, (2,))))

    def test_a_shared_source_may_point_to_both_cues(self):
        text = "Ms Ito said no and added more"
        spans = {word: [text.index(word), text.index(word) + len(word)] for word in ("Ms Ito", "said", "no", "added", "more")}
        article = data.Article("shared", text, tuple(
            {"source": [spans["Ms Ito"]], "cue": [spans[cue]], "content": [spans[content]]}
            for cue, content in (("said", "no"), ("added", "more"))))
        pieces = data.pieces_of(article, self.wordpiece)
        cues = tuple(i for i, t in enumerate(pieces.labels) if TAGS[t] == "B-Cue")
        self.assertEqual(pieces.links[0], (0, cues))
        self.assertEqual(pieces.owners, tuple((cue, (0,)) for cue in cues))

    def test_a_cue_without_a_source_points_at_nobody_and_one_whose_source_is_outside_is_left_out(self):
        article = material.article(0, [("Ms Ito", "said", "no more", "{0} {1} {2}.")])
        article.attributions[0]["source"] = []
        pieces = data.pieces_of(article, self.wordpiece)
        self.assertEqual(pieces.owners, ((2, ()),))
        self.assertEqual(data.window(0, pieces, 2, 5).owners, ((0, ()),))
        named = data.pieces_of(material.article(0, [("Ms Ito", "said", "no more", "{0} {1} {2}.")]), self.wordpiece)
        self.assertEqual(data.window(0, named, 2, 5).owners, ())

    def test_a_word_is_not_cut_and_no_span_crosses_a_line(self):
        text = "Avenia claimed\nits ships"
        article = data.Article("odd", text, ({"source": [[2, 6]], "cue": [[7, 10]], "content": [[9, 18]]},))
        pieces = data.pieces_of(article, self.wordpiece)
        self.assertEqual([TAGS[t] for t in pieces.labels if TAGS[t].startswith("B")][0], "B-Source")
        for before, after, word, line, last in zip(pieces.labels, pieces.labels[1:], pieces.words[1:], pieces.lines[1:], pieces.lines):
            if not word:
                self.assertEqual(TAGS[after], TAGS[before].replace("B-", "I-"))
            elif TAGS[after].startswith("I-"):
                self.assertEqual(line, last)
                self.assertEqual(TAGS[before][2:], TAGS[after][2:])

    def test_whole_lines_are_packed_and_long_ones_cut(self):
        lines = [0] * 3 + [1] * 4 + [3] * 3 + [4] * 12
        self.assertEqual(data.cuts(lines, 7), [(0, 7), (7, 10), (10, 17), (17, 22)])
        self.assertEqual(data.cuts(lines, 7, 4), [(0, 3), (3, 10), (10, 17), (17, 22)])
        self.assertEqual(data.cuts([], 7), [])

    def test_windows_cut_anew_hold_every_piece_once(self):
        articles = [data.pieces_of(material.article(i), self.wordpiece) for i in range(3)]
        made = data.random_windows(articles, 20, random.Random(4))
        self.assertEqual(sorted((w.article, place) for w in made for place in w.places),
                         [(i, place) for i, a in enumerate(articles) for place in range(len(a.ids))])
        self.assertNotEqual([len(w) for w in made], [len(w) for w in data.random_windows(articles, 20, random.Random(5))])

    def test_a_link_out_of_its_window_is_left_out(self):
        windows = self.label(None, limit=20)
        self.assertGreater(len(windows), 1)
        for window in windows:
            self.assertLessEqual(len(window), 20)
            self.assertEqual(len(window.labels), len(window))
            for begin, cues in window.links:
                self.assertTrue(TAGS[window.labels[begin]] in ("B-Source", "B-Content"))
                self.assertTrue(all(TAGS[window.labels[cue]] == "B-Cue" for cue in cues))

    def test_a_span_outside_the_text_names_the_line_and_the_article(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "bad.jsonl")
            with open(path, "w", encoding="utf-8") as f:
                f.write(json.dumps({"id": "harbour", "text": "short", "attributions": [
                    {"source": [], "cue": [[0, 3]], "content": [[2, 9]]}]}) + "\n")
            with self.assertRaisesRegex(ValueError, r"bad.jsonl:1: span \[2, 9\) lies outside the text of harbour \(length 5\)"):
                data.read_articles(path)


@unittest.skipUnless(os.path.exists(material.POLNEAR) and os.path.exists(material.MODEL), "the corpus or the model file is absent")
class CorpusTest(unittest.TestCase):
    def test_dev_has_the_known_sizes(self):
        articles = data.read_articles(os.path.join(material.POLNEAR, "dev.jsonl"))
        wordpiece = WordPiece(material.real_vocabulary())
        windows = data.windows([data.pieces_of(article, wordpiece) for article in articles], 200)
        self.assertEqual((len(articles), sum(len(a.attributions) for a in articles), len(windows)), (84, 2192, 542))
        self.assertEqual(sum(TAGS[t] == "B-Cue" for w in windows for t in w.labels), 2192)
