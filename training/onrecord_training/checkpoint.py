"""The state of an unfinished run in one file, written whole or not at all."""
import os

import torch

FILE = "checkpoint.pt"


def write(folder, state):
    """Replaces the folder's checkpoint. A run that is cut off here keeps the one before."""
    path = os.path.join(folder, FILE)
    torch.save(state, path + ".part")
    with open(path + ".part", "rb") as f:
        os.fsync(f.fileno())
    os.replace(path + ".part", path)


def read(folder):
    """The checkpoint in a folder, or None. (PyTorch 1 cannot read plain numbers with `weights_only`.)"""
    path = os.path.join(folder, FILE)
    if not os.path.exists(path):
        return None
    return torch.load(path, map_location="cpu", weights_only=not torch.__version__.startswith("1."))
