import os
import tempfile
import unittest

from onrecord_training.pairs import events

HARBOUR = """# The crane of Tolm
? What felled it
= A gust of wind felled the crane.
the crane was blown over
= The crane's bolts had rusted through.
corrosion brought the crane down
+ The crane stood at quay 4.
? Who knew
= The port had been warned of the bolts.
= Nobody had told the port of any bolts.
= The port's engineer alone was told.
x 1.1 2.1
o 2.1 2.3
"""


class EventsTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def read(self, *texts):
        for number, text in enumerate(texts):
            with open(os.path.join(self.folder.name, f"{number}.txt"), "w", encoding="utf-8") as f:
                f.write(text)
        return events.read(self.folder.name)

    def relations(self, event):
        return {frozenset((pair.a, pair.b)): pair.relation[0] for pair in event.pairs()}

    def test_wordings_of_one_answer_are_the_same_and_answers_of_one_question_contradict(self):
        [event] = self.read(HARBOUR)
        found = self.relations(event)
        self.assertEqual(8 * 7 // 2, len(found))
        self.assertEqual(events.SAME, found[frozenset(("A gust of wind felled the crane.", "the crane was blown over"))])
        self.assertEqual(events.CONTRADICTS, found[frozenset(("the crane was blown over", "corrosion brought the crane down"))])

    def test_what_stands_beside_and_other_questions_are_neither(self):
        found = self.relations(self.read(HARBOUR)[0])
        self.assertEqual(events.OTHER, found[frozenset(("The crane stood at quay 4.", "the crane was blown over"))])
        self.assertEqual(events.OTHER, found[frozenset(("the crane was blown over", "Nobody had told the port of any bolts."))])

    def test_what_clashes_over_questions_and_what_does_not_within_one_is_said(self):
        found = self.relations(self.read(HARBOUR)[0])
        self.assertEqual(events.CONTRADICTS, found[frozenset(("the crane was blown over", "The port had been warned of the bolts."))])
        self.assertEqual(events.OTHER, found[frozenset(("The port had been warned of the bolts.", "The port's engineer alone was told."))])
        self.assertEqual(events.CONTRADICTS, found[frozenset(("Nobody had told the port of any bolts.", "The port's engineer alone was told."))])

    def test_a_fault_is_named_by_its_place(self):
        for text, place in (("A sentence.\n", "line 1"), ("# x\n= y\n", "line 2"), ("# x\n? q\nno answer\n", "line 3"),
                            ("# x\n? q\n= a\n+ beside\nof what?\n", "line 5"), (HARBOUR + "x 1.1 9.1\n", "9.1")):
            with self.assertRaisesRegex(ValueError, f"0.txt.*{place}"):
                self.read(text)

    def test_two_events_of_one_name_are_refused(self):
        with self.assertRaisesRegex(ValueError, "1.txt.*another event"):
            self.read(HARBOUR, HARBOUR)

    def test_what_is_drawn_is_as_many_of_each_as_asked_for_and_always_the_same(self):
        found = self.read(HARBOUR)
        drawn = events.draw(found, 3, 1, 2)
        self.assertEqual([1, 1, 2], [sum(pair.relation == (relation,) for pair in drawn) for relation in range(3)])
        self.assertEqual(drawn, events.draw(found, 3, 1, 2))

    def test_an_event_is_learned_from_or_held_out_as_a_whole(self):
        many = self.read(*(HARBOUR.replace("The crane of Tolm", f"The crane {number}") for number in range(40)))
        seen, unseen = events.held_out(many, 4, 7)
        self.assertEqual(40, len(seen) + len(unseen))
        self.assertTrue(2 <= len(unseen) <= 20)
