"""What contributors are asked and helped with says what is so."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from communique.evaluation.gold_errors import KINDS


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_template_for_gold_errors_offers_the_kinds_that_the_log_takes(
    repository: Path,
) -> None:
    form = read(repository / ".github" / "ISSUE_TEMPLATE" / "gold-error.yml")
    (kinds,) = [part for part in form["body"] if part.get("id") == "kind"]
    assert kinds["attributes"]["options"] == list(KINDS)


def test_the_hooks_are_valid_and_fetch_nothing(repository: Path) -> None:
    path = repository / ".pre-commit-config.yaml"
    validated = [sys.executable, "-m", "pre_commit", "validate-config", str(path)]
    subprocess.run(validated, check=True)
    settings = read(path)
    assert [one["repo"] for one in settings["repos"]] == ["local"]
    for hook in settings["repos"][0]["hooks"]:
        program = Path(hook["entry"].split()[0])
        assert program.parent == Path(".venv/bin")
        assert shutil.which(program.name, path=str(Path(sys.executable).parent))


def test_the_guide_names_rooms_tests_and_pages_that_are_there(repository: Path) -> None:
    guide = (repository / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _, _, behind = guide.partition("## Where a change belongs\n")
    table, _, _ = behind.partition("\n## ")
    named = re.findall(r"`([\w./-]*[./][\w./-]*)`", table)
    assert len(named) > 60
    there = {
        f"/{path.relative_to(repository)}"
        for folder in ("pipeline", "corpus", "models", "tests", "docs")
        for path in (repository / folder, *(repository / folder).rglob("*"))
    }
    missing = [
        name for name in named if not any(path.endswith(f"/{name.rstrip('/')}") for path in there)
    ]
    assert missing == []
