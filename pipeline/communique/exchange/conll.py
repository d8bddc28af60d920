"""CoNLL in two columns: a token and its IOB2 tag, sentences and texts parted as in CoNLL-2003.

The text itself is not in it: read back, tokens stand with one space between them, and sentences on
lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from communique.exchange.annotated import AnnotatedText, Format, Holds, Losses, Reading, Span
from communique.exchange.tokens import Token, token_range, tokenizing, tokens_of
from communique.stores.jsonl import JsonlFile

_BEGINNING = "-DOCSTART- -X- O O"
_TAG = re.compile(r"O|[BI]-(?P<label>\S+)")


def tags_of(tokens: Sequence[Token], spans: Iterable[Span]) -> list[str]:
    """Return the IOB2 tag of each token; spans do not overlap and begin and end with a token."""
    tags = ["O"] * len(tokens)
    for span in spans:
        first, last = token_range(tokens, span)
        tags[first] = f"B-{span.label}"
        tags[first + 1 : last + 1] = [f"I-{span.label}"] * (last - first)
    return tags


def _write(path: Path, texts: Iterable[AnnotatedText], losses: Losses) -> None:
    nlp = tokenizing()
    with JsonlFile(path) as file:
        for annotated in texts:
            tokens = tokens_of(nlp, annotated.text, annotated.spans)
            file.write(f"{_BEGINNING}\n".encode())
            blank = True
            for token, tag in zip(tokens, tags_of(tokens, annotated.spans), strict=True):
                word = annotated.text[token.start : token.end]
                if word.strip():
                    file.write(f"{word}\t{tag}".encode())
                    blank = False
                elif "\n" in word and tag == "O" and not blank:
                    file.write(b"")
                    blank = True
            if not blank:
                file.write(b"")
            losses["texts without their white space, ids and names of files"] += 1


@dataclass
class _Text:
    """A text as its lines come."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    inside: bool = False

    def add(self, token: str, tag: str, label: str | None) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.put(" ")
        start = self.length
        self.put(token)
        if label is None:
            self.inside = False
            return
        if self.inside and tag[0] == "I" and self.spans[-1][2] == label:
            start = self.spans.pop()[0]
        self.spans.append((start, self.length, label))
        self.inside = True

    def end_sentence(self) -> None:
        self.inside = False
        if self.parts and not self.parts[-1].endswith("\n"):
            self.put("\n")

    def put(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)

    def annotated(self, path: Path, number: int) -> AnnotatedText:
        reading = Reading(str(path), "".join(self.parts))
        for n, (start, end, label) in enumerate(self.spans):
            reading.span(str(n), start, end, label)
        return reading.annotated(f"{path.stem}-{number}")


def _read(path: Path, losses: Losses) -> Iterator[AnnotatedText]:  # noqa: ARG001 - nothing is lost
    text = _Text()
    count = 0
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            try:
                columns = line.decode("utf-8").split()
            except UnicodeDecodeError as error:
                raise ValueError(f"{path}, line {number}: not UTF-8 ({error.reason})") from None
            if not columns:
                text.end_sentence()
            elif columns[0] == "-DOCSTART-":
                if text.parts:
                    count += 1
                    yield text.annotated(path, count)
                text = _Text()
            else:
                tag = _TAG.fullmatch(columns[-1])
                if tag is None or len(columns) == 1:
                    raise ValueError(
                        f"{path}, line {number}: no token with an IOB2 tag: {' '.join(columns)!r}"
                    )
                text.add(columns[0], columns[-1], tag["label"])
    if text.parts:
        yield text.annotated(path, count + 1)


CONLL = Format(
    name="conll",
    title="CoNLL, a token and its IOB2 tag a line",
    endings=(".conll", ".iob", ".iob2", ".bio"),
    read=_read,
    write=_write,
    holds=Holds(relations=False, attributes=False, overlaps=False, publish_date=False),
)
