import json
import os
import unittest

from onrecord_training.wordpiece import WordPiece
from . import golden, material

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "cafe", "una", "##ff", "##able", "said", "“", "”", ",", "!", "北",
              "京", "a", "##a", "ᄒ", "##ᅡ", "##ᆫ", "[", "]", "cl", "##s"]


class WordPieceTest(unittest.TestCase):
    def setUp(self):
        self.wordpiece = WordPiece(VOCABULARY)

    def cut(self, text):
        return [(VOCABULARY[p.id], p.start, p.end) for p in self.wordpiece.pieces(text)]

    def test_longest_entries_first(self):
        self.assertEqual(self.cut("Unaffable"), [("una", 0, 3), ("##ff", 3, 5), ("##able", 5, 9)])

    def test_curly_marks_are_words(self):
        self.assertEqual(self.cut("“The”, said"), [("“", 0, 1), ("the", 1, 4), ("”", 4, 5), (",", 5, 6), ("said", 7, 11)])

    def test_a_mark_belongs_to_its_letter(self):
        self.assertEqual(self.cut("café cafe\u0301!"), [("cafe", 0, 4), ("cafe", 5, 10), ("!", 10, 11)])

    def test_ideographs_stand_alone(self):
        self.assertEqual(self.cut("the北京said"), [("the", 0, 3), ("北", 3, 4), ("京", 4, 5), ("said", 5, 9)])

    def test_one_character_may_be_several_pieces(self):
        self.assertEqual(self.cut("한"), [("ᄒ", 0, 1), ("##ᅡ", 0, 1), ("##ᆫ", 0, 1)])

    def test_an_unknown_word_is_one_piece_over_all_of_it(self):
        self.assertEqual(self.cut("the 👍🏽 said"), [("the", 0, 3), ("[UNK]", 4, 6), ("said", 7, 11)])

    def test_only_the_overlong_word_is_unknown(self):
        self.assertEqual(len(self.cut("a" * 100)), 100)
        self.assertEqual(self.cut("the " + "a" * 101 + " the"), [("the", 0, 3), ("[UNK]", 4, 105), ("the", 106, 109)])

    def test_control_and_format_characters_vanish(self):
        self.assertEqual(self.cut("ca\u200bfe\u0007 \ufeffthe"), [("cafe", 0, 5), ("the", 8, 11)])

    def test_special_entries_in_a_text_are_text(self):
        self.assertEqual(self.cut("[CLS]"), [("[", 0, 1), ("cl", 1, 3), ("##s", 3, 4), ("]", 4, 5)])

    def test_a_part_of_a_text_keeps_the_places_of_the_whole(self):
        pieces = self.wordpiece.pieces("said the cafe", 5, 8)
        self.assertEqual([(p.start, p.end) for p in pieces], [(5, 8)])

    def test_a_vocabulary_without_special_entries_is_refused(self):
        with self.assertRaisesRegex(ValueError, r"lacks \[UNK\]"):
            WordPiece(["[PAD]", "a"])


@unittest.skipUnless(os.path.exists(material.MODEL), "the model file with the real vocabulary is absent")
class GoldenTest(unittest.TestCase):
    def test_golden_file_is_what_the_tokenizer_says(self):
        wordpiece = WordPiece(material.real_vocabulary())
        with open(golden.PATH, encoding="utf-8") as f:
            self.assertEqual(f.readlines(), list(golden.lines(wordpiece)))

    def test_every_piece_of_ascii_folds_to_its_own_span(self):
        wordpiece = WordPiece(material.real_vocabulary())
        for text in golden.TEXTS:
            for piece in wordpiece.pieces(text):
                entry = wordpiece.vocabulary[piece.id].removeprefix("##")
                span = text[piece.start:piece.end]
                if span.isascii() and span.isprintable() and entry != "[UNK]":
                    self.assertEqual(entry, span.lower())


class GoldenFormTest(unittest.TestCase):
    def test_spans_rise_and_lie_inside(self):
        with open(golden.PATH, encoding="utf-8") as f:
            for line in map(json.loads, f):
                last = 0
                for start, end in line["spans"]:
                    self.assertTrue(0 <= start < end <= len(line["text"]) and start >= last, line["text"])
                    last = start
