"""The recogniser's labels for people, bodies and places, and how often each name has each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Span

from communique.components.text import text_of

PEOPLE = frozenset({"PERSON", "PER"})
#: Places, in the labels of spaCy's English models and of this project's.
PLACES = frozenset({"GPE", "LOC", "FAC"})
BODY = "ORG"


def label_counts(doc: Doc, ents: Iterable[Span]) -> Mapping[str, Counter[str]]:
    """Return how often each surface form has each label, in the text's order.

    ``ents`` are the entities of ``doc``, which are made anew whenever it is asked for them.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    text = text_of(doc)
    for ent in ents:
        counts[text[ent.start_char : ent.end_char]][ent.label_] += 1
    return counts
