"""Tensors out of a TensorFlow checkpoint, without TensorFlow, which Debian does not have: an index, which is a table of LevelDB, and one
file of raw numbers (tensorflow/core/util/tensor_bundle, tensorflow/core/lib/io/format). fp32 tensors in one shard, blocks that are not compressed."""
import struct

import numpy

FOOTER, MAGIC = 48, 0xDB4775248B80FB57
FLOAT = 1
# Numbers of the fields of BundleEntryProto, and of TensorShapeProto and its Dim.
DTYPE, SHAPE, OFFSET, SIZE = 1, 2, 4, 5
DIM, EXTENT = 2, 1


def read(index, numbers):
    """{name: fp32 array} from the contents of the two files; tensors of other types are left out."""
    if len(index) < FOOTER or struct.unpack("<Q", index[-8:])[0] != MAGIC:
        raise ValueError("not the index of a TensorFlow checkpoint")
    at = len(index) - FOOTER
    for _ in range(3):
        # Where the block of metadata lies, twice, then where that of the index does.
        begin, at = varint(index, at)
    size, _ = varint(index, at)
    found = {}
    for _, handle in entries(index, begin, size):
        first, at = varint(handle, 0)
        for name, entry in entries(index, first, varint(handle, at)[0]):
            tensor = tensor_of(entry, numbers) if name else None
            if tensor is not None:
                found[name.decode()] = tensor
    return found


def tensor_of(entry, numbers):
    values = {}
    for number, value in fields(entry):
        values.setdefault(number, value)
    if values.get(DTYPE) != FLOAT:
        return None
    shape = [dict(fields(dim)).get(EXTENT, 0) for number, dim in fields(values.get(SHAPE, b"")) if number == DIM]
    offset = values.get(OFFSET, 0)
    return numpy.frombuffer(numbers[offset:offset + values[SIZE]], dtype="<f4").reshape(shape)


def entries(table, begin, size):
    """(key, value) of a block; a key says how much it shares with the one before."""
    if table[begin + size] != 0:
        raise ValueError("a compressed block in the index of a TensorFlow checkpoint")
    block = table[begin:begin + size]
    end = size - 4 - 4 * struct.unpack("<I", block[-4:])[0]
    at, key = 0, b""
    while at < end:
        shared, at = varint(block, at)
        own, at = varint(block, at)
        length, at = varint(block, at)
        key = key[:shared] + block[at:at + own]
        yield key, block[at + own:at + own + length]
        at += own + length


def fields(message):
    """(number, value) of each field of a message of Protocol Buffers."""
    at = 0
    while at < len(message):
        tag, at = varint(message, at)
        if tag & 7 == 0:
            value, at = varint(message, at)
        elif tag & 7 == 2:
            length, at = varint(message, at)
            value, at = message[at:at + length], at + length
        elif tag & 7 == 5:
            value, at = message[at:at + 4], at + 4
        else:
            raise ValueError(f"a field of kind {tag & 7} in the index of a TensorFlow checkpoint")
        yield tag >> 3, value


def varint(data, at):
    """(number, where it ends)."""
    number = shift = 0
    while True:
        byte, at = data[at], at + 1
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return number, at
