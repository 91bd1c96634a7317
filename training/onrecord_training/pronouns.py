"""What a model file tells of pronouns: how the heads of one layer's attention look from them at names, and what clues weigh with that.

`training/pronouns MODEL.onnx` makes a file tell the former where it does not yet (files of `training/train` do);
`training/pronouns MODEL.onnx WEIGHTS.tsv` also puts in the weights, the third column of what `./onrecord evaluate pronouns --model MODEL.onnx
--write WEIGHTS.tsv` writes; `--without` takes all of it out, where it tells little: what nobody uses need not be worked out.
"""
import argparse
import re

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

HEADS, WEIGHTS = "onrecord.pronoun-heads", "onrecord.pronoun-weights"
JOINT = re.compile(r"encoder\.layer\.(\d+)\.attention\.self\.joint\.bias")
TURNED = re.compile(r"integers_0_0_(\d+)_\d+")
PARTS = "pronouns/parts"
OUTPUTS = ("pronoun_query", "pronoun_key")


def layer_of(layers):
    """The layer whose heads tell: the last but one. The last serves the tags."""
    return max(0, layers - 2)


def tell(model):
    """Adds the outputs to a model that lacks them. Its queries are already divided by the square root of a head's width."""
    if {output.name for output in model.graph.output} >= set(OUTPUTS):
        return
    constants = {value.name: value for value in model.graph.initializer}
    layers = 1 + max(int(match[1]) for match in map(JOINT.fullmatch, constants) if match)
    joint = next((node.input[0] for node in model.graph.node if node.name == f"encoder.layer.{layer_of(layers)}.attention/split"), None)
    if joint is None:
        raise SystemExit("the file has an older graph: write it again with training/renew first")
    # All heads together, which may be narrower than the network.
    width = constants[f"encoder.layer.{layer_of(layers)}.attention.self.joint.bias"].dims[0] // 3
    sizes = f"integers_{width}_{width}_{width}"
    if sizes not in constants:
        model.graph.initializer.append(numpy_helper.from_array(numpy.array([width] * 3, dtype=numpy.int64), sizes))
    model.graph.node.append(helper.make_node("Split", [joint, sizes], [*OUTPUTS, f"{PARTS}/value"], name=PARTS, axis=-1))
    for output in OUTPUTS:
        model.graph.output.append(helper.make_tensor_value_info(output, TensorProto.FLOAT, ["batch", "n", width]))
    heads = next(int(match[1]) // 3 for match in map(TURNED.fullmatch, constants) if match)
    put(model, HEADS, str(heads))


def hush(model):
    """Takes the outputs and what goes with them out of a model."""
    graph = model.graph
    for kind, name in ((graph.node, lambda node: node.name == PARTS), (graph.output, lambda output: output.name in OUTPUTS)):
        for part in [part for part in kind if name(part)]:
            kind.remove(part)
    trim(graph)
    helper.set_model_props(model, {entry.key: entry.value for entry in model.metadata_props if entry.key not in (HEADS, WEIGHTS)})


def trim(graph):
    """Takes out constants that no node uses: ONNX Runtime warns of each, whenever a file is opened."""
    used = {name for node in nodes_of(graph) for name in node.input}
    for constant in [constant for constant in graph.initializer if constant.name not in used]:
        graph.initializer.remove(constant)


def nodes_of(graph):
    """The nodes of a graph and of the branches in it."""
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.GRAPH:
                yield from nodes_of(attribute.g)


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
    cli.write_again(given.model, model)


if __name__ == "__main__":
    main()
