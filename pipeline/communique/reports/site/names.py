"""Names of people, bodies and places across releases."""

from __future__ import annotations

from collections.abc import Iterable


class Names:
    """A list of distinct names, told apart without case; the form that came first is kept."""

    def __init__(self) -> None:
        self.forms: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, name: str) -> int:
        """Return the place of a name in the list, where it is put if it is new."""
        key = name.casefold().replace("’", "'")
        number = self._numbers.setdefault(key, len(self.forms))
        if number == len(self.forms):
            self.forms.append(name)
        return number

    def numbers(self, names: Iterable[str]) -> list[int]:
        """Return the places of several names, each once, in order."""
        return list(dict.fromkeys(map(self.number, names)))
