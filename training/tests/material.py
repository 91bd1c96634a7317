"""What the tests work on: a few invented sentences, a small vocabulary, and the paths of things that may be absent."""
import os

import numpy
import onnx
from onnx import numpy_helper

from onrecord_training import renew, start
from onrecord_training.data import Article
from onrecord_training.network import Network, Shape
from onrecord_training.wordpiece import WordPiece, fold

TRAINING = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHIPPED = os.path.join(TRAINING, "../encoder-onnx/src/main/resources/io/onrecord/encoder/onnx")
MODEL = os.path.join(SHIPPED, "default.onnx")
POLNEAR = os.path.join(TRAINING, "../../shared/data/polnear")
CACHE = os.environ.get("ONRECORD_CACHE") or os.path.join(
    os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "onrecord")
ARTIFACT = start.find_artifact(os.path.join(CACHE, "artifact"))

# (source, cue, content, text with a slot for each): invented people, invented news.
SENTENCES = [
    ("Mr Serrat", "said", "the harbour would reopen on Monday", "{0} {1} {2}."),
    ("Mira Okonjo", "denied", "that any money had been paid", "{0} {1} {2}."),
    ("The mayor of Tarn", "told", "“We were never asked”", "{2}, {0} {1} reporters."),
    ("the ministry", "insisted", "the bridge is safe", "On Friday {0} {1} {2}."),
    ("Ms Ito", "added", "“and we will appeal”", "{2}, {1} {0}."),
    ("Avenia", "claimed", "its ships had been turned back", "{0} {1} {2}."),
]


def article(number=0, sentences=None):
    """The sentences as one article, a line each, with an attribution for each."""
    text, attributions = "", []
    for source, cue, content, pattern in SENTENCES if sentences is None else sentences:
        line = pattern.format(source, cue, content)
        spans = {}
        for role, words in (("source", source), ("cue", cue), ("content", content)):
            at = len(text) + line.index(words)
            spans[role] = [[at, at + len(words)]]
        attributions.append(spans)
        text += line + "\n"
    return Article(f"invented-{number}", text, tuple(attributions))


def small_wordpiece():
    """Every word of the sentences, and every character by itself and after another."""
    words, characters = set(), set()
    for sentence in SENTENCES:
        for word in "".join(fold(c)[1] or " " for c in " ".join(sentence)).split():
            words.add(word)
            characters.update(word)
    characters.update("\"'")
    entries = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted(words - characters), *sorted(characters),
               *sorted("##" + c for c in characters)]
    return WordPiece(entries)


def small_network(wordpiece, dropout=0.0):
    return Network(Shape(len(wordpiece.vocabulary), 64, 32, 2, 4, 64, 16, 8), dropout)


def assert_written_again(test, model):
    """That a model with today's graph is the same when it is written again."""
    again = renew.renew(model)
    onnx.checker.check_model(again)
    for part in ("input", "output", "node"):
        one, other = ([value.SerializeToString() for value in getattr(m.graph, part)] for m in (model, again))
        test.assertEqual(one, other, part)
    assert_same_numbers(test, model, again)


def assert_same_numbers(test, old, new):
    """That two models tell the same of themselves and have the same constants."""
    test.assertEqual({p.key: p.value for p in new.metadata_props}, {p.key: p.value for p in old.metadata_props})
    before, after = ({c.name: numpy_helper.to_array(c) for c in m.graph.initializer} for m in (old, new))
    for name in before.keys() & after.keys():
        if after[name].dtype == numpy.float32:
            # A query's bias is divided and multiplied again on the way.
            numpy.testing.assert_allclose(after[name], before[name], rtol=3e-7, atol=1e-8, err_msg=name)
        else:
            numpy.testing.assert_array_equal(after[name], before[name], name)


def real_vocabulary():
    """The vocabulary that the model file of this project carries."""
    model = onnx.load(MODEL)
    return {p.key: p.value for p in model.metadata_props}["onrecord.vocabulary"].split("\n")
