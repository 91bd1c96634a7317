import struct
import unittest

import numpy

from onrecord_training import bundle, start


def varint(number):
    found = b""
    while number > 127:
        found, number = found + bytes([number & 127 | 128]), number >> 7
    return found + bytes([number])


def block(entries):
    """A block whose keys share what they can."""
    made, before = b"", b""
    for key, value in entries:
        shared = next((i for i, (a, b) in enumerate(zip(key, before)) if a != b), min(len(key), len(before)))
        made += varint(shared) + varint(len(key) - shared) + varint(len(value)) + key[shared:] + value
        before = key
    return made + struct.pack("<II", 0, 1)


def entry(array, offset, kind=bundle.FLOAT):
    dims = b"".join(b"\x12" + varint(len(dim)) + dim for dim in (b"\x08" + varint(n) for n in array.shape))
    return b"\x08" + varint(kind) + b"\x12" + varint(len(dims)) + dims + b"\x20" + varint(offset) + b"\x28" + varint(array.nbytes) + b"\x35abcd"


def checkpoint(tensors, kinds=None):
    numbers, entries = b"", [(b"", b"\x08\x01")]
    for name, array in sorted(tensors.items()):
        entries.append((name.encode(), entry(array, len(numbers), (kinds or {}).get(name, bundle.FLOAT))))
        numbers += array.tobytes()
    data = block(entries)
    index = data + b"\0crc3"
    top = block([(b"z", varint(0) + varint(len(data)))])
    at, index = len(index), index + top + b"\0crc3"
    footer = varint(at) + varint(len(top)) + varint(at) + varint(len(top))
    return index + footer.ljust(40, b"\0") + struct.pack("<Q", bundle.MAGIC), numbers


class BundleTest(unittest.TestCase):
    def test_tensors_come_back_by_name(self):
        tensors = {f"layer_{i}/kernel": numpy.arange(300 * (i + 1), dtype=numpy.float32).reshape(-1, 3) for i in range(12)}
        found = bundle.read(*checkpoint(tensors))
        self.assertEqual(sorted(found), sorted(tensors))
        for name, value in tensors.items():
            self.assertTrue(numpy.array_equal(found[name], value))

    def test_other_types_are_left_out(self):
        tensors = {"a": numpy.zeros(2, numpy.float32), "step": numpy.zeros(1, numpy.float32)}
        self.assertEqual(list(bundle.read(*checkpoint(tensors, {"step": 9}))), ["a"])

    def test_what_is_none_is_said_to_be_so(self):
        with self.assertRaisesRegex(ValueError, "not the index of a TensorFlow checkpoint"):
            bundle.read(b"x" * 100, b"")
        index, numbers = checkpoint({"a": numpy.zeros(2, numpy.float32)})
        size = len(block([(b"", b"\x08\x01"), (b"a", entry(numpy.zeros(2, numpy.float32), 0))]))
        with self.assertRaisesRegex(ValueError, "compressed block"):
            bundle.read(index[:size] + b"\1" + index[size + 1:], numbers)

    def test_weights_get_the_names_and_the_turn_that_the_network_has_for_them(self):
        tensors = {"module/bert/embeddings/word_embeddings": numpy.ones((5, 24), numpy.float32),
                   "module/bert/embeddings/position_embeddings": numpy.ones((4, 24), numpy.float32),
                   "module/bert/embeddings/token_type_embeddings": numpy.ones((2, 24), numpy.float32),
                   "module/bert/embeddings/LayerNorm/gamma": numpy.ones(24, numpy.float32),
                   "module/bert/encoder/layer_0/intermediate/dense/kernel": numpy.ones((24, 48), numpy.float32),
                   "module/bert/encoder/layer_0/attention/output/LayerNorm/beta": numpy.ones(24, numpy.float32),
                   "module/bert/pooler/dense/bias": numpy.ones(24, numpy.float32)}
        weights = start.bert_weights(tensors)
        self.assertEqual({name: tuple(value.shape) for name, value in weights.items()}, {
            "embeddings.word_embeddings.weight": (5, 24), "embeddings.position_plus_type0": (4, 24), "embeddings.LayerNorm.weight": (24,),
            "encoder.layer.0.intermediate.dense.weight": (48, 24), "encoder.layer.0.attention.output.LayerNorm.bias": (24,)})
        self.assertEqual(float(weights["embeddings.position_plus_type0"][0, 0]), 2)


if __name__ == "__main__":
    unittest.main()
