"""Zones: each test text marks what a line is in front of it, "kind| line"."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from communique.components.zones.classify import lay_out
from communique.components.zones.language import foreign_language
from communique.components.zones.sentences import sentence_starts

PROSE = (
    "The Port of Velm and Trane University signed a memorandum of understanding on Tuesday, and the "
    "Rector of the university thanked the city for its support of young pilots."
)
MORE = (
    "The accord covers the training of pilots, joint research at the North Quay and an exchange of "
    "teachers, and both sides expect the first forty students in the autumn of next year."
)
FRENCH = (
    "Le port de Velm et l'université de Trane ont signé un accord pour la formation des pilotes, et le "
    "recteur a remercié la ville de son aide dans ce domaine."
)
GERMAN = (
    "Der Hafen von Velm und die Universität Trane haben eine Vereinbarung über die Ausbildung von "
    "Lotsen unterzeichnet, und der Rektor dankte der Stadt für ihre Hilfe bei dem Vorhaben."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank(
        "en", config={"nlp": {"tokenizer": {"@tokenizers": "communique.Tokenizer.v1"}}}
    )
    nlp.add_pipe("communique_zones")
    return nlp


def check(marked: str) -> None:
    """Compare the kind of every marked line; ``{prose}`` stands for a paragraph."""
    marked = marked.strip("\n").format(prose=PROSE, more=MORE, french=FRENCH, german=GERMAN)
    wanted, lines = [], []
    for line in marked.split("\n"):
        kind, bar, text = line.partition("| ")
        lines.append(text if bar else line.strip())
        if bar:
            wanted.append((kind.strip(), text.strip()))
    text = "\n".join(lines)
    zones = lay_out(text).zones
    found, at = [], 0
    for _, line in wanted:
        at = text.index(line, at)
        kind = next(zone.kind for zone in zones if zone.start <= at < zone.end)
        found.append((kind, line))
        at += len(line)
    assert found == wanted


def test_title_date_line_and_report() -> None:
    check("""
headline| Port of Velm and Trane University sign accord
metadata| 3 May 2023

body| {prose}

body| {more}
""")


def test_metadata_of_a_municipal_site() -> None:
    check("""
headline| Velm and Trane deepen cooperation in education
metadata| 时间:2023-05-03 撰稿人: 供稿部门:Velm Foreign Affairs Office

body| {prose}

boilerplate| About Velm
boilerplate| General Info
boilerplate| History and Culture
boilerplate| Economy
boilerplate| Friendly Exchange
foreign| 沃尔姆市人民政府 沃尔姆市外事办公室
boilerplate| 主办:沃尔姆市人民政府外事办公室 电话:00123456
boilerplate| Copyright 2023 All Rights Reserved
""")


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE",
        "For immediate release: 3 May 2023",
        "2023-05-03",
        "**3 MAY 2023**",
        "Wednesday, May 3rd, 2023, 10:30 a.m. EDT",
        "3 May 2023 Posted in Press releases",
        "Posted on 3 May 2023",
        "Published: 3 May 2023 by the press office",
        "Date: 3 May 2023",
        "Press Release No. 12/2023",
        "PRESS RELEASE",
        "Embargoed until 5 p.m. on 3 May 2023",
        "Author: Ana Kovač",
        "Posted on May 3, 2023 by the museum team",
        "3 May 2023 | Reading time: 3 min | Views: 12",
        "Fecha de publicación: 3 de mayo de 2023",
        "发布时间:2023年5月3日",
        "来源:沃尔姆市外事办公室",
        "Veröffentlicht am: 03.05.2023",
    ],
)
def test_lines_above_the_report_that_speak_of_the_release(line: str) -> None:
    check(
        f"headline| Port of Velm and Trane University sign accord\nmetadata| {line}\n\nbody| {{prose}}"
    )


@pytest.mark.parametrize(
    "line",
    [
        "In May 2023 the port opened",
        "Islamabad",
        "Norvik ASA",
        "Date and venue will be announced",
        "Source of pride for the whole city",
        "2023",
    ],
)
def test_lines_above_the_report_that_do_not(line: str) -> None:
    zones = lay_out(f"Port of Velm signs accord\n\n{line}\n\n{PROSE}").zones
    assert {zone.kind for zone in zones} <= {"headline", "body"}


def test_a_date_in_a_programme_is_part_of_the_report() -> None:
    check("""
headline| Velm holds its days of the sea

body| {prose}

body| Monday, 8 May 2023
body| Opening of the exhibition at the North Quay
body| 10:30 - 12:00

body| {more}

metadata| 3 May 2023
""")


def test_a_kind_of_release_in_front_of_the_headline() -> None:
    check("""
headline| Press release: Velm and Trane sign accord on the training of pilots

body| {prose}
""")


def test_second_headlines() -> None:
    check("""
headline| Velm and Trane sign accord
metadata| 3 May 2023

headline| PORT OF VELM AND TRANE UNIVERSITY SIGN ACCORD ON PILOTS
headline| Forty students a year to be trained at the North Quay

body| {prose}
""")


def test_the_title_under_a_letterhead() -> None:
    check("""
body| REPUBLIC OF VELM
body| Ministry of Harbours

metadata| PRESS RELEASE

headline| Velm and Trane sign accord on the training of pilots

body| Velm, 3 May 2023

body| {prose}
""")


def test_a_title_under_the_contacts_of_a_mailing() -> None:
    check("""
headline| Subject: the accord of Velm and Trane

metadata| FOR IMMEDIATE RELEASE

contact| Contact:
contact| Per Holm
contact| Head of Press, Port of Velm
boilerplate| +47 5550 1234

headline| **Velm and Trane Train Forty Young Pilots**

body| {prose}
""")


def test_a_single_paragraph_has_no_headline() -> None:
    check("body| {prose}")


def test_a_headline_may_end_in_an_abbreviation() -> None:
    check("headline| Velm Shipping buys the shares of Quayside Cranes, Inc.\n\nbody| {prose}")


def test_contacts_and_self_descriptions() -> None:
    check("""
headline| Port of Velm and Trane University sign accord

body| {prose}

boilerplate| # # #

contact| Media contacts:
contact| Per Holm, Head of Press, Port of Velm
boilerplate| Tel.: +47 5550 1234
boilerplate| per.holm@velm.example
contact| For more information, please contact Ana Kovač at ana@trane.example.

about| About the Port of Velm
about| The Port of Velm is the third largest port of the region, run by the city since 1921, and one of
about| Trane University in brief
about| Trane University teaches navigation.

boilerplate| 12 Harbour Street
boilerplate| Velm, VA 22202
boilerplate| www.velm.example
boilerplate| Follow us on Facebook
boilerplate| Last updated on 4 May 2023
boilerplate| © 2023 Port of Velm
""")


@pytest.mark.parametrize(
    "line",
    [
        "Home | News | Events | Contact us",
        "Home > News > Press releases",
        "Inicio | Puerto | Trámites en línea | Noticias | English",
        "Share this page",
        "Privacy policy",
        "We use cookies to give you the best service",
        "-30-",
        "###",
        "\\# \\# \\#",
        "- END -",
        '{:start="2"}',
        "![the signing](/files/signing.png)",
        '<p class="updated">Last updated on 4 May 2023</p>',
        "版权所有 沃尔姆市人民政府",
        "E-mail: press@velm.example | Phone: 555-010-1234",
    ],
)
def test_lines_of_the_page(line: str) -> None:
    text = f"Velm and Trane sign accord\n\n{PROSE}\n\n{line}\n\n{MORE}"
    at = text.index(line)
    kinds = {
        zone.kind for zone in lay_out(text).zones if zone.start < at + len(line) and zone.end > at
    }
    assert kinds == {"boilerplate"}


@pytest.mark.parametrize(
    "line",
    [
        (
            "7. Copyright law was the subject of a lecture by Ana Kovač, who teaches at Trane University, and "
            "of a debate between students of both faculties on the reform of the act, followed by dinner."
        ),
        "Contact between the two ports began in 1921.",
        "About forty students will come.",
        "Print and broadcast media attended.",
        "Copyright Act 2021",
        "Reporter: What do you think of the work at the North Quay, Minister?",
        "UNIT NUMBER OF PILOTS TRAINED SINCE 2021",
        "Source: Ministry of Harbours, report on the ports of the coast",
        "290 people signed the book of Main Street",
        "Marta Okonjo\nPer Holm\nAna Kovač\nOlav Brandt\nJan Tallow",
    ],
)
def test_real_text_that_looks_like_the_page(line: str) -> None:
    text = f"Velm and Trane sign accord\n\n{PROSE}\n\n{line}\n\n{MORE}"
    assert [zone.kind for zone in lay_out(text).zones] == ["headline", "body"]


def test_names_at_the_end_are_no_menu() -> None:
    text = (
        f"Velm and Trane sign accord\n\n{PROSE}\n\nMarta Okonjo\nPer Holm\nAna Kovač\nOlav Brandt"
    )
    assert [zone.kind for zone in lay_out(text).zones] == ["headline", "body"]


def test_a_menu_above_the_headline() -> None:
    check("""
boilerplate| Home
boilerplate| About us
boilerplate| News
boilerplate| Contact
headline| Velm signs accord

body| {prose}
""")


def test_the_other_half_of_a_bilingual_release() -> None:
    check("""
headline| Velm and Trane sign accord
metadata| 3 May 2023

body| {prose}

foreign| {french}

foreign| Contexte régional

foreign| {french}
""")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PROSE, None),
        (FRENCH, "fr"),
        (GERMAN, "de"),
        ("沃尔姆市外事办公室与特拉内大学签署合作备忘录", "und"),
        ("Ректор университета поблагодарил город", "und"),
        ("Velm Chambers 沃尔姆国际争议中心", None),
        ("Lee Chun (李大維), Lycée Professionnel de la Mer, Universidad de la Costa, Velm", None),
        ("Ana Kovač, Per Holm and Jan Tallow", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert foreign_language(text) == language


def test_what_is_left_out_for_its_language_is_said(nlp: Language) -> None:
    doc = nlp(f"Velm signs\n\n{PROSE}\n\n{FRENCH}\n\n{GERMAN}")
    left_out = len(FRENCH) + len(GERMAN)
    assert doc._.warnings == (
        f"{left_out} characters in other languages (de, fr) were not analysed",
    )
    assert nlp(PROSE)._.warnings == ()


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        (
            "时间:2023-05-03 供稿部门:Velm Foreign Affairs Office 浏览次数:12",
            "Velm Foreign Affairs Office",
        ),
        ("供稿单位：沃尔姆市外事办公室", "沃尔姆市外事办公室"),
        ("Issued by: Ministry of Harbours - 3 May 2023", "Ministry of Harbours"),
        ("Source: Ministry of Science and Technology", "Ministry of Science and Technology"),
        ("From: Office of the Rector", "Office of the Rector"),
        ("SOURCE Quayside Cranes, Inc.", "Quayside Cranes, Inc."),
        ("Press release by the Ministry of Harbours", "the Ministry of Harbours"),
        ("Joint press release by MinHarb and Trane University", None),
        ("İİİ Source: Velm Daily", None),
        ("来源: İzmir Straße Office", "İzmir Straße Office"),
        ("Author: Ana Kovač", None),
        ("From: Per Holm <per.holm@velm.example>", None),
        ("Source:", None),
        ("Posted on 3 May 2023 by the Department of Harbours", None),
        ("Department of Harbours", None),
    ],
)
def test_issuer(line: str, issuer: str | None) -> None:
    text = f"Velm and Trane sign accord\n{line}\n\n{PROSE}"
    span = lay_out(text).issuer
    assert (text[slice(*span)] if span else None) == issuer


def test_who_issues_goes_before_the_source() -> None:
    text = f"Velm signs\nSource: Velm Daily\nIssued by: Ministry of Harbours\n\n{PROSE}"
    start, end = lay_out(text).issuer or (0, 0)
    assert text[start:end] == "Ministry of Harbours"


LINES = st.sampled_from(
    [
        "",
        " ",
        "Home",
        "About us",
        "News",
        "Contact:",
        PROSE,
        FRENCH,
        "3 May 2023",
        "Source: Velm Daily",
        "# # #",
        "- one",
        "1. Two",
        "Tel: 555 010 1234",
        "沃尔姆市",
        "a\xa0b",
        "\t",
        "About Velm",
        "Date:",
    ]
) | st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r"), max_size=40)
TEXTS = st.lists(LINES, max_size=25).map("\n".join)


@settings(deadline=None)  # the first one reads the lexicon
@given(TEXTS)
def test_zones_cover_the_text_in_order(text: str) -> None:
    zones = lay_out(text).zones
    assert "".join(text[zone.start : zone.end] for zone in zones) == text
    assert all(zone.start < zone.end for zone in zones)
    issuer = lay_out(text).issuer
    assert issuer is None or 0 <= issuer[0] < issuer[1] <= len(text)


@cache
def plain_pipeline() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("communique_zones")
    return nlp


@settings(deadline=None)
@given(text=TEXTS)
def test_every_token_knows_whether_it_begins_a_sentence(text: str) -> None:
    doc = plain_pipeline()(text)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == doc.text
    assert not any(token.is_sent_start is None for token in doc)


def test_sentences_of_a_parser_stay(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["He", "left", ".", "Stay"], heads=[1, 1, 1, 1], deps=["dep"] * 4)
    zoned = nlp.get_pipe("communique_zones")(doc)
    assert [sentence.text for sentence in zoned.sents] == ["He left . Stay"]


def test_zones_survive_pickling(nlp: Language) -> None:
    doc = nlp(f"Velm signs\n\n{PROSE}")
    restored = Doc(nlp.vocab).from_bytes(doc.to_bytes(exclude=["user_data"]))
    assert [token.is_sent_start for token in restored] == [token.is_sent_start for token in doc]


@pytest.mark.parametrize(
    "text",
    [
        "." * 100000,
        "a" * 100000,
        "a.b" * 50000,
        "<a " * 50000,
        "[x" * 50000 + "](",
        " " * 100000,
        "1 " * 50000,
        "Velm! " * 20000,
        ". \n" * 30000,
        "a\n" * 30000,
        "(" * 100000,
        "。" * 50000,
        "a@" * 50000,
        "Home | " * 20000,
        '"' * 100000,
        ("a" * 60 + "\n") * 5000,
        "Velm the " * 20000,
    ],
    ids=lambda text: text[:6],
)
def test_hostile_text_is_read(text: str) -> None:
    """A step that is quadratic or worse in the length would not end in any patience."""
    layout = lay_out(text)
    assert all(0 <= offset < len(text) for offset in sentence_starts(text, layout.paragraphs))
