from __future__ import annotations

import json

import pytest

from communique.records.model import Record
from communique.reports.site.by_country import by_country
from communique.reports.site.countries import countries_of
from communique.reports.site.days import first_day
from communique.reports.site.digest import digest, page_of, source_of, title_of
from communique.reports.site.faults import Failed, faults
from communique.reports.site.network import network
from communique.reports.site.script import to_script
from communique.reports.site.timeline import step_of, timeline

from .samples import EVIL, hostile, pact, several


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-05-07", "2024-05-07"),
        ("2024-05", "2024-05-01"),
        ("2024", "2024-01-01"),
        ("2024-W01", "2024-01-01"),
        ("2024-Q3", "2024-07-01"),
        ("2024-SU", "2024-06-01"),
        ("2024-05-07/2024-05-09", "2024-05-07"),
        ("2021-05/..", "2021-05-01"),
        ("2023-02-29", None),
        ("2024-W60", None),
        ("XXXX-05-07", None),
        ("P3D", None),
        ("PAST_REF", None),
        ("199", None),
        (None, None),
    ],
)
def test_the_first_day_of_a_value(value: str | None, day: str | None) -> None:
    assert first_day(value) == day


def test_data_cannot_end_its_script() -> None:
    written = to_script("x", [EVIL, "\u2028\u2029", "<!--"])
    assert not set("<>&\u2028\u2029") & set(written)
    start, end = written.index(",") + 1, written.rindex(")")
    assert json.loads(written[start:end]) == [EVIL, "\u2028\u2029", "<!--"]


def test_pages_are_named_by_ids_that_look_like_one_alone() -> None:
    taken: dict[str, int] = {}
    assert page_of(pact(), taken) == "ab/abababababababab"
    assert page_of(pact(), taken) == "ab/abababababababab-2"
    evil = page_of(hostile(), taken)
    assert ".." not in evil
    assert evil.count("/") == 1


def test_where_releases_come_from() -> None:
    def source(path: str, record: str | None = None, url: str | None = None) -> str:
        part = {"path": path, "format": "text", "sha256": "0", "record": record, "url": url}
        return source_of(pact(source=part))

    assert source("news/2024/a.txt") == "news/2024/"
    assert source("a.txt") == "a.txt"
    assert source("all.jsonl", "line 3") == "all.jsonl"
    assert source("all.jsonl", "line 3", "https://kelm.example/x") == "kelm.example"
    assert source("all.jsonl", "line 3", "http://[") == "all.jsonl"


def test_a_release_without_title_has_its_first_line() -> None:
    assert title_of(pact(title=None)) == "Harbour pact signed in Kelm"
    assert title_of(pact(title=None, text=None)) == "wire.jsonl"


def test_countries_are_those_of_bodies_places_and_datelines() -> None:
    record = pact(
        organizations=[
            {"id": "o1", "name": "x", "type": "company", "country": "Norway"},
            {"id": "o2", "name": "Republic of Kenya", "type": "place"},
            {"id": "o3", "name": "Peru", "type": "company"},  # a firm of that name
        ],
        dateline={"place": "Bogotá, Colombia and Quito, Ecuador", "date": None},
    )
    assert countries_of(record) == ["Norway", "Kenya", "Colombia", "Ecuador"]


def test_an_agreement_stands_on_its_own_day_else_on_its_releases() -> None:
    (own,) = digest(pact(), "x").agreements
    assert (own.day, own.basis) == ("2024-03-03", "agreement")
    assert own.parties == ("Tallberg Foundry", "Ministry of Harbours")

    def without_date(status: str) -> Record:
        part = {"id": "a1", "name": "x", "type": "treaty", "status": status}
        return pact(agreements=[part])

    (told,) = digest(without_date("signed"), "x").agreements
    assert (told.day, told.basis) == ("2024-03-04", "release")
    (recalled,) = digest(without_date("referenced"), "x").agreements
    assert (recalled.day, recalled.basis) == (None, None)


def test_the_timeline_counts_all_that_have_a_day() -> None:
    releases = [digest(record, "x") for record in [*several(8), pact()]]
    line = timeline(a for release in releases for a in release.agreements)
    assert line.unit == "month"
    assert sum(count.count for count in line.counts) == 9
    assert line.cell("2020-05", "treaty") == 2
    assert line.cell("2024-03", "contract") == 1
    assert line.undated == 0
    if line.chart is not None:
        assert 'href="#time=2020-05&amp;type=treaty"' in line.chart


def test_steps_of_time() -> None:
    assert step_of("2024-05-07", "quarter") == "2024-Q2"
    assert step_of("2024-05-07", "decade") == "202"


def test_the_network_counts_pairs() -> None:
    releases = [digest(record, "x") for record in several(15)]
    web = network(a for release in releases for a in release.agreements)
    assert sum(pair.count for pair in web.pairs) == 15
    assert (web.parties, web.left_out) == (8, 0)
    many = pact(
        organizations=[{"id": f"o{n}", "name": f"State {n}", "type": "place"} for n in range(13)],
        agreements=[
            {
                "id": "a1",
                "name": "x",
                "type": "treaty",
                "status": "signed",
                "parties": [f"o{n}" for n in range(13)],
            }
        ],
    )
    assert network(digest(many, "x").agreements).left_out == 1


def test_counts_by_country_and_year() -> None:
    table = by_country(digest(record, "x") for record in [*several(12), pact(organizations=[])])
    assert table.countries == ["Kenya", "Norway", "Peru"]
    assert table.releases["Norway", "2020"] == 1
    assert table.agreements_of["Norway"] == 4
    assert table.without == 1


def test_warnings_of_one_kind_are_one() -> None:
    records = [
        pact(warnings=[f"the field date holds 'day {n}', which is no day"]) for n in range(7)
    ]
    found = faults([Failed("x", None, "open", "missing")], [digest(r, "x") for r in records])
    (kind,) = found.kinds
    assert (kind.wording, kind.count) == ("the field date holds …, which is no day", 7)
    assert len(kind.examples) == 5
    assert found.stages == [("open", 1)]
