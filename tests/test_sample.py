"""The sample under outputs/ is what the program makes of the release in seeds/, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.app import app


def test_sample_is_what_the_program_writes(
    embedded: Path, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    output = tmp_path / "sample.jsonl"
    result = CliRunner().invoke(app, ["extract", "seeds", "-o", str(output), "--quiet"])
    assert result.exit_code == 0, result.output
    assert output.read_bytes() == (repository / "outputs" / "sample.jsonl").read_bytes()
