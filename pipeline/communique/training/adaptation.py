"""Adaptation of the teacher's encoder to releases, before anything is annotated.

The encoder goes on with what such encoders are pretrained by, guessing words that are hidden from
it (Devlin et al. 2019, "BERT", with whole words hidden), over raw releases: the words of a genre
before its names (Gururangan et al. 2020, "Don't stop pretraining"). The casing of a hidden word
stays to be seen, so that the embedding of casing is learned along with it.

Needs ``communique[teacher]`` (PyTorch and transformers).
"""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn

from communique.components.tagger.model import Tagger
from communique.components.tagger.windows import Window
from communique.training.progress import Progress, warmed

logger = logging.getLogger(__name__)

#: The share of words that are guessed; of those, what is shown in their place: a mask, another
#: word piece, or the word itself.
GUESSED, MASKED, OTHER_PIECE = 0.15, 0.8, 0.1

#: Special pieces come first in a vocabulary of BERT's kind; no word is hidden behind one of them.
_FIRST_ORDINARY = 999


class WordGuesser(nn.Module):
    """A layer that guesses the pieces of hidden words, with the encoder's own embeddings of them."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model
        words = model.encoder.embeddings.word_embeddings.weight
        self.dense = nn.Linear(words.shape[1], words.shape[1])
        self.norm = nn.LayerNorm(words.shape[1])
        self.bias = nn.Parameter(words.new_zeros(words.shape[0]))

    def forward(self, windows: Sequence[Window], hidden: Tensor, pad: int) -> Tensor:
        """Return the logits, (hidden pieces, vocabulary), where ``hidden`` is true.

        ``hidden``: (windows, pieces of the longest window).
        """
        states = self.model.states(windows, pad)[hidden.to(self.bias.device)]
        read = self.norm(nn.functional.gelu(self.dense(states)))
        words = self.model.encoder.embeddings.word_embeddings.weight
        logits: Tensor = nn.functional.linear(read, words, self.bias)
        return logits


def adapt(
    model: Tagger,
    windows: Sequence[Window],
    *,
    pad: int,
    mask: int,
    epochs: int = 1,
    batch_size: int = 128,
    learn_rate: float = 4e-4,
    seed: int = 0,
    checkpoint: Path | None = None,
) -> None:
    """Train the encoder of ``model`` and its embedding of casing on raw windows, in place.

    ``pad`` and ``mask`` are the pieces of those names. Goes on from ``checkpoint``, written after
    each epoch, where there is one.
    """
    torch.manual_seed(seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    guesser = WordGuesser(model).to(device)
    steps = epochs * -(-len(windows) // batch_size)
    optimizer = torch.optim.AdamW(guesser.parameters(), lr=learn_rate, weight_decay=0.01)
    schedule = warmed(optimizer, steps, max(1, steps // 20))
    progress = Progress(guesser, optimizer, schedule)
    guesser.train()
    for epoch in range(progress.resume(checkpoint, device), epochs):
        rng = random.Random(seed * 1000 + epoch)  # noqa: S311
        for number, batch in enumerate(_batches(windows, batch_size, rng)):
            shown, hidden, sought = hide(batch, rng, mask, len(guesser.bias))
            if not sought:
                continue
            with torch.autocast(device, dtype=torch.bfloat16):
                logits = guesser(shown, hidden, pad).float()
            loss = nn.functional.cross_entropy(logits, torch.tensor(sought, device=device))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(guesser.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            if number % 100 == 0:
                logger.info("adaptation, epoch %d, %d: %.3f", epoch, number, loss)
        progress.save(checkpoint, epoch)


def hide(
    windows: Sequence[Window], rng: random.Random, mask: int, vocabulary: int
) -> tuple[list[Window], Tensor, list[int]]:
    """Hide some words of each window.

    Returns the windows as they are shown, where pieces are to be guessed (windows, pieces of the
    longest), and those pieces, window by window and from left to right.
    """
    shown: list[Window] = []
    hidden = torch.zeros((len(windows), max(len(w.pieces) for w in windows)), dtype=torch.bool)
    sought: list[int] = []
    for row, window in enumerate(windows):
        pieces = list(window.pieces)
        ends = [*window.first[1:], len(pieces) - 1]
        for start, end in zip(window.first, ends, strict=True):
            if rng.random() >= GUESSED:
                continue
            hidden[row, start:end] = True
            sought += pieces[start:end]
            drawn = rng.random()
            if drawn < MASKED:
                pieces[start:end] = [mask] * (end - start)
            elif drawn < MASKED + OTHER_PIECE:
                pieces[start:end] = [
                    rng.randrange(_FIRST_ORDINARY, vocabulary) for _ in range(start, end)
                ]
        shown.append(replace(window, pieces=pieces))
    return shown, hidden, sought


def _batches(
    windows: Sequence[Window], size: int, rng: random.Random
) -> Iterator[Sequence[Window]]:
    """Yield batches of windows of like length, in an order drawn by chance."""
    order = sorted(range(len(windows)), key=lambda i: (len(windows[i].pieces), rng.random()))
    starts = list(range(0, len(order), size))
    rng.shuffle(starts)
    for start in starts:
        yield [windows[i] for i in order[start : start + size]]
