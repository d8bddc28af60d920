"""What belongs to the page instead of the report: menus, footers, addresses, contacts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.components.zones.date_lines import is_date_line
from communique.components.zones.lexicon import zone_lexicon
from communique.components.zones.paragraphs import Paragraph

#: Longest line that a footer phrase at its beginning, or inside it, makes boilerplate, in words.
_MAX_WORDS = 40
_MAX_WORDS_INSIDE = 25
#: How far into a line addresses and labels are looked for, in characters.
_MAX_CHARACTERS = 600
#: Longest line that announces contacts, in words.
_CONTACT_WORDS = 60
#: Longest address line, in words; within how many words the street must be named.
_ADDRESS_WORDS = 14
_STREET_WITHIN = 5
#: Fewest lines of a menu, the share of known labels among them, and its longest label in words.
_MENU_LINES = 4
_MENU_SHARE = 0.4
_MENU_WORDS = 5

_BAR = re.compile(r"[|｜·•»›>/\u2192]")
_SEPARATOR = re.compile(r"\s*(?:[|｜·•»›>]|/(?=\s)|\u2192)\s*")
_MARKUP_ONLY = re.compile(
    r"\s*(?:\{:[^{}]*\}|!\[[^\[\]]*\]\([^()\s]*\)|</?[a-z][^<>]*>)\s*", re.IGNORECASE
)
_END_MARK = re.compile(r"[-–—\s]+(?:30|ends?|more)[-–—\s]*$", re.IGNORECASE)
_REACH = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # e-mail
    r"|(?:https?://|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|int|io|[a-z]{2})(?:/\S*)?(?=[\s,;)]|$)"
    r"|\+?\(?(?:\d[\s().\u00a0/–-]{0,3}){6,18}\d(?:\s*(?:ext|x)\.?\s*\d+)?",
    re.IGNORECASE,
)
#: Without one of these in it, a line has nothing of the kind.
_SIGN_OF_REACH = re.compile(
    r"@|://|[wW]{3}\.|\.[^\W\d_]|\d(?:[\s().\u00a0/–-]{0,3}\d){6}",
)
_POSTAL = re.compile(
    r"(?:[^\W\d_]+ ){0,3}[^\W\d_]+(?:,|,? [A-Z]{2},?) (?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)"
    r"|[^\W\d_]+ \d{6}"
)
_EARLY_DIGIT = re.compile(r".{0,12}\d")
_HEADING_END = re.compile(r"\s*(?:[:：(\[]|$)")
_CALL = re.compile(r"\b(?:contact|call|e-?mail|reach|phone|tel)\b")
_WORD = re.compile(r"[^\W\d_]+")


def is_boilerplate(paragraph: Paragraph) -> bool:
    """Say whether a line, seen alone, belongs to the page."""
    lexicon = zone_lexicon()
    key = paragraph.key
    if not any(map(str.isalnum, key)) or _MARKUP_ONLY.fullmatch(paragraph.text):
        return True
    if key in lexicon.boilerplate_lines or _END_MARK.match(paragraph.text):
        return True
    if paragraph.words <= _MAX_WORDS and lexicon.boilerplate_start.match(key):
        return True
    if paragraph.words <= _MAX_WORDS_INSIDE and lexicon.boilerplate_inside.search(key):
        return True
    return is_reach(paragraph) or _is_address(paragraph) or _is_menu_line(key)


def is_reach(paragraph: Paragraph) -> bool:
    """Say whether a line is telephone numbers, e-mail and web addresses and their labels alone."""
    if paragraph.words > _MAX_WORDS or len(paragraph.plain) > _MAX_CHARACTERS:
        return False
    if not _SIGN_OF_REACH.search(paragraph.plain) or is_date_line(paragraph.key):
        return False
    rest, hits = _REACH.subn(" ", paragraph.plain)
    words = _WORD.findall(rest.casefold())
    return hits > 0 and all(word in zone_lexicon().contact_keys for word in words)


def has_reach(paragraph: Paragraph) -> bool:
    """Say whether a line holds a telephone number, an e-mail or a web address."""
    return _REACH.search(paragraph.plain[:_MAX_CHARACTERS]) is not None


def is_contact_heading(paragraph: Paragraph) -> bool:
    """Say whether a line announces media contacts, or names them itself."""
    key = paragraph.key
    match = zone_lexicon().contact_start.match(key)
    if match is None or paragraph.words > _CONTACT_WORDS:
        return False
    if _HEADING_END.match(key, match.end()):
        return True
    return is_reach(paragraph) or (has_reach(paragraph) and _CALL.search(key) is not None)


def _is_address(paragraph: Paragraph) -> bool:
    """A street with its number, or a place with its postal code, and nothing else."""
    plain = paragraph.plain
    if paragraph.words > _ADDRESS_WORDS or paragraph.bullet or "(" in plain:
        return False
    if not any(map(str.isdigit, plain)):
        return False
    if _POSTAL.fullmatch(plain.rstrip(" .,")):
        return True
    words = _WORD.findall(plain)
    known = zone_lexicon().address_words
    named = any(word.casefold() in known for word in words[:_STREET_WITHIN])
    return (
        named
        and (
            plain[0].isdigit()
            or (words[0].casefold() in known and _EARLY_DIGIT.match(plain) is not None)
        )
        and not paragraph.terminal
        and all(word[0].isupper() or word.casefold() in known for word in words)
    )


def _is_menu_line(key: str) -> bool:
    """Several labels in one line, parted by bars or arrows."""
    if len(key) > _MAX_CHARACTERS or not _BAR.search(key):
        return False
    labels = [label for label in _SEPARATOR.split(key) if label]
    known = sum(map(_is_label, labels))
    if len(labels) >= _MENU_LINES + 1 and known and all(map(_short, labels)):
        return True
    return len(labels) >= 3 and known * 2 >= len(labels)


def _short(label: str) -> bool:
    return label.count(" ") < _MENU_WORDS and not any(map(str.isdigit, label))


def _is_label(key: str) -> bool:
    menu = zone_lexicon().menu
    return key in menu or (key.startswith("about ") and key.count(" ") < _MENU_WORDS)


def _may_be_label(paragraph: Paragraph) -> bool:
    plain = paragraph.plain
    return (
        0 < paragraph.words <= _MENU_WORDS
        and len(plain) <= 45
        and not paragraph.terminal
        and not plain.endswith(",")
        and not any(map(str.isdigit, plain))
    )


def menus(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Return the places of the paragraphs that make up menus at the top and at the bottom.

    A menu is a run of short lines, enough of them known labels, with no running text between it
    and the end (or the beginning) of the release.
    """
    prose = [i for i, paragraph in enumerate(paragraphs) if paragraph.prose]
    if not prose:
        return set()
    found: set[int] = set()
    for first, last in ((0, prose[0]), (prose[-1] + 1, len(paragraphs))):
        run: list[int] = []
        for i in range(first, last + 1):
            if i < last and _may_be_label(paragraphs[i]):
                run.append(i)
                continue
            known = sum(_is_label(paragraphs[j].key) for j in run)
            if len(run) >= _MENU_LINES and known >= max(2, _MENU_SHARE * len(run)):
                found.update(_without_headline(run, paragraphs) if first == 0 else run)
            run = []
    return found


def _without_headline(run: list[int], paragraphs: Sequence[Paragraph]) -> list[int]:
    """A short headline directly under a menu is no label."""
    last = run[-1]
    return run if _is_label(paragraphs[last].key) else run[:-1]
