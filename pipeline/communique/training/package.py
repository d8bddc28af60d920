"""From a trained recogniser to the pipeline that is shipped."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import spacy

from communique.components.tokenizer import create_tokenizer
from communique.pipeline import COMPONENTS


@dataclass(frozen=True)
class PackageMeta:
    """What ``meta.json`` says of a package beside what spaCy writes itself.

    ``sources`` are the data with their licences, as spaCy's own models list them.
    """

    name: str
    version: str
    description: str
    author: str = "The Communiqué authors"
    email: str = ""
    url: str = ""
    license: str = "Apache-2.0"
    sources: tuple[dict[str, str], ...] = ()


def package(
    trained: Path, output: Path, meta: PackageMeta, scores: dict[str, Any] | None = None
) -> Path:
    """Write the trained pipeline with all of this project's components into the folder ``output``.

    ``output`` can be given to ``spacy.load`` and holds ``config.cfg``, in which each component can
    be switched off, replaced or re-ordered. Returns ``output``.
    """
    nlp = spacy.load(trained)
    nlp.tokenizer = create_tokenizer()(nlp)  # as it is now, not as it was saved at training
    for name in COMPONENTS:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)
    nlp.meta.update(asdict(meta))
    nlp.meta["sources"] = list(meta.sources)
    nlp.meta["performance"] = scores or {}
    paths = nlp.config["paths"]
    paths.update(dict.fromkeys(paths))  # files of the machine it was trained on
    for corpus in nlp.config["corpora"].values():
        corpus["path"] = None
    nlp.config["initialize"]["vectors"] = None
    nlp.to_disk(output)
    # The words of the training texts: a pipeline adds the strings that it needs as it reads.
    (output / "vocab" / "strings.json").write_text("[]\n", encoding="utf-8")
    return output
