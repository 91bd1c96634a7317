import json
import os
import tempfile
import unittest

import numpy
import onnx
import torch
from onnx import numpy_helper

from onrecord_training import batches, cli, data, export, pronouns, quantize, renew, start
from onrecord_training.network import Network
from onrecord_training.settings import TAGS
from . import material


def unused(model):
    """Constants that no node uses; ONNX Runtime warns of them."""
    used = {name for node in pronouns.nodes_of(model.graph) for name in node.input}
    return [constant.name for constant in model.graph.initializer if constant.name not in used]


class ExportTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(3)
        self.wordpiece = material.small_wordpiece()
        self.network = material.small_network(self.wordpiece)
        self.windows = data.windows([data.pieces_of(material.article(), self.wordpiece)], 40)
        self.seen = quantize.watch(self.network, self.windows, self.wordpiece)

    def build(self, int8):
        return export.build(self.network, self.wordpiece.vocabulary, "small", 40, self.seen if int8 else None)

    def test_both_files_are_valid_and_keep_the_contract(self):
        for int8 in (True, False):
            model = self.build(int8)
            onnx.checker.check_model(model)
            self.assertEqual([i.name for i in model.graph.input], ["input_ids", "surface_ids", "attention_mask"])
            self.assertEqual([o.name for o in model.graph.output], ["tags", "link_query", "link_key", "owner_query", "owner_key", "pronoun_query", "pronoun_key"])
            facts = {p.key: p.value for p in model.metadata_props}
            self.assertEqual(facts["onrecord.contract"], "2")
            self.assertEqual(facts["onrecord.name"], "small")
            self.assertEqual(facts["onrecord.window"], "40")
            self.assertEqual(facts["onrecord.lowercase"], "true")
            self.assertEqual(facts["onrecord.pronoun-heads"], "4")
            self.assertEqual(facts["onrecord.tags"].split(","), list(TAGS))
            self.assertEqual(len(facts["onrecord.transitions"].split(" ")), len(TAGS) * (1 + len(TAGS)))
            self.assertEqual(facts["onrecord.vocabulary"].split("\n"), self.wordpiece.vocabulary)

    def test_an_older_file_can_be_made_to_tell_of_pronouns(self):
        for int8 in (True, False):
            model = self.build(int8)
            told = model.SerializeToString(deterministic=True)
            pronouns.tell(model)
            self.assertEqual(model.SerializeToString(deterministic=True), told)
            pronouns.hush(model)
            self.assertEqual(len(model.graph.output), 5)
            self.assertNotIn("onrecord.pronoun-heads", {p.key for p in model.metadata_props})
            self.assertEqual(unused(model), [])
            pronouns.tell(model)
            onnx.checker.check_model(model)
            self.assertEqual([(o.name, o.type.tensor_type.shape.dim[-1].dim_value) for o in model.graph.output][-2:],
                             [("pronoun_query", 32), ("pronoun_key", 32)])
            joint = next(n for n in model.graph.node if n.name == "encoder.layer.0.attention/split").input[0]
            self.assertEqual([(n.input[0], list(n.output)[:2]) for n in model.graph.node][-1], (joint, ["pronoun_query", "pronoun_key"]))
            self.assertEqual({p.key: p.value for p in model.metadata_props}["onrecord.pronoun-heads"], "4")

    def test_a_file_written_again_is_the_same_with_the_same_numbers(self):
        for int8 in (True, False):
            for told in (True, False):
                model = self.build(int8)
                if not told:
                    pronouns.hush(model)
                material.assert_written_again(self, model)

    def test_a_file_with_an_older_graph_is_to_be_renewed_first(self):
        model = self.build(False)
        pronouns.hush(model)
        for node in model.graph.node:
            if node.name.endswith("attention/split"):
                node.name += "-before"
        with self.assertRaisesRegex(SystemExit, "training/renew"):
            pronouns.tell(model)

    def test_a_vocabulary_has_an_entry_a_line(self):
        for entry in ("", "a\nb", "a\u2028"):
            with self.assertRaisesRegex(ValueError, "entry 1 of the vocabulary"):
                export.facts_of("2", "small", ["[PAD]", entry], {})

    def test_padding_is_masked_and_a_batch_without_any_is_left_alone(self):
        model = self.build(False)
        shares = [n for n in model.graph.node if n.op_type == "If"]
        self.assertEqual(len(shares), 2)
        for node in shares:
            branches = {a.name: [n.op_type for n in a.g.node] for a in node.attribute}
            self.assertEqual(branches, {"then_branch": ["Add", "Softmax"], "else_branch": ["Softmax"]})

    def test_weights_beside_the_network_are_the_third_column(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "weights.tsv")
            with open(path, "w", encoding="utf-8") as f:
                f.write("# Fitted.\nsubject\t0.5\t0.25\nobject\t0.1\t0.0\nhead-1\t0.0\t-0.3\n")
            self.assertEqual(pronouns.read_weights(path), "subject\t0.25\nhead-1\t-0.3")

    def test_a_run_can_start_from_a_model_file(self):
        for int8, most in ((False, 1e-5), (True, 0.06)):
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "small.onnx")
                onnx.save(self.build(int8), path)
                found = start.read_weights(path)
            for name, value in self.network.state_dict().items():
                if name != "embeddings.word_embeddings.weight":
                    self.assertLess(float((found.pop(name) - value).abs().max()), most * max(1.0, float(value.abs().max())), name)
            self.assertEqual(found, {})

    def test_a_network_can_have_some_layers_of_its_start(self):
        weights = {"encoder.layer.0.x": 0, "encoder.layer.1.x": 1, "encoder.layer.10.x": 10, "heads.tag.bias": 2}
        self.assertEqual(start.layers_of(weights, (0, 10)), {"encoder.layer.0.x": 0, "encoder.layer.1.x": 10, "heads.tag.bias": 2})

    def test_words_of_other_scripts_can_be_left_out(self):
        entries, kept = export.latin(["[PAD]", "[unused1]", "naïve", "“", "щ", "の", "##s"])
        self.assertEqual(entries, ["[PAD]", "naïve", "“", "##s"])
        words = self.network.embeddings.word_embeddings.weight.detach().clone()
        export.keep_words(self.network, [0, 2])
        self.assertTrue(torch.equal(self.network.embeddings.word_embeddings.weight, words[[0, 2]]))

    def test_fp32_has_standard_operators_alone(self):
        self.assertEqual({node.domain for node in self.build(False).graph.node}, {""})

    def test_every_input_of_a_node_is_there_before_it(self):
        for int8 in (True, False):
            graph = self.build(int8).graph
            known = {""} | {i.name for i in graph.input} | {i.name for i in graph.initializer}
            for node in graph.node:
                self.assertLessEqual(set(node.input), known, node.name)
                self.assertFalse(set(node.output) & known, node.name)
                known.update(node.output)
            self.assertLessEqual({o.name for o in graph.output}, known)

    def test_weights_are_of_seven_bits(self):
        for value in self.build(True).graph.initializer:
            if value.name.endswith("weight_int8"):
                self.assertLessEqual(abs(numpy_helper.to_array(value).astype(int)).max(), quantize.WEIGHT_LIMIT)

    def test_int8_numbers_stay_near_the_fp32_ones(self):
        ids = torch.randint(4, len(self.wordpiece.vocabulary), (2, 30))
        inputs = batches.Inputs(ids, torch.randint(0, 20, (2, 30)), torch.ones_like(ids))
        with torch.no_grad():
            exact = self.network.eval()(inputs)
            rough = quantize.simulate(self.network, self.seen).eval()(inputs)
        for a, b in zip(exact, rough):
            self.assertLess((a - b).abs().mean(), 0.1 * a.abs().mean())
            self.assertGreater((a - b).abs().max(), 0)

    def test_a_product_is_right_to_its_last_step(self):
        random = numpy.random.default_rng(5)
        x, weight = random.normal(size=(50, 16)).astype("f"), random.normal(size=(16, 8)).astype("f")
        x[:, 3] *= 30
        plan = quantize.product(weight, quantize.Seen(x.min(axis=0), x.max(axis=0), x.T @ x))
        levels = numpy.clip(numpy.rint(x / plan.smooth / plan.in_scale) + plan.in_zero, 0, 255) - plan.in_zero
        found = levels @ plan.weight.astype("f") * plan.in_scale * plan.weight_scale
        self.assertLess(abs(found - x @ weight).mean(), 0.02 * abs(x @ weight).mean())

    def test_rounding_row_by_row_is_better_than_each_by_itself(self):
        random = numpy.random.default_rng(6)
        x = (random.normal(size=(400, 4)) @ random.normal(size=(4, 24)) + 0.1 * random.normal(size=(400, 24))).astype("f")
        weight = random.normal(size=(24, 8)).astype("f")
        scale = quantize.column_scales(weight, 0, quantize.WEIGHT_LIMIT)

        def error(whole):
            return abs(x @ (whole * scale) - x @ weight).mean()

        self.assertLess(error(quantize.round_rows(weight, scale, x.T @ x)), 0.7 * error(numpy.rint(weight / scale)))

    def test_the_json_beside_the_file_names_its_digest(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "model.onnx")
            cli.write(path, self.build(True), {"name": "small"})
            with open(os.path.join(folder, "model.json"), encoding="utf-8") as f:
                self.assertEqual(json.load(f)["sha256"], data.digest(path))
            self.assertEqual(sorted(os.listdir(folder)), ["model.json", "model.onnx"])


@unittest.skipUnless(os.path.exists(material.MODEL), "the project's model files are absent")
class ModelFileTest(unittest.TestCase):
    FILES = [os.path.join(material.SHIPPED, name) for name in ("default.onnx", "fast.onnx", "pairs.onnx")]

    def test_each_is_the_one_its_json_tells_of(self):
        for path in self.FILES:
            with open(os.path.splitext(path)[0] + ".json", encoding="utf-8") as f:
                description = json.load(f)
            self.assertEqual(description["sha256"], data.digest(path), path)
            self.assertLess(os.path.getsize(path), 30_000_000, path)

    def test_none_has_constants_that_nobody_uses(self):
        for path in self.FILES:
            self.assertEqual(unused(onnx.load(path)), [], path)

    def test_each_can_be_written_again_with_its_own_numbers(self):
        for path in self.FILES:
            model = onnx.load(path)
            material.assert_same_numbers(self, model, renew.renew(model))


class NpzTest(unittest.TestCase):
    def test_weights_written_are_weights_read(self):
        wordpiece = material.small_wordpiece()
        network, other = material.small_network(wordpiece), material.small_network(wordpiece)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "weights.npz")
            start.write_npz(path, network)
            words = {"embeddings.word_embeddings.weight": network.state_dict()["embeddings.word_embeddings.weight"]}
            start.load_start(other, start.start_weights(start.Artifact(tuple(wordpiece.vocabulary), words, ""), path))
        for (name, a), (_, b) in zip(network.state_dict().items(), other.state_dict().items()):
            self.assertTrue(torch.equal(a, b), name)


@unittest.skipUnless(material.ARTIFACT, "the published start model is absent: `training/artifact` fetches it")
class StartTest(unittest.TestCase):
    def test_the_published_weights_fill_the_network_but_for_its_heads(self):
        artifact = start.read_artifact(material.ARTIFACT)
        network = Network()
        start.load_start(network, start.start_weights(artifact))
        self.assertEqual(len(artifact.vocabulary), 30522)
        self.assertEqual(artifact.vocabulary[101], "[CLS]")
        missing = set(network.state_dict()) - set(artifact.weights)
        self.assertTrue(missing and all(name.startswith("heads.") or "surface" in name for name in missing), missing)
