"""The pages' templates, with everything escaped that is not markup of the site's own."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from communique.reports.site.pieces import anchor

#: What a page may load and do: its own files, and nothing from elsewhere.
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src data:; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
)


class Pages:
    """Renders the pages of one site."""

    def __init__(self, title: str) -> None:
        self._environment = Environment(
            loader=PackageLoader("communique.reports.site"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._environment.globals.update(site_title=title, policy=POLICY)
        self._environment.filters.update(words=_words, number=_number, jump=anchor)

    def render(self, template: str, *, root: str = "", **values: Any) -> str:  # noqa: ANN401 - of any kind
        """Return a page; ``root`` leads from it to the top of the site."""
        return self._environment.get_template(template).render(root=root, **values)


def _words(value: str) -> str:
    return value.replace("_", " ")


def _number(value: int) -> str:
    return f"{value:,}"
