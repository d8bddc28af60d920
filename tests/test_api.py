from __future__ import annotations

import dataclasses
import datetime as dt
import inspect
import re
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


def test_dates_of_any_text_need_no_pipeline() -> None:
    text = "On May 7 the ports signed; the next day it rained."
    found = communique.dates(text, anchor="2024-06-05")
    assert [(d.text, d.value, d.anchor) for d in found] == [
        ("May 7", "2024-05-07", "publish_date"),
        ("next day", "2024-05-08", "previous_date"),
    ]
    assert all(text[d.start : d.end] == d.text for d in found)
    assert found == communique.dates(text, anchor=dt.date(2024, 6, 5))
    assert communique.dates(text)[0] == communique.DateMention(
        3, 8, "May 7", "XXXX-05-07", "date", "day"
    )


def test_an_ambiguous_date_is_marked() -> None:
    (found,) = communique.dates("Filed 07/05/2024.")
    assert (found.value, found.ambiguous) == ("2024-07-05", True)
    assert not communique.dates("Filed 25/05/2024.")[0].ambiguous


def test_dates_refuse_an_anchor_that_is_no_day() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        communique.dates("today", anchor="2024-02-30x")


def sections(page: Path) -> dict[str, str]:
    """Return the text of each section of a page by its title."""
    parts = re.split(r"^## ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    titles_and_texts = (part.partition("\n") for part in parts)
    return {title.replace("\\", ""): text for title, _, text in titles_and_texts}


def test_the_page_has_what_is_offered_and_nothing_else(repository: Path) -> None:
    assert sorted(sections(repository / "docs" / "api.md")) == sorted(communique.__all__)


@pytest.mark.parametrize("name", communique.__all__)
def test_the_page_has_every_argument_and_field(name: str, repository: Path) -> None:
    text = sections(repository / "docs" / "api.md")[name]
    offered = getattr(communique, name)
    if inspect.isfunction(offered):
        parameters = inspect.signature(offered).parameters.values()
        plain = inspect.Signature([p.replace(annotation=p.empty) for p in parameters])
        assert text.strip().startswith(f"`{name}{plain}`")
    elif dataclasses.is_dataclass(offered):
        fields = {field.name for field in dataclasses.fields(offered)}
        assert fields <= set(re.findall(r"`(\w+)`", text))


@pytest.mark.parametrize("name", [n for n in communique.__all__ if n != "__version__"])
def test_what_is_offered_is_described_where_it_is_made(name: str) -> None:
    offered = getattr(communique, name)
    described = inspect.getdoc(offered)
    assert described
    if inspect.isfunction(offered):
        assert "Raises ``" in described
