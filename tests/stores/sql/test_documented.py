"""The page on PostgreSQL: its commands run against a server."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from communique.documentation.blocks import blocks
from communique.documentation.running import run_console

from .postgresql import Server


def test_the_commands_of_the_page_run(
    server: Server, served: Path, tmp_path: Path, repository: Path
) -> None:
    shutil.copytree(repository / "seeds", tmp_path / "seeds")
    page = repository / "docs" / "howto-postgresql.md"
    (block,) = (one for one in blocks(page) if "variable" in one.remarks)
    environment = {
        **os.environ,
        "PATH": f"{served}{os.pathsep}{os.environ['PATH']}",
        block.remarks["variable"]: server.new_database(),
    }
    assert not (said := run_console(block, tmp_path, environment)), said
