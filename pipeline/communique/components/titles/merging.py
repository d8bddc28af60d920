"""One entry for one office: repetitions and short forms of a person's title are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from communique.components.titles.lexicon import abbreviations, is_rank_in_letters
from communique.components.titles.provenance import with_body_of
from communique.components.titles.types import Title

_SMALL = frozenset(["of", "the", "and", "for", "in", "to", "a", "an", "&", "at", "on"])
_RANKING = frozenset(
    [
        "vice",
        "deputy",
        "assistant",
        "associate",
        "acting",
        "second",
        "under",
        "sub",
        "co",
        "former",
        "first",
        "interim",
        "ag",
    ]
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A title with what it rests on: ``explicit`` when its body was named beside it, and the rule."""

    title: Title
    head: str
    explicit: bool
    rule: str


def merge(claims: list[Claim]) -> list[Title]:
    """Return the titles of all persons, each office once, in order of the text."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: c.rule == "succession"):
        for at, other in enumerate(kept):
            merged = _merged(other, claim)
            if merged is not None:
                kept[at] = merged
                break
        else:
            kept.append(claim)
    # a short form may come before the fullest one
    final: list[Claim] = []
    for at, claim in enumerate(kept):
        if not any(_shorter(claim, other) for k, other in enumerate(kept) if k != at):
            final.append(claim)
    return [
        c.title for c in sorted(final, key=lambda c: (c.title.start, c.title.end, c.title.person))
    ]


def _words(title: str) -> list[str]:
    return [w for w in re.findall(r"[\w&]+", title.lower()) if w not in _SMALL]


def _same_body(a: Claim, b: Claim) -> bool:
    if not (a.explicit and b.explicit):
        return True
    if a.title.organization or b.title.organization:
        return a.title.organization == b.title.organization
    return a.title.organization_name == b.title.organization_name


def _merged(a: Claim, b: Claim) -> Claim | None:
    """Return one claim for two of the same title, None where they are two offices."""
    if a.title.person != b.title.person or _key(a.title.title) != _key(b.title.title):
        return None
    if not _same_body(a, b):
        return None
    if is_rank_in_letters(a.title.title) and not is_rank_in_letters(b.title.title):
        a, b = b, a  # "Sen." is only a style, "Senator" the title
    if b.explicit and not a.explicit:
        return Claim(
            replace(
                with_body_of(a.title, b.title),
                organization=b.title.organization,
                organization_name=b.title.organization_name,
                organization_source=b.title.organization_source,
            ),
            a.head,
            explicit=True,
            rule=a.rule,
        )
    if len(b.title.title) > len(a.title.title) and b.rule != "succession":
        # "CEO" first, "Chief Executive Officer" later: the words are what the title is
        named = replace(
            with_body_of(b.title, a.title),
            organization=a.title.organization,
            organization_name=a.title.organization_name,
            organization_source=a.title.organization_source,
        )
        return Claim(named, a.head, a.explicit, a.rule)
    return a


def _key(title: str) -> str:
    # "(Law)" says what "for Law" does
    words = [w for w in re.findall(r"[\w&]+", _spelled_out(title).lower()) if w != "for"]
    return re.sub(r"(?<=[a-z]{3}[^s])s$", "", " ".join(words))


def _spelled_out(title: str) -> str:
    """Return a title with its abbreviations spelled out ("Sen." is "senator")."""
    known = abbreviations()
    words = (known.get(word) or known.get(word.capitalize()) for word in title.split())
    return " ".join(
        (head.stands_for if head else "") or word
        for head, word in zip(words, title.split(), strict=True)
    )


def _are_alike(a: str, b: str) -> bool:
    """Tell whether one of two heads opens or ends the other: "secretary", "secretary of state"."""
    short, full = sorted((a.replace("-", " "), b.replace("-", " ")), key=len)
    return f"{full} ".startswith(f"{short} ") or f" {full}".endswith(f" {short}")


def _initials(words: list[str]) -> str:
    return "".join(w[0] for w in words)


def _shorter(short: Claim, full: Claim) -> bool:
    """Tell whether ``short`` is only a short form of ``full`` ("Minister" of "Minister for Law")."""
    if short.title.person != full.title.person or short.title.when != full.title.when:
        return False
    a, b = _words(_spelled_out(short.title.title)), _words(_spelled_out(full.title.title))
    if a == b or not _same_body(short, full):
        return False
    if a == ["minister"] and "minister" in b:
        return True
    if len(a) == 1 and short.title.title.isupper() and _initials(b).startswith(a[0]):
        return len(a[0]) > 1
    if short.explicit and not full.explicit:
        return False
    if (
        len(a) >= len(b)
        or not set(a) < set(b)
        or " and " in full.title.title
        or "/" in full.title.title
    ):
        return (
            len(a) < len(b)
            and short.head == full.head
            and set(a) < set(b)
            and a[0] == b[0]
            and not short.explicit
            and " for " not in short.title.title
        )
    return _are_alike(short.head, full.head) and not (set(b) - set(a)) & _RANKING
