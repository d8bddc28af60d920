"""Running the code blocks of pages, and holding what comes of it against what the pages show."""

from __future__ import annotations

import doctest
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from communique.documentation.blocks import Block

_CHECKER = doctest.OutputChecker()
_LIKE_SHOWN = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def run_console(block: Block, folder: Path, environment: Mapping[str, str]) -> str:
    """Run the commands of a block in a folder; return what is other than shown, empty if nothing.

    A command must end well; what it prints must be what stands under it, where anything does. ``...``
    stands for any output.
    """
    for part in re.split(r"^\$ ", block.shortened, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        while command.endswith("\\"):
            line, _, shown = shown.partition("\n")
            command = f"{command}\n{line}"
        done = subprocess.run(  # noqa: S602 - the project's own pages
            command,
            shell=True,
            capture_output=True,
            text=True,
            check=False,
            cwd=folder,
            env=dict(environment),
        )
        if done.returncode:
            return f"$ {command}\n{done.stderr}"
        if shown and not _CHECKER.check_output(shown, done.stdout, doctest.ELLIPSIS):
            return f"$ {command}\n{done.stdout}"
    return ""


def run_python(block: Block, names: dict[str, Any]) -> str:
    """Run a block of Python in this process; return what is other than shown, empty if nothing.

    ``names`` are those that the block knows, and to which it adds its own. What a block without
    prompts raises is raised.
    """
    if block.kind == "python":
        exec(compile(block.shortened, str(block), "exec"), names)  # noqa: S102 - as above
        return ""
    parser = doctest.DocTestParser()
    test = parser.get_doctest(block.shortened, names, str(block), str(block.page), block.line)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=_LIKE_SHOWN)
    runner.run(test, out=told.append, clear_globs=False)
    names.update(test.globs)
    return "".join(told)
