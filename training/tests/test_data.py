import json
import os
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
        return data.windows([material.article(0, sentences)], self.wordpiece, limit)

    def test_first_piece_begins_and_later_ones_go_on(self):
        window, = self.label([("Ms Ito", "said", "no more", "{0} {1} {2}.")])
        words = [window.pieces[i].start for i in range(len(window.pieces))]
        self.assertEqual(words[:3], [0, 3, 7])
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
        tags, links = data.label_pieces(self.wordpiece.pieces(text), article)
        cues = [i for i, t in enumerate(tags) if TAGS[t] == "B-Cue"]
        self.assertEqual(links[0], (0, cues))

    def test_whole_lines_are_packed_and_long_ones_cut(self):
        lines = [[1] * 3, [2] * 4, [], [3] * 3, [4] * 12]
        packed = [[number for _, number in window] for window in data.pack(lines, 7)]
        self.assertEqual(packed, [[0] * 3 + [1] * 4, [3] * 3, [4] * 7, [4] * 5])

    def test_a_link_out_of_its_window_is_left_out(self):
        windows = self.label(None, limit=20)
        self.assertGreater(len(windows), 1)
        for window in windows:
            self.assertLessEqual(len(window.pieces), 20)
            self.assertEqual(len(window.labels), len(window.pieces))
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
        windows = data.windows(articles, WordPiece(material.real_vocabulary()), 200)
        self.assertEqual((len(articles), sum(len(a.attributions) for a in articles), len(windows)), (84, 2192, 542))
        self.assertEqual(sum(TAGS[t] == "B-Cue" for w in windows for t in w.labels), 2192)
