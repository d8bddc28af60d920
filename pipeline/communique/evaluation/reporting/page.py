"""An evaluation as one self-contained page: tables and plots, nothing fetched, no script."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from communique.evaluation.reporting.plots import draw
from communique.evaluation.reporting.sections import Section
from communique.evaluation.reporting.signs import shown


def render(title: str, sections: Sequence[Section]) -> str:
    """Return the page. Every text is escaped; plots are left out where they cannot be drawn."""
    loader = PackageLoader("communique.evaluation.reporting", ".")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["shown"] = shown
    drawn = [
        Markup(svg) if section.plot and (svg := draw(section.plot)) else None  # noqa: S704 - ours
        for section in sections
    ]
    missing = any(section.plot for section in sections) and not any(drawn)
    return environment.get_template("page.html.j2").render(
        title=title, sections=list(zip(sections, drawn, strict=True)), missing=missing
    )
