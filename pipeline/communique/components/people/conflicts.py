"""Names that the recogniser calls a person in one place and a body or a place in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span

from communique.components.countries import countries
from communique.components.labels import BODY, PEOPLE, PLACES, label_counts
from communique.components.organizations.lexicon import organization_heads
from communique.components.people.lexicon import REGION_WORDS
from communique.components.text import text_of, words_of
from communique.components.titles.lexicon import is_title_head
from communique.components.titles.places import places

_BODIES_AND_PLACES = PLACES | {BODY}

#: Words before "in" behind which a person may stand ("confidence in Jane Roe").
_TRUSTING = frozenset(
    {"confidence", "trust", "faith", "believe", "believes", "interest", "interested"}
)


def settled_labels(doc: Doc, ents: Iterable[Span], full_names: Collection[str]) -> dict[str, str]:
    """Return, for each surface form that is labelled a body or a place as well, its one label.

    A person's name it is where it is called so at least twice as often as all else, or is a word
    of a full name (``full_names``); else it has the label that it has most often among the others.
    """
    settled: dict[str, str] = {}
    for text, labels in label_counts(doc, ents).items():
        if _BODIES_AND_PLACES.isdisjoint(labels):
            continue
        others = Counter({x: n for x, n in labels.items() if x in _BODIES_AND_PLACES})
        called = sum(labels[x] for x in PEOPLE)
        if called and (called >= 2 * others.total() or text in full_names):
            settled[text] = "PERSON"
        else:
            settled[text] = max(sorted(others), key=lambda x: (others[x], x == BODY))
    return settled


def people_entities(doc: Doc, ents: Sequence[Span]) -> Iterator[Span]:
    """Yield the entities that are people when each surface form has one label."""
    texts, words = text_of(doc), words_of(doc)
    first_words = {
        words[ent.start] for ent in ents if ent.label_ == BODY and len(ent) > 1
    } - organization_heads().keys()
    full_names = {
        word
        for ent in ents
        if ent.label_ in PEOPLE and len(ent) > 1
        for word in words[ent.start : ent.end]
    }
    settled = settled_labels(doc, ents, full_names)
    like_places = place_like(doc, ents)
    for ent in ents:
        text = texts[ent.start_char : ent.end_char]
        if settled.get(text, ent.label_) not in PEOPLE:
            continue
        if len(ent) == 1 and text in first_words and text not in full_names:
            continue
        if text in like_places and text not in full_names:
            continue
        yield ent


def place_like(doc: Doc, ents: Iterable[Span]) -> frozenset[str]:
    """Return the names called a person that stand where only places do.

    "in Dhulikhel", "Mayor of Dhulikhel", "Dhulikhel, Nepal": behind "in", behind an office and
    "of", or before a comma and a country.
    """
    found: set[str] = set()
    for ent in ents:
        if ent.label_ not in PEOPLE:
            continue
        before = doc[ent.start - 1].lower_ if ent.start else ""
        before_that = doc[ent.start - 2].lower_ if ent.start > 1 else ""
        before_country = (
            ent.end + 1 < len(doc)
            and doc[ent.end].text == ","
            and doc[ent.end + 1].text in countries()
            and before not in ("and", ",")
        )
        held_at = before == "of" and ent.start > 1 and is_title_head(doc[ent.start - 2].text)
        # "the Akim of Orma Region Jane Roe" holds a name behind the place
        held_at = held_at and REGION_WORDS.isdisjoint(t.text for t in ent[:-1])
        inside = before in ("in", "near", "across") and before_that not in _TRUSTING
        if before_country or held_at or inside:
            found.add(ent.text)
    return frozenset(found)


def is_place_word(doc: Doc, at: int) -> bool:
    """Tell whether the word at ``at`` is a place's name, here or elsewhere in the document."""
    word, text = doc[at].text, text_of(doc)
    return word in places() or any(
        ent.label_ in ("LOC", "GPE") and text[ent.start_char : ent.end_char] == word
        for ent in doc.ents
    )
