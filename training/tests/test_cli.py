import contextlib
import io
import os
import tempfile
import unittest

from onrecord_training import cli, data, silver, start
from onrecord_training.teacher import opinions
from tests import material

PATHS = ["--artifacts", "none", "--work", "none", "--out", "none"]


class OptionsTest(unittest.TestCase):
    def refused(self, *arguments):
        told = io.StringIO()
        with contextlib.redirect_stderr(told), self.assertRaises(SystemExit):
            cli.main([*PATHS, *arguments])
        return told.getvalue()

    def test_what_says_different_things_of_one_matter_is_refused(self):
        self.assertIn("--teacher and --opinions exclude one another", self.refused("--teacher", "a.npz", "--opinions", "b.npz"))
        self.assertIn("--states-weight needs a --teacher", self.refused("--opinions", "b.npz", "--states-weight", "1"))
        self.assertIn("--published needs --tell", self.refused("--published", "bert-base"))
        self.assertIn("give --layers 12", self.refused("--published", "bert-base", "--tell", "texts.jsonl"))

    def test_articles_left_out_are_every_nth(self):
        self.assertEqual(list(cli.left_out("1/3", 8)), [1, 4, 7])
        self.assertEqual(list(cli.left_out(None, 8)), [])
        for bad in ("3/3", "-1/3", "0/1", "third", "1/2/3"):
            with self.assertRaisesRegex(ValueError, "--leave is"):
                cli.left_out(bad, 8)


class TellTest(unittest.TestCase):
    def test_what_a_network_makes_of_other_texts_is_kept_for_others_to_learn_from(self):
        wordpiece = material.small_wordpiece()
        left, other = material.article(0), material.article(1)
        with tempfile.TemporaryDirectory() as folder:
            texts = os.path.join(folder, "texts.jsonl")
            silver.write(texts, [{"id": other.id, "text": other.text}])
            with self.assertRaisesRegex(ValueError, "texts.jsonl:1: the article lacks attributions"):
                data.read_articles(texts)
            cli.tell(folder, material.small_network(wordpiece), [left], data.read_articles(texts, annotated=False), wordpiece, 40, "cpu", lambda line: None)
            weights = os.path.join(folder, "weights.npz")
            start.write_npz(weights, material.small_network(wordpiece))
            with self.assertRaisesRegex(ValueError, "weights.npz holds no opinions"):
                opinions(weights)
            told = opinions(os.path.join(folder, "opinions.npz"))
            self.assertEqual(list(told), [left.id, other.id])
            self.assertEqual(len(told[other.id]), len(data.pieces_of(other, wordpiece).ids))
            read = data.read_articles(os.path.join(folder, "read.jsonl"))
            self.assertEqual([(article.id, article.text) for article in read], [(other.id, other.text)])


if __name__ == "__main__":
    unittest.main()
