"""Which names are one organization's.

The procedure, in this order, within one release and nowhere else:

1. Names that are the same words are one, whatever their case, article, accents, spelling ("Labour",
   "Labor") or legal form; of a state's bodies also in another order ("Romanian Embassy", "Embassy
   of Romania"); of public bodies with the head first or last ("Committee on Piers", "Piers
   Committee"); of one leader's administration; and the names of one widely known body.
2. A name defined in brackets behind a fuller one is its alias: an acronym whose letters stand in
   the name in order, or most of them begin its words, or any name in quotes (`("Constantia")`);
   so is an acronym that an apposition explains ("OWA, Ruritania's National Water Agency").
3. A company's short form: the first words of exactly one fuller name ("Nissan" of "Nissan Motor
   Co., Ltd."), what is left over being more than a place.
4. Names that differ only in words of level and in places ("Shenyang Municipal Government",
   "Shenyang Municipal People's Government"), or in the body or country that stands before or
   behind them ("Armed Services Committee", "Senate Armed Services Committee").
5. A name without a definition that the first letters of exactly one name spell.
6. A head that may stand alone ("the Administration"): exactly one name has it.

Where there are several candidates, none is taken. No step compares every name with every other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from communique.components.aliases.appositions import join_appositions, join_native
from communique.components.aliases.clusters import Clusters
from communique.components.aliases.joining import (
    inner_body,
    join_bare_heads,
    join_defined,
    join_equal,
    join_levels,
    join_parts,
    join_short_forms,
)
from communique.components.aliases.own_acronyms import join_own_acronyms
from communique.components.aliases.posts import join_posts
from communique.components.aliases.provenance import joined_forms
from communique.components.aliases.spelled import join_spelled
from communique.components.aliases.wholes import with_countries, with_parents
from communique.components.aliases.wordings import (
    join_administrations,
    join_bare_levels,
    join_committees,
    join_endings,
    join_governments,
    join_tasks,
    join_told_levels,
    join_wordings,
)
from communique.components.mentions import Mention, Organization
from communique.components.organizations.kind import organization_type
from communique.components.organizations.lexicon import (
    known_organizations,
    organization_heads,
)
from communique.components.organizations.names import (
    is_acronym,
    name_words,
)


def resolve_organizations(
    organizations: Iterable[Organization],
    text: str,
    places: Collection[str],
    defined: Sequence[tuple[str, str]] = (),
) -> tuple[Organization, ...]:
    """Join the organizations whose names are one body's; ids are given anew, by first mention.

    ``text`` is the document's, in which definitions in brackets are looked for; ``places`` are
    the surface forms of its places; ``defined`` are pairs of an alias and the name that the
    release defines it for. A name that is a bare head ("the Ministry") is left out unless it was
    defined or may stand alone: it is a short form at most, added by ``communique_aliases``.
    """
    bodies = list(organizations)
    words = [name_words(body.name) for body in bodies]
    clusters = Clusters(len(bodies))
    join_equal(bodies, words, text, clusters)
    join_posts(bodies, clusters)
    join_wordings(bodies, words, clusters)
    join_governments(bodies, words, clusters)
    join_administrations(bodies, text, clusters)
    join_defined(bodies, text, clusters)
    join_appositions(bodies, text, clusters)
    join_native(bodies, text, clusters)
    by_name = {body.name: index for index, body in enumerate(bodies)}
    for alias, full in defined:
        if alias in by_name and full in by_name:
            inner = inner_body(alias, full, by_name, by_name[full])
            clusters.join(by_name[alias], inner, "defined-in-brackets")
    telling = {clusters.find(i) for i, body in enumerate(bodies) if not _is_bare_head(body.name)}
    named = [index for index in range(len(bodies)) if clusters.find(index) in telling]
    place_words = {word for place in places for word in name_words(place)}
    join_short_forms(bodies, words, place_words, named, clusters)
    join_own_acronyms(bodies, words, place_words, named, clusters)
    join_levels(words, place_words, named, clusters)
    join_told_levels(bodies, words, clusters)
    join_parts(bodies, words, place_words, named, clusters)
    join_spelled(bodies, named, clusters)
    join_endings(bodies, clusters)
    join_tasks(bodies, clusters)
    join_committees(words, clusters)
    join_bare_levels(bodies, clusters)
    join_bare_heads(bodies, words, text, named, clusters)
    members: dict[int, list[int]] = defaultdict(list)
    for index in named:
        members[clusters.find(index)].append(index)
    joined = []
    for group in members.values():
        body = _merge([bodies[index] for index in group])
        joined.append((body, tuple(joined_forms(group, bodies, clusters, body.name))))
    joined.sort(key=lambda found: found[0].mentions[0].start)
    numbered = [
        replace(body, id=f"o{n}", reasons=reasons) for n, (body, reasons) in enumerate(joined, 1)
    ]
    return with_countries(with_parents(numbered, text), text)


def _is_bare_head(name: str) -> bool:
    head = organization_heads().get(name)
    return head is not None and not head.bare


def _merge(members: Sequence[Organization]) -> Organization:
    """Join organizations into one under the fullest name that is not all in capitals."""
    best = max(
        members,
        key=lambda o: (
            not is_acronym(o.name),
            not o.name.isupper(),
            len(name_words(o.name)),
            -o.mentions[0].start,
        ),
    )
    mentions: list[Mention] = sorted(m for o in members for m in o.mentions)
    aliases = dict.fromkeys(" ".join(m.text.split()) for m in mentions)
    types = [o.type for o in (best, *members) if o.type != "other"]
    known = known_organizations()
    kind = next((known[o.name] for o in members if o.name in known), None)
    return replace(
        best,
        type=kind or (types[0] if types else organization_type(best.name)),
        mentions=tuple(mentions),
        aliases=tuple(alias for alias in aliases if alias != best.name),
    )
