"""Resolution: the same on both databases, in any order, again and again, and back."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from communique.resolution.explaining import entity_of, why
from communique.resolution.resolving import resolve, undo
from communique.resolution.rules import RulesError, read_rules
from communique.stores.sql import schema
from communique.stores.sql.engine import DatabaseError, open_engine
from communique.stores.sql.loading import load
from communique.stores.sql.questions import Asked, ask

from .samples import dump, values, write_lines

Titled = tuple[str, str, str | None]


def release(
    text: str, people: Iterable[Titled] = (), bodies: Iterable[tuple[str, ...]] = (), **more: Any
) -> dict[str, Any]:
    """Return the JSON of a record; bodies are name, type and aliases, titles are held at names."""
    found = {name: f"o{number}" for number, (name, *_) in enumerate(bodies, 1)}
    return values(
        text,
        people=[
            {
                "id": f"p{number}",
                "name": name,
                "mentions": [],
                "titles": [
                    {
                        "title": title,
                        "organization": found.get(body or ""),
                        "organization_name": body,
                        "start": 0,
                        "end": 1,
                    }
                ],
            }
            for number, (name, title, body) in enumerate(people, 1)
        ],
        organizations=[
            {"id": found[name], "name": name, "type": kind, "aliases": list(aliases)}
            for name, kind, *aliases in bodies
        ],
        agreements=[],
        dates=[],
        **more,
    )


EDUCATION = ("Ministry of Education", "government")
RELEASES = [
    release(
        "Zambia opens a school.",
        [("Chanda Mulenga", "Minister of Education", "Zambia")],
        [EDUCATION, ("Hallgren Instruments AB", "company", "Hallgren", "Company")],
        publish_date="2024-01-01",
    ),
    release(
        "Zambia closes a school.",
        [("Mulenga, Chanda", "Minister of Education", "Zambia")],
        [("Ministry of Education of Zambia", "government"), ("Hallgren Instruments", "company")],
        publish_date="2024-02-01",
    ),
    release(
        "Malawi opens a school.",
        [("Chikondi Mulenga", "Minister of Education", "Malawi")],
        [EDUCATION, ("Hallgren Timber AB", "company", "Company")],
        publish_date="2024-03-01",
    ),
    release(
        "Malawi and its schools.",
        [("C. Mulenga", "Minister of Education", "Malawi")],
        [EDUCATION, ("Board of Directors", "company")],
        publish_date="2024-04-01",
    ),
    release(
        "Nobody says where this is.",
        [("Chanda Mulenga", "Clerk", None)],
        [EDUCATION, ("Board of Directors", "company")],
        publish_date="2024-05-01",
    ),
]


@pytest.fixture
def loaded(db: str, tmp_path: Path) -> str:
    load([write_lines(tmp_path / "records.jsonl", RELEASES)], db)
    return db


def clusters(db: str) -> dict[str, list[str]]:
    """Return the members of each entity, as the days and names of their releases."""
    found: dict[str, list[str]] = {}
    engine = open_engine(db)
    with engine.begin() as connection:
        for table, members in (
            (schema.people, schema.entity_people),
            (schema.organizations, schema.entity_organizations),
        ):
            own = list(table.primary_key)[1].name
            query = (
                select(members.c.entity, schema.releases.c.publish_date, table.c.name)
                .join(schema.releases, schema.releases.c.release == members.c.release)
                .join(
                    table,
                    (table.c.release == members.c.release) & (table.c[own] == members.c[own]),
                )
            )
            for entity, day, name in connection.execute(query):
                found.setdefault(entity, []).append(f"{day.month if day else 0} {name}")
    engine.dispose()
    return {entity: sorted(members) for entity, members in found.items()}


def resolved(db: str) -> dict[str, list[tuple[Any, ...]]]:
    return dump(db, schema.RESOLVED)


def test_the_same_are_joined_and_the_like_are_not(loaded: str) -> None:
    done = resolve(loaded)
    assert sorted(clusters(loaded).values()) == [
        ["1 Chanda Mulenga", "2 Mulenga, Chanda"],
        ["1 Hallgren Instruments AB", "2 Hallgren Instruments"],
        ["1 Ministry of Education", "2 Ministry of Education of Zambia"],
        ["3 Chikondi Mulenga", "4 C. Mulenga"],
        ["3 Ministry of Education", "4 Ministry of Education"],
    ]
    assert (done.entities, done.members, done.profiles) == (5, 10, 15)


def test_again_and_in_another_order_is_the_same(loaded: str, db: str, tmp_path: Path) -> None:
    before = dump(loaded)
    resolve(loaded)
    rows = resolved(loaded)
    resolve(loaded)
    assert resolved(loaded) == rows
    assert dump(loaded) == before
    for seed in range(3):
        shuffled = random.Random(seed).sample(RELEASES, len(RELEASES))
        other = str(tmp_path / f"{seed}.db")
        load([write_lines(tmp_path / f"{seed}.jsonl", shuffled)], other)
        resolve(other)
        assert clusters(other) == clusters(loaded)


def test_an_entity_keeps_its_id_when_more_comes_in(loaded: str, tmp_path: Path) -> None:
    resolve(loaded)
    before = clusters(loaded)
    earlier = release(
        "Zambia before.",
        [("Chanda Mulenga", "Minister of Education", "Zambia")],
        [EDUCATION],
        publish_date="2023-12-01",
    )
    load([write_lines(tmp_path / "more.jsonl", [earlier])], loaded)
    resolve(loaded)
    after = clusters(loaded)
    assert before.keys() == after.keys()
    grown = {entity for entity in after if after[entity] != before[entity]}
    assert {before[entity][0] for entity in grown} == {
        "1 Chanda Mulenga",
        "1 Ministry of Education",
    }


def test_two_entities_that_become_one_keep_the_older_id(loaded: str, tmp_path: Path) -> None:
    apart = tmp_path / "rules.tsv"
    apart.write_text("apart\tHallgren Instruments AB\tHallgren Instruments\n", encoding="utf-8")
    late = release("Late.", bodies=[("Hallgren Instruments", "company")], publish_date="2023-01-01")
    load([write_lines(tmp_path / "more.jsonl", [late])], loaded)
    resolve(loaded, read_rules(apart))
    (first,) = (entity for entity, names in clusters(loaded).items() if "2 Hallgren" in names[1])
    resolve(loaded)
    joined = [entity for entity, names in clusters(loaded).items() if len(names) == 3]
    assert joined == [first]


def test_rules_come_first(loaded: str, tmp_path: Path) -> None:
    resolve(loaded)
    zambian = next(e for e, n in clusters(loaded).items() if n[0] == "1 Ministry of Education")
    rules = tmp_path / "rules.csv"
    rules.write_text(
        "# ours\n"
        'join,"Hallgren Instruments AB",Hallgren Timber AB\n'
        'apart,"Mulenga, Chanda",Chanda Mulenga\n'
        f"apart,{zambian},Ministry of Education of Zambia\n"
        "join,Nobody,Board of Directors\n",
        encoding="utf-8",
    )
    done = resolve(loaded, read_rules(rules))
    found = sorted(clusters(loaded).values())
    assert ["1 Hallgren Instruments AB", "2 Hallgren Instruments", "3 Hallgren Timber AB"] in found
    assert ["4 Board of Directors", "5 Board of Directors"] in found
    assert not any("2 Mulenga, Chanda" in names for names in found)
    assert not any("2 Ministry of Education of Zambia" in names for names in found)
    assert done.unmet == [f"{rules}, line 5: nothing is called Nobody"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("join\tA\n", "line 1: a rule is join or apart, and two entities"),
        ("\n\nmerge\tA\tB\n", "line 3: a rule is"),
        (
            (
                "join\tHallgren Instruments\tHallgren Timber AB\n"
                "join\tHallgren Timber AB\tHallgren Instruments AB\n"
                "apart\tHallgren Instruments AB\tHallgren Instruments\n"
            ),
            "line 3: keeps apart Hallgren Instruments AB and Hallgren Instruments, against",
        ),
    ],
)
def test_rules_that_are_none_or_contradict_name_their_line(
    loaded: str, tmp_path: Path, lines: str, said: str
) -> None:
    rules = tmp_path / "rules.tsv"
    rules.write_text(lines, encoding="utf-8")
    with pytest.raises(RulesError, match=said) as caught:
        resolve(loaded, read_rules(rules))
    assert str(rules) in str(caught.value)
    assert resolved(loaded)["entities"] == []


def test_all_can_be_undone(loaded: str) -> None:
    before = dump(loaded)
    resolve(loaded)
    assert undo(loaded) == 5
    assert dump(loaded) == before
    assert not any(resolved(loaded).values())


def test_a_changed_record_leaves_its_entity_until_it_is_resolved_again(
    loaded: str, tmp_path: Path
) -> None:
    resolve(loaded)
    before = clusters(loaded)
    changed = {**RELEASES[0], "title": "Another title"}
    load([write_lines(tmp_path / "changed.jsonl", [changed])], loaded)
    assert sorted(map(len, clusters(loaded).values())) == [1, 1, 1, 2, 2]
    resolve(loaded)
    assert clusters(loaded) == before


def test_reasons_are_told(loaded: str) -> None:
    resolve(loaded)
    engine = open_engine(loaded)
    with engine.begin() as connection:
        person = next(e for e, n in clusters(loaded).items() if n[0] == "1 Chanda Mulenga")
        entity = entity_of(connection, person)
        first, second = entity.members
        assert (first.joined_to, second.joined_to) == (None, first.reference)
        assert second.points is not None
        assert second.points >= 7
        assert "title_and_country +5.0" in (second.reasons or "")
        assert entity_of(connection, second.reference) == entity
        malawian = next(e for e, n in clusters(loaded).items() if n[0] == "3 Chikondi Mulenga")
        assert why(connection, person, malawian).contradiction == "names that are not one person's"
        assert why(connection, person, second.reference).points == second.points
        with pytest.raises(DatabaseError, match="nothing that the database holds"):
            entity_of(connection, "0000000000000000-p1")
    engine.dispose()


def test_questions_are_answered_by_entities(loaded: str) -> None:
    def offices(name: str) -> list[tuple[Any, ...]]:
        engine = open_engine(loaded)
        with engine.begin() as connection:
            rows = ask(connection, "offices", Asked(name)).rows
        engine.dispose()
        return [(row[0], row[1], row[6]) for row in rows]

    assert len(offices("chikondi")) == 1
    resolve(loaded)
    assert offices("chikondi") == [("Chikondi Mulenga", "Minister of Education", 2)]


def test_no_database_is_made(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="there is no database"):
        resolve(str(tmp_path / "none.db"))
    assert list(tmp_path.iterdir()) == []
