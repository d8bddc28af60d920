"""Any number of different releases out of some: excerpts with other numbers, the same every time."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import cycle, islice

_PARAGRAPH = re.compile(r"\n\s*\n")
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def varied(texts: Sequence[str], count: int, *, words: int, seed: int = 0) -> Iterator[str]:
    """Yield ``count`` texts, no two alike, of ``words`` words or, to the paragraph's end, some more.

    Each is made of paragraphs in a row of one of ``texts``, which take turns; its numbers are
    replaced by others of as many digits (years by years), and a line at its end counts.
    """
    parted = [[part for part in _PARAGRAPH.split(text) if part.strip()] for text in texts]
    sources = cycle([paragraphs for paragraphs in parted if paragraphs])
    for number, paragraphs in enumerate(islice(sources, count)):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - no secret
        excerpt = _excerpt(paragraphs, chance.randrange(len(paragraphs)), words)
        changed = _NUMBER.sub(lambda match: _other(match[0], chance), excerpt)  # noqa: B023
        yield f"{changed}\n\nRelease {number + 1} of {count}.\n"


def _excerpt(paragraphs: Sequence[str], first: int, words: int) -> str:
    """Return paragraphs from the first on, and from the beginning after the last."""
    taken, length = [], 0
    for place in range(len(paragraphs)):
        part = paragraphs[(first + place) % len(paragraphs)].strip()
        taken.append(part)
        length += len(part.split())
        if length >= words:
            break
    return "\n\n".join(taken)


def _other(number: str, chance: random.Random) -> str:
    if _YEAR.fullmatch(number):
        return str(chance.randrange(1990, 2030))
    if len(number) <= 2 and 1 <= int(number) <= 31:  # may be a day or an hour
        return str(chance.randrange(1, min(int(number), 28) + 1))
    return str(chance.randrange(1, 10)) + "".join(chance.choices("0123456789", k=len(number) - 1))
