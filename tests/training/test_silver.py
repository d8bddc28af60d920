"""Drawing raw texts and labelling them, in a run that may be stopped."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from communique.training.corpora import LABELS, AnnotatedText
from communique.training.silver import read_silver, sample, write_silver

TEXTS = [f"Release {n} tells of Lima. " * 40 + f"\nIt ends with {n}.\n" for n in range(30)]


class Labeller:
    """Marks every Lima, and may break down after some texts."""

    def __init__(self, breaks_after: int | None = None) -> None:
        self.seen: list[str] = []
        self.breaks_after = breaks_after

    def __call__(self, texts: Iterable[tuple[str, str]]) -> Iterator[AnnotatedText]:
        for name, text in texts:
            if len(self.seen) == self.breaks_after:
                raise KeyboardInterrupt
            self.seen.append(name)
            at = text.find("Lima")
            spans = ((at, at + 4, "LOC"),) if at >= 0 else ()
            yield AnnotatedText(name, "silver", text, spans, frozenset(LABELS))


def test_sample_depends_on_nothing_but_the_texts() -> None:
    drawn = sample(TEXTS, 2000)
    shuffled = [*TEXTS, *TEXTS]
    random.Random(4).shuffle(shuffled)
    assert sample(shuffled, 2000) == drawn
    assert len(set(drawn)) == len(drawn) < len(TEXTS)
    assert sum(len(text.split()) for text in drawn) >= 2000
    assert sample(TEXTS, 10**9) == sample(reversed(TEXTS), 10**9)


def test_silver_is_read_as_it_was_labelled(tmp_path: Path) -> None:
    path = write_silver(Labeller(), TEXTS, tmp_path / "silver.jsonl")
    read = read_silver(path)
    assert [text.text for text in read] == TEXTS
    assert all(text.text[s:e] == "Lima" for text in read for s, e, _ in text.spans)
    again = Labeller()
    write_silver(again, TEXTS, path)
    assert again.seen == []


def test_a_stopped_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.training.silver._CHUNK", 5)
    whole = write_silver(Labeller(), TEXTS, tmp_path / "whole.jsonl").read_bytes()
    path = tmp_path / "silver.jsonl"
    with pytest.raises(KeyboardInterrupt):
        write_silver(Labeller(breaks_after=12), TEXTS, path)
    assert not path.exists()
    with path.with_suffix(".partial").open("a", encoding="utf-8") as out:
        out.write('{"id": "half a li')
    second = Labeller()
    write_silver(second, TEXTS, path)
    assert path.read_bytes() == whole
    assert 0 < len(second.seen) < len(read_silver(path))
