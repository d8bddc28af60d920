"""One site, and one browser, for all tests of pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.reports.site.build import build_site
from communique.reports.site.faults import Failed
from communique.stores.records import read_records

from .browser import chromium
from .samples import hostile, pact, several

SAMPLE = Path(__file__).parents[2] / "outputs" / "sample.jsonl"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the seed, a record with everything, a hostile one and sixty more."""
    folder = tmp_path_factory.mktemp("site")
    failed = Failed("two.jsonl", "line 2", "parse", "invalid JSON: <b>")
    build_site([*read_records(SAMPLE), pact(), hostile(), *several(60), failed], folder)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A browser without a window; skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Any, site: Path) -> Iterator[Any]:
    """Open a page of the site; at the end, nothing may have gone wrong or to the network."""
    contexts = []
    wrong: list[str] = []

    def open_it(path: str = "index.html", **options: Any) -> Any:
        options = {"viewport": {"width": 1200, "height": 800}, "reduced_motion": "reduce"} | options
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None
        )
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((site.as_uri(), "data:"))
                else wrong.append(request.url)
            ),
        )
        page.goto(f"{site.as_uri()}/{path}")
        return page

    open_it.wrong = wrong  # type: ignore[attr-defined]
    yield open_it
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def pact_page(site: Path) -> str:
    """The path of the page of the record with everything."""
    return "releases/ab/abababababababab.html"


@pytest.fixture(scope="session")
def hostile_page(site: Path) -> str:
    """The path of the hostile record's page."""
    ours = next(p for p in site.glob("releases/*/*.html") if "harmed" in p.read_text("utf-8"))
    return str(ours.relative_to(site))
