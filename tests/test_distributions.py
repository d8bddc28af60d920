"""What is published: the wheel and the source distribution, and the command in an empty venv."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from release_check import faults_of_distributions

ROOT = Path(__file__).parents[1]
MODEL = "models/en_communique_sm/"

#: A user's own file: a page with what stands around a release on most pages.
PAGE = """<!doctype html>
<html><head><title>Ostrand Rail and the Port of Velmar sign</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article>
<h1>Ostrand Rail and the Port of Velmar sign</h1>
<p>VELMAR, 12 March 2025 – Ines Tamboli, Director of the Velmar Port Authority, and Jonas Ekdahl,
Chief Executive of Ostrand Rail Ltd, signed a memorandum of understanding on freight by night on
Tuesday.</p>
<p>“Goods will be off the roads,” said Ms Tamboli.</p>
</article>
<footer>© 2025 Velmar Port Authority</footer>
</body></html>
"""

#: What pip says where it had no way to the packages, whatever it says in the end.
_NO_NETWORK = ("connection broken by", "NameResolutionError", "NewConnectionError", "ProxyError")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as on the machine of a user, who knows nothing of this repository."""
    ours = ("PYTHON", "VIRTUAL_ENV", "COMMUNIQUE", "COVERAGE")
    return subprocess.run(
        command,
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if not name.startswith(ours)},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel that is made from it."""
    folder = tmp_path_factory.mktemp("published")
    done = run(
        sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(published: Path) -> Path:
    (path,) = published.glob("*.whl")
    return path


def files_here(*folders: str) -> set[str]:
    """Return the files here that git doesn't ignore, but for what makes the documentation."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *folders]
    listed = run(*command, cwd=ROOT)
    assert listed.returncode == 0, listed.stderr
    return {
        name
        for name in listed.stdout.splitlines()
        if (ROOT / name).exists() and not name.startswith("pipeline/communique/documentation/")
    }


def test_the_wheel_holds_the_package_and_the_model_and_no_more(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        held = {name for name in packed.namelist() if ".dist-info/" not in name}
    package = {name.removeprefix("pipeline/") for name in files_here("pipeline")}
    assert held == package | {f"communique/{name}" for name in files_here(MODEL)}


def test_the_source_holds_what_the_wheel_is_made_of_and_no_more(published: Path) -> None:
    (path,) = published.glob("*.tar.gz")
    with tarfile.open(path) as packed:
        held = {name.partition("/")[2] for name in packed.getnames()}
    about = {"pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", ".gitignore", "PKG-INFO"}
    assert held == files_here("pipeline", MODEL) | about


def test_the_tree_makes_the_same_wheel_as_the_source(wheel: Path, tmp_path: Path) -> None:
    command = ["-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT]
    done = run(sys.executable, *command, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_readme_names_the_wheel_and_every_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"communique-{project['version']}-py3-none-any.whl" in page
    _, _, behind = page.partition("| extra | for |")
    table, _, _ = behind.partition("\n\n")
    named = {extra for extra in project["optional-dependencies"] if f"`{extra}`" in table}
    assert named == set(project["optional-dependencies"])


def test_the_metadata_is_valid(published: Path) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert faults_of_distributions(published, settings["project"]["version"]) == []
    assert faults_of_distributions(published, "99.0") != []


def test_installed_in_an_empty_venv_it_reads_a_users_own_page(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    made = run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    python = environment / "bin" / "python"
    # what is imported is compiled when it is; the rest needs no waiting for
    options = ["--no-compile", "--disable-pip-version-check", "--retries", "2", "--timeout", "30"]
    pip = [sys.executable, "-m", "pip", "--python", python]
    installed = run(*pip, "install", *options, wheel, cwd=tmp_path)
    if installed.returncode and any(sign in installed.stderr for sign in _NO_NETWORK):
        pytest.skip("no network: the packages that the wheel depends on can't be had")
    assert installed.returncode == 0, installed.stdout + installed.stderr

    (tmp_path / "freight.html").write_text(PAGE, encoding="utf-8")
    communique = environment / "bin" / "communique"
    for arguments in (
        ["extract", "freight.html", "-o", "records.jsonl"],
        ["load", "records.jsonl", "--db", "records.db"],
        ["report", "records.jsonl", "-o", "report"],
    ):
        done = run(communique, *arguments, cwd=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
    (record,) = map(json.loads, (tmp_path / "records.jsonl").read_text("utf-8").splitlines())
    assert record["source"]["format"] == "html"
    assert record["publish_date"] == "2025-03-12"
    assert {
        person["name"]: [title["title"] for title in person["titles"]]
        for person in record["people"]
    } == {"Ines Tamboli": ["Director"], "Jonas Ekdahl": ["Chief Executive"]}
    assert {"Velmar Port Authority", "Ostrand Rail Ltd"} <= {
        body["name"] for body in record["organizations"]
    }
    (agreement,) = record["agreements"]
    assert (agreement["type"], agreement["date"]["value"]) == ("mou", "2025-03-11")
    assert (tmp_path / "report" / "index.html").exists()
