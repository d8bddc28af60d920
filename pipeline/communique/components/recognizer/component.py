"""The component ``communique_recognizer``: names and phrases by a convolutional tagger."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, cast

import numpy as np
from spacy.attrs import IS_SPACE
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, Span
from spacy.training import Example, validate_examples, validate_get_examples
from spacy.util import filter_spans
from spacy.vocab import Vocab
from thinc.api import Config, Model, Optimizer, set_dropout_rate
from thinc.types import Floats2d

from communique.components.extensions import PHRASES_KEY, register_extensions
from communique.components.recognizer.model import TAGS, multiply_fast
from communique.components.recognizer.reading import Reading
from communique.components.recognizer.targets import targets_of
from communique.components.tagger.decode import body_scores, decode
from communique.components.tagger.tags import LAYERS, NAMES, PHRASES, Scores

DEFAULT_MODEL = Config().from_str("""
[model]
@architectures = "communique.WordTagger.v1"
kept = 64
width = 96
depth = 2
maxout_pieces = 2

[model.tok2vec]
@architectures = "spacy.HashEmbedCNN.v2"
pretrained_vectors = null
width = 96
depth = 4
embed_size = 2000
window_size = 1
maxout_pieces = 3
subword_features = true
""")["model"]

_TINY = 1e-9


class WordRecognizer(TrainablePipe):
    """Sets ``doc.ents`` to the names and ``doc.spans["communique_phrases"]`` to the phrases."""

    def __init__(self, vocab: Vocab, model: Model[list[Doc], list[Floats2d]], name: str) -> None:
        self.vocab = vocab
        self.model = model
        multiply_fast(model)
        self._reading = Reading.of(model)
        self.name = name
        self.cfg: dict[str, Any] = {}
        self.scorer = score_recognizer

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of names."""
        return NAMES.labels

    @property
    def label_data(self) -> None:
        """Nothing: the labels are always the same."""
        return

    def predict(self, docs: Iterable[Doc]) -> list[Floats2d]:
        """Return the scores of the words of each document, (words, tags of all layers).

        Each document is read by itself: the last digits of a matrix product depend on its size,
        and what is said of a document must not depend on its batch.
        """
        return [self._scores(doc) if len(doc) else self.model.ops.alloc2f(0, TAGS) for doc in docs]

    def _scores(self, doc: Doc) -> Floats2d:
        if self._reading is not None:
            return self._reading.scores(doc)
        return self.model.predict([doc])[0]

    def set_annotations(self, docs: Iterable[Doc], scores: Iterable[Floats2d]) -> None:
        """Write the best spans to the documents."""
        for doc, rows in zip(docs, scores, strict=True):
            words = np.flatnonzero(doc.to_array(IS_SPACE) == 0).tolist()
            layers = _layers(rows)
            runs = [(words, tuple(np.log(layer[words] + _TINY) for layer in layers))]
            spans = decode(doc, runs)
            doc._.body_scores = body_scores(len(doc), runs)
            for layer in (NAMES, PHRASES):
                found = [Span(doc, s, e, label) for s, e, label in spans if label in layer.labels]
                if layer is NAMES:
                    doc.ents = filter_spans(found)
                else:
                    doc.spans[PHRASES_KEY] = filter_spans(found)

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Optimizer | None = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Learn from a batch: from ``Targets`` in the references, or from their spans."""
        losses = {} if losses is None else losses
        losses.setdefault(self.name, 0.0)
        batch = list(examples)
        validate_examples(batch, "WordRecognizer.update")
        batch = [example for example in batch if len(example.predicted)]
        if not batch:
            return losses
        set_dropout_rate(self.model, drop)
        scores, backprop = self.model.begin_update([example.predicted for example in batch])
        loss, gradients = self.get_loss(batch, scores)
        backprop(gradients)
        if sgd is not None:
            self.finish_update(sgd)
        losses[self.name] += loss
        return losses

    def get_loss(
        self, examples: Iterable[Example], scores: Sequence[Floats2d]
    ) -> tuple[float, list[Floats2d]]:
        """Return the cross-entropy with what is to be learned, and its gradients, a word's mean."""
        loss = 0.0
        gradients: list[Floats2d] = []
        words = max(1, sum(map(len, scores)))
        for example, rows in zip(examples, scores, strict=True):
            predicted = _layers(rows)
            wanted = targets_of(example.reference).distributions(predicted)
            differences = []
            for now, then in zip(predicted, wanted, strict=True):
                loss -= float((then * np.log(now + _TINY)).sum()) / words
                differences.append((now - then) / words)
            gradients.append(cast("Floats2d", np.concatenate(differences, axis=1)))
        return loss, gradients

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,  # noqa: ARG002
    ) -> None:
        """Set up the weights; the examples are only checked."""
        validate_get_examples(get_examples, "WordRecognizer.initialize")
        docs = [example.reference for example in itertools.islice(get_examples(), 10)]
        self.model.initialize(X=docs)


def _layers(scores: Floats2d) -> list[Scores]:
    """Return the probabilities of each layer's tags."""
    made: list[Scores] = []
    at = 0
    for layer in LAYERS:
        part = np.asarray(scores[:, at : at + len(layer)], dtype=np.float32)
        part = np.exp(part - part.max(1, keepdims=True))
        made.append(part / part.sum(1, keepdims=True))
        at += len(layer)
    return made


def _spans(doc: Doc) -> Iterator[tuple[int, int, str]]:
    for span in (*doc.ents, *doc.spans.get(PHRASES_KEY, ())):
        yield span.start_char, span.end_char, span.label_


def score_recognizer(examples: Iterable[Example], **_: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return precision, recall and F1 of exact spans: ``ents_*`` of names, ``phrases_*``.

    Of each example, only the labels that its reference marks everywhere are counted.
    """
    counts = {layer: [0, 0, 0] for layer in ("ents", "phrases")}
    for example in examples:
        labelled = targets_of(example.reference).labelled
        predicted, gold = (
            {span for span in _spans(doc) if span[2] in labelled}
            for doc in (example.predicted, example.reference)
        )
        for name, layer in (("ents", NAMES), ("phrases", PHRASES)):
            of_layer = set(layer.labels)
            found, wanted = ({s for s in side if s[2] in of_layer} for side in (predicted, gold))
            right = len(found & wanted)
            for i, number in enumerate((right, len(found), len(wanted))):
                counts[name][i] += number
    scores: dict[str, Any] = {}
    for name, (right, found_number, gold_number) in counts.items():
        scores[f"{name}_p"] = right / found_number if found_number else 0.0
        scores[f"{name}_r"] = right / gold_number if gold_number else 0.0
        both = found_number + gold_number
        scores[f"{name}_f"] = 2 * right / both if both else 0.0
    return scores


@Language.factory(
    "communique_recognizer",
    assigns=["doc.ents", "doc.spans"],
    default_config={"model": DEFAULT_MODEL},
    default_score_weights={"ents_f": 0.8, "phrases_f": 0.2},
)
def create_recognizer(
    nlp: Language, name: str, model: Model[list[Doc], list[Floats2d]]
) -> WordRecognizer:
    """Return a recogniser; trained like any trainable component of spaCy."""
    register_extensions()
    return WordRecognizer(nlp.vocab, model, name)
