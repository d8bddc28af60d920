"""Weights of the evidence that a phrase is the name of a body, learned from annotated releases.

    python -m communique.training.evidence gold/train corpus/releases > evidence.toml

prints what ``lexicon/organizations/evidence.toml`` holds. A form that the recogniser and the heads
propose counts as right where a body of the annotation has it, and the weights are those of a logistic
regression with a penalty on their squares (found by Newton's method).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language

from communique.components.organizations.component import OrganizationsComponent
from communique.components.organizations.evidence import evidence, forms
from communique.components.sentence_ranges import Sentences
from communique.pipeline import load, make_doc
from communique.readers import read
from communique.readers.release import Release

#: What a form is, and whether it is a body's.
Row = tuple[Mapping[str, float], bool]

#: How much a squared weight costs: chosen by cross-validation over releases.
_PENALTY = 3.3
_STEPS = 30
_COMPONENT = "communique_organizations"
_TINY = 1e-8
_EDGES = re.compile(r"^(?:the|an?)\s+|[“”\"'‘’.,;:()\[\]]")


def rows(nlp: Language, folder: Path) -> Iterator[Row]:
    """Yield the evidence of each form in the annotated releases of a folder, and whether it is right.

    ``folder`` holds ``NAME.gold.json`` files beside ``docs/NAME.*``. Raises ``KeyError``
    when the pipeline has no component for organizations, ``TypeError`` when it is another's.
    """
    component = nlp.get_pipe(_COMPONENT)
    if not isinstance(component, OrganizationsComponent):
        raise TypeError(f"{_COMPONENT} is not this project's component")
    with nlp.select_pipes(disable=nlp.pipe_names[nlp.pipe_names.index(_COMPONENT) :]):
        for path in sorted((folder / "docs").iterdir()):
            gold = folder / f"{path.stem}.gold.json"
            if not gold.exists():
                continue
            bodies = json.loads(gold.read_text(encoding="utf-8"))["organizations"]
            right = {_fold(form) for body in bodies for form in (body["name"], *body["mentions"])}
            for release in read(path):
                if not isinstance(release, Release):
                    continue
                doc = nlp(make_doc(nlp, release))
                sentences = Sentences(doc)
                for form, mentions in forms(doc, component.proposed(doc)):
                    yield evidence(doc, mentions, sentences), _fold(form) in right


def _fold(form: str) -> str:
    return _EDGES.sub("", " ".join(form.split()).casefold()).strip()


def learn(found: Sequence[Row], *, penalty: float = _PENALTY) -> dict[str, float]:
    """Return the weight of each piece of evidence, in log-odds; ``bias`` goes unpunished."""
    names = sorted({name for seen, _ in found for name in seen})
    seen = np.array([[row.get(name, 0.0) for name in names] for row, _ in found])
    right = np.array([float(is_right) for _, is_right in found])
    costs = np.array([0.0 if name == "bias" else penalty for name in names])
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (right - likely) - costs * weights
        bend = (seen.T * (likely * (1 - likely))) @ seen + np.diag(costs + _TINY)
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < _TINY:
            break
    return dict(zip(names, weights.tolist(), strict=True))


def as_toml(weights: Mapping[str, float]) -> Iterator[str]:
    """Yield the lines of the table of weights, the heaviest first."""
    yield "[weights]"
    for name, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        yield f"{name} = {weight:.2f}"


def main(folders: Iterable[str]) -> None:
    """Print the weights that the annotated releases of the folders give."""
    nlp = load()
    found = [row for folder in folders for row in rows(nlp, Path(folder))]
    sys.stdout.write("\n".join([*as_toml(learn(found)), ""]))


if __name__ == "__main__":
    main(sys.argv[1:])
