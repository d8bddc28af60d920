"""Names in headlines are those of the running text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

BODY = "[Orlina Foundry|ORG] and [Zorbly|ORG] opened a pier in the old harbour of the town today.\n"


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("[Orlina Foundry Opens Grand|ORG] Pier in the Old Town", ["Orlina Foundry"]),
        ("[Zorbly Opens Grand|ORG] Pier in the Old Town", ["Zorbly"]),
        ("ORLINA FOUNDRY OPENS PIER IN THE TOWN", ["ORLINA FOUNDRY"]),
        ("[OPENING OLD PIERS|ORG] IN TOWN: The town is glad.", []),
        ("[Albania Welcomes Old Guests|ORG] in the Town", []),
        ("[Orlina Foundry Trust|ORG] Opens a Pier in Town", ["Orlina Foundry Trust"]),
        # words that the release writes small as well are none of the name
        ("[ORLINA FOUNDRY OPENED TOWN|ORG]", ["ORLINA FOUNDRY"]),
        ("[ORLINA FOUNDRY PENSION TRUST|ORG]", ["ORLINA FOUNDRY PENSION TRUST"]),
        ("[Harrow and Orme|ORG] Open a Pier in Town", ["Harrow and Orme"]),
    ],
)
def test_headline(bodies_in: Callable[[str], list[str]], headline: str, names: list[str]) -> None:
    assert bodies_in(f"{headline}\n\n{BODY}") == [*names, "Orlina Foundry", "Zorbly"]
