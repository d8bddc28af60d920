from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from release_check import faults_of_changelog, faults_of_changelog_form, faults_of_tree

RELEASED = """# Changelog

## [Unreleased]

## [1.1.0] - 2026-03-01

### Added

- A door.

## [1.0.0] - 2026-01-31

### Fixed

- A hinge.
"""


def test_the_changelog_has_the_form_of_keep_a_changelog(repository: Path) -> None:
    text = (repository / "CHANGELOG.md").read_text(encoding="utf-8")
    assert faults_of_changelog_form(text) == []


def test_a_changelog_ready_for_its_version() -> None:
    assert faults_of_changelog(RELEASED, "1.1.0") == []


@pytest.mark.parametrize(
    ("ready", "faulty", "told"),
    [
        ("[Unreleased]\n", "[Unreleased]\n\n### Added\n\n- A roof.\n", "still has lines"),
        ("## [Unreleased]\n", "", "the first part is not"),
        ("[1.1.0] - 2026-03-01", "[1.1.0] - 2026-02-30", "YYYY-MM-DD"),
        ("[1.1.0] - 2026-03-01", "1.1.0", "YYYY-MM-DD"),
        ("[1.0.0]", "[1.2.0]", "newest first"),
        ("[1.1.0]", "[1.0.1]", "the newest version is not 1.1.0"),
        ("### Fixed", "### Mended", "'Mended' is none of"),
    ],
)
def test_a_changelog_that_is_not_ready(ready: str, faulty: str, told: str) -> None:
    faults = faults_of_changelog(RELEASED.replace(ready, faulty), "1.1.0")
    assert any(told in fault for fault in faults), faults


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository with one commit."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "a.txt").write_text("a\n", encoding="utf-8")
    git(tmp_path, "add", "a.txt")
    git(tmp_path, "commit", "--quiet", "--message", "First")
    return tmp_path


def git(tree: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org"]
    subprocess.run(["git", "-C", tree, *who, *arguments], check=True, capture_output=True)


def test_a_tree_is_clean_or_has_its_tag(tree: Path) -> None:
    assert faults_of_tree(tree, "1.1.0") == []
    git(tree, "tag", "v1.1.0")
    assert faults_of_tree(tree, "1.1.0") == []


def test_what_is_not_committed_is_told(tree: Path) -> None:
    (tree / "b.txt").write_text("b\n", encoding="utf-8")
    assert faults_of_tree(tree, "1.1.0") == ["not committed: ?? b.txt"]


def test_tags_of_other_versions_and_other_commits_are_told(tree: Path) -> None:
    git(tree, "tag", "v1.0.0")
    assert "has the tag v1.0.0" in faults_of_tree(tree, "1.1.0")[0]
    git(tree, "commit", "--quiet", "--allow-empty", "--message", "Second")
    assert "another commit has the tag v1.0.0" in faults_of_tree(tree, "1.0.0")[0]
