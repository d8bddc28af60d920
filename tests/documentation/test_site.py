"""The site of the documentation: builds without a warning, offline, and links lead where they should."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from communique.documentation.site_links import address, turned


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder of the built site, and what was said of it."""
    folder = tmp_path_factory.mktemp("site")
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        root = Path(__file__).parents[2]
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(folder)))
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return folder, said


def test_the_site_builds_without_a_warning(site: tuple[Path, list[str]]) -> None:
    folder, said = site
    assert said == []
    assert (folder / "index.html").is_file()


def test_nothing_on_the_site_is_fetched_from_elsewhere(site: tuple[Path, list[str]]) -> None:
    folder, _ = site
    fetched = re.compile(r'<(?:script|img|link)[^>]+(?:src|href)="?(https?://[^"\s>]+)')
    for page in folder.rglob("*.html"):
        assert fetched.findall(page.read_text(encoding="utf-8")) == [], page


def test_bars_in_cells_have_no_backslash(site: tuple[Path, list[str]]) -> None:
    page = (site[0] / "cli.html").read_text(encoding="utf-8")
    assert "<code>PATH|NAME</code>" in page


def test_files_of_the_repository_are_on_the_site(site: tuple[Path, list[str]]) -> None:
    folder, _ = site
    page = (folder / "annotations.html").read_text(encoding="utf-8")
    assert 'href="repository/corpus/GUIDELINES.html"' in page
    assert (folder / "repository" / "corpus" / "GUIDELINES.html").is_file()
    weights = folder / "repository/pipeline/communique/lexicon/resolution/weights.toml.html"
    assert "weights.toml" in weights.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("here", "written", "on_the_site"),
    [
        ("dates.md", "[a](record.md#dates)", "[a](record.md#dates)"),
        ("dates.md", "[a](../README.md)", "[a](index.md)"),
        ("dates.md", "[a](../corpus/README.md#x)", "[a](repository/corpus/README.md#x)"),
        ("dates.md", "[a](../a/b.toml)", "[a](repository/a/b.toml.md)"),
        ("index.md", "![a](docs/images/a.svg)", "![a](images/a.svg)"),
        ("repository/models/README.md", "[a](../docs/dates.md)", "[a](../../dates.md)"),
        ("dates.md", "[a](https://example.org/x.md)", "[a](https://example.org/x.md)"),
        ("dates.md", "[a](#x)", "[a](#x)"),
        ("dates.md", "`[a](../README.md)`", "`[a](../README.md)`"),
        ("dates.md", "```\n[a](../README.md)\n```", "```\n[a](../README.md)\n```"),
    ],
)
def test_links_of_the_repository_become_links_of_the_site(
    here: str, written: str, on_the_site: str
) -> None:
    assert turned(written, here) == on_the_site


def test_texts_that_are_no_markdown_become_pages() -> None:
    assert address("README.md") == "index.md"
    assert address("seeds/a.txt") == "repository/seeds/a.txt.md"
