from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from communique.reports.site import drawing
from communique.reports.site.build import build_site
from communique.reports.site.faults import Failed

from .samples import hostile, pact, several


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_same_records_make_the_same_bytes(tmp_path: Path) -> None:
    entries = [pact(), hostile(), *several(3), Failed("x.txt", None, "open", "missing")]
    for name in ("one", "two"):
        build_site(entries, tmp_path / name)
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_pages_load_nothing_from_elsewhere_and_lead_somewhere(tmp_path: Path) -> None:
    build_site([pact(), *several(3)], tmp_path)
    for page in tmp_path.rglob("*.html"):
        tree = html.parse(str(page))
        ids = set(tree.xpath("//@id"))
        assert len(ids) == len(tree.xpath("//@id")), page
        assert not tree.xpath("//@style | //script[not(@src)]"), page
        for target in tree.xpath("//link/@href | //script/@src | //a/@href"):
            if target.startswith(("data:", "https://kelm.example/")):
                continue
            path, _, anchor = target.partition("#")
            assert not path or (page.parent / path).is_file(), (page, target)
            if not path and "=" not in anchor:
                assert anchor in ids, (page, target)


def test_without_the_extra_tables_stand_for_drawings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "_vega", lambda: None)
    assert build_site([pact(), *several(3)], tmp_path).drawn is False
    for name in ("timeline", "network", "countries"):
        page = (tmp_path / f"{name}.html").read_text(encoding="utf-8")
        assert "communique[plots]" in page
        assert "<table" in page
        assert not re.search(r"<details class=\"as-table\">", page)


def test_nothing_makes_empty_pages(tmp_path: Path) -> None:
    summary = build_site([], tmp_path)
    assert (summary.releases, summary.agreements) == (0, 0)
    assert "No agreement here" in (tmp_path / "network.html").read_text(encoding="utf-8")


def test_a_record_without_text_says_so(tmp_path: Path) -> None:
    build_site([pact(text=None)], tmp_path)
    (page,) = tmp_path.glob("releases/*/*.html")
    text = page.read_text(encoding="utf-8")
    assert "written without its text" in text
    assert 'href="#s' not in text
