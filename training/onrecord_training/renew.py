"""Writes a model file again with the graph that `export` makes today: the same weights, int8 numbers and scales, in other steps.

`training/renew MODEL.onnx`, of either kind: a network that finds statements, or one that compares two sentences. Sums are rounded in
another order, so scores can differ in their last digits: measure again.
"""
import argparse
import sys

import numpy
import onnx
from onnx import numpy_helper

from . import cli, export, quantize, start
from .pairs import export as pairs


def plans(values):
    """The int8 products among a model's constants, by the name of what went in."""
    found = {}
    for name in sorted(key.removesuffix(".unsmooth") for key in values if key.endswith(".unsmooth")):
        # In float64, so that the number that the file has comes back.
        smooth = 1 / values[f"{name}.unsmooth"].astype(numpy.float64)
        exact = values.get(f"{name}.exact", numpy.zeros(0, dtype=numpy.int64))
        found[start.parts_of(name)[0]] = quantize.Product(
            exact, values[f"{name}.weight_int8"], values[f"{name}.weight_scale"], smooth,
            float(values[f"{name}.in_scale"]), int(values[f"{name}.in_zero"]))
    return found


def words(values):
    if "embeddings.words" in values:
        return values["embeddings.words"]
    return values["embeddings.words_int8"] * values["embeddings.words_scale"]


def renew(model):
    """The model again."""
    values = {value.name: numpy_helper.to_array(value) for value in model.graph.initializer}
    weights = {name: value.numpy() for name, value in start.weights_of(model).items()}
    weights["embeddings.word_embeddings.weight"] = words(values)
    layers = sum(name.endswith(".self.joint.bias") for name in values)
    heads = len(weights["encoder.layer.0.attention.self.query.bias"]) // start.head_width(values)
    facts = {entry.key: entry.value for entry in model.metadata_props}
    graph = export.Graph(weights, plans=plans(values))
    if facts["onrecord.contract"].startswith(pairs.KIND):
        return pairs.model_of(graph, layers, heads, pairs.together_of(model), {**facts, "onrecord.contract": pairs.CONTRACT})
    return export.model_of(graph, layers, heads, facts)


def main():
    arguments = argparse.ArgumentParser(prog="training/renew", description="Write a model file again with today's graph and its own numbers.")
    arguments.add_argument("model", help="an .onnx file of training/train or training/pairs; the .json beside it is kept in step")
    given = arguments.parse_args()
    try:
        cli.write_again(given.model, renew(onnx.load(given.model)))
    except ValueError as e:
        sys.exit(f"training/renew: {e}")


if __name__ == "__main__":
    main()
