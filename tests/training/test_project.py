"""The project file for spaCy's project runner: it can be read, and its commands have known options."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import typer.main

from communique.cli.app import app


def test_every_workflow_runs_dry(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "project.yml").write_text(
        (repository / "project.yml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    for folder in ("data/ner", "data/gold/train", "corpus/training"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.txt").touch()
    done = subprocess.run(
        [sys.executable, "-m", "weasel", "run", "all", str(tmp_path), "--dry"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    commands = re.findall(r"communique train .*", done.stdout)
    assert len(commands) == 2
    train = typer.main.get_command(app).commands["train"]  # type: ignore[attr-defined]
    known = {option for parameter in train.params for option in parameter.opts}
    for command in commands:
        assert set(re.findall(r"(?<=\s)--[a-z-]+", command)) <= known
