"""The component ``communique_aliases``: one entity for the many names of a person or a body."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.aliases.definitions import find_definitions
from communique.components.aliases.organizations import resolve_organizations
from communique.components.aliases.people import resolve_people
from communique.components.aliases.short_forms import (
    Coverage,
    TokenIndex,
    add_organizations,
    add_people,
)
from communique.components.extensions import register_extensions
from communique.components.lexicon_files import lexicon_for_new, use_lexicon
from communique.components.mentions import Organization, Person
from communique.components.organizations.kind import organization_type
from communique.components.text import text_of


@Language.factory(
    "communique_aliases",
    default_config={"short_forms": True},
    requires=["doc._.people", "doc._.organizations", "doc._.places"],
    assigns=["doc._.people", "doc._.organizations"],
)
def create_aliases(nlp: Language, name: str, *, short_forms: bool) -> AliasesComponent:
    """Return the component for a pipeline's config."""
    return AliasesComponent(short_forms=short_forms)


class AliasesComponent:
    """Joins ``doc._.people`` and ``doc._.organizations`` into entities, and adds their short forms.

    ``short_forms``: whether mentions are added that only the fuller name elsewhere in the release
    shows to be one ("Li", "the Ministry").
    """

    def __init__(self, *, short_forms: bool = True) -> None:
        register_extensions()
        self.lexicon = lexicon_for_new()
        self.short_forms = short_forms

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the names of one release."""
        use_lexicon(self.lexicon)
        places = {place.text for place in doc._.places}
        people = resolve_people(_without_places(doc), text_of(doc))
        bodies, defined = _with_defined(text_of(doc), doc._.organizations)
        organizations = resolve_organizations(bodies, text_of(doc), places, defined)
        if self.short_forms:
            index = TokenIndex(doc)
            covered = Coverage.of(
                [*(p.mentions for p in people), *(o.mentions for o in organizations)]
            )
            people = add_people(people, index, covered, places)
            organizations = add_organizations(organizations, index, covered)
            doc._.places = tuple(p for p in doc._.places if not covered.overlaps(p.start, p.end))
        doc._.people = people
        doc._.organizations = organizations
        return doc


def _without_places(doc: Doc) -> tuple[Person, ...]:
    """Leave out people of one word that only opens names of bodies ("Shenyang" Polytechnic).

    Their mentions become places, unless the word is also in a person's full name.
    """
    openers = {o.name.split()[0] for o in doc._.organizations if " " in o.name}
    in_full_names = {w for p in doc._.people if " " in p.name for w in p.name.split()}
    places = [p for p in doc._.people if p.name in openers and p.name not in in_full_names]
    if not places:
        return tuple(doc._.people)
    moved = [m for p in places for m in p.mentions]
    doc._.places = tuple(sorted([*doc._.places, *moved]))
    return tuple(p for p in doc._.people if p not in places)


def _with_defined(
    text: str, organizations: tuple[Organization, ...]
) -> tuple[tuple[Organization, ...], list[tuple[str, str]]]:
    """Add a mention for each alias that a bracket defines and nothing has found yet.

    Returns the organizations and the pairs of an alias and the name that it is defined for.
    """
    covered = Coverage.of(body.mentions for body in organizations)
    bodies = list(organizations)
    at = {body.name: index for index, body in enumerate(bodies)}
    pairs: list[tuple[str, str]] = []
    for definition in find_definitions(text, organizations):
        alias = definition.alias
        full = organizations[definition.organization]
        pairs.append((alias.text, full.name))
        if covered.overlaps(alias.start, alias.end):
            continue
        covered.add(alias.start, alias.end)
        if alias.text in at:
            old = bodies[at[alias.text]]
            bodies[at[alias.text]] = replace(old, mentions=tuple(sorted((*old.mentions, alias))))
        else:
            at[alias.text] = len(bodies)
            kind = organization_type(alias.text, default=full.type)
            bodies.append(Organization("", alias.text, kind, (alias,)))
    return tuple(bodies), pairs
