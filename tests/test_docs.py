"""The documentation: whole, and its code runs."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import typer.main
from pydantic import BaseModel

from communique.cli.app import app
from communique.records import model

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

_FENCE = re.compile(
    r"(?:<!-- not run: (?P<reason>[^>]+) -->\n)?^```(?P<kind>\w+)\n(?P<code>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
_CHECKER = doctest.OutputChecker()


@dataclass(frozen=True)
class Block:
    """A fenced code block of a page."""

    page: Path
    line: int
    kind: str
    code: str
    reason: str | None

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def blocks(*kinds: str) -> Iterator[Block]:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in _FENCE.finditer(text):
            line = text.count("\n", 0, match.start("kind")) + 1
            block = Block(page, line, match["kind"], match["code"], match["reason"])
            if block.kind in kinds and block.reason is None:
                yield block


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, embedded: Path) -> Path:
    """A folder with what a reader has at hand who has just cloned the repository."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    scripts = str(Path(sys.executable).parent)
    monkeypatch.setenv("PATH", f"{scripts}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "pipeline"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("block", [*blocks("console")], ids=str)
def test_commands_run_and_print_what_is_shown(block: Block, workplace: Path) -> None:
    for part in re.split(r"^\$ ", block.code, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        done = subprocess.run(
            command, shell=True, capture_output=True, text=True, check=False, cwd=workplace
        )
        assert done.returncode == 0, done.stderr
        if shown:
            assert _CHECKER.check_output(shown, done.stdout, doctest.ELLIPSIS), done.stdout


@pytest.mark.parametrize("block", [*blocks("python", "pycon")], ids=str)
def test_python_runs(block: Block, workplace: Path) -> None:
    if block.kind == "python":
        exec(compile(block.code, str(block), "exec"), {"__name__": "__docs__"})
        return
    parser = doctest.DocTestParser()
    test = parser.get_doctest(block.code, {}, str(block), str(block.page), block.line)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=told.append)
    assert runner.failures == 0, "".join(told)


def sections(page: Path, start: str) -> dict[str, str]:
    """Return the text under each heading of the second level that begins with ``start``."""
    parts = re.split(r"^## ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {
        title.removeprefix(start): text
        for title, _, text in (part.partition("\n") for part in parts)
        if title.startswith(start)
    }


def commands() -> dict[str, Any]:
    return dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_every_command_is_documented_and_no_other() -> None:
    assert set(sections(ROOT / "docs" / "cli.md", "communique ")) == set(commands())


@pytest.mark.parametrize("name", [*commands()])
def test_every_option_is_documented_and_no_other(name: str) -> None:
    text = sections(ROOT / "docs" / "cli.md", "communique ")[name]
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `-")]
    documented = {option for row in rows for option in re.findall(r"`(-[^`]+)`", row)}
    options = {
        option
        for parameter in commands()[name].params
        for option in parameter.opts
        if option.startswith("-")
    }
    assert documented == options - {"--help", "-h"}


def models() -> Iterator[type[BaseModel]]:
    for value in vars(model).values():
        if isinstance(value, type) and issubclass(value, model._Part) and value is not model._Part:
            yield value


#: The section of docs/record.md that describes each model.
SECTIONS = {
    "Record": "Record",
    "SourceRecord": "source",
    "PipelineRecord": "pipeline",
    "DatelineRecord": "dateline",
    "PersonRecord": "people",
    "TitleRecord": "titles",
    "OrganizationRecord": "organizations",
    "AgreementRecord": "agreements",
    "AgreementDateRecord": "agreements",
    "AgreementTermRecord": "agreements",
    "GroundRecord": "agreements",
    "SignatoryRecord": "agreements",
    "DateRecord": "dates",
    "SpanText": "spans",
    "SpanOffsets": "spans",
}


@pytest.mark.parametrize("part", [*models()], ids=lambda part: part.__name__)
def test_every_field_of_the_record_is_documented(part: type[BaseModel]) -> None:
    text = sections(ROOT / "docs" / "record.md", "")[SECTIONS[part.__name__]]
    assert set(part.model_fields) <= set(re.findall(r"`(\w+)`", text))


def test_every_value_that_a_field_may_have_is_documented() -> None:
    schema = model.Record.model_json_schema()
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    known = set(re.findall(r"`([\w-]+)`", page))
    values = {
        value
        for part in schema["$defs"].values()
        for field in part["properties"].values()
        for option in (field, *field.get("anyOf", ()))
        for value in option.get("enum", ())
    }
    assert values <= known


def test_every_room_is_on_the_page_of_rooms() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    package = ROOT / "pipeline" / "communique"
    rooms = {path.parent.name for path in package.glob("*/__init__.py")}
    assert {f"`{room}/`" for room in rooms} <= set(re.findall(r"`\w+/`", page))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?://)([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        linked = page.parent / path if path else page
        assert linked.exists(), target
        if anchor:
            titles = re.findall(r"^#+ (.+)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w\- ]", "", t.lower()).replace(" ", "-") for t in titles}
            assert anchor in slugs, target
