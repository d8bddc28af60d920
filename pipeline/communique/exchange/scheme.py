"""What the guidelines have marked, as labels, relations and values that annotation tools know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from communique.components.agreements.types import AgreementStatus, AgreementType
from communique.components.mentions import OrganizationType
from communique.components.titles.types import TitleTime

PERSON, ORG, AGREEMENT, TITLE, DATE = LABELS = ("PERSON", "ORG", "AGREEMENT", "TITLE", "DATE")

#: Labels of things that have a name and other forms of it.
NAMED = (PERSON, ORG, AGREEMENT)

#: From another form of a name to the one that the thing is called by.
ALIAS_OF = "alias_of"
HELD_BY = "held_by"
HELD_AT = "held_at"
PARTY = "party"
SIGNATORY = "signatory"
WITNESS = "witness"

#: Each relation, and the labels of the pairs of spans that it joins.
RELATIONS: Mapping[str, tuple[tuple[str, str], ...]] = {
    ALIAS_OF: tuple((label, label) for label in NAMED),
    HELD_BY: ((TITLE, PERSON),),
    HELD_AT: ((TITLE, ORG),),
    PARTY: ((AGREEMENT, ORG), (AGREEMENT, PERSON)),
    SIGNATORY: ((AGREEMENT, PERSON),),
    WITNESS: ((AGREEMENT, PERSON),),
}

TYPE = "type"
STATUS = "status"
WHEN = "when"
#: The name of a thing, where it is not the text of the span.
NAME = "name"
#: When an agreement was signed; the value of a date expression.
VALUE = "value"
#: The body of a title, where it has no span of its own (a place) or is told in another form.
BODY = "organization"

#: Values out of a list, by label and field.
CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    (ORG, TYPE): get_args(OrganizationType),
    (AGREEMENT, TYPE): get_args(AgreementType),
    (AGREEMENT, STATUS): get_args(AgreementStatus),
    (TITLE, WHEN): get_args(TitleTime),
}

#: Values in the annotator's words, by label and field.
WRITTEN: tuple[tuple[str, str], ...] = (
    (DATE, VALUE),
    (AGREEMENT, VALUE),
    (TITLE, BODY),
    *((label, NAME) for label in NAMED),
)

#: What others call the same.
_OTHER_LABELS = {"per": PERSON, "organization": ORG, "organisation": ORG}


def label_of(label: str) -> str | None:
    """Return the label of this scheme that a tool's label stands for, None for any other."""
    if label.upper() in LABELS:
        return label.upper()
    return _OTHER_LABELS.get(label.lower())


def field_name(label: str, attribute: str) -> str:
    """Return what a field of a label's spans is called where names hold for all labels."""
    return f"{label.lower()}_{attribute}"


def attribute_of(name: str) -> str:
    """Return the attribute that :func:`field_name` made a name of."""
    label, _, attribute = name.partition("_")
    return attribute if label.upper() in LABELS and attribute else name
