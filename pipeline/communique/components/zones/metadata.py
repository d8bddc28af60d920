"""Metadata lines: date lines, "FOR IMMEDIATE RELEASE", the issuing office."""

from __future__ import annotations

import re

from communique.components.zones.date_lines import holds_date, is_date_line
from communique.components.zones.lexicon import MetadataKey, zone_lexicon
from communique.components.zones.paragraphs import Paragraph

#: Longest line that is read as metadata, in characters and in words.
_MAX_CHARACTERS = 200
_MAX_WORDS = 25
#: A longer line that ends as a sentence does was spoken, whatever stands in front ("Reporter: …?").
_SHORT = 5
#: Longest line of the form "Posted on 3 May 2023 by …", in words.
_POSTED_WORDS = 12

_BAR = re.compile(r"\s*[|｜]\s*")
_COLON = re.compile(r"\s*[:：]\s*")
_VALUE_END = re.compile(r"\s{2,}|[\t|｜]|\s*$")
_TRAILING_DATE = re.compile(r"\s*[-–—,|(]*\s*\d{1,2}\s+[^\W\d_]{3,}\.?\s+\d{4}\)?\s*$")
#: The rest of a line that gives the release's number: "No. 12/2023".
_NUMBER = re.compile(r"(?:no\.?|nr\.?|number|#|№)?\s*[\w/.-]*\d[\w/.-]*$")
_SEVERAL = re.compile(r"\s(?:and|&)\s(?:the\s)?[A-Z]|[,;、]")
_LETTER = re.compile(r"[^\W\d_]")


def is_metadata(paragraph: Paragraph, *, in_head: bool, in_tail: bool) -> bool:
    """Say whether a line speaks of the release.

    ``in_head``: it stands above the first running text, ``in_tail``: below the last. A bare date
    between them is part of a programme, a source there belongs to a figure or a quotation.
    """
    key = paragraph.key
    if len(key) > _MAX_CHARACTERS or paragraph.words > _MAX_WORDS:
        return False
    if (in_head or in_tail) and is_date_line(key):
        return True
    segments = _BAR.split(paragraph.plain)
    if in_head and len(segments) > 1 and all(map(_speaks_of_release, segments)):
        return True
    lexicon = zone_lexicon()
    match = lexicon.metadata_start.match(key)
    if match is None:
        return False
    entry = lexicon.metadata[re.sub(r"\s+", " ", match.group())]
    if (entry.head_only and not in_head) or is_issued_by(paragraph):
        return False
    if entry.role == "source" and not (in_head or in_tail):
        return False
    rest = key[match.end() :].strip(" .-–—/|")
    if rest.startswith((":", "：")) and entry.role != "kind":
        return entry.role != "other" or paragraph.words <= _SHORT or not paragraph.terminal
    if not rest.strip(":："):
        return " " in entry.phrase
    if is_date_line(rest):
        return True
    if in_head and entry.role == "date" and paragraph.words <= _POSTED_WORDS and holds_date(rest):
        return True
    if _NUMBER.match(rest) and entry.role in {"kind", "other"}:
        return True
    return entry.role == "source" and paragraph.plain.startswith("SOURCE ")


def _speaks_of_release(segment: str) -> bool:
    """Say whether one part of a line parted by bars is a date or begins with a key and a colon."""
    key = segment.casefold()
    if is_date_line(key):
        return True
    match = zone_lexicon().metadata_start.match(key)
    return match is not None and _COLON.match(key, match.end()) is not None


def is_kind_of_release(paragraph: Paragraph) -> bool:
    """Say whether a metadata line names the kind of release ("PRESS RELEASE")."""
    match = zone_lexicon().metadata_start.match(paragraph.key)
    if match is None:
        return False
    return zone_lexicon().metadata[re.sub(r"\s+", " ", match.group())].role == "kind"


def is_issued_by(paragraph: Paragraph) -> bool:
    """Say whether a line names in words who issues the release ("Joint press release by X and Y").

    Such a line is read as prose too: it can name several bodies.
    """
    match = zone_lexicon().metadata_start.match(paragraph.key)
    if match is None or paragraph.words > _MAX_WORDS or paragraph.plain.endswith("."):
        return False
    entry = zone_lexicon().metadata[re.sub(r"\s+", " ", match.group())]
    return entry.role == "issuer" and entry.phrase.endswith(" by")


def find_issuer(text: str, paragraphs: list[Paragraph]) -> tuple[int, int] | None:
    """Return the half-open characters of the issuing office that metadata lines name, or None.

    A line that names several bodies in words counts for none. One that says who issues the release goes before one that names a source; the earlier line
    goes before the later one.
    """
    found: dict[str, tuple[int, int]] = {}
    for paragraph in paragraphs:
        for role, (start, end) in _offices(text, paragraph):
            if "@" not in text[start:end] and not (
                is_issued_by(paragraph) and _SEVERAL.search(text, start, end)
            ):
                found.setdefault(role, (start, end))
    return found.get("issuer") or found.get("source")


def _offices(text: str, paragraph: Paragraph) -> list[tuple[str, tuple[int, int]]]:
    """Return the offices that stand behind keys anywhere in a metadata line, with the key's role."""
    lexicon = zone_lexicon()
    line = "".join(map(_lower, text[paragraph.start : paragraph.end]))
    keys: list[tuple[int, int, MetadataKey]] = []
    for match in re.finditer(r"(?<![^\W_])(?=[^\W_])", line):
        at = match.start()
        if keys and at < keys[-1][1]:
            continue
        key = lexicon.metadata_start.match(line, at)
        if key is None:
            continue
        entry = lexicon.metadata[re.sub(r"\s+", " ", key.group())]
        colon = _COLON.match(line, key.end())
        if colon is not None:
            keys.append((at, colon.end(), entry))
        elif not keys and entry.role in {"issuer", "source"} and _tells(line, key, entry):
            keys.append((at, key.end(), entry))
    offices = []
    for i, (_, begin, entry) in enumerate(keys):
        if entry.role not in {"issuer", "source"}:
            continue
        limit = keys[i + 1][0] if i + 1 < len(keys) else len(line)
        stop = _VALUE_END.search(line, begin, limit)
        span = _trim(
            text, paragraph.start + begin, paragraph.start + (stop.start() if stop else limit)
        )
        if span is not None:
            offices.append((entry.role, span))
    return offices


def _tells(line: str, key: re.Match[str], entry: MetadataKey) -> bool:
    """Say whether a key without a colon names an office behind it, and is no word of its name.

    "Source Harbour Office", "Issued by the Harbour Office"; not "by the Department of Ports".
    """
    at_start = not any(c.isalnum() for c in line[: key.start()])
    goes_on = line[key.end() :].lstrip().startswith(("of ", "for "))
    return (at_start or entry.phrase.endswith(" by")) and not goes_on


def _lower(character: str) -> str:
    """Lower case, but for the letters that become two: offsets must hold."""
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    date = _TRAILING_DATE.search(text, start, end)
    if date is not None:
        end = date.start()
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and text[end - 1] in " \t\u00a0,;|-–—*_)":
        end -= 1
    return (start, end) if _LETTER.search(text, start, end) else None
