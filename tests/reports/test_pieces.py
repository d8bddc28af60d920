from __future__ import annotations

from communique.reports.site.pieces import Piece, paragraphs
from communique.reports.site.release_page import paragraph_html

from .samples import TEXT, pact


def pieces() -> list[Piece]:
    return [piece for paragraph in paragraphs(pact()) for piece in paragraph]


def piece_at(words: str, nth: int = 1) -> Piece:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return next(piece for piece in pieces() if piece.start == start)


def test_pieces_are_the_text_in_order() -> None:
    for piece in pieces():
        assert TEXT[piece.start : piece.start + len(piece.text)] == piece.text
    assert "".join(piece.text for piece in pieces()) == TEXT.replace("\n\n", "")
    assert len(paragraphs(pact())) == 3


def test_a_name_in_an_agreement_is_both() -> None:
    piece = piece_at("Okonjo", 2)
    assert piece.text == "Okonjo"
    assert piece.classes == "person agreement"
    assert piece.cards == "p1 a1"  # the shorter span first


def test_overlapping_spans_are_cut_where_they_cross() -> None:
    # the ground ends within the agreement's mention
    behind = piece_at(" Pier Pact")
    assert (behind.classes, behind.covered) == ("agreement", True)
    ground = next(
        p
        for p in pieces()
        if any(a.startswith("s") for a in p.anchors) and p.text == "Tallberg Foundry"
    )
    assert len(ground.anchors) == 2  # the mention and the ground begin here
    assert ground.cards == "o1"


def test_words_that_a_slot_rests_on_can_be_jumped_to_and_are_no_mark() -> None:
    (piece,) = [p for p in pieces() if p.text == "4 million euros"]
    assert piece.anchors == (f"s{piece.start}-{piece.start + len(piece.text)}",)
    assert piece.marks == ()
    assert 'class="' not in paragraph_html([piece])


def test_a_span_over_a_gap_between_paragraphs_goes_on_behind_it() -> None:
    text = "One two.\n\nThree four."
    record = pact(
        text=text,
        people=[],
        organizations=[],
        dates=[],
        agreements=[
            {
                "id": "a1",
                "name": "x",
                "type": "other",
                "status": "signed",
                "evidence": [{"start": 4, "end": 15}, {"start": 8, "end": 21}],
            }
        ],
    )
    first, second = paragraphs(record)
    assert [(p.text, p.covered) for p in first] == [("One ", False), ("two.", True)]
    assert [(p.text, p.anchors) for p in second] == [("Three", ("s8-21",)), (" four.", ())]


def test_no_text_no_pieces() -> None:
    assert paragraphs(pact(text=None)) == []
