"""What the network says of pairs, and how good that is: the same sums as the `evaluate` tasks, in per cent but for the correlation."""
import numpy
import torch

from .network import mean, sides, unit
from .sets import BEARINGS, RELATIONS, STANCES, TARGETS

DECIDED = 0.5

# As `PairScores.similarity` has it.
SHARE_OF_COSINE = 0.3


def scores(network, pairs, reader, frozen=0, size=32):
    """[pairs, OUTPUTS] of chances, 0 to 1."""
    network.eval()
    found = numpy.zeros((len(pairs), sum(TARGETS.values())))
    order = sorted(range(len(pairs)), key=lambda i: reader.length(pairs[i]))
    for start in range(0, len(order), size):
        rows = order[start:start + size]
        found[rows] = chances(network, [pairs[i] for i in rows], reader, frozen)
    return found


def chances(network, pairs, reader, frozen):
    with torch.no_grad():
        inputs, lower = reader.read(pairs, network, frozen)
        out = network.upper(lower, inputs, frozen) if frozen else network(inputs)
    return torch.cat([out[name].softmax(-1) if name in ("relation", "stance") else out[name].sigmoid() for name in TARGETS], dim=-1).cpu().numpy()


SIMILARITY, PARAPHRASE, RELATION, STANCE, BEARING = 0, 1, slice(2, 5), slice(5, 8), slice(8, 10)


def of_set(name, pairs, found, cosines=None):
    """The figures of one set from its scores; cosines of the start model's vectors of the two sentences, for scored pairs."""
    if name == "headlines":
        return scored(found[:, SIMILARITY], cosines, numpy.array([p.similarity for p in pairs]))
    if name.startswith("paraphrase"):
        return decided(found[:, PARAPHRASE] >= DECIDED, numpy.array([p.paraphrase for p in pairs]) == 1)
    if name == "emergent":
        return stance(found[:, STANCE].argmax(1), numpy.array([p.stance for p in pairs]))
    if name == "claimdiff":
        return {f"{bearing}.average_precision": average_precision(found[:, BEARING][:, i], [p.bearing[i] for p in pairs])
                for i, bearing in enumerate(BEARINGS)}
    if name == "synthetic":
        gold = numpy.array([p.relation[0] for p in pairs])
        return {"synthetic.relation": share(found[:, RELATION].argmax(1) == gold), "synthetic.macro_f1": macro_f1(found[:, RELATION].argmax(1), gold, 3)}
    if name == "events":
        gold = [p.relation[0] for p in pairs]
        return {f"events.{relation}.average_precision": average_precision(found[:, RELATION][:, i], [row == i for row in gold])
                for i, relation in enumerate(RELATIONS)}
    raise ValueError(f"no figures for a set {name}")


def scored(found, cosines, gold):
    both = (1 - SHARE_OF_COSINE) * found + SHARE_OF_COSINE * numpy.clip(cosines, 0, 1)
    return {"same_claim.pearson": pearson(both, gold), "network.pearson": pearson(found, gold), "cosine.pearson": pearson(cosines, gold)}


def cosines(network, pairs, reader, size=32):
    """Of the means of the last layer, each sentence read by itself: with the start weights, the start model's own cosine."""
    network.eval()
    found = numpy.zeros(len(pairs))
    order = sorted(range(len(pairs)), key=lambda i: reader.length(pairs[i]))
    for start in range(0, len(order), size):
        rows = order[start:start + size]
        inputs, _ = reader.read([pairs[i] for i in rows], network, 0)
        with torch.no_grad():
            u, v = sides(mean(network.lower(inputs, network.shape.layers), inputs.mask.to(torch.float32)))
            found[rows] = (unit(u) * unit(v)).sum(-1).cpu().numpy()
    return found


def pearson(x, y):
    return round(float(numpy.corrcoef(x, y)[0, 1]), 4)


def share(right):
    return round(100 * float(numpy.mean(right)), 2)


def decided(found, gold):
    both = int((found & gold).sum())
    return {"same_claim.accuracy": share(found == gold), "same_claim.f1": round(200 * both / max(1, int(found.sum()) + int(gold.sum())), 2)}


def stance(found, gold):
    return {"stance_to_claim.accuracy": share(found == gold), "stance_to_claim.macro_f1": macro_f1(found, gold, len(STANCES))}


def macro_f1(found, gold, classes):
    f1 = [2 * int(((found == c) & (gold == c)).sum()) / max(1, int((found == c).sum()) + int((gold == c).sum())) for c in range(classes)]
    return round(100 * sum(f1) / classes, 2)


def average_precision(scores, labels):
    """Mean over the positives of the precision at their rank; ties count with the pairs that stand at the same score."""
    known = [(score, label) for score, label in zip(scores, labels) if label == label]
    known.sort(key=lambda row: -row[0])
    right = seen = at = 0
    total = 0.0
    while at < len(known):
        end = at
        while end < len(known) and known[end][0] == known[at][0]:
            end += 1
        hits = sum(int(label) for _, label in known[at:end])
        right, seen = right + hits, seen + end - at
        total += hits * right / seen
        at = end
    return round(100 * total / max(1, right), 2)
