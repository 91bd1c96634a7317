"""Puts two networks that find statements into one file, whose scores are the weighted mean of theirs.

`training/together FIRST.onnx SECOND.onnx --share 0.3 --name NAME --out OUT.onnx`. The mean is of the scores before they become
probabilities, of the transitions, and of what each span, cue and source says of another: the vectors of both stand side by side, so
that their products add up. Pieces are cut with the vocabulary of the first, all of which the second must have. What is told of pronouns
is the first's. The JSON file says what both were made of.
"""
import argparse
import json
import os
import sys

import numpy
import onnx
from onnx import helper, numpy_helper

from . import cli, export, pronouns

SECOND = "second/"
VOCABULARY, TRANSITIONS = "onrecord.vocabulary", "onrecord.transitions"
ALIKE = ("onrecord.contract", "onrecord.tags", "onrecord.window", "onrecord.lowercase")


def facts_of(model):
    return {entry.key: entry.value for entry in model.metadata_props}


def together(first, second, share, name):
    """The model of two, of which the second has a share of the mean, and the first the rest."""
    if not 0 < share < 1:
        raise ValueError(f"--share lies between 0 and 1, and is not {share}")
    facts, others = facts_of(first), facts_of(second)
    if TRANSITIONS not in facts:
        raise ValueError("the first is no network that finds statements")
    for key in ALIKE:
        if facts.get(key) != others.get(key):
            raise ValueError(f"the two differ in {key}: {facts.get(key)} and {others.get(key)}")
    if export.PARTS in facts or export.PARTS in others:
        raise ValueError("one of the two is already a file of two networks")
    places = {entry: place for place, entry in enumerate(others[VOCABULARY].split("\n"))}
    lacking = [entry for entry in facts[VOCABULARY].split("\n") if entry not in places]
    if lacking:
        raise ValueError(f"the second lacks {len(lacking)} entries of the first's vocabulary, such as {lacking[0]}")
    model, other = onnx.ModelProto(), onnx.ModelProto()
    model.CopyFrom(first)
    other.CopyFrom(second)
    pronouns.hush(other)
    graph = model.graph
    read = "input_ids"
    if facts[VOCABULARY] != others[VOCABULARY]:
        read = SECOND + "ids"
        number = [places[entry] for entry in facts[VOCABULARY].split("\n")]
        graph.initializer.append(numpy_helper.from_array(numpy.array(number, dtype=numpy.int64), SECOND + "places"))
        graph.node.append(helper.make_node("Gather", [SECOND + "places", "input_ids"], [read], name=read))
    renamed = {"": "", **{given: given for given in export.INPUTS}, "input_ids": read}
    graph.node.extend(rename(other.graph.node, renamed))
    for constant in other.graph.initializer:
        constant.name = SECOND + constant.name
        graph.initializer.append(constant)
    mean(graph, share)
    domains = {entry.domain for entry in model.opset_import}
    model.opset_import.extend(entry for entry in other.opset_import if entry.domain not in domains)
    both = [numpy.array(own[TRANSITIONS].split(" "), dtype=float) for own in (facts, others)]
    transitions = " ".join(f"{value:.6f}" for value in (1 - share) * both[0] + share * both[1])
    helper.set_model_props(model, {**facts, "onrecord.name": name, TRANSITIONS: transitions,
                                   export.PARTS: f"{facts['onrecord.name']} {others['onrecord.name']} {share}"})
    onnx.checker.check_model(model)
    return model


def rename(nodes, renamed):
    """The nodes with a prefix before all that is theirs, also in their branches."""
    for node in nodes:
        node.name = SECOND + node.name
        for names in (node.input, node.output):
            names[:] = [renamed.get(name, SECOND + name) for name in names]
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.GRAPH:
                for output in attribute.g.output:
                    output.name = SECOND + output.name
                list(rename(attribute.g.node, renamed))
        yield node


def mean(graph, share):
    """Gives the outputs' names to the mean of both networks, and the prefix `first/` to what the first gives."""
    outputs = {"tags", *export.POINTED}
    for node in graph.node:
        node.output[:] = ["first/" + name if name in outputs else name for name in node.output]

    def weighed(name, part):
        weight = f"{part}share"
        if weight not in {constant.name for constant in graph.initializer}:
            value = share if part == SECOND else 1 - share
            graph.initializer.append(numpy_helper.from_array(numpy.array(value, dtype=numpy.float32), weight))
        out = f"{part}{name}/weighed"
        graph.node.append(helper.make_node("Mul", [part + name, weight], [out], name=out))
        return out

    parts = ("first/", SECOND)
    graph.node.append(helper.make_node("Add", [weighed("tags", part) for part in parts], ["tags"], name="together/tags"))
    for name in export.POINTED:
        # One side of each product has the weights.
        vectors = [weighed(name, part) if name.endswith("query") else part + name for part in parts]
        graph.node.append(helper.make_node("Concat", vectors, [name], name=f"together/{name}", axis=-1))
    for output in graph.output:
        if output.name in export.POINTED:
            axis = output.type.tensor_type.shape.dim[2]
            axis.dim_value = 2 * axis.dim_value


def describe(paths, share, model):
    """What the JSON file says: both files' own words, and their shares."""
    parts = []
    for path, part in zip(paths, (1 - share, share)):
        with open(os.path.splitext(path)[0] + ".json", encoding="utf-8") as f:
            parts.append({"share": round(part, 6), **json.load(f)})
    return {"name": facts_of(model)["onrecord.name"], "contract": parts[0]["contract"], "tags": parts[0]["tags"], "precision": " and ".join(dict.fromkeys(part["precision"] for part in parts)),
            "sha256": None, "bytes": None, "parts": parts}


def main():
    arguments = argparse.ArgumentParser(prog="training/together", description="Put two networks that find statements into one file, whose scores are the mean of theirs.")
    arguments.add_argument("first", help="an .onnx file of training/train, with its .json beside it")
    arguments.add_argument("second", help="another, whose vocabulary has all that the first's has")
    arguments.add_argument("--share", type=float, default=0.5, help="of the second in the mean; the first has the rest (default 0.5)")
    arguments.add_argument("--name", required=True, help="what the model calls itself")
    arguments.add_argument("--out", required=True, metavar="FILE", help="the ONNX file to write, a .json beside it")
    given = arguments.parse_args()
    paths = (given.first, given.second)
    try:
        model = together(*(onnx.load(path) for path in paths), given.share, given.name)
        cli.write(given.out, model, describe(paths, given.share, model))
    except KeyError as e:
        sys.exit(f"training/together: one of the two, or its .json, lacks {e}")
    except (ValueError, OSError) as e:
        sys.exit(f"training/together: {e}")
    print(f"wrote {given.out}, {os.path.getsize(given.out)} bytes")


if __name__ == "__main__":
    main()
