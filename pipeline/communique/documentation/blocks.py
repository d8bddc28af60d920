"""The code blocks of pages.

What a block needs is said in comments right before it, which the page doesn't show::

    <!-- not run: takes hours -->
    <!-- shorter: --max-steps 200 is --max-steps 1 -->
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(
    r"(?P<remarks>(?:^<!-- [^>]+ -->\n)*)^```(?P<kind>\w*)\n(?P<code>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
_REMARK = re.compile(r"<!-- (?P<what>[\w ]+): (?P<says>[^>]+) -->")


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: the line of its fence, its kind (``console``), what it holds.

    ``remarks`` are the comments before it: ``{"not run": "takes hours"}``.
    """

    page: Path
    line: int
    kind: str
    code: str
    remarks: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"

    @property
    def runs(self) -> bool:
        """Whether the block is to be run."""
        return "not run" not in self.remarks

    @property
    def shortened(self) -> str:
        """The code as it is run in tests, where a remark makes it shorter."""
        before, _, after = self.remarks.get("shorter", "").partition(" is ")
        return self.code.replace(before, after) if before else self.code


def blocks(page: Path) -> Iterator[Block]:
    """Yield the code blocks of a page in order."""
    text = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        line = text.count("\n", 0, match.start("kind")) + 1
        remarks = {remark["what"]: remark["says"] for remark in _REMARK.finditer(match["remarks"])}
        yield Block(page, line, match["kind"], match["code"], remarks)
