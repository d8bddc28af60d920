"""Mentions of organizations: the recogniser's spans mended, and names that a head word shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Span

from communique.components.capitals import is_line_break, is_title_case
from communique.components.labels import BODY, PEOPLE
from communique.components.organizations.acronyms import ACRONYM
from communique.components.organizations.boards import behind_board, without_held_board
from communique.components.organizations.boundaries import (
    MAX_GROWTH,
    TokenRange,
    cut,
    is_name_token,
)
from communique.components.organizations.edges import (
    before_comma,
    before_event,
    before_office,
    before_participle,
    before_topic,
    behind_dateline,
    lines,
    over_accreditation,
    over_coordination,
    over_open_end,
    slashes,
    to_head,
    without_small_end,
)
from communique.components.organizations.endings import (
    behind_legal_form,
    take_in_endings,
)
from communique.components.organizations.growth import (
    BEFORE_OFFICES,
    grow_left,
    grow_right,
    is_general,
    is_led_by_none,
)
from communique.components.organizations.judgement import names_a_body
from communique.components.organizations.lexicon import (
    BOARDS,
    company_words,
    level_words,
    organization_heads,
    place_complements,
)
from communique.components.organizations.localities import behind_place, in_state
from communique.components.organizations.possessives import parts_at_owners
from communique.components.sentence_ranges import sentences_around
from communique.components.text import words_of
from communique.components.titles.lexicon import is_honorific, is_title_head, is_title_modifier
from communique.components.titles.rules import fields


def overlaps(found: TokenRange, tokens: Collection[int]) -> bool:
    """Tell whether a range holds any of the tokens."""
    return any(i in tokens for i in range(*found))


def entity_ranges(doc: Doc, ents: Iterable[Span], people: Collection[int]) -> Iterator[TokenRange]:
    """Yield the recogniser's organizations, mended; ``ents`` are all its entities.

    A span that ends in, or goes on behind, a head ("Ministry" | "of Law") grows to the whole
    phrase; one that takes in a bracketed acronym is parted into the two names. What is labelled a
    person and has a head in it ("Shenyang Municipal Government") is a body.
    """
    for ent in ents:
        if ent.label_ != BODY and not (ent.label_ in PEOPLE and _is_body(ent)):
            continue
        until = next((i for i in range(ent.start, ent.end) if i in people), ent.end)
        spans = [
            part
            for line in lines(doc, ent.start, until)
            for name in slashes(doc, *line)
            for part in parts_at_owners(doc, *name)
        ]
        for start, end in spans:
            opening = behind_dateline(doc, start, end)
            trimmed = cut(doc, opening, over_open_end(doc, opening, end))
            if trimmed is None:
                continue
            begin, last = trimmed[0], before_comma(doc, *trimmed)
            last = before_topic(doc, begin, last)
            last = before_participle(doc, begin, before_event(doc, begin, last))
            last = to_head(doc, begin, last, until if until < ent.end else len(doc))
            begin, last = _grown(doc, begin, last, people)
            begin = _behind_title(doc, begin, last)
            last = _before_title(doc, begin, last)
            last = before_office(doc, begin, without_small_end(doc, begin, last))
            last = over_accreditation(doc, begin, behind_legal_form(doc, begin, last))
            begin = over_coordination(doc, begin, last)
            final = cut(doc, *take_in_endings(doc, begin, last))
            if final and names_a_body(doc, *final):
                yield final


def _is_body(ent: Span) -> bool:
    """Tell whether a word of what is labelled a person shows it to be a body."""
    heads = organization_heads()
    first = heads.get(ent[0].text)
    return (
        any(t.text in heads or t.text in BOARDS for t in ent[1:])
        or (len(ent) > 1 and ent[-1].text in company_words())
        or (len(ent) > 1 and first is not None and first.first and first.strong)
    )


def _grown(doc: Doc, begin: int, last: int, people: Collection[int]) -> TokenRange:
    """Grow a span to the whole phrase: "Ministry" | "of Law", "Prime Minister's" | "Office".

    A span of several words grows along "of" and "for". Where a recogniser ends a name before a
    comma or "and", it is right more often than not, but for the fields of ministries ("Ministry of
    Communications" | "and Information").
    """
    first = organization_heads().get(doc[begin].text)
    if first and first.first and first.strong:
        joined = last < len(doc) and (
            doc[last].lower_ in ("of", "for")
            or (
                first.type == "government"
                and (_goes_on_in_fields(doc, last) or _is_cut_in_field(doc, begin, last))
            )
        )
        if last - begin == 1 or joined:
            grown = grow_right(
                doc,
                last,
                len(doc),
                field=True,
                linked=any(doc[i].lower_ in ("of", "for") for i in range(begin, last)),
                coordinated=doc[begin].text not in place_complements(),
                stops=people,
            )
            last = max(last, grown)
    if last - begin == 1 and doc[begin].text in ("Office", "OFFICE"):
        begin = grow_left(doc, begin, 0)
    return behind_place(doc, begin), in_state(doc, last)


def _is_cut_in_field(doc: Doc, begin: int, last: int) -> bool:
    """Tell whether a list of fields ends within one: "Ministry of Piers, Ports, and Civil" | "Aviation"."""
    if last >= len(doc) or "," not in words_of(doc)[begin:last]:
        return False
    following = doc[last]
    return (
        following.is_title
        and doc[last - 1].is_title
        and not following.ent_type
        and not is_title_head(following.text)
        and not is_title_modifier(following.text)
        and not is_honorific(following.text)
    )


def _goes_on_in_fields(doc: Doc, at: int) -> bool:
    """Tell whether a comma or "and" and a capitalised word of fields stand at ``at``."""
    if doc[at].lower_ not in (",", "and", "&") or at + 2 >= len(doc):
        return False
    following = doc[at + 2 if doc[at + 1].lower_ in ("and", "&") else at + 1]
    return (following.is_title or (following.is_upper and doc[at - 1].is_upper)) and (
        following.lower_ in fields()
        or following.lower_ in level_words()
        or (following.lower_ == "co" and following.nbor(1).text == "-")
    )


def _behind_title(doc: Doc, begin: int, last: int) -> int:
    """Return where the name begins when a title stands before it ("Dean" | "Faculty of Law")."""
    at = begin
    while at + 1 < last and is_title_head(doc[at].text) and not is_general(doc, at):
        at += 1
    head = organization_heads().get(doc[at].text)
    return at if at > begin and head is not None and head.first else begin


_OFFICES = frozenset({"Office", "OFFICE"})


def _before_title(doc: Doc, begin: int, last: int) -> int:
    """Return where the name ends when a title stands behind it ("Selection Committee" | "Chair")."""
    heads = organization_heads()
    at = last
    office = last < len(doc) and is_title_head(doc[last].text)
    if doc[last - 1].text in BOARDS and not office:
        return last  # "Chairman of the Port Foundation Board"
    while (
        at - 1 > begin
        and doc[at - 1].text not in heads
        and (is_title_head(doc[at - 1].text) or is_title_modifier(doc[at - 1].text))
        and is_name_token(doc[at - 1])
        and not is_led_by_none(doc, at - 1)
    ):
        at -= 1
    if at < last and doc[at - 1].text in heads:
        return at
    joined = at == last - 1 and doc[at - 1].lower_ == "and" and doc[begin].text not in _OFFICES
    if joined and last < len(doc) and doc[last].lower_ in {"for", "of"}:
        return at - 1  # "Chairman of the Board of Directors and Minister | for"
    while (
        last - begin > 2
        and last < len(doc)
        and doc[last - 1].text in BEFORE_OFFICES
        and is_title_head(doc[last].text)
    ):
        last -= 1
    return last


def head_ranges(doc: Doc, people: Collection[int]) -> Iterator[TokenRange]:
    """Yield the capitalised phrases with a strong head, sentence by sentence."""
    heads = organization_heads()
    places = [at for at, word in enumerate(words_of(doc)) if word in heads]
    for start, end, _ in sentences_around(doc, places):
        yield from _head_ranges(doc, start, end, people)


def _head_ranges(doc: Doc, start: int, end: int, people: Collection[int]) -> Iterator[TokenRange]:
    """Yield the capitalised phrases with a strong head among the tokens of one sentence.

    "Ministry of Economic Affairs", "Kedi Mei Floor Industry Research Institute", "Siemens AG".
    Nothing is taken from a line in title case, where capitals say nothing.
    """
    heads = organization_heads()
    texts = words_of(doc)
    if is_title_case(doc, start, end):
        return
    i = start
    while i < end:
        head = heads.get(texts[i])
        if head is None or i in people:
            i += 1
            continue
        left = grow_left(doc, i, start)
        while left < i and left in people:
            left += 1
        right = grow_right(
            doc,
            i + 1,
            end,
            field=head.first,
            coordinated=doc[i].text not in place_complements(),
            stops=people,
        )
        right = before_office(doc, i, behind_legal_form(doc, left, right))
        left = over_coordination(doc, left, right)
        found = cut(doc, *take_in_endings(doc, left, right))
        i = max(i + 1, right)
        if found is None or not names_a_body(doc, *found):
            continue
        words = [t for t in doc[found[0] : found[1]] if is_name_token(t)]
        if len(words) < 2 or found[1] - found[0] > 2 * MAX_GROWTH:
            continue
        strong = head.strong or any(
            (other := heads.get(t.text)) and other.strong and other.last for t in words[1:]
        )
        if strong or (_is_specific(doc, found) and len(words) >= 3):
            yield found


def _is_specific(doc: Doc, found: TokenRange) -> bool:
    """Tell whether a phrase with a weak head looks like a name: no sentence start, no list."""
    start, end = found
    before = doc[start - 1] if start else None
    return (
        before is not None
        and before.lower_ in ("the", "of", "by", "with", "at", "and", ",", "from", "to", "in")
        and not any(is_line_break(t) for t in doc[start:end])
    )


def join_along_of(doc: Doc, ranges: list[TokenRange], places: list[TokenRange]) -> list[TokenRange]:
    """Join names that "of" links into one: "MoEYS" of "Cambodia", "Board" of "X Authority".

    A board before "of" belongs to the body ("Board of Directors of" | "Moon Bank"), but for one that
    somebody holds an office of ("Chairman of the Board of Directors of" | "Moon Bank"). A name is
    joined with a following body only when its own last word heads a part of a body
    (a department, board, school); with a following place when its last word heads an office of
    state or when it is an acronym. "Tallberg Ltd of Lima" and "the Moon Foundation of Lima" are
    names, and where they are.
    """
    heads = organization_heads()
    bodies = dict(ranges)
    place_ends = dict(places)
    joined: list[TokenRange] = []
    done = -1
    for first, first_end in sorted(ranges):
        if first < done:
            continue
        start, end = behind_board(doc, first, floor=max(done, 0)), first_end
        while end + 1 < len(doc) and doc[end].lower_ == "of":
            nxt = end + 2 if doc[end + 1].lower_ == "the" else end + 1
            head = heads.get(doc[end - 1].text)
            if nxt in bodies and head is not None and head.type != "company":
                end = bodies[nxt]
            elif nxt in place_ends and (
                (head is not None and (head.type == "government" or end - start == 1))
                or (end - start == 1 and ACRONYM.fullmatch(doc[start].text))
            ):
                end = place_ends[nxt]
            else:
                break
        held = without_held_board(doc, start, end, bodies)
        joined += [held] if held is not None else []
        done = end
    return joined
