"""Other recognisers than our own: the labels of spaCy's English models (OntoNotes)."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import communique

#: What ``en_core_web_trf`` lists under ``nlp.get_pipe("ner").labels``.
ONTONOTES = (
    *("CARDINAL", "DATE", "EVENT", "FAC", "GPE", "LANGUAGE", "LAW", "LOC", "MONEY", "NORP"),
    *("ORDINAL", "ORG", "PERCENT", "PERSON", "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART"),
)

TEXT = """Peru and Oman sign port agreement

LIMA, 3 March 2024 - Peru and Oman signed a Memorandum of Understanding on Port Safety in Lima on Sunday, under the Ports Act 2019.

The memorandum was signed by Marta Okonjo, Minister of Harbours of Peru, and Said Al-Rumi, Chief Executive Officer of Sohar Docks Company, at the Pier Hall during the Harbour Forum 2024. Sohar Docks Company will invest $4 million in the second phase, said Peruvian officials.
"""

NAMES = {
    "GPE": ("Peru", "Oman", "Lima", "LIMA"),
    "FAC": ("Pier Hall",),
    "NORP": ("Peruvian",),
    "PERSON": ("Marta Okonjo", "Said Al-Rumi"),
    "ORG": ("Sohar Docks Company",),
    "EVENT": ("the Harbour Forum 2024",),
    "LAW": ("the Ports Act 2019",),
    "DATE": ("3 March 2024", "Sunday"),
    "MONEY": ("$4 million",),
    "ORDINAL": ("second",),
}


@pytest.fixture(scope="module")
def ontonotes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline on disk in the form of spaCy's: its own tokenizer, a sentencizer, their labels."""
    nlp: Language = spacy.blank("en")
    nlp.meta.update(name="core_web_made_up", version="3.8.0")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [
            *(
                {"label": label, "pattern": name}
                for label, names in NAMES.items()
                for name in names
            ),
            *({"label": label, "pattern": f"{label} never stands here"} for label in ONTONOTES),
        ]
    )
    folder = tmp_path_factory.mktemp("models") / "en_core_web_made_up"
    nlp.to_disk(folder)
    return folder


def test_the_components_work_on_the_labels_of_spacys_models(ontonotes: Path) -> None:
    nlp = communique.load(ontonotes)
    record = communique.extract(TEXT, nlp=nlp)
    assert {person.name for person in record.people} == {"Marta Okonjo", "Said Al-Rumi"}
    offices = {
        (person.name, title.title, title.organization_name)
        for person in record.people
        for title in person.titles
    }
    assert ("Said Al-Rumi", "Chief Executive Officer", "Sohar Docks Company") in offices
    assert ("Marta Okonjo", "Minister of Harbours", "Peru") in offices
    named = {organization.name: organization for organization in record.organizations}
    assert "Sohar Docks Company" in named
    assert not {"Pier Hall", "Harbour Forum 2024", "Ports Act 2019", "Peruvian"} & set(named)
    (agreement,) = record.agreements
    of = {organization.id: organization.name for organization in record.organizations}
    assert {of[party] for party in agreement.parties} == {"Peru", "Oman"}
    assert agreement.date is not None
    assert agreement.date.value == "2024-03-03"
    assert record.publish_date == "2024-03-03"


def test_dates_come_from_the_component_whatever_the_model_calls_a_date(ontonotes: Path) -> None:
    nlp = communique.load(ontonotes)
    dates = [(d.text, d.value) for d in communique.extract(TEXT, nlp=nlp).dates]
    assert ("3 March 2024", "2024-03-03") in dates
    assert ("Sunday", "2024-03-03") in dates
