"""Whether "today" is the day of speech or means nowadays ("today's economy")."""

from __future__ import annotations

import re
from functools import cache

from communique.components.dates import atoms as lexicon

_POSSESSIVE = re.compile(r"\s?['’]?s\s+([\w-]+)(?:[,\s]+([\w-]+))?")
_OF = re.compile(r"(?i)\b(?:of|for)\s+$")
_OPENING = re.compile(r"(?:^|[.!?”\"*•–-]\s*|\n\s*|\band\s+|\bBut\s+|:\s*)$")
_ANNOUNCED = r"(?:announc|launch|releas|sign|publish|unveil|proud|pleas|delight|honou?r|excit|tak|introduc|propos|issu|mark|join|celebrat|gather|call|nominat|appoint|committ|award|meet|visit|host|provid|send|deliver|here|impos|direct|order|a\s+(?:great|historic|proud|special|big|sad|day)|the\s+(?:day|first|anniversary))"
_STATE = re.compile(
    rf"(?:(?:is|are)\s+(?!{_ANNOUNCED})(?:\w+)|(?:has|have)\s+(?!{_ANNOUNCED})(?!(?:[a-z]+ly\s+)?(?:been|made|given|taken|won|sent|set|begun|held|met|built|put|said|told|led|paid|sold|issued|[a-z]+ed)\b)(?:[a-z]+|\d+)"
    r"|(?:offers?|operates?|serves?|employs?|remains?|stands?|consists?|comprises?|boasts?|includes?|there\s+are|there\s+is)\b)"
)
_FIRST_PERSON = re.compile(r"(?i)\b(?:I|we|my|our|us|you)\b")
_VERB = re.compile(
    r"\b(?:is|are|has|have|had|was|were|will|offers?|operates?|serves?|employs?|remains?|stands?|consists?|comprises?|boasts?|includes?|[a-z]+ed|said|met|took|made|held|am)\b"
)


#: "They are still popular today", "Forty mills already run today": a state that ends with it.
_STILL = re.compile(
    r"(?i)\b(?:(?:is|are|remains?)\s+(?:still|widely|commonly|now)|still|already|continues?\s+to)\b(?:(?![.;]|\b(?:said|announc|will|was|were)).)*$"
)
_SEEN = re.compile(
    r"\b(?:we|they|you|people|I)\s+(?:all\s+)?(?:see|know|have|face|live\s+in|use|enjoy|experience)\s+$"
)
#: "Today it makes a third of all yarn."
_PRESENT = re.compile(r",?\s+(?:it|they)\s+(?:is\s|are\s|has\s|have\s|[a-z]+[^\Ws]s?\s)(?<!ed\s)")


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicon.read_toml("today.toml")["nowadays"].split())


def is_nowadays(text: str, start: int, end: int, begin: int, finish: int) -> bool:
    """Judge the "today" at start to end, in a sentence from ``begin`` to ``finish``.

    Nowadays it is in front of what no single day has ("today's world"), behind "of" ("the youth of
    today"), and where a sentence that it opens, or that it follows the subject of, or that it ends,
    tells a state of things.
    """
    possessive = _POSSESSIVE.match(text, end)
    if possessive:
        return any(word and word.lower() in _nouns() for word in possessive.groups())
    before = text[max(begin, start - 120) : start]
    if _OF.search(before) and text[start].islower():
        return True
    if _STILL.search(before) or _SEEN.search(before) or before.rstrip().endswith("the world"):
        return True
    if re.search(r"\b(?:is|are|remains?)\s+(?:still\s+)?$", before) and re.match(
        r"\s+(?:a|an|the|one|home|known|in)\b", text[end : end + 10]
    ):
        return True
    rest = text[end : min(finish, end + 140)]
    if _OPENING.search(text[max(0, start - 8) : start]) and text[end : end + 1] == ",":
        verb = _VERB.search(rest)
        if verb is None or _FIRST_PERSON.search(rest[: verb.start()]):
            return False
        return _STATE.match(rest, verb.start()) is not None
    if re.match(r"[^.;]{0,80}\bof\s+tomorrow\b", rest):
        return True
    if re.match(r",?\s+there\s+(?:is|are)\b", rest):
        return True
    if _PRESENT.match(rest) and _OPENING.search(text[max(0, start - 8) : start]):
        return True
    state = re.match(r"\s+(?=has\s|have\s)", rest)
    return state is not None and _STATE.match(rest, state.end()) is not None
