"""What belongs to the end of a body's name: legal forms, rests of hyphenated words, campuses."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from communique.components.capitals import is_capitalized, is_title_case
from communique.components.countries import countries
from communique.components.lexicon_files import lexical, read_entries
from communique.components.organizations.boundaries import JOINERS, TokenRange, is_name_token
from communique.components.organizations.lexicon import (
    legal_forms,
    legal_phrases,
    organization_heads,
)
from communique.components.organizations.names import spells
from communique.components.text import text_of
from communique.components.titles.lexicon import is_title_head

#: Legal forms that are other words as well, if not in capitals.
_GAP = re.compile(r",? ?")

_WORDS_TOO = frozenset(
    {"as", "se", "ab", "ad", "ag", "dd", "sa", "sac", "sca", "spa", "sas", "pc", "too"}
)


def take_in_endings(doc: Doc, start: int, end: int) -> TokenRange:
    """Return the range with what a recogniser tends to leave out at its ends.

    A legal form behind a comma ("Co., Ltd."), the rest of a hyphenated word, the first partner of
    a firm ("Debevoise &"), the campus of a university of several ("California, Santa Cruz", "Texas at
    Austin").
    """
    end = _over_hyphens(doc, end)
    end = _over_legal_forms(doc, start, end)
    end = _over_legal_phrase(doc, end)
    end = _over_partners(doc, end)
    while start >= 2 and doc[start - 1].text == "&" and is_name_token(doc[start - 2]):
        start -= 2
        while start >= 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_:
            start -= 2
    start = _over_first_partners(doc, start, end)
    if (
        end + 1 < len(doc)
        and doc[end].lower_ in (",", "at")
        and doc[start:end].text.rpartition(" of ")[2] in _campus_systems()
        and doc[start].text == "University"
    ):
        nxt = end + 1
        while nxt < min(len(doc), end + 4) and is_name_token(doc[nxt]):
            nxt += 1
        end = nxt if nxt > end + 1 else end
    return start, end


def _over_first_partners(doc: Doc, start: int, end: int) -> int:
    """Return the start of a firm's name with partners that commas list ("Harrow, Orme, | & Hill LLP")."""
    joined = [i for i in range(start, end) if doc[i].text == "&"]
    if start > 2 and doc[start - 1].text == "&":
        joined.append(start - 1)
    if not joined or not is_legal_form(doc[end - 1]):
        return start
    at = start - 1 if doc[start - 1].text == "&" else start
    while at > 1 and doc[at - 1].text == "," and _is_partner(doc, at - 2):
        at -= 2
    return at if at < start - 1 else start


def _is_partner(doc: Doc, at: int) -> bool:
    """Tell whether a token is a name of one word, and no place's, title's or legal form."""
    token = doc[at]
    return (
        is_name_token(token)
        and token.ent_type_ not in ("GPE", "LOC", "DATE")
        and not is_legal_form(token)
        and not is_title_head(token.text)
        and (at == 0 or not is_name_token(doc[at - 1]))
    )


def _over_hyphens(doc: Doc, end: int) -> int:
    """Return the end of the name with the rest of a hyphenated word ("Europe" | "-Asia-Oceania").

    A part in small letters does not belong to it: "Board-appointed" and "ICC-administered"
    describe what follows.
    """
    at = end
    if (
        at + 1 < len(doc)
        and doc[at].text == "-"
        and doc[at + 1].is_lower
        and doc[at - 1].lower_ == "co"
        and not doc[at].whitespace_
    ):
        at = end = at + 2
        while end < len(doc) and is_name_token(doc[end]) and not doc[end].is_sent_start:
            end += 1
        at = end
    while (
        at + 1 < len(doc)
        and doc[at].text == "-"
        and not doc[at].whitespace_
        and not doc[at - 1].whitespace_
        and is_name_token(doc[at + 1])
        and not doc[end - 1].is_upper
    ):
        at += 2
    return end if at < len(doc) and doc[at].text == "-" else at


def _over_legal_forms(doc: Doc, start: int, end: int) -> int:
    """Return the end of the name with the legal forms behind token ``end`` ("Pte. Ltd.").

    A comma or a place in brackets may stand before them ("Orlina Sales (Peru) Co., Ltd."), but not
    the name's own acronym ("Orlina Sales Company (OSC) Ltd").
    """
    while end < len(doc):
        at = end
        if (
            doc[at].text == "("
            and at + 3 < len(doc)
            and doc[at + 2].text == ")"
            and not spells(doc[at + 1].text, doc[start:end].text)
        ):
            at += 3
        if doc[at].text == "." and is_legal_form(doc[at - 1]):
            at += 1
        if at < len(doc) and doc[at].text == ",":
            at += 1
        if at >= len(doc) or not is_legal_form(doc[at]):
            break
        end = at + 1
    if (
        end < len(doc)
        and doc[end].text == "."
        and not doc[end - 1].whitespace_
        and is_legal_form(doc[end - 1])
        and doc[end - 1].lower_ in ("pte", "ltd", "inc", "corp", "co", "pty", "pvt")
        and end + 1 < len(doc)
        and not doc[end + 1].is_space
        and not is_capitalized(doc[end + 1].text)
    ):
        end += 1
    return end


def _over_legal_phrase(doc: Doc, end: int) -> int:
    """Return the end of the name with a legal form of several words ("sp. z o.o.", "A/S").

    A recogniser may end the name within it: "Orlina A" | "/S".
    """
    text = text_of(doc)
    begun = end - 2 if doc[end - 1].text == "/" else end - 1
    gap = _GAP.match(text, doc[end - 1].idx + len(doc[end - 1]))
    for at in (gap.end() if gap else len(text), doc[begun].idx):
        if not text.startswith(legal_phrases(), at):
            continue
        for form in legal_phrases():
            last = at + len(form)
            if text.startswith(form, at) and not text[last : last + 1].isalnum():
                span = doc.char_span(at, last, alignment_mode="contract")
                if span is not None and span.end > end:
                    return span.end
    return end


def _over_partners(doc: Doc, end: int) -> int:
    """Return the end of a firm's name with the partners behind "&" ("Harrow" | "& Orme Hill").

    What the recogniser sees as a body of its own is none.
    """
    if (
        end + 1 >= len(doc)
        or doc[end].text != "&"
        or doc[end + 1].ent_type_ == "ORG"
        or not is_name_token(doc[end + 1])
        or is_title_case(doc, doc[end].sent.start, doc[end].sent.end)
    ):
        return end
    last = end + 1
    while (
        last < min(len(doc), end + 4) and is_name_token(doc[last]) and doc[last].ent_type_ != "ORG"
    ):
        last += 1
    return last


def is_legal_form(token: Token) -> bool:
    """Tell whether a token is a legal form as it is written in a name ("Ltd.", "S.A.", "AG")."""
    word = token.text.replace(".", "")
    if not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor(1).text == "-":
        return False  # "Co-Chair"
    if word.lower() in _WORDS_TOO:
        return word.isupper()
    return word.lower() in legal_forms() and is_name_token(token)


def behind_legal_form(doc: Doc, start: int, end: int) -> int:
    """Return where the name ends if a legal form closes it before ``end``.

    "Orlina AG | Austria", "Orlina GmbH | of Bremen". One that opens the name ("AB Orlina"), or may be another word ("AS", "SE"), closes nothing.
    """
    heads = organization_heads()
    for i in range(start + 1, end - 1):
        head = heads.get(doc[i].text)
        if (
            head is not None
            and head.type == "company"
            and head.strong
            and is_legal_form(doc[i])
            and not doc[i + 1].is_punct
            and not is_legal_form(doc[i + 1])
            and (doc[i + 1].lower_ not in JOINERS or doc[i + 1].lower_ == "of")
            and doc[i + 1 : end].text not in countries()
        ):
            return i + 1
    return end


@lexical
def _campus_systems() -> frozenset[str]:
    return frozenset(read_entries("organizations/campus_systems.txt"))
