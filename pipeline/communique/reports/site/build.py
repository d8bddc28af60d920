"""A static site of records: an index, a page for each release, and pages on all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from communique.records.model import Record
from communique.reports.site.by_country import by_country
from communique.reports.site.digest import ReleaseDigest, digest, page_of
from communique.reports.site.drawing import can_draw
from communique.reports.site.faults import Failed, faults
from communique.reports.site.folder import SiteFolder
from communique.reports.site.index_data import agreement_rows, chunks, index_rows
from communique.reports.site.network import network
from communique.reports.site.release_page import release_page
from communique.reports.site.script import to_script
from communique.reports.site.templating import Pages
from communique.reports.site.timeline import timeline


@dataclass(frozen=True)
class SiteSummary:
    """What a site holds."""

    releases: int
    agreements: int
    failures: int
    warnings: int
    drawn: bool


def build_site(
    entries: Iterable[Record | Failed],
    folder: Path,
    *,
    title: str = "Press releases",
    overwrite: bool = False,
    on_progress: Callable[[int], None] | None = None,
) -> SiteSummary:
    """Write a site of records and of the failures among them to ``folder``.

    The same entries make the same bytes. Of the records only digests are held in memory.
    Raises ``FolderError`` and ``OSError`` as ``SiteFolder`` does.
    """
    with SiteFolder(folder, overwrite=overwrite) as site:
        pages = Pages(title)
        releases: list[ReleaseDigest] = []
        failures: list[Failed] = []
        taken: dict[str, int] = {}
        for entry in entries:
            if isinstance(entry, Failed):
                failures.append(entry)
                continue
            release = digest(entry, page_of(entry, taken))
            releases.append(release)
            site.write(f"releases/{release.page}.html", release_page(pages, entry, release))
            if on_progress is not None:
                on_progress(len(releases))
        summary = _write_overviews(site, pages, releases, failures)
        for name in ("site.css", *(f"{script}.js" for script in _SCRIPTS)):
            asset = files("communique.reports.site") / "assets" / name
            site.write(f"assets/{name}", asset.read_text(encoding="utf-8"))
    return summary


_SCRIPTS = ("theme", "site", "index", "release", "agreements", "timeline", "network")


def _write_overviews(
    site: SiteFolder, pages: Pages, releases: Sequence[ReleaseDigest], failures: Sequence[Failed]
) -> SiteSummary:
    agreements = [agreement for release in releases for agreement in release.agreements]
    lists, rows = index_rows(releases)
    data = _write_data(site, "releases", lists, rows)
    counts = {
        "releases": len(releases),
        "agreements": len(agreements),
        "people": len(lists["people"]),
        "organizations": len(lists["organizations"]),
    }
    dates = sorted(release.date for release in releases if release.date)
    years = (dates[0][:4], dates[-1][:4]) if dates else None
    site.write("index.html", pages.render("index.html", data=data, counts=counts, years=years))
    data = _write_data(site, "agreements", *agreement_rows(releases))
    line, web = timeline(agreements), network(agreements)
    drawn = can_draw()
    site.write(
        "timeline.html", pages.render("timeline.html", data=data, timeline=line, can_draw=drawn)
    )
    site.write("network.html", pages.render("network.html", data=data, network=web, can_draw=drawn))
    table = by_country(releases)
    site.write("countries.html", pages.render("countries.html", table=table, can_draw=drawn))
    found = faults(failures, releases)
    site.write("faults.html", pages.render("faults.html", faults=found))
    return SiteSummary(len(releases), len(agreements), found.failures, found.warnings, drawn=drawn)


def _write_data(
    site: SiteFolder, name: str, lists: dict[str, list[str]], rows: Sequence[list[object]]
) -> list[str]:
    """Write the scripts of some rows and return their paths; the lists come before the rows."""
    written = [f"data/{name}-lists.js"]
    site.write(written[0], to_script(f"{name}-lists", lists))
    for number, chunk in enumerate(chunks(rows)):
        written.append(f"data/{name}-{number:03}.js")
        site.write(written[-1], to_script(f"{name}-rows", chunk))
    return written
