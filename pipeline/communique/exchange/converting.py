"""From one annotation format into another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from communique.exchange.annotated import AnnotatedText, Format, Losses, fit


def convert(source: Path, target: Path, from_: Format, to: Format) -> tuple[int, Losses]:
    """Write what ``source`` holds to ``target``; return how many texts, and what was lost.

    The target appears whole or not at all. Raises ``OSError``, and ``ValueError`` naming the file and
    the place in it where something is not in the format.
    """
    losses = Losses()
    count = 0

    def fitted() -> Iterator[AnnotatedText]:
        nonlocal count
        for annotated in from_.read(source, losses):
            count += 1
            yield fit(annotated, to, losses)

    to.write(target, fitted(), losses)
    return count, +losses
