"""Damaged files of every format: each becomes releases and failures, in bounded time.

The damage is the same in every run: a case is a number, and what goes wrong names it. A few hundred
cases are read by default; COMMUNIQUE_FUZZ says how many, and COMMUNIQUE_FUZZ_FROM the first.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import random
import sys
import time
from collections import Counter
from functools import cache

import pytest

from communique.readers import ReaderOptions, ReadFailure, Release, read

from . import samples

CASES = int(os.environ.get("COMMUNIQUE_FUZZ", "400"))
FIRST = int(os.environ.get("COMMUNIQUE_FUZZ_FROM", "0"))
BLOCKS = 20
#: Seconds for a file, on a busy machine; a reader that hangs in a library ends the whole run.
LIMIT = 20
OPTIONS = ReaderOptions(max_bytes=2_000_000, max_unpacked_bytes=20_000_000, max_seconds=10)

WORDS = [
    b"<", b">", b"&", b"&#x0;", b"&lt;", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?xml", b'"', b"'",
    b"\0", b"\xff", b"\xfe\xff", b"\r\n\r\n", b"\n", b"{", b"}", b"[", b"]", b"\\", b"\\ud800", b",",
    b"-1", b"0", b"99999999999", b"4294967295", b"1e309", b"obj", b"endobj", b"stream", b"/Length",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"Content-Length: 99999999", b"boundary=", b"From ", b"---\n",
    b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh9", b"=?utf-8?q?", b"=\n", b"../", b"\xe2\x80\xa8", b"%s",
]  # fmt: skip


@cache
def seeds() -> list[tuple[str, bytes]]:
    return sorted(samples.every_format().items())


def case(number: int) -> tuple[str, bytes, str | None]:
    """The file of a number: its name, its bytes, and the format that is asked for."""
    chance = random.Random(number)
    name, data = seeds()[number % len(seeds())]
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        damage(damaged, chance)
    if chance.random() < 0.05:
        name = chance.choice(seeds())[0]
    if chance.random() < 0.1:
        name = "a"
    return name, bytes(damaged), None


def damage(data: bytearray, chance: random.Random) -> None:
    size = len(data)
    at = chance.randrange(size + 1)
    end = min(size, at + int(chance.expovariate(1 / 40)))
    match chance.randrange(9):
        case 0 if at < size:
            data[at] ^= 1 << chance.randrange(8)
        case 1 if at < size:
            data[at] = chance.randrange(256)
        case 2:
            del data[at:end]
        case 3:
            data[at:at] = data[at:end] * chance.choice((1, 2, 50))
        case 4:
            data[at:at] = chance.choice(WORDS)
        case 5:
            data[at:end] = chance.choice(WORDS)
        case 6:
            del data[at:]
        case 7:
            other = chance.choice(seeds())[1]
            start = chance.randrange(len(other))
            data[at:at] = other[start : start + int(chance.expovariate(1 / 200))]
        case _:
            data[at:at] = chance.choice(WORDS) * chance.choice((10, 1000, 20_000))


@pytest.mark.parametrize("block", range(BLOCKS))
def test_damaged_files(block: int) -> None:
    pytest.importorskip("pypdfium2")
    logging.disable(logging.CRITICAL)
    told: Counter[str] = Counter()
    try:
        for number in range(FIRST + block, FIRST + CASES, BLOCKS):
            name, data, fmt = case(number)
            sys.stderr.write(f"\rcase {number}")  # the last one is the one that hangs
            faulthandler.dump_traceback_later(3 * LIMIT, exit=True)
            start = time.monotonic()
            found = list(read(data, name=name, format=fmt, options=OPTIONS))
            took = time.monotonic() - start
            assert found, f"case {number}, {name}: nothing came of it"
            assert took < LIMIT, f"case {number}, {name}: {took:.1f} seconds"
            for one in found:
                told[type(one).__name__] += 1
                if isinstance(one, ReadFailure):
                    assert one.path == name, f"case {number}"
                    assert one.reason.strip(), f"case {number}"
                    assert str(one), f"case {number}"
                else:
                    assert isinstance(one, Release), f"case {number}"
                    one.text.encode("utf-8")
                    assert one.text.strip(), f"case {number}"
    finally:
        faulthandler.cancel_dump_traceback_later()
        logging.disable(logging.NOTSET)
    assert told.total() >= CASES // BLOCKS


def test_the_files_are_read_where_they_are_whole() -> None:
    pytest.importorskip("pypdfium2")
    for name, data in seeds():
        assert any(isinstance(one, Release) for one in read(data, name=name)), name
