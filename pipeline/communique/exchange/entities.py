"""Which spans are mentions of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from communique.exchange.annotated import Relation, Span
from communique.exchange.scheme import NAME


@dataclass(frozen=True)
class Entity:
    """A person, an organization or an agreement: its mentions, and the one that names it."""

    id: str
    main: Span
    spans: tuple[Span, ...]

    def value(self, attribute: str) -> str | None:
        """Return what its mentions say of it in a field, the main one first."""
        said = (span.attributes.get(attribute) for span in (self.main, *self.spans))
        return next((value for value in said if value), None)


def entities_of(
    spans: Sequence[Span],
    links: Iterable[Relation],
    form: Callable[[Span], str],
    letter: str,
) -> list[Entity]:
    """Return the entities that spans of one label, in the order of the text, are mentions of.

    Spans that are linked are mentions of one entity. A span without a link and without a name of its
    own is another mention of the first entity with the same ``form`` that is not named at the very
    same place, or else an entity by itself.
    """
    groups = _linked(spans, links)
    linked = {name for group in groups for name in group if len(group) > 1}
    known: dict[str, list[list[Span]]] = defaultdict(list)
    places: dict[int, set[tuple[int, int]]] = {}
    entities: list[list[Span]] = []
    loose: list[Span] = []
    by_id = {span.id: span for span in spans}
    for group in groups:
        members = [by_id[name] for name in group]
        if len(group) == 1 and NAME not in members[0].attributes:
            loose += members
            continue
        entities.append(members)
        places[id(members)] = {span.place for span in members}
        for said in dict.fromkeys(map(form, members)):
            known[said].append(members)
    for span in loose:
        joined = next((e for e in known[form(span)] if span.place not in places[id(e)]), None)
        if joined is None:
            joined = []
            entities.append(joined)
            known[form(span)].append(joined)
            places[id(joined)] = set()
        joined.append(span)
        places[id(joined)].add(span.place)
    order = {span.id: number for number, span in enumerate(spans)}
    for members in entities:
        members.sort(key=lambda span: order[span.id])
    entities.sort(key=lambda members: order[members[0].id])
    targets = {link.child for link in links} - {link.head for link in links}
    return [
        Entity(f"{letter}{number}", _main(members, targets, linked, form), tuple(members))
        for number, members in enumerate(entities, 1)
    ]


def _linked(spans: Sequence[Span], links: Iterable[Relation]) -> list[list[str]]:
    """Return the ids of the spans in groups that links join."""
    parent = {span.id: span.id for span in spans}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for link in links:
        if link.head in parent and link.child in parent:
            parent[root(link.head)] = root(link.child)
    groups: dict[str, list[str]] = defaultdict(list)
    for span in spans:
        groups[root(span.id)].append(span.id)
    return list(groups.values())


def _main(
    members: Sequence[Span], targets: set[str], linked: set[str], form: Callable[[Span], str]
) -> Span:
    """Return the span that others are linked to, or else one with a name, or the longest."""
    for span in members:
        if span.id in targets and span.id in linked:
            return span
    named = [span for span in members if NAME in span.attributes] or members
    return max(named, key=lambda span: len(form(span)))
