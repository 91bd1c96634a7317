import os
import json
import tempfile
import unittest
from unittest import mock

import numpy
import onnx
import torch
from onnx import numpy_helper

from onrecord_training import cli, data, export, pronouns, quantize, renew, together
from . import material


class TogetherTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(5)
        self.wordpiece = material.small_wordpiece()
        windows = data.windows([data.pieces_of(material.article(), self.wordpiece)], 40)
        self.networks = [material.small_network(self.wordpiece) for _ in range(2)]
        self.seen = [quantize.watch(network, windows, self.wordpiece) for network in self.networks]

    def build(self, which, vocabulary=None, int8=True, window=40):
        network = self.networks[which]
        return export.build(network, vocabulary or self.wordpiece.vocabulary, f"small-{which}", window, self.seen[which] if int8 else None)

    def test_the_file_has_the_contract_of_one_and_the_nodes_of_both(self):
        for int8 in (True, False):
            first, second = self.build(0, int8=int8), self.build(1, int8=int8)
            before = first.SerializeToString(), second.SerializeToString()
            model = together.together(first, second, 0.25, "both")
            self.assertEqual((first.SerializeToString(), second.SerializeToString()), before)
            onnx.checker.check_model(model)
            self.assertEqual([i.name for i in model.graph.input], [i.name for i in first.graph.input])
            self.assertEqual([o.name for o in model.graph.output], [o.name for o in first.graph.output])
            names = [node.name for node in pronouns.nodes_of(model.graph)]
            self.assertEqual(len(names), len(set(names)))
            for kind in ("", together.SECOND):
                self.assertIn(kind + "encoder.layer.1.attention/seen", names)
            facts = together.facts_of(model)
            self.assertEqual(facts["onrecord.name"], "both")
            self.assertEqual(facts["onrecord.parts"], "small-0 small-1 0.25")
            self.assertEqual(facts["onrecord.pronoun-heads"], "4")
            self.assertEqual({o.name: o.type.tensor_type.shape.dim[-1].dim_value for o in model.graph.output},
                             {"tags": 7, **dict.fromkeys(export.POINTED, 32), "pronoun_query": 32, "pronoun_key": 32})

    def test_every_name_that_a_node_reads_is_there(self):
        model = together.together(self.build(0), self.build(1), 0.25, "both")
        known = {i.name for i in model.graph.input} | {c.name for c in model.graph.initializer} | {""}
        for node in model.graph.node:
            self.assertLessEqual(set(node.input), known, node.name)
            for attribute in node.attribute:
                if attribute.type == onnx.AttributeProto.GRAPH:
                    inside = set(known)
                    for inner in attribute.g.node:
                        self.assertLessEqual(set(inner.input), inside, inner.name)
                        inside.update(inner.output)
                    self.assertLessEqual({o.name for o in attribute.g.output}, inside)
            known.update(node.output)
        self.assertLessEqual({o.name for o in model.graph.output}, known)
        # Neither network reads what the other makes, also in its branches.
        for node in model.graph.node:
            if node.name.startswith("together/") or node.name.endswith("/weighed"):
                continue
            own = list(node.input)
            for attribute in node.attribute:
                if attribute.type == onnx.AttributeProto.GRAPH:
                    own += [name for inner in attribute.g.node for name in (*inner.input, *inner.output)]
            for name in own:
                if name and name not in export.INPUTS:
                    self.assertEqual(name.startswith(together.SECOND), node.name.startswith(together.SECOND), f"{node.name} has {name}")
        used = {name for node in pronouns.nodes_of(model.graph) for name in node.input}
        self.assertLessEqual({c.name for c in model.graph.initializer}, used)

    def test_scores_and_transitions_are_the_weighted_mean(self):
        first, second = self.build(0), self.build(1)
        model = together.together(first, second, 0.25, "both")
        rows = [[float(value) for value in together.facts_of(m)["onrecord.transitions"].split(" ")] for m in (first, second, model)]
        numpy.testing.assert_allclose(rows[2], 0.75 * numpy.array(rows[0]) + 0.25 * numpy.array(rows[1]), atol=1e-6)
        constants = {c.name: numpy_helper.to_array(c) for c in model.graph.initializer}
        nodes = {node.name: node for node in model.graph.node}
        self.assertEqual(list(nodes["together/tags"].input), ["first/tags/weighed", "second/tags/weighed"])
        for part, share in (("first/", 0.75), ("second/", 0.25)):
            for name in ("tags", "link_query", "owner_query"):
                weighed = nodes[f"{part}{name}/weighed"]
                self.assertEqual(weighed.input[0], part + name)
                self.assertAlmostEqual(float(constants[weighed.input[1]]), share)
        self.assertEqual(list(nodes["together/link_query"].input), ["first/link_query/weighed", "second/link_query/weighed"])
        self.assertEqual(list(nodes["together/link_key"].input), ["first/link_key", "second/link_key"])

    def test_the_second_may_have_more_words(self):
        vocabulary = list(self.wordpiece.vocabulary)
        more = ["extra", *vocabulary]
        self.networks[1] = material.small_network(material.WordPiece(more))
        model = together.together(self.build(0), self.build(1, more, int8=False), 0.5, "both")
        places = next(numpy_helper.to_array(c) for c in model.graph.initializer if c.name == "second/places")
        self.assertEqual([more[place] for place in places], vocabulary)
        reads = [node.input[1] for node in model.graph.node if node.name == "second/embeddings/words"]
        self.assertEqual(reads, ["second/ids"])
        with self.assertRaisesRegex(ValueError, "lacks 1 entries .* such as extra"):
            together.together(self.build(1, more, int8=False), self.build(0), 0.5, "both")

    def test_what_does_not_fit_is_refused(self):
        first = self.build(0)
        for share in (0, 1, -0.5, float("nan")):
            with self.assertRaisesRegex(ValueError, "--share"):
                together.together(first, self.build(1), share, "both")
        with self.assertRaisesRegex(ValueError, "differ in onrecord.window: 40 and 30"):
            together.together(first, self.build(1, window=30), 0.5, "both")
        both = together.together(first, self.build(1), 0.5, "both")
        with self.assertRaisesRegex(ValueError, "already a file of two"):
            together.together(both, first, 0.5, "more")
        with self.assertRaisesRegex(ValueError, "two networks"):
            renew.renew(both)

    def test_the_command_writes_both_files(self):
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, f"{number}.onnx") for number in range(2)]
            for number, path in enumerate(paths):
                cli.write(path, self.build(number), {"name": f"small-{number}", "contract": "2", "tags": [], "precision": "int8"})
            out = os.path.join(folder, "both.onnx")
            with mock.patch("sys.argv", ["training/together", *paths, "--name", "both", "--out", out, "--share", "1"]):
                self.assertRaisesRegex(SystemExit, "--share", together.main)
            self.assertFalse(os.path.exists(out))
            with mock.patch("sys.argv", ["training/together", *paths, "--name", "both", "--out", out, "--share", "0.25"]), mock.patch("builtins.print"):
                together.main()
            with open(os.path.join(folder, "both.json"), encoding="utf-8") as f:
                described = json.load(f)
            self.assertEqual(described["sha256"], data.digest(out))
            self.assertEqual([(part["name"], part["share"], part["sha256"]) for part in described["parts"]],
                             [("small-0", 0.75, data.digest(paths[0])), ("small-1", 0.25, data.digest(paths[1]))])


if __name__ == "__main__":
    unittest.main()
