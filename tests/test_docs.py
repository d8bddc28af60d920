"""The documentation: whole, as the program makes it, and its code runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.documentation.blocks import Block, blocks
from communique.documentation.command_tables import commands
from communique.documentation.parts import parts, renewed
from communique.documentation.record_tables import SECTIONS, models
from communique.documentation.running import run_console, run_python
from communique.records.model import Record

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]
RUN = {"console", "python", "pycon"}
#: Blocks that are read and not run; a drawing of Mermaid is held against the tables elsewhere.
READ = {"json", "toml", "text", ""}


def passages() -> Iterator[list[Block]]:
    """Yield the blocks that are run one after the other: a tutorial's, or one alone."""
    for page in PAGES:
        running = [block for block in blocks(page) if block.kind in RUN and block.runs]
        if page.name.startswith(("tutorial-", "howto-", "api.")):
            yield [block for block in running if "variable" not in block.remarks]
        else:
            yield from ([block] for block in running)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, embedded: Path) -> Path:
    """A folder with what a reader has at hand who has just cloned the repository."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    scripts = str(Path(sys.executable).parent)
    monkeypatch.setenv("PATH", f"{scripts}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "pipeline"), str(tmp_path)]))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "passage", [passage for passage in passages() if passage], ids=lambda p: str(p[0])
)
def test_code_runs_and_prints_what_is_shown(
    passage: list[Block], workplace: Path, served: Path
) -> None:
    names: dict[str, Any] = {"__name__": "__docs__"}
    quick = {**os.environ, "PATH": f"{served}{os.pathsep}{os.environ['PATH']}"}
    for block in passage:
        if "package" in block.remarks:
            install(block.remarks["package"], block.page, workplace)
        if block.kind == "console":
            environment = os.environ if "process" in block.remarks else quick
            assert not (said := run_console(block, workplace, environment)), said
        else:
            assert not (said := run_python(block, names)), said


def install(name: str, page: Path, folder: Path) -> None:
    """Leave the module and the entry points that a page shows as pip would."""
    shown = list(blocks(page))
    (module,) = (block.code for block in shown if block.kind == "python")
    (folder / f"{name}.py").write_text(module, encoding="utf-8")
    (project,) = (tomllib.loads(block.code) for block in shown if block.kind == "toml")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    lines = [
        line
        for group, entries in project["project"]["entry-points"].items()
        for line in (f"[{group}]", *(f"{entry} = {of}" for entry, of in entries.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_is_run_or_read(page: Path) -> None:
    for block in blocks(page):
        assert block.kind in RUN | READ, block
        if block.kind == "json":
            json.loads(block.code)
        elif block.kind == "toml":
            tomllib.loads(block.code)
        if "shorter" in block.remarks:
            assert block.shortened != block.code, block


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_parts_are_as_the_program_makes_them(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert renewed(text, DOCS) == text, "make pages writes it anew"


def sections(page: Path, start: str) -> dict[str, str]:
    """Return the text under each heading of the second level that begins with ``start``."""
    found = re.split(r"^## ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {
        title.removeprefix(start): text
        for title, _, text in (part.partition("\n") for part in found)
        if title.startswith(start)
    }


def test_every_command_is_documented_and_no_other() -> None:
    assert set(sections(DOCS / "cli.md", "communique ")) == set(commands())


@pytest.mark.parametrize("name", [*commands()])
def test_every_argument_and_option_is_documented(name: str) -> None:
    kinds = {p.param_type_name for p in commands()[name].params if "--help" not in p.opts}
    wanted = {(f"{kind}s", name) for kind in kinds}
    assert wanted == set(parts(sections(DOCS / "cli.md", "communique ")[name]))


def test_every_model_of_the_record_is_documented() -> None:
    made = parts((DOCS / "record.md").read_text(encoding="utf-8"))
    assert sorted(of for _, of in made) == sorted(models())
    assert set(SECTIONS) == set(models()) - {Record.__name__}


@pytest.mark.parametrize("part", models().values(), ids=lambda part: part.__name__)
def test_every_field_of_the_record_is_described(part: type[Any]) -> None:
    assert [name for name, field in part.model_fields.items() if not field.description] == []


def test_every_room_is_on_the_page_of_rooms() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
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
