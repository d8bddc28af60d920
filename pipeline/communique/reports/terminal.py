"""A record as tables and a coloured text, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich import box
from rich.console import Group, RenderableType
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from communique.records.model import AgreementRecord, Record, SpanOffsets, TitleRecord

#: Colour of each kind, in tables and in the text.
STYLES: Mapping[str, str] = {
    "agreement": "underline yellow",
    "organization": "green",
    "person": "bold cyan",
    "title": "blue",
    "date": "magenta",
}


def render(record: Record) -> RenderableType:
    """Return the whole record: head, text with its entities coloured, tables, warnings."""
    parts: list[RenderableType] = [_head(record)]
    if record.text is not None:
        parts += [Panel(coloured_text(record), title=_legend(), title_align="left")]
    parts += [table for table in _tables(record) if table.row_count]
    parts += [Text(f"warning: {warning}", style="yellow") for warning in record.warnings]
    return Group(*parts)


def coloured_text(record: Record) -> Text:
    """Return ``record.text`` with every span in the colour of its kind; names win over agreements.

    Empty when the record was written without its text.
    """
    text = Text((record.text or "").rstrip())
    spans: list[tuple[str, Iterable[SpanOffsets]]] = [
        ("agreement", (m for a in record.agreements for m in a.mentions)),
        ("organization", (m for o in record.organizations for m in o.mentions)),
        ("title", (t for p in record.people for t in p.titles)),
        ("date", record.dates),
        ("person", (m for p in record.people for m in p.mentions)),
    ]
    for kind, offsets in spans:
        for span in offsets:
            text.stylize(STYLES[kind], span.start, span.end)
    return text


def _legend() -> Text:
    return Text(" ").join(Text(kind, style=STYLES[kind]) for kind in reversed(list(STYLES)))


def _head(record: Record) -> Table:
    grid = Table.grid(padding=(0, 2))
    dateline = ", ".join(filter(None, (record.dateline.place, record.dateline.date)))
    source = record.source.path + (f", {record.source.record}" if record.source.record else "")
    for label, value in (
        ("title", record.title),
        ("published", record.publish_date),
        ("dateline", dateline),
        ("source", source),
        ("record", f"{record.id} by {record.pipeline.name} {record.pipeline.version}"),
        ("model", record.pipeline.model),
        ("lexicon", record.pipeline.lexicon),
    ):
        if value:
            grid.add_row(Text(label, style="dim"), Text(value))
    return grid


def _tables(record: Record) -> Iterator[Table]:
    names = {person.id: person.name for person in record.people}
    names |= {body.id: body.name for body in record.organizations}
    people = _table("People", "name", "titles", "mentions", kind="person")
    for person in record.people:
        titles = "\n".join(_title(title, names) for title in person.titles)
        people.add_row(escape(person.name), escape(titles), str(len(person.mentions)))
    yield people

    organizations = _table("Organizations", "name", "type", "also", "mentions", kind="organization")
    for body in record.organizations:
        also = [*body.aliases]
        if body.part_of is not None:
            also.append(f"part of: {names[body.part_of]}")
        organizations.add_row(
            escape(body.name), body.type, escape("\n".join(also)), str(len(body.mentions))
        )
    yield organizations

    agreements = _table("Agreements", "name", "what", "who", kind="agreement")
    for agreement in record.agreements:
        day = agreement.date.value if agreement.date else ""
        what = f"{_words(agreement.type)}\n{_words(agreement.status)} {day}"
        who = "\n".join(_who(agreement, names))
        agreements.add_row(escape(agreement.name), what, escape(who))
    yield agreements

    dates = _table("Dates", "text", "value", "kind", "role", kind="date")
    for date in record.dates:
        dates.add_row(escape(date.text), date.value or "none", date.kind, date.role or "")
    yield dates


def _table(title: str, *columns: str, kind: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    for position, column in enumerate(columns):
        table.add_column(
            column,
            style=STYLES[kind] if position == 0 else None,
            justify="right" if column == "mentions" else "left",
            no_wrap=column in {"type", "mentions"},
            overflow="fold",
        )
    return table


def _words(value: str) -> str:
    return value.replace("_", " ")


def _title(title: TitleRecord, names: Mapping[str, str]) -> str:
    held_at = names.get(title.organization or "") or title.organization_name
    when = "" if title.when == "current" else f" ({title.when})"
    return f"{title.title}, {held_at}{when}" if held_at else f"{title.title}{when}"


def _who(agreement: AgreementRecord, names: Mapping[str, str]) -> Iterator[str]:
    for party in agreement.parties:
        yield f"party: {names[party]}"
    for signatory in agreement.signatories:
        behalf = signatory.on_behalf_of
        yield f"signed by: {names[signatory.person]}" + (f" for {names[behalf]}" if behalf else "")
    for witness in agreement.witnesses:
        yield f"witness: {names[witness]}"
    if agreement.place:
        yield f"place: {agreement.place}"
    if agreement.term:
        yield f"term: {agreement.term.value}"
    for amount in agreement.amounts:
        yield f"amount: {amount.text}"
