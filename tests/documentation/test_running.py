"""Code blocks of pages: found with their remarks, run, and held against what is shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from communique.documentation.blocks import Block, blocks
from communique.documentation.running import run_console, run_python

PAGE = """# A page

<!-- shorter: 1000 is 2 -->
<!-- variable: WHERE -->
```console
$ echo 1000
```

<!-- not run: takes hours -->
```python
1 / 0
```

```
a drawing
```
"""


def block(kind: str, code: str) -> Block:
    return Block(Path("page.md"), 1, kind, code, {})


def test_blocks_have_their_place_their_kind_and_remarks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    first, second, third = blocks(page)
    assert (str(first), first.kind, first.code) == ("page.md:5", "console", "$ echo 1000\n")
    assert first.remarks == {"shorter": "1000 is 2", "variable": "WHERE"}
    assert first.shortened == "$ echo 2\n"
    assert (first.runs, second.runs, third.runs) == (True, False, True)
    assert (third.kind, third.remarks, third.shortened) == ("", {}, "a drawing\n")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("$ echo one\none\n$ echo two\n", ""),
        ("$ echo one two\none ...\n", ""),
        ("$ echo one\ntwo\n", "$ echo one\none\n"),
        ("$ echo lost >&2; false\n", "$ echo lost >&2; false\nlost\n"),
        ("$ echo one \\\n    two\none two\n", ""),
        ("$ pwd >where; echo $MARK\nseen\n", ""),
    ],
)
def test_commands_are_held_against_what_is_shown(code: str, said: str, tmp_path: Path) -> None:
    environment = {**os.environ, "MARK": "seen"}
    assert run_console(block("console", code), tmp_path, environment) == said


def test_python_is_held_against_what_is_shown_and_keeps_its_names() -> None:
    names: dict[str, object] = {}
    assert run_python(block("pycon", ">>> n = 2\n>>> n\n2\n"), names) == ""
    assert run_python(block("python", "n += 1\n"), names) == ""
    assert run_python(block("pycon", ">>> n\n3\n"), names) == ""
    assert "Got:\n    3" in run_python(block("pycon", ">>> n\n4\n"), names)
    with pytest.raises(ZeroDivisionError):
        run_python(block("python", "n / 0\n"), names)
