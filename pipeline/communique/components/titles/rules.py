"""The lists of words that steer how titles are read, from ``communique/lexicon/titles``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import cast

from communique.components.lexicon_files import read_entries


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """Return the lists of the TOML file ``name`` in ``communique/lexicon/titles``."""
    path = files("communique").joinpath("lexicon", "titles", name)
    lists = cast("dict[str, list[str]]", tomllib.loads(path.read_text(encoding="utf-8")))
    return {key: frozenset(words) for key, words in lists.items()}


def complements(key: str) -> frozenset[str]:
    """Return a list of ``complements.toml``."""
    return word_lists("complements.toml")[key]


@cache
def fields() -> frozenset[str]:
    """Return the words of the fields that offices are held for, lower case."""
    return frozenset(read_entries("titles/fields.txt"))


@cache
def body_nouns() -> frozenset[str]:
    """Return the nouns that stand for a body named elsewhere, lower case."""
    return frozenset(read_entries("titles/bodies.txt"))
