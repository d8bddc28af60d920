"""Disjoint sets of names, and names looked up by their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable


class Clusters:
    """Disjoint sets over ``size`` items, by index; the lowest index stands for its set.

    ``links`` gives, for an item, the rule that joined it first and the item it was joined with.
    """

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self.links: dict[int, tuple[str, int]] = {}

    def find(self, item: int) -> int:
        """Return the item that stands for the set of ``item``."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, item: int, other: int, rule: str) -> None:
        """Make one set of the sets of two items; ``rule`` says why."""
        low, high = sorted((self.find(item), self.find(other)))
        self._parent[high] = low
        if item != other:
            self.links.setdefault(item, (rule, other))
            self.links.setdefault(other, (rule, item))

    def only(self, items: Iterable[int]) -> int | None:
        """Return the set that all items are in; None when there are several, or no items."""
        roots = {self.find(item) for item in items}
        return roots.pop() if len(roots) == 1 else None


class WordIndex:
    """Which names hold a word, so that only names that share all words are compared."""

    def __init__(self) -> None:
        self._holders: dict[str, set[int]] = defaultdict(set)

    def add(self, name: int, words: Iterable[str]) -> None:
        """Enter a name by its words."""
        for word in words:
            self._holders[word].add(name)

    def holders(self, words: Collection[str]) -> set[int]:
        """Return the names that hold every one of the words; none for no words."""
        found = sorted((self._holders.get(word, set()) for word in words), key=len)
        return set.intersection(*found) if found else set()
