"""Writes the pair network as one self-contained ONNX file, int8 or fp32, of the same parts as the encoder's."""
import re

import numpy
import torch
from onnx import TensorProto

from .. import export as parts
from .. import quantize
from .sets import BEARINGS, RELATIONS, STANCES, TARGETS
from .network import DIRECTED, NOT, NUMBER, SYMMETRIC

KIND = "pairs-"
CONTRACT = KIND + "2"
INPUTS = ("input_ids", "attention_mask", "inner_mask")

# Which sentence each row is, two rows to a pair: a sentence of many pairs is read by itself once.
ROWS = "rows"
FAR = 4.0

# Stands before the nodes of the layers that are run through once more, over both sentences.
TOGETHER = "together/"
AGAIN = re.compile(TOGETHER + r"encoder\.layer\.(\d+)\.")


def build(network, vocabulary, name, longest, facts, seen=None):
    """The ONNX model of a trained network: int8 with what `quantize.watch_inputs` saw, fp32 without. facts: further metadata."""
    weights = parts.arrays(network)
    weights["embeddings.position_plus_type0"] = weights["embeddings.position_plus_type0"][:longest]
    return model_of(parts.Graph(weights, seen), network.shape.layers, network.shape.heads, network.together,
                    metadata(name, vocabulary, longest, facts))


def model_of(graph, layers, heads, together, facts):
    """The ONNX model of a graph that has weights and nothing else yet; facts are its metadata."""
    width = len(graph.weights["embeddings.LayerNorm.bias"])
    below, above = range(layers - together), range(layers - together, layers)
    mask = parts.attention_mask(graph)
    x = graph.normalize(parts.placed_words(graph), "embeddings.LayerNorm")
    x = parts.layers_in_turn(graph, x, mask, below, heads)
    apart = parts.layers_in_turn(graph, x, mask, above, heads)
    x, apart = of_rows(graph, x, "below"), of_rows(graph, apart, "apart")
    read = {name: of_rows(graph, name, name) for name in INPUTS}
    graph.pass_name = TOGETHER
    joint = reshape(graph, x, "pairs", both_wide(graph), width)
    mask = parts.attention_mask(graph, reshape(graph, read["attention_mask"], "mask_pairs", both_wide(graph)))
    joint = parts.layers_in_turn(graph, joint, mask, above, heads)
    graph.pass_name = ""
    compare(graph, apart, joint, read, width)
    symmetric, directed = (("pairs", sum(TARGETS[target] for target in targets)) for targets in (SYMMETRIC, DIRECTED))
    return parts.finished(graph, "onrecord-pairs", {**dict.fromkeys(INPUTS, ("sentences", "n")), ROWS: ("sides",)},
                          {"symmetric": symmetric, "there": directed, "back": directed}, facts)


def together_of(model):
    """How many of a model's layers read both sentences at once."""
    return len({match[1] for match in (AGAIN.match(node.name) for node in model.graph.node) if match})


def metadata(name, vocabulary, longest, facts):
    heads = ",".join(("similarity", "paraphrase", *RELATIONS)), ",".join((*STANCES, *BEARINGS))
    return parts.facts_of(CONTRACT, name, vocabulary, {
        "onrecord.symmetric": heads[0], "onrecord.directed": heads[1], "onrecord.longest": str(longest), **facts})


def both_wide(graph):
    """Twice the padded length: a pair's two rows are one."""
    if "both/wide" not in {name for node in graph.nodes for name in node.output}:
        before, graph.pass_name = graph.pass_name, ""
        shape = graph.add("Shape", ["input_ids"], "both/shape")
        n = graph.add("Slice", [shape, graph.integers(1), graph.integers(2)], "both/n")
        graph.add("Mul", [n, graph.integers(2)], "both/wide")
        graph.pass_name = before
    return "both/wide"


def of_rows(graph, x, name):
    """[sentences, ...] as [2 * pairs, ...]."""
    return graph.add("Gather", [x, ROWS], f"{name}/of_rows", axis=0)


def reshape(graph, x, name, *sizes):
    """[pairs, sizes ...]; a size is a number or the name of one."""
    dims = [graph.integers(-1)] + [size if isinstance(size, str) else graph.integers(size) for size in sizes]
    return graph.add("Reshape", [x, graph.add("Concat", dims, f"{name}/dims", axis=0)], f"{name}/shaped")


def simulate(network, seen):
    """A copy of the network that computes with the int8 file's numbers, the heads' included."""
    copied = quantize.simulate(network, seen)
    for head in copied.heads.values():
        weight = head["hidden"].weight
        values, scale = quantize.symmetric(weight.detach().numpy(), quantize.EMBEDDING_LIMIT)
        weight.data.copy_(torch.from_numpy(values * scale[:, None]))
    return copied


class Comparing:
    """The heads' small steps. A side is a pair (first sentences, second sentences)."""

    def __init__(self, graph, ids, width):
        self.graph, self.ids, self.width, self.count = graph, ids, width, 0

    def do(self, operator, *inputs, **attributes):
        self.count += 1
        return self.graph.add(operator, list(inputs), f"compare/{self.count}", **attributes)

    def number(self, value):
        return self.graph.constant(f"number_{value}", value)

    def sides(self, x, *sizes):
        """x is [2 * pairs, sizes ...]; the rows of the first and of the second sentences."""
        self.count += 1
        both = reshape(self.graph, x, f"compare/{self.count}", 2, *sizes)
        return tuple(self.do("Gather", both, self.graph.constant(f"side_{i}", i, numpy.int64), axis=1) for i in (0, 1))

    def mean(self, x, mask):
        """[2 * pairs, width] over the pieces of a [2 * pairs, n] mask."""
        wide = self.do("Unsqueeze", mask, self.graph.integers(1))
        total = self.do("Squeeze", self.do("MatMul", wide, x), self.graph.integers(1))
        return self.do("Div", total, self.do("ReduceSum", mask, self.graph.integers(1), keepdims=1))

    def unit(self, x):
        squares = self.do("ReduceSumSquare", x, axes=[-1], keepdims=1)
        return self.do("Div", x, self.do("Sqrt", self.do("Add", squares, self.number(1e-6))))

    def cosine(self, one, other):
        return self.do("ReduceSum", self.do("Mul", self.unit(one), self.unit(other)), self.graph.integers(-1), keepdims=1)

    def matched(self, x, own, n):
        """[pairs, 2] for each direction, as `network.matched`."""
        one, other = self.sides(self.unit(x), n, self.width)
        near = self.do("MatMul", one, self.do("Transpose", other, perm=[0, 2, 1]))
        return self.best(near, own[0], own[1]), self.best(self.do("Transpose", near, perm=[0, 2, 1]), own[1], own[0])

    def best(self, near, own, theirs):
        far = self.do("Mul", self.do("Sub", theirs, self.number(1.0)), self.number(FAR))
        most = self.do("ReduceMax", self.do("Add", near, self.do("Unsqueeze", far, self.graph.integers(1))), axes=[-1], keepdims=0)
        kept = self.do("Mul", most, own)
        count = self.do("Max", self.do("ReduceSum", own, self.graph.integers(-1), keepdims=1), self.number(1.0))
        mean = self.do("Div", self.do("ReduceSum", kept, self.graph.integers(-1), keepdims=1), count)
        least = self.do("ReduceMin", self.do("Add", kept, self.do("Sub", self.number(1.0), own)), axes=[-1], keepdims=1)
        return self.do("Concat", mean, least, axis=1)

    def shared(self, own, n):
        """As `PairNetwork.shared`."""
        one, other = self.sides(self.ids, n)
        equal = self.do("Cast", self.do("Equal", self.wide(one, 2), self.wide(other, 1)), to=TensorProto.FLOAT)
        table = self.graph.constant("kinds", self.graph.weights["kinds"])
        kinds = self.sides(self.do("Gather", table, self.ids), n)
        found = []
        for i, (mask, axis) in enumerate(((self.wide(own[1], 1), 2), (self.wide(own[0], 2), 1))):
            found.append(self.lacking(self.do("ReduceMax", self.do("Mul", equal, mask), axes=[axis], keepdims=0), own[i], kinds[i]))
        return found

    def wide(self, x, axis):
        return self.do("Unsqueeze", x, self.graph.integers(axis))

    def total(self, x):
        return self.do("ReduceSum", x, self.graph.integers(-1), keepdims=1)

    def lacking(self, there, own, kinds):
        missing = self.do("Mul", self.do("Sub", self.number(1.0), there), own)
        parts = [self.do("Div", self.total(self.do("Mul", there, own)), self.do("Max", self.total(own), self.number(1.0)))]
        for kind in (NUMBER, NOT):
            such = self.do("Cast", self.do("Equal", kinds, self.number(float(kind))), to=TensorProto.FLOAT)
            few = self.do("Min", self.total(self.do("Mul", missing, such)), self.number(3.0))
            parts.append(self.do("Div", few, self.number(3.0)))
        return self.do("Concat", *parts, axis=1)

    def hidden(self, x, name):
        """The heads' large products: their weights are kept in 8 bits where the encoder's are, and worked with as fp32."""
        graph = self.graph
        if not graph.int8:
            return graph.dense(x, name, exact=True)
        values, scale = quantize.symmetric(graph.weights[f"{name}.weight"], quantize.EMBEDDING_LIMIT)
        whole = self.do("Cast", graph.constant(f"{name}.weight_int8", values.T, numpy.int8), to=TensorProto.FLOAT)
        weight = self.do("Mul", whole, graph.constant(f"{name}.weight_scale", scale))
        return self.do("Add", self.do("MatMul", x, weight), graph.constant(f"{name}.bias", graph.weights[f"{name}.bias"]))

    def head(self, name, seen, marks, output):
        graph = self.graph
        graph.pass_name = f"{output}/"
        x = self.do("Concat", *seen, marks, axis=1)
        hidden = graph.gelu(self.hidden(x, f"heads.{name}.hidden"), f"heads.{name}")
        out = graph.dense(self.do("Concat", hidden, marks, axis=1), f"heads.{name}.out", exact=True)
        graph.pass_name = ""
        graph.add("Identity", [out], output)


def compare(graph, apart, joint, read, width):
    """The heads, as `PairNetwork.compare` has them. read: of each input what its rows are."""
    c = Comparing(graph, read["input_ids"], width)
    n = "both/n"
    real, inner = (c.do("Cast", read[name], to=TensorProto.FLOAT) for name in ("attention_mask", "inner_mask"))
    u, v = c.sides(c.mean(apart, real), width)
    j, k = c.sides(c.mean(joint_rows(c, joint, n), real), width)
    firsts = c.do("Gather", joint_rows(c, joint, n), graph.constant("side_0", 0, numpy.int64), axis=1)
    first, second = c.sides(firsts, width)
    own = c.sides(inner, n)
    marks = [c.cosine(u, v), c.cosine(j, k)]
    matches = [c.matched(apart, own, n), c.matched(joint_rows(c, joint, n), own, n), c.shared(own, n)]
    there, back = (c.do("Concat", *(match[i] for match in matches), axis=1) for i in (0, 1))

    def off(one, other):
        return c.do("Abs", c.do("Sub", one, other))

    even = [c.do("Add", first, second), off(first, second), off(u, v), c.do("Mul", u, v), off(j, k), c.do("Mul", j, k)]
    c.head("symmetric", even, c.do("Concat", *marks, c.do("Add", there, back), off(there, back), axis=1), "symmetric")
    products = c.do("Mul", first, second), c.do("Mul", j, k)
    c.head("directed", [first, second, products[0], c.do("Sub", j, k), products[1]], c.do("Concat", *marks, there, back, axis=1), "there")
    c.head("directed", [second, first, products[0], c.do("Sub", k, j), products[1]], c.do("Concat", *marks, back, there, axis=1), "back")


def joint_rows(c, joint, n):
    """[pairs, 2 n, width] as the [2 * pairs, n, width] it was made of."""
    c.count += 1
    return reshape(c.graph, joint, f"compare/{c.count}", n, c.width)
