import unittest

import onnx
import torch

from onrecord_training import batches, data, export, narrow, quantize, renew, start
from . import material


class NarrowTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(5)
        self.wordpiece = material.small_wordpiece()
        self.network = material.small_network(self.wordpiece)
        self.windows = data.windows([data.pieces_of(material.article(), self.wordpiece)], 40)

    def narrowed(self, heads, inner):
        return narrow.narrowed(self.network, heads, inner, self.windows, self.wordpiece)

    def scores(self, network):
        with torch.no_grad():
            return network.eval()(batches.inputs(self.windows, self.wordpiece))

    def test_a_network_that_is_so_narrow_stays_itself(self):
        self.assertIs(self.narrowed(4, 64), self.network)

    def test_heads_and_channels_that_say_nothing_are_the_ones_left_out(self):
        with torch.no_grad():
            for layer in self.network.encoder["layer"]:
                # Heads 0 and 2 of four, eight wide, and every other channel.
                layer.attention["output"]["dense"].weight.view(32, 4, 8)[:, [0, 2]] = 0
                layer.output["dense"].weight[:, ::2] = 0
        small = self.narrowed(2, 32)
        self.assertEqual((small.shape.heads, small.shape.inner), (2, 32))
        for one, other in zip(self.scores(self.network), self.scores(small)):
            self.assertLess(float((one - other).abs().max()), 1e-4)

    def test_a_head_that_says_most_is_kept(self):
        with torch.no_grad():
            for layer in self.network.encoder["layer"]:
                layer.attention["output"]["dense"].weight.view(32, 4, 8)[:, 3] *= 20
        kept = [layer.attention["output"]["dense"].weight for layer in self.narrowed(1, 64).encoder["layer"]]
        for small, layer in zip(kept, self.network.encoder["layer"]):
            self.assertTrue(torch.equal(small, layer.attention["output"]["dense"].weight[:, 24:]))

    def test_more_than_there_is_cannot_be_had(self):
        with self.assertRaisesRegex(ValueError, "have 4 heads and inner parts of 64: --heads 8 --inner 64 is more"):
            self.narrowed(8, 64)

    def test_a_narrow_network_has_a_file_that_can_be_read_and_renewed(self):
        small = self.narrowed(3, 40)
        seen = quantize.watch(small, self.windows, self.wordpiece)
        model = export.build(small, self.wordpiece.vocabulary, "narrow", 40, seen)
        onnx.checker.check_model(renew.renew(model))
        self.assertEqual([o.type.tensor_type.shape.dim[-1].dim_value for o in model.graph.output][-2:], [24, 24])
        self.assertEqual({p.key: p.value for p in model.metadata_props}["onrecord.pronoun-heads"], "3")
        weights = start.weights_of(export.build(small, self.wordpiece.vocabulary, "narrow", 40))
        for name, value in small.state_dict().items():
            if name != "embeddings.word_embeddings.weight":
                self.assertLess(float((weights[name] - value).abs().max()), 1e-4, name)
