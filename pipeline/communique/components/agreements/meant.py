"""Which mentions let the text mean parties that they don't name."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.reading import Entity


def people_beside(instrument: Instrument) -> list[Entity]:
    """Return the people of "the pact between President A and Premier B", "Minister A will sign"."""
    found = [p for m in instrument.mentions for p in m.principals]
    ahead = [m for m in instrument.mentions if m.event is not None and m.event.planned]
    return found + [e for m in ahead for e in m.owners if e.kind == "person"]


def is_of_the_sides(mention: InstrumentMention) -> bool:
    """Tell whether "both countries" in its sentence may be its parties: not of "A's signing of the Accords"."""
    event, phrase = mention.event, mention.phrase
    before = phrase.reading.lowers[max(phrase.sentence.first, phrase.start - 2) : phrase.start]
    if phrase.proper and before[-1:] == ["of"] and lexicon.word_class("aims") & set(before):
        return False  # "Both countries share the goals of the A Agreement"
    return event is None or event.voice != "noun" or not mention.owners


def follows_up(instrument: Instrument) -> bool:
    """Tell whether it is to follow what the release is about: "A binding agreement is to be signed in May"."""
    main = instrument.main
    firm = lexicon.word_class("firm") & (main.phrase.praise | set(main.phrase.modifiers))
    planned = main.event is not None and main.event.planned and not main.owners
    return planned and bool(firm)
