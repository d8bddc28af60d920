"""Named-entity corpora as training examples.

Two sources of annotations are read:

* **NER corpora**: JSONL, one text a line, with ``spans`` (``[start, end, label]``, half-open
  character offsets) and ``meta.labelled``, the labels that the source marks everywhere.
* **Gold releases**: a folder of ``NNN.gold.json`` beside ``docs/NNN.txt``, whose people and
  organizations are lists of surface strings; every whole-word occurrence of a string counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from communique.readers.normalize import normalize

#: What the shipped model learns to mark, in the order of the packaged label scheme.
LABELS = ("PERSON", "ORG", "LOC", "NORP", "EVENT", "MISC")

#: Texts are cut into pieces of at least this many characters, at line ends, before training.
PIECE_LENGTH = 600


@dataclass(frozen=True)
class AnnotatedText:
    """A text and the names in it.

    ``spans`` are half-open character offsets of ``text``. ``labelled`` names the labels whose
    absence means "no such name here"; the absence of any other label means nothing.
    """

    id: str
    source: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    labelled: frozenset[str]


def read_ner_corpus(path: Path) -> Iterator[AnnotatedText]:
    """Yield the texts of one NER corpus file (JSONL).

    Raises ``ValueError`` naming the file and the line when a line is not such a text.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                meta = row["meta"]
                yield AnnotatedText(
                    id=str(row["id"]),
                    source=meta["source"],
                    text=row["text"],
                    spans=tuple((s, e, label) for s, e, label in row["spans"] if label in LABELS),
                    labelled=frozenset(meta["labelled"]),
                )
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path}:{number}: not an annotated text ({error})") from error


def _occurrences(text: str, surface: str) -> Iterator[tuple[int, int]]:
    pattern = r"\s+".join(re.escape(part) for part in surface.split())
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
        yield match.start(), match.end()


def _longest_first(
    spans: Iterable[tuple[int, int, str]],
) -> tuple[tuple[int, int, str], ...]:
    taken: list[tuple[int, int, str]] = []
    for start, end, label in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if all(end <= s or e <= start for s, e, _ in taken):
            taken.append((start, end, label))
    return tuple(sorted(taken))


def read_gold_folder(folder: Path) -> Iterator[AnnotatedText]:
    """Yield the releases of a gold folder with every occurrence of its people and organizations.

    Organizations of type ``place`` are places here. Raises ``FileNotFoundError`` when a gold file
    has no text beside it.
    """
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        stem = path.name.removesuffix(".gold.json")
        source = folder / "docs" / f"{stem}.txt"
        if not source.exists():
            if (folder / "docs" / f"{stem}.html").exists():
                continue
            raise FileNotFoundError(f"{path}: no text at {source}")
        text = normalize(source.read_text(encoding="utf-8"))
        spans: list[tuple[int, int, str]] = []
        for person in gold["people"]:
            for surface in {person["name"], *person["mentions"]}:
                spans += ((s, e, "PERSON") for s, e in _occurrences(text, surface))
        for organization in gold["organizations"]:
            label = "LOC" if organization["type"] == "place" else "ORG"
            for surface in {organization["name"], *organization["mentions"]}:
                spans += ((s, e, label) for s, e in _occurrences(text, surface))
        yield AnnotatedText(stem, "gold", text, _longest_first(spans), frozenset({"PERSON", "ORG"}))


def pieces(text: AnnotatedText) -> Iterator[AnnotatedText]:
    """Cut a long text at line ends into pieces of about ``PIECE_LENGTH`` characters."""
    start = 0
    ends = [m.end() for m in re.finditer(r"\n+", text.text)] + [len(text.text)]
    for end in ends:
        inside_a_name = any(s < end < e for s, e, _ in text.spans)
        if inside_a_name or (end - start < PIECE_LENGTH and end != len(text.text)):
            continue
        if text.text[start:end].strip():
            spans = tuple((s - start, e - start, n) for s, e, n in text.spans if start <= s < end)
            yield replace(text, text=text.text[start:end], spans=spans)
        start = end


def complete(
    texts: Iterable[AnnotatedText], model: Language, labels: Collection[str] = ("LOC",)
) -> Iterator[AnnotatedText]:
    """Add, to each text, what ``model`` finds of those ``labels`` that its source does not mark.

    The source's own spans win wherever the two overlap. Places are what the gold releases lack;
    completing every label in every corpus was tried and cost more than it brought (see
    ``docs/benchmarks.md``).
    """
    batch = list(texts)
    for text, doc in zip(batch, model.pipe(t.text for t in batch), strict=True):
        found = [
            (e.start_char, e.end_char, e.label_)
            for e in doc.ents
            if e.label_ in labels
            and e.label_ not in text.labelled
            and not any(e.start_char < end and start < e.end_char for start, end, _ in text.spans)
        ]
        yield replace(
            text,
            spans=tuple(sorted([*text.spans, *found])),
            labelled=text.labelled | frozenset(labels),
        )


def to_doc(text: AnnotatedText, nlp: Language) -> tuple[Doc, int]:
    """Return the text as a gold ``Doc`` and the number of spans off the token boundaries."""
    doc = nlp.make_doc(text.text)
    ents: list[Span] = []
    misaligned = 0
    for start, end, label in text.spans:
        span = doc.char_span(start, end, label=label)
        if span is None:
            misaligned += 1
        else:
            ents.append(span)
    doc.ents = filter_spans(ents)
    return doc, misaligned
