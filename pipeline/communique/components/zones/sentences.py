"""Where sentences begin, by rules: punctuation, abbreviations, line breaks.

A paragraph (see :mod:`communique.components.zones.paragraphs`) always begins one. Inside it a
sentence ends at a full stop, question or exclamation mark that is followed by what can begin the
next: a capital, a figure, an opening quote or bracket. A stop behind an abbreviation ends one only
where the lexicon allows it. Long paragraphs without any stop, as exports of old archives have
them, are parted before capitalized small words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from communique.components.zones.abbreviations import (
    DOTTED,
    abbreviations,
    fold,
    sentence_starters,
)
from communique.components.zones.lexicon import zone_lexicon
from communique.components.zones.paragraphs import Paragraph

_CLOSERS = "\"'”’»)\\]*_"
_BULLETS = "•●▪■◦‣➢➤✓✔"
#: What can end a sentence: a run of stops, tried once, from its first (dot leaders can be very long).
_STOPS = (
    rf"(?P<stop>[.!?…](?<![.!?…].)[.!?…]*+)(?P<close>[{_CLOSERS}]*+)"
    r"(?P<space>\s+|(?=[A-Z“«][^\W\d_]))"
)
_STOP_END = re.compile(_STOPS)
#: The same where stops of East Asia or marks of lists within lines are in the text.
_END = re.compile(
    # what all that follows begins with: most places are passed over
    rf"(?=[.!?…。！？]|[ \t\u00a0][{_BULLETS}])(?:{_STOPS}"
    r"|(?P<wide>[。！？]+[”’」』）]*\s*)"
    rf"|(?P<bullet>[ \t\u00a0](?=[{_BULLETS}])))"
)
_OTHER_ENDS = re.compile(rf"[。！？{_BULLETS}]")
_BEFORE = re.compile(r"[^\s\"“”‘«»()\[\]/—–*_#]*$")
#: What may stand before the first word of a sentence.
_OPENERS = re.compile(r"(?:[\"'“‘«(\[*_¿¡]+|[-–—•●▪]\s+)*")
_NEXT_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})$")
#: How far back the word before a stop is looked for, in characters.
_REACH_BACK = 40
#: A paragraph of so many words without any full stop has lost its punctuation.
_LONG = 60
_STOP = re.compile(r"[.!?…。！？](?:\s|[\"'”’»)]|$)")
_LOST_STOP = re.compile(r"(?<!\S)(?P<last>[A-Za-z0-9]+)\s+(?=(?P<next>[A-Z][a-z]*)\s+(?P<then>\S))")


def _unpunctuated(text: str, paragraph: Paragraph) -> Iterator[int]:
    """Yield the likely beginnings in a text whose punctuation was lost.

    There a sentence begins with a capitalized small word that follows a word in small letters,
    unless that is a small word too ("in The Hague"), or that stands between a name and a word in
    small letters.
    """
    starters, small = sentence_starters(), zone_lexicon().function_words["en"]
    for match in _LOST_STOP.finditer(text, paragraph.start, paragraph.end):
        if match["next"].lower() not in starters or match["last"].lower() in small:
            continue
        if not match["last"][0].isupper() or match["then"][0].islower():
            yield match.start("next")


def sentence_starts(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[int]:
    """Yield the offsets, in order, at which the sentences of a text begin."""
    pattern = _END if _OTHER_ENDS.search(text) else _STOP_END
    for paragraph in paragraphs:
        yield paragraph.start
        begin = paragraph.start
        if paragraph.words >= _LONG and not _STOP.search(text, paragraph.start, paragraph.end):
            yield from _unpunctuated(text, paragraph)
            continue
        for match in pattern.finditer(text, paragraph.start, paragraph.end):
            at = match.end()
            if at >= paragraph.end or at <= begin:
                continue
            if match["stop"] is None or _ends(text, begin, paragraph.end, match):
                begin = at
                yield at


def _ends(text: str, begin: int, limit: int, match: re.Match[str]) -> bool:
    """Say whether a sentence that began at ``begin`` ends at the stop matched."""
    opener = _OPENERS.match(text, match.end(), limit)
    following = _NEXT_WORD.match(text, opener.end() if opener else match.end(), limit)
    if following is None:
        return False
    word = following.group()
    if not (word[0].isupper() or word[0].isdigit() or not (word[0].islower() or word[0].isupper())):
        return False
    stop = match["stop"]
    before = _BEFORE.search(text, max(begin, match.start() - _REACH_BACK), match.start())
    last = before.group() if before else ""
    if stop != ".":
        return bool(last or match["close"] or len(stop) > 1 or stop == "…")
    if not match["space"]:
        return len(last) > 2 and last[-1].islower() and "." not in last and "@" not in last
    if not last:
        return True
    if _LIST_NUMBER.match(last) and not text[begin : match.start() - len(last)].strip("( *_#-–•"):
        return False
    starter = word.casefold() in sentence_starters() and word[0].isupper()
    if last.endswith(("!", "?")):
        return True
    if len(last) == 1 and last.isalpha():
        return starter
    if DOTTED.fullmatch(last):
        return starter
    kind = abbreviations().get(fold(last.rsplit("-", 1)[-1]))
    if kind is None:
        return True
    if kind == "title":
        return False
    if kind == "number" and word[0].isdigit():
        return False
    return starter or (kind == "number" and last.islower() and len(last) > 1)
