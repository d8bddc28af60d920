"""Releases with the names marked up in the text, as they are written for the project's own corpus.

A file holds releases one after the other, each under a line ``=== ID | COUNTRY | GENRE``. Names
stand between tags of one letter (``<P>Li Gang</P>``); an ``<A>`` may hold other tags, the others
hold text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from communique.training.corpora import LABELS, PHRASE_LABELS, AnnotatedText

#: The tags and the labels that they stand for.
TAGS = {
    "P": "PERSON",
    "O": "ORG",
    "G": "LOC",
    "N": "NORP",
    "E": "EVENT",
    "M": "MISC",
    "T": "TITLE",
    "A": "AGREEMENT",
}

_HEAD = re.compile(r"^=== (?P<id>\S+) *\|.*\n", re.MULTILINE)
_TAG = re.compile(r"<(?P<close>/?)(?P<tag>[A-Z])>")


def parse_marked(text: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Return the text without its tags, and the spans that they enclose (half-open, of that text).

    Raises ``ValueError`` where a tag is unknown, unclosed or stands where it may not.
    """
    plain = ""
    spans: list[tuple[int, int, str]] = []
    stack: list[tuple[str, int]] = []
    at = 0
    for match in _TAG.finditer(text):
        plain += text[at : match.start()]
        at = match.end()
        tag = match["tag"]
        near = text[max(0, match.start() - 20) : match.end() + 20]
        if tag not in TAGS:
            raise ValueError(f"unknown tag at {near!r}")
        if not match["close"]:
            if stack and stack[-1][0] != "A":
                raise ValueError(f"tag within <{stack[-1][0]}> at {near!r}")
            stack.append((tag, len(plain)))
        elif not stack or stack[-1][0] != tag:
            raise ValueError(f"closes nothing at {near!r}")
        else:
            _, start = stack.pop()
            spans.append((start, len(plain), TAGS[tag]))
    if stack:
        raise ValueError(f"<{stack[-1][0]}> is never closed")
    return plain + text[at:], tuple(sorted(spans))


def read_marked(path: Path) -> Iterator[AnnotatedText]:
    """Yield the releases of one file; every label is marked everywhere in them.

    Raises ``ValueError`` naming the file and the release when its tags are wrong.
    """
    whole = path.read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(whole))
    if not heads:
        raise ValueError(f"{path}: no release (a line `=== ID | COUNTRY | GENRE` before each)")
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        body = whole[head.end() : following.start() if following else len(whole)].rstrip("\n")
        try:
            text, spans = parse_marked(body)
        except ValueError as error:
            raise ValueError(f"{path}: release {head['id']}: {error}") from error
        yield AnnotatedText(head["id"], "marked", text, spans, frozenset({*LABELS, *PHRASE_LABELS}))
