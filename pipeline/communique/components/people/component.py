"""The component ``communique_people``: names of human beings."""

from __future__ import annotations

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions
from communique.components.lexicon_files import lexicon_for_new, use_lexicon
from communique.components.listed_names import listed_ranges
from communique.components.mentions import Mention, Person
from communique.components.people.lexicon import not_people_by_name, people_by_name
from communique.components.people.mentions import TokenRange, entity_ranges, recurrences
from communique.components.people.offices import behind_office
from communique.components.people.single_words import without_stray_words
from communique.components.people.surroundings import (
    after_honorific,
    before_title,
    sign_of,
)
from communique.components.sentence_ranges import sentences_around
from communique.components.text import surface, words_of
from communique.components.titles.lexicon import added_titles
from communique.components.zones.selection import ZoneSelection

#: Before these, what the recogniser calls a body is one, even where a title follows
#: ("Jane Roe of Acme Widgets, Chairman of the Board").
_BEFORE_BODIES = frozenset({"of", "at", "for", "from", "the", "with"})


@Language.factory(
    "communique_people",
    default_config={"surroundings": True},
    requires=["doc.ents", "doc._.zones", "doc._.dateline"],
    assigns=["doc._.people"],
)
def create_people(nlp: Language, name: str, *, surroundings: bool) -> PeopleComponent:
    """Return the component for a pipeline's config."""
    return PeopleComponent(surroundings=surroundings)


class PeopleComponent:
    """Assigns ``doc._.people``, one ``Person`` for each distinct surface form.

    ``surroundings``: whether names that the recogniser missed are taken from the honorific or the
    title beside them. Which forms are one person's is decided by ``communique_aliases``.
    """

    def __init__(self, *, surroundings: bool = True) -> None:
        register_extensions()
        self.lexicon = lexicon_for_new()
        self.surroundings = surroundings

    def __call__(self, doc: Doc) -> Doc:
        """Find the mentions of people in the analysed zones."""
        use_lexicon(self.lexicon)
        analysed = ZoneSelection(doc)
        dateline = doc._.dateline
        taken: dict[int, TokenRange] = {}

        def take(found: TokenRange) -> None:
            start, end = found
            at = doc[start].idx
            in_dateline = dateline is not None and dateline.start <= at < dateline.end
            if (
                at in analysed
                and not in_dateline
                and not any(i in taken for i in range(start, end))
            ):
                taken.update(dict.fromkeys(range(start, end), found))

        for found in listed_ranges(doc, people_by_name()):
            take(found)
        ents = doc.ents
        signs = [(at, sign) for at, sign in enumerate(map(sign_of, words_of(doc))) if sign]
        if self.surroundings:
            for start, end, places in sentences_around(doc, [at for at, sign in signs if sign[0]]):
                for found in after_honorific(doc, places, end):
                    take(found)
                for found in behind_office(doc, places, start, end):
                    take(found)
        for found in entity_ranges(doc, ents):
            take(found)
        if self.surroundings:
            bodies = {i for ent in ents if ent.label_ == "ORG" for i in range(ent.start, ent.end)}
            for first, last, places in sentences_around(doc, [at for at, sign in signs if sign[1]]):
                for start, end in before_title(doc, places, first, last):
                    called_a_body = not bodies.isdisjoint(range(start, end))
                    if not (called_a_body and start and doc[start - 1].lower_ in _BEFORE_BODIES):
                        take((start, end))
        for found in recurrences(doc, set(taken.values())):
            take(found)
        names = without_stray_words(doc, set(taken.values()))
        if not_people_by_name() or added_titles():
            names = {(a, b) for a, b in names if not _listed_otherwise(surface(doc, a, b))}
        doc._.people = group(doc, sorted(names))
        return doc


def _listed_otherwise(text: str) -> bool:
    """Tell whether a user's lexicon says that a name is no person's, or a title."""
    return text in not_people_by_name() or text.lower() in added_titles()


def group(doc: Doc, ranges: list[TokenRange]) -> tuple[Person, ...]:
    """Return one ``Person`` for each distinct surface form among the token ranges, in order."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for start, end in ranges:
        text, at = surface(doc, start, end), doc[start].idx
        mentions[" ".join(text.split())].append(Mention(at, at + len(text), text))
    return tuple(
        Person(f"p{number}", name, tuple(found))
        for number, (name, found) in enumerate(mentions.items(), 1)
    )
