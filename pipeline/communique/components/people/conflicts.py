"""Names that the recogniser calls a person in one place and a body or a place in another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from communique.components.organizations.lexicon import organization_heads


def settled_labels(doc: Doc) -> dict[str, str]:
    """Return, for each surface form with several labels, the one that it has most often.

    A tie goes to PERSON for names of several words, and to the other label for single ones.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for ent in doc.ents:
        votes[ent.text][ent.label_] += 1
    settled: dict[str, str] = {}
    for text, labels in votes.items():
        if len(labels) > 1:
            several = " " in text
            settled[text] = max(
                sorted(labels), key=lambda x: (labels[x], (x == "PERSON") == several)
            )
    return settled


def people_entities(doc: Doc) -> Iterator[Span]:
    """Yield the entities that are people when each surface form has one label."""
    settled = settled_labels(doc)
    first_words = {ent[0].text for ent in doc.ents if ent.label_ == "ORG" and len(ent) > 1} - set(
        organization_heads()
    )
    full_names = {
        t.text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for t in ent
    }
    for ent in doc.ents:
        if settled.get(ent.text, ent.label_) not in ("PERSON", "PER"):
            continue
        if len(ent) == 1 and ent.text in first_words and ent.text not in full_names:
            continue
        yield ent
