r"""Links and tables of the site: a hook of MkDocs.

Pages link to each other, and to files of the repository, by the paths that these have there. On the
site the README is the first page, and whatever else a page links to outside its folder is brought in
under ``repository/``: Markdown as a page, other texts as a page that shows them.

A bar in a cell is written ``\|`` in the pages. MkDocs leaves the backslash where the cell holds code.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

#: The first page of the site, and pages that are on it although none may link to them.
FIRST = "README.md"
ALSO = ("CONTRIBUTING.md", "CHANGELOG.md")

_PAGES = "docs/"
_BROUGHT = "repository/"
_LINK = re.compile(r"(?<=\]\()(?P<path>[^)\s#:]+)(?P<anchor>#[^)\s]*)?(?=\))")
_CELL = re.compile(r"<td\b.*?</td>", re.DOTALL)
_CODE = re.compile(r"(^(?:`{3,})[^\n]*\n.*?^`{3,}$|`[^`\n]+`)", re.DOTALL | re.MULTILINE)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Bring in what pages link to outside their folder, and what that links to."""
    root = Path(config.config_file_path).parent
    waiting = [*(_PAGES + file.src_uri for file in files.documentation_pages()), FIRST, *ALSO]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen or not (root / name).is_file():
            continue
        seen.add(name)
        text = (root / name).read_text(encoding="utf-8")
        if name.endswith(".md"):
            linked = (_target(name, link["path"]) for link in _links(text))
            waiting += (target for target in linked if not target.startswith(_PAGES))
        else:
            text = f"# {posixpath.basename(name)}\n\n````text\n{text.rstrip()}\n````\n"
        if not name.startswith(_PAGES):
            page = File.generated(
                config, address(name), content=text, inclusion=InclusionLevel.NOT_IN_NAV
            )
            files.append(page)
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Turn links by the paths of the repository into links of the site."""
    del config, files
    here = page.file.src_uri
    return turned(markdown, here)


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Take the backslash from bars in cells of tables."""
    del page, config, files
    return _CELL.sub(lambda cell: cell[0].replace(r"\|", "|"), html)


def turned(markdown: str, here: str) -> str:
    """Return the Markdown of the page at ``here`` on the site with the site's links."""
    name = _name(here)

    def turn(link: re.Match[str]) -> str:
        to = address(_target(name, link["path"]))
        return posixpath.relpath(to, posixpath.dirname(here) or ".") + (link["anchor"] or "")

    pieces = _CODE.split(markdown)
    pieces[::2] = [_LINK.sub(turn, piece) for piece in pieces[::2]]
    return "".join(pieces)


def address(name: str) -> str:
    """Return the page of the site, or the file on it, that is a file of the repository."""
    if name == FIRST:
        return "index.md"
    if name.startswith(_PAGES):
        return name.removeprefix(_PAGES)
    return _BROUGHT + (name if name.endswith(".md") else f"{name}.md")


def _name(address_: str) -> str:
    """Return the file of the repository that a page of the site is made of."""
    if address_ == "index.md":
        return FIRST
    if address_.startswith(_BROUGHT):
        return address_.removeprefix(_BROUGHT)
    return _PAGES + address_


def _links(markdown: str) -> Iterator[re.Match[str]]:
    for prose in _CODE.split(markdown)[::2]:
        yield from _LINK.finditer(prose)


def _target(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
