from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

import communique


def test_a_text_becomes_a_record(ruled_model: str, release_text: str) -> None:
    nlp = communique.load(ruled_model)
    record = communique.extract(release_text.replace("\n", "\r\n"), nlp=nlp, title="A pier")
    assert record.text == release_text
    assert record.title == "A pier"
    assert record.pipeline.model == "en_ruled-1.0.0"
    assert record.pipeline.version == version("communique")
    again = communique.extract(release_text, nlp=nlp, title="A pier")
    assert again.id == record.id
    assert again.people == record.people


@pytest.mark.parametrize(
    ("text", "day", "message"),
    [("", None, "no text"), (" \n", None, "no text"), ("x", "2024-06-31", "no day")],
)
def test_what_makes_no_record(ruled_model: str, text: str, day: str | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        communique.extract(text, nlp=communique.load(ruled_model), publish_date=day)


def test_files_are_read_and_analysed_one_by_one(
    ruled_model: str, release_text: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.txt"
    path.write_text(release_text, encoding="utf-8")
    nlp = communique.load(ruled_model)
    (release,) = communique.read(path)
    assert isinstance(release, communique.Release)
    assert communique.analyse(nlp, release).source.path == str(path)
    (failure,) = communique.read(tmp_path / "missing.txt")
    assert isinstance(failure, communique.ReadFailure)


def test_everything_offered_is_there() -> None:
    assert communique.__version__ == version("communique")
    for name in communique.__all__:
        assert getattr(communique, name) is not None
        assert name in dir(communique)
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        communique.nothing_of_the_kind  # noqa: B018
