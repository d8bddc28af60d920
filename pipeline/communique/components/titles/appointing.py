"""Who gives somebody an office has it to give: "The Trust has named Jane Roe director"."""

from __future__ import annotations

from communique.components.titles.holding import Holding
from communique.components.titles.sentences import Sentences, words

#: How long what is said of the body before the verb may be: "the Trust, a maker of boats, has named".
_MAX_ASIDE = 14


def find_appointing(text: Sentences, holding: Holding, start: int) -> int | None:
    """Return the unit of the body that is the subject of the verb before the name.

    ``start`` is the first unit of the sentence. Councils, boards and governments appoint for others.
    """
    if holding.at > holding.phrase.edge:
        return None
    verb = text.skip_back(holding.at - 1)
    if verb <= start or text.lower(verb) not in words("appointing"):
        return None
    at = verb - 1
    while at > start and text.lower(at) in words("before_appointing"):
        at -= 1
    if text.unit(at).text == ",":
        at = _before_aside(text, at, start)
    if at < start or not text.names(at) or text.owns(at):
        return None
    if not words("appoints_for_others").isdisjoint(text.lower(at).split()):
        return None
    before = text.skip_back(at - 1)
    behind_preposition = before >= start and text.lower(before) in words("prepositions")
    return None if behind_preposition else at


def find_proposing(text: Sentences, holding: Holding, start: int) -> int | None:
    """Read "The Board will propose the election of X as [Chair]": the last organ named before the name."""
    elects = False
    for at in range(holding.at - 1, start - 1, -1):
        elects = elects or text.lower(at) in words("electing")
        if text.kind(at) == "person":
            return None
        organ = text.kind(at) in {"body", "word"} and text.lower(at).split()[:1]
        if elects and organ and organ[0] in words("organs") and text.names(at):
            return at
    return None


def _before_aside(text: Sentences, end: int, start: int) -> int:
    """Return the unit before the words between two commas, the second of which stands at ``end``."""
    for at in range(end - 1, max(end - _MAX_ASIDE, start), -1):
        if text.kind(at) in {"person", "line", "gap"}:
            break
        if text.unit(at).text == ",":
            return at - 1
    return -1
