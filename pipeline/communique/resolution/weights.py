"""The points that features give, and the thresholds; they stand in the lexicon."""

from __future__ import annotations

from functools import cache
from typing import Any

from communique.components.lexicon_files import read_toml

_FILE = "resolution/weights.toml"


@cache
def weights(kind: str, of: str) -> dict[str, float]:
    """Return the points of ``name`` or ``evidence`` features of ``people`` or ``organizations``."""
    return {name: float(points) for name, points in read_toml(_FILE)[kind][of].items()}


@cache
def limits() -> dict[str, Any]:
    """Return how much is compared with what."""
    return dict(read_toml(_FILE)["limits"])


def default_threshold() -> float:
    """Return the points from which two are the same."""
    return float(read_toml(_FILE)["threshold"])
