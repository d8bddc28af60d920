"""Sentences: "¦" stands where one must begin, besides the beginning of the text."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank(
        "en", config={"nlp": {"tokenizer": {"@tokenizers": "communique.Tokenizer.v1"}}}
    )
    nlp.add_pipe("communique_zones")
    return nlp


@pytest.mark.parametrize(
    "marked",
    [
        # the plain cases
        "The port opened.¦ It is large.",
        "Was it large?¦ Yes!¦ The city paid.",
        "“It is a good day,” she said.¦ “We signed.”¦ Then they left.",
        "“Will it hold?” asked Per Holm.¦ It will.",
        "(The list is long.)¦ The rest follows.",
        "It rose by 3.5 per cent to $1.2 million.¦ In 2022 it fell.",
        "It ended in 2022.¦ 14 ports took part.",
        "See www.velm.example for more.¦ Write to ana.kovac@velm.example today.",
        "They waited …¦ Then it came.",
        "Work begins in Velm.¦Mr. Holm will lead it.",
        "双方签署协议。¦典礼在港口举行。",
        "**The port opened.**¦ **It is large.**",
        # titles, initials, companies
        "Mr. Per Holm met Dr. Ana Kovač and Prof. J. B. Tallow.¦ They signed.",
        "H.E. Marta Okonjo, Gov. Jan Brandt and Sen. Lee attended.¦ They signed.",
        "Lt. Gen. Olav Brandt of the U.S. Navy spoke.¦ He thanked the city.",
        "Hugo H. Siblen of St. Annen was named.¦ He starts in May.",
        "**Mr. Per Holm**, Ag. Director, signed.",
        "Quayside Cranes, Inc. and Velm Shipping Co., Ltd. signed.¦ The sum is large.",
        "It was sold to Quayside Cranes Inc.¦ The company paid.",
        "Quayside Pte. Ltd. Velm is part of it.",
        "It is based in Washington, D.C.¦ The office opened in May.",
        "The U.S. Senate agreed at 5 p.m. Eastern time.",
        "The term of John Tallow Jr.¦ It ends soon.",
        # numbers
        "Resolution No. 12 of Jan. 5 names Art. 3 and Fig. 2.¦ It holds.",
        "The answer was no.¦ The talks ended.",
        "Vol. 3, pp. 12–14, cf. the annex, e.g. Table 2, i.e. the list etc. of ports.",
        # lines
        "Port of Velm signs\n¦3 May 2023\n\n¦The port signed.",
        "The port signed\n\n¦and the city paid",
        "The list of ports:\n¦- Velm\n¦- Trane\n¦* Tallow",
        "1. The port signed.¦ It is large.\n¦2. The city paid.",
        "(a) The port signed;\n¦(b) the city paid.",
        "12. Velm and Trane agree.",
        "First point. ¦• Second point ¦• Third point",
        "It promotes trade.¦ -   The order directs the port.",
        "The staff of the port and of the city met,\nthen they left the hall together.",
        "The ceremony was attended by staff, students and\nTrane University teachers.",
    ],
)
def test_sentences(nlp: Language, marked: str) -> None:
    doc = nlp(marked.replace("¦", ""))
    found = "¦".join(sentence.text_with_ws for sentence in doc.sents)
    assert found.replace(" ¦", "¦ ") == marked.replace(" ¦", "¦ ")


WRAPPED = """\
The Port of Velm and Trane University signed an accord on Tuesday. The
Rector of the university, Prof. Ana Kovač, thanked the city and Mr.
Per Holm for their support of young pilots from all over the region.
Forty students a year will be trained at the North Quay, the Ministry
of Harbours said, and the laboratory opens in the autumn of this year."""


def test_hard_wrapped_prose_is_read_across_its_line_ends(nlp: Language) -> None:
    sentences = [" ".join(sentence.text.split()) for sentence in nlp(WRAPPED).sents]
    assert sentences == [
        "The Port of Velm and Trane University signed an accord on Tuesday.",
        (
            "The Rector of the university, Prof. Ana Kovač, thanked the city and Mr. Per Holm for their "
            "support of young pilots from all over the region."
        ),
        (
            "Forty students a year will be trained at the North Quay, the Ministry of Harbours said, and "
            "the laboratory opens in the autumn of this year."
        ),
    ]


def test_a_headline_over_wrapped_prose_stands_alone(nlp: Language) -> None:
    headline = (
        "Port of Velm and Trane University sign a far-reaching accord on the training of pilots"
    )
    doc = nlp(f"{headline}\n2023-05-03\n{WRAPPED}")
    assert [sentence.text.strip() for sentence in doc.sents][:2] == [headline, "2023-05-03"]


def test_a_list_of_lines_is_not_wrapped_prose(nlp: Language) -> None:
    lines = ["Marta Okonjo, Mayor of Velm", "Per Holm, Head of Press", "Ana Kovač, Rector of Trane"]
    lines += ["Jan Tallow, Port of Velm", "Olav Brandt, Ministry of Harbours"]
    doc = nlp("\n".join(lines))
    assert [sentence.text.strip() for sentence in doc.sents] == lines


def test_text_that_lost_its_punctuation(nlp: Language) -> None:
    marked = (
        "Velm ¦The mayor Marta Okonjo today announced a grant for the port of Velm from the Ministry of "
        "Harbours ¦The money will be used to train forty young pilots at the North Quay ¦In the past year "
        "the ministry in The Hague gave three such grants to ports on the coast said Okonjo ¦We are glad "
        "that the city can go on with its work she said Trane University and Quayside Cranes help"
    )
    doc = nlp(marked.replace("¦", ""))
    assert "¦".join(sentence.text_with_ws for sentence in doc.sents) == marked
