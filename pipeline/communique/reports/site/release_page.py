"""The page of one release: its text with marks, and its record beside it."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import Markup, escape

from communique.records.model import AgreementRecord, Record, SpanOffsets
from communique.reports.site.digest import ReleaseDigest, names_of
from communique.reports.site.pieces import Piece, paragraphs
from communique.reports.site.templating import Pages


class Links:
    """What a record's ids lead to in its page: cards, names, and the words that slots rest on."""

    def __init__(self, record: Record) -> None:
        self._names = names_of(record)
        self._cards = {person.id: f"p{n}" for n, person in enumerate(record.people, 1)}
        self._cards |= {body.id: f"o{n}" for n, body in enumerate(record.organizations, 1)}

    def name(self, part: str) -> str:
        """Return the name of a person or organization; the id where the record lacks it."""
        return self._names.get(part, part)

    def card(self, part: str | None) -> str | None:
        """Return the id of a person's or organization's card, None where the record lacks it."""
        return self._cards.get(part or "")

    def ground(
        self, agreement: AgreementRecord, slot: str, of: str | None = None
    ) -> SpanOffsets | None:
        """Return the words that a slot of an agreement rests on, None where they are not known."""
        return next((g for g in agreement.grounds if (g.slot, g.of) == (slot, of)), None)


def release_page(pages: Pages, record: Record, release: ReleaseDigest) -> str:
    """Return the page of a release."""
    return pages.render(
        "release.html",
        root="../../",
        record=record,
        release=release,
        links=Links(record),
        text=[paragraph_html(paragraph) for paragraph in paragraphs(record)],
        web_address=record.source.url if is_web_address(record.source.url) else None,
    )


def paragraph_html(pieces: list[Piece]) -> Markup:
    """Return the pieces of a paragraph as HTML; pieces under a mark lead to the mark's card."""
    return Markup("".join(map(_piece_html, pieces)))  # noqa: S704 - the text is escaped below


def is_web_address(url: str | None) -> bool:
    """Tell whether an address is one of the web, and no script."""
    try:
        return urlsplit(url or "").scheme in {"http", "https"}
    except ValueError:
        return False


def _piece_html(piece: Piece) -> str:
    """Return a piece as HTML; all but its text are names and numbers of our own."""
    text = str(escape(piece.text))
    if not piece.covered:
        return text
    first, *others = piece.anchors or ("",)
    anchors = "".join(f'<i id="{name}"></i>' for name in others)
    known = f' id="{first}"' if first else ""
    if not piece.marks:
        return f'{anchors}<span{known} data-o="{piece.start}">{text}</span>'
    return (
        f'{anchors}<a{known} class="{piece.classes}" href="#{piece.marks[0].card}" '
        f'data-o="{piece.start}" data-e="{piece.cards}">{text}</a>'
    )
