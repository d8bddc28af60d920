from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from communique.evaluation.soak import Look, growth, main, rates
from communique.evaluation.varied import varied

TEXTS = [
    "Pier opens\n\nMarta Okonjo spoke on 3 March 2024.\n\nThe pier cost $1,200 in 1998.",
    "Tallberg Foundry closes its hall. It has 7 halls more.",
    "  \n\n ",
]


def test_varied_texts_are_the_same_each_time_and_never_alike() -> None:
    made = list(varied(TEXTS, 300, words=4))
    assert made == list(varied(TEXTS, 300, words=4))
    assert made != list(varied(TEXTS, 300, words=4, seed=1))
    assert Counter(map(str.casefold, made)).most_common(1)[0][1] == 1
    assert all(len(text.split()) >= 4 for text in made)
    dates = {match[0] for text in made for match in re.finditer(r"\d+ March (?:19|20)\d\d", text)}
    assert len(dates) > 20
    assert len(next(varied(TEXTS, 1, words=10)).split()) >= 10 + 4


def test_memory_and_speed_are_those_of_the_looks_beside() -> None:
    looks = [Look(float(second), max(0, 10 * (second - 5)), 100, second) for second in range(106)]
    early, late = growth(looks, 1000)
    assert (early.done, early.memory) == (80, 113)  # the median of those at 50 to 100
    assert (late.done, late.memory) == (980, 203)
    apart = [Look(1.0, 0, 1, 0), Look(2.0, 300, 2, 0), Look(3.0, 1000, 3, 0)]
    assert growth(apart, 1000) == (apart[1], apart[2])
    assert rates(looks) == (pytest.approx(10), pytest.approx(10))
    slower = [*looks, *(Look(105.0 + 2 * n, 1000 + 10 * n, 1, 1) for n in range(1, 101))]
    assert rates(slower) == (pytest.approx(10), pytest.approx(5))
    with pytest.raises(ValueError, match="too short"):
        rates([Look(1.0, 0, 1, 1), Look(2.0, 5, 1, 1)])


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_short_soak(tmp_path: Path, ruled_model: str, capsys: pytest.CaptureFixture[str]) -> None:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    call = [str(tmp_path), "--releases", "200", "--words", "60", "--every", "0.02"]
    assert main([*call, "--model", ruled_model, "--work", str(tmp_path)]) in {0, 1}
    told = capsys.readouterr().out
    assert "records  200 of 200" in told
    assert re.search(r"growth +[+-]\d", told)
    assert re.search(r"speed +first tenth [\d.]+, last tenth [\d.]+ docs/s", told)
    memory = [float(line.split()[2]) for line in told.splitlines()[2:4]]
    assert min(memory) > 10
