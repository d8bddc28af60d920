"""Bodies that are posted to a place, which belongs to their name: "Embassy of Peru" | "in Chile"."""

from __future__ import annotations

from spacy.tokens import Doc

from communique.components.countries import countries
from communique.components.labels import PLACES
from communique.components.lexicon_files import lexical, read_table

#: What stands before a delegation that goes somewhere, and is no mission there.
_APPOINTED = frozenset({"Presidential", "Ministerial", "Congressional", "Parliamentary"})
#: How many words the name of a country has at most.
_COUNTRY = 5


def over_post(doc: Doc, start: int, end: int) -> int:
    """Return the end of a name with the place or the two that its body is posted to."""
    if end + 1 >= len(doc) or doc[end].lower_ not in ("in", "to"):
        return end
    words = [token.text for token in doc[start:end]]
    if len(words) < 2 or words[0] in _APPOINTED or not _is_posted(words, doc[end].lower_):
        return end
    at = _over_place(doc, end + 1)
    if at == end + 1:
        return end
    if at < len(doc) and doc[at].lower_ == "and":
        second = _over_place(doc, at + 1)
        return second if second > at + 1 else at
    return at


def _is_posted(words: list[str], link: str) -> bool:
    """Tell whether a post ends a name, or stands in it before "of" or "General"."""
    return any(
        " ".join(words[at - size + 1 : at + 1]) in _posts()[link]
        and words[at + 1 : at + 2] in ([], ["of"], ["General"])
        for at in range(len(words))
        for size in (1, 2)
        if at >= size - 1
    )


@lexical
def _posts() -> dict[str, frozenset[str]]:
    rows = read_table("organizations/posts.tsv")
    return {
        link: frozenset(name for name, links in rows if link in links.split())
        for link in ("in", "to")
    }


def _over_place(doc: Doc, at: int) -> int:
    """Return the end of the place that begins at ``at``; ``at`` where none does."""
    begin = at + 1 if at < len(doc) and doc[at].lower_ == "the" else at
    for last in range(min(len(doc), begin + _COUNTRY), begin, -1):
        if doc[begin:last].text in countries():
            return last
    last = begin
    while (
        last < len(doc)
        and doc[last].ent_type_ in PLACES
        and (last == begin or doc[last].ent_iob_ == "I")
    ):
        last += 1
    return last if last > begin else at
