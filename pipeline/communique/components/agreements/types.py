"""Agreements and who did what in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from communique.components.mentions import Mention
from communique.components.reasons import Reason

AgreementType = Literal[
    "mou",
    "cooperation_agreement",
    "contract",
    "treaty",
    "joint_statement",
    "letter_of_intent",
    "merger_acquisition",
    "financing",
    "license",
    "settlement",
    "partnership",
    "other",
]
AgreementStatus = Literal[
    "signed", "announced", "planned", "in_force", "renewed", "terminated", "referenced"
]


@dataclass(frozen=True)
class Signatory:
    """A person who signed; ``on_behalf_of`` is an organization id or None."""

    person: str
    on_behalf_of: str | None = None


@dataclass(frozen=True)
class AgreementDate:
    """The day, month or year it was made; ``start`` and ``end`` are the date mention's offsets."""

    value: str
    start: int
    end: int


@dataclass(frozen=True)
class AgreementTerm:
    """How long it is to run, ``P5Y``; ``start`` and ``end`` are the offsets of the words."""

    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Agreement:
    """One instrument.

    ``parties`` are ids of organizations (type ``place`` for states and cities that act as
    parties) or of people who are parties themselves; ``witnesses`` are person ids. ``mentions``
    are the strings that name the instrument, ``name`` the fullest of them; ``evidence`` are the
    half-open offsets of the sentences the slots were read from. ``reasons`` are those of the slots
    ``type``, ``status``, ``date``, ``place``, ``term``, and of each ``party``, ``signatory`` and ``witness``.
    """

    id: str
    name: str
    type: AgreementType
    status: AgreementStatus
    mentions: tuple[Mention, ...]
    date: AgreementDate | None = None
    place: str | None = None
    term: AgreementTerm | None = None
    parties: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    witnesses: tuple[str, ...] = ()
    amounts: tuple[Mention, ...] = ()
    evidence: tuple[tuple[int, int], ...] = ()
    reasons: tuple[Reason, ...] = field(default=(), compare=False, repr=False)
