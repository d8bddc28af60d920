"""The lists of words that steer how titles are read, from ``communique/lexicon/titles``."""

from __future__ import annotations

from typing import cast

from communique.components.lexicon_files import lexical, read_entries, read_toml


@lexical
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """Return the lists of the TOML file ``name`` in ``communique/lexicon/titles``."""
    lists = cast("dict[str, list[str]]", read_toml(f"titles/{name}"))
    return {key: frozenset(words) for key, words in lists.items()}


def complements(key: str) -> frozenset[str]:
    """Return a list of ``complements.toml``."""
    return word_lists("complements.toml")[key]


@lexical
def fields() -> frozenset[str]:
    """Return the words of the fields that offices are held for, lower case."""
    return frozenset(read_entries("titles/fields.txt"))


@lexical
def body_nouns() -> frozenset[str]:
    """Return the nouns that stand for a body named elsewhere, lower case."""
    return frozenset(read_entries("titles/bodies.txt"))
