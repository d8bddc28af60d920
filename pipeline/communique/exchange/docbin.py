"""spaCy's DocBin: ``doc.spans["sc"]`` with all spans, ``doc.ents`` with those that do not overlap.

Relations and values of spans are in ``doc.user_data["communique"]``, by the ids of the spans.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.exchange.annotated import AnnotatedText, Format, Losses, Reading, Span, apart
from communique.exchange.tokens import token_range, tokenizing, tokens_of
from communique.stores.exports.files import new_file

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

#: The key that spaCy's span categorizer reads by default.
SPANS_KEY = "sc"
DATA_KEY = "communique"


def doc_of(nlp: Language, annotated: AnnotatedText) -> Doc:
    """Return a text as a ``Doc``, with the project's tokens cut where spans begin and end."""
    from spacy.tokens import Doc, SpanGroup  # noqa: PLC0415 - as in tokens.py
    from spacy.tokens import Span as DocSpan  # noqa: PLC0415

    text = annotated.text
    tokens = tokens_of(nlp, text, annotated.spans)
    doc = Doc(
        nlp.vocab,
        words=[text[token.start : token.end] for token in tokens],
        spaces=[token.space for token in tokens],
    )

    def marked(span: Span) -> DocSpan:
        first, last = token_range(tokens, span)
        return DocSpan(doc, first, last + 1, label=span.label, span_id=span.id)

    spans = list(map(marked, annotated.spans))
    doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, spans=spans)
    doc.set_ents(list(map(marked, apart(annotated.spans))))
    doc.user_data[DATA_KEY] = {
        "id": annotated.id,
        "publish_date": annotated.publish_date,
        "attributes": {s.id: dict(s.attributes) for s in annotated.spans if s.attributes},
        "relations": [[r.head, r.child, r.label] for r in annotated.relations],
    }
    return doc


def _annotated(doc: Doc, path: Path, number: int) -> AnnotatedText:
    data: dict[str, Any] = doc.user_data.get(DATA_KEY, {})
    reading = Reading(f"{path}, document {number}", doc.text)
    spans = [span for group in doc.spans.values() for span in group] or list(doc.ents)
    attributes = data.get("attributes", {})
    for n, span in enumerate(spans):
        name = span.id_ or f"s{n}"
        said = attributes.get(name)
        reading.span(name, span.start_char, span.end_char, span.label_, said)
    for head, child, label in data.get("relations", ()):
        reading.relation(head, child, label)
    return reading.annotated(data.get("id") or f"{path.stem}-{number}", data.get("publish_date"))


def _read(path: Path, losses: Losses) -> Iterator[AnnotatedText]:  # noqa: ARG001 - nothing is lost
    from spacy.tokens import DocBin  # noqa: PLC0415

    nlp = tokenizing()
    data = path.read_bytes()
    try:
        box = DocBin(store_user_data=True).from_bytes(data)
        docs = list(box.get_docs(nlp.vocab))
    except Exception as error:  # noqa: BLE001 - of broken bytes zlib, msgpack and NumPy say this and that
        raise ValueError(f"{path}: not a DocBin of spaCy ({error})") from None
    for number, doc in enumerate(docs, 1):
        yield _annotated(doc, path, number)


def _write(path: Path, texts: Iterable[AnnotatedText], losses: Losses) -> None:  # noqa: ARG001 - nothing is lost
    from spacy.tokens import DocBin  # noqa: PLC0415

    nlp = tokenizing()
    box = DocBin(store_user_data=True)
    for annotated in texts:
        box.add(doc_of(nlp, annotated))
    path.parent.mkdir(parents=True, exist_ok=True)
    with new_file(path) as stream:
        stream.write(box.to_bytes())


DOCBIN = Format(
    name="docbin",
    title="spaCy's DocBin",
    endings=(".spacy",),
    read=_read,
    write=_write,
)
