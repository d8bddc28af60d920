"""Documents as windows of word pieces, with the casing that a lower-cased vocabulary loses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

#: Word pieces in one window at most, and of one word.
WINDOW = 192
WORD = 12

SHAPES = ("lower", "title", "upper", "mixed", "digit", "initial", "other")
UPPER, OTHER = SHAPES.index("upper"), SHAPES.index("other")


def word_shape(word: str) -> int:
    """Return the index, in ``SHAPES``, of the casing of a word."""
    if len(word) == 1 and word.isupper():
        name = "initial"
    elif word.isupper():
        name = "upper"
    elif word.istitle():
        name = "title"
    elif word.islower():
        name = "lower"
    elif any(c.isalpha() for c in word):
        name = "mixed"
    else:
        name = "digit" if word.isdigit() else "other"
    return SHAPES.index(name)


@dataclass(frozen=True)
class Window:
    """A run of words of one document as word pieces.

    ``pieces`` and ``shapes`` have one entry a piece, the special pieces at both ends included;
    ``first`` is, for each word, the position of its first piece; ``words`` the words' indices in
    the ``Doc``; ``forms`` the words without their casing, by which a document remembers them.
    """

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    words: list[int]
    forms: list[str]


class Windows:
    """Cuts documents into windows, at line breaks where one is near."""

    def __init__(self, tokenizer: Any) -> None:  # noqa: ANN401  (transformers has no types)
        self.tokenizer = tokenizer
        self.pad = int(tokenizer.pad_token_id)
        self._edges = int(tokenizer.cls_token_id), int(tokenizer.sep_token_id)
        self._unknown = int(tokenizer.unk_token_id)

    @classmethod
    def from_path(cls, path: Path) -> Windows:
        """Read the vocabulary that lies beside the weights in ``path``."""
        from transformers import AutoTokenizer  # noqa: PLC0415  (an extra, seconds to import)

        return cls(AutoTokenizer.from_pretrained(path))

    def cut(self, doc: Doc) -> Iterator[Window]:
        """Yield the windows of a document; white space is in none."""
        words = [token for token in doc if not token.is_space]
        if not words:
            return
        encoded = self.tokenizer([t.text for t in words], add_special_tokens=False)["input_ids"]
        start, end = self._edges
        window = Window([start], [OTHER], [], [], [])
        for token, ids in zip(words, encoded, strict=True):
            pieces = ids[:WORD] or [self._unknown]
            breaks = token.i > 0 and doc[token.i - 1].is_space and "\n" in doc[token.i - 1].text
            room = WINDOW * 0.6 if breaks else WINDOW - 1 - len(pieces)
            if window.words and len(window.pieces) > room:
                yield _closed(window, end)
                window = Window([start], [OTHER], [], [], [])
            window.first.append(len(window.pieces))
            window.words.append(token.i)
            window.forms.append(token.lower_)
            window.pieces.extend(pieces)
            window.shapes.extend([word_shape(token.text)] * len(pieces))
        yield _closed(window, end)


def _closed(window: Window, end: int) -> Window:
    window.pieces.append(end)
    window.shapes.append(OTHER)
    return window
