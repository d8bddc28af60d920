"""How sure it is that two people, or two bodies, are the same; and what says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from communique.resolution.profiles import Context, Profile
from communique.resolution.weights import weights


@dataclass(frozen=True)
class Feature:
    """Something that two have in common, or not: its points, and the words it was seen in."""

    name: str
    points: float
    words: str = ""

    def __str__(self) -> str:
        said = f"{self.name} {self.points:+.1f}"
        return f"{said} ({self.words})" if self.words else said


@dataclass
class Score:
    """The features of a pair; ``contradiction`` is what makes two of them whatever else there is."""

    features: list[Feature] = field(default_factory=list)
    contradiction: str | None = None

    @property
    def points(self) -> float:
        """The sum of all features."""
        return round(sum(feature.points for feature in self.features), 2)

    def joins(self, threshold: float) -> bool:
        """Whether the two are the same."""
        return self.contradiction is None and self.points >= threshold

    def add(self, name: str, points: float, words: str = "") -> None:
        """Note a feature, unless it gives nothing."""
        if points:
            self.features.append(Feature(name, round(points, 2), words))

    def __str__(self) -> str:
        said = "; ".join(map(str, self.features))
        return f"{said}; contradiction: {self.contradiction}" if self.contradiction else said


@dataclass(frozen=True)
class Seen:
    """A profile, and what stands around it in the releases that have it."""

    profile: Profile
    context: Context


def home_feature(score: Score, kind: str, one: Profile, other: Profile, nearness: float) -> None:
    """Note whether the releases speak of the same countries."""
    points = weights(kind, "evidence")
    if nearness:
        countries = sorted({name for name, _ in one.home} & {name for name, _ in other.home})
        score.add("home", points["home"] * nearness, ", ".join(countries))
    elif one.home and other.home:
        score.add("abroad", points["abroad"], f"{one.home[0][0]} / {other.home[0][0]}")


def shared(
    score: Score, kind: str, limited: tuple[str, str], keys: frozenset[str], own: frozenset[str]
) -> None:
    """Note what is in both releases beside the two themselves: a feature, and what limits it."""
    points = weights(kind, "evidence")
    feature, most = limited
    found = sorted(keys - own)
    if found:
        worth = min(points[most], points[feature] * len(found))
        score.add(feature, worth, "; ".join(found[:3]))


def names_of(one: Profile, other: Profile) -> Iterator[tuple[str, str]]:
    """Yield each name of one with each of the other, their own names first."""
    for first in one.names:
        for second in other.names:
            yield first, second
