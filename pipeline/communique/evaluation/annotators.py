"""How far two annotators of the same releases agree.

``python -m communique.evaluation.annotators FIRST SECOND`` takes the releases that both folders have
annotated (``FIRST/docs`` holds the texts), the second as if it were what a program found in them,
and prints precision, recall and F1 of the second against the first. Entities and dates have the same
F1 when the two change places; titles and slots nearly so, since a title whose organization the first
leaves open is not asked for it, and names are called as the first calls them. No figure corrects for
chance: of names and titles in a text there is no number of places where nothing was marked.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.evaluation.gold import (
    GoldAgreement,
    GoldPerson,
    GoldRelease,
    occurrences,
    read_annotations,
    read_gold,
)
from communique.evaluation.matching import normal_form
from communique.evaluation.scoring import Score, add_scores, score_release
from communique.records.model import (
    AgreementDateRecord,
    AgreementRecord,
    DateRecord,
    OrganizationRecord,
    PersonRecord,
    PipelineRecord,
    Record,
    SignatoryRecord,
    SourceRecord,
    SpanText,
    TitleRecord,
)

#: Stands for "no offsets are told": annotations name surface strings, not places.
_NOWHERE = (0, 0)


def compare_annotators(first: Path, second: Path) -> tuple[int, dict[str, Score]]:
    """Return how many releases both folders have annotated, and the second's figures on them.

    Raises ``ValueError`` naming the file for an annotation that is not in the form of
    :mod:`communique.evaluation.gold`, and where no release is in both.
    """
    others = {gold.id: gold for gold in read_annotations(second)}
    scores = [
        score_release(gold, as_record(others[gold.id], path.read_text(encoding="utf-8")))
        for path, gold in read_gold(first)
        if gold.id in others
    ]
    if not scores:
        raise ValueError(f"{first} and {second} have no release in common")
    return len(scores), add_scores(scores)


def as_record(gold: GoldRelease, text: str) -> Record:
    """Return an annotation as the record of a program that finds just this.

    Mentions have the offsets of each whole-word occurrence of their strings in ``text``; titles and
    date expressions those of their first one, or 0 where there is none. Raises ``ValueError`` for a
    party, signatory or witness that is no entity of the annotation.
    """
    people = {person.name: f"p{n}" for n, person in enumerate(gold.people, 1)}
    bodies = {
        normal_form(form): f"o{n}"
        for n, body in enumerate(gold.organizations, 1)
        for form in (body.name, *body.mentions)
    }
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Record(
        id=digest[:16],
        source=SourceRecord(path=f"{gold.id}.txt", format="annotation", sha256=digest),
        pipeline=PipelineRecord(name="annotator", version="1", model="none"),
        publish_date=gold.publish_date,
        text=text,
        people=[_person(person, people[person.name], bodies, text) for person in gold.people],
        organizations=[
            OrganizationRecord(
                id=bodies[normal_form(body.name)],
                name=body.name,
                type=body.type,
                mentions=_mentions(text, body.mentions),
            )
            for body in gold.organizations
        ],
        agreements=[
            _agreement(instrument, f"a{n}", _Ids(gold.id, people, bodies), text)
            for n, instrument in enumerate(gold.agreements, 1)
        ],
        dates=[
            DateRecord(
                text=date.text,
                value=date.value,
                kind="date",
                start=_first(text, date.text)[0],
                end=_first(text, date.text)[1],
            )
            for date in gold.dates
        ],
    )


@dataclass(frozen=True)
class _Ids:
    release: str
    people: Mapping[str, str]
    bodies: Mapping[str, str]

    def of(self, name: str) -> str:
        found = self.people.get(name) or self.bodies.get(normal_form(name))
        if found is None:
            raise ValueError(f"{self.release}: {name!r} is no entity of the annotation")
        return found


def _person(
    person: GoldPerson, identifier: str, bodies: Mapping[str, str], text: str
) -> PersonRecord:
    titles = [
        TitleRecord(
            title=title.title,
            organization=bodies.get(normal_form(title.organization or "")),
            organization_name=title.organization,
            when=title.when,
            start=_first(text, title.title)[0],
            end=_first(text, title.title)[1],
        )
        for title in person.titles
    ]
    mentions = _mentions(text, person.mentions)
    return PersonRecord(id=identifier, name=person.name, mentions=mentions, titles=titles)


def _agreement(instrument: GoldAgreement, identifier: str, ids: _Ids, text: str) -> AgreementRecord:
    day = instrument.date
    return AgreementRecord(
        id=identifier,
        name=instrument.name,
        type=instrument.type,
        status=instrument.status,
        date=None if day is None else AgreementDateRecord(value=day, start=0, end=0),
        parties=list(map(ids.of, instrument.parties)),
        signatories=[SignatoryRecord(person=ids.of(name)) for name in instrument.signatories],
        witnesses=list(map(ids.of, instrument.witnesses)),
        mentions=_mentions(text, instrument.mentions),
    )


def _mentions(text: str, strings: Sequence[str]) -> list[SpanText]:
    return [
        SpanText(start=start, end=end, text=text[start:end])
        for string in strings
        for start, end in occurrences(text, string)
    ]


def _first(text: str, string: str) -> tuple[int, int]:
    return next(occurrences(text, string), _NOWHERE)


def main() -> None:
    """Print a table of agreement, one line a figure."""
    parser = argparse.ArgumentParser(description="Agreement of two annotators.")
    parser.add_argument("first", type=Path, help="folder of annotated releases, with docs/")
    parser.add_argument("second", type=Path, help="folder of other annotations of some of them")
    arguments = parser.parse_args()
    releases, scores = compare_annotators(arguments.first, arguments.second)
    heads = f"{'P':>8}{'R':>8}{'F1':>8}{'both':>7}{'second':>8}{'first':>7}"
    print(f"{f'{releases} releases':24}{heads}")  # noqa: T201
    for figure, score in scores.items():
        print(  # noqa: T201
            f"{figure:24}{score.precision:8.3f}{score.recall:8.3f}{score.f1:8.3f}"
            f"{score.right:7}{score.found:8}{score.gold:7}"
        )


if __name__ == "__main__":
    main()
