"""A revision is measured beside this tree, stage by stage."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.evaluation import revisions

BEFORE = {"ner": [2.0], "whole": [10.0]}


@pytest.fixture
def trees(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    """Return the calls of git; no tree is laid out, and this one takes twice as long for names."""
    calls: list[tuple[str, ...]] = []

    def git(*arguments: str) -> str:
        calls.append(arguments)
        return str(tmp_path)

    def seconds(tree: Path, releases: object, output: object) -> dict[str, list[float]]:
        if tree != tmp_path:
            return BEFORE
        return {"ner": [4.0], "new": [0.5], "whole": [12.5]}

    monkeypatch.setattr(revisions, "_git", git)
    monkeypatch.setattr(revisions, "seconds", seconds)
    return calls


def test_both_trees_by_stage(trees: list[tuple[str, ...]], tmp_path: Path) -> None:
    medians = revisions.compare("v1", [tmp_path], turns=3)
    assert medians == {"ner": (2.0, 4.0), "whole": (10.0, 12.5), "new": (0.0, 0.5)}
    assert [call[:2] for call in trees[1:]] == [("worktree", "add"), ("worktree", "remove")]


def test_slower_than_the_limit_fails(
    trees: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert revisions.main(["v1", "seeds"]) == 1
    assert revisions.main(["v1", "seeds", "--limit", "1.3"]) == 0
    assert "1.25" in capsys.readouterr().out


def test_the_tree_is_removed_when_a_turn_fails(
    trees: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> dict[str, list[float]]:
        raise OSError("no memory")

    monkeypatch.setattr(revisions, "seconds", broken)
    with pytest.raises(OSError, match="no memory"):
        revisions.compare("v1", [tmp_path], turns=1)
    assert trees[-1][:2] == ("worktree", "remove")
