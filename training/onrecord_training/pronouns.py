"""What a model file tells of pronouns: how the heads of one layer's attention look from them at names, and what clues weigh with that.

`training/pronouns MODEL.onnx` makes a file tell the former where it does not yet (files of `training/train` do);
`training/pronouns MODEL.onnx WEIGHTS.tsv` also puts in the weights, the third column of what `./onrecord evaluate pronouns --model MODEL.onnx
--write WEIGHTS.tsv` writes; `--without` takes all of it out, where it tells little: what nobody uses need not be worked out.
"""
import argparse
import json
import os
import re

import onnx
from onnx import TensorProto, helper

HEADS, WEIGHTS = "onrecord.pronoun-heads", "onrecord.pronoun-weights"
SPLIT = re.compile(r"integers_0_0_(\d+)_\d+")
QUERY = re.compile(r"encoder\.layer\.(\d+)\.attention/query")
OUTPUTS = {"pronoun_query": "query", "pronoun_key": "key"}


def layer_of(layers):
    """The layer whose heads tell: the last but one. The last serves the tags."""
    return max(0, layers - 2)


def add_outputs(graph, layers):
    """Nodes for a graph in the making; its queries are already divided by the square root of a head's width."""
    for output, part in OUTPUTS.items():
        graph.add("Identity", [f"encoder.layer.{layer_of(layers)}.attention/{part}"], output)


def tell(model):
    """Adds the outputs to a model that lacks them."""
    if {output.name for output in model.graph.output} >= OUTPUTS.keys():
        return
    layers = 1 + max(int(match[1]) for node in model.graph.node for match in map(QUERY.fullmatch, node.output) if match)
    width = next(value.dims[0] for value in model.graph.initializer if value.name == "embeddings.LayerNorm.bias")
    for output, part in OUTPUTS.items():
        model.graph.node.append(helper.make_node("Identity", [f"encoder.layer.{layer_of(layers)}.attention/{part}"], [output], name=output))
        model.graph.output.append(helper.make_tensor_value_info(output, TensorProto.FLOAT, ["batch", "n", width]))
    heads = next(int(match[1]) for value in model.graph.initializer for match in [SPLIT.fullmatch(value.name)] if match)
    put(model, HEADS, str(heads))


def hush(model):
    """Takes the outputs and what goes with them out of a model."""
    graph = model.graph
    for part in [node for node in graph.node if node.output[0] in OUTPUTS]:
        graph.node.remove(part)
    for output in [output for output in graph.output if output.name in OUTPUTS]:
        graph.output.remove(output)
    helper.set_model_props(model, {entry.key: entry.value for entry in model.metadata_props if entry.key not in (HEADS, WEIGHTS)})


def put(model, key, value):
    """One entry of a model's metadata, instead of the one that it has."""
    facts = {entry.key: entry.value for entry in model.metadata_props}
    helper.set_model_props(model, {**facts, key: value})


def read_weights(path):
    """The lines for the metadata, from a table of clues with their weights alone and beside the network."""
    lines = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("#") or not line.strip():
                continue
            row = line.rstrip("\n").split("\t")
            if len(row) != 3:
                raise SystemExit(f"{path}: the line {line.strip()!r} has {len(row)} columns and not a clue and two weights, "
                                 "as `evaluate pronouns --write` writes them")
            if float(row[2]):
                lines.append(f"{row[0]}\t{row[2]}")
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(prog="training/pronouns", description="Make a model file tell of pronouns.")
    arguments.add_argument("model", help="an .onnx file; the .json beside it is kept in step")
    arguments.add_argument("weights", nargs="?", help="what `evaluate pronouns --write` wrote")
    arguments.add_argument("--without", action="store_true", help="take out what it tells")
    given = arguments.parse_args()
    if given.without and given.weights:
        arguments.error("--without takes weights out, and so puts none in")
    from . import cli
    model = onnx.load(given.model)
    if given.without:
        hush(model)
    else:
        tell(model)
    if given.weights:
        put(model, WEIGHTS, read_weights(given.weights))
    onnx.checker.check_model(model)
    beside = os.path.splitext(given.model)[0] + ".json"
    with open(beside, encoding="utf-8") as f:
        description = json.load(f)
    cli.write(given.model, model, description)


if __name__ == "__main__":
    main()
