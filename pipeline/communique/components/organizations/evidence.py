"""How much a release shows that a phrase is the name of a body.

What the recogniser and the heads propose is weighed form by form, all its mentions together: how sure
the recogniser is, what words the name has, and what stands around it. The weights are learned
(``training/evidence.py``) and are data: ``lexicon/organizations/evidence.toml``. A form whose points
stay under the threshold is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from spacy.tokens import Doc

from communique.components.capitals import is_capitalized, is_title_case
from communique.components.lexicon_files import lexical, read_toml
from communique.components.organizations.boundaries import TokenRange
from communique.components.organizations.endings import is_legal_form
from communique.components.organizations.lexicon import (
    company_words,
    legal_phrases,
    organization_heads,
    weekdays,
)
from communique.components.sentence_ranges import Sentences
from communique.components.text import surface, words_of
from communique.components.titles.lexicon import is_title_head

_ARTICLES = frozenset({"the", "our", "its", "their"})
_LINKS = frozenset({"by", "with", "at", "from", "of", "to", "for", "between", "and"})
#: Legal forms that are parts of other phrases as well.
_NO_FORMS = frozenset({"co", "corporation", "limited", "as", "se", "sa", "pc", "lp"})
_OWNED = frozenset({"'s", "’s"})
_FEW = 3
_LONG = 5


def borne_out(doc: Doc, ranges: Sequence[TokenRange]) -> list[TokenRange]:
    """Return the token ranges without those of forms that too little shows to be a body's name.

    Where the recogniser says nothing of its certainty, all are returned.
    """
    if doc._.body_scores is None:
        return list(ranges)
    weights, threshold = _weights()
    sentences = Sentences(doc)
    kept: list[TokenRange] = []
    for _, mentions in forms(doc, ranges):
        seen = evidence(doc, mentions, sentences)
        points = sum(weights.get(name, 0.0) * value for name, value in seen.items())
        if points >= threshold or _is_incorporated(doc, *mentions[0]):
            kept += mentions
    return sorted(kept)


def _is_incorporated(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a legal form that is no other word closes a name: whatever stands before it is one."""
    if end - start < _FEW - 1:
        return False
    form = _before_form(doc, start, end) < end
    return form or (is_legal_form(doc[end - 1]) and doc[end - 1].text.lower() not in _NO_FORMS)


@lexical
def _weights() -> tuple[dict[str, float], float]:
    data = read_toml("organizations/evidence.toml")
    return cast("dict[str, float]", data["weights"]), float(data["threshold"])


def forms(doc: Doc, ranges: Iterable[TokenRange]) -> Iterator[tuple[str, list[TokenRange]]]:
    """Yield each distinct surface form of the ranges with those that have it."""
    by_form: dict[str, list[TokenRange]] = defaultdict(list)
    for found in sorted(set(ranges)):
        by_form[" ".join(surface(doc, *found).split())].append(found)
    yield from by_form.items()


def evidence(doc: Doc, mentions: Sequence[TokenRange], sentences: Sentences) -> dict[str, float]:
    """Return what is to be seen of one form: its score, its words, and shares of its mentions.

    ``sentences`` are those of the document.
    """
    found = {"bias": 1.0, **_of_words(doc, *mentions[0]), **_of_scores(doc, mentions)}
    found["mentions"] = min(len(mentions), _FEW) - 1.0
    around: Counter[str] = Counter()
    for start, end in mentions:
        around.update(_around(doc, start, end))
        if is_title_case(doc, *sentences.around(start)):
            around["title_case"] += 1
    return found | {name: times / len(mentions) for name, times in around.items()}


def _of_scores(doc: Doc, mentions: Sequence[TokenRange]) -> dict[str, float]:
    """Return the recogniser's certainty: of the surest mention, its weakest word, and on average."""
    scores, texts = doc._.body_scores, words_of(doc)
    by_mention = [
        [scores[i] for i in range(start, _before_form(doc, start, end)) if not texts[i].isspace()]
        for start, end in mentions
    ]
    means = [sum(values) / len(values) for values in by_mention if values]
    return {
        "surest": max(means, default=0.0),
        "weakest_word": max((min(values) for values in by_mention if values), default=0.0),
        "average": sum(means) / len(means) if means else 0.0,
    }


def _before_form(doc: Doc, start: int, end: int) -> int:
    """Return the end of a name without a legal form of several tokens: "Orlina | A/S"."""
    if not doc[end - 1].text.endswith(_form_ends()):
        return end
    name = surface(doc, start, end)
    form = next((f for f in legal_phrases() if name.endswith(f)), "")
    floor = doc[start].idx + len(name) - len(form)
    last = end
    while last > start + 1 and doc[last - 1].idx >= floor:
        last -= 1
    return last


@lexical
def _form_ends() -> tuple[str, ...]:
    return tuple({form[-1] for form in legal_phrases()})


def _of_words(doc: Doc, start: int, end: int) -> dict[str, float]:
    heads = organization_heads()
    words = [word for word in words_of(doc)[start:end] if not word.isspace()]
    last, first = heads.get(words[-1]), heads.get(words[0])
    return {
        "one_word": float(len(words) == 1),
        "two_words": float(len(words) == 2),
        "many_words": float(len(words) >= _LONG),
        "acronym": float(len(words) == 1 and words[0].isupper() and len(words[0]) > 1),
        "capitals": float(len(words) > 1 and all(w.isupper() for w in words if w.isalpha())),
        "strong_head_last": float(last is not None and last.strong and len(words) > 1),
        "weak_head_last": float(last is not None and not last.strong and len(words) > 1),
        "head_first": float(
            first is not None and first.first and len(words) > 2 and words[1] in ("of", "for")
        ),
        "head_inside": float(any(word in heads for word in words)),
        "company_word": float(words[-1] in company_words()),
        "comma": float("," in words),
    }


def _around(doc: Doc, start: int, end: int) -> Iterator[str]:
    """Yield what stands beside one mention."""
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if before is not None:
        word = before.lower_
        if word in _ARTICLES:
            yield "behind_article"
        elif word in ("a", "an"):
            yield "behind_a"
        elif word in _LINKS:
            yield "behind_link"
        if is_capitalized(before.text) and before.whitespace_:
            yield "capital_before"
        at = start - 2 if word in _ARTICLES else start - 1
        if (
            at > 0
            and doc[at].lower_ in ("of", "at", "for", ",")
            and is_title_head(doc[at - 1].text)
        ):
            yield "behind_office"
    if after is not None:
        if (
            is_capitalized(after.text)
            and doc[end - 1].whitespace_
            and after.text not in weekdays()
            and not after.is_sent_start
        ):
            yield "capital_behind"
        if after.lower_ in _OWNED:
            yield "owner"
        if after.text == "(" or (before is not None and before.text == "(" and after.text == ")"):
            yield "bracket"
        if after.text == "," or (before is not None and before.text == ","):
            yield "comma_beside"
        if after.is_lower and after.is_alpha and not after.is_stop:
            yield "small_word_behind"
