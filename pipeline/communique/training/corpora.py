"""Named-entity corpora as training examples.

Two sources of annotations are read:

* **NER corpora**: JSONL, one text a line, with ``spans`` (``[start, end, label]``, half-open
  character offsets) and ``meta.labelled``, the labels that the source marks everywhere.
* **Gold releases**: a folder of ``NNN.gold.json`` beside ``docs/NNN.txt``, whose people and
  organizations are lists of surface strings; every whole-word occurrence of a string counts.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from communique.components.countries import countries
from communique.components.extensions import PHRASES_KEY
from communique.components.tagger.tags import NAMES, PHRASES
from communique.readers.normalize import normalize
from communique.training.soft_labels import SoftLabel

#: What the shipped model learns to mark, in the order of the packaged label scheme.
LABELS = NAMES.labels

#: The second layer, which may overlap with the names.
PHRASE_LABELS = PHRASES.labels


@dataclass(frozen=True)
class AnnotatedText:
    """A text and the names in it.

    ``spans`` are half-open character offsets of ``text``. ``labelled`` names the labels whose
    absence means "no such name here"; the absence of any other label means nothing.
    ``soft_labels``: what a teacher thinks of each word, or None (see ``soft_labels``).
    """

    id: str
    source: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    labelled: frozenset[str]
    soft_labels: tuple[SoftLabel, ...] | None = None


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
                    spans=tuple(
                        (s, e, label)
                        for s, e, label in row["spans"]
                        if label in LABELS or label in PHRASE_LABELS
                    ),
                    labelled=frozenset(meta["labelled"]),
                    soft_labels=_soft_labels(row),
                )
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(f"{path}:{number}: not an annotated text ({error})") from error


def _soft_labels(row: Mapping[str, Any]) -> tuple[SoftLabel, ...] | None:
    given = row.get("soft_labels")
    return None if given is None else tuple((int(w), int(t), int(p)) for w, t, p in given)


def write_texts(texts: Iterable[AnnotatedText], path: Path) -> int:
    """Write annotated texts in the format of the NER corpora, whole or not at all; count them."""
    partial = path.with_suffix(".partial")
    count = 0
    with partial.open("w", encoding="utf-8") as out:
        for count, text in enumerate(texts, 1):  # noqa: B007
            out.write(to_line(text))
    partial.replace(path)
    return count


def to_line(text: AnnotatedText) -> str:
    """Return the text as a line of the format of the NER corpora."""
    row: dict[str, Any] = {
        "id": text.id,
        "text": text.text,
        "spans": [list(span) for span in text.spans],
        "meta": {"source": text.source, "labelled": sorted(text.labelled)},
    }
    if text.soft_labels is not None:
        row["soft_labels"] = [list(label) for label in text.soft_labels]
    return json.dumps(row, ensure_ascii=False) + "\n"


def countries_as_places(text: AnnotatedText) -> AnnotatedText:
    """Return the text with every span that is a bare country's name as a place.

    Annotated releases list a country among the organizations where it acts as a party, under the
    name of its government; in the sentence it is the same word as everywhere else.
    """
    places = countries()
    spans = tuple(
        (s, e, "LOC" if label == "ORG" and " ".join(text.text[s:e].split()) in places else label)
        for s, e, label in text.spans
    )
    return replace(text, spans=spans)


def _occurrences(text: str, surface: str) -> Iterator[tuple[int, int]]:
    pattern = r"\s+".join(re.escape(part) for part in surface.split())
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
        yield match.start(), match.end()


def _longest_first(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    taken: list[tuple[int, int, str]] = []
    covered: set[int] = set()
    for start, end, label in sorted(set(spans), key=lambda s: (s[0] - s[1], s[0])):
        if start not in covered and end - 1 not in covered:
            taken.append((start, end, label))
            covered.update(range(start, end))
    return taken


def _title_spans(text: str, person: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Yield the titles of a person where they stand in one line with the person's name.

    A title that stands in no such line (a table's heading, say) is taken where it stands first.
    """
    names = [s for m in {person["name"], *person["mentions"]} for s, _ in _occurrences(text, m)]
    lines = {text.count("\n", 0, at) for at in names}
    for title in {t["title"] for t in person.get("titles", ())}:
        found = list(_occurrences(text, title))
        near = [s for s in found if text.count("\n", 0, s[0]) in lines]
        yield from ((start, end, "TITLE") for start, end in near or found[:1])


def read_gold_folder(folder: Path) -> Iterator[AnnotatedText]:
    """Yield the releases of a gold folder with every occurrence of its people and organizations.

    Organizations of type ``place``, and bare names of countries, are places here. Raises
    ``FileNotFoundError`` when a gold file has no text beside it.
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
        phrases: list[tuple[int, int, str]] = []
        for person in gold["people"]:
            phrases += _title_spans(text, person)
            for surface in {person["name"], *person["mentions"]}:
                spans += ((s, e, "PERSON") for s, e in _occurrences(text, surface))
        for organization in gold["organizations"]:
            label = "LOC" if organization["type"] == "place" else "ORG"
            for surface in {organization["name"], *organization["mentions"]}:
                spans += ((s, e, label) for s, e in _occurrences(text, surface))
        for agreement in gold.get("agreements", ()):
            for surface in {agreement["name"], *agreement["mentions"]}:
                phrases += ((s, e, "AGREEMENT") for s, e in _occurrences(text, surface))
        both = sorted([*_longest_first(spans), *_longest_first(phrases)])
        yield countries_as_places(
            AnnotatedText(
                stem, "gold", text, tuple(both), frozenset({"PERSON", "ORG", *PHRASE_LABELS})
            )
        )


def repeated(texts: Sequence[AnnotatedText], weight: int) -> list[AnnotatedText]:
    """Return the texts with each annotated release ``weight`` times."""
    gold = [text for text in texts if text.source == "gold"]
    return [*texts, *itertools.chain.from_iterable(itertools.repeat(gold, weight - 1))]


#: Finds spans: takes ``(id, text)`` pairs and yields annotated texts in the same order.
Labeller = Callable[[Iterable[tuple[str, str]]], Iterator[AnnotatedText]]


def softened(texts: Sequence[AnnotatedText], label: Labeller) -> Iterator[AnnotatedText]:
    """Yield the texts with what ``label`` thinks of each word.

    Learning takes it where the source leaves several labels open; what the source marks stands.
    """
    for text, other in zip(texts, label((text.id, text.text) for text in texts), strict=True):
        yield replace(text, soft_labels=other.soft_labels)


def token_spans(text: AnnotatedText, doc: Doc) -> tuple[list[tuple[int, int, str]], int]:
    """Return the spans in tokens of ``doc``, and the number of spans off the token boundaries."""
    spans = [doc.char_span(start, end, label=label) for start, end, label in text.spans]
    aligned = [(s.start, s.end, s.label_) for s in spans if s is not None]
    return aligned, len(spans) - len(aligned)


def to_doc(text: AnnotatedText, nlp: Language) -> tuple[Doc, int]:
    """Return the text as a ``Doc`` with its names as entities and its phrases as a group of spans.

    The group stands in ``doc.spans`` only where the source marks phrases. The second value is the
    number of spans off the token boundaries.
    """
    doc = nlp.make_doc(text.text)
    spans, misaligned = token_spans(text, doc)
    made = [Span(doc, start, end, label) for start, end, label in spans]
    doc.ents = filter_spans([s for s in made if s.label_ in LABELS])
    if text.labelled.issuperset(PHRASE_LABELS):
        doc.spans[PHRASES_KEY] = filter_spans([s for s in made if s.label_ in PHRASE_LABELS])
    return doc, misaligned
