from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from communique.records.schema import record_schema

from .conftest import Call

#: What takes long to import and must not be imported for help or a wrong call.
HEAVY = ("spacy", "numpy", "trafilatura", "sqlalchemy")


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["extract"]])
def test_help_and_wrong_calls_import_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\n"
        "from communique.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print([m for m in {HEAVY} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_importing_the_package_imports_nothing_heavy() -> None:
    program = f"import sys, communique; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_help_is_wrapped_as_wide_as_the_terminal(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    lines = [line.strip() for line in call("extract", "--help").out.splitlines()]
    first = lines.index("Write a record for each release.") + 2
    paragraph = lines[first : lines.index("", first)]
    assert len(paragraph) > 3
    assert all(len(line) > 50 for line in paragraph[:-1])


def test_the_schema_is_printed(call: Call) -> None:
    called = call("schema")
    assert called.code == 0
    assert called.out == record_schema()
    assert "agreements" in json.loads(called.out)["properties"]


def test_versions(call: Call) -> None:
    called = call("version")
    assert called.code == 0
    lines = called.out.splitlines()
    assert [line.split()[0] for line in lines] == ["communique", "model", "spaCy", "Python"]
    assert call("--version").out == lines[0] + "\n"


def test_training_needs_corpora(call: Call) -> None:
    Path("empty").mkdir()
    called = call("train", "--corpora", "empty", "--output", "work")
    assert called.code == 1
    assert "communique: empty: no corpus files" in called.err
    assert call("train", "--output", "work").code == 2


def test_a_model_that_is_trained_on_has_no_teacher(call: Call) -> None:
    for more in (["--teacher"], ["--size", "lg"], ["--pretrain-epochs", "1"]):
        called = call("train", "--start", "embedded", "--output", "work", *more)
        assert called.code == 2
        assert "--start goes with neither" in called.err
    assert not Path("work").exists()
