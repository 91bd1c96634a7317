import random
import unittest

from onrecord_training import augment, data, surface
from onrecord_training.settings import TAGS
from . import material


class SurfaceTest(unittest.TestCase):
    def quotes(self, text):
        """The words of a text, each as o(utside), [, i(nside), ] or s(tray)."""
        wordpiece = material.small_wordpiece()
        pieces = data.pieces_of(data.Article("marks", text, ()), wordpiece, labelled=False)
        return "".join("o[i]s"[s % surface.QUOTES] for s, word in zip(pieces.surfaces, pieces.words) if word)

    def test_the_case_of_a_word(self):
        for word, case in (("no", surface.PLAIN_CASE), ("Ito", surface.CAPITALIZED), ("McBee", surface.CAPITALIZED), ("I", surface.CAPITALIZED),
                           ("NATO", surface.CAPITALS), ("iPad", surface.MIXED_CASE), ("1984", surface.PLAIN_CASE), ("\"", surface.PLAIN_CASE)):
            self.assertEqual(surface.case(word), case, word)

    def test_all_kinds_of_double_marks_are_paired(self):
        for text in ("“no more” said", "\"no more\" said", "''no more'' said", "``no more'' said", "«no more» said", "„no more” said"):
            doubled = "''" in text
            self.assertEqual(self.quotes(text).replace("[[", "[").replace("]]", "]") if doubled else self.quotes(text), "[ii]o", text)

    def test_a_mark_without_a_partner_is_stray(self):
        self.assertEqual(self.quotes("no more” said"), "ooso")
        self.assertEqual(self.quotes("“no more said"), "sooo")
        self.assertEqual(self.quotes("said\n\n“no more"), "osoo")

    def test_a_quotation_that_the_next_line_opens_again_goes_to_the_end_of_its_line(self):
        self.assertEqual(self.quotes("“no more\n\n“no more” said"), "[ii[ii]o")

    def test_every_mark_is_read_as_the_straight_one(self):
        wordpiece = material.small_wordpiece()
        curly, straight = (data.pieces_of(data.Article("marks", text, ()), wordpiece, labelled=False)
                           for text in ("“no more” said", "\"no more\" said"))
        self.assertEqual((curly.ids, curly.surfaces), (straight.ids, straight.surfaces))


class AugmentTest(unittest.TestCase):
    def setUp(self):
        self.wordpiece = material.small_wordpiece()
        self.window, = data.windows([data.pieces_of(material.article(0, [material.SENTENCES[4]]), self.wordpiece)], 200)

    def test_a_span_that_began_with_its_mark_begins_after_it(self):
        bare = augment.unquoted(self.window)
        self.assertEqual(len(bare), len(self.window) - 2)
        self.assertFalse(any(surface.is_mark(s) for s in bare.surfaces))
        self.assertEqual(TAGS[bare.labels[0]], "B-Content")
        self.assertEqual([(TAGS[bare.labels[a]], [TAGS[bare.labels[b]] for b in bs]) for a, bs in bare.links],
                         [("B-Content", ["B-Cue"]), ("B-Source", ["B-Cue"])])
        self.assertEqual([(TAGS[bare.labels[a]], [TAGS[bare.labels[b]] for b in bs]) for a, bs in bare.owners], [("B-Cue", ["B-Source"])])

    def test_doubled_marks_are_dropped_whole(self):
        sentence = ("Ms Ito", "said", "''no more''", "{2}, {0} {1}.")
        window, = data.windows([data.pieces_of(material.article(0, [sentence]), self.wordpiece)], 200)
        bare = augment.unquoted(window)
        self.assertEqual(len(bare), len(window) - 4)
        self.assertEqual(TAGS[bare.labels[0]], "B-Content")

    def test_case_can_be_lost_and_letters_alone_have_it(self):
        loud = augment.in_case(self.window, surface.CAPITALS)
        for letters, s in zip(loud.letters, loud.surfaces):
            self.assertEqual(s // surface.QUOTES, surface.CAPITALS if letters else surface.PLAIN_CASE)

    def test_hidden_words_are_hidden_whole_and_keep_their_labels(self):
        hidden = augment.masked(self.window, self.wordpiece.ids["[MASK]"], 1.0, random.Random(1))
        self.assertEqual(set(hidden.ids), {self.wordpiece.ids["[MASK]"]})
        self.assertEqual(hidden.labels, self.window.labels)

    def test_what_is_drawn_follows_from_the_seed(self):
        def drawn(seed):
            rng = random.Random(seed)
            return [augment.varied(self.window, self.wordpiece, rng) for _ in range(50)]
        self.assertEqual(drawn(1), drawn(1))
        self.assertNotEqual(drawn(1), drawn(2))
        self.assertIn(self.window, drawn(1))
