"""Scores of a recogniser on annotated corpora: exact spans, by source and label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language

from communique.components.extensions import PHRASES_KEY
from communique.training.corpora import PHRASE_LABELS, AnnotatedText, read_ner_corpus

#: What other label schemes call this project's labels.
LABEL_OF = {"PER": "PERSON", "GPE": "LOC", "FAC": "LOC"}


def score_spans(nlp: Language, texts: Iterable[AnnotatedText]) -> dict[str, dict[str, float]]:
    """Return precision, recall and F1 of exact spans for each label, and for ``all`` names together.

    Only the labels that a text's source marks everywhere are counted in it. TITLE and AGREEMENT
    are read from ``doc.spans`` and are not part of ``all``.
    """
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    batch = list(texts)
    for text, doc in zip(batch, nlp.pipe(t.text for t in batch), strict=True):
        expected = {s for s in text.spans if s[2] in text.labelled}
        seen = [*doc.ents, *doc.spans.get(PHRASES_KEY, ())]
        labelled = ((e.start_char, e.end_char, LABEL_OF.get(e.label_, e.label_)) for e in seen)
        predicted = {s for s in labelled if s[2] in text.labelled}
        for counter, spans in ((right, expected & predicted), (found, predicted), (gold, expected)):
            for *_, label in spans:
                counter[label] += 1
                counter["all"] += label not in PHRASE_LABELS
    return {
        label: {
            "p": right[label] / found[label] if found[label] else 0.0,
            "r": right[label] / gold[label],
            "f": 2 * right[label] / (found[label] + gold[label]),
        }
        for label in sorted(gold)
    }


def score_corpora(nlp: Language, folder: Path) -> dict[str, dict[str, dict[str, float]]]:
    """Return the scores on each ``NAME.test.jsonl`` of a folder of NER corpora, by name."""
    return {
        path.name.removesuffix(".test.jsonl"): score_spans(nlp, read_ner_corpus(path))
        for path in sorted(folder.glob("*.test.jsonl"))
    }
