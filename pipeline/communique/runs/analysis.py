"""One input after another, from its bytes to the line of its record, within one process."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Self

from spacy.language import Language
from spacy.tokens import Doc

from communique.pipeline import UserLexicon, lexicon_of, load, make_doc
from communique.readers.failure import ReadFailure
from communique.readers.options import ReaderOptions
from communique.readers.registry import read
from communique.readers.release import Release
from communique.records.assemble import assemble
from communique.records.explanation import Explanation, explain_doc
from communique.records.merge import merge
from communique.records.model import PipelineRecord, Record
from communique.runs.failure import Failure, readable
from communique.runs.parts import LONGEST, parts
from communique.runs.signatures import sign

_REASON_LENGTH = 300


@dataclass(frozen=True, kw_only=True)
class ExtractOptions:
    """What a run does with each input.

    ``model``, ``lexicon`` and ``format`` are as ``communique.load`` and ``communique.readers.read``
    take them; the lexicon was read before, so that it is the same in all processes.
    ``near_duplicates``: make what tells texts that are nearly the same.
    """

    model: str | None = None
    lexicon: UserLexicon | None = None
    format: str | None = None
    reading: ReaderOptions = dataclasses.field(default_factory=ReaderOptions)
    keep_text: bool = True
    near_duplicates: bool = False


@dataclass(frozen=True)
class Made:
    """A record as its line of JSON (UTF-8, no line end), where it came from, how much it holds.

    ``id``, ``path`` and ``record`` are the record's. ``signature`` is that of
    ``communique.runs.signatures``, where the options ask for it.
    """

    line: bytes
    signature: bytes | None
    id: str
    path: str
    record: str | None
    people: int
    organizations: int
    agreements: int
    dates: int


Outcome = Made | Failure

#: A release, or the path of an input that is yet to be read.
Task = str | Release


def pipeline_record(nlp: Language) -> PipelineRecord:
    """Return what the records of ``nlp`` say about how they were made."""
    meta, lexicon = nlp.meta, lexicon_of(nlp)
    return PipelineRecord(
        name="communique",
        version=version("communique"),
        model=f"{meta['lang']}_{meta['name']}-{meta['version']}",
        lexicon=lexicon.digest if lexicon else None,
    )


def analyse(nlp: Language, release: Release, *, keep_text: bool = True) -> Record:
    """Return the record of a release.

    A text that is too long is analysed in parts, each with the day of publication of the first, and
    a warning in the record says so. ``keep_text``: whether the record holds the text that its
    offsets refer to.

    Raises ``ValueError`` where a component's span is not the slice of the text at its offsets:
    such a record is never made.
    """
    pipeline, limit = pipeline_record(nlp), min(LONGEST, nlp.max_length)
    if len(release.text) <= limit:
        return assemble(_analysed(nlp, release), release, pipeline, keep_text=keep_text)
    made: list[tuple[int, Record]] = []
    day = release.publish_date
    for start, end in parts(release.text, limit):
        part = dataclasses.replace(release, text=release.text[start:end], publish_date=day)
        record = assemble(_analysed(nlp, part), part, pipeline, keep_text=False)
        day = day or record.publish_date
        made.append((start, record))
    return merge(made, release.text, keep_text=keep_text)


def explain(nlp: Language, release: Release) -> Explanation:
    """Return why the record of a release says what it says: the rules, and the words they read.

    Raises ``ValueError`` where the text is longer than ``nlp.max_length`` characters.
    """
    return explain_doc(_analysed(nlp, release), release, pipeline_record(nlp))


def _analysed(nlp: Language, release: Release) -> Doc:
    if len(release.text) > nlp.max_length:
        raise ValueError(
            f"the text has {len(release.text):,} characters, the limit is {nlp.max_length:,}"
        )
    # one document at a time: in a batch, its neighbours can change the last bits of the scores
    return nlp(make_doc(nlp, release))


class Analyser:
    """A loaded pipeline that turns tasks into outcomes; every exception becomes a ``Failure``.

    Raises ``OSError`` when the model is not there.
    """

    def __init__(self, nlp: Language, options: ExtractOptions) -> None:
        self.nlp = nlp
        self.options = options

    @classmethod
    def load(cls, options: ExtractOptions) -> Self:
        """Load the model that the options name."""
        return cls(load(options.model, lexicon=options.lexicon), options)

    def outcomes(self, task: Task) -> Iterator[Outcome]:
        """Yield what becomes of a task, one outcome a release."""
        releases = [task] if isinstance(task, Release) else self.read(task)
        for release in releases:
            if isinstance(release, Release):
                yield self._outcome(release)
            else:
                yield Failure.of_reading(release)

    def read(self, path: str) -> Iterator[Release | ReadFailure]:
        """Read an input under the run's options."""
        return read(path, format=self.options.format, options=self.options.reading)

    def _outcome(self, release: Release) -> Outcome:
        source = release.source
        try:
            named = dataclasses.replace(source, path=readable(source.path))
            record = analyse(
                self.nlp,
                dataclasses.replace(release, source=named),
                keep_text=self.options.keep_text,
            )
            return Made(
                record.model_dump_json().encode(),
                sign(release.text) if self.options.near_duplicates else None,
                record.id,
                named.path,
                named.record,
                people=len(record.people),
                organizations=len(record.organizations),
                agreements=len(record.agreements),
                dates=len(record.dates),
            )
        except Exception as error:  # noqa: BLE001 - one document must not end the run
            return Failure(source.path, source.record, "analyse", _reason(error))


def _reason(error: Exception) -> str:
    said = " ".join(str(error).split()) or "no message"
    if type(error) is not ValueError:
        said = f"{type(error).__name__}: {said}"
    return said if len(said) <= _REASON_LENGTH else said[:_REASON_LENGTH] + "…"
