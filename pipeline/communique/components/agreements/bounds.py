"""How far a noun phrase around an instrument's noun reaches: to the left, to the right, in brackets."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.lexicon import Noun
from communique.components.agreements.reading import Entity, Reading, Sentence

#: Quotation marks, opening and closing.
QUOTES = frozenset("\"“”'‘’«»")
_OPENING = {"”": "“", '"': '"', "»": "«", "’": "‘"}
_JOINERS = frozenset("-–·‧・/&")
_REACH_LEFT = 14
_REACH_RIGHT = 16


def left_edge(reading: Reading, low: int, head: int) -> tuple[int, int, Entity | None]:
    """Return where the phrase starts with its article, where its name does, and a year before it."""
    lowers, texts = reading.lowers, reading.texts
    first, year = head, None
    at = head - 1
    while at >= max(low, head - _REACH_LEFT):
        entity = reading.entity_of[at]
        if entity is not None and entity.kind == "money":
            break
        if entity is not None and entity.kind == "date":
            if entity.last == first and _is_year(entity):
                year, at = entity, entity.first - 1
            break
        if texts[at] in _OPENING and (opening := _opening(reading, low, at)) is not None:
            first, at = opening, opening - 1
            continue
        if texts[at] in _JOINERS:
            at -= 1
            continue
        if (owners := _owned_by_kind(reading, low, at)) is not None:
            first, at = owners, owners - 1
            continue
        if texts[at] == ")" and (named := _before_bracket(reading, low, at)) is not None:
            first = max(low, named.first)
            at = first - 1
            continue
        compound = at
        while (
            compound - 2 >= low and texts[compound - 1] in {"-", "–"} and reading.joined(compound)
        ):
            compound -= 2
        if compound < at and texts[compound][0].isalnum():
            first, at = compound, compound - 1
            continue
        if not texts[at][0].isalnum() or not _is_modifier(reading, low, at, first):
            break
        if lowers[at] != "and":
            first = at
        if entity is not None and entity.kind in {"organization", "person", "place"}:
            first = max(low, entity.first)
        at = first - 1 if first <= at else at - 1
    # a joiner at the left edge belongs to nothing
    while first < head and texts[first] in _JOINERS:
        first += 1
    start = first if year is None else year.first
    first = _skip_praise(reading, first, head)
    back = _before_praise(reading, low, start)
    term = reading.entity_of[back] if back >= low else None
    if term is not None and is_duration(term):
        start = term.first  # "a separate two-year agreement"
        back = _before_praise(reading, low, start)
    if back >= low and lowers[back] in lexicon.word_class("determiners"):
        start = back
    elif back >= low and reading.entity_of[back] is not None:
        money = reading.entity_of[back]
        if money is not None and money.kind == "money":
            start = money.first
            if start > low and lowers[start - 1] in lexicon.word_class("determiners"):
                start -= 1
    return start, first, year


def _owned_by_kind(reading: Reading, low: int, at: int) -> int | None:
    """Return the plural before an apostrophe that says of what kind it is: "a shareholders' agreement"."""
    plural = (
        at - 1 > low and reading.texts[at] in {"'", "’"} and reading.lowers[at - 1].endswith("s")
    )
    if not plural or reading.entity_of[at - 1] is not None:
        return None
    return at - 1 if reading.lowers[at - 2] in lexicon.word_class("determiners") else None


def _before_bracket(reading: Reading, low: int, closing: int) -> Entity | None:
    """Return the body or place of "the A Organization (AO) agreement", its bracket passed over."""
    for at in range(closing - 1, max(low, closing - 6), -1):
        if reading.texts[at] == "(":
            entity = reading.entity_of[at - 1]
            return (
                entity if entity is not None and entity.kind in {"organization", "place"} else None
            )
    return None


def _before_praise(reading: Reading, low: int, start: int) -> int:
    """Return the word before the praise that stands before ``start``: "their landmark, new …"."""
    praise = lexicon.word_set("praise")
    back = start - 1
    while back >= low:
        if reading.texts[back] == "," and back < start:
            back -= 1
            continue
        first = back
        while first - 2 >= low and reading.texts[first - 1] == "-" and reading.joined(first):
            first -= 2
        compound = "".join(reading.lowers[first : back + 1])
        if compound not in praise and not compound.isdigit():
            break
        back = first - 1
    while back + 1 < start and reading.texts[back + 1] == ",":
        return start - 1
    return back


def is_duration(entity: Entity) -> bool:
    """Tell whether a name is a length of time: "two-year", "five years"."""
    return (
        entity.kind == "date"
        and bool(entity.value)
        and str(entity.value).startswith("P")
        and (any(c.isdigit() for c in str(entity.value)))
    )


def _is_year(entity: Entity) -> bool:
    return entity.value is not None and len(entity.value) == 4 and entity.value.isdigit()


def _opening(reading: Reading, low: int, closing: int) -> int | None:
    """Return the word of the quotation mark that a closing one belongs to."""
    wanted = _OPENING[reading.texts[closing]]
    for at in range(closing - 1, max(low - 1, closing - _REACH_LEFT), -1):
        if reading.texts[at] == wanted:
            return at
    return None


def _is_modifier(reading: Reading, low: int, at: int, first: int) -> bool:
    """Whether the word may stand inside the phrase, left of its noun."""
    lowers, texts = reading.lowers, reading.texts
    word, before = lowers[at], lowers[at - 1] if at > low else ""
    if word == "and":
        # "legal and judicial cooperation": both sides of a kind, no name of a body on the left
        if at - 1 < low or not texts[at - 1][0].isalnum():
            return False
        left = reading.entity_of[at - 1]
        same_case = texts[at - 1][0].isupper() == texts[first][0].isupper()
        in_lexicon = lowers[at - 1] in lexicon.word_set("function_words")
        is_noun = lexicon.nouns().at(lowers, at - 1, at) is not None
        is_noun = is_noun and before not in lexicon.word_class("activities")
        return left is None and same_case and not in_lexicon and not is_noun
    if word == "of" and at - 1 >= low:
        # "Transfer of Technology License"
        named = texts[at - 1][0].isupper() and texts[first][0].isupper()
        named = named and before not in lexicon.word_class("gatherings")
        named = named and not before.endswith("ing") and not lexicon.verbs().at([before], 0, 1)
        return named and reading.entity_of[at - 1] is None and reading.entity_of[at] is None
    if word in lexicon.word_set("function_words"):
        return False
    after_article = before in lexicon.word_class("determiners") or before in lexicon.word_set(
        "praise"
    )
    if after_article:
        return True
    if lexicon.verbs().at(lowers, at, at + 1) or word in lexicon.word_set("finite_verbs"):
        return False
    if texts[at][0].isupper():
        return True
    if before == "to" or (word.endswith("ed") and before != "-" and len(word) > 4):
        return False
    told = lexicon.split_words(word) in lexicon.type_modifiers()  # "collaboration and licensing"
    doing = word.endswith("ing") and not (told and before == "and")
    return not (doing and before in {"by", "for", "of", "in", "on", "after", "and"})


def _skip_praise(reading: Reading, first: int, head: int) -> int:
    praise = lexicon.word_set("praise")
    while first < head:
        end = first + 1
        while end + 1 < head and reading.texts[end] == "-" and reading.joined(end):
            end += 2
        compound = "".join(reading.lowers[first:end])
        named = reading.texts[first] == "New" and reading.texts[end][0].isupper()
        if named and reading.texts[first - 1][0].islower():
            return first  # "the New York Convention"
        if compound not in praise and not compound.isdigit() and compound != "and":
            return first
        first = end
    return first


def bracket(reading: Reading, sentence: Sentence, at: int) -> tuple[int, list[str]]:
    """Return the end of a bracket that defines short forms right at ``at``, and the forms."""
    if at >= sentence.last or reading.texts[at] not in {"(", "["}:
        return at, []
    for close in range(at + 1, min(sentence.last, at + 14)):
        if reading.texts[close] in {")", "]"}:
            break
    else:
        return at, []
    inner = [i for i in range(at + 1, close) if reading.texts[i] not in QUOTES]
    inner = [i for i in inner if reading.lowers[i] not in {"the", "or", "hereinafter", "hereafter"}]
    quoted = any(reading.texts[i] in QUOTES for i in range(at + 1, close))
    aliases: list[str] = []
    run: list[int] = []
    for i in [*inner, close]:
        if i != close and (reading.texts[i][0].isalnum() or reading.texts[i] in _JOINERS):
            run.append(i)
            continue
        if run:
            text = reading.surface(run[0], run[-1] + 1)
            capitals = sum(c.isupper() for c in text)
            if (capitals > 1 and " " not in text) or (quoted and text[0].isupper()):
                aliases.append(text)
        run = []
    return (close + 1, aliases) if aliases else (at, [])


def right_edge(reading: Reading, sentence: Sentence, at: int, *, capitalised: bool) -> int:
    """Return the end of what the instrument is about, ``at`` where nothing says so."""
    if capitalised:
        at = _behind_date(reading, sentence, at)
    if at >= sentence.last or reading.lowers[at] not in lexicon.word_class("topic_links"):
        return at
    function, finite = lexicon.word_set("function_words"), lexicon.word_set("finite_verbs")
    lowers, texts = reading.lowers, reading.texts
    links = lexicon.word_class("topic_links") | lexicon.word_class("name_links")
    end, start = at, at
    named = capitalised and _next_is_name(reading, sentence, at)
    while end < min(sentence.last, start + _REACH_RIGHT):
        word, entity = lowers[end], reading.entity_of[end]
        if entity is not None and (
            entity.kind in {"date", "money"}
            or (entity.kind == "place" and lowers[end - 1] in {"in", "at"} and entity.first == end)
        ):
            break
        link = word in links
        following = texts[end + 1] if end + 1 < sentence.last else "."
        if word in {"on", "in"} and (
            following[0].isdigit() or following.lower() in lexicon.word_class("set_phrase_ends")
        ):
            break
        if word == "in" and not named and end > start and following[0].isupper():
            break
        if reading.lowers[end + 1 : end + 2] == ["the"] and (
            set(reading.lowers[end + 2 : end + 3]) & lexicon.word_class("asides")
        ):
            break  # "the MoU in the presence of A", "on the sidelines of the summit"
        from_name = word == "from" and lowers[end - 1].endswith("ing") and following[0].isupper()
        if named and not link and not texts[end][0].isupper() and not from_name:
            break
        told = word.endswith("s") and word in finite
        if named and told and sentence.headline:
            break  # "Convention on Mediation Enters into Force"
        if not named and ((word in function and not link) or word in finite or word in {",", "to"}):
            break
        if not link and not texts[end][0].isalnum() and texts[end] not in QUOTES:
            break
        if not named and end > start and lexicon.verbs().at(lowers, end, end + 1):
            break
        if word == "and" and lowers[end + 1 : end + 2] in (["the"], ["a"], ["an"]):
            name_follows = any(text[0].isupper() for text in texts[end + 2 : end + 3])
            if named or name_follows:
                break  # "the A Convention for arbitration and the B Convention"
        another = end > start and not link and _is_noun(reading, sentence, end)
        if another and (_opens_another(reading, sentence, end) if named else True):
            break
        end += 1
    while end > at and (lowers[end - 1] in function or not texts[end - 1][0].isalnum()):
        end -= 1
    return end


def _behind_date(reading: Reading, sentence: Sentence, at: int) -> int:
    """Return where a name goes on behind its date: "the Convention of 4 May 1965 on the Service"."""
    date = reading.entity_of[at + 1] if at + 1 < sentence.last else None
    if reading.lowers[at : at + 1] != ["of"] or date is None or date.kind != "date":
        return at
    goes_on = reading.lowers[date.last : date.last + 1] in (["on"], ["for"], ["concerning"])
    return date.last if goes_on and date.last < sentence.last else at


def _is_noun(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether a noun of instruments stands at ``at`` that is more than what two do together."""
    hit = lexicon.nouns().at(reading.lowers, at, sentence.last)
    together = reading.lowers[at] in lexicon.word_class("activities")
    return (
        hit is not None
        and isinstance(hit[1], Noun)
        and hit[1].strength != "signed"
        and not together
    )


def _opens_another(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether a list goes on with another instrument: "Agreement on Trade, Protocol for Loans and …"."""
    after = reading.lowers[at + 1 : min(at + 2, sentence.last)]
    before = reading.lowers[at - 1 - (reading.lowers[at - 1] == "and")]
    return before == "," and after in (["on"], ["for"])


def _next_is_name(reading: Reading, sentence: Sentence, at: int) -> bool:
    for i in range(at + 1, min(sentence.last, at + 3)):
        if reading.texts[i][0].isupper():
            return True
        if reading.lowers[i] not in {"the", "a"}:
            return False
    return False
