"""Silver data: raw releases with the spans that the teacher sees in them."""

from __future__ import annotations

import hashlib
import heapq
import itertools
import logging
from collections.abc import Iterable
from pathlib import Path

from communique.training.corpora import (
    AnnotatedText,
    Labeller,
    countries_as_places,
    read_ner_corpus,
    to_line,
)

logger = logging.getLogger(__name__)

#: The share of a long text that is taken, in characters: its head, where names are introduced.
LONGEST = 6000

#: Texts labelled between two writes.
_CHUNK = 40


def sample(texts: Iterable[str], words: int) -> list[str]:
    """Return about ``words`` words of the texts, drawn by the MD5 of each, in that order.

    The draw depends on nothing but the texts: not on their order, not on a seed. Doubles are
    drawn once.
    """
    drawn: list[tuple[str, int, str]] = []
    seen: set[str] = set()
    for text in texts:
        head = text[:LONGEST]
        key = hashlib.md5(head.encode()).hexdigest()
        if key not in seen and head.strip():
            seen.add(key)
            drawn.append((key, len(head.split()), head))
    heapq.heapify(drawn)
    chosen: list[str] = []
    total = 0
    while drawn and total < words:
        _, length, text = heapq.heappop(drawn)
        chosen.append(text)
        total += length
    return chosen


def write_silver(label: Labeller, texts: Iterable[str], path: Path) -> Path:
    """Label the texts and write them to ``path`` in the format of the NER corpora.

    A file ``path.partial`` that a stopped run left behind is gone on with. Returns ``path``.
    """
    if path.exists():
        return path
    partial = path.with_suffix(".partial")
    done = _complete_lines(partial)
    named = [(f"silver-{i}", text) for i, text in enumerate(texts)]
    logger.info("silver: %d texts, %d of them labelled", len(named), done)
    with partial.open("a", encoding="utf-8") as out:
        waiting = iter(named[done:])
        while chunk := list(itertools.islice(waiting, _CHUNK)):
            out.writelines(to_line(countries_as_places(text)) for text in label(chunk))
            out.flush()
    partial.replace(path)
    return path


def read_silver(path: Path) -> list[AnnotatedText]:
    """Read what ``write_silver`` wrote; ``ValueError`` names a malformed line."""
    return list(read_ner_corpus(path))


def _complete_lines(path: Path) -> int:
    """Cut off a last line that was written in part; return how many are left."""
    if not path.exists():
        return 0
    kept = path.read_bytes()
    kept = kept[: kept.rfind(b"\n") + 1]
    path.write_bytes(kept)
    return kept.count(b"\n")
