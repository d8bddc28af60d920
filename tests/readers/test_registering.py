"""Formats of other packages, by an entry point, and the table of this package's own."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.readers import Release, read
from communique.readers.formats import BUILT_IN, extensions, formats
from communique.readers.registry import taken

PACKAGE = """
from communique.readers.building import build
from communique.readers.formats import Format
from communique.readers.source import read_whole

def read_shout(source, options):
    data = read_whole(source, options)
    yield build(source, "shout", data, data.decode().lower(), options, title="Shouted")

SHOUT = Format(
    name="shout", title="releases in capitals", reader=read_shout, extensions=(".shout",),
    recognises=lambda head: head.startswith(b"SHOUT"),
)
TAKEN = Format(name="html", title="another", reader=read_shout, extensions=(".html",))
NONE = object()
"""
METADATA = "Metadata-Version: 2.1\nName: shouts\nVersion: 1.0\n"
ENTRIES = """[communique.readers]
shout = shouts:SHOUT
taken = shouts:TAKEN
none = shouts:NONE
gone = shouts_no_more:SHOUT
"""


@pytest.fixture
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package with entry points, as pip would leave it."""
    (tmp_path / "shouts.py").write_text(PACKAGE)
    info = tmp_path / "shouts-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(METADATA)
    (info / "entry_points.txt").write_text(ENTRIES)
    monkeypatch.syspath_prepend(str(tmp_path))
    formats.cache_clear()
    extensions.cache_clear()
    yield
    sys.modules.pop("shouts", None)
    formats.cache_clear()
    extensions.cache_clear()


@pytest.mark.usefixtures("_installed")
@pytest.mark.filterwarnings("ignore:reader shouts")
def test_a_reader_of_another_package_is_found_by_name_extension_and_content() -> None:
    assert taken("a.shout.gz")
    for name, fmt in (("a.shout", None), ("a", "shout"), ("a.unknown", None)):
        (release,) = read(b"SHOUT: VELM SIGNED.", name=name, format=fmt)
        assert isinstance(release, Release)
        assert (release.text, release.title) == ("shout: velm signed.", "Shouted")
        assert release.source.format == "shout"


@pytest.mark.usefixtures("_installed")
def test_what_cannot_be_registered_is_left_out_with_a_warning() -> None:
    with pytest.warns(UserWarning, match="reader shouts") as told:
        assert formats()["html"].title == "HTML"
    messages = sorted(str(one.message) for one in told)
    assert [message.partition(" cannot")[0] for message in messages] == [
        "reader shouts:NONE is no Format and is left out",
        "reader shouts:TAKEN has a name that is taken and is left out",
        "reader shouts_no_more:SHOUT",
    ]


@pytest.mark.parametrize("fmt", BUILT_IN, ids=lambda fmt: fmt.name)
def test_every_reader_of_the_table_is_there(fmt: object) -> None:
    assert callable(fmt.load())  # type: ignore[attr-defined]


def test_extensions_are_those_of_one_format() -> None:
    named = [extension for fmt in BUILT_IN for extension in fmt.extensions]
    assert len(named) == len(set(named))
    assert all(name.startswith(".") and name == name.lower() for name in named)


def test_the_extras_are_those_of_the_project_and_together_in_one(repository: Path) -> None:
    with (repository / "pyproject.toml").open("rb") as stream:
        extras = tomllib.load(stream)["project"]["optional-dependencies"]
    needed = {fmt.extra for fmt in BUILT_IN if fmt.extra} | {"zstd"}
    assert needed <= set(extras)
    assert sorted(extras["all-formats"]) == sorted(line for name in needed for line in extras[name])
