"""What a run's records depend on beside its inputs, as a journal remembers it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path
from typing import Self

from spacy.util import get_package_path, is_package

from communique.pipeline import default_model_path
from communique.readers.formats import GROUP as READERS
from communique.runs.analysis import ExtractOptions

_PACKAGE = Path(__file__).parents[1]
#: Libraries whose version may change a record.
_LIBRARIES = ("spacy", "thinc", "numpy", "trafilatura", "lxml", "charset-normalizer",
              "markdown-it-py", "PyYAML", "ijson", "pypdfium2", "python-docx", "fastwarc")  # fmt: skip
#: Options that change no record.
_WITHOUT_EFFECT = ("model", "near_duplicates")


@dataclass(frozen=True)
class Settings:
    """Program, model and options of a run, each as a string that changes when records may."""

    program: str
    model: str
    options: str

    @classmethod
    def of(cls, options: ExtractOptions) -> Self:
        """Return those of a run with ``options`` by the program as it is installed."""
        lexicon = options.lexicon
        values = asdict(replace(options, lexicon=None))
        for name in _WITHOUT_EFFECT:
            values.pop(name, None)
        values["lexicon"] = lexicon.digest if lexicon else None
        return cls(
            program=_digest(_program()),
            model=_digest(_model(options.model)),
            options=json.dumps(values, sort_keys=True, default=str),
        )

    def differences(self, other: Settings) -> list[str]:
        """Return what of the two differs, in words: ``["the model", "the options"]``."""
        return [
            f"the {field.name}"
            for field in fields(self)
            if getattr(self, field.name) != getattr(other, field.name)
        ]


def _program() -> Iterator[bytes]:
    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}".encode()
        except PackageNotFoundError:
            yield name.encode()
    for entry in entry_points(group=READERS):
        if entry.dist is not None:
            yield f"{entry.dist.name} {entry.dist.version}".encode()
    yield from _files(_PACKAGE, leave_out=("models", "__pycache__"))


def _model(model: str | None) -> Iterator[bytes]:
    if model is None:
        yield from _files(default_model_path())
    elif is_package(model):
        yield from _files(get_package_path(model))
    else:
        yield from _files(Path(model))


def _files(folder: Path, leave_out: Iterable[str] = ()) -> Iterator[bytes]:
    """Yield name and digest of each file below a folder, in the order of names."""
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        if path.is_file() and not set(leave_out) & set(place.parts):
            with path.open("rb") as stream:
                yield place.as_posix().encode() + hashlib.file_digest(stream, "sha256").digest()


def _digest(parts: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part + b"\0")
    return whole.hexdigest()
