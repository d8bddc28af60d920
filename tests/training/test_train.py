"""A whole training, tiny, on invented annotations."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import spacy

from communique.components.tagger.tags import NAMES
from communique.training.corpora import LABELS, PHRASE_LABELS, AnnotatedText
from communique.training.options import TrainingOptions
from communique.training.silver import read_silver
from communique.training.sources import TrainingSources, is_held_out, read_sources, split_sources
from communique.training.train import train, train_on

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
    marked = tmp_path / "marked"
    marked.mkdir()
    released = [
        f"=== m{n} | Peru | visit\n<T>Mayor</T> <P>{given} {family}</P> left <G>Lima</G>.\n\n"
        for n, (given, family) in enumerate((g, f) for g in GIVEN for f in FAMILY)
    ]
    (marked / "a.txt").write_text("".join(released), encoding="utf-8")
    return TrainingSources(corpora, gold, marked)


def test_no_corpus_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no corpus files"):
        read_sources(TrainingSources(tmp_path))


def test_train_file_comes_before_dev_file(sources: TrainingSources) -> None:
    texts = read_sources(sources)
    assert {t.source for t in texts} == {"invented", "gold", "marked"}
    assert len(texts) == 3 * len(rows())


def test_a_tenth_of_the_releases_is_held_out(sources: TrainingSources) -> None:
    split = split_sources(sources)
    assert {t.source for t in split.held_out} == {"gold", "marked"}
    assert not any(map(is_held_out, split.training))
    assert len(split.training) + len(split.held_out) == 3 * len(rows())


SHORT = TrainingOptions(max_steps=4, anneal_steps=4)


def test_whole_training(
    sources: TrainingSources, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    work = tmp_path / "work"
    best = train(sources, work, SHORT)
    nlp = spacy.load(best)
    assert nlp.pipe_names == ["ner"]
    counts = json.loads((work / "counts.json").read_text(encoding="utf-8"))
    held_out = [is_held_out(text) for text in read_sources(sources)]
    gold = [text for text in split_sources(sources).training if text.source == "gold"]
    assert 0 < counts["held-out"] == sum(held_out)
    assert counts["train"] == len(held_out) - sum(held_out) + len(gold)

    with caplog.at_level(logging.INFO):
        assert train(sources, work, SHORT) == best
    assert caplog.text.count("already trained") == 2

    releases = TrainingSources(None, sources.gold)
    further = train_on(best, releases, tmp_path / "further", replace(SHORT, max_steps=12))
    assert spacy.load(further).pipe_names == ["ner"]
    trained = [spacy.load(folder).get_pipe("ner").model.to_bytes() for folder in (best, further)]
    assert trained[0] != trained[1]


def test_a_model_is_trained_on_only_where_a_release_can_choose_the_step(
    sources: TrainingSources, tmp_path: Path
) -> None:
    assert sources.gold is not None
    for text in split_sources(TrainingSources(None, sources.gold)).held_out:
        (sources.gold / f"{text.id}.gold.json").unlink()
    with pytest.raises(ValueError, match="too few releases"):
        train_on(tmp_path, TrainingSources(None, sources.gold), tmp_path / "work", SHORT)


def test_a_teacher_needs_raw_texts(sources: TrainingSources, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="need raw texts"):
        train(sources, tmp_path / "work", TrainingOptions(teacher=True))


def test_the_student_learns_from_silver(
    sources: TrainingSources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stages around the teacher, with rules in its place."""
    event = NAMES.tags.index("B-EVENT")

    class Rules:
        def label(self, texts: Iterable[tuple[str, str]]) -> Iterator[AnnotatedText]:
            for name, text in texts:
                spans = [(m.start(), m.end(), "LOC") for m in re.finditer("Tallberg|Quito", text)]
                soft = tuple((i, event, 1000) for i, w in enumerate(text.split()) if w == "left")
                labels = frozenset({*LABELS, *PHRASE_LABELS})
                yield AnnotatedText(name, "silver", text, tuple(sorted(spans)), labels, soft)

    monkeypatch.setattr("communique.training.train.teachers_label", lambda *_: Rules().label)
    raw = [f"Nobody of note left for Quito in {year}, they say in Lima." for year in range(40)]
    options = replace(SHORT, max_steps=60, teacher=True, silver_words=200, pretrain_epochs=1)
    work = tmp_path / "work"
    nlp = spacy.load(train(sources, work, options, lambda: raw))
    (event_found,) = [
        e for e in nlp("Nobody of note left for Quito in 7.").ents if e.text == "left"
    ]
    assert event_found.label_ == "EVENT"
    silver = read_silver(work / "silver.jsonl")
    assert len(silver) >= 200 // 12
    assert all(text.text[s:e] == "Quito" for text in silver for s, e, _ in text.spans)
    assert (work / "pretrained" / "model0.bin").exists()
