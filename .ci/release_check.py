"""What must be so before a version is published, beside green tests: ``make release-check``.

    python .ci/release_check.py          # the working tree, the changelog and the tags
    python .ci/release_check.py dist     # the distributions in a folder

Faults are printed, and the exit code is 1 where there is one.
"""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from itertools import pairwise
from pathlib import Path

from packaging.metadata import InvalidMetadata, Metadata
from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).parents[1]

#: The headings of a version that Keep a Changelog knows.
KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
_VERSION = re.compile(r"\[(?P<version>[^]]+)\] - (?P<day>\S+)")
_UNRELEASED = "[Unreleased]"


def faults_of_changelog_form(text: str) -> list[str]:
    """Return what is not as Keep a Changelog has it: headings, their order, days."""
    faults: list[str] = []
    titles = re.findall(r"^## (.+)$", text, re.MULTILINE)
    if titles[:1] != [_UNRELEASED]:
        faults.append(f"CHANGELOG.md: the first part is not {_UNRELEASED}")
    versions = [_version_of(title) for title in titles[1:]]
    faults += [
        f"CHANGELOG.md: {title!r} is not “[X.Y.Z] - YYYY-MM-DD”"
        for title, version in zip(titles[1:], versions, strict=True)
        if version is None
    ]
    known = [version for version in versions if version is not None]
    if any(newer <= older for newer, older in pairwise(known)):
        faults.append("CHANGELOG.md: versions do not stand newest first")
    faults += [
        f"CHANGELOG.md: {kind!r} is none of {', '.join(KINDS)}"
        for kind in re.findall(r"^### (.+)$", text, re.MULTILINE)
        if kind not in KINDS
    ]
    return faults


def _version_of(title: str) -> Version | None:
    match = _VERSION.fullmatch(title)
    try:
        if match is None or not dt.date.fromisoformat(match["day"]):
            return None
        return Version(match["version"])
    except ValueError:  # of a day; an invalid version's is one, too
        return None


def faults_of_changelog(text: str, version: str) -> list[str]:
    """Return what the changelog lacks for a release of ``version``."""
    faults = faults_of_changelog_form(text)
    _, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    if parts and parts[0].startswith(_UNRELEASED) and re.search(r"^- ", parts[0], re.MULTILINE):
        faults.append(f"CHANGELOG.md: {_UNRELEASED} still has lines; they belong to {version}")
    if len(parts) < 2 or not parts[1].startswith(f"[{version}] - "):
        faults.append(f"CHANGELOG.md: the newest version is not {version}")
    return faults


def faults_of_tree(root: Path, version: str) -> list[str]:
    """Return what of a repository is not committed, and a tag that is of another version."""

    def git(*arguments: str) -> list[str]:
        command = ["git", "-C", str(root), *arguments]
        return subprocess.run(
            command, capture_output=True, text=True, check=True
        ).stdout.splitlines()

    faults = [f"not committed: {line}" for line in git("status", "--porcelain")]
    here = git("tag", "--points-at", "HEAD")
    tag = f"v{version}"
    faults += [
        f"the commit has the tag {other}, and the version is {version}"
        for other in here
        if re.match(r"v\d", other) and other != tag
    ]
    if tag not in here and git("tag", "--list", tag):
        faults.append(f"another commit has the tag {tag}: raise the version in pyproject.toml")
    return faults


def faults_of_distributions(folder: Path, version: str) -> list[str]:
    """Return what is wrong with the wheel and the source distribution of ``version`` in a folder.

    They have to be there, and no other; their metadata has to be valid, of this version, and to
    bring the README along as Markdown.
    """
    wheel = f"communique-{version}-py3-none-any.whl"
    source = f"communique-{version}.tar.gz"
    there = {path.name for path in folder.iterdir()}
    if there != {wheel, source}:
        return [f"{folder} holds {', '.join(sorted(there))} and not {wheel}, {source}"]
    with zipfile.ZipFile(folder / wheel) as packed:
        of_wheel = packed.read(f"communique-{version}.dist-info/METADATA")
    with tarfile.open(folder / source) as packed_source:
        member = packed_source.extractfile(f"communique-{version}/PKG-INFO")
        of_source = member.read() if member else b""
    faults: list[str] = []
    if message_from_bytes(of_wheel).items() != message_from_bytes(of_source).items():
        faults.append("the metadata of wheel and source differ")
    try:
        metadata = Metadata.from_email(of_wheel, validate=True)
    except* (InvalidMetadata, InvalidVersion) as group:
        faults += [f"{wheel}: {error}" for error in group.exceptions]
    else:
        if str(metadata.version) != version:
            faults.append(f"{wheel}: the version is {metadata.version}")
        if metadata.description_content_type != "text/markdown" or not metadata.description:
            faults.append(f"{wheel}: the README is missing, or no Markdown")
    return faults


def main(arguments: list[str]) -> int:
    """Print the faults and return the exit code."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    version = settings["project"]["version"]
    if arguments:
        faults = faults_of_distributions(Path(arguments[0]), version)
    else:
        changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        faults = [*faults_of_tree(ROOT, version), *faults_of_changelog(changelog, version)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
