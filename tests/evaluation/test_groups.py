from __future__ import annotations

from pathlib import Path

import pytest

from communique.evaluation.groups import group, read_metadata

TABLE = "id\tgenre\tregion\n1\tcity\tnorth\n2\tcourt\t\n"
EXPECTED = {"1": {"genre": "city", "region": "north"}, "2": {"genre": "court", "region": ""}}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("metadata.tsv", TABLE),
        (
            "metadata.json",
            '[{"id": 1, "genre": "city", "region": "north"}, {"id": "2", "genre": "court"}]',
        ),
        (
            "metadata.json",
            '{"1": {"genre": "city", "region": "north"}, "2": {"genre": "court", "region": null}}',
        ),
        (
            "sources.jsonl",
            '{"id": "1", "genre": "city", "region": ["north"]}\n\n{"id": "2", "genre": "court"}',
        ),
    ],
)
def test_what_is_told_of_releases(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    for told in (read_metadata(tmp_path), read_metadata(Path("elsewhere"), tmp_path / name)):
        assert group(["1", "2"], told, "genre") == {"city": ["1"], "court": ["2"]}
        assert group(["1", "2"], told, "region") == {"(none)": ["2"], "north": ["1"]}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("metadata.tsv", "name\tgenre\n1\tcity\n", r"metadata\.tsv:1: the head has no column id"),
        ("metadata.tsv", "id\tgenre\n1\n", r"metadata\.tsv:2: 1 columns, not 2"),
        ("metadata.tsv", "id\tgenre\n\tcity\n", r"metadata\.tsv:2: there is no id"),
        ("metadata.json", "[1]", r"metadata\.json: there is no id"),
        ("metadata.json", "3", r"metadata\.json: neither a list"),
        ("sources.jsonl", "{", r"sources\.jsonl: no JSON"),
    ],
)
def test_what_is_in_another_form(tmp_path: Path, name: str, content: str, said: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        read_metadata(tmp_path)


def test_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing is told of its releases"):
        read_metadata(tmp_path)


def test_groups_are_in_the_order_of_their_names() -> None:
    assert group(["2", "1", "3"], EXPECTED, "region") == {"(none)": ["2", "3"], "north": ["1"]}
    with pytest.raises(ValueError, match=r"nothing tells 'source' of .* genre, region"):
        group(["1"], EXPECTED, "source")
