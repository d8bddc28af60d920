"""Short forms that name a person or a body only because the release has the full name.

"Li" behind "Li Gang", "the Ministry" where one ministry is named, and further occurrences of
names that the recogniser saw in one place and missed in another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from communique.components.aliases.initials import spelled_by_one
from communique.components.aliases.people import name_words, single_word_rule
from communique.components.aliases.provenance import alias_reason
from communique.components.capitals import is_capitalized, is_initial
from communique.components.mentions import Mention, Organization, Person
from communique.components.organizations.lexicon import legal_forms, organization_heads
from communique.components.organizations.names import is_acronym
from communique.components.text import surface, words_of
from communique.components.titles.lexicon import is_honorific, is_title_head, is_title_modifier
from communique.components.zones.abbreviations import sentence_starters
from communique.components.zones.selection import ZoneSelection

#: From how many letters on a word in capitals is no acronym.
_LONG = 6
#: What stands around the name of a company beside its legal form.
_QUOTES = frozenset('"“”«»„')


@dataclass
class Coverage:
    """The characters of a document that mentions cover already."""

    spans: list[tuple[int, int]]

    @classmethod
    def of(cls, groups: Iterable[Iterable[Mention]]) -> Coverage:
        """Return the coverage of all mentions in the groups."""
        return cls(sorted((m.start, m.end) for mentions in groups for m in mentions))

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether a mention covers any of the characters."""
        at = bisect_left(self.spans, (start, end))
        return (at < len(self.spans) and self.spans[at][0] < end) or (
            at > 0 and self.spans[at - 1][1] > start
        )

    def add(self, start: int, end: int) -> None:
        """Cover the characters."""
        at = bisect_left(self.spans, (start, end))
        self.spans.insert(at, (start, end))


class TokenIndex:
    """Where each capitalised word stands, so that names are looked up and not searched for."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        analysed = ZoneSelection(doc)
        self._at: dict[str, list[int]] = defaultdict(list)
        self._words = words_of(doc)
        for at in [i for i, capital in enumerate(map(is_capitalized, self._words)) if capital]:
            if doc[at].idx in analysed:
                self._at[self._words[at]].append(at)
        self.lower_case = {
            word for word in set(self._words) if word.isalpha() and not is_capitalized(word)
        }

    def occurrences(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Yield the token ranges, in analysed zones, that have these token texts.

        One of the words must be capitalised; the rarest such word is looked up.
        """
        capitalized = [at for at, word in enumerate(words) if is_capitalized(word)]
        if not capitalized:
            return
        rarest = min(capitalized, key=lambda at: len(self._at.get(words[at], ())))
        for found in self._at.get(words[rarest], ()):
            start, end = found - rarest, found - rarest + len(words)
            if start >= 0 and self._words[start:end] == words:
                yield start, end

    def words_of(self, mention: Mention) -> list[str]:
        """Return the token texts of a mention, white space left out at its ends."""
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        return self._words[span.start : span.end] if span is not None else []

    def capitals(self) -> frozenset[str]:
        """Return the words in capitals that stand in analysed zones."""
        return frozenset(word for word in self._at if word.isupper())

    def is_shouted(self, at: int) -> bool:
        """Tell whether a longer word in capitals stands beside a token, as in a headline."""
        beside = self._words[max(0, at - 1) : at] + self._words[at + 1 : at + 2]
        return any(len(word) >= _LONG and word.isupper() for word in beside)

    def stands_alone(self, start: int, end: int) -> bool:
        """Tell whether no capitalised word beside the tokens makes a longer name of them."""
        doc = self.doc
        before = doc[start - 1] if start else None
        after = doc[end] if end < len(doc) else None
        if after is not None and is_capitalized(after.text) and doc[end - 1].whitespace_:
            office = is_title_head(after.text) or is_title_modifier(after.text)
            return office and (before is None or not is_capitalized(before.text))
        if after is not None and after.text == "-" and not doc[end - 1].whitespace_:
            return False
        if before is not None and before.text in ("The", "THE"):
            return True
        if before is None or not is_capitalized(before.text) or not before.whitespace_:
            return before is None or before.text not in ("-", "&")
        return (
            (
                bool(before.is_sent_start)
                and (before.lower_ in sentence_starters() or before.lower_ in self.lower_case)
            )
            or is_honorific(before.text)
            or is_title_head(before.text)
        )


def _mention(doc: Doc, start: int, end: int) -> Mention:
    name, at = surface(doc, start, end), doc[start].idx
    return Mention(at, at + len(name), name)


def _with_mentions(mentions: tuple[Mention, ...], more: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted({*mentions, *more}))


def add_people(
    people: tuple[Person, ...], index: TokenIndex, covered: Coverage, places: Collection[str]
) -> tuple[Person, ...]:
    """Add the further mentions of each person: the names again, and single words of them.

    A single word counts where it is of one person only, stands alone, and is no word that the
    release also writes in lower case, unless an honorific or a title stands before it.
    """
    more: dict[str, list[Mention]] = defaultdict(list)

    def add(person: Person, start: int, end: int) -> None:
        mention = _mention(index.doc, start, end)
        if not covered.overlaps(mention.start, mention.end):
            covered.add(mention.start, mention.end)
            more[person.id].append(mention)

    for person in people:
        for words in {tuple(index.words_of(m)) for m in person.mentions}:
            if len(words) > 1:
                for start, end in index.occurrences(list(words)):
                    add(person, start, end)
    owners: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for word in name_words(person.name):
            owners[word].add(person.id)
    for person in people:
        parts = [w for w in person.name.split() if not is_initial(w)]
        if len(parts) < 2:
            continue
        for word in dict.fromkeys((parts[-1], parts[0])):
            if len(owners[word.casefold()]) != 1 or word in places or len(word) < 2:
                continue
            for form in dict.fromkeys((word, word.upper(), word.title())):
                for start, end in index.occurrences([form]):
                    if _names_alone(index, start, form):
                        add(person, start, end)
    return tuple(_with_short_forms(p, more[p.id]) if more[p.id] else p for p in people)


def _with_short_forms(person: Person, more: list[Mention]) -> Person:
    """Return a person with more mentions; those in a form of their own say why."""
    words = name_words(person.name)
    reasons = [
        alias_reason(form, single_word_rule(form.casefold(), words), (), person.mentions)
        for form in _new_forms(person.mentions, more)
    ]
    return replace(
        person,
        mentions=_with_mentions(person.mentions, more),
        reasons=(*person.reasons, *reasons),
    )


def _new_forms(mentions: Iterable[Mention], more: Iterable[Mention]) -> list[str]:
    """Return the surface forms of ``more`` that none of the mentions has."""
    known = {" ".join(m.text.split()) for m in mentions}
    forms = dict.fromkeys(" ".join(m.text.split()) for m in more)
    return [form for form in forms if form not in known]


def _names_alone(index: TokenIndex, at: int, word: str) -> bool:
    if not index.stands_alone(at, at + 1):
        return False
    before = index.doc[at - 1].text if at else ""
    if is_honorific(before) or is_title_head(before):
        return True
    return (
        word.casefold() not in index.lower_case
        and word not in organization_heads()
        and not is_title_head(word)
    )


def add_organizations(
    organizations: tuple[Organization, ...], index: TokenIndex, covered: Coverage
) -> tuple[Organization, ...]:
    """Add the further mentions of each body: its names again, and its head alone.

    "the Ministry" is a mention where exactly one body's name has that head.
    """
    more: dict[str, list[Mention]] = defaultdict(list)

    def add(body: Organization, start: int, end: int) -> None:
        mention = _mention(index.doc, start, end)
        if not covered.overlaps(mention.start, mention.end):
            covered.add(mention.start, mention.end)
            more[body.id].append(mention)

    forms = sorted(
        (
            (words, body)
            for body in organizations
            for m in _distinct(body.mentions)
            for words in _forms(index.words_of(m))
        ),
        key=lambda form: -len(form[0]),
    )
    for words, body in forms:
        name = " ".join(words)
        for start, end in index.occurrences(words) if words else ():
            if (
                len(words) > 1
                or is_acronym(name)
                or (name.casefold() not in index.lower_case and index.stands_alone(start, end))
            ):
                add(body, start, end)
    for code, body in spelled_by_one(organizations, index.capitals()):
        for start, end in index.occurrences([code]):
            if not index.is_shouted(start):
                add(body, start, end)
    owners: dict[str, set[str]] = defaultdict(set)
    by_id = {body.id: body for body in organizations}
    for body in organizations:
        for form in (body.name, *body.aliases):
            for word in form.replace(",", " ").split():
                if word in organization_heads():
                    owners[word].add(body.id)
    for word, ids in owners.items():
        if len(ids) != 1 or len(word) < 4 or "." in word:
            continue
        for start, end in index.occurrences([word]):
            before = index.doc[start - 1] if start else None
            after = index.doc[end].lower_ if end < len(index.doc) else ""
            if (
                before is not None
                and before.lower_ == "the"
                and after not in ("of", "for")
                and index.stands_alone(start, end)
            ):
                add(by_id[next(iter(ids))], start, end)
    return tuple(_renew(body, more[body.id]) for body in organizations)


def _forms(words: list[str]) -> Iterator[list[str]]:
    """Yield the words of a name, and those of a company's without quotes or its legal form.

    One word that is left is no name by itself.
    """
    yield words
    core = words
    if any(word in _QUOTES for word in words):
        first = next(at for at, word in enumerate(words) if word in _QUOTES)
        core = [word for word in words[first + 1 :] if word not in _QUOTES]
    while len(core) > 1 and (core[-1].replace(".", "").lower() in legal_forms() or core[-1] == ","):
        core = core[:-1]
    if 1 < len(core) < len(words) and core[-1] not in organization_heads():
        yield core


def _distinct(mentions: Iterable[Mention]) -> Iterator[Mention]:
    seen: set[str] = set()
    for mention in mentions:
        if mention.text not in seen:
            seen.add(mention.text)
            yield mention


def _renew(body: Organization, more: list[Mention]) -> Organization:
    if not more:
        return body
    mentions = _with_mentions(body.mentions, more)
    forms = dict.fromkeys(" ".join(m.text.split()) for m in mentions)
    reasons = [
        alias_reason(form, "acronym" if is_acronym(form) else "bare-head", (), body.mentions)
        for form in _new_forms(body.mentions, more)
    ]
    return replace(
        body,
        mentions=mentions,
        aliases=tuple(form for form in forms if form != body.name),
        reasons=(*body.reasons, *reasons),
    )
