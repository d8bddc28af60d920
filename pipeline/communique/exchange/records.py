"""Records as annotated texts, and annotated texts as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from communique.evaluation.gold_records import UNMARKED_KINDS
from communique.evaluation.places import Place, folded, nearest
from communique.exchange import scheme
from communique.exchange.annotated import AnnotatedText, Format, Losses, Relation, Span
from communique.exchange.file_names import Names
from communique.exchange.understanding import to_record
from communique.records.model import AgreementRecord, OrganizationRecord, PersonRecord, Record
from communique.stores.jsonl import JsonlFile
from communique.stores.records import read_records

_Entity = PersonRecord | OrganizationRecord | AgreementRecord


def from_record(record: Record, name: str) -> AnnotatedText:
    """Return what of a record the guidelines have marked, as the annotated text ``name``.

    Raises ``ValueError`` for a record without its text.
    """
    if record.text is None:
        raise ValueError(f"the record {record.id} has no text (extract --no-text)")
    marking = _Marking()
    for label, entities in (
        (scheme.PERSON, record.people),
        (scheme.ORG, record.organizations),
        (scheme.AGREEMENT, record.agreements),
    ):
        marking.mentions(label, entities)
    for person in record.people:
        marking.titles(person, record.organizations)
    for instrument in record.agreements:
        marking.slots(instrument)
    for date in record.dates:
        if date.kind not in UNMARKED_KINDS:
            value = {scheme.VALUE: date.value} if date.value is not None else {}
            marking.add((date.start, date.end), scheme.DATE, value)
    return AnnotatedText(
        id=name,
        text=record.text,
        spans=tuple(marking.spans),
        relations=tuple(marking.relations),
        publish_date=record.publish_date,
    ).numbered()


class _Marking:
    """The spans and relations of a record, one entity after the other."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.relations: list[Relation] = []
        self._places: dict[str, dict[Place, str]] = {}
        self._ordered: dict[str, list[Place]] = {}
        self._main: dict[str, Span] = {}
        self._titles: dict[tuple[object, ...], str] = {}

    def add(self, place: Place, label: str, attributes: dict[str, str]) -> Span:
        span = Span(str(len(self.spans)), *place, label, attributes)
        self.spans.append(span)
        return span

    def mentions(self, label: str, entities: Sequence[_Entity]) -> None:
        """Mark the mentions of all people, organizations or agreements.

        The first mention that has the entity's name stands for it. Of each other form the first is
        linked to that one, and all where two entities share the form: the rest is told by the words.
        """
        shared = _shared(entities)
        for entity in entities:
            mentions = sorted(entity.mentions, key=lambda mention: (mention.start, mention.end))
            if not mentions:
                continue
            name = folded(entity.name)
            main = next((m for m in mentions if folded(m.text) == name), mentions[0])
            attributes = _values(entity)
            if folded(main.text) != name or name in shared:
                attributes[scheme.NAME] = name
            linked = {folded(main.text)} - shared
            places = self._places.setdefault(entity.id, {})
            for mention in (main, *mentions):
                place, form = (mention.start, mention.end), folded(mention.text)
                if place in places:
                    continue
                span = self.add(place, label, attributes if mention is main else {})
                places[place] = span.id
                if mention is main:
                    self._main[entity.id] = span
                elif form not in linked:
                    main_id = self._main[entity.id].id
                    self.relations.append(Relation(span.id, main_id, scheme.ALIAS_OF))
                    linked |= {form} - shared
            self._ordered[entity.id] = sorted(places)

    def titles(self, person: PersonRecord, bodies: Iterable[OrganizationRecord]) -> None:
        """Mark a person's titles, one span for those that several people share."""
        names = {body.id: body.name for body in bodies}
        for title in person.titles:
            place = title.start, title.end
            if place == (0, 0):
                continue
            attributes: dict[str, str] = {}
            if title.when != "current":
                attributes[scheme.WHEN] = title.when
            body = title.organization if title.organization in self._places else None
            said = title.organization_name
            if said is not None and folded(said) != folded(names.get(body or "", "")):
                attributes[scheme.BODY] = folded(said)
            key = (place, body, *attributes.items())
            if key not in self._titles:
                self._titles[key] = self.add(place, scheme.TITLE, attributes).id
                self._relate(self._titles[key], place, body, scheme.HELD_AT)
            self._relate(self._titles[key], place, person.id, scheme.HELD_BY)

    def slots(self, instrument: AgreementRecord) -> None:
        """Link an agreement with its parties, signatories and witnesses."""
        main = self._main.get(instrument.id)
        if main is None:
            return
        for label, others in (
            (scheme.PARTY, instrument.parties),
            (scheme.SIGNATORY, [signatory.person for signatory in instrument.signatories]),
            (scheme.WITNESS, instrument.witnesses),
        ):
            for other in others:
                self._relate(main.id, main.place, other, label)

    def _relate(self, head: str, place: Place, entity: str | None, label: str) -> None:
        child = nearest(self._ordered.get(entity or "", ()), place)
        if entity is not None and child is not None:
            relation = Relation(head, self._places[entity][child], label)
            if relation not in self.relations[-1:]:
                self.relations.append(relation)


def _shared(entities: Iterable[_Entity]) -> set[str]:
    """Return the forms that several entities have."""
    seen: set[str] = set()
    shared: set[str] = set()
    for entity in entities:
        forms = {folded(mention.text) for mention in entity.mentions}
        shared |= forms & seen
        seen |= forms
    return shared


def _values(entity: _Entity) -> dict[str, str]:
    if isinstance(entity, OrganizationRecord):
        return {scheme.TYPE: entity.type}
    if isinstance(entity, AgreementRecord):
        date = {scheme.VALUE: entity.date.value} if entity.date else {}
        return {scheme.TYPE: entity.type, scheme.STATUS: entity.status, **date}
    return {}


def _read(path: Path, losses: Losses) -> Iterator[AnnotatedText]:
    names = Names()
    for record in read_records(path):
        stem = Path(record.source.path).stem
        alone = record.source.record is None and stem not in ("", "-")
        try:
            yield from_record(record, names.new(stem if alone else record.id))
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from None
        count_unplaced(record, losses)


def count_unplaced(record: Record, losses: Losses) -> None:
    """Count what of a record stands nowhere in its text, so that no span can be made of it."""
    for what, found in (
        ("people", record.people),
        ("organizations", record.organizations),
        ("agreements", record.agreements),
    ):
        count = sum(not entity.mentions for entity in found)
        losses[f"{what} left out: they stand nowhere in the text"] += count
    titles = sum(title.start == title.end for p in record.people for title in p.titles)
    losses["titles left out: they stand nowhere in the text"] += titles


def _write(path: Path, texts: Iterable[AnnotatedText], losses: Losses) -> None:
    with JsonlFile(path) as file:
        for annotated in texts:
            file.write(to_record(annotated, losses).model_dump_json().encode())


RECORDS = Format(
    name="records",
    title="records, as communique extract writes them",
    endings=(".jsonl",),
    read=_read,
    write=_write,
)
