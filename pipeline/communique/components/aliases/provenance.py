"""Why a name is another name of the same person or body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.components.aliases.clusters import Clusters
from communique.components.mentions import Mention, Organization
from communique.components.reasons import Reason

#: The rules by which a bracket behind a name defines another form of it.
_IN_BRACKETS = frozenset(
    {
        "name-in-quotes",
        "acronym-in-brackets",
        "defined-in-brackets",
        "foreign-acronym",
        "name-in-brackets",
    }
)
#: How far behind a name the bracket that defines another form of it may reach, in characters.
_REACH = 24


def alias_reason(form: str, rule: str, short: Sequence[Mention], full: Sequence[Mention]) -> Reason:
    """Return why ``form``, whose mentions are ``short``, names what ``full`` names.

    It rests on the fuller name, and on what stands behind it where a bracket defines the form.
    """
    ends = {mention.end: mention for mention in full} if rule in _IN_BRACKETS else {}
    for mention in short if ends else ():
        for gap in range(1, _REACH):
            before = ends.get(mention.start - gap)
            if before is not None:
                return Reason("alias", rule, before.start, mention.end, form)
    return Reason("alias", rule, full[0].start, full[0].end, form)


def joined_forms(
    members: Iterable[int], bodies: Sequence[Organization], clusters: Clusters, name: str
) -> Iterator[Reason]:
    """Yield, for each of the members of one body that is not its ``name``, why it was joined."""
    for index in members:
        body = bodies[index]
        if body.name != name and index in clusters.links:
            rule, other = clusters.links[index]
            yield alias_reason(body.name, rule, body.mentions, bodies[other].mentions)
