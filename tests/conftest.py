"""Fixtures for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import settings

import communique.components.tokenizer  # noqa: F401  (registers the tokenizer)
from communique.components.extensions import register_extensions
from communique.pipeline import default_model_path

from .command_server import ServedCommands

# the same examples in every run of continuous integration, and no race against a busy machine
settings.register_profile("local", deadline=None)
settings.register_profile("ci", parent=settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session", autouse=True)
def _extensions() -> None:
    register_extensions()


@pytest.fixture(scope="session")
def ruled_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A pipeline on disk that knows a few names by rule, for tests that need no trained model."""
    nlp = spacy.blank(
        "en", config={"nlp": {"tokenizer": {"@tokenizers": "communique.Tokenizer.v1"}}}
    )
    nlp.meta.update(name="ruled", version="1.0.0")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PERSON", "pattern": "Marta Okonjo"},
            {"label": "ORG", "pattern": "Tallberg Foundry"},
            {"label": "ORG", "pattern": "Ministry of Harbours"},
        ]
    )
    folder = tmp_path_factory.mktemp("models") / "en_ruled"
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture(scope="session")
def served() -> Iterator[Path]:
    """The folder of a command ``communique`` that needs no time to start."""
    with ServedCommands() as commands:
        yield commands.folder


@pytest.fixture
def release_text() -> str:
    """A release made up for the tests, with names that ``ruled_model`` knows."""
    return (
        "Tallberg Foundry and the Ministry of Harbours open a pier\n\n"
        "Marta Okonjo spoke at the opening on 3 March 2024. “A good day,” she said.\n"
    )


@pytest.fixture
def repository() -> Path:
    """The root of the repository."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def embedded() -> Path:
    """The folder of the embedded model."""
    return default_model_path()
