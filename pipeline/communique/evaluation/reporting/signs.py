"""Texts of releases among words of ours."""

from __future__ import annotations


def shown(text: str) -> str:
    """Return a text on one line, signs that are not for the eye replaced.

    They could steer a terminal, and what draws plots ends the whole process over them.
    """
    line = " ".join(text.split())
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)
