"""Threads that share work out among the processors."""
from concurrent.futures import ThreadPoolExecutor

import torch


class Workers:
    """Threads that each take a part of some work, on a processor of their own: faster than threads inside each operation.
    What the parts give must not depend on which thread is first."""

    def __init__(self, count):
        self.count = count
        self.threads = torch.get_num_threads()

    def __enter__(self):
        if self.count > 1:
            torch.set_num_threads(1)
        self.pool = ThreadPoolExecutor(self.count, initializer=lambda: torch.set_num_threads(1) if self.count > 1 else None)
        return self

    def __exit__(self, *_):
        self.pool.shutdown()
        torch.set_num_threads(self.threads)

    def map(self, work, parts):
        return list(self.pool.map(work, range(len(parts)), parts))
