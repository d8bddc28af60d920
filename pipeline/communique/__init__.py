"""Communiqué: press releases in, normalized records out.

>>> import communique
>>> nlp = communique.load()
>>> record = communique.extract("On May 7, 2024, Ann Lee, Mayor of Kampot, spoke.", nlp=nlp)

What this module offers is imported when it is first asked for, so that ``import communique``
alone takes no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.api import dates, extract
    from communique.components.dates.types import DateMention
    from communique.components.user_lexicon import LexiconError
    from communique.pipeline import load
    from communique.readers.failure import ReadFailure
    from communique.readers.options import ReaderOptions
    from communique.readers.registry import read
    from communique.readers.release import Release
    from communique.records.model import Record
    from communique.runs.analysis import analyse, explain

    __version__: str

__all__ = [
    "DateMention",
    "LexiconError",
    "ReadFailure",
    "ReaderOptions",
    "Record",
    "Release",
    "__version__",
    "analyse",
    "dates",
    "explain",
    "extract",
    "load",
    "read",
]

_HOMES = {
    "DateMention": "communique.components.dates.types",
    "LexiconError": "communique.components.user_lexicon",
    "ReadFailure": "communique.readers.failure",
    "ReaderOptions": "communique.readers.options",
    "Record": "communique.records.model",
    "Release": "communique.readers.release",
    "analyse": "communique.runs.analysis",
    "dates": "communique.api",
    "explain": "communique.runs.analysis",
    "extract": "communique.api",
    "load": "communique.pipeline",
    "read": "communique.readers.registry",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type is that of the name asked for
    if name == "__version__":
        value: Any = import_module("importlib.metadata").version("communique")
    elif name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
