"""Whose people the holder of an office is named among: "from the Tajik side, Minister X", "guests from Acme"."""

from __future__ import annotations

from communique.components.titles.sentences import Sentences, words

_MAX_SIDE = 60
#: What opens an item of a list.
_ITEMS = ("-", "–", "•", "*", "·")


def find_side(text: Sentences, edge: int, start: int) -> int | None:
    """Read "from the Tajik side, [Minister] X", "Chinese counterparts, including [Minister] X"."""
    line = edge
    while line > 0 and text.kind(line - 1) not in {"line", "gap"}:
        line -= 1
    if text.unit(line).text in _ITEMS:
        # an item of a list: the clause that it belongs to stands above
        while start > 0 and edge - start < _MAX_SIDE and text.kind(start - 1) != "gap":
            start -= 1
    for at in range(edge - 1, max(edge - _MAX_SIDE, start), -1):
        if text.unit(at).text == ";":
            return None
        listed = text.lower(at) in words("sides") and text.lower(at + 1) in words("listing")
        listed = listed or (
            text.unit(at + 1).text == "," and text.lower(at + 2) in words("listing")
        )
        group = text.lower(at) in words("delegations") and text.lower(at + 1) in words("including")
        if (text.lower(at) == "side" or listed or group) and text.kind(at - 1) in {
            "place",
            "body",
        }:
            on = text.skip_back(at - 2)
            opens = on == start or text.unit(on - 1).text in {";", ":"}
            behind = text.lower(at) == "side" and text.lower(on) == "on" and not opens
            closed = text.unit(at + 1).text in {",", ";"} or text.lower(at + 1) == "and"
            return _side_behind(text, edge) if behind and closed else at - 1
    return _side_behind(text, edge)


def _side_behind(text: Sentences, edge: int) -> int | None:
    """Return the country of "Minister X and Envoy Y, on the US side" behind an office at ``edge``."""
    sentence = text.unit(edge).sentence
    for at in range(edge, edge + _MAX_SIDE):
        unit = text.unit(at)
        if unit.sentence != sentence or unit.kind == "gap" or unit.text == ";":
            return None
        if text.lower(at - 1) == "and" and unit.lower.endswith("ed"):
            return None  # "greeted Minister X and renewed …"
        if unit.lower == "side" and text.kind(at - 1) in {"place", "body"}:
            return at - 1 if text.lower(text.skip_back(at - 2)) == "on" else None
    return None


def find_counterpart(text: Sentences, edge: int) -> int | None:
    """Read "his counterpart from Orla, [Mayor] X": the place or body behind "counterpart"."""
    name = edge - 1 - (text.unit(edge - 1).text == ",")
    if text.lower(name) in words("counterparts") and text.kind(name - 1) == "place":
        return name - 1  # "his Austrian counterpart, [Director] X"
    of = text.skip_back(name - 1)
    named = text.kind(name) in {"place", "body"} and text.lower(of) in {"from", "of", "at", "in"}
    return name if named and text.lower(of - 1) in words("counterparts") else None


def find_organ(text: Sentences, edge: int) -> int | None:
    """Read "the following Board of Directors: [Chairman] X", and the same above the lines of a list."""
    for at in range(edge - 1, max(edge - _MAX_SIDE, 0), -1):
        unit = text.unit(at)
        if unit.text == ":" and not _labels(text, at):
            return _organ_before(text, at)
        ends = unit.kind == "gap" or unit.sentence != text.unit(edge).sentence
        if ends and not _in_list(text, at, edge):
            return None
    return None


def _labels(text: Sentences, colon: int) -> bool:
    """Tell whether a colon stands behind a title or a short label of its line: "Chairman: X"."""
    return text.kind(colon - 2) in {"line", "gap"} or text.kind(colon - 3) in {"line", "gap"}


def _in_list(text: Sentences, at: int, edge: int) -> bool:
    """Tell whether the lines from ``at`` to ``edge`` are items of a list that bullets open."""
    line = edge
    while line > at and text.kind(line - 1) not in {"line", "gap"}:
        line -= 1
    return text.unit(line).text in _ITEMS


def _organ_before(text: Sentences, colon: int) -> int | None:
    start = text.start(colon)
    for at in range(colon - 1, start - 1, -1):
        named = not words("organs").isdisjoint(text.lower(at).split())
        if named and text.kind(at) in {"body", "word"}:
            return at
        if text.kind(at) == "person":
            return None
    return None


def find_group(text: Sentences, edge: int, start: int) -> int | None:
    """Read "representatives of the Bank, including [Director] X", "executives from Acme such as"."""
    for at in range(edge - 1, max(edge - _MAX_SIDE, start), -1):
        if text.lower(at) in words("listing"):
            name = at - 1 - (text.unit(at - 1).text == ",")
            of = text.skip_back(name - 1)
            group = text.lower(of) in {"of", "from", "at"} and text.lower(of - 1) in words("sides")
            return name if group and text.names(name) else None
        if text.unit(at).text == ";":
            return None
    return None
