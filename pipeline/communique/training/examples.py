"""Annotated texts as spaCy's training loop reads them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

from communique.components.recognizer.targets import TARGETS_KEY, Targets, open_spaces
from communique.components.tagger.tags import LAYERS
from communique.training.corpora import AnnotatedText, read_ner_corpus, to_doc
from communique.training.soft_labels import distributions

Reader = Callable[[Language], Iterator[Example]]


@registry.readers("communique.AnnotatedTexts.v1")
def annotated_texts(path: Path, *, recased: float, seed: int) -> Reader:
    """Return a reader of a file in the format of the NER corpora, soft labels among it.

    A share ``recased`` of the lines is shown otherwise than it was written, another one in each
    epoch: in capitals, in title case or in lower case, as headlines and careless pages are.
    """
    epochs = itertools.count()
    kept: list[Example] = []

    def read(nlp: Language) -> Iterator[Example]:
        if not kept:
            kept.extend(to_example(text, nlp) for text in read_ner_corpus(Path(path)))
        rng = random.Random(seed * 1000 + next(epochs))  # noqa: S311
        for example in kept:
            shown = recase(example.predicted, recased, rng) if recased else example.predicted
            yield Example(shown, example.reference)

    return read


def to_example(text: AnnotatedText, nlp: Language) -> Example:
    """Return an example whose reference holds the spans and the ``Targets`` of the text."""
    doc, _ = to_doc(text, nlp)
    phrases = itertools.chain.from_iterable(doc.spans.values())
    spans = [(s.start, s.end, s.label_) for s in (*doc.ents, *phrases)]
    left = tuple(layer.left_open(len(doc), spans, text.labelled) for layer in LAYERS)
    soft = text.soft_labels
    shares = None if soft is None else tuple(distributions(soft, len(doc)))
    doc.user_data[TARGETS_KEY] = open_spaces(doc, Targets(left, shares, text.labelled))
    return Example(nlp.make_doc(text.text), doc)


def recase(doc: Doc, share: float, rng: random.Random) -> Doc:
    """Return the document with a share of its lines in another casing; the words stay the words."""
    words = [token.text for token in doc]
    changed = False
    start = 0
    ends = [token.i + 1 for token in doc if token.is_space and "\n" in token.text]
    for end in [*ends, len(doc)]:
        if rng.random() < share:
            casing = rng.choice(_CASINGS)
            words[start:end] = [_as_long(casing, word) for word in words[start:end]]
            changed = True
        start = end
    if not changed:
        return doc
    return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])


def _as_long(casing: Callable[[str], str], word: str) -> str:
    """Apply a casing where it leaves the word as long as it was."""
    cased = casing(word)
    return cased if len(cased) == len(word) else word


def _capitalised(word: str) -> str:
    """Return the word with its first letter in upper case; the others stay as they are."""
    return word[0].upper() + word[1:]


_CASINGS = (str.upper, str.upper, _capitalised, _capitalised, str.lower)
