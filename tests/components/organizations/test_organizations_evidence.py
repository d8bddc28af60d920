"""How much a release shows that a phrase is a body's name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from communique.components.organizations.component import OrganizationsComponent
from communique.components.organizations.evidence import borne_out, evidence
from communique.components.people.component import PeopleComponent
from communique.components.sentence_ranges import Sentences

Annotated = Callable[[str], Doc]

_PEOPLE, _BODIES = PeopleComponent(), OrganizationsComponent()


def found(doc: Doc, score: float) -> list[str]:
    """Return the names that are left where each token has the same score."""
    doc._.body_scores = (score,) * len(doc)
    return [body.name for body in _BODIES(_PEOPLE(doc))._.organizations]


@pytest.mark.parametrize(
    ("marked", "score", "names"),
    [
        ("He spoke of [Native|ORG] Youth again.", 0.4, []),
        ("He spoke of [Native|ORG] Youth again.", 1.0, ["Native"]),
        ("He met the [Orme Harbour Council|ORG], which agreed.", 0.6, ["Orme Harbour Council"]),
        ("The UN agreed.", 0.0, ["UN"]),
        # a legal form that is no other word is enough
        ("He paid [Orlina Noord N.V.|ORG], then left.", 0.0, ["Orlina Noord N.V."]),
        ("He paid [Orlina Noord GmbH|ORG], then left.", 0.0, ["Orlina Noord GmbH"]),
        ("He paid [Orlina Noord Co|ORG], then left.", 0.0, []),
        # a day or a new sentence behind a name counts not as a part that is left out
        ("The [Orme Harbour Council|ORG] Monday agreed.", 0.5, ["Orme Harbour Council"]),
        ("The [Orme Harbour Council|ORG] Walk began.", 0.5, []),
        ("It trades (NYSE: ORLI) there.", 0.0, ["NYSE"]),
    ],
)
def test_name_is_kept_where_enough_shows_it(
    annotated: Annotated, marked: str, score: float, names: list[str]
) -> None:
    assert found(annotated(marked), score) == names


def test_nothing_is_left_out_where_the_recogniser_gives_no_scores(annotated: Annotated) -> None:
    doc = annotated("He spoke of [Native|ORG] Youth again.")
    assert borne_out(doc, [(3, 4)]) == [(3, 4)]
    lax = OrganizationsComponent(evidence=False)
    doc._.body_scores = (0.0,) * len(doc)
    assert [body.name for body in lax(_PEOPLE(doc))._.organizations] == ["Native"]


def test_evidence_is_of_all_mentions_together(annotated: Annotated) -> None:
    doc = annotated("The Tide (new) met Orlina, and a Tide crane's Tide fell.")
    doc._.body_scores = tuple(i / 100 for i in range(len(doc)))
    places = [i for i, token in enumerate(doc) if token.text == "Tide"]
    seen = evidence(doc, [(i, i + 1) for i in places], Sentences(doc))
    assert seen["mentions"] == 2.0
    assert seen["surest"] == pytest.approx(places[-1] / 100)
    assert seen["behind_article"] == seen["behind_a"] == pytest.approx(1 / 3)
    assert seen["bracket"] == pytest.approx(1 / 3)
    assert seen["one_word"] == 1.0


@pytest.mark.parametrize(
    ("marked", "score", "names"),
    [
        ("It was bought by the [Orme Cement Plant|ORG] today.", 0.95, ["Orme Cement Plant"]),
        ("It was bought by the [Orme Cement Plant|ORG] today.", 0.6, []),
        ("It was bought by the [Orme Cement Highway|ORG] today.", 0.95, []),
        ("It was bought by the [Orme Health System|ORG] today.", 0.95, ["Orme Health System"]),
        ("It was bought by the [Orme Nervous System|ORG] today.", 0.95, []),
    ],
)
def test_works_are_bodies_where_the_recogniser_is_sure(
    annotated: Annotated, marked: str, score: float, names: list[str]
) -> None:
    assert found(annotated(marked), score) == names
