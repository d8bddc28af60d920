"""What annotated texts say: spans of one thing joined to entities, and the whole as a record."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from communique.components.titles.types import TitleTime
from communique.evaluation.gold_records import day_of
from communique.evaluation.matching import normal_form
from communique.evaluation.places import folded
from communique.exchange import scheme
from communique.exchange.annotated import AnnotatedText, Losses, Relation, Span
from communique.exchange.entities import Entity, entities_of
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

#: What is written where the annotation says nothing.
_DEFAULTS = {
    (scheme.ORG, scheme.TYPE): "other",
    (scheme.AGREEMENT, scheme.TYPE): "other",
    (scheme.AGREEMENT, scheme.STATUS): "signed",
}
_THINGS = {scheme.PERSON: "people", scheme.ORG: "organizations", scheme.AGREEMENT: "agreements"}


def to_record(annotated: AnnotatedText, losses: Losses) -> Record:
    """Return an annotated text as a record; what it can't say, or has to fill in, is counted."""
    spans = _known_spans(annotated.spans, losses)
    relations = _known_relations(annotated.relations, spans, losses)
    links = [relation for relation in relations if relation.label == scheme.ALIAS_OF]

    def form(span: Span) -> str:
        return folded(annotated.text[span.start : span.end])

    entities = {
        label: entities_of([s for s in spans.values() if s.label == label], links, form, letter)
        for label, letter in zip(scheme.NAMED, "poa", strict=True)
    }
    understood = _Understood(annotated.text, spans, relations, entities, losses)
    digest = hashlib.sha256(annotated.text.encode()).hexdigest()
    return Record(
        id=digest[:16],
        source=SourceRecord(path=f"{annotated.id}.txt", format="annotation", sha256=digest),
        pipeline=PipelineRecord(name="annotator", version="1", model="none"),
        publish_date=day_of(annotated.publish_date),
        text=annotated.text,
        people=understood.people(),
        organizations=understood.organizations(),
        agreements=understood.agreements(),
        dates=[
            DateRecord(
                text=annotated.text[span.start : span.end],
                value=span.attributes.get(scheme.VALUE),
                kind="date",
                start=span.start,
                end=span.end,
            )
            for span in spans.values()
            if span.label == scheme.DATE
        ],
    )


def _known_spans(spans: Iterable[Span], losses: Losses) -> dict[str, Span]:
    known: dict[str, Span] = {}
    for span in spans:
        label = scheme.label_of(span.label)
        if label is None:
            losses[f"spans left out: the guidelines know no {span.label}"] += 1
        else:
            known[span.id] = replace(span, label=label)
    return known


def _known_relations(
    relations: Iterable[Relation], spans: Mapping[str, Span], losses: Losses
) -> list[Relation]:
    known: list[Relation] = []
    for relation in relations:
        if relation.head not in spans or relation.child not in spans:
            continue  # told with the span
        pair = spans[relation.head].label, spans[relation.child].label
        if pair in scheme.RELATIONS.get(relation.label, ()):
            known.append(relation)
        else:
            said = f"{relation.label} from {pair[0]} to {pair[1]}"
            losses[f"relations left out: the guidelines know no {said}"] += 1
    return known


class _Understood:
    """The entities of a text, with the ids that they have in the record."""

    def __init__(
        self,
        text: str,
        spans: Mapping[str, Span],
        relations: Sequence[Relation],
        entities: Mapping[str, Sequence[Entity]],
        losses: Losses,
    ) -> None:
        self._text = text
        self._spans = spans
        self._entities = entities
        self._losses = losses
        self._of_span = {
            span.id: entity
            for some in entities.values()
            for entity in some
            for span in entity.spans
        }
        self._by_form: dict[str, str] = {}
        for body in entities[scheme.ORG]:
            self._by_form.setdefault(normal_form(self._name(body)), body.id)
        for body in entities[scheme.ORG]:
            for span in body.spans:
                self._by_form.setdefault(normal_form(text[span.start : span.end]), body.id)
        self._related: dict[tuple[str, str], list[str]] = defaultdict(list)
        for relation in relations:
            if relation.label != scheme.ALIAS_OF:
                self._related[relation.head, relation.label].append(
                    self._of_span[relation.child].id
                )

    def people(self) -> list[PersonRecord]:
        titles = self._titles()
        return [
            PersonRecord(
                id=person.id,
                name=self._name(person),
                mentions=self._mentions(person),
                titles=titles[person.id],
            )
            for person in self._entities[scheme.PERSON]
        ]

    def organizations(self) -> list[OrganizationRecord]:
        return [
            OrganizationRecord(
                id=body.id,
                name=self._name(body),
                type=self._choice(body, scheme.ORG, scheme.TYPE),
                mentions=self._mentions(body),
            )
            for body in self._entities[scheme.ORG]
        ]

    def agreements(self) -> list[AgreementRecord]:
        return [
            AgreementRecord(
                id=instrument.id,
                name=self._name(instrument),
                type=self._choice(instrument, scheme.AGREEMENT, scheme.TYPE),
                status=self._choice(instrument, scheme.AGREEMENT, scheme.STATUS),
                date=self._date(instrument),
                parties=self._slot(instrument, scheme.PARTY),
                signatories=[
                    SignatoryRecord(person=person)
                    for person in self._slot(instrument, scheme.SIGNATORY)
                ],
                witnesses=self._slot(instrument, scheme.WITNESS),
                mentions=self._mentions(instrument),
            )
            for instrument in self._entities[scheme.AGREEMENT]
        ]

    def _titles(self) -> dict[str, list[TitleRecord]]:
        names = {body.id: self._name(body) for body in self._entities[scheme.ORG]}
        titles: dict[str, list[TitleRecord]] = defaultdict(list)
        for span in self._spans.values():
            if span.label != scheme.TITLE:
                continue
            holders = dict.fromkeys(self._related[span.id, scheme.HELD_BY])
            if not holders:
                self._losses["titles left out: no person holds them"] += 1
            said = span.attributes.get(scheme.BODY)
            found = self._by_form.get(normal_form(said)) if said else None
            bodies: list[str | None] = [*dict.fromkeys(self._related[span.id, scheme.HELD_AT])]
            for holder in holders:
                for body in bodies or [found]:
                    titles[holder].append(
                        TitleRecord(
                            title=folded(self._text[span.start : span.end]),
                            organization=body,
                            organization_name=said or names.get(body or ""),
                            when=self._when(span),
                            start=span.start,
                            end=span.end,
                        )
                    )
        return titles

    def _when(self, span: Span) -> TitleTime:
        said: Any = span.attributes.get(scheme.WHEN, "current")
        if said in scheme.CHOICES[scheme.TITLE, scheme.WHEN]:
            return said  # type: ignore[no-any-return]
        self._losses[f"titles taken as current: the guidelines know no {said}"] += 1
        return "current"

    def _choice(self, entity: Entity, label: str, attribute: str) -> Any:  # noqa: ANN401 - a literal
        said = entity.value(attribute)
        if said in scheme.CHOICES[label, attribute]:
            return said
        default = _DEFAULTS[label, attribute]
        known = (
            f"no known {attribute} was given"
            if said is None
            else f"the guidelines know no {attribute} {said}"
        )
        self._losses[f"{_THINGS[label]} written as {default}: {known}"] += 1
        return default

    def _date(self, instrument: Entity) -> AgreementDateRecord | None:
        value = instrument.value(scheme.VALUE)
        return None if value is None else AgreementDateRecord(value=value, start=0, end=0)

    def _slot(self, instrument: Entity, label: str) -> list[str]:
        found = (other for span in instrument.spans for other in self._related[span.id, label])
        return list(dict.fromkeys(found))

    def _name(self, entity: Entity) -> str:
        return entity.value(scheme.NAME) or folded(self._text[entity.main.start : entity.main.end])

    def _mentions(self, entity: Entity) -> list[SpanText]:
        return [
            SpanText(start=span.start, end=span.end, text=self._text[span.start : span.end])
            for span in entity.spans
        ]
