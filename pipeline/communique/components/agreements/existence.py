"""What shows that an instrument exists, or is to, where no verb of making does.

A text that says when an instrument ended, in which year it was made, what it is worth or who acts
under it speaks of one instrument, not of a kind: "the lease ran out in June", "the fisheries accord
of 1998", "a grant of €2 million", "runs the ferry under a ten-year lease".
"""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.bounds import is_duration
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.reading import Reading

#: How many words may stand between a noun and its amount: "of up to about", "for".
_AMOUNT_REACH = 5
#: How many words behind "between" the sides of an instrument may take.
_SIDES_REACH = 16
_YEAR_DIGITS = 4
_VAGUE = frozenset({"any", "no", "such", "each", "this", "that", "these", "those"})
_ARTICLES = frozenset({"a", "an"})
_SIDES = frozenset({"organization", "place"})


def exists(reading: Reading, mention: InstrumentMention) -> bool:
    """Tell whether a mention speaks of one instrument of which no verb of making is told."""
    phrase, noun = mention.phrase, mention.phrase.noun
    kind = noun.lemma.split()[-1]
    if phrase.determiner in _VAGUE or noun.strength == "short":
        return False
    if kind in lexicon.word_class("joint_plans") and _joint_plan(mention):
        return True
    if noun.strength == "paired":
        signed = mention.behind is not None and mention.behind.verb.reach == "makes"
        return bool(phrase.topic) and (signed or phrase.proper) and _ended(mention)
    if kind not in lexicon.word_class("bonds"):
        return False
    if noun.plural:
        if kind in lexicon.word_class("funds"):  # "existing facilities" are mostly buildings
            return False
        return _in_force(reading, mention) and phrase.determiner is None and not phrase.bare
    return (
        _worth(reading, mention)
        or _ended(mention)
        or _acted_under(reading, mention)
        or _of_a_year(reading, mention)
        or _drafted(mention)
        or _talked_about(reading, mention)
        or _between(reading, mention)
        or _handed_over(mention)
        or _held_with(mention)
        or (_in_force(reading, mention) and noun.strength == "signed")
    )


def _own_words(mention: InstrumentMention) -> bool:
    """Whether something tells it from others of its noun."""
    return not mention.phrase.bare or bool(mention.others or mention.inside)


def _worth(reading: Reading, mention: InstrumentMention) -> bool:
    """Whether its amount is told: "a grant of €2 million", "a facility of up to $50 million"."""
    phrase = mention.phrase
    if (
        phrase.noun.lemma.split()[-1] not in lexicon.word_class("funds")
        or phrase.end >= phrase.sentence.last
    ):
        return False
    if reading.lowers[phrase.last] not in {"of", "for", "worth"}:
        return False
    stop = min(phrase.sentence.last, phrase.last + _AMOUNT_REACH)
    for at in range(phrase.last + 1, stop):
        entity = reading.entity_of[at]
        if entity is not None:
            return entity.kind == "money"
        if reading.lowers[at] not in lexicon.word_class("amount_openers"):
            return False
    return False


def _ended(mention: InstrumentMention) -> bool:
    """Whether its end is told: "the towage contract was terminated", "An earlier lease ran out"."""
    event = mention.event or mention.behind
    if event is None or event.verb.status not in {"terminated", "renewed"}:
        return False
    if event.planned and event.verb.lemma not in {"replace", "supersede"}:
        return False
    if event.verb.lemma in {"continue", "expand", "modify", "revise"}:
        return False
    made = mention.behind is not None and mention.behind.verb.reach == "makes"
    apart = bool(mention.phrase.praise & lexicon.word_class("older_words"))
    return (
        _own_words(mention) or made or apart or mention.phrase.determiner in {"its", "their", "'s"}
    )


def _acted_under(reading: Reading, mention: InstrumentMention) -> bool:
    """Whether somebody acts under it: "runs the ferry under a ten-year lease"."""
    phrase = mention.phrase
    before = reading.lowers[max(phrase.sentence.first, phrase.start - 2) : phrase.start]
    if phrase.determiner not in _ARTICLES or not before or before[-1] not in {"under", "to"}:
        return False
    if before[-1] == "to" and before[0] != "pursuant":
        return False
    behind = reading.entities_in(phrase.end, min(phrase.sentence.last, phrase.end + 6))
    told = any(e.kind in {"date", "money"} for e in behind)
    term = any(is_duration(e) for e in reading.entities_in(phrase.start, phrase.head))
    return told or term or bool(mention.others)


def _of_a_year(reading: Reading, mention: InstrumentMention) -> bool:
    """Whether a year tells which it is: "the Accord of 1998", "the 2015 loan for the bypass"."""
    phrase = mention.phrase
    if phrase.determiner in _ARTICLES:
        return False
    told = mention.year is not None or (
        reading.lowers[phrase.last : phrase.last + 1] == ["of"]
        and _is_year(reading.texts[phrase.last + 1 : phrase.last + 2])
    )
    loose = phrase.noun.strength in {"governed", "signed"}
    return told and (not loose or _own_words(mention))


def _drafted(mention: InstrumentMention) -> bool:
    """Whether it is a draft of its own: "the draft protocol on exports"."""
    phrase = mention.phrase
    draft = "draft" in phrase.praise or "draft" in phrase.modifiers
    more = set(phrase.modifiers) - {"draft"} or phrase.topic or mention.others
    return draft and bool(more) and phrase.noun.strength == "named"


def _is_year(texts: list[str]) -> bool:
    return len(texts) == 1 and texts[0].isdigit() and len(texts[0]) == _YEAR_DIGITS


def _talked_about(reading: Reading, mention: InstrumentMention) -> bool:
    """Whether it is negotiated: "in talks about a licence for assembly"."""
    event, phrase = mention.event, mention.phrase
    if event is None or event.verb.status != "planned":
        return False
    if event.verb.lemma == "work towards":  # "A and B will work towards a binding agreement"
        return len(mention.owners) > 1 and phrase.determiner in _ARTICLES and _own_words(mention)
    if not event.verb.noun:
        return False
    follows = reading.lowers[phrase.end : phrase.end + 1] in (["with"], ["to"])
    return phrase.determiner in _ARTICLES and (follows or _own_words(mention))


def _between(reading: Reading, mention: InstrumentMention) -> bool:
    """Whether its sides are told without a name, or are people: "between our institutes"."""
    phrase = mention.phrase
    if reading.lowers[phrase.end : phrase.end + 1] != ["between"] or phrase.determiner != "the":
        return False
    stop = min(phrase.sentence.last, phrase.end + _SIDES_REACH)
    behind = reading.lowers[phrase.end + 1 : min(stop, phrase.end + 4)]
    sides = {"our", "two", "three"} & set(behind)
    people = [e for e in reading.entities_in(phrase.end, stop) if e.kind == "person"]
    return (bool(sides) and bool(phrase.modifiers)) or len(people) > 1


def _handed_over(mention: InstrumentMention) -> bool:
    """Whether somebody grants it, or it was awarded: "A granted B a licence for the process"."""
    event, phrase = mention.event, mention.phrase
    if event is None or event.verb.reach != "gives":
        return False
    if event.verb.lemma == "conclusion" and phrase.noun.lemma == "arrangement":
        return not phrase.bare
    if event.planned:
        return False
    if event.voice == "passive" and event.verb.lemma == "award":
        return phrase.noun.type == "contract" and not phrase.bare
    granted = event.verb.lemma == "grant" and phrase.noun.type == "license"
    if granted:
        return phrase.determiner in _ARTICLES and any(e.kind in _SIDES for e in mention.owners)
    reached = phrase.noun.type == "treaty" and event.verb.status == "signed"
    return reached and event.voice in {"passive", "participle"} and phrase.determiner is not None


def _held_with(mention: InstrumentMention) -> bool:
    """Whether somebody has it with another: "Port A already has a partnership with Port B"."""
    event, phrase = mention.event, mention.phrase
    if event is None or event.verb.lemma != "have" or phrase.determiner not in _ARTICLES:
        return False
    sides = any(e.kind in _SIDES for e in mention.owners) and bool(mention.others)
    return sides and mention.phrase.start + 1 == phrase.first


def _in_force(reading: Reading, mention: InstrumentMention) -> bool:
    """Whether words behind it say that it is in force: "whose licence remains valid until 2031"."""
    phrase = mention.phrase
    if mention.event is not None or mention.indefinite or mention.status != "in_force":
        return False
    follows = reading.lowers[phrase.end : phrase.end + 1] == ["with"]
    return follows or not {"existing", "current"} & {*phrase.praise, *phrase.modifiers}


def _joint_plan(mention: InstrumentMention) -> bool:
    """Whether a plan that carries its cooperation in its name was made, ended or prolonged."""
    phrase = mention.phrase
    event = mention.event or mention.behind
    joint = {*phrase.modifiers, *phrase.topic} & lexicon.word_class("joint_words")
    if not phrase.proper or phrase.noun.plural:
        return False
    if phrase.noun.lemma == "partnership":
        return len(mention.inside) > 1 or bool(phrase.topic)
    if not (joint or len(mention.inside) > 1):
        return False
    return event is not None and (event.verb.reach != "tells" or event.verb.status == "terminated")
