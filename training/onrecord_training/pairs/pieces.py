"""Pairs to pieces and tensors. The Java reader (`OnnxPairs`) folds and cuts alike; a golden file holds the two together."""
import torch

from .. import batches
from .network import Inputs

# Other forms of marks that are read as the plain one, so that typography does not tell two sentences apart.
FOLDED = str.maketrans({"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
                        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "…": "..."})
SPECIAL = 2


def ids_of(text, wordpiece, longest):
    """The first pieces of a sentence, at most `longest` with the two special ones."""
    return tuple(piece.id for piece in wordpiece.pieces(text.translate(FOLDED)))[:longest - SPECIAL]


def inputs(sentences, wordpiece, device="cpu"):
    """Sentences as ids, those of a pair one after the other, as one padded batch."""
    ids = batches.pad([(wordpiece.first, *ids, wordpiece.last) for ids in sentences], wordpiece.pad)
    mask = batches.pad([[1] * (len(ids) + SPECIAL) for ids in sentences], 0)
    inner = mask * (ids != wordpiece.first) * (ids != wordpiece.last)
    return Inputs(ids.to(device), mask.to(device), inner.to(device))


class Reader:
    """Sentences as pieces, and what the frozen lower layers make of each, kept in half precision: the same in every epoch."""

    def __init__(self, wordpiece, longest, device="cpu"):
        self.wordpiece, self.longest, self.device = wordpiece, longest, device
        self.ids, self.kept = {}, {}

    def row(self, sentence):
        if sentence not in self.ids:
            self.ids[sentence] = ids_of(sentence, self.wordpiece, self.longest)
        return self.ids[sentence]

    def length(self, pair):
        """Pieces that the pair takes in a batch: twice its longer sentence."""
        return 2 * (max(len(self.row(pair.a)), len(self.row(pair.b))) + SPECIAL)

    def prepare(self, pairs, network, frozen):
        """Keeps what the frozen layers make of all sentences. The last bits depend on what is worked on together, so a run that
        is to end like another must prepare the same pairs."""
        new = {sentence for pair in pairs for sentence in (pair.a, pair.b) if sentence not in self.kept} if frozen else ()
        new = sorted(new, key=lambda sentence: (len(self.row(sentence)), sentence))
        for start in range(0, len(new), 32):
            self.keep(new[start:start + 32], network, frozen)

    def read(self, pairs, network, frozen):
        """(Inputs, what `frozen` layers make of them)."""
        sentences = [sentence for pair in pairs for sentence in (pair.a, pair.b)]
        whole = inputs([self.row(sentence) for sentence in sentences], self.wordpiece, self.device)
        if not frozen:
            return whole, None
        self.prepare(pairs, network, frozen)
        return whole, torch.nn.utils.rnn.pad_sequence([self.kept[sentence] for sentence in sentences], batch_first=True).to(self.device, torch.float32)

    def keep(self, sentences, network, frozen):
        """Without dropout, whatever the network is doing: what is kept is seen in every epoch, and when figures are made."""
        rows, training = [self.row(sentence) for sentence in sentences], network.training
        network.eval()
        with torch.no_grad():
            x = network.lower(inputs(rows, self.wordpiece, self.device), frozen).to("cpu", torch.float16)
        network.train(training)
        for number, (sentence, row) in enumerate(zip(sentences, rows)):
            self.kept[sentence] = x[number, :len(row) + SPECIAL].clone()
