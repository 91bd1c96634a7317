import dataclasses
import os
import tempfile
import unittest

import torch

from onrecord_training import batches, data, evaluate, train
from onrecord_training.settings import Settings
from . import material

QUICK = Settings(name="test", epochs=4, batch=2, window=40, rate=3e-3, head_rate=3e-3, warmup=3, dropout=0.1, seed=7,
                 threads=1, log_every=1000, save_every=5)


def silent(_):
    pass


def run(settings, folder, stop_after=None, identity=""):
    torch.manual_seed(1)
    wordpiece = material.small_wordpiece()
    articles = [material.article(i, material.SENTENCES[i:] + material.SENTENCES[:i]) for i in range(5)]
    network = material.small_network(wordpiece, settings.dropout)
    train.train(network, data.windows(articles, wordpiece, settings.window), wordpiece, settings, folder, log=silent,
                stop_after=stop_after, identity=identity)
    return network, wordpiece, articles


class TrainTest(unittest.TestCase):
    def test_a_small_network_learns_invented_sentences_by_heart(self):
        with tempfile.TemporaryDirectory() as folder:
            network, wordpiece, articles = run(dataclasses.replace(QUICK, epochs=60, dropout=0.0, link_weight=0.5), folder)
        found, _ = evaluate.evaluate(network, articles, wordpiece, QUICK.window)
        self.assertGreater(found["linked.exact"]["f1"], 95)

    def test_a_run_cut_off_and_gone_on_with_ends_with_the_same_weights(self):
        with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as parts:
            straight, _, _ = run(QUICK, whole)
            for stop in (7, 13, None):
                resumed, _, _ = run(QUICK, parts, stop_after=stop)
        for (name, a), (_, b) in zip(straight.state_dict().items(), resumed.state_dict().items()):
            self.assertTrue(torch.equal(a, b), name)

    def test_a_checkpoint_of_another_run_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            run(QUICK, folder, stop_after=6)
            with self.assertRaisesRegex(ValueError, "another run"):
                run(dataclasses.replace(QUICK, rate=1e-3), folder)
            with self.assertRaisesRegex(ValueError, "another run"):
                run(QUICK, folder, identity="other data")

    def test_settings_without_effect_may_change_on_the_way(self):
        with tempfile.TemporaryDirectory() as folder:
            run(QUICK, folder, stop_after=6)
            run(dataclasses.replace(QUICK, log_every=7, save_every=3, name="renamed"), folder)

    def test_nothing_but_the_checkpoint_is_left_in_the_folder(self):
        with tempfile.TemporaryDirectory() as folder:
            run(QUICK, folder)
            self.assertEqual(os.listdir(folder), ["checkpoint.pt"])

    def test_word_embeddings_stay_as_they_were(self):
        torch.manual_seed(1)
        before = material.small_network(material.small_wordpiece()).embeddings.word_embeddings.weight.clone()
        with tempfile.TemporaryDirectory() as folder:
            network, _, _ = run(QUICK, folder)
        self.assertTrue(torch.equal(before, network.embeddings.word_embeddings.weight))

    def test_the_rate_rises_then_falls_to_nothing(self):
        shares = [train.share_of_rate(step, 3, 9) for step in range(9)]
        self.assertEqual(shares[:3], [1 / 3, 2 / 3, 1])
        self.assertEqual(shares[3], 1)
        self.assertEqual(shares, shares[:3] + sorted(shares[3:], reverse=True))
        self.assertGreater(shares[-1], 0)


class BatchesTest(unittest.TestCase):
    def test_an_epoch_holds_each_window_once_and_follows_from_its_seed(self):
        windows = data.windows([material.article(i) for i in range(30)], material.small_wordpiece(), 40)
        made = batches.epoch(windows, 4, 1)
        self.assertEqual(sorted(i for batch in made for i in batch), list(range(len(windows))))
        self.assertEqual(made, batches.epoch(windows, 4, 1))
        self.assertNotEqual(made, batches.epoch(windows, 4, 2))

    def test_padding_does_not_change_the_scores(self):
        wordpiece = material.small_wordpiece()
        windows = data.windows([material.article()], wordpiece, 40)
        network = material.small_network(wordpiece)
        together = evaluate.scores(network, windows, wordpiece)
        alone = [evaluate.scores(network, [window], wordpiece)[0] for window in windows]
        for a, b in zip(together, alone):
            for x, y in zip(a, b):
                self.assertLess(abs(x - y).max(), 1e-4)


class SettingsTest(unittest.TestCase):
    def test_bad_values_are_named(self):
        for bad, message in (({"batch": 0}, "batch must be at least 1"), ({"rate": -1.0}, "rate must not be negative"),
                             ({"dropout": 1.0}, "dropout must lie"), ({"window": 600}, "at most 510")):
            with self.assertRaisesRegex(ValueError, message):
                Settings(**bad)
