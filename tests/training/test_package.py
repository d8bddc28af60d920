"""The shipped folder: loads by itself, names no file of the machine it was made on."""

from __future__ import annotations

import json
from pathlib import Path

import spacy

from communique.pipeline import COMPONENTS
from communique.training.package import PackageMeta, package


def test_package_holds_all_components_and_no_paths(ruled_model: str, tmp_path: Path) -> None:
    trained = spacy.load(ruled_model)
    trained.config["paths"]["train"] = "/somewhere/train.spacy"
    trained.config["initialize"]["vectors"] = "/somewhere/vectors"
    trained.to_disk(tmp_path / "trained")
    source = {"name": "Made up", "license": "CC0", "url": "", "author": "nobody"}
    meta = PackageMeta("made_up", "9.9", "For a test.", sources=(source,))
    output = package(tmp_path / "trained", tmp_path / "package", meta, {"made-up": {"f": 1.0}})

    config = (output / "config.cfg").read_text(encoding="utf-8")
    assert "/somewhere" not in config
    written = json.loads((output / "meta.json").read_text(encoding="utf-8"))
    assert (written["name"], written["version"]) == ("made_up", "9.9")
    assert written["sources"] == [source]
    assert written["performance"] == {"made-up": {"f": 1.0}}

    nlp = spacy.load(output)
    assert nlp.pipe_names[-len(COMPONENTS) :] == list(COMPONENTS)
    nlp.remove_pipe("communique_agreements")
    doc = nlp("Marta Okonjo of Tallberg Foundry spoke on 3 March 2024.")
    assert [person.name for person in doc._.people] == ["Marta Okonjo"]
    assert [date.value for date in doc._.dates] == ["2024-03-03"]


def test_components_can_be_switched_off_in_the_config(ruled_model: str, tmp_path: Path) -> None:
    output = package(Path(ruled_model), tmp_path / "package", PackageMeta("m", "1", "."))
    nlp = spacy.load(output, exclude=["communique_dates", "communique_titles"])
    doc = nlp("Marta Okonjo of Tallberg Foundry spoke on 3 March 2024.")
    assert doc._.dates == ()
    assert [body.name for body in doc._.organizations] == ["Tallberg Foundry"]
