"""Raw texts for word vectors, and the vectors themselves where floret is installed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import spacy

from communique.training.vectors import WIDTH, read_texts, train_vectors, write_tokens


def test_texts_of_all_kinds_of_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One&amp;two", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"title": "T", "text": "three"}\n', encoding="utf-8")
    with gzip.open(tmp_path / "c.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write('{"text": "four"}\n')
    texts = list(read_texts(sorted(tmp_path.iterdir())))
    assert texts == ["One&two", "T\n\nthree", "\n\nfour"]


@pytest.mark.parametrize("line", ['{"title": "no text"}', "[1]", "{broken"])
def test_a_row_without_text_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps({"text": "good"}) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.jsonl:2"):
        list(read_texts([path]))


def test_tokens_are_those_of_the_pipeline(tmp_path: Path) -> None:
    count = write_tokens(['The "Belt"(BRI) was signed.\nToo short\n'], tmp_path / "tokens.txt")
    written = (tmp_path / "tokens.txt").read_text(encoding="utf-8")
    assert written == 'The " Belt " ( BRI ) was signed .\n'
    assert count == len(written.split())


def test_vectors_of_words_never_seen(tmp_path: Path) -> None:
    pytest.importorskip("floret", reason="floret is an extra")
    texts = ["the harbour of the city was opened by the mayor of the city\n"] * 50
    folder = train_vectors(texts, tmp_path, epochs=1, threads=1)
    nlp = spacy.load(folder)
    assert nlp.vocab.vectors_length == WIDTH
    assert nlp.vocab["harbourside"].vector.any()
