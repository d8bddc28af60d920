"""Records made up for the pages: one with all that a record holds, and one that means harm."""

from __future__ import annotations

from typing import Any

from communique.records.model import Record

TEXT = (
    "Harbour pact signed in Kelm\n"
    "\n"
    "KELM, 3 March 2024 – Marta Okonjo, Minister of Harbours, and Tallberg Foundry signed the "
    "Okonjo Pier Pact on Sunday in the presence of Jonas Vik.\n"
    "\n"
    "The Pact is worth 4 million euros. Both sides praised the Pier Pact."
)


def span(words: str, nth: int = 1, text: str = TEXT) -> dict[str, Any]:
    """Return the nth place of some words in a text."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def place(words: str, nth: int = 1, text: str = TEXT) -> dict[str, Any]:
    """Return the same without the words."""
    found = span(words, nth, text)
    return {"start": found["start"], "end": found["end"]}


def pact(**changes: object) -> Record:
    """Return a record with nested and overlapping spans, all slots and a warning."""
    values: dict[str, object] = {
        "id": "ab" * 8,
        "source": {
            "path": "wire.jsonl",
            "format": "jsonl",
            "sha256": "0" * 64,
            "record": "line 2",
            "url": "https://kelm.example/pact",
        },
        "pipeline": {"name": "communique", "version": "9", "model": "en_test-1"},
        "language": "en",
        "title": "Harbour pact signed in Kelm",
        "publish_date": "2024-03-04",
        "dateline": {"place": "KELM", "date": "2024-03-03"},
        "text": TEXT,
        "people": [
            {
                "id": "p1",
                "name": "Marta Okonjo",
                "mentions": [span("Marta Okonjo"), span("Okonjo", 2)],
                "titles": [
                    {
                        **place("Minister"),
                        "title": "Minister",
                        "organization": "o2",
                        "organization_source": "phrase",
                    }
                ],
            },
            {"id": "p2", "name": "Jonas Vik", "mentions": [span("Jonas Vik")]},
        ],
        "organizations": [
            {
                "id": "o1",
                "name": "Tallberg Foundry",
                "type": "company",
                "mentions": [span("Tallberg Foundry")],
                "country": "Norway",
            },
            {"id": "o2", "name": "Ministry of Harbours", "type": "government"},
        ],
        "agreements": [
            {
                "id": "a1",
                "name": "Okonjo Pier Pact",
                "type": "contract",
                "status": "signed",
                "date": {**place("Sunday"), "value": "2024-03-03"},
                "place": "Kelm",
                "parties": ["o1", "o2"],
                "signatories": [{"person": "p1", "on_behalf_of": "o2"}],
                "witnesses": ["p2"],
                "amounts": [span("4 million euros")],
                "mentions": [span("Okonjo Pier Pact"), span("Pier Pact", 2)],
                "evidence": [place(TEXT.split("\n\n")[1])],
                "grounds": [
                    {**place("signed", 2), "slot": "status"},
                    {**place("Tallberg Foundry signed the Okonjo"), "slot": "party", "of": "o1"},
                ],
            }
        ],
        "dates": [
            {**span("3 March 2024"), "value": "2024-03-03", "kind": "date", "precision": "day"},
            {**span("Sunday"), "value": "2024-03-03", "kind": "date", "anchor": "dateline"},
        ],
        "warnings": ["the field date holds 'Sunday', which is no day"],
    }
    return Record.model_validate({**values, **changes})


EVIL = "<script>document.title='harmed'</script></script><img src=x onerror=\"document.title='harmed'\">"


def hostile() -> Record:
    """Return a record in which every string that a release can fill tries to become code."""
    text = f"{EVIL} \u2028 {EVIL}"
    words = {"start": 0, "end": len(EVIL), "text": EVIL}
    return pact(
        id=f"../../{EVIL}",
        source={
            "path": EVIL,
            "format": EVIL,
            "sha256": EVIL,
            "record": EVIL,
            "url": "javascript:document.title='harmed'",
        },
        pipeline={"name": EVIL, "version": EVIL, "model": EVIL},
        language=f'en" onload="{EVIL}',
        title=EVIL,
        author=EVIL,
        rights=EVIL,
        dateline={"place": EVIL, "date": None},
        text=text,
        people=[
            {
                "id": EVIL,
                "name": EVIL,
                "mentions": [words],
                "titles": [{"title": EVIL, "organization_name": EVIL, "start": 2, "end": 9}],
            }
        ],
        organizations=[
            {
                "id": f"o{n}",
                "name": f"{n} {EVIL}",
                "type": "other",
                "aliases": [EVIL],
                "mentions": [words],
                "country": EVIL,
            }
            for n in (1, 2)
        ],
        agreements=[
            {
                "id": EVIL,
                "name": EVIL,
                "type": "other",
                "status": "signed",
                "date": {"value": f"2024-05{EVIL}", "start": 0, "end": 5},
                "place": EVIL,
                "parties": ["o1", "o2", "o9"],
                "mentions": [words],
                "evidence": [{"start": 0, "end": len(text)}],
            }
        ],
        dates=[{**words, "value": EVIL, "kind": "date"}],
        warnings=[EVIL],
    )


def several(count: int) -> list[Record]:
    """Return records of several years, countries and parties, each with its own text."""
    countries = ["Norway", "Kenya", "Peru"]
    found = []
    for number in range(count):
        year, country = 2020 + number % 4, countries[number % 3]
        title = f"Report {number} from {country}"
        text = f"{title}\n\nThe Board of {country} met on 5 May {year}."
        found.append(
            pact(
                id=f"{number:016x}",
                title=title,
                text=text,
                publish_date=f"{year}-05-06",
                people=[],
                organizations=[
                    {
                        "id": "o1",
                        "name": f"Board of {country}",
                        "type": "government",
                        "country": country,
                    },
                    {"id": "o2", "name": f"Port {number % 5}", "type": "company"},
                ],
                agreements=[
                    {
                        "id": "a1",
                        "name": f"Treaty {number}",
                        "type": "treaty",
                        "status": "announced",
                        "parties": ["o1", "o2"],
                    }
                ],
                dates=[],
                warnings=[],
                language=None,
                source={"path": f"news/{number}.txt", "format": "text", "sha256": "0" * 64},
            )
        )
    return found
