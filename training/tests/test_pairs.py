import dataclasses
import math
import os
import random
import tempfile
import unittest

import numpy
import onnx
import torch
from onnx import numpy_helper

from onrecord_training import quantize, renew
from onrecord_training.network import Shape
from onrecord_training.pairs import export, figures, lexicon, sets, synthetic, train
from onrecord_training.pairs.network import PairNetwork
from onrecord_training.pairs.pieces import Reader, ids_of, inputs
from onrecord_training.pairs.sets import Pair
from . import material

SENTENCES = ["the harbour would reopen on Monday", "any money had been paid", "We were never asked", "the bridge is safe",
             "its ships had been turned back", "the bridge is not safe", "the ministry would reopen the bridge"]
SETTINGS = train.Settings(epochs=2, batch=120, longest=16, frozen=1, together=1, warmup=2, threads=1, save_every=3, log_every=2, rate=1e-3)


def small_network(dropout=0.0, together=1):
    torch.manual_seed(5)
    return PairNetwork(Shape(len(material.small_wordpiece().vocabulary), 32, 32, 3, 4, 64, deep=8), dropout, together, hidden=8)


def pairs():
    made = []
    for i, a in enumerate(SENTENCES):
        for j, b in enumerate(SENTENCES):
            made.append(Pair(a, b, "x", str(i), similarity=float(i == j), paraphrase=int(i == j), relation=(0,) if i == j else (1, 2),
                             stance=(i + j) % 3, bearing=(float(i < j), math.nan)))
    return made


class NetworkTest(unittest.TestCase):
    def setUp(self):
        self.network = small_network().eval()
        self.wordpiece = material.small_wordpiece()

    def out(self, sentences, turned=False):
        with torch.no_grad():
            return self.network(inputs([ids_of(s, self.wordpiece, 16) for s in sentences], self.wordpiece), turned=turned)

    def test_what_is_symmetric_does_not_depend_on_the_order(self):
        there, back = self.out(SENTENCES[:2]), self.out(SENTENCES[1::-1])
        for name in ("similarity", "paraphrase", "relation"):
            self.assertTrue(torch.allclose(there[name], back[name], atol=1e-5), name)

    def test_what_is_directed_turns_with_the_order(self):
        there, back, turned = self.out(SENTENCES[:2]), self.out(SENTENCES[1::-1]), self.out(SENTENCES[:2], turned=True)
        self.assertTrue(torch.allclose(back["stance"], turned["stance"], atol=1e-5))
        self.assertFalse(torch.allclose(there["stance"], back["stance"], atol=1e-4))

    def test_padding_and_neighbours_change_nothing(self):
        alone, beside = self.out(SENTENCES[2:4]), self.out(SENTENCES[2:4] + [SENTENCES[0], SENTENCES[6]])
        for name in alone:
            self.assertTrue(torch.allclose(alone[name][0], beside[name][0], atol=1e-5), name)

    def test_kept_lower_layers_give_what_the_whole_network_gives(self):
        reader = Reader(self.wordpiece, 16)
        some = pairs()[:9]
        self.assertLess(abs(figures.scores(self.network, some, reader, 0) - figures.scores(self.network, some, reader, 2)).max(), 5e-3)


    def test_what_is_kept_is_without_dropout(self):
        network, reader, some = small_network(0.3).train(), Reader(self.wordpiece, 16), pairs()[:9]
        reader.prepare(some, network, 2)
        self.assertTrue(network.training)
        self.assertLess(abs(figures.scores(network, some, reader, 0) - figures.scores(network, some, reader, 2)).max(), 5e-3)


class TrainTest(unittest.TestCase):
    def trained(self, folder, stop_after=None, settings=SETTINGS):
        network = small_network(0.1)
        train.train(network, pairs(), Reader(material.small_wordpiece(), 16), settings, folder, log=lambda line: None, stop_after=stop_after)
        return network

    def test_a_run_that_is_cut_off_and_goes_on_ends_as_one_that_was_not(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            whole = self.trained(one)
            self.trained(two, stop_after=7)
            again = self.trained(two)
        for (name, a), (_, b) in zip(whole.state_dict().items(), again.state_dict().items()):
            self.assertTrue(torch.equal(a, b), name)

    def test_another_run_in_the_same_folder_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            self.trained(folder, stop_after=7)
            with self.assertRaisesRegex(ValueError, "another run"):
                self.trained(folder, settings=dataclasses.replace(SETTINGS, rate=2e-3))

    def test_frozen_layers_stay_and_the_others_learn(self):
        before = dict(small_network().named_parameters())
        with tempfile.TemporaryDirectory() as folder:
            after = self.trained(folder).state_dict()
        for name, value in before.items():
            frozen = name.startswith(("embeddings.", "encoder.layer.0."))
            self.assertTrue(torch.equal(value, after[name]) == frozen or ".key.bias" in name, name)

    def test_it_learns(self):
        settings = dataclasses.replace(SETTINGS, epochs=12)
        with tempfile.TemporaryDirectory() as folder:
            network = self.trained(folder, settings=settings).eval()
        found = figures.scores(network, pairs(), Reader(material.small_wordpiece(), 16), 1)
        self.assertGreater(figures.pearson(found[:, 0], numpy.array([p.similarity for p in pairs()])), 0.9)


class ExportTest(unittest.TestCase):
    def setUp(self):
        self.wordpiece, self.network = material.small_wordpiece(), small_network().eval()
        self.inputs = inputs([ids_of(s, self.wordpiece, 16) for s in SENTENCES[:6]], self.wordpiece)
        self.seen = quantize.watch_inputs(self.network, [self.inputs])

    def build(self, int8, network=None):
        return export.build(network or self.network, self.wordpiece.vocabulary, "small", 16, {"onrecord.trained": ""}, self.seen if int8 else None)

    def test_both_files_are_valid_and_keep_the_contract(self):
        for int8 in (True, False):
            model = self.build(int8)
            onnx.checker.check_model(model)
            self.assertEqual([i.name for i in model.graph.input], ["input_ids", "attention_mask", "inner_mask", "rows"])
            self.assertEqual([o.name for o in model.graph.output], ["symmetric", "there", "back"])
            facts = {p.key: p.value for p in model.metadata_props}
            self.assertEqual(facts["onrecord.contract"], "pairs-2")
            self.assertEqual(facts["onrecord.symmetric"], "similarity,paraphrase,same,contradicts,other")
            self.assertEqual(facts["onrecord.directed"], "for,against,observing,strengthens,weakens")
            self.assertEqual(facts["onrecord.vocabulary"].split("\n"), self.wordpiece.vocabulary)

    def test_a_file_written_again_is_the_same_with_the_same_numbers(self):
        for int8 in (True, False):
            for together in (1, 2):
                material.assert_written_again(self, self.build(int8, small_network(together=together).eval()))

    def test_a_file_of_an_older_graph_gets_todays(self):
        model = self.build(True)
        wanted = [node.SerializeToString() for node in model.graph.node]
        for node in model.graph.node:
            if node.op_type == "Reciprocal":
                node.op_type = "Neg"
        self.assertEqual([node.SerializeToString() for node in renew.renew(model).graph.node], wanted)

    def test_a_file_of_the_contract_before_gets_todays(self):
        model = self.build(True)
        for fact in model.metadata_props:
            if fact.key == "onrecord.contract":
                fact.value = "pairs-1"
        found = renew.renew(model)
        self.assertEqual({fact.key: fact.value for fact in found.metadata_props}["onrecord.contract"], "pairs-2")
        self.assertEqual([node.SerializeToString() for node in found.graph.node], [node.SerializeToString() for node in model.graph.node])

    def test_every_input_of_a_node_is_there_before_it_and_no_weights_stand_twice(self):
        for int8 in (True, False):
            graph = self.build(int8).graph
            known = {""} | {i.name for i in graph.input} | {i.name for i in graph.initializer}
            for node in graph.node:
                self.assertLessEqual(set(node.input), known, node.name)
                self.assertFalse(set(node.output) & known, node.name)
                known.update(node.output)
            large = [numpy_helper.to_array(i).tobytes() for i in graph.initializer if len(numpy_helper.to_array(i).ravel()) > 1000]
            self.assertEqual(len(large), len(set(large)))

    def test_int8_numbers_stay_near_the_fp32_ones(self):
        with torch.no_grad():
            exact, rough = self.network(self.inputs), export.simulate(self.network, self.seen).eval()(self.inputs)
        for name in exact:
            self.assertLess((exact[name] - rough[name]).abs().max(), 0.2, name)


class SetsTest(unittest.TestCase):
    def test_pairs_that_share_a_sentence_are_of_one_group(self):
        groups = sets.components([("a", "b"), ("c", "d"), ("b", "e")])
        self.assertEqual(groups[0], groups[2])
        self.assertNotEqual(groups[0], groups[1])

    def test_folds_are_of_like_size_and_keep_groups_whole(self):
        made = [Pair("a", "b", "x", str(i % 40)) for i in range(400)]
        folds = sets.fold_of(made, 3, 1)
        sizes = [sum(folds[p.group] == fold for p in made) for fold in range(3)]
        self.assertLess(max(sizes) - min(sizes), 20)
        self.assertEqual(folds, sets.fold_of(made[::-1], 3, 1))

    def test_a_broken_line_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x.jsonl")
            with open(path, "w", encoding="utf-8") as f:
                f.write('{"a": 1}\n{"a"\n')
            with self.assertRaisesRegex(ValueError, "line 2"):
                list(sets.read(path))


class FiguresTest(unittest.TestCase):
    def test_average_precision_is_that_of_the_ranks_of_the_right_ones(self):
        self.assertEqual(figures.average_precision([0.9, 0.8, 0.7, 0.6], [1, 0, 1, 0]), 83.33)
        self.assertEqual(figures.average_precision([0.5, 0.5, 0.5, 0.5], [1, 0, 0, 0]), 25.0)
        self.assertEqual(figures.average_precision([0.9, 0.1], [math.nan, 1]), 100.0)

    def test_the_similarity_and_the_cosine_are_mixed_as_users_have_it(self):
        found = figures.scored(numpy.array([0.0, 1.0, 0.5]), numpy.array([-0.5, 0.5, 1.0]), numpy.array([0.0, 0.85, 0.65]))
        self.assertEqual(found["same_claim.pearson"], 1.0)
        self.assertLess(found["network.pearson"], 1.0)

    def test_macro_f1_counts_every_class_alike(self):
        self.assertEqual(figures.macro_f1(numpy.array([0, 0, 0, 1]), numpy.array([0, 0, 1, 1]), 2), 73.33)


class SyntheticTest(unittest.TestCase):
    TEXT = [("The ministry said that 14 ships had been turned back on Monday.", "x"), ("Avenia will not open the harbour at Tarn.", "x"),
            ("The mayor of Velia has rejected the plan for Belmark in 2014.", "x"), ("Prices rose by 3 percent in Avenia last year.", "y"),
            ("The bridge at Velia was closed because the engineers were not asked.", "y"), ("Belmark did not accept the offer of 20 ships.", "y")]

    def maker(self, seed=3):
        return synthetic.Maker(self.TEXT, [], ({"mira"}, {"Avenia", "Velia", "Belmark", "Tarn"}), seed)

    def test_the_same_seed_makes_the_same_pairs(self):
        self.assertEqual(self.maker().pairs(40), self.maker().pairs(40))
        self.assertNotEqual(self.maker().pairs(40), self.maker(4).pairs(40))

    def test_all_three_relations_are_made(self):
        self.assertEqual({pair.relation for pair in self.maker().pairs(60)}, {(0,), (1,), (2,)})

    def test_a_change_is_a_change(self):
        maker = self.maker()
        self.assertRegex(maker.number("It sank 14 ships."), r"It sank (?!14 )\d+ ships\.")
        self.assertNotIn("Monday", maker.day("It sank on Monday."))
        self.assertEqual(maker.affirmed("Avenia will not open it."), "Avenia will open it.")
        self.assertEqual(maker.affirmed("Belmark did not accept it."), "Belmark accepted it.")
        self.assertIn(maker.negated("Avenia will open it."), ("Avenia will not open it.", "Avenia won't open it."))
        self.assertEqual(maker.opposed("Prices rose."), "Prices fell.")
        self.assertEqual(maker.turned("Avenia attacked Belmark."), "Belmark attacked Avenia.")
        self.assertNotIn("Velia", maker.name("He left Velia."))

    def test_a_rewording_keeps_numbers_names_and_nots(self):
        maker = self.maker()
        for sentence, _ in self.TEXT:
            for _ in range(30):
                reworded = maker.reworded(sentence, 2)
                self.assertEqual(len(synthetic.NOT.findall(sentence)), len(synthetic.NOT.findall(reworded)), reworded)

    def test_paraphrases_with_another_number_or_name_are_left_out(self):
        self.assertTrue(synthetic.alike_in_facts("It sank 14 ships.", "Sank: 14 ships."))
        self.assertFalse(synthetic.alike_in_facts("It sank 14 ships.", "It sank 15 ships."))
        self.assertFalse(synthetic.alike_in_facts("He left Velia.", "He left Tarn."))
        self.assertFalse(synthetic.alike_in_facts("He left.", "He did not leave."))

    def test_verbs_have_their_forms(self):
        self.assertEqual(lexicon.forms("rise:rose:risen"), ("rise", "rises", "rose", "risen", "rising"))
        self.assertEqual(lexicon.forms("deny"), ("deny", "denies", "denied", "denied", "denying"))
        self.assertEqual(lexicon.forms("step down:stepped down:stepped down")[1:3], ("steps down", "stepped down"))
        self.assertEqual(lexicon.Lexicon().opposite["fell"][0], "rose")


if __name__ == "__main__":
    random.seed(0)
    unittest.main()
