"""For whom the holder of an office acts: "for the Agency, its Director", "Director X, on behalf of Y"."""

from __future__ import annotations

from communique.components.titles.holding import Holding
from communique.components.titles.sentences import Sentences, words

_MAX_CLAUSE, _MAX_BEHALF = 24, 16


def find_represented(text: Sentences, edge: int, start: int, holder: int) -> int | None:
    """Read "for the Agency, its [Director] X", "signing on behalf of the Union was Secretary X"."""
    at = text.skip_back(edge - 1)
    if text.lower(at) not in {"by", ",", "was", "were"}:
        return None
    for k in range(at, max(at - _MAX_CLAUSE, start) - 1, -1):
        if (text.kind(k) == "person" and k != holder) or text.unit(k).text == ";":
            return None
        if text.names(k) and text.unit(k - 1).text != "(":
            before = text.skip_back(k - 1)
            behalf = text.lower(before) == "of" and text.lower(before - 1) == "behalf"
            opens = before == start or text.lower(before - 1) in {";", ",", "and"}
            return k if behalf or (text.lower(before) == "for" and opens) else None
    return None


def find_served(text: Sentences, holding: Holding, start: int) -> int | None:
    """Read "by Chief X for the Y", "Secretary X, on behalf of the Y"."""
    at = max(holding.at, holding.phrase.close - 1) + 1
    at += text.unit(at).text == ","
    if text.lower(at) in {"on", "in"} and text.lower(at + 1) == "behalf":
        name = text.skip(at + 3)
    elif text.lower(at) == "for":
        before = text.skip_back(holding.phrase.edge - 1)
        elided = text.lower(before) in {",", "and"} and _signs_for(text, start, before)
        if before < start or not (text.lower(before) == "by" or elided):
            return None
        name = text.skip(at + 1)
        people = name > at + 1 and text.kind(name) == "word" and text.unit(name).capital
        if people and not text.unit(name + 1).capital:
            return name  # "by Chief X for the Kavo"
    else:
        return None
    return name if text.names(name) and not text.owns(name) else None


def _signs_for(text: Sentences, start: int, end: int) -> bool:
    """Tell whether somebody else signed for another: "X signed for the Bank, [Director] Y for the Port"."""
    verb = next((k for k in range(start, end) if text.lower(k) in words("acting_for")), end)
    return any(text.lower(k) == "for" for k in range(verb, end))


def find_signed_for(text: Sentences, holding: Holding) -> int | None:
    """Read "X, [Director], signed on behalf of Y", "X signed for Y in his capacity as [Director]"."""
    close = max(holding.at + 1, holding.phrase.close)
    sentence, verb = text.unit(holding.at).sentence, False
    between = range(holding.at + 1, holding.phrase.edge)
    for at in (*between, *range(close, close + _MAX_BEHALF)):
        unit = text.unit(at)
        if unit.sentence != sentence or unit.kind in {"person", "gap"} or unit.text == ";":
            return None
        verb = verb or unit.lower in words("acting_for")
        behalf = unit.lower == "behalf" and text.lower(at + 1) == "of"
        if verb and (behalf or (unit.lower == "for" and at in between)):
            name = text.skip(at + 1 + behalf)
            several = text.lower(name + 1) in {"and", "&"} and text.names(text.skip(name + 2))
            return name if text.names(name) and not several else None
    return None
