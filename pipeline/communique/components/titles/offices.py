"""Title phrases that stand together: one title joined ("Chairman and CEO"), or several in a row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.components.titles.beside import Body
from communique.components.titles.ordinals import is_ordinal
from communique.components.titles.phrase import Phrase
from communique.components.titles.rules import complements, word_lists
from communique.components.titles.stream import Stream
from communique.components.titles.types import TitleTime

_JOINERS = frozenset(["and", "&", "/", ",", "concurrently"])
#: Between offices of one person that are several titles: "President, A; Trustee, B".
_PARTING = frozenset([";", "–", "-", "—"])
_DASHES = (("–",), ("-",), ("—",))
_CONJUNCTIONS = frozenset(["and", "&", "/"])
_MAX_JOINT = 4
_PAIR = 2
_FIRSTS = ("first", "only", "last", "latest", "second", "third")

#: A phrase with the words that join it to the one before.
Joined = tuple[Phrase, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Office:
    """One title made of one or more phrases ("Chairman and CEO").

    ``joint`` are the words that join it to the office before in its cluster.
    """

    phrases: tuple[Phrase, ...]
    joint: tuple[str, ...] = ()

    @property
    def first(self) -> Phrase:
        """The phrase it starts with."""
        return self.phrases[0]

    @property
    def last(self) -> Phrase:
        """The phrase it ends with, whose bodies are its own."""
        return self.phrases[-1]

    @property
    def plural(self) -> bool:
        """Whether its words name several holders."""
        return any(p.head.plural for p in self.phrases)

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies named beside it, those after it before those in front."""
        return self.last.after or self.first.before

    @property
    def when(self) -> TitleTime | None:
        """When it is held, where a word beside it says so."""
        return next((p.when for p in self.phrases if p.when), None)

    @property
    def bare(self) -> bool:
        """Whether nothing but its head is given."""
        first = self.first
        return not (self.bodies or first.complement or first.first < first.head_at)

    def with_last(self, phrase: Phrase) -> Office:
        """Return the office with another reading of its last phrase."""
        return Office((*self.phrases[:-1], phrase), self.joint)

    def loosened(self) -> Office:
        """Return the office with the reading that takes in what follows a comma."""
        return self.with_last(self.last.loose) if self.last.loose else self


def loosened(offices: list[Office]) -> list[Office]:
    """Return the offices of a cluster, the last with what follows its comma."""
    return [*offices[:-1], offices[-1].loosened()]


def with_body(offices: list[Office], body: Body | None) -> list[Office]:
    """Return the offices of a cluster held at ``body``, where none names one itself."""
    if body is None or any(office.bodies for office in offices):
        return offices
    return [o.with_last(replace(o.last, after=(body,))) for o in offices]


def read_offices(stream: Stream, phrases: list[Phrase]) -> list[list[Office]]:
    """Return the offices of a document in clusters: those that only joining words part."""
    return [_offices(cluster) for cluster in _clusters(stream, phrases)]


def _opens_another(stream: Stream, left: Phrase, right: Phrase, joined: tuple[str, ...]) -> bool:
    """Tell whether "and" begins another's office: "Premier A, Minister of Tea, and Minister of Tin B"."""
    if joined[:2] != (",", "and") or (right.loose is not None and right.loose.after):
        return False
    fronts = stream.kind(right.close) == "person" or stream.is_honorific(right.close)
    return fronts and stream.stands(left.edge - 1, ",") and stream.kind(left.edge - 2) == "person"


def _clusters(stream: Stream, phrases: list[Phrase]) -> list[list[Joined]]:
    clusters: list[list[Joined]] = []
    for phrase in phrases:
        joined: tuple[str, ...] = ()
        if clusters and not _is_anothers(stream, clusters[-1][-1][0], phrase):
            previous, words = clusters[-1][-1]
            if previous.loose is not None:
                joined = _joint(stream, previous.loose.close, phrase.edge)
                if joined and not (";" in joined and _fronts(stream, phrase)):
                    clusters[-1][-1] = (previous.loose, words)
            joined = joined or _joint(stream, previous.close, phrase.edge)
            if ";" in joined and (len(joined) > 1 or _fronts(stream, phrase)):
                joined = ()
            several = phrase.head.plural and not previous.head.plural and "and" not in joined
            if several or (joined and _opens_another(stream, previous, phrase, joined)):
                joined = ()  # "Jane Roe, Chair of Acme, the Directors said"
        if joined:
            clusters[-1].append((phrase, joined))
        else:
            clusters.append([(phrase, ())])
    return clusters


def _joint(stream: Stream, at: int, edge: int) -> tuple[str, ...]:
    """Return the joining words from ``at`` to ``edge``, none where others stand there."""
    if not 0 < edge - at <= _MAX_JOINT or stream.lower(at) not in _JOINERS | _PARTING:
        return ()
    words = tuple(stream.lower(k) for k in range(at, edge))
    joining = _JOINERS | _PARTING | word_lists("attachment.toml")["articles"]
    return words if all(w in joining or is_ordinal(w) for w in words) else ()


def _fronts(stream: Stream, phrase: Phrase) -> bool:
    """Tell whether a phrase, in either reading, stands before a name."""
    for reading in (phrase, phrase.loose):
        if reading is not None:
            name = reading.close + stream.stands(reading.close, ",")
            if stream.kind(name) == "person" or stream.is_honorific(name):
                return True
    return False


def _is_anothers(stream: Stream, left: Phrase, right: Phrase) -> bool:
    """Tell whether an office of state is somebody else's than the one behind it.

    "The Vice President and Secretary Roe", "the President, Orla Chief of Staff Jane Roe".
    """
    bare = left.first == left.head_at and not (left.complement or left.after or left.before)
    if not bare or not left.capital or not stream.suits(left.head, "sole"):
        return False
    if not stream.stands(left.edge - 1, "the") or right.complement:
        return False
    if "rank" in right.head.flags and not stream.suits(right.head, "sole"):
        return False
    named = stream.kind(right.close) == "person" or stream.is_honorific(right.close)
    own = right.before or "nation" in right.head.flags or right.head.words == "secretary"
    return named and bool(own)


def _offices(cluster: list[Joined]) -> list[Office]:
    offices: list[Office] = []
    at = 0
    while at < len(cluster):
        end = at + 1
        while end < len(cluster) and _one_title(cluster[end - 1][0], *cluster[end]):
            end += 1
        if end - at > 2 and "," in cluster[end - 1][1] and cluster[end - 1][0].complement:
            # "Chief of Staff, Deputy Chief of Staff, and Director of Roads" is three
            offices += (Office((phrase,), joint) for phrase, joint in cluster[at:end])
            at = end
            continue
        own = any(not b.place for b in cluster[end - 1][0].after)
        if (
            end - at > 1
            and own
            and any(
                p.complement and not (p.bracketed and len(cluster) == _PAIR)
                for p, _ in cluster[at : end - 1]
            )
        ):
            end -= 1  # "Assistant to the President and Director of the Council" is two
        joined = [words for _, words in cluster[at + 1 : end]]
        while end - at > 1 and not any(
            _CONJUNCTIONS & set(words) or words in _DASHES for words in joined
        ):
            end -= 1  # a series joined by commas alone is several titles
        offices.append(Office(tuple(p for p, _ in cluster[at:end]), cluster[at][1]))
        at = end
    return offices


def _ranks_as_minister(left: Phrase, right: Phrase) -> bool:
    """Tell whether a dash joins an office of one: "Deputy Prime Minister – Minister of Energy"."""
    prime = "prime" in {*left.words, *left.head.words.split()}
    return prime and right.complement and not (left.after or right.before)


def _one_title(left: Phrase, right: Phrase, words: tuple[str, ...]) -> bool:
    """Tell whether two phrases side by side are one title of one body."""
    if words in _DASHES and _ranks_as_minister(left, right):
        return True
    if left.after or right.before or any(w not in _JOINERS for w in words):
        return False
    if left.before and right.after:
        return False
    if right.when is not None and right.when != left.when:
        return False
    if "seat" in left.head.flags and left.head.stands_for:
        return False  # "Jane Roe MP, Minister for Ports"
    if "seat" in right.head.flags and right.after and right.first == right.head_at:
        return False
    if right.when is not None and left.before:
        return False  # "Former Ayr Administrator and Former Astronaut"
    if "rank" in left.head.flags and left.head.words not in {"professor", "councillor"}:
        return False
    if "rank" in right.head.flags and words == (",",) and not right.after:
        return False  # "Minister for Law, Professor Jane Roe"
    if right.after and not all(b.place for b in right.after):
        business = {left.head.words, right.head.words} & {
            "president",
            "vice president",
            "chairman",
            "chair",
        }
        national = ["nation" in p.head.flags for p in (left, right)]
        field = left.complement and (not left.bracketed or "," in words)
        return not field and (national[0] == national[1] or bool(business))
    return True


def is_office(office: Office, rule: str) -> bool:
    """Tell whether a phrase is an office where ``rule`` found it.

    A seat needs a board or the like; "leader" or "partner" in lower case needs a body or a field.
    """
    last = office.last
    if "seat" in last.head.flags and last.head.words == "member":
        names = [b.name for p in office.phrases for b in (*p.before, *p.after)]
        words = {w.lower().strip(",.") for name in names for w in name.split()}
        named = last.capital or bool(set(last.words) & complements("seat_modifiers"))
        board = (last.first < last.head_at and named) or last.complement
        if rule == "list":
            return board or last.capital or bool(words & complements("seat_bodies"))
        if last.capital and not names:
            return True
        if rule == "front" and not office.plural and not board:
            return False
        return len(office.phrases) > 1 or board or bool(words & complements("seat_bodies"))
    if last.head.words == "author" and not office.first.capital and rule != "front":
        return False  # "is the author of Paths of Trade"
    if last.head.words in complements("weak") and not office.first.capital and rule != "front":
        return bool(office.bodies) or last.complement or last.first < last.head_at
    return True


def is_described(stream: Stream, offices: list[Office]) -> bool:
    """Tell whether "is a …" rather describes than names a job: "is a leader", not "is a lawyer".

    Who is a "leading" or "top" one of a trade is praised.
    """
    first, last = offices[0].first, offices[-1]
    if first.capital:
        return False
    if stream.stands(first.first, *_FIRSTS) and stream.stands(last.last.close, "to"):
        return True  # "was the first president to"
    praised = stream.stands(first.first, "leading") or stream.stands(first.edge - 1, "top")
    return (last.bare and "post" not in last.last.head.flags) or (praised and not last.bodies)


def distributes(stream: Stream, office: Office, holders: int) -> bool:
    """Tell whether an office of several is held at one body by each: "CEOs of Acme and Bute Oil".

    What is chaired, founded or sat on in common is no one's alone, unless "respectively" says so.
    """
    if not office.plural or holders < _PAIR or len(office.last.after) != holders:
        return False
    if stream.stands(office.last.close, "respectively") or stream.stands(
        office.last.close + 1, "respectively"
    ):
        return True
    common = office.last.head.words.startswith("co-") or "seat" in office.last.head.flags
    return not common and not stream.suits(office.last.head, "in_common")


def is_award(stream: Stream, office: Office) -> bool:
    """Tell whether an office is an award: "Teacher of the Year"."""
    at = office.phrases[-1].head_at + 1
    return any(
        stream.stands(k, "year", "month", "decade", "century") and stream.stands(k - 1, "the")
        for k in (at + 1, at + 2)
    )
