"""Writes the network as one self-contained ONNX file, int8 or fp32.

The graph is built node by node. Query, key and value are one product, so that their input is quantized once.
Normalization is spelled out in small steps, which ONNX Runtime runs faster on a CPU than its one operator for it, and than its sum of
squares. A mask is added only to batches that have padding: one addition to all scores of attention takes a tenth of the whole time.
The fp32 file has standard operators alone; in the int8 file the encoder's matrix products are ONNX Runtime's
`MatMulIntegerToFloat`, and word embeddings are int8 with a scale for each row; so are the heads that point, four in one product.
Attention and the tags stay fp32.
"""
import dataclasses
import math

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

from . import pronouns, quantize
from .network import NO_ATTENTION
from .settings import CONTRACT, TAGS

OPSET = 17
IR_VERSION = 8
RUNTIME = "com.microsoft"
POINTERS = "heads.pointers"
# In the metadata of a file of two networks: their names and the second's share.
PARTS = "onrecord.parts"
INPUTS = ("input_ids", "surface_ids", "attention_mask")
POINTED = ("link_query", "link_key", "owner_query", "owner_key")


class Graph:
    """Nodes and constants of a graph in the making. Each method adds nodes and returns the name of its output.

    seen: for each product that becomes int8 what went into it (`quantize.watch`); plans: int8 products that are there already, by
    the same names. With neither the graph is fp32. pass_name: stands before the names of nodes, so that the same weights can be run
    through once more.
    """

    def __init__(self, weights, seen=None, plans=None):
        self.weights = weights
        self.seen = seen or {}
        self.nodes = []
        self.constants = {}
        self.plans = dict(plans or {})
        self.int8 = bool(self.seen or self.plans)
        self.pass_name = ""

    def constant(self, name, value, dtype=numpy.float32):
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(numpy.asarray(value, dtype=dtype, order="C"), name)
        return name

    def integers(self, *values):
        return self.constant("_".join(map(str, ("integers", *values))), values, numpy.int64)

    def add(self, operator, inputs, name, **attributes):
        return self.add_many(operator, inputs, [name], **attributes)[0]

    def add_many(self, operator, inputs, names, **attributes):
        names = [self.pass_name + name for name in names]
        self.nodes.append(helper.make_node(operator, inputs, names, name=names[0], **attributes))
        return names

    def dense(self, x, name, exact=False):
        return self.linear(x, self.weights[f"{name}.weight"].T, self.weights[f"{name}.bias"], name, None if exact else name)

    def linear(self, x, weight, bias, name, seen_as=None):
        """x · weight + bias; weight is [in, out]. In int8 where there is a plan by the name of what went in."""
        bias = self.constant(f"{name}.bias", bias)
        plan = self.plan(weight, seen_as)
        if plan is None:
            product = self.add("MatMul", [x, self.constant(f"{name}.weight", weight)], f"{name}/product")
            return self.add("Add", [product, bias], f"{name}/out")
        smoothed = self.add("Mul", [x, self.constant(f"{name}.unsmooth", 1 / plan.smooth)], f"{name}/smoothed")
        scale = self.constant(f"{name}.in_scale", plan.in_scale)
        zero = self.constant(f"{name}.in_zero", plan.in_zero, numpy.uint8)
        small = self.add("QuantizeLinear", [smoothed, scale, zero], f"{name}/uint8")
        rough = self.add("MatMulIntegerToFloat", [
            small, self.constant(f"{name}.weight_int8", plan.weight, numpy.int8), scale,
            self.constant(f"{name}.weight_scale", plan.weight_scale), zero, "", bias], f"{name}/int8", domain=RUNTIME)
        if not len(plan.exact):
            return rough
        few = self.add("Gather", [x, self.constant(f"{name}.exact", plan.exact, numpy.int64)], f"{name}/few", axis=2)
        exact = self.add("MatMul", [few, self.constant(f"{name}.weight_exact", weight[plan.exact])], f"{name}/exact")
        return self.add("Add", [rough, exact], f"{name}/out")

    def plan(self, weight, seen_as):
        if seen_as in self.seen and seen_as not in self.plans:
            self.plans[seen_as] = quantize.product(weight, self.seen[seen_as], quantize.exact_channels(seen_as))
        return self.plans.get(seen_as)

    def normalize(self, x, name):
        """LayerNorm over the last axis."""
        mean = self.add("ReduceMean", [x], f"{name}/mean", axes=[-1], keepdims=1)
        off = self.add("Sub", [x, mean], f"{name}/off")
        squares = self.add("Mul", [off, off], f"{name}/squares")
        variance = self.add("ReduceMean", [squares], f"{name}/variance", axes=[-1], keepdims=1)
        safe = self.add("Add", [variance, self.constant("epsilon", 1e-12)], f"{name}/safe")
        deviation = self.add("Sqrt", [safe], f"{name}/deviation")
        inverse = self.add("Reciprocal", [deviation], f"{name}/inverse")
        unit = self.add("Mul", [off, inverse], f"{name}/unit")
        scaled = self.add("Mul", [unit, self.constant(f"{name}.weight", self.weights[f"{name}.weight"])], f"{name}/scaled")
        return self.add("Add", [scaled, self.constant(f"{name}.bias", self.weights[f"{name}.bias"])], f"{name}/out")

    def gelu(self, x, name):
        """x · (1 + erf(x / √2)) · ½, in the order that ONNX Runtime knows as one operator."""
        ratio = self.add("Div", [x, self.constant("sqrt_two", math.sqrt(2.0))], f"{name}/ratio")
        erf = self.add("Erf", [ratio], f"{name}/erf")
        raised = self.add("Add", [erf, self.constant("one", 1.0)], f"{name}/raised")
        double = self.add("Mul", [x, raised], f"{name}/double")
        return self.add("Mul", [double, self.constant("half", 0.5)], f"{name}/out")


def embeddings(graph, name="embeddings"):
    looks = graph.add("Gather", [graph.constant(f"{name}.surfaces", graph.weights[f"{name}.surface_embeddings.weight"]), "surface_ids"],
                      f"{name}/surfaces")
    return graph.normalize(graph.add("Add", [placed_words(graph, name), looks], f"{name}/sum"), f"{name}.LayerNorm")


def placed_words(graph, name="embeddings"):
    """The embeddings of words and of their places, added."""
    words = graph.weights[f"{name}.word_embeddings.weight"]
    if not graph.int8:
        word = graph.add("Gather", [graph.constant(f"{name}.words", words), "input_ids"], f"{name}/words")
    else:
        values, scale = quantize.symmetric(words, quantize.EMBEDDING_LIMIT)
        small = graph.add("Gather", [graph.constant(f"{name}.words_int8", values, numpy.int8), "input_ids"], f"{name}/int8")
        whole = graph.add("Cast", [small], f"{name}/whole", to=TensorProto.FLOAT)
        scales = graph.add("Gather", [graph.constant(f"{name}.words_scale", scale[:, None]), "input_ids"], f"{name}/scales")
        word = graph.add("Mul", [whole, scales], f"{name}/words")
    shape = graph.add("Shape", ["input_ids"], f"{name}/shape")
    n = graph.add("Slice", [shape, graph.integers(1), graph.integers(2)], f"{name}/n")
    places = graph.add("Slice", [graph.constant(f"{name}.positions", graph.weights[f"{name}.position_plus_type0"]),
                                 graph.integers(0), n, graph.integers(0)], f"{name}/places")
    return graph.add("Add", [word, places], f"{name}/placed")


@dataclasses.dataclass(frozen=True)
class Mask:
    """added: [batch, 1, 1, n], 0 for a real piece and a large negative number for padding; wanted: whether there is any padding."""

    added: str
    wanted: str


def attention_mask(graph, given="attention_mask"):
    wide = graph.add("Unsqueeze", [given, graph.integers(1, 2)], "mask/wide")
    real = graph.add("Cast", [wide], "mask/real", to=TensorProto.FLOAT)
    padding = graph.add("Sub", [graph.constant("one", 1.0), real], "mask/padding")
    most = graph.add("ReduceMax", [padding], "mask/most", keepdims=0)
    return Mask(graph.add("Mul", [padding, graph.constant("no_attention", NO_ATTENTION)], "mask/added"),
                graph.add("Greater", [most, graph.constant("half", 0.5)], "mask/wanted"))


def shares(graph, scores, mask, name):
    """The softmax of scores of attention, with the mask where it masks anything."""
    def branch(kind, scores, *before):
        out = f"{graph.pass_name}{name}/{kind}"
        return helper.make_graph([*before, helper.make_node("Softmax", [scores], [out], name=out, axis=-1)], kind, [],
                                 [helper.make_tensor_value_info(out, TensorProto.FLOAT, None)])

    masked = f"{graph.pass_name}{name}/sum"
    return graph.add("If", [mask.wanted], f"{name}/shares",
                     then_branch=branch("masked", masked, helper.make_node("Add", [scores, mask.added], [masked], name=masked)),
                     else_branch=branch("whole", scores))


def attention(graph, x, mask, name, heads):
    """Multi-head attention. The division by the square root of a head's width is folded into the query's weights."""
    def joined(kind, by):
        return numpy.concatenate([graph.weights[f"{name}.self.{part}.{kind}"].T * by.get(part, 1.0)
                                  for part in ("query", "key", "value")], axis=-1)

    wide = len(graph.weights[f"{name}.self.query.bias"])
    shrink = {"query": 1 / math.sqrt(wide // heads)}
    joint = graph.linear(x, joined("weight", shrink), joined("bias", shrink), f"{name}.self.joint", f"{name}.self.query")
    # [batch, n, 3 · wide] to three of [batch, heads, n, wide / heads].
    split = graph.add("Reshape", [joint, graph.integers(0, 0, 3 * heads, wide // heads)], f"{name}/split")
    turned = graph.add("Transpose", [split], f"{name}/turned", perm=[0, 2, 1, 3])
    query, key, value = graph.add_many("Split", [turned, graph.integers(heads, heads, heads)],
                                       [f"{name}/query", f"{name}/key", f"{name}/value"], axis=1)
    scores = graph.add("MatMul", [query, graph.add("Transpose", [key], f"{name}/key/turned", perm=[0, 1, 3, 2])], f"{name}/scores")
    seen = graph.add("MatMul", [shares(graph, scores, mask, name), value], f"{name}/seen")
    back = graph.add("Transpose", [seen], f"{name}/back", perm=[0, 2, 1, 3])
    return graph.add("Reshape", [back, graph.integers(0, 0, wide)], f"{name}/together")


def layer(graph, x, mask, name, heads):
    def close(inner, x, part):
        return graph.normalize(graph.add("Add", [graph.dense(inner, f"{part}.dense"), x], f"{part}/sum"), f"{part}.LayerNorm")

    x = close(attention(graph, x, mask, f"{name}.attention", heads), x, f"{name}.attention.output")
    inner = graph.gelu(graph.dense(x, f"{name}.intermediate.dense"), f"{name}.intermediate")
    return close(inner, x, f"{name}.output")


def layers_in_turn(graph, x, mask, numbers, heads):
    for number in numbers:
        x = layer(graph, x, mask, f"encoder.layer.{number}", heads)
    return x


def outputs(graph, x):
    """The heads; queries are divided by the square root of their width. Returns that width."""
    width = len(graph.weights["heads.link.query.bias"])
    shrink = 1 / math.sqrt(width)
    graph.add("Identity", [graph.dense(x, "heads.tag", exact=True)], "tags")

    def joined(kind):
        return numpy.concatenate([graph.weights[f"{name}.{kind}"].T * (shrink if name.endswith("query") else 1.0)
                                  for name in quantize.POINTERS], axis=-1)

    joint = graph.linear(x, joined("weight"), joined("bias"), POINTERS, quantize.POINTERS[0])
    graph.add_many("Split", [joint, graph.integers(*[width] * 4)], POINTED, axis=-1)
    return width


def build(network, vocabulary, name, window, seen=None):
    """The ONNX model of a trained network: int8 with what `quantize.watch` saw, fp32 without."""
    graph = Graph(arrays(network), seen)
    facts = metadata(name, vocabulary, window, transitions(graph.weights))
    return model_of(graph, network.shape.layers, network.shape.heads, {**facts, pronouns.HEADS: str(network.shape.heads)})


def arrays(network):
    """The weights of a network by their names."""
    return {name: value.detach().cpu().numpy() for name, value in network.state_dict().items()}


def model_of(graph, layers, heads, facts):
    """The ONNX model of a graph that has weights and nothing else yet; facts are its metadata."""
    x = embeddings(graph)
    link = outputs(graph, layers_in_turn(graph, x, attention_mask(graph), range(layers), heads))
    rows = ("batch", "n")
    model = finished(graph, "onrecord-encoder", dict.fromkeys(INPUTS, rows),
                     {"tags": (*rows, len(TAGS)), **dict.fromkeys(POINTED, (*rows, link))}, facts)
    if pronouns.HEADS in facts:
        pronouns.tell(model)
        onnx.checker.check_model(model)
    return model


def finished(graph, name, inputs, outputs, facts):
    """The ONNX model of a graph that has all its nodes. inputs (int64) and outputs (float32): the axes of each tensor by its name."""
    def tensors(kind, axes):
        return [helper.make_tensor_value_info(tensor, kind, sizes) for tensor, sizes in axes.items()]

    model = helper.make_model(
        helper.make_graph(graph.nodes, name, tensors(TensorProto.INT64, inputs), tensors(TensorProto.FLOAT, outputs),
                          list(graph.constants.values())),
        opset_imports=[helper.make_opsetid("", OPSET)] + ([helper.make_opsetid(RUNTIME, 1)] if graph.int8 else []),
        ir_version=IR_VERSION, producer_name="onrecord-training")
    helper.set_model_props(model, facts)
    onnx.checker.check_model(model)
    return model


def is_latin(c):
    """Latin letters, and the marks and signs of all scripts."""
    return ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2100


def latin(vocabulary):
    """(the vocabulary without its spare entries and those of other scripts than the Latin, the numbers of what is kept). What the
    others stood for is one unknown piece."""
    kept = [number for number, entry in enumerate(vocabulary) if not entry.startswith("[unused") and all(map(is_latin, entry))]
    return [vocabulary[number] for number in kept], kept


def keep_words(network, kept):
    """Leaves a network the vectors of these words alone: a file smaller by the others'."""
    words = network.embeddings.word_embeddings
    words.weight.data = words.weight.data[kept].clone()
    words.num_embeddings = len(kept)


def transitions(weights):
    """The CRF's scores: of the first tag of a line, then of each tag after each."""
    both = numpy.concatenate([weights["heads.crf.first"], weights["heads.crf.next"].reshape(-1)])
    return " ".join(f"{value:.6f}" for value in both)


def metadata(name, vocabulary, window, transitions):
    return facts_of(CONTRACT, name, vocabulary, {
        "onrecord.tags": ",".join(TAGS), "onrecord.window": str(window), "onrecord.transitions": transitions, "onrecord.lowercase": "true"})


def facts_of(contract, name, vocabulary, own):
    """The metadata of a file: what every one has, and its kind's own."""
    for number, entry in enumerate(vocabulary):
        if not entry or entry.splitlines() != [entry]:
            raise ValueError(f"entry {number} of the vocabulary cannot stand on a line of its own: {entry!r}")
    return {"onrecord.contract": contract, "onrecord.name": name, **own, "onrecord.vocabulary": "\n".join(vocabulary)}
