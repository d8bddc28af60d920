"""An evaluation as JSON, with everything that it holds."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from communique.evaluation.causes import Difference
from communique.evaluation.contest import Contest
from communique.evaluation.evaluation import Evaluation, Figure, Group

_DIGITS = 6


def evaluation_json(found: Evaluation) -> str:
    """Return an evaluation as one object, ending in a newline."""
    return _written(_evaluation(found))


def contest_json(both: Contest) -> str:
    """Return a contest as one object, ending in a newline."""
    first, second = both.first.all.figures, both.second.all.figures
    compared = {
        name: {
            "difference": _rounded(second[name].score.f1 - first[name].score.f1),
            "p": _rounded(p),
        }
        for name, p in both.p.items()
    }
    changes = [
        {
            "release": change.release,
            "gains": [dataclasses.asdict(one) for one in change.gains],
            "losses": [dataclasses.asdict(one) for one in change.losses],
        }
        for change in both.changes
    ]
    value = {
        "a": _evaluation(both.first),
        "b": _evaluation(both.second),
        "figures": compared,
        "changes": changes,
    }
    return _written(value)


def _evaluation(found: Evaluation) -> dict[str, Any]:
    value: dict[str, Any] = {
        "gold": {
            "folder": found.gold.folder,
            "fingerprint": found.gold.fingerprint,
            "errors": [dataclasses.asdict(error) for error in found.gold.errors],
            "errors_left_out": found.gold.left_out,
        },
        "system": found.system,
        "absent": list(found.absent),
        "resampling": dataclasses.asdict(found.resampling),
        **_group(found.all),
        "groups": {
            field: {group.name: _group(group) for group in groups}
            for field, groups in found.groups.items()
        },
    }
    if found.mistakes is not None:
        value["causes"] = [
            {"figure": figure, "cause": cause, "missed": count[True], "extra": count[False]}
            for (figure, cause), count in found.by_cause().items()
        ]
        value["errors"] = [_mistake(release, one) for release, one in found.mistakes]
    return value


def _mistake(release: str, one: Difference) -> dict[str, Any]:
    return {"release": release, **dataclasses.asdict(one)}


def _group(group: Group) -> dict[str, Any]:
    figures = {name: _figure(figure) for name, figure in group.figures.items()}
    return {"releases": group.releases, "figures": figures}


def _figure(figure: Figure) -> dict[str, float | None]:
    score = figure.score
    return {
        "precision": _rounded(score.precision),
        "recall": _rounded(score.recall),
        "f1": _rounded(score.f1),
        "low": _rounded(figure.low),
        "high": _rounded(figure.high),
        "macro": None if figure.macro is None else _rounded(figure.macro),
        "right": _rounded(score.right),
        "recalled": _rounded(score.got_back),
        "found": score.found,
        "gold": score.gold,
    }


def _rounded(value: float) -> float:
    return round(value, _DIGITS)


def _written(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
