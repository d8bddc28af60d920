"""A plain baseline: the recogniser's names as they are, and a handful of regular expressions.

It is what someone would write in an afternoon around a named-entity recogniser, and stands beside
the pipeline's own figures in ``docs/benchmarks.md`` to say what the components add.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.language import Language

from communique.readers.release import Release
from communique.records.assemble import record_id
from communique.records.model import (
    AgreementRecord,
    DateRecord,
    OrganizationRecord,
    PersonRecord,
    PipelineRecord,
    Record,
    SourceRecord,
    SpanText,
    TitleRecord,
)

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE = re.compile(
    rf"\b(?:(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)"
    rf"|(?P<d2>\d{{1,2}}) (?P<m2>{'|'.join(_MONTHS)})(?: (?P<y2>\d{{4}}))?"
    rf"|(?P<m3>{'|'.join(_MONTHS)}) (?P<d3>\d{{1,2}})(?:, (?P<y3>\d{{4}}))?"
    r"|(?:in|since) (?P<y4>(?:19|20)\d\d))\b"
)
_TITLE = (
    r"(?:(?:Vice|Deputy|Acting|Former|Prime|Chief|Executive|Managing|Senior|General) )*"
    r"(?:President|Minister|Mayor|Director|Chairman|CEO|Secretary|Governor|Ambassador|Senator|"
    r"Professor|Officer|Manager|Head|Dean|Chancellor)"
)
_IN_FRONT = re.compile(rf"({_TITLE}) (?:(?:Mr|Mrs|Ms|Dr)\.? )?$")
_BEHIND = re.compile(
    rf", (?:the )?({_TITLE})(?: (?:of|at) (?:the )?([A-Z][\w&]*(?: (?:of |and )?[A-Z][\w&]*)*))?"
)
_AGREEMENT = re.compile(
    r"\b(?:(?:[A-Z][\w-]+ )*(?:Memorandum of Understanding|Agreement|Treaty|Contract|MoU|MOU)"
    r"|memorandum of understanding|agreement|contract)\b"
)


def baseline_record(nlp: Language, release: Release) -> Record:
    """Return the baseline's record of a release; ``nlp`` needs nothing but a recogniser of names."""
    text = release.text
    doc = nlp(text)
    people: dict[str, list[SpanText]] = {}
    organizations: dict[str, list[SpanText]] = {}
    for ent in doc.ents:
        kept = people if ent.label_ == "PERSON" else organizations if ent.label_ == "ORG" else None
        if kept is not None:
            span = SpanText(start=ent.start_char, end=ent.end_char, text=ent.text)
            kept.setdefault(ent.text, []).append(span)
    dates = list(_dates(text))
    days = (d.value for d in dates if d.value)
    first = next((day for day in days if re.fullmatch(r"\d{4}-\d\d-\d\d", day)), None)
    return Record(
        id=record_id(text),
        source=SourceRecord(
            path=release.source.path, format=release.source.format, sha256=release.source.sha256
        ),
        pipeline=PipelineRecord(name="baseline", version="1", model=str(nlp.meta["name"])),
        publish_date=release.publish_date or first,
        text=text,
        people=[
            PersonRecord(id=f"p{n}", name=name, mentions=spans, titles=list(_titles(text, spans)))
            for n, (name, spans) in enumerate(people.items(), 1)
        ],
        organizations=[
            OrganizationRecord(id=f"o{n}", name=name, type="other", mentions=spans)
            for n, (name, spans) in enumerate(organizations.items(), 1)
        ],
        agreements=list(_agreements(text, organizations)),
        dates=dates,
    )


def _dates(text: str) -> Iterator[DateRecord]:
    year: int | None = None
    for match in _DATE.finditer(text):
        parts = match.groupdict()
        if parts["y4"]:
            start, end = match.span("y4")
            yield DateRecord(start=start, end=end, text=parts["y4"], value=parts["y4"], kind="date")
            continue
        written = parts["y"] or parts["y2"] or parts["y3"]
        year = int(written) if written else year
        name = parts["m2"] or parts["m3"]
        month = int(parts["m"]) if parts["m"] else _MONTHS.index(name) + 1
        day = int(parts["d"] or parts["d2"] or parts["d3"])
        try:
            value = date(year, month, day).isoformat() if year else f"XXXX-{month:02}-{day:02}"
        except ValueError:
            continue
        yield DateRecord(
            start=match.start(), end=match.end(), text=match.group(), value=value, kind="date"
        )


def _titles(text: str, mentions: list[SpanText]) -> Iterator[TitleRecord]:
    for mention in mentions:
        before = _IN_FRONT.search(text[max(0, mention.start - 60) : mention.start])
        offset = max(0, mention.start - 60)
        if before:
            start, end = before.span(1)
            yield TitleRecord(start=offset + start, end=offset + end, title=before.group(1))
        behind = _BEHIND.match(text, mention.end)
        if behind:
            start, end = behind.span(1)
            yield TitleRecord(
                start=start, end=end, title=behind.group(1), organization_name=behind.group(2)
            )


def _agreements(text: str, organizations: dict[str, list[SpanText]]) -> Iterator[AgreementRecord]:
    """Each distinct phrase is an instrument; bodies in its sentence are its parties."""
    ids = {name: f"o{n}" for n, name in enumerate(organizations, 1)}
    seen: set[str] = set()
    for match in _AGREEMENT.finditer(text):
        if match.group() in seen:
            continue
        seen.add(match.group())
        start = text.rfind(". ", 0, match.start()) + 1
        end = text.find(". ", match.end())
        end = len(text) if end < 0 else end
        parties = [
            ids[name]
            for name, spans in organizations.items()
            if any(start <= span.start < end for span in spans)
        ]
        signed = "sign" in text[start:end]
        yield AgreementRecord(
            id=f"a{len(seen)}",
            name=match.group(),
            type="mou" if "emorandum" in match.group() or match.group()[0] == "M" else "other",
            status="signed" if signed else "announced",
            parties=parties,
            mentions=[SpanText(start=match.start(), end=match.end(), text=match.group())],
        )
