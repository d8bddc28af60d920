"""Annotated texts and annotations for the tests of all formats."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from communique.evaluation.gold import (
    GoldAgreement,
    GoldDate,
    GoldOrganization,
    GoldPerson,
    GoldRelease,
    GoldTitle,
)
from communique.exchange import scheme
from communique.exchange.annotated import AnnotatedText, Relation, Span

#: Astral characters before the names: offsets differ between Python and JavaScript.
TEXT = (
    "🚢🎉 Ana Ruiz, Director of Harbour\nWorks, signed the Pier Pact with Ben Otu 👩🏽‍🌾 of Pier One "
    "on 3 May 2024. Ruiz left.\n"
)


def place_of(surface: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(surface)
    return start, start + len(surface)


def sample() -> AnnotatedText:
    """Return a text with every label, relation and kind of value."""

    def span(number: int, surface: str, label: str, **attributes: str) -> Span:
        return Span(str(number), *place_of(surface), label, attributes)

    return AnnotatedText(
        id="pier",
        text=TEXT,
        spans=(
            span(1, "Ana Ruiz", "PERSON"),
            span(2, "Director", "TITLE"),
            span(3, "Harbour\nWorks", "ORG", type="company"),
            span(4, "Pier Pact", "AGREEMENT", type="treaty", status="signed", value="2024-05-03"),
            span(5, "Ben Otu", "PERSON"),
            span(6, "Pier One", "ORG", type="other", name="Pier One Ltd"),
            span(7, "3 May 2024", "DATE", value="2024-05-03"),
            Span("8", TEXT.rindex("Ruiz"), TEXT.rindex("Ruiz") + 4, "PERSON"),
        ),
        relations=(
            Relation("8", "1", "alias_of"),
            Relation("2", "3", "held_at"),
            Relation("2", "1", "held_by"),
            Relation("4", "6", "party"),
            Relation("4", "3", "party"),
            Relation("4", "1", "signatory"),
            Relation("4", "5", "witness"),
        ),
        publish_date="2024-05",
    )


_SIGNS = st.sampled_from([*"aZé字 \n\t-.'", "\u00a0", "\u0301", "🚢", "𝒜", *"👩🏽‍🌾"])
_VALUES = st.text(st.sampled_from("aé🚢=_ "), min_size=1).map(lambda s: " ".join(s.split()) or "x")


@st.composite
def annotated_texts(draw: st.DrawFn) -> AnnotatedText:
    """Draw a text with any spans, overlapping and twice at one place, and any relations."""
    text = draw(st.text(_SIGNS, min_size=1, max_size=40)) + "x"
    starts = [at for at, sign in enumerate(text) if not sign.isspace()]
    spans = []
    for number in range(draw(st.integers(0, 6))):
        first, last = sorted(draw(st.tuples(*[st.sampled_from(starts)] * 2)))
        label = draw(st.sampled_from(scheme.LABELS))
        attributes = draw(attributes_of(label))
        spans.append(Span(str(number), first, last + 1, label, attributes))
    relations = []
    if spans:
        ids = st.sampled_from([span.id for span in spans])
        labels = st.sampled_from(list(scheme.RELATIONS))
        relations = draw(st.lists(st.builds(Relation, ids, ids, labels), max_size=5))
    day = draw(st.sampled_from([None, "2024-05-03", "2024"]))
    return AnnotatedText("text", text, tuple(spans), tuple(relations), day).numbered()


def attributes_of(label: str) -> st.SearchStrategy[dict[str, str]]:
    fields: dict[str, Any] = {
        attribute: st.sampled_from(values)
        for (of, attribute), values in scheme.CHOICES.items()
        if of == label
    }
    fields |= {attribute: _VALUES for of, attribute in scheme.WRITTEN if of == label}
    return st.fixed_dictionaries({}, optional=fields)


_PEOPLE = ("Li Gang", "Li Wei", "Ana Ruiz", "Ruiz Li")
_BODIES = ("Ministry of Ports", "Ministry of Ports of Tarn", "Harbour Works", "Ana Ruiz Works")
_PACTS = ("Pier Pact", "Pact of Ports", "Pier Pact on Ports")


@st.composite
def annotations(draw: st.DrawFn) -> tuple[GoldRelease, str]:
    """Draw an annotation and its text, with forms that several share or that lie in one another."""

    def forms(name: str, others: tuple[str, ...]) -> tuple[str, ...]:
        return (name, *draw(st.sets(st.sampled_from(others), max_size=2)) - {name})

    bodies = tuple(
        GoldOrganization(
            name=name,
            mentions=forms(name, ("Ports", "Ministry", "Works")),
            type=draw(st.sampled_from(scheme.CHOICES["ORG", "type"])),
        )
        for name in draw(st.sets(st.sampled_from(_BODIES)))
    )
    organizations = st.sampled_from([None, "Tarn", *(body.name for body in bodies)])
    titles = st.builds(
        GoldTitle,
        title=st.sampled_from(["Chair", "Vice Chair"]),
        organization=organizations,
        when=st.sampled_from(["current", "former", "future"]),
    )
    people = tuple(
        GoldPerson(
            name=name,
            mentions=forms(name, ("Li", "Ruiz")),
            titles=tuple(draw(st.lists(titles, max_size=2, unique_by=str))),
        )
        for name in draw(st.sets(st.sampled_from(_PEOPLE)))
    )
    named = [person.name for person in people]
    sides = [*named, *(body.name for body in bodies)]

    def some(names: list[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(names), unique=True))) if names else ()

    pacts = tuple(
        GoldAgreement(
            name=name,
            mentions=forms(name, ("Pact", "Ports")),
            type=draw(st.sampled_from(scheme.CHOICES["AGREEMENT", "type"])),
            status=draw(st.sampled_from(scheme.CHOICES["AGREEMENT", "status"])),
            date=draw(st.sampled_from([None, "2024-05"])),
            parties=some(sides),
            signatories=some(named),
            witnesses=some(named),
        )
        for name in draw(st.lists(st.sampled_from(_PACTS), max_size=3))
    )
    strings = [m for entity in (*people, *bodies, *pacts) for m in entity.mentions]
    strings += ["Vice Chair", "Chair", "Tarn"]
    more = draw(st.lists(st.sampled_from(strings), max_size=6))
    words = draw(st.permutations([*dict.fromkeys(strings), *more]))
    text = "🚢 On 3 May, " + draw(st.sampled_from([", ", "\n", " and "])).join(words)
    dates = (GoldDate(text="3 May", value="2024-05-03"),)
    gold = GoldRelease(id="1", people=people, organizations=bodies, agreements=pacts, dates=dates)
    return gold, text


def without_order(gold: GoldRelease) -> dict[str, Any]:
    """Return an annotation with all that has no order sorted."""
    plain = gold.model_dump()
    for kind in ("people", "organizations", "agreements"):
        for entity in plain[kind]:
            for field in ("mentions", "titles", "parties", "signatories", "witnesses"):
                if field in entity:
                    entity[field] = sorted(entity[field], key=str)
        plain[kind] = sorted(plain[kind], key=str)
    return plain
