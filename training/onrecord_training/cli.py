"""The command: train (or only convert), measure on dev, write the ONNX file and the JSON file beside it."""
import argparse
import dataclasses
import hashlib
import json
import os
import random
import sys

import torch

from . import data, evaluate, export, figures, narrow, quantize, silver, start, teacher, train
from .network import Network
from .settings import CONTRACT, TAGS, Settings
from .wordpiece import WordPiece

CALIBRATION_WINDOWS = 256
EXPLAINED = {
    "name": "what the model calls itself",
    "epochs": "times over the training data; 0 only converts and measures the start weights",
    "layers": "of the network; each number has a published start model: 3 (some of the six), 6 or 12",
    "heads": "of attention in each layer; where the start has more, those that say least are left out",
    "inner": "how wide the feed-forward parts are; likewise",
    "batch": "word pieces a step",
    "window": "most word pieces in a window, the two special ones not counted",
    "rate": "highest learning rate of the encoder",
    "head_rate": "highest learning rate of the heads",
    "layer_decay": "rate of a layer as a share of that of the layer above it",
    "warmup": "steps until the highest rate; then it falls to 0 in a line",
    "weight_decay": "of weights; biases and normalization have none",
    "dropout": "everywhere but inside attention",
    "clip": "largest norm of a step's gradient",
    "link_weight": "of the loss of links, and of that of owners, beside that of the tags",
    "average": "what the running average of the weights keeps of itself at each step; the average is the result",
    "teacher_weight": "of the loss against the teacher's tags",
    "states_weight": "of the loss against what the teacher's layers make of each piece; 0 leaves them out",
    "seed": "of all that is drawn: heads, order, dropout, calibration windows",
    "threads": "threads on the CPU, each with a share of every step",
    "log_every": "steps between lines of the log",
    "save_every": "steps between checkpoints",
}
LICENCES = {
    "start weights": "all-MiniLM-L6-v2, Apache-2.0 (6 layers); e5-small-v2, MIT (12 layers)",
    "training data": "PolNeAR: annotations released for research; the news texts belong to their publishers. "
                     "No text is contained in this file; see docs/model-card.md",
    "conversion": "Apache-2.0",
}


def options():
    parser = argparse.ArgumentParser(prog="training/train", description=__doc__.splitlines()[0],
                                     formatter_class=argparse.HelpFormatter)
    parser.add_argument("--data", default="../shared/data/polnear", metavar="FOLDER", help="has train.jsonl and dev.jsonl")
    parser.add_argument("--artifacts", required=True, metavar="FOLDER", help="has the published start models (training/train fetches them)")
    parser.add_argument("--teacher", metavar="FILE", help="weights (.npz, .onnx) of a network whose tags are learned beside the gold")
    parser.add_argument("--teacher-layers", type=int, default=12, metavar="INT", help="its layers (default 12)")
    parser.add_argument("--opinions", metavar="FILE,FILE...", help="what networks say of the training texts, learned beside the gold as a teacher's tags are; each "
                        "file is an opinions.npz of a run with --tell")
    parser.add_argument("--published", choices=start.NAMED, help="start from this published model in place of that of so many layers; with --layers 12 and --tell, since no model is written of it")
    parser.add_argument("--leave", metavar="K/N", help="do not train on every Nth article, from the Kth on, counted from 0")
    parser.add_argument("--tell", metavar="FILE", help="write no model, but to the work folder what the network makes of the articles left out and of the texts of FILE, a line of JSON "
                        "{id, text} each: opinions.npz, and read.jsonl as if people had marked it")
    parser.add_argument("--start", metavar="FILE", help="start weights (.npz, .onnx) in place of the published ones")
    parser.add_argument("--start-layers", metavar="N,N,...", help="the layers of the start, from 0, that the network is to have (default all)")
    parser.add_argument("--latin", action="store_true", help="leave word pieces of other scripts than the Latin out of the file")
    parser.add_argument("--work", required=True, metavar="FOLDER", help="checkpoint, log and weights, outside the source tree (training/train: in the user's cache)")
    parser.add_argument("--out", required=True, metavar="FILE", help="the ONNX file to write, a .json beside it (training/train: the project's)")
    parser.add_argument("--fp32", action="store_true", help="write fp32 instead of int8")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto",
                        help="auto takes a CUDA device where there is one")
    for field in dataclasses.fields(Settings):
        parser.add_argument("--" + field.name.replace("_", "-"), type=field.type, default=field.default,
                            metavar=field.type.__name__.upper(), help=f"{EXPLAINED[field.name]} (default {field.default})")
    return parser


def main(arguments=None):
    parser = options()
    given = parser.parse_args(arguments)
    try:
        settings = Settings(**{f.name: getattr(given, f.name) for f in dataclasses.fields(Settings)})
        exclude(given, settings)
    except ValueError as e:
        parser.error(str(e))
    try:
        run(given, settings)
    except (ValueError, OSError) as e:
        sys.exit(f"training: {e}")


def exclude(given, settings):
    """Refuses options that say different things of one matter."""
    if given.teacher and given.opinions:
        raise ValueError("--teacher and --opinions exclude one another")
    if settings.states_weight and not given.teacher:
        raise ValueError("--states-weight needs a --teacher: opinions are of tags alone")
    if given.published:
        if not given.tell:
            raise ValueError("--published needs --tell: no model is written of so wide a network")
        if (settings.layers, settings.heads, settings.inner) != (start.PUBLISHED_LAYERS, Settings.heads, Settings.inner):
            raise ValueError(f"--published {given.published} has {start.PUBLISHED_LAYERS} layers, heads and channels as it has them: give --layers {start.PUBLISHED_LAYERS} and neither --heads nor --inner")


def run(given, settings):
    os.makedirs(given.work, exist_ok=True)
    log = Log(os.path.join(given.work, "log.txt"))
    torch.set_num_threads(settings.threads)
    device = train.device_of(given.device)
    artifact = start.read_artifact(jar_of(given, given.published or settings.layers))
    wordpiece = WordPiece(artifact.vocabulary)
    splits = {split: os.path.join(given.data, f"{split}.jsonl") for split in ("train", "dev")}
    articles = {split: data.read_articles(path) for split, path in splits.items()}
    texts = data.read_articles(given.tell, annotated=False) if given.tell else []
    numbers = left_out(given.leave, len(articles["train"]))
    left = [articles["train"][number] for number in numbers]
    taught = [article for number, article in enumerate(articles["train"]) if number not in numbers]
    pieces = [data.pieces_of(article, wordpiece) for article in taught]
    windows = data.windows(pieces, settings.window)
    torch.manual_seed(settings.seed)
    network = first_network(given, settings, artifact, windows, wordpiece)
    description = describe(given, settings, artifact, splits, articles, windows)
    log(f"{settings.name}: {len(windows)} windows, {settings.epochs} epochs, {device}, torch {torch.__version__}")

    def measured(candidate):
        found, _ = evaluate.evaluate(candidate, articles["dev"], wordpiece, settings.window, device)
        return found

    def after_epoch(number):
        if number < settings.epochs:
            start.write_npz(os.path.join(given.work, "weights.npz"), network)
            log(f"dev after epoch {number}: " + in_short(measured(network)))

    if settings.epochs:
        train.train(network, pieces, wordpiece, settings, given.work, device,
                    json.dumps([description["data"], description["start"]]), log, after_epoch,
                    teacher=teacher_of(given, settings, taught, pieces, wordpiece, device))
        start.write_npz(os.path.join(given.work, "weights.npz"), network)
    network.to(device).eval()
    if given.tell:
        log("dev: " + in_short(measured(network)))
        tell(given.work, network, left, texts, wordpiece, settings.window, device, log)
        return
    network.to("cpu")
    device = "cpu"
    description["figures"] = {"dev fp32": measured(network)}
    seen = None
    if not given.fp32:
        seen = quantize.watch(network, sample_of(windows, settings), wordpiece)
        description["figures"]["dev int8 (simulated)"] = measured(quantize.simulate(network, seen))
    for name, found in description["figures"].items():
        log(f"{name}\n  " + "\n  ".join(figures.lines(found)))
    vocabulary = artifact.vocabulary
    if given.latin:
        vocabulary, kept = export.latin(vocabulary)
        export.keep_words(network, kept)
    write(given.out, export.build(network, vocabulary, settings.name, settings.window, seen), description)
    log(f"wrote {given.out}, {os.path.getsize(given.out)} bytes")


def left_out(rule, count):
    """The numbers of the articles that a rule K/N leaves out."""
    if not rule:
        return range(0)
    try:
        first, every = (int(number) for number in rule.split("/"))
    except ValueError:
        raise ValueError(f"--leave is not K/N: {rule}") from None
    if not 0 <= first < every or every < 2:
        raise ValueError(f"--leave is K/N with 0 <= K < N and N at least 2, not {rule}")
    return range(first, count, every)


def tell(work, network, left, texts, wordpiece, limit, device, log):
    """What a network makes of articles and texts that it was not trained on, for others to learn from."""
    articles = left + texts
    pieces = [data.pieces_of(article, wordpiece, labelled=False) for article in articles]
    teacher.Teacher.of(network, pieces, wordpiece, limit, device).write(os.path.join(work, "opinions.npz"), articles)
    _, found = evaluate.evaluate(network, texts, wordpiece, limit, device)
    silver.write(os.path.join(work, "read.jsonl"),
                 ({"id": text.id, "text": text.text, "attributions": attributions} for text, attributions in zip(texts, found)))
    log(f"wrote opinions.npz and read.jsonl to {work}: {len(left)} articles left out, {len(texts)} texts")


def first_network(given, settings, artifact, windows, wordpiece):
    """The network that a run starts with, narrower than its start weights where the settings say so."""
    weights = start.start_weights(artifact, given.start, taken_layers(given, settings))
    network = Network(start.shape_of(weights, settings.layers), settings.dropout)
    start.load_start(network, weights)
    if given.published:
        return network
    return narrow.narrowed(network, settings.heads, settings.inner, sample_of(windows, settings), wordpiece)


def sample_of(windows, settings):
    """Windows on which is looked what the layers of a network see."""
    return random.Random(settings.seed).sample(windows, min(CALIBRATION_WINDOWS, len(windows)))


def jar_of(given, which):
    jar = start.find_artifact(given.artifacts, which)
    if jar is None:
        what = which if which in start.NAMED else f"of {which} layers"
        raise ValueError(f"{given.artifacts} has no start model {what} (training/artifact fetches it): {start.COORDINATES.get(which, 'there is none')}")
    return jar


def taken_layers(given, settings):
    if not given.start_layers:
        return None
    taken = tuple(int(number) for number in given.start_layers.split(","))
    if len(taken) != settings.layers:
        raise ValueError(f"--start-layers names {len(taken)} layers, but --layers is {settings.layers}")
    return taken


def teacher_of(given, settings, articles, pieces, wordpiece, device):
    if given.opinions:
        return teacher.Teacher.read(given.opinions.split(","), articles, pieces)
    if not given.teacher:
        return None
    layers = teacher.layers_like(settings.layers, given.teacher_layers) if settings.states_weight else ()

    def ask():
        weights = start.start_weights(start.read_artifact(jar_of(given, given.teacher_layers)), given.teacher)
        network = Network(start.shape_of(weights, given.teacher_layers))
        start.load_start(network, weights)
        return teacher.Teacher.of(network.to(device), pieces, wordpiece, settings.window, device, layers, settings.threads if device == "cpu" else 1)

    if layers:
        # What its layers make of each piece is too much to keep.
        return ask()
    name = teacher.name_of(data.digest(given.teacher), (given.teacher_layers, settings.window), articles)
    return teacher.Teacher.once(os.path.join(given.work, f"teacher-{name}.npz"), articles, pieces, ask)


def describe(given, settings, artifact, splits, articles, windows):
    """What the JSON file says about a run before its figures are known."""
    return {
        "name": settings.name, "contract": CONTRACT, "tags": TAGS, "precision": "fp32" if given.fp32 else "int8",
        "sha256": None, "bytes": None,
        "start": {"artifact": start.COORDINATES[given.published or settings.layers], "artifact sha256": artifact.digest,
                  "weights": os.path.basename(given.start) if given.start else "published",
                  "weights sha256": data.digest(given.start) if given.start else None, "layers": taken_layers(given, settings),
                  "teacher sha256": data.digest(given.teacher) if given.teacher else None,
                  "opinions sha256": [data.digest(path) for path in given.opinions.split(",")] if given.opinions else None, "left out": given.leave},
        "data": {split: {"sha256": data.digest(path), "articles": len(articles[split]),
                         "attributions": sum(len(a.attributions) for a in articles[split])} for split, path in splits.items()},
        "windows": {"count": len(windows), "pieces": sum(len(w) for w in windows)},
        "settings": dataclasses.asdict(settings), "licences": LICENCES}


def in_short(found):
    return "  ".join(f"{name} {found[name]['f1']}" for name in ("span.source", "span.cue", "span.content", "linked.loose"))


def write(path, model, description):
    """Both files, each whole or not at all."""
    content = model.SerializeToString(deterministic=True)
    description = {**description, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    for name, value in ((path, content), (os.path.splitext(path)[0] + ".json",
                                          (json.dumps(description, indent=1, ensure_ascii=False) + "\n").encode())):
        with open(name + ".part", "wb") as f:
            f.write(value)
        os.replace(name + ".part", name)


def write_again(path, model):
    """Another model instead of the one in a file, whose description stays as it was but for digest and size."""
    with open(os.path.splitext(path)[0] + ".json", encoding="utf-8") as f:
        description = json.load(f)
    write(path, model, description)


class Log:
    """Lines to the terminal and to a file that later runs add to."""

    def __init__(self, path):
        self.path = path

    def __call__(self, line):
        print(line, file=sys.stderr, flush=True)
        with open(self.path, "a", encoding="utf-8") as f:
            f.write(line + "\n")
