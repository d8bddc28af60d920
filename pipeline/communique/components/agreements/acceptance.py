"""Which phrases name an instrument.

A phrase is taken by what its noun asks for (see ``instruments.tsv``): some nouns name an instrument
wherever they stand, others only as a proper name, with parties, or as what was signed.
"""

from __future__ import annotations

import itertools

from communique.components.agreements import lexicon
from communique.components.agreements.events import Event
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.reading import Reading

_VAGUE = frozenset({"any", "no", "such", "each"})


def introduces(reading: Reading, mention: InstrumentMention) -> bool:
    """Tell whether a mention names an instrument by itself, without one before it."""
    phrase, event, noun = mention.phrase, mention.event, mention.phrase.noun
    if _any_such(phrase) or _asked(reading, phrase) or _with_anyone(phrase):
        return False
    made = any(e is not None and e.verb.reach == "makes" for e in (event, mention.behind))
    made = made or (phrase.proper and event is not None and event.verb.lemma == "adopt")
    given = event is not None and event.verb.reach == "gives"
    with_party = any(e.kind in {"organization", "place"} for e in mention.others) or bool(
        mention.inside
    )
    if noun.strength == "short":
        return False
    if noun.strength == "paired":
        sides = sum(e.kind in {"organization", "place"} for e in mention.owners)
        return made and (with_party or sides > 1 or _joint(phrase))
    if phrase.known:
        return True
    if noun.strength == "certain":
        held = event is not None and reading.lowers[phrase.end : phrase.end + 1] == ["with"]
        told = made or given or held or with_party or phrase.proper or bool(_number(phrase))
        return not noun.plural or told
    if phrase.end < phrase.sentence.last:
        goes_on = reading.lowers[phrase.end] in lexicon.word_class("compound_heads")
        if goes_on and noun.strength in {"governed", "signed"}:
            return False
        if noun.strength in {"named", "governed"} and _names_something_else(phrase):
            return False
    follows = reading.lowers[phrase.end : phrase.end + 1] == ["with"]
    only_aim = event is not None and event.planned and phrase.bare and not phrase.sentence.headline
    hypothetical = _hypothetical(reading, mention)
    if hypothetical and not with_party and not phrase.proper:
        return False
    sides = mention.group is not None and not hypothetical
    if only_aim and not (with_party or follows or mention.owners or sides or _to_come(mention)):
        return False
    if noun.strength == "named":
        if phrase.proper and not (noun.lemma == "declaration" and not phrase.topic and not made):
            return _is_treaty_name(phrase)
        follows = reading.lowers[phrase.end : phrase.end + 1] == ["with"]
        if noun.lemma == "declaration":
            return made or _of_a_day(reading, phrase)
        empty = noun.plural and phrase.bare and not mention.owners and not with_party
        if empty and not phrase.sentence.headline and not _number(phrase):
            return False
        if made or (
            given and (not noun.plural or with_party or follows or "bilateral" in phrase.modifiers)
        ):
            return True
        owned = any(e.kind in {"organization", "place"} for e in mention.owners)
        if event is not None and event.verb.lemma == "have" and follows and owned:
            return True
        before = reading.lowers[max(phrase.sentence.first, phrase.start - 2) : phrase.start]
        if before in (["network", "of"], ["build", "on"], ["builds", "on"]) and not phrase.bare:
            return True
        if _to_come(mention):
            return True  # "A and B will work towards a binding agreement"
        states = all(e.kind == "place" for e in mention.others)
        return with_party and (noun.lemma != "convention" or (states and bool(phrase.modifiers)))
    if noun.strength == "governed":
        if noun.type == "merger_acquisition":
            return _changes_hands(reading, mention, made=made or given)
        anyone = with_party or bool(mention.owners) or mention.group or phrase.sentence.headline
        if event is not None and not anyone:
            told = event.voice in {"noun", "passive"} and bool(phrase.modifiers)
            anyone = not noun.plural and event.finite and (told or not event.verb.ing)
        if made and anyone and phrase.determiner not in {"this", "that"} and noun.lemma != "order":
            return True
        before = reading.lowers[phrase.sentence.first : phrase.start]
        title = phrase.sentence.headline and (len(before) <= 1 or before[-2:] == ["title", ":"])
        if title and noun.type == "joint_statement" and not noun.plural:
            return True  # the release is the statement
        if _purpose(reading, mention):
            return False
        capital = reading.texts[phrase.head][0].isupper() and not phrase.shouted
        if capital and noun.type == "joint_statement" and with_party:
            return True
        if given and phrase.modifiers and event is not None and event.voice == "passive":
            return not noun.plural and noun.type == "contract"
        if noun.lemma == "arrangement" and event is not None and event.verb.lemma == "have":
            return with_party
        subject_named = any(e.kind == "organization" for e in mention.owners)
        both_named = sum(e.kind in {"organization", "place"} for e in mention.owners) > 1
        if given and both_named and noun.lemma != "order" and not noun.plural:
            return True
        if event is not None and _only_aimed_at(reading, event, phrase):
            return False
        if given and (
            with_party
            or (
                subject_named
                and not noun.plural
                and noun.type in {"contract", "financing"}
                and noun.lemma != "order"
            )
        ):
            return not (noun.lemma == "loan" and noun.plural)
        if noun.lemma == "order":
            return (
                given
                and subject_named
                and event is not None
                and event.verb.lemma in {"receive", "win", "secure", "place", "award", "announce"}
            )
        if event is not None and noun.type == "financing" and event.verb.reach != "tells":
            return subject_named and not noun.plural
        article = phrase.determiner in {"a", "an", "the"}
        if event is None and article and mention.owners and not noun.plural and phrase.modifiers:
            return with_party or noun.type == "contract"  # who acts under it is named
        named = article or bool(mention.inside and mention.others)
        money = noun.lemma == "grant" or noun.lemma.endswith("contract")
        return with_party and money and not noun.plural and named
    if phrase.proper and given and noun.type == "treaty":
        return True
    told_apart = event is not None and event.voice == "participle"
    if noun.lemma in lexicon.word_class("joint_words") and told_apart:
        return False  # "the MoU to promote cooperation, signed in May"
    return made and not (
        event is not None
        and event.voice == "noun"
        and noun.lemma in {"project", "program", "programme"}
    )


def _to_come(mention: InstrumentMention) -> bool:
    """Whether one is to follow what was told: "A binding agreement is expected to be signed in May"."""
    phrase, event = mention.phrase, mention.event
    firm = lexicon.word_class("firm") & (phrase.praise | set(phrase.modifiers))
    passive = event is not None and event.voice == "passive" and event.verb.reach == "makes"
    sides = {e.ref or e.text for e in mention.owners}
    aimed = event is not None and event.verb.lemma == "be followed by" and len(sides) > 1
    return (passive or aimed) and bool(firm) and phrase.determiner in {"a", "an"}


def _any_such(phrase: Phrase) -> bool:
    """Whether it is only one of a kind: "no agreement", "the ninth State to conclude such an agreement"."""
    before = phrase.reading.lowers[max(phrase.sentence.first, phrase.start - 1) : phrase.start]
    return phrase.determiner in _VAGUE or before == ["such"]


def _with_anyone(phrase: Phrase) -> bool:
    """Whether it may be with anyone: "to have a treaty with another country"."""
    behind = phrase.reading.lowers[phrase.end : min(phrase.end + 2, phrase.sentence.last)]
    return behind in (["with", "another"], ["with", "any"])


def _joint(phrase: Phrase) -> bool:
    """Whether a proper name tells of something done together: "the Memorandum on Cooperation"."""
    words = {*phrase.modifiers, *phrase.topic}
    return phrase.proper and bool(words & lexicon.word_class("joint_words"))


def _of_a_day(reading: Reading, phrase: Phrase) -> bool:
    """Whether a date tells which it is: "the tripartite declaration of October 2021"."""
    entity = reading.entity_of[phrase.end + 1] if phrase.end + 1 < phrase.sentence.last else None
    dated = entity is not None and entity.kind == "date"
    return dated and reading.lowers[phrase.end] == "of"


def learned(reading: Reading, mention: InstrumentMention) -> bool:
    """Tell whether a mention names an instrument because the model says so.

    The model is asked where the rules can't tell: of one instrument that is brought up with words
    of its own ("a hosting agreement"), not of several, and not of what may refer back ("the
    agreement").
    """
    phrase = mention.phrase
    own_words = bool(phrase.modifiers) or phrase.proper or " " in phrase.noun.lemma
    return (
        own_words
        and phrase.noun.strength != "short"
        and not phrase.noun.plural
        and phrase.determiner in {"a", "an", "'s", None}
        and not _asked(reading, phrase)
        and not _hypothetical(reading, mention)
        and reading.learned(phrase.first, phrase.last)
    )


def in_address(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a phrase stands in an address: "www.kelm.example/trade/Pier-Agreements"."""
    first = phrase.first
    while reading.joined(first):
        first -= 1
    written = reading.surface(first, phrase.end)
    return "://" in written or written.startswith("www.")


def reported(reading: Reading, mention: InstrumentMention) -> bool:
    """Tell whether a sentence speaks of an instrument as one that is there, or is to come."""
    phrase = mention.phrase
    if _any_such(phrase) or _asked(reading, phrase) or _hypothetical(reading, mention):
        return False
    if phrase.end >= phrase.sentence.last:
        return True
    compound = reading.lowers[phrase.end] in lexicon.word_class("compound_heads")
    return not compound and not _names_something_else(phrase)


def _hypothetical(reading: Reading, mention: InstrumentMention) -> bool:
    """Whether it only might come about: "the parties may reach an agreement"."""
    first = mention.event.first if mention.event is not None else 0
    low = mention.phrase.sentence.first
    before = reading.lowers[max(low, first - 3) : first]
    if {"may", "can", "could", "might"} & set(before):
        return True
    opening = next((w for w in reading.lowers[low:first] if w[0].isalpha() and len(w) > 1), "")
    return opening == "if" and "," not in reading.lowers[low : mention.phrase.start]


def _asked(reading: Reading, phrase: Phrase) -> bool:
    """Whether the sentence only asks about it: "how many countries have signed …"."""
    lowers = reading.lowers[phrase.sentence.first : phrase.start]
    return any(a == "how" and b == "many" for a, b in itertools.pairwise(lowers)) or (
        "whether" in lowers or "why" in lowers
    )


def _purpose(reading: Reading, mention: InstrumentMention) -> bool:
    """Whether it is only what another instrument is for: "an agreement to form a joint venture"."""
    event = mention.event
    if event is None or reading.lowers[event.first - 1] not in {"to", "shall", "jointly"}:
        return False
    before = reading.lowers[mention.phrase.sentence.first : event.first]
    table = lexicon.nouns()
    return (
        any(
            (hit := table.at(before, i, len(before))) is not None
            and isinstance(hit[1], lexicon.Noun)
            and hit[1].strength in {"certain", "named"}
            for i in range(len(before))
        )
        or reading.lowers[event.first - 1] != "to"
    )


def _only_aimed_at(reading: Reading, event: Event, phrase: Phrase) -> bool:
    """Whether a partnership is only an aim: "seeks ways to establish a partnership with A"."""
    if phrase.noun.type != "partnership" or phrase.sentence.headline or event.planned:
        return False
    if event.verb.lemma not in lexicon.word_class("founding"):
        return False
    before = reading.lowers[max(phrase.sentence.first, event.first - 2) : event.first]
    return before[-1:] == ["to"] and before[:1] not in (["agreed"], ["agree"], ["agrees"])


def _number(phrase: Phrase) -> frozenset[str]:
    return phrase.praise & lexicon.word_class("numbers")


def _is_treaty_name(phrase: Phrase) -> bool:
    """Whether a proper name is an instrument's: a convention of a party or a fair is none."""
    after = phrase.reading.lowers[phrase.end : min(phrase.end + 1, phrase.sentence.last)]
    if set(after) & lexicon.word_class("named_for"):
        return False
    if phrase.reading.lowers[phrase.name_last - 1] in {"act", "bill"}:
        return False  # "the Convention on Mediation Act"
    if after and _names_something_else(phrase):
        return False
    if phrase.noun.lemma != "convention":
        return True
    head = phrase.reading.texts[phrase.head]
    return head[0].isupper() and (bool(phrase.topic) or bool(phrase.modifiers))


def _names_something_else(phrase: Phrase) -> bool:
    """Whether a capitalised word goes on a proper name: "the Treaty Rights Guidebook"."""
    reading, at = phrase.reading, phrase.end
    return (
        not phrase.shouted
        and not phrase.known
        and phrase.end == phrase.last
        and reading.texts[at][0].isupper()
        and reading.entity_of[at] is None
        and lexicon.verbs().at(reading.lowers, at, phrase.sentence.last) is None
    )


def _changes_hands(reading: Reading, mention: InstrumentMention, *, made: bool) -> bool:
    phrase = mention.phrase
    named = [e for e in mention.others if e.kind == "organization"]
    after = reading.texts[phrase.last : phrase.last + 4]
    of_name = after[:1] == ["of"] and any(t[0].isupper() for t in after[1:4])
    if phrase.noun.lemma == "transaction" and not named:
        return False
    if phrase.noun.lemma == "sale" and not named:
        return of_name and made
    if phrase.noun.plural:
        return made and bool(named)
    return (
        bool(named) or of_name or (made and any(e.kind == "organization" for e in mention.owners))
    )
