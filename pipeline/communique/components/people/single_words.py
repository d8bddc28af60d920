"""Which single words are people, where the release has no fuller name for them.

A recogniser takes many a foreign word, product or village for a person. A word that is part of no
full name is one's name only where something beside it says so, at one of its places at least: an
honorific, a title, a word of kinship.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from spacy.tokens import Doc

from communique.components.lexicon_files import read_entries
from communique.components.people.lexicon import people_by_name
from communique.components.people.mentions import TokenRange
from communique.components.titles.lexicon import is_honorific, is_title_head, is_title_modifier

_KNOWN = frozenset(read_entries("people/known.txt"))
_KINSHIP = frozenset(read_entries("people/kinship_words.txt"))
#: How many tokens before a name a word of kinship may stand ("his daughters Dima and Rima").
_REACH = 4


def without_stray_words(doc: Doc, names: Collection[TokenRange]) -> set[TokenRange]:
    """Return the ranges without the single words that nothing shows to be people."""
    in_full_names = {
        doc[i].text for start, end in names if end - start > 1 for i in range(start, end)
    }
    single = [name for name in names if name[1] - name[0] == 1]
    shown = (
        {doc[start].text for start, _ in single if _is_shown(doc, start)}
        | _KNOWN
        | people_by_name()
        | in_full_names
    )
    return set(names) - {name for name in single if doc[name[0]].text not in shown}


def _is_shown(doc: Doc, at: int) -> bool:
    """Tell whether what stands beside the word at ``at`` shows it to be a person."""
    if at and _addresses(doc, at - 1):
        return True
    if any(doc[i].lower_ in _KINSHIP for i in range(max(0, at - _REACH), at)):
        return True
    after = [t.text for t in doc[at + 1 : at + 4]]
    if after[:2] in (["et", "al"], ["-", "era"]):
        return True
    apposition = after[1:] if after and after[0] in (",", "(") else ()
    return _opens_with_title(
        [word for word in apposition if word.lower() not in ("the", "a", "an")]
    )


def _addresses(doc: Doc, at: int) -> bool:
    """Tell whether an honorific or a title ends at ``at``, its full stop apart or not."""
    word = doc[at].text
    if word == "." and at:
        word = doc[at - 1].text + "."
    return is_honorific(word) or is_title_head(word)


def _opens_with_title(words: Iterable[str]) -> bool:
    first = next(iter(words), "")
    return bool(first) and (is_title_head(first) or is_title_modifier(first))
