"""How long a site of many records takes to make, and its index to open.

``python -m communique.evaluation.pages RECORDS [--count N] [--site FOLDER] [--chromium PROGRAM]``

The records of RECORDS are repeated up to the count, each with an id, a title, a year and names of
its own, so that lists and filters are as long as those of as many releases. With Playwright and a
Chromium the index is opened from the disk, and a word sought in it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from communique.records.model import OrganizationRecord, PersonRecord, Record
from communique.stores.records import read_records

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

#: Names of one of the repeated records in so many are those of the original, as bodies of the
#: world come again from release to release.
_AGAIN = 4
_OPENINGS = 5
_SHOWN = "#hits[data-ready]"


def varied(source: str, count: int) -> Iterator[Record]:
    """Yield ``count`` records made of those of a file. Raises what ``read_records`` does."""
    for number, record in enumerate(islice(cycle(list(read_records(source))), count)):
        day = record.publish_date or "2020-01-01"
        again = number % _AGAIN == 0
        yield record.model_copy(
            update={
                "id": f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}",
                "title": f"{record.title or 'Release'} ({number})",
                "publish_date": f"{1990 + number % 36}{day[4:]}" if day[5:] != "02-29" else day,
                "people": record.people if again else [_person(p, number) for p in record.people],
                "organizations": record.organizations
                if again
                else [_body(body, number) for body in record.organizations],
                "source": record.source.model_copy(update={"path": f"news/{number % 40}/{number}"}),
            }
        )


def _person(person: PersonRecord, number: int) -> PersonRecord:
    return person.model_copy(update={"name": f"{person.name} {number}"})


def _body(body: OrganizationRecord, number: int) -> OrganizationRecord:
    return body.model_copy(update={"name": f"{body.name} {number}"})


def write_varied(source: str, count: int, target: Path) -> None:
    """Write those records to a file."""
    with target.open("w", encoding="utf-8") as stream:
        for record in varied(source, count):
            stream.write(record.model_dump_json() + "\n")


def timed_build(records: Path, site: Path) -> tuple[float, float]:
    """Make a site by the command, in a process of its own.

    Return its seconds, and those of a processor, which other work disturbs less.
    """
    command = [sys.executable, "-m", "communique", "report", str(records), "-o", str(site), "-q"]
    start, before = time.perf_counter(), os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
    after = os.times()
    used = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    return time.perf_counter() - start, used


@dataclass(frozen=True)
class Opened:
    """How long an index takes: seconds until its list stands, and until words are found in it.

    ``busy`` are those in which the page's own thread worked until its list stood, which other work
    on the machine disturbs less; ``busy_seeking`` those of the search.
    """

    seconds: float
    busy: float
    sought: float
    busy_seeking: float


def timed_openings(site: Path, chromium: str) -> list[Opened]:
    """Open the index several times, each in a new window without a cache, and seek in it at once."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - of the dependency group "dev"

    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for _ in range(_OPENINGS):
            page = browser.new_context().new_page()
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            start = time.perf_counter()
            page.goto((site.resolve() / "index.html").as_uri(), wait_until="commit")
            page.locator(_SHOWN).wait_for(state="attached")
            opened, busy = time.perf_counter() - start, _busy(session)
            before = page.locator("#count").inner_text()
            start = time.perf_counter()
            page.fill("#search", "harbour ministry")
            page.locator("#count").filter(has_not_text=before).wait_for()
            sought = time.perf_counter() - start
            found.append(Opened(opened, busy, sought, _busy(session) - busy))
            page.context.close()
        browser.close()
    return found


def _busy(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


def _median(openings: list[Opened], name: str) -> str:
    values = [getattr(opened, name) for opened in openings]
    return f"{statistics.median(values):.2f} s ({min(values):.2f}–{max(values):.2f})"


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main(arguments: list[str] | None = None) -> None:
    """Run the measurement and print what it found."""
    parser = argparse.ArgumentParser(prog="python -m communique.evaluation.pages")
    parser.add_argument("records")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--site", type=Path, help="where the site stays; else it is removed")
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as work:
        records = Path(work) / "records.jsonl"
        site: Path = options.site or Path(work) / "site"
        write_varied(options.records, options.count, records)
        _tell(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        seconds, used = timed_build(records, site)
        size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
        _tell(
            f"{options.count:,} records: site made in {seconds:.1f} s "
            f"({used:.1f} s of a processor), {size / 1e6:,.0f} MB"
        )
        if options.chromium:
            openings = timed_openings(site, options.chromium)
            _tell(
                f"index opened in {_median(openings, 'seconds')}, "
                f"its thread busy for {_median(openings, 'busy')}"
            )
            _tell(
                f"two words sought at once in {_median(openings, 'sought')}, "
                f"its thread busy for {_median(openings, 'busy_seeking')}"
            )
        _tell(f"load after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
