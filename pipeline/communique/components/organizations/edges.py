"""What a recogniser takes in behind a body's name, or leaves out of it.

Names end where a line ends that is not wrapped, before a class of rank ("Senior Foreign Service,
Class of Counselor"), before the state or country where a body is ("Orme Middle School, Ohio"), and
before an event or a thing of the body's ("Harbour Association Walk"). They go on to their head
("Infocomm Media" | "Development Authority"), and over the place or body of an open end ("Office of
the District Attorney for" | "Orme County").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc

from communique.components.capitals import is_title_case
from communique.components.organizations.boundaries import TokenRange, is_name_token
from communique.components.organizations.lexicon import (
    BOARDS,
    groups_of_people,
    known_organizations,
    organization_heads,
    other_heads,
)
from communique.components.text import words_of
from communique.components.titles.lexicon import is_honorific, is_title_head
from communique.components.titles.places import capitals, places
from communique.components.titles.rules import fields

#: How many capitalised words a name goes on by to its head.
_TO_HEAD = 2
#: Ends of a line that its name goes on from in the next one.
_OPEN_ENDS = frozenset({"of", "for", "and", "&", "the", "-", "–", ",", "/"})
_STATES = frozenset(
    {"Republic", "Kingdom", "Government", "State", "Commonwealth", "Islamic", "Federal"}
)
_TIES = frozenset({"Friendship", "Cooperation", "Relations", "Solidarity", "Contacts", "Exchanges"})
_DASHES = frozenset({"-", "--", "–", "—"})
_ENVOYS = frozenset({"Mission", "Delegation", "Representation"})
#: What stands before a name whose first words "and" joins to the last ("the Rivers | and Rain").
_BEFORE_NAMES = frozenset({"the", "its", "their", "our", "'s", "’s"})
_NAMED = frozenset({"ORG", "LOC", "GPE"})
#: How many words a name and a person beside it have at least.
_WITH_PERSON = 4


def behind_dateline(doc: Doc, start: int, end: int) -> int:
    """Return the token behind the place and the dash of a dateline: "Austin, | TX - Acme Robotics"."""
    for at in range(start + 1, min(start + 4, end - 1)):
        dash = doc[at].text in {"-", "–", "—", "--"} and doc[at - 1].whitespace_
        if dash and doc[at].whitespace_:
            place = doc[start:at].text
            is_state = len(place) == 2 and place.isupper() and doc[max(start - 1, 0)].text == ","
            known = place in places() or place.casefold() in capitals()
            return at + 1 if is_state or known else start
    return start


def lines(doc: Doc, start: int, end: int) -> Iterator[TokenRange]:
    """Yield the parts of a span that stand in lines of their own.

    A body in capitals stands above its unit in a letterhead ("HARBOUR COMPANY OF ORME" | "Press
    Unit"). A line that ends in "of" or "and", one in capitals above another, one before a list of fields
    and one without a head goes on.
    """
    begin = start
    words = words_of(doc)
    for i in range(start + 1, end - 1):
        if not ("\n" in words[i] and words[i].isspace()):
            continue
        if _is_letterhead(doc, begin, i, end) or (
            doc[i + 1].is_sent_start
            and doc[i - 1].lower_ not in _OPEN_ENDS
            and doc[i + 1].lower_ not in _OPEN_ENDS
            and not (doc[i - 1].is_upper and doc[i + 1].is_upper)
            and not (doc[i + 1].lower_ in fields() and doc[i + 2 : i + 3].text in (",", "and", "&"))
            and any(doc[j].text in organization_heads() for j in range(begin, i))
        ):
            yield begin, i
            begin = i + 1
    yield begin, end


def _is_letterhead(doc: Doc, start: int, at: int, end: int) -> bool:
    """Tell whether words in capitals end at ``at``, and a name that a head ends stands below."""
    return (
        at - start > 1
        and end - at > 2
        and doc[at - 1].lower_ not in _OPEN_ENDS
        and all(token.is_upper for token in doc[start:at] if token.is_alpha)
        and all(token.is_title for token in doc[at + 1 : end])
        and doc[end - 1].text in organization_heads()
    )


def before_comma(doc: Doc, start: int, end: int) -> int:
    """Return where a name ends before ", Class of …" and before a comma and a state or country.

    It ends before the dash and the place of a dateline and before "with" as well, and before "to"
    and the place where an envoy is sent. A county keeps its state, and so does what the place makes a name of ("University of Orme, Ohio
    Campus").
    """
    words = words_of(doc)
    for i in range(start + 1, end - 1):
        word = words[i].lower()
        if word in _DASHES and doc[i].whitespace_ and doc[i - 1].whitespace_:
            place = doc[i + 1 : end].text
            if place in places() or place.casefold() in capitals():
                return i
        if (word == "with" and not _is_tie(doc, i)) or (
            word == "to" and doc[i + 1 : end].text in places()
        ):
            return i
        if word != ",":
            continue
        if doc[i + 1].text == "Class":
            return i
        if doc[i - 1].text != "County" and _is_place(doc, i + 1, end):
            return i
    return end


def _is_tie(doc: Doc, at: int) -> bool:
    """Tell whether "with" at ``at`` goes on from a tie or from people.

    "Association for Friendship with Peoples", "Association of People with Disabilities".
    """
    ties = doc[at - 1].text in _TIES or doc[at - 1].text in groups_of_people()
    return ties and is_name_token(doc[at + 1])


def _is_place(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a state or country stands at ``start``, and the name ends or "and" follows."""
    for last in range(min(end, start + 3), start, -1):
        place = places().get(doc[start:last].text)
        if place is not None and not place.demonym:
            return last == end or doc[last].lower_ == "and"
    return False


def before_event(doc: Doc, start: int, end: int) -> int:
    """Return where a name ends whose head is followed by an event or a thing of the body's."""
    last = doc[end - 1].text
    before = organization_heads().get(doc[end - 2].text) if end - start > 2 else None
    if last in other_heads() and before is not None and before.type != "company":
        return end - 1
    return end


def slashes(doc: Doc, start: int, end: int) -> Iterator[TokenRange]:
    """Yield a span, or the names on both sides of a slash ("Orme Public Library/OPW") or of "– and"."""
    words = words_of(doc)
    for i in range(start + 2, end - 2):
        if words[i] in _DASHES and words[i + 1] == "and" and doc[i].whitespace_:
            yield start, i
            yield from slashes(doc, i + 2, end)
            return
    for i in range(start + 2, end - 1):
        if words[i] != "/" or doc[i - 1].whitespace_ or doc[i].whitespace_:
            continue
        code = end - i == 2 and doc[i + 1].is_upper and len(doc[i + 1]) > 1
        if code or doc[i + 1 : end].text == doc[start].text:
            yield start, i
            yield i + 1, end
            return
    yield start, end


def before_participle(doc: Doc, start: int, end: int) -> int:
    """Return where a name ends before a word that it describes something with ("Orme-based")."""
    if end - start > 2 and doc[end - 1].is_lower and doc[end - 2].text == "-":
        return end - 2 if doc[end - 1].text.endswith(("ed", "led", "wide", "run")) else end
    return end


def before_topic(doc: Doc, start: int, end: int) -> int:
    """Return where a state's or government's name ends before a topic: "Republic of Peru" | "on Trade"."""
    for at in range(start + 2, end - 1):
        if doc[at].lower_ == "on" and doc[start].text in _STATES and doc[at - 1].text in places():
            return at
    return end


def to_head(doc: Doc, start: int, end: int, stop: int) -> int:
    """Return the end of a name whose head the recogniser left out: a word or two behind it."""
    heads = organization_heads()
    if end >= len(doc):
        return end
    whole = doc[end - 1].text in heads
    for i in range(end, min(len(doc), end + (1 if whole else _TO_HEAD), stop)):
        token = doc[i]
        if (
            (whole and token.text not in BOARDS)
            or not is_name_token(token)
            or not doc[i - 1].whitespace_
            or token.ent_iob_ == "B"
            or token.is_sent_start
            or is_title_head(token.text)
            or is_honorific(token.text)
        ):
            return end
        head = heads.get(token.text)
        if token.text in BOARDS or (head is not None and head.last):
            behind = doc[i + 1] if i + 1 < len(doc) else None
            goes_on = behind is not None and (
                is_title_head(behind.text) or (is_name_token(behind) and _is_shouted(doc, start))
            )
            return end if goes_on else i + 1
    return end


def _is_shouted(doc: Doc, at: int) -> bool:
    """Tell whether a token stands in a sentence in title case."""
    sentence = doc[at].sent if doc.has_annotation("SENT_START") else doc[:]
    return is_title_case(doc, sentence.start, sentence.end)


def over_open_end(doc: Doc, start: int, end: int) -> int:
    """Return the end of a name that ends in "of", "for" or "at", with the place or body behind it."""
    if end - start < 2 or end >= len(doc) or doc[end - 1].lower_ not in ("of", "for", "at"):
        return end
    at = end + 1 if doc[end].lower_ == "the" else end
    if at >= len(doc) or doc[at].ent_type_ not in _NAMED or doc[at].ent_iob_ != "B":
        return end
    return _entity_end(doc, at)


def over_accreditation(doc: Doc, start: int, end: int) -> int:
    """Return the end of a mission's name with the body that it is sent to ("to the" | "Orme Union")."""
    if end + 2 >= len(doc) or doc[end].lower_ != "to" or doc[end + 1].lower_ != "the":
        return end
    at = end + 2
    if doc[at].ent_type_ != "ORG" or doc[at].ent_iob_ != "B" or doc[at].text in places():
        return end
    if not any(doc[i].text in _ENVOYS for i in range(start, end)):
        return end
    return _entity_end(doc, at)


def _entity_end(doc: Doc, at: int) -> int:
    """Return the end of the recogniser's span that begins at ``at``."""
    last = at + 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    return last


def over_coordination(doc: Doc, start: int, end: int) -> int:
    """Return the start of a name with the fields that "and" joins in front ("the Rivers" | "and Rain Authority").

    The last of them is a word of fields, an article stands before them, and none heads a name.
    """
    heads = organization_heads()
    last = heads.get(doc[end - 1].text)
    if start < 3 or doc[start - 1].lower_ != "and" or last is None or not last.last:
        return start
    if end - start < 2 or doc[start].text in heads or doc[start - 2].lower_ not in fields():
        return start
    at = start - 2
    while at > 0 and is_name_token(doc[at]) and start - at < _TO_HEAD + 4:
        if doc[at].text in heads or is_title_head(doc[at].text) or doc[at].text in places():
            return start
        at -= 1
    return at + 1 if at + 1 < start - 1 and doc[at].lower_ in _BEFORE_NAMES else start


def without_small_end(doc: Doc, start: int, end: int) -> int:
    """Return where a whole name ends before a word in small letters: "Harbour Trust" | "arbitration".

    "Ministry" | "on overtime" is a head alone.
    """
    heads = organization_heads()
    last = doc[end - 1]
    if end - start == _WITH_PERSON - 1 and doc[end - 2].lower_ in ("on", "at", "in"):
        return end - 2 if last.is_lower and doc[start].text in heads else end
    if end - start < _WITH_PERSON - 1 or not last.is_lower or not last.is_alpha:
        return end
    if last.text.capitalize() in heads or last.text.removesuffix("s").capitalize() in heads:
        return end
    before = doc[end - 2].text
    return end - 1 if before in heads or doc[start : end - 1].text in known_organizations() else end


def without_people(doc: Doc, start: int, end: int, family: Collection[str]) -> TokenRange:
    """Cut a person's family name off the end of a body's name, and off its beginning in capitals.

    "Senate Pier Committee" | "Roe", "ROE" | "SENATE PIER COMMITTEE"; ``family`` are folded names.
    What is left ends in a head.
    """
    heads = organization_heads()
    if end - start < _WITH_PERSON:
        return start, end
    if doc[end - 1].text.casefold() in family and doc[end - 2].text in heads:
        end -= 1
    elif (
        doc[start].text.casefold() in family
        and all(token.is_upper for token in doc[start:end] if token.is_alpha)
        and doc[end - 1].text in heads
    ):
        start += 1
    return start, end


def before_office(doc: Doc, head: int, end: int) -> int:
    """Return where a name ends at its head when an office follows with its field.

    "Security Council" | "Island Coordinator", "Embassy" | "Public Affairs Officer".
    """
    if end - head < 2 or end >= len(doc) or not is_title_head(doc[end].text):
        return end
    if not doc[end - 1].whitespace_ or not all(is_name_token(t) for t in doc[head:end]):
        return end
    heads = organization_heads()
    return next((i + 1 for i in range(end - 1, head - 1, -1) if doc[i].text in heads), end)
