"""A whole training, tiny, on invented annotations."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
import spacy

from communique.training.train import TrainingSources, read_sources, train

GIVEN = ("Ana", "Ben", "Chen", "Dara", "Esi", "Farid")
FAMILY = ("Reyes", "Okonjo", "Siebold", "Varescu", "Nwosu", "Halonen")
PLACES = ("Lima", "Quito", "Tallberg")


def rows() -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for n, (given, family) in enumerate((g, f) for g in GIVEN for f in FAMILY):
        name, place = f"{given} {family}", PLACES[n % 3]
        text = f"{name} left {place} today."
        at = len(name) + 6
        made.append(
            {
                "id": str(n),
                "text": text,
                "spans": [[0, len(name), "PERSON"], [at, at + len(place), "LOC"]],
                "meta": {"source": "invented", "labelled": ["PERSON", "LOC"]},
            }
        )
    return made


@pytest.fixture
def sources(tmp_path: Path) -> TrainingSources:
    corpora = tmp_path / "corpora"
    corpora.mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in rows())
    (corpora / "invented.train.jsonl").write_text(lines, encoding="utf-8")
    (corpora / "invented.dev.jsonl").write_text("never read", encoding="utf-8")
    gold = tmp_path / "gold"
    (gold / "docs").mkdir(parents=True)
    for n, row in enumerate(rows()):
        (gold / "docs" / f"g{n}.txt").write_text(str(row["text"]), encoding="utf-8")
        name = str(row["text"]).partition(" left")[0]
        entry = {"people": [{"name": name, "mentions": [name]}], "organizations": []}
        (gold / f"g{n}.gold.json").write_text(json.dumps(entry), encoding="utf-8")
    return TrainingSources(corpora, gold, None)


def test_no_corpus_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no corpus files"):
        read_sources(TrainingSources(tmp_path, None, None))


def test_train_file_comes_before_dev_file(sources: TrainingSources) -> None:
    texts = read_sources(sources)
    assert {t.source for t in texts} == {"invented", "gold"}
    assert len(texts) == 2 * len(rows())


def test_whole_training(
    sources: TrainingSources, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    work = tmp_path / "work"
    best = train(sources, work, max_steps=4, first_steps=4)
    nlp = spacy.load(best)
    assert nlp.pipe_names == ["tok2vec", "ner"]
    counts = json.loads((work / "counts.json").read_text(encoding="utf-8"))
    held_out = counts["held-out"]["docs"]
    assert 0 < held_out < len(rows())
    assert counts["final"]["docs"] == len(rows()) + 2 * (len(rows()) - held_out)
    assert counts["final"]["misaligned"] == 0

    with caplog.at_level(logging.INFO):
        assert train(sources, work, max_steps=4, first_steps=4) == best
    assert caplog.text.count("already trained") == 2
