"""All that a training run can be told, in one place."""
import dataclasses

TAGS = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue", "B-Content", "I-Content")
ROLES = ("source", "cue", "content")
CONTRACT = "2"


@dataclasses.dataclass(frozen=True)
class Settings:
    """One run. Rates are those at the top of the schedule; `window` counts word pieces between the two special ones,
    `batch` the word pieces of a step."""

    name: str = "minilm-l6-polnear-2"
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    epochs: int = 5
    batch: int = 3072
    window: int = 200
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.93
    warmup: int = 60
    weight_decay: float = 0.01
    dropout: float = 0.1
    clip: float = 1.0
    link_weight: float = 0.2
    average: float = 0.995
    teacher_weight: float = 0.5
    states_weight: float = 0.0
    seed: int = 20161108
    threads: int = 2
    log_every: int = 10
    save_every: int = 100

    def __post_init__(self):
        for name in ("layers", "heads", "inner", "batch", "window", "log_every", "save_every", "threads"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1, not {getattr(self, name)}")
        for name in ("epochs", "warmup", "rate", "head_rate", "weight_decay", "clip", "link_weight", "teacher_weight", "states_weight"):
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must not be negative: {getattr(self, name)}")
        if not 0 <= self.dropout < 1:
            raise ValueError(f"dropout must lie in [0, 1): {self.dropout}")
        for name in ("layer_decay", "average"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} must lie in [0, 1]: {getattr(self, name)}")
        if self.window > 510:
            raise ValueError(f"window must be at most 510 word pieces (512 positions less two): {self.window}")


def tag(role, first):
    """The number of a role's tag: its B for the first piece of a span, its I for the later ones."""
    return 1 + 2 * ROLES.index(role) + (0 if first else 1)
