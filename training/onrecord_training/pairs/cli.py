"""The command: train on all sets and write the ONNX file, or cross-validate and print the figures."""
import argparse
import dataclasses
import hashlib
import json
import os
import random
import sys

import numpy
import torch

from .. import cli as encoder
from .. import data, quantize, start
from .. import export as parts
from ..network import Shape
from ..train import device_of
from ..wordpiece import WordPiece
from . import events, export, figures, sets, synthetic, train
from .network import PairNetwork, kinds
from .pieces import Reader
from .train import Settings

POSITIONS = 128
CALIBRATION_PAIRS = 512
HELD_OUT = 10
# Of each event that is not trained on, as they come.
MEASURED = 200
DEV = "paraphrase-dev"
UNSEEN = (DEV, "synthetic", "events")
VALIDATED = ("headlines", "emergent", "claimdiff")
EXAMPLES = (
    ("The minister resigned on Monday.", "The minister did not resign on Monday."),
    ("Twelve people were killed in Velia.", "12 people died in Velia."),
    ("Prices rose by 3 percent.", "Prices rose by 9 percent."),
    ("The dam is safe.", "“There is no danger from the dam” – Avenia’s engineers…"),
    ("Avenia's tanks crossed the border.", "No tanks crossed the border, Avenia insisted."),
    ("Serrat won the election.", "The brass band plays three marches on Sunday."),
    ("The bank will cut 500 jobs.", "Report: the bank may cut 500 jobs"),
    ("Oldin was arrested in Tarn.", "Oldin was arrested in Tarn."),
    ("A 日本 ship left the harbour, " + "and another followed it " * 30, "The ship has left."),
)
EXPLAINED = {
    "name": "what the model calls itself",
    "epochs": "times over the training pairs; 0 only measures the start weights",
    "batch": "word pieces a step, padding included",
    "longest": "most word pieces of a sentence, the two special ones counted",
    "frozen": "lower layers that are not trained; what they make of a sentence is kept",
    "together": "of the last layers, how many read both sentences at once",
    "rate": "highest learning rate of the encoder",
    "head_rate": "highest learning rate of the heads",
    "layer_decay": "rate of a layer as a share of that of the layer above it",
    "warmup": "steps until the highest rate; then it falls to 0 in a line",
    "weight_decay": "of weights; biases and normalization have none",
    "dropout": "everywhere but inside attention",
    "clip": "largest norm of a step's gradient",
    "average": "what the running average of the weights keeps of itself at each step; the average is the result",
    "similarity_weight": "of the loss of the similarity beside the others",
    "synthetic": "pairs that are made from real sentences",
    "event_pairs": "most pairs of an event that are the same, and most that contradict; 0 leaves the events out",
    "event_others": "pairs of an event that are neither, for each of these",
    "folds": "of the cross-validation",
    "seed": "of all that is drawn: heads, order, dropout, folds, made-up pairs",
    "threads": "threads on the CPU, each with a share of every step",
    "log_every": "steps between lines of the log",
    "save_every": "steps between checkpoints",
}
LICENCES = {
    "start weights": "all-MiniLM-L6-v2, Apache-2.0",
    "training data": "research corpora named under data; the news texts belong to their publishers. No text is contained in "
                     "this file; see docs/model-card.md",
    "conversion": "Apache-2.0",
}


def options():
    parser = argparse.ArgumentParser(prog="training/pairs", description=__doc__.splitlines()[0])
    parser.add_argument("--data", default="../shared/data", metavar="FOLDER", help="has " + ", ".join(sets.FILES.values()) + ", polnear/train.jsonl")
    parser.add_argument("--tables", required=True, metavar="FOLDER", help="has first-names.tsv and countries.tsv (training/pairs: the project's)")
    parser.add_argument("--events", required=True, metavar="FOLDER", help="has the made-up events (training/pairs: those beside it)")
    parser.add_argument("--artifacts", required=True, metavar="FOLDER", help="has the published start model (training/pairs fetches it)")
    parser.add_argument("--work", required=True, metavar="FOLDER", help="checkpoints, log and weights, outside the source tree (training/pairs: in the user's cache)")
    parser.add_argument("--out", required=True, metavar="FILE", help="the ONNX file to write, a .json beside it (training/pairs: the project's)")
    parser.add_argument("--cross-validate", action="store_true", help="write nothing: train a network for each fold without its pairs, and print the figures on them")
    parser.add_argument("--start", metavar="FILE", help="weights (.npz) to begin from in place of the published ones")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="auto takes a CUDA device where there is one")
    parser.add_argument("--fp32", action="store_true", help="write fp32 instead of int8")
    for field in dataclasses.fields(Settings):
        parser.add_argument("--" + field.name.replace("_", "-"), type=field.type, default=field.default,
                            metavar=field.type.__name__.upper(), help=f"{EXPLAINED[field.name]} (default {field.default})")
    return parser


def main(arguments=None):
    parser = options()
    given = parser.parse_args(arguments)
    try:
        settings = Settings(**{f.name: getattr(given, f.name) for f in dataclasses.fields(Settings)})
    except ValueError as e:
        parser.error(str(e))
    try:
        Run(given, settings).go()
    except (ValueError, OSError) as e:
        sys.exit(f"training: {e}")


class Run:
    """One call of the command."""

    def __init__(self, given, settings):
        self.given, self.settings = given, settings
        os.makedirs(given.work, exist_ok=True)
        self.log = encoder.Log(os.path.join(given.work, "log.txt"))
        torch.set_num_threads(settings.threads)
        self.artifact = start.read_artifact(encoder.jar_of(given, 6))
        self.reader = Reader(WordPiece(self.artifact.vocabulary), settings.longest, device_of(given.device))
        self.pairs = sets.read_all(given.data)
        polnear = os.path.join(given.data, "polnear/train.jsonl")
        made = synthetic.make(self.pairs["paraphrase-train"], polnear, given.tables, settings.synthetic, settings.seed)
        held = {group for group, fold in sets.fold_of(made, HELD_OUT, settings.seed).items() if fold == 0} if made else set()
        self.made = [pair for pair in made if pair.group not in held]
        self.pairs["synthetic"] = [pair for pair in made if pair.group in held]
        seen, unseen = events.held_out(events.read(given.events), HELD_OUT, settings.seed) if settings.event_pairs else ([], [])
        self.told = events.draw(seen, settings.seed, settings.event_pairs, settings.event_others)
        self.pairs["events"] = events.sample(unseen, settings.seed, MEASURED)
        self.files = {name: os.path.join(given.data, path) for name, path in sets.FILES.items()} | {"polnear": polnear}
        self.digests = {name: data.digest(path) for name, path in self.files.items()} | {"events": events.digest(given.events)}

    def go(self):
        if self.given.cross_validate:
            self.print(self.cross_validated())
        else:
            self.write(*self.trained())

    def network(self):
        torch.manual_seed(self.settings.seed)
        network = PairNetwork(Shape(positions=POSITIONS), self.settings.dropout, self.settings.together)
        weights = {**self.artifact.weights, "kinds": kinds(self.artifact.vocabulary)}
        weights["embeddings.position_plus_type0"] = weights["embeddings.position_plus_type0"][:POSITIONS]
        if self.given.start:
            weights.update(start.read_npz(self.given.start))
        missing, unexpected = network.load_state_dict(weights, strict=False)
        missing = [name for name in missing if not name.startswith("heads.") and "surface" not in name]
        if missing or unexpected:
            raise ValueError(f"start weights do not fit: missing {missing}, unexpected {unexpected}")
        return network.to(self.reader.device)

    def fit(self, pairs, work, what):
        os.makedirs(work, exist_ok=True)
        network = self.network()
        self.log(f"{self.settings.name}, {what}: {len(pairs)} pairs, {self.settings.epochs} epochs, torch {torch.__version__}")
        identity = json.dumps([what, self.digests, self.artifact.digest, data.digest(self.given.start) if self.given.start else None])
        self.reader.prepare([*(pair for name in self.pairs for pair in self.pairs[name]), *self.made, *self.told], network, self.settings.frozen)
        train.train(network, pairs, self.reader, self.settings, work, identity, self.log)
        start.write_npz(os.path.join(work, "weights.npz"), network)
        return network.eval()

    def scores(self, network, pairs):
        return figures.scores(network, pairs, self.reader, self.settings.frozen)

    # Cross-validation.

    def cross_validated(self):
        """{set: figures}: of the pairs of each fold by the network trained without them, taken together; of the sets that
        no network sees, the mean over the networks."""
        folds = {name: sets.fold_of(self.pairs[name], self.settings.folds, self.settings.seed) for name in VALIDATED}
        apart = {name: ([], []) for name in VALIDATED}
        start_network = self.network()
        cosines = {pair: cosine for pair, cosine in zip(self.pairs["headlines"], figures.cosines(start_network, self.pairs["headlines"], self.reader))}

        def figures_of(name, pairs, scores):
            return figures.of_set(name, pairs, scores, numpy.array([cosines.get(pair, 0.0) for pair in pairs]))

        others = {name: [] for name in UNSEEN if self.pairs[name]}
        for fold in range(self.settings.folds):
            seen, unseen = self.split(folds, fold)
            network = self.fit(seen, os.path.join(self.given.work, f"fold-{fold + 1}"), f"fold {fold + 1} of {self.settings.folds}")
            for name in VALIDATED:
                apart[name][0].extend(unseen[name])
                apart[name][1].append(self.scores(network, unseen[name]))
                self.log(f"  {name}: {figures_of(name, unseen[name], apart[name][1][-1])}")
            for name in others:
                others[name].append(figures.of_set(name, self.pairs[name], self.scores(network, self.pairs[name])))
                self.log(f"  {name}: {others[name][-1]}")
        found = {name: figures_of(name, pairs, numpy.concatenate(scores)) for name, (pairs, scores) in apart.items()}
        for name, each in others.items():
            found[name] = {figure: round(sum(one[figure] for one in each) / len(each), 2) for figure in each[0]}
        return found

    def split(self, folds, fold):
        """(the pairs to train on, {set: its pairs of the fold})."""
        seen, unseen = [*self.pairs["paraphrase-train"], *self.made, *self.told], {}
        for name in VALIDATED:
            unseen[name] = [pair for pair in self.pairs[name] if folds[name][pair.group] == fold]
            seen += [pair for pair in self.pairs[name] if folds[name][pair.group] != fold]
        return seen, unseen

    def print(self, found):
        path = os.path.join(self.given.work, "cross-validated.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump({"settings": dataclasses.asdict(self.settings), "data": self.digests, "figures": found}, f, indent=1)
        for name, values in found.items():
            for figure, value in values.items():
                self.log(f"{name:16} {figure:34} {value}  ({len(self.pairs[name])} pairs)")

    # The network for users.

    def trained(self):
        pairs = [pair for name in (*VALIDATED, "paraphrase-train") for pair in self.pairs[name]] + self.made + self.told
        return pairs, self.fit(pairs, os.path.join(self.given.work, "all"), "all pairs")

    def write(self, pairs, network):
        # Sums of the file are those of a processor, what the frozen layers make of sentences included.
        self.reader = Reader(self.reader.wordpiece, self.settings.longest)
        network.to("cpu")
        measured = {"fp32": self.measured(network, self.settings.frozen)}
        seen, written = None, network
        if not self.given.fp32:
            sample = random.Random(self.settings.seed).sample(pairs, min(CALIBRATION_PAIRS, len(pairs)))
            sample.sort(key=self.reader.length)
            batches = (self.reader.read(sample[i:i + 16], network, 0)[0] for i in range(0, len(sample), 16))
            seen = quantize.watch_inputs(network, batches)
            written = export.simulate(network, seen)
            measured["int8 (simulated)"] = self.measured(written, 0)
        trained = {name: digest for name, digest in self.digests.items() if name not in (DEV, "polnear", "events")}
        facts = {"onrecord.trained": " ".join(sorted(trained.values()))}
        vocabulary, network = without_unused(self.artifact.vocabulary, network)
        if not self.given.fp32:
            _, written = without_unused(self.artifact.vocabulary, written)
        examples = self.examples(written, Reader(WordPiece(vocabulary), self.settings.longest))
        model = export.build(network, vocabulary, self.settings.name, self.settings.longest, facts, seen)
        encoder.write(self.given.out, model, self.description(measured, examples))
        self.log(f"wrote {self.given.out}, {os.path.getsize(self.given.out)} bytes")

    def measured(self, network, frozen):
        """Figures on the sets that were not trained on."""
        found = {name: figures.of_set(name, self.pairs[name], figures.scores(network, self.pairs[name], self.reader, frozen))
                 for name in UNSEEN if self.pairs[name]}
        for name, values in found.items():
            self.log(f"{name}: {values}")
        return found

    def examples(self, network, reader):
        """What the written network gives for a few invented pairs, for a reader of the file to be held against."""
        pairs = [sets.Pair(a, b, "example", "example") for a, b in EXAMPLES]
        found = figures.scores(network, pairs, reader)
        return [{"a": pair.a, "b": pair.b, "scores": [round(float(value), 4) for value in row]} for pair, row in zip(pairs, found)]

    def description(self, measured, examples):
        path = os.path.join(self.given.work, "cross-validated.json")
        validated = None
        if os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                validated = json.load(f)["figures"]
        return {"name": self.settings.name, "contract": export.CONTRACT, "precision": "fp32" if self.given.fp32 else "int8",
                "sha256": None, "bytes": None,
                "start": {"artifact": start.COORDINATES[6], "artifact sha256": self.artifact.digest},
                "data": {name: {"sha256": digest, "pairs": len(self.pairs[name]) if name in self.pairs else None}
                         for name, digest in self.digests.items()},
                "synthetic": len(self.made), "of events": len(self.told), "settings": dataclasses.asdict(self.settings), "licences": LICENCES,
                "figures": measured, "cross-validated": validated, "examples": examples}


def without_unused(vocabulary, network):
    """The network without the vocabulary's spare entries and those of other scripts than the Latin: a file smaller by their
    vectors. What they stood for is one unknown piece."""
    entries, kept = parts.latin(vocabulary)
    parts.keep_words(network, kept)
    network.kinds = network.kinds[kept].clone()
    return entries, network
