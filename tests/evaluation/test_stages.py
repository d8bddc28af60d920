"""The stages are timed over real releases; how long they take, no test says."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.evaluation import stages
from communique.evaluation.speed import spacys_small


def test_the_table_has_every_stage_and_both_of_spacys(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = tmp_path / "seconds.json"
    stages.main([str(repository / "seeds"), "--turns", "1", "--json", str(written)])
    out = capsys.readouterr().out
    for stage in ("read", "tokenize", "ner", "titles", "agreements", "assemble", "write", "whole"):
        assert f"\n{stage} " in f"\n{out}"
    assert "times as fast as spaCy tok2vec, ner " in out
    assert "times as fast as spaCy tok2vec, tagger, parser, ner " in out
    assert '"whole": [' in written.read_text(encoding="utf-8")


def test_shares_and_ratios() -> None:
    lines = stages.table(
        {"ner": [1.0], "titles": [2.0], "write": [1.0], "whole": [4.0], "spaCy x": [8.0]}
    )
    assert lines[1].split() == ["titles", "2.00", "s", "50.0", "%"]
    assert lines[-2].split() == [
        *["rules,", "assembly", "and", "writing"],
        "3.00",
        "s",
        "75.0",
        "%",
    ]
    assert lines[-1].split() == [*["times", "as", "fast", "as", "spaCy", "x"], "2.00"]


def test_the_parsing_pipeline_parses() -> None:
    nlp = spacys_small(["PERSON", "ORG"], parser=True)
    doc = nlp("Ana left Lima.")
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "ner"]
    assert doc.has_annotation("DEP")
    assert len(nlp.get_pipe("parser").labels) > 40
