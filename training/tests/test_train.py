import dataclasses
import os
import tempfile
import unittest

import torch

from onrecord_training import batches, data, evaluate, train
from onrecord_training.network import Network
from onrecord_training.settings import TAGS, Settings
from onrecord_training.teacher import Teacher, layers_like, name_of
from . import material

QUICK = Settings(name="test", epochs=4, batch=80, window=40, rate=3e-3, head_rate=3e-3, warmup=3, dropout=0.1, seed=7,
                 threads=1, log_every=1000, save_every=5)


def silent(_):
    pass


def run(settings, folder, stop_after=None, identity=""):
    torch.manual_seed(1)
    wordpiece = material.small_wordpiece()
    articles = [material.article(i, material.SENTENCES[i:] + material.SENTENCES[:i]) for i in range(5)]
    network = material.small_network(wordpiece, settings.dropout)
    train.train(network, [data.pieces_of(article, wordpiece) for article in articles], wordpiece, settings, folder, log=silent,
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

    def test_the_share_of_each_thread_does_not_depend_on_who_is_first(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            first, _, _ = run(dataclasses.replace(QUICK, threads=2), one)
            second, _, _ = run(dataclasses.replace(QUICK, threads=2), other)
        for (name, a), (_, b) in zip(first.state_dict().items(), second.state_dict().items()):
            self.assertTrue(torch.equal(a, b), name)

    def test_lower_layers_learn_more_slowly_than_higher_ones_and_heads_fastest(self):
        settings = Settings(layers=6, layer_decay=0.5, rate=1e-4, head_rate=1e-3)
        names = ["embeddings.LayerNorm.weight", "encoder.layer.0.output.dense.bias", "encoder.layer.5.output.dense.bias", "heads.tag.bias"]
        rates = [train.rate_of(name, 6, settings) for name in names]
        self.assertEqual(rates, sorted(rates))
        self.assertEqual(rates[2:], [1e-4, 1e-3])

    def test_the_average_is_what_is_left_at_the_end(self):
        network = material.small_network(material.small_wordpiece())
        average = train.Average(network, 0.5)
        bias = network.heads["tag"].bias
        with torch.no_grad():
            bias.fill_(1.0)
        average.add(100)
        with average.held():
            held = bias.clone()
        self.assertTrue(torch.equal(bias, torch.ones_like(bias)))
        self.assertFalse(torch.equal(held, bias))
        average.keep()
        self.assertTrue(torch.equal(bias, held))

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
    def test_an_epoch_holds_each_piece_once_and_follows_from_its_seed_and_number(self):
        wordpiece = material.small_wordpiece()
        articles = [data.pieces_of(material.article(i), wordpiece) for i in range(30)]
        settings = dataclasses.replace(QUICK, batch=120)
        made = batches.epoch(articles, wordpiece, settings, 1, 2)
        self.assertLessEqual(max(len(step) for step in made), 2)
        pieces = [(w.article, place) for step in made for batch in step for w in batch for place in w.places]
        self.assertEqual(len(pieces), len(set(pieces)))
        # Marks are dropped now and then, nothing else.
        self.assertGreater(len(pieces), 0.95 * sum(len(a.ids) for a in articles))
        self.assertEqual(made, batches.epoch(articles, wordpiece, settings, 1, 2))
        self.assertNotEqual(made, batches.epoch(articles, wordpiece, settings, 2, 2))

    def test_padding_does_not_change_the_scores(self):
        wordpiece = material.small_wordpiece()
        windows = data.windows([data.pieces_of(material.article(), wordpiece)], 40)
        network = material.small_network(wordpiece)
        together = evaluate.scores(network, windows, wordpiece)
        alone = [evaluate.scores(network, [window], wordpiece)[0] for window in windows]
        for a, b in zip(together, alone):
            for x, y in zip(a, b):
                self.assertLess(abs(x - y).max(), 1e-4)


class TeacherTest(unittest.TestCase):
    def test_a_teacher_says_the_same_of_a_piece_wherever_it_is_met(self):
        wordpiece = material.small_wordpiece()
        pieces = [data.pieces_of(material.article(i), wordpiece) for i in range(2)]
        network = material.small_network(wordpiece)
        teacher = Teacher.of(network, pieces, wordpiece, 40)
        whole, part = data.window(1, pieces[1], 0, 30), data.window(1, pieces[1], 10, 20)
        shares = teacher.shares([whole, part])
        self.assertEqual(tuple(shares.shape), (2, 30, len(TAGS)))
        self.assertTrue(torch.equal(shares[0, 10:20], shares[1, :10]))
        self.assertEqual(float(shares[1, 10:].abs().sum()), 0)
        self.assertLess(float((shares[0].sum(dim=-1) - 1).abs().max()), 0.01)
        at_once = Teacher.of(network, pieces, wordpiece, 40, threads=2)
        self.assertLess(float((at_once.shares([whole, part]) - shares).abs().max()), 0.002)

    def test_a_network_learns_from_its_teacher(self):
        wordpiece = material.small_wordpiece()
        pieces = [data.pieces_of(material.article(i), wordpiece) for i in range(2)]
        with tempfile.TemporaryDirectory() as folder:
            network = material.small_network(wordpiece)
            teacher = Teacher.of(network, pieces, wordpiece, 40)
            train.train(network, pieces, wordpiece, QUICK, folder, log=silent, teacher=teacher)

    def test_a_teacher_is_asked_once_of_the_same_texts(self):
        wordpiece = material.small_wordpiece()
        articles = [material.article(i) for i in range(2)]
        pieces = [data.pieces_of(article, wordpiece) for article in articles]
        asked = []

        def ask():
            asked.append(len(asked))
            return Teacher.of(material.small_network(wordpiece), pieces, wordpiece, 40)

        with tempfile.TemporaryDirectory() as folder:
            first, again = (Teacher.once(os.path.join(folder, "teacher.npz"), articles, pieces, ask) for _ in range(2))
        self.assertEqual(asked, [0])
        windows = [data.window(i, pieces[i], 0, 30) for i in range(2)]
        self.assertTrue(torch.equal(first.shares(windows), again.shares(windows)))

    def test_what_a_teacher_makes_of_texts_is_named_by_all_that_it_depends_on(self):
        articles = [material.article(i) for i in range(2)]
        names = {name_of("a", (12, 200), articles), name_of("b", (12, 200), articles), name_of("a", (12, 100), articles), name_of("a", (12, 200), articles[::-1])}
        self.assertEqual(len(names), 4)
        self.assertIn(name_of("a", (12, 200), list(articles)), names)

    def test_opinions_are_kept_and_each_article_gets_those_that_are_of_it(self):
        wordpiece = material.small_wordpiece()
        articles = [material.article(i) for i in range(3)]
        pieces = [data.pieces_of(article, wordpiece) for article in articles]
        torch.manual_seed(3)
        one, other = (Teacher.of(material.small_network(wordpiece), pieces, wordpiece, 40) for _ in range(2))
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, name) for name in ("a.npz", "b.npz")]
            Teacher([one._shares[0], one._shares[2]]).write(paths[0], [articles[0], articles[2]])
            Teacher([other._shares[1], other._shares[2]]).write(paths[1], articles[1:])
            read = Teacher.read(paths, articles, pieces)
            windows = [data.window(i, pieces[i], 0, 30) for i in range(3)]
            mean = (one.shares(windows)[2] + other.shares(windows)[2]) / 2
            self.assertTrue(torch.equal(read.shares(windows)[0], one.shares(windows)[0]))
            self.assertTrue(torch.equal(read.shares(windows)[1], other.shares(windows)[1]))
            self.assertLess(float((read.shares(windows)[2] - mean).abs().max()), 0.001)
            self.assertEqual(sorted(os.listdir(folder)), ["a.npz", "b.npz"])
            with self.assertRaisesRegex(ValueError, "nobody has an opinion of article invented-1"):
                Teacher.read(paths[:1], articles, pieces)
            with self.assertRaisesRegex(ValueError, "of another text"):
                Teacher.read(paths[:1], articles[:1], [dataclasses.replace(pieces[0], ids=pieces[0].ids[1:])])

    def test_a_smaller_network_learns_what_the_layers_of_its_teacher_make_of_a_piece(self):
        wordpiece = material.small_wordpiece()
        pieces = [data.pieces_of(material.article(i), wordpiece) for i in range(2)]
        torch.manual_seed(1)
        larger = material.small_network(wordpiece)
        teacher = Teacher.of(larger, pieces, wordpiece, 40, layers=layers_like(1, 2))
        torch.manual_seed(2)
        smaller = Network(dataclasses.replace(larger.shape, layers=1))
        windows = [data.window(i, pieces[i], 0, 30) for i in range(2)]

        def off():
            return float(train.losses_of(smaller, windows, wordpiece, "cpu", None, teacher)["states"][0].detach())

        before = off()
        with tempfile.TemporaryDirectory() as folder:
            train.train(smaller, pieces, wordpiece, dataclasses.replace(QUICK, layers=1, epochs=20, dropout=0.0, states_weight=1.0),
                        folder, log=silent, teacher=teacher)
        self.assertLess(off(), 0.75 * before)

    def test_layers_of_a_teacher_are_those_that_have_come_as_far(self):
        self.assertEqual(layers_like(3, 6), (1, 3, 5))
        self.assertEqual(layers_like(2, 2), (0, 1))


class SettingsTest(unittest.TestCase):
    def test_bad_values_are_named(self):
        for bad, message in (({"batch": 0}, "batch must be at least 1"), ({"rate": -1.0}, "rate must not be negative"),
                             ({"dropout": 1.0}, "dropout must lie"), ({"window": 600}, "at most 510")):
            with self.assertRaisesRegex(ValueError, message):
                Settings(**bad)
