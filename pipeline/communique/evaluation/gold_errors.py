"""Errors of the gold: a log of them, and cases without what they touch.

``errors.tsv`` beside the gold lists them, one a line under a head: the document, what kind of thing
is wrong (a figure that things are counted for, as ``organizations`` or ``agreement_status``), the
span, why it is wrong, and who says so. The gold itself stays as it is: floors and earlier figures
hold for it. Only where it is asked for is what the log names taken out of gold and record alike, so
that neither finding it nor missing it counts.

The span is the thing's surface form, in the gold's words or the record's: of ``titles`` the title,
alone or as ``HOLDER | TITLE``; of ``publish_date`` the day; of an agreement's slots the agreement.
"""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

from communique.evaluation.cases import Case
from communique.evaluation.comparison import SLOTS, Comparison, surface_forms
from communique.evaluation.gold import GoldOrganization, GoldPerson, GoldRelease
from communique.evaluation.matching import forms, normal_form, title_form
from communique.evaluation.places import whole_words
from communique.records.model import Record

_E = TypeVar("_E", GoldPerson, GoldOrganization)

#: The log's name in a folder of gold.
LOG = "errors.tsv"

_COLUMNS = ("document", "kind", "span", "why", "who")
_SLOT = "agreement_"
KINDS = (
    "people",
    "organizations",
    "titles",
    "agreements",
    *(_SLOT + slot for slot in SLOTS),
    "dates",
    "publish_date",
)


@dataclass(frozen=True)
class GoldError:
    """One thing that the gold has wrong, or lacks."""

    document: str
    kind: str
    span: str
    why: str
    who: str


def read_gold_errors(folder: Path) -> list[GoldError]:
    """Return the log of a folder of gold, empty where there is none.

    Raises ``ValueError`` naming file and line for one that lacks a column, or has a kind that is
    not among ``KINDS``.
    """
    path = folder / LOG
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or tuple(rows[0]) != _COLUMNS:
        raise ValueError(f"{path}:1: the head is not {' <TAB> '.join(_COLUMNS)}")
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(_COLUMNS) or not all(cell.strip() for cell in row):
            raise ValueError(f"{path}:{number}: not {len(_COLUMNS)} filled columns")
        if row[1] not in KINDS:
            raise ValueError(f"{path}:{number}: {row[1]!r} is none of {', '.join(KINDS)}")
    return [GoldError(*row) for row in rows[1:]]


def leave_out(cases: Sequence[Case], errors: Iterable[GoldError]) -> list[Case]:
    """Return the cases without what the errors touch, on either side.

    Raises ``ValueError`` for an error of a document that there is no case of, or of a thing that
    the document's text doesn't hold.
    """
    by_document: dict[str, list[GoldError]] = {}
    for error in errors:
        by_document.setdefault(error.document, []).append(error)
    missing = sorted(set(by_document) - {case.id for case in cases})
    if missing:
        raise ValueError(f"{LOG}: there is no document {missing[0]!r}")
    return [_without(case, by_document.get(case.id, ())) for case in cases]


def _without(case: Case, errors: Iterable[GoldError]) -> Case:
    for error in errors:
        surface = error.span.rpartition(" | ")[2]
        if error.kind != "publish_date" and whole_words(case.text, surface) is None:
            raise ValueError(f"{LOG}: {error.document} doesn't have the {error.kind} {surface!r}")
        if error.kind.startswith(_SLOT):
            slot = error.kind.removeprefix(_SLOT), normal_form(error.span)
            case = dataclasses.replace(case, unasked=case.unasked | {slot})
        else:
            gold, record = _LEAVING[error.kind](case.gold, case.record, error.span)
            case = dataclasses.replace(case, gold=gold, record=record)
    return case


_Sides = tuple[GoldRelease, Record]


def _entities(
    gold: GoldRelease, record: Record, span: str, kind: Literal["people", "organizations"]
) -> _Sides:
    annotated, found = getattr(gold, kind), getattr(record, kind)
    wrong, names = _touched(annotated, normal_form(span))
    ids = {entity.id for entity in found if names & surface_forms(entity)}
    right = tuple(entity for entity in annotated if entity not in wrong)
    left = [entity for entity in found if entity.id not in ids]
    return _unreferred(
        gold.model_copy(update={kind: right}), record.model_copy(update={kind: left}), names, ids
    )


def _touched(entities: Sequence[_E], form: str) -> tuple[list[_E], frozenset[str]]:
    """Return the entities with a form, and all forms of them and itself."""
    wrong = [entity for entity in entities if form in forms(entity.name, entity.mentions)]
    names = frozenset([form]).union(*(forms(e.name, e.mentions) for e in wrong))
    return wrong, names


def _unreferred(
    gold: GoldRelease, record: Record, names: Collection[str], ids: Collection[str]
) -> _Sides:
    """Take the references to what is left out from titles and slots."""
    people = tuple(
        person.model_copy(
            update={
                "titles": tuple(
                    title.model_copy(update={"organization": None})
                    if normal_form(title.organization or "") in names
                    else title
                    for title in person.titles
                )
            }
        )
        for person in gold.people
    )
    instruments = tuple(
        instrument.model_copy(
            update={
                slot: tuple(n for n in getattr(instrument, slot) if normal_form(n) not in names)
                for slot in ("parties", "signatories", "witnesses")
            }
        )
        for instrument in gold.agreements
    )
    found_people = [
        person.model_copy(
            update={
                "titles": [
                    title.model_copy(update={"organization": None, "organization_name": None})
                    if title.organization in ids
                    else title
                    for title in person.titles
                ]
            }
        )
        for person in record.people
    ]
    found = [
        agreement.model_copy(
            update={
                "parties": [party for party in agreement.parties if party not in ids],
                "signatories": [s for s in agreement.signatories if s.person not in ids],
                "witnesses": [witness for witness in agreement.witnesses if witness not in ids],
            }
        )
        for agreement in record.agreements
    ]
    return (
        gold.model_copy(update={"people": people, "agreements": instruments}),
        record.model_copy(update={"people": found_people, "agreements": found}),
    )


def _titles(gold: GoldRelease, record: Record, span: str) -> _Sides:
    first, bar, second = span.partition(" | ")
    holder, wrong = (normal_form(first), title_form(second)) if bar else ("", title_form(first))
    people = tuple(
        person.model_copy(
            update={"titles": tuple(t for t in person.titles if title_form(t.title) != wrong)}
        )
        if not holder or holder in forms(person.name, person.mentions)
        else person
        for person in gold.people
    )
    found = [
        person.model_copy(
            update={"titles": [t for t in person.titles if title_form(t.title) != wrong]}
        )
        if not holder or holder in surface_forms(person)
        else person
        for person in record.people
    ]
    return gold.model_copy(update={"people": people}), record.model_copy(update={"people": found})


def _agreements(gold: GoldRelease, record: Record, span: str) -> _Sides:
    form = normal_form(span)
    compared = Comparison(gold, record)
    wrong = [a for a in gold.agreements if form in forms(a.name, a.mentions)]
    ids = {
        compared.record.agreements[j].id
        for i, j in compared.agreements.items()
        if compared.gold.agreements[i] in wrong
    }
    ids |= {a.id for a in record.agreements if form in forms(a.name, (m.text for m in a.mentions))}
    instruments = tuple(a for a in gold.agreements if a not in wrong)
    found = [a for a in record.agreements if a.id not in ids]
    return (
        gold.model_copy(update={"agreements": instruments}),
        record.model_copy(update={"agreements": found}),
    )


def _dates(gold: GoldRelease, record: Record, span: str) -> _Sides:
    form = normal_form(span)
    dates = tuple(date for date in gold.dates if normal_form(date.text) != form)
    found = [date for date in record.dates if normal_form(date.text) != form]
    return gold.model_copy(update={"dates": dates}), record.model_copy(update={"dates": found})


def _publish_date(gold: GoldRelease, record: Record, span: str) -> _Sides:
    if span not in {gold.publish_date, record.publish_date}:
        return gold, record
    nothing = {"publish_date": None}
    return gold.model_copy(update=nothing), record.model_copy(update=nothing)


_LEAVING: dict[str, Callable[[GoldRelease, Record, str], _Sides]] = {
    "people": partial(_entities, kind="people"),
    "organizations": partial(_entities, kind="organizations"),
    "titles": _titles,
    "agreements": _agreements,
    "dates": _dates,
    "publish_date": _publish_date,
}
