"""The component ``communique_organizations``: names of bodies, and of places."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from communique.components.countries import countries
from communique.components.extensions import register_extensions
from communique.components.labels import BODY, PLACES, label_counts
from communique.components.lexicon_files import lexical, lexicon_for_new, use_lexicon
from communique.components.listed_names import listed_ranges
from communique.components.mentions import Mention, Organization
from communique.components.organizations.acronyms import (
    acronym_ranges,
    known_ranges,
    other_acronyms,
)
from communique.components.organizations.attributes import without_attributes
from communique.components.organizations.boundaries import TokenRange
from communique.components.organizations.continuations import continued
from communique.components.organizations.edges import without_people
from communique.components.organizations.evidence import borne_out
from communique.components.organizations.expansions import expanded_ranges
from communique.components.organizations.headlines import settle_headlines
from communique.components.organizations.judgement import names_a_body
from communique.components.organizations.kind import organization_type
from communique.components.organizations.lexicon import (
    bodies_by_name,
    known_organizations,
    organization_heads,
)
from communique.components.organizations.list_items import whole_items
from communique.components.organizations.listings import (
    exchange_ranges,
    government_ranges,
    wire_ranges,
)
from communique.components.organizations.mentions import (
    entity_ranges,
    head_ranges,
    join_along_of,
    overlaps,
)
from communique.components.organizations.native import native_ranges
from communique.components.organizations.owners import owning_country
from communique.components.organizations.parting import parted
from communique.components.organizations.quoted import over_closing_quote, quoted_ranges
from communique.components.text import surface, text_of
from communique.components.titles.lexicon import added_titles
from communique.components.titles.places import capitals, is_people_in_capitals
from communique.components.zones.selection import ZoneSelection

#: What parts a dateline from the text.
_BEHIND_DATELINE = frozenset({"-", "--", "–", "—", ":"})


#: The longest of what may be letters for a name.
_ACRONYM = 4


@Language.factory(
    "communique_organizations",
    default_config={"heads": True, "known": True, "evidence": True},
    requires=["doc.ents", "doc._.zones", "doc._.dateline", "doc._.people"],
    assigns=["doc._.organizations", "doc._.places"],
)
def create_organizations(
    nlp: Language, name: str, *, heads: bool, known: bool, evidence: bool
) -> OrganizationsComponent:
    """Return the component for a pipeline's config."""
    return OrganizationsComponent(heads=heads, known=known, evidence=evidence)


class OrganizationsComponent:
    """Assigns ``doc._.organizations``, one for each distinct surface form, and ``doc._.places``.

    ``heads``: whether capitalised phrases with a head word ("Ministry", "Ltd") are names even
    where the recogniser saw none. ``known``: whether the list of widely known bodies is used. ``evidence``: whether names that
    little in the release shows to be a body's are left out.
    Which forms are one body's is decided by ``communique_aliases``.
    """

    def __init__(self, *, heads: bool = True, known: bool = True, evidence: bool = True) -> None:
        register_extensions()
        self.lexicon = lexicon_for_new()
        self.heads = heads
        self.known = known
        self.evidence = evidence

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of bodies and places in the analysed zones."""
        use_lexicon(self.lexicon)
        analysed = ZoneSelection(doc)
        people = _tokens_of_people(doc)
        ents = doc.ents
        as_places = called_places(doc, ents)
        places = list(_place_ranges(doc, ents, analysed, people, as_places))
        found = self._candidates(doc, ents, people, places, as_places)
        if self.evidence:
            found = list(without_attributes(doc, borne_out(doc, found)))
        family = {name.casefold() for name in _family_names(doc)}
        found = [without_people(doc, *continued(doc, *r), family) for r in found]
        found += whole_items(doc, found, people)
        if self.heads:
            found += [r for r in expanded_ranges(doc, found) if not overlaps(r, people)]
        if self.known:
            found += known_ranges(doc)
            found += listed_ranges(doc, bodies_by_name())
        others = other_acronyms(doc, found, people)
        dateline = doc._.dateline
        family_names = _family_names(doc) - {doc[s].text for s, e in found if e - s > 1}
        found = [
            r
            for r in found
            if doc[r[0]].idx in analysed
            and not _is_country(surface(doc, *r))
            and not _is_capital_in_dateline(doc, r)
            and not (r[1] - r[0] == 1 and doc[r[0]].text in family_names)
            and not (r[1] - r[0] == 1 and doc[r[0]].text in others)
            and not (
                dateline and dateline.start <= doc[r[0]].idx < dateline.end and not _signs(doc, r)
            )
        ]
        if added_titles():
            found = [r for r in found if doc[r[0] : r[1]].text.lower() not in added_titles()]
        found = settle_headlines(doc, found)
        if self.known:
            found += [r for r in exchange_ranges(doc) if doc[r[0]].idx in analysed]
            found += wire_ranges(doc)
            found += [r for r in government_ranges(doc) if doc[r[0]].idx in analysed]
        if self.heads:
            found += [r for r in native_ranges(doc, people) if doc[r[0]].idx in analysed]
        found += [r for r in quoted_ranges(doc) if doc[r[0]].idx in analysed]
        found = [over_closing_quote(doc, *r) for r in found]
        kept = join_along_of(doc, longest(found), places)
        issuer = _issuer_range(doc)
        if issuer:
            kept = longest([issuer, *kept])
        covered = {i for r in kept for i in range(*r)}
        doc._.places = tuple(_mention(doc, r) for r in sorted(places) if not overlaps(r, covered))
        doc._.organizations = group(doc, kept)
        return doc

    def proposed(self, doc: Doc) -> list[TokenRange]:
        """Return the names in analysed zones that the recogniser and the heads propose.

        These are what the evidence is weighed of; some of them overlap.
        """
        use_lexicon(self.lexicon)
        analysed = ZoneSelection(doc)
        people = _tokens_of_people(doc)
        ents = doc.ents
        as_places = called_places(doc, ents)
        places = list(_place_ranges(doc, ents, analysed, people, as_places))
        found = self._candidates(doc, ents, people, places, as_places)
        return [r for r in found if doc[r[0]].idx in analysed]

    def _candidates(
        self,
        doc: Doc,
        ents: Sequence[Span],
        people: Collection[int],
        places: Sequence[TokenRange],
        as_places: Collection[str],
    ) -> list[TokenRange]:
        """Return the names that the recogniser and the heads propose.

        ``ents`` are the recogniser's entities, ``people`` tokens of people, ``places`` ranges of
        places, ``as_places`` the surface forms that are called places.
        """
        found = [
            r
            for r in entity_ranges(doc, ents, people)
            if not overlaps(r, people) and not (as_places and surface(doc, *r) in as_places)
        ]
        if self.heads and doc.has_annotation("SENT_START"):
            found += head_ranges(doc, people)
            found += acronym_ranges(doc, {start for start, _ in places})
        names = {ent.text for ent in ents if ent.label_ == "ORG"}
        return [
            part
            for whole in found
            for part in parted(doc, *whole, names)
            if part == whole or names_a_body(doc, *part)
        ]


def _place_ranges(
    doc: Doc,
    ents: Iterable[Span],
    analysed: ZoneSelection,
    people: Collection[int],
    as_places: Collection[str],
) -> Iterator[TokenRange]:
    """Yield what the recogniser calls a place, and countries and other places that it doesn't."""
    text = text_of(doc)
    for ent in ents:
        if ent.label_ in PLACES:
            if doc[ent.start].idx in analysed and not overlaps((ent.start, ent.end), people):
                yield ent.start, ent.end
        else:
            name = text[ent.start_char : ent.end_char]
            if _is_country(name) or name in as_places:
                yield ent.start, ent.end


def called_places(doc: Doc, ents: Iterable[Span]) -> frozenset[str]:
    """Return the surface forms that are labelled a place at least as often as a body."""
    return frozenset(
        text
        for text, labels in label_counts(doc, ents).items()
        if 0 < labels[BODY] <= sum(labels[label] for label in PLACES)
    )


def _signs(doc: Doc, found: TokenRange) -> bool:
    """Tell whether what stands before a date is who signs, and no place: "MINISTRY OF PIERS 5 May"."""
    head = organization_heads().get(doc[found[0]].text)
    return head is not None and head.first and head.strong and found[1] - found[0] > 1


def _tokens_of_people(doc: Doc) -> set[int]:
    tokens: set[int] = set()
    for person in doc._.people:
        for mention in person.mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None:
                tokens.update(range(span.start, span.end))
    return tokens


def _family_names(doc: Doc) -> set[str]:
    """Return the last words of people's full names: alone they are theirs, unless a body has them."""
    return {p.name.split()[-1] for p in doc._.people if " " in p.name}


def _is_capital_in_dateline(doc: Doc, found: TokenRange) -> bool:
    """Tell whether a capital's name stands before the dash or colon of a dateline: "LIMA: The"."""
    start, end = found
    return (
        end < len(doc)
        and doc[end].text in _BEHIND_DATELINE
        and (start == 0 or doc[start - 1].is_space or doc[start].is_sent_start is True)
        and surface(doc, start, end).casefold() in capitals()
    )


@lexical
def _countries_in_capitals() -> frozenset[str]:
    return frozenset(name.upper() for name in countries() if len(name) > 4)


def _is_country(name: str) -> bool:
    """Tell whether a name is a country's or its people's; a union of states is a body."""
    if name in known_organizations():
        return False
    if name in countries() or name in _countries_in_capitals():
        return True
    return len(name) > _ACRONYM and is_people_in_capitals(name)


def _issuer_range(doc: Doc) -> TokenRange | None:
    if doc._.issuer is None:
        return None
    start, end = doc._.issuer
    span = doc.char_span(start, end, alignment_mode="contract")
    return (span.start, span.end) if span is not None and len(span) else None


def longest(ranges: list[TokenRange]) -> list[TokenRange]:
    """Return the ranges without those that overlap a longer one (of equals, the first), sorted."""
    kept: list[TokenRange] = []
    for start, end in sorted(set(ranges), key=lambda r: (r[0] - r[1], r[0])):
        at = bisect_left(kept, (start, end))
        after_free = at == len(kept) or end <= kept[at][0]
        before_free = at == 0 or kept[at - 1][1] <= start
        if after_free and before_free:
            kept.insert(at, (start, end))
    return kept


def _mention(doc: Doc, found: TokenRange) -> Mention:
    name, start = surface(doc, *found), doc[found[0]].idx
    return Mention(start, start + len(name), name)


def group(doc: Doc, ranges: list[TokenRange]) -> tuple[Organization, ...]:
    """Return one ``Organization`` for each distinct surface form among the token ranges.

    One form is several bodies' where possessives give it to several countries ("Ruritania's
    Ministry of Justice met Graustark's Ministry of Justice").
    """
    mentions: dict[str, dict[str | None, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    text = text_of(doc)
    for found in sorted(ranges):
        mention = _mention(doc, found)
        owner = owning_country(text, mention.start)
        mentions[" ".join(mention.text.split())][owner].append(mention)
    bodies: list[tuple[str, list[Mention]]] = []
    for name, by_owner in mentions.items():
        if len(by_owner.keys() - {None}) > 1:
            bodies += [(name, found) for found in by_owner.values()]
        else:
            bodies.append((name, sorted(m for found in by_owner.values() for m in found)))
    bodies.sort(key=lambda body: body[1][0].start)
    return tuple(
        Organization(f"o{number}", name, organization_type(name), tuple(found))
        for number, (name, found) in enumerate(bodies, 1)
    )
