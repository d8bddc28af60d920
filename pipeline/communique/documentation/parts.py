"""Parts of pages that are made by the program.

A part stands between two comments, of which the first says what it holds::

    <!-- made: options of extract -->

    (a table)

    <!-- end -->
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from communique.documentation import (
    command_tables,
    fault_tables,
    record_tables,
    rule_tables,
)

_PART = re.compile(
    r"^<!-- made: (?P<what>\w+) of (?P<of>\w+) -->\n.*?^<!-- end -->$", re.DOTALL | re.MULTILINE
)

Maker = Callable[[str, Path], str]

#: What makes each kind of part, of a name and the folder of pages.
MAKERS: Mapping[str, Maker] = {
    "arguments": lambda command, _: command_tables.arguments(command),
    "options": lambda command, _: command_tables.options(command),
    "fields": lambda model, _: record_tables.fields(model),
    "rules": lambda slot, _: rule_tables.rules(slot),
    "faults": lambda page, pages: fault_tables.faults(pages / f"{page}.md"),
}


def renewed(page: str, pages: Path) -> str:
    """Return the text of a page of the folder ``pages`` with its parts as they are made now.

    Raises ``KeyError`` where a part asks for a kind, a command or a model that there is not.
    """

    def made(match: re.Match[str]) -> str:
        what, of = match["what"], match["of"]
        return f"<!-- made: {what} of {of} -->\n\n{MAKERS[what](of, pages)}\n<!-- end -->"

    return _PART.sub(made, page)


def parts(page: str) -> list[tuple[str, str]]:
    """Return which parts a page has: ``("options", "extract")``."""
    return [(match["what"], match["of"]) for match in _PART.finditer(page)]


def renew(pages: Path) -> list[Path]:
    """Renew the parts of all pages of a folder; return the pages that changed."""
    changed = []
    for path in sorted(pages.glob("*.md")):
        before = path.read_text(encoding="utf-8")
        after = renewed(before, pages)
        if after != before:
            partial = path.with_suffix(".partial")
            partial.write_text(after, encoding="utf-8")
            partial.replace(path)
            changed.append(path)
    return changed
