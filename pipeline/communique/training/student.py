"""Training of the small recogniser, with spaCy: pretraining and the training itself."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.training.pretrain import pretrain as pretrain_loop
from spacy.util import load_config, load_model_from_config
from thinc.api import Config, use_ops

import communique.components.recognizer.component
import communique.components.tokenizer
import communique.components.word_types
import communique.training.examples  # noqa: F401  (registers the reader)

logger = logging.getLogger(__name__)

CONFIG = Path(__file__).with_name("student.cfg")


def blank() -> Language:
    """Return a pipeline of nothing but this project's tokenizer."""
    return spacy.blank(
        "en", config={"nlp": {"tokenizer": {"@tokenizers": "communique.Tokenizer.v1"}}}
    )


def train_student(
    output: Path, train: Path, dev: Path, overrides: dict[str, Any], *, start: Path | None = None
) -> Path:
    """Train from ``student.cfg`` with ``overrides`` and return the folder of the best model.

    With ``start``, the weights of that model are trained on, at half the learning rate. A training
    that is done (its folder holds the file ``done``) is not done again.
    """
    best = output / "model-best"
    if (output / "done").exists():
        logger.info("%s: already trained", output)
        return best
    config = load_config(CONFIG, interpolate=False)
    if start is not None:
        config["components"]["ner"] = {"source": str(start)}
        config["training"]["optimizer"]["learn_rate"]["initial_rate"] /= 2
        # the shape of a model that is there already is not asked for
        overrides = {k: v for k, v in overrides.items() if not k.startswith("components.")}
    config = Config().from_str(
        config.to_str(),
        overrides={"paths.train": str(train), "paths.dev": str(dev), **overrides},
    )
    output.mkdir(parents=True, exist_ok=True)
    # The matrix products of numpy take a third of the time of thinc's own. Their last digits
    # depend on the size of a batch, which does no harm in training.
    with use_ops("numpy", use_blis=False):
        nlp = init_nlp(config)
        train_loop(nlp, output)
    (output / "done").touch()
    return best


def pretrain(output: Path, texts: Iterable[str], overrides: dict[str, Any], epochs: int) -> Path:
    """Pretrain the layer that reads words on raw texts and return the file with its weights.

    The objective is spaCy's ``PretrainCharacters``: guess the first and last letters of masked
    words. A stopped run goes on at the epoch where it stopped.
    """
    last = output / f"model{epochs - 1}.bin"
    if last.exists():
        logger.info("%s: already pretrained", output)
        return last
    output.mkdir(parents=True, exist_ok=True)
    raw = output / "raw.jsonl"
    if not raw.exists():
        lines = (line.strip() for text in texts for line in text.split("\n"))
        rows = (json.dumps({"text": line}, ensure_ascii=False) + "\n" for line in lines if line)
        raw.write_text("".join(rows), encoding="utf-8")
    saved = sorted(output.glob("model[0-9]*.bin"), key=lambda p: int(p.stem[5:]))
    config = load_config(
        CONFIG,
        overrides={
            "paths.raw": str(raw),
            "paths.train": str(raw),  # not read
            "paths.dev": str(raw),
            "pretraining.max_epochs": epochs,
            **overrides,
        },
        interpolate=True,
    )
    filled = load_model_from_config(config, auto_fill=True).config.interpolate()
    with use_ops("numpy", use_blis=False):
        pretrain_loop(
            filled,
            output,
            resume_path=saved[-1] if saved else None,
            epoch_resume=int(saved[-1].stem[5:]) + 1 if saved else None,
        )
    return last
