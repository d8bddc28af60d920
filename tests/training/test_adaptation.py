"""Guessing hidden words of raw releases: what is hidden, and whether it is learned."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="PyTorch is an extra")
pytest.importorskip("transformers", reason="transformers is an extra")

import torch
from hypothesis import given
from hypothesis import strategies as st

from communique.components.tagger.model import Tagger
from communique.components.tagger.windows import OTHER, Window
from communique.training.adaptation import WordGuesser, adapt, hide

PAD, MASK, VOCABULARY = 0, 103, 1_100
CONFIG = {
    "model_type": "bert",
    "vocab_size": VOCABULARY,
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 64,
    "hidden_dropout_prob": 0.0,
}


def window(lengths: list[int]) -> Window:
    """Return a window of words of so many pieces each, with pieces that all differ."""
    first = [1 + sum(lengths[:i]) for i in range(len(lengths))]
    pieces = [101, *(1000 + i % 97 for i in range(sum(lengths))), 102]
    words = list(range(len(lengths)))
    return Window(pieces, [OTHER] * len(pieces), first, words, [str(i) for i in words])


@given(
    st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=30), min_size=1, max_size=4),
    st.integers(),
)
def test_whole_words_are_hidden_and_what_is_sought_is_what_stood_there(
    rows: list[list[int]], seed: int
) -> None:
    windows = [window(row) for row in rows]
    shown, hidden, sought = hide(windows, random.Random(seed), MASK, VOCABULARY)
    length = max(len(w.pieces) for w in windows)
    assert hidden.shape == (len(windows), length)
    padded = torch.tensor([w.pieces + [0] * (length - len(w.pieces)) for w in windows])
    assert padded[hidden].tolist() == sought
    for row, (before, after) in enumerate(zip(windows, shown, strict=True)):
        assert before.shapes == after.shapes
        changed = {
            i for i, (a, b) in enumerate(zip(before.pieces, after.pieces, strict=True)) if a != b
        }
        assert changed <= set(hidden[row].nonzero().flatten().tolist())
        ends = [*before.first[1:], len(before.pieces) - 1]
        for start, end in zip(before.first, ends, strict=True):
            assert len(set(hidden[row, start:end].tolist())) == 1


def test_a_share_of_the_words_is_hidden() -> None:
    (_, hidden, sought) = hide([window([1] * 4000)], random.Random(1), MASK, VOCABULARY)
    assert 0.12 < len(sought) / 4000 < 0.18
    assert int(hidden.sum()) == len(sought)


def test_hidden_words_of_a_text_are_learned_and_a_stopped_adaptation_goes_on(
    tmp_path: Path,
) -> None:
    torch.manual_seed(0)
    model, other = Tagger.blank(CONFIG), Tagger.blank(CONFIG)
    windows = [window([2, 1, 3, 1, 1, 2, 1, 1])] * 16
    before = model.encoder.embeddings.word_embeddings.weight.detach().clone()
    checkpoint = tmp_path / "adapting.pt"

    def adapt_it(model: Tagger) -> None:
        adapt(
            model,
            windows,
            pad=PAD,
            mask=MASK,
            epochs=40,
            batch_size=8,
            learn_rate=1e-2,
            checkpoint=checkpoint,
        )

    adapt_it(model)
    after = model.encoder.embeddings.word_embeddings.weight
    assert not torch.equal(before, after)
    guesser = WordGuesser(model)
    guesser.load_state_dict(torch.load(checkpoint, weights_only=True)["model"])
    guesser.eval()
    shown, hidden, sought = hide(windows, random.Random(7), MASK, VOCABULARY)
    with torch.inference_mode():
        best = guesser(shown, hidden, PAD).argmax(-1).tolist()
    assert sum(a == b for a, b in zip(best, sought, strict=True)) > len(sought) / 2
    adapt_it(other)
    assert torch.equal(other.encoder.embeddings.word_embeddings.weight, after)
