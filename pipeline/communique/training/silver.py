"""Silver data: raw releases with the spans that the teacher sees in them."""

from __future__ import annotations

import hashlib
import heapq
import itertools
import json
import logging
from collections.abc import Iterable
from pathlib import Path

from communique.training.corpora import (
    AnnotatedText,
    Labeller,
    countries_as_places,
    pieces,
    read_ner_corpus,
)

logger = logging.getLogger(__name__)

#: The share of a long text that is taken, in characters: its head, where names are introduced.
LONGEST = 6000

#: Pieces labelled between two writes.
_CHUNK = 200


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
    """Label the texts piece by piece and write them to ``path`` in the format of the NER corpora.

    A file ``path.partial`` that a stopped run left behind is gone on with. Returns ``path``.
    """
    if path.exists():
        return path
    partial = path.with_suffix(".partial")
    done = _complete_lines(partial)
    raw = (AnnotatedText(f"silver-{i}", "silver", t, (), frozenset()) for i, t in enumerate(texts))
    cut = [(f"{t.id}-{n}", t.text) for text in raw for n, t in enumerate(pieces(text))]
    logger.info("silver: %d pieces, %d of them labelled", len(cut), done)
    with partial.open("a", encoding="utf-8") as out:
        waiting = iter(cut[done:])
        while chunk := list(itertools.islice(waiting, _CHUNK)):
            out.writelines(_line(countries_as_places(text)) for text in label(chunk))
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


def _line(text: AnnotatedText) -> str:
    row = {
        "id": text.id,
        "text": text.text,
        "spans": [list(span) for span in text.spans],
        "meta": {"source": text.source, "labelled": sorted(text.labelled)},
    }
    return json.dumps(row, ensure_ascii=False) + "\n"
