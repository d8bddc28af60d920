from __future__ import annotations

from pathlib import Path

import pytest

from communique.reports.site.folder import FolderError, SiteFolder


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "site"
    with SiteFolder(folder) as site:
        site.write("index.html", "old")
        site.write("releases/ab/x.html", "old")
        site.write("gone.html", "old")
    (folder / "CNAME").write_text("kept")
    with SiteFolder(folder) as site:
        site.write("index.html", "new")
        site.write("releases/cd/y.html", "new")
    assert names(folder) == {"index.html", "releases/cd/y.html", "report.json", "CNAME"}
    assert (folder / "index.html").read_text() == "new"


def test_a_site_that_is_not_finished_leaves_the_old_one(tmp_path: Path) -> None:
    with SiteFolder(tmp_path) as site:
        site.write("index.html", "old")

    def stopped() -> None:
        with SiteFolder(tmp_path) as site:
            site.write("index.html", "new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert names(tmp_path) == {"index.html", "report.json"}
    assert (tmp_path / "index.html").read_text() == "old"


def test_what_a_killed_run_left_goes(tmp_path: Path) -> None:
    leftover = tmp_path / ".building-12345678"
    leftover.mkdir()
    (leftover / "index.html").touch()
    with SiteFolder(tmp_path) as site:
        site.write("index.html", "new")
    assert names(tmp_path) == {"index.html", "report.json"}


def test_a_folder_of_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(FolderError, match="holds files and no report"):
        SiteFolder(tmp_path).__enter__()
    with SiteFolder(tmp_path, overwrite=True) as site:
        site.write("index.html", "new")
    assert (tmp_path / "thesis.txt").read_text() == "mine"
    with pytest.raises(FolderError, match="is a file"):
        SiteFolder(tmp_path / "thesis.txt").__enter__()


@pytest.mark.parametrize(
    "manifest", ["", "[]", '{"files": ["x"]}', '{"made_by": "communique report", "files": 3}']
)
def test_a_manifest_of_something_else_is_none(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "report.json").write_text(manifest)
    with pytest.raises(FolderError):
        SiteFolder(tmp_path).__enter__()


def test_a_manifest_cannot_name_what_lies_elsewhere(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "report.json").write_text(
        '{"made_by": "communique report", "files": ["../outside", "..", "/etc"]}'
    )
    with SiteFolder(folder) as site:
        site.write("index.html", "new")
    assert outside.is_dir()
