"""Records on their way to the disk and back: what a run remembers of what it made."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import astuple

from communique.runs.analysis import Made, Outcome


def told(outcomes: Iterable[Outcome]) -> bytes:
    """Return records as bytes, packed; none of the outcomes may be a failure."""
    values = []
    for outcome in outcomes:
        assert isinstance(outcome, Made)
        line, signature, *counts = astuple(outcome)
        signed = None if signature is None else b64encode(signature).decode()
        values.append([line.decode(), signed, *counts])
    return zlib.compress(json.dumps(values, ensure_ascii=False).encode(), 1)


def outcomes_of(data: bytes) -> list[Made]:
    """Return the records that :func:`told` made ``data`` of."""
    return [
        Made(line.encode(), None if signed is None else b64decode(signed), *counts)
        for line, signed, *counts in json.loads(zlib.decompress(data))
    ]
