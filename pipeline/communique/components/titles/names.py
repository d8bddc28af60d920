"""What stands around a name: styles in front, degrees and ages behind, other names in a series."""

from __future__ import annotations

import re

from communique.components.titles.ordinals import is_ordinal
from communique.components.titles.phrase import Phrase
from communique.components.titles.rules import word_lists
from communique.components.titles.stream import Stream

_JOINERS = (",", ";", "and", "&")
BULLETS = ("|", "-", "•", "·", "–", "*", ":", ".", "▪", "●")
#: The letters of a party where its brackets were lost: "Jane Roe I VT".
_PARTIES = ("d", "r", "i")
_PARTY_STATE = re.compile(r"[dri]-(?:[a-z]{2,6}\.?|[a-z]\.[a-z]\.)$")
_MAX_SUFFIX_UNITS = 12
_MAX_BRACKET_UNITS = 8


def words(key: str) -> frozenset[str]:
    """Return a list of ``attachment.toml``."""
    return word_lists("attachment.toml")[key]


class Names:
    """Reads around the names of one document; all positions are unit indexes."""

    def __init__(self, stream: Stream, phrases: list[Phrase]) -> None:
        self.stream = stream
        self._by_edge = {p.edge: p for p in phrases}
        self._by_close = {p.close: p for p in phrases}

    def skip_styles(self, at: int) -> int:
        """Return the index after honorifics and further ranks ("Professor") in front of a name."""
        stream, begin = self.stream, at
        while True:
            if stream.kind(at) == "mark":
                if not (
                    at > begin
                    and stream.stands(at, ".", ",", "'", "’")
                    and stream.is_honorific(at - 1)
                ):
                    return at
                at += 1
            elif stream.is_style(at) or (
                stream.stands(at, "the") and stream.stands(at + 1, "late")
            ):
                at += 2
            elif stream.is_honorific(at) or self._opens_style(at, begin):
                at += 1
                if stream.stands(at, "(") and stream.is_honorific(at + 1):
                    at += 3 if stream.stands(at + 2, ")") else 0  # "Dr. (Mrs.)"
            else:
                rank = self._by_edge.get(at)
                single = (
                    rank is not None and rank.capital and not (rank.complement or rank.head.plural)
                )
                if rank is None or not single:
                    return at
                styled = rank.head.words in words("also_styles")
                if not (styled or {"rank", "post"} & rank.head.flags):
                    return at
                at = rank.last

    def _opens_style(self, at: int, begin: int) -> bool:
        """Tell whether a style of two words starts at ``at``: "His Worship", "Senator the Hon."."""
        if not self.stream.is_honorific(at + 1):
            return False
        honoured = self.stream.lower(at + 1).startswith(("hon", "rt", "right"))
        named = at > begin or self.stream.units[at].capital or honoured
        return self.stream.stands(at, "his", "her", "their") or (
            named and self.stream.stands(at, "the")
        )

    def unknown(self, at: int) -> bool:
        """Tell whether an honorific at ``at`` stands before a name that was not recognised."""
        name = self.skip_styles(at)
        return name > at and self.stream.kind(name) == "word" and self.stream.units[name].capital

    def skip_styles_back(self, at: int) -> int:
        """Return the index before the honorifics that end at ``at``."""
        while self.stream.is_honorific(at) or self.stream.is_style(at - 1):
            at -= 1 if self.stream.is_honorific(at) else 2
            styled = self.stream.stands(at, "his", "her", "their", "the")
            at -= styled and self.stream.units[at].capital
        return at

    def skip_articles_back(self, at: int) -> int:
        """Return the index before articles and the like that end at ``at``."""
        stream = self.stream
        while stream.kind(at) == "word":
            lower = stream.lower(at)
            if lower == "to" and stream.stands(at - 1, "up"):
                at -= 2  # "up to now"
            elif lower in words("articles") or is_ordinal(lower) or stream.is_honorific(at):
                at -= 1
            else:
                break
        return at

    def skip_owner_back(self, at: int) -> int:
        """Return the index before "President Roe's" that ends at ``at``, else ``at``."""
        owned = self.stream.stands(at, "'s") and self.stream.kind(at - 1) == "person"
        return self.before(at - 1) if owned else at

    def after(self, at: int) -> int:
        """Return the index after the suffixes of the name at ``at``: age, party, degrees."""
        stream = self.stream
        at += 1
        while True:
            if stream.stands(at, "("):
                close = next(
                    (k for k in range(at + 1, at + _MAX_BRACKET_UNITS) if stream.stands(k, ")")),
                    None,
                )
                if close is None or any(k in self._by_edge for k in range(at + 1, close)):
                    return at
                at = close + 1
            elif self._is_suffix(at) or self._stops_suffix(at):
                at += 1
            elif (
                stream.stands(at, *_PARTIES) and stream.units[at].capital and self._state_after(at)
            ):
                at = self._state_after(at)
            elif (
                stream.stands(at, ",")
                and (self._is_suffix(at + 1) or stream.lower(at + 1).isdigit())
                and stream.stands(at + 2, ",", ".", "and", "&", ";")
            ):
                at += 2
            else:
                return at

    def _stops_suffix(self, at: int) -> bool:
        """Tell whether a full stop at ``at`` is that of "Jr." which the name before it lacks."""
        abbreviated = self.stream.units[at - 1].lower.endswith((" jr", " sr"))
        return abbreviated and self.stream.stands(at, ".") and self.stream.stands(at + 1, ",")

    def _state_after(self, at: int) -> int:
        """Return the index after the state of a party's letter ("R TN", "D N Y"), 0 for none."""
        end = at + 1
        while end < at + 3 and self.stream.kind(end) in {"word", "place"}:
            unit = self.stream.units[end]
            if not unit.capital or (unit.kind == "word" and len(unit.text) > 5):
                break
            end += 1
            if unit.kind == "place" or len(unit.text) > 1:
                break
        return end if end > at + 1 else 0

    def _is_suffix(self, at: int) -> bool:
        lower = self.stream.lower(at)
        if _PARTY_STATE.match(lower):
            return True
        if lower not in words("suffixes"):
            return False
        text = self.stream.units[at].text
        return (
            text.isupper()
            or "." in lower
            or (text[:1].isupper() and len(text) > 2)
            or lower == "jr"
        )

    def before(self, at: int) -> int:
        """Return the index before the honorifics, the title and the article in front of a name."""
        before = self.skip_styles_back(at - 1)
        title = self._by_close.get(before + 1)
        if title is not None:
            before = title.edge - 1
        while self.stream.stands(before, "the", "a", "an"):
            before -= 1
        return before

    def ending_at(self, at: int) -> int | None:
        """Return the name that, with its suffixes, ends at ``at``, None where none does."""
        for start in range(at, max(at - _MAX_SUFFIX_UNITS, -1), -1):
            kind = self.stream.kind(start)
            if kind == "person":
                return start if self.after(start) > at else None
            if kind in {"line", "gap"}:
                return None
        return None

    def belonging_at(self, at: int) -> int | None:
        """Return the name that ends at ``at`` with "of Ayr University", ", of Maryland" behind it."""
        if self.stream.kind(at) not in {"body", "place"}:
            return None
        before = at - 1 - self.stream.stands(at - 1, "the")
        if not self.stream.stands(before, "of", "from"):
            return None
        return self.ending_at(before - 1 - self.stream.stands(before - 1, ","))

    def series(self, at: int) -> tuple[int, ...]:
        """Return the names of the series that starts at ``at``: "A, B and C"."""
        found = [at]
        while True:
            joint = self._after_item(found[-1])
            following = joint
            while self.stream.stands(following, *_JOINERS) and following - joint < 2:
                following += 1
            name = self.skip_styles(following)
            # where the punctuation was lost, a party and state part the names
            parted = following > joint or self.stream.lower(joint - 2) in _PARTIES
            if not parted or self.stream.kind(name) != "person":
                return tuple(found)
            found.append(name)

    def _after_item(self, at: int) -> int:
        """Return the index after a name of a series with what is said of it."""
        close = self.after(at)
        if self.stream.stands(close, "of", "from") and self.stream.kind(close + 1) == "place":
            return close + 2
        if self.stream.stands(close, "("):
            end = next((k for k in range(close, close + 30) if self.stream.stands(k, ")")), None)
            return close if end is None else end + 1
        if self.stream.stands(close, ","):
            phrase = self._by_edge.get(close + 1)
            if phrase is not None and not phrase.head.plural:
                return phrase.loose.close if phrase.loose else phrase.close
        return close

    def series_back(self, at: int) -> tuple[int, ...]:
        """Return the names of the series that ends at ``at``."""
        found = [at]
        while True:
            joint = self.skip_styles_back(found[0] - 1)
            before = joint
            while self.stream.stands(before, *_JOINERS) and joint - before < 2:
                before -= 1
            name = self.ending_at(before) if before < joint else None
            if name is None:
                return tuple(found)
            found.insert(0, name)

    def opens_title(self, at: int) -> bool:
        """Tell whether a title phrase, with what stands before it, opens at ``at``."""
        return at in self._by_edge

    def opening(self, at: int) -> Phrase | None:
        """Return the title phrase that opens at ``at``, behind an article."""
        return self._by_edge.get(at + self.stream.stands(at, "the"))

    def closes_title(self, at: int) -> bool:
        """Tell whether a title phrase, with the bodies behind it, ends before ``at``."""
        return at in self._by_close

    def before_seat(self, at: int) -> int:
        """Return the index of the "MP" that ends before ``at`` right behind a name, else ``at``."""
        seat = self._by_close.get(at)
        if seat is None or not ("seat" in seat.head.flags and seat.head.stands_for):
            return at
        first = seat.edge - self.stream.stands(seat.edge - 1, ",")
        return first if self.stream.kind(first - 1) == "person" else at

    def opens_line(self, at: int) -> bool:
        """Tell whether only honorifics and a bullet stand before ``at`` on its line."""
        before = self.skip_styles_back(at - 1)
        while self.stream.stands(before, *BULLETS):
            before -= 1
        return self.stream.kind(before) in {"line", "gap"}
