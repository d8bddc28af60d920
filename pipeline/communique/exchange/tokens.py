"""Texts in tokens, for the formats that know texts so: those of the project, cut at spans' ends.

spaCy is imported when a text is to be tokenized: most formats do without, and it takes its time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.exchange.annotated import Span

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Token:
    """Half-open characters of a text, and whether one space follows that is no token."""

    start: int
    end: int
    space: bool


def tokenizing() -> Language:
    """Return a pipeline that only tokenizes, as the project's do."""
    import spacy  # noqa: PLC0415 - see above

    import communique.components.tokenizer  # noqa: F401, PLC0415 - registers the tokenizer

    return spacy.blank(
        "en", config={"nlp": {"tokenizer": {"@tokenizers": "communique.Tokenizer.v1"}}}
    )


def tokens_of(nlp: Language, text: str, spans: Iterable[Span]) -> list[Token]:
    """Return the tokens of a text, so that each span begins and ends with one."""
    cuts = sorted({offset for span in spans for offset in span.place})
    return list(_cut(nlp, text, cuts))


def _cut(nlp: Language, text: str, cuts: Sequence[int]) -> Iterator[Token]:
    for token in nlp.tokenizer(text):
        start, end = token.idx, token.idx + len(token.text)
        within = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        bounds = [start, *within, end]
        for begin, stop in pairwise(bounds):
            yield Token(begin, stop, space=bool(token.whitespace_) and stop == end)


def token_range(tokens: Sequence[Token], span: Span) -> tuple[int, int]:
    """Return the first and the last token of a span, which begins and ends with one."""
    first = bisect_left(tokens, span.start, key=lambda token: token.start)
    last = bisect_left(tokens, span.end, key=lambda token: token.end)
    return first, last
