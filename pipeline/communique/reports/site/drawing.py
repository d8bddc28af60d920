"""Charts as static SVG, drawn by Vega; none where the extra ``plots`` is not installed.

A specification is a dict of Vega or Vega-Lite. Colours are custom properties of the page's style
sheet (``var(--ink)``), so that a chart follows its theme.
"""

from __future__ import annotations

import re
from functools import cache
from types import ModuleType
from typing import Any

from lxml import etree
from markupsafe import Markup

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
#: Nothing but shapes, texts and links within the site comes into a page.
_ELEMENTS = frozenset(
    f"{_SVG}{name}"
    for name in ("svg", "g", "a", "path", "rect", "line", "text", "tspan", "title", "circle")
)
#: Vega makes addresses absolute: those of the site stand under this one while it draws.
_SITE = "https://site.invalid/"
_WITHIN_SITE = re.compile(r"(?:[\w./-]+\.html)?(?:#[^\s\"'<>]*)?")
_CONFIG: dict[str, Any] = {
    "background": None,
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": "var(--soft)",
        "titleColor": "var(--soft)",
        "gridColor": "var(--line)",
        "domainColor": "var(--line)",
        "tickColor": "var(--line)",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    },
    "legend": {
        "labelColor": "var(--soft)",
        "titleColor": "var(--soft)",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    },
}


@cache
def _vega() -> ModuleType | None:
    try:
        import vl_convert  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    return vl_convert


def address(within: str) -> str:
    """Return an address within the site, from the top of it, as a specification has to have it."""
    return _SITE + within


def can_draw() -> bool:
    """Tell whether charts can be drawn."""
    return _vega() is not None


def draw(specification: dict[str, Any]) -> Markup | None:
    """Return a chart as an SVG element, None where nothing can draw it.

    It is for the eye and the pointer alone: the table beside it has its numbers and its links.
    """
    vega = _vega()
    if vega is None:
        return None
    lite = "vega-lite" in specification["$schema"]
    to_svg = vega.vegalite_to_svg if lite else vega.vega_to_svg
    # no address is allowed to be fetched from
    svg = to_svg({**specification, "config": _CONFIG}, allowed_base_urls=[])
    return Markup(_cleaned(svg))  # noqa: S704 - of the elements allowed above alone


def _cleaned(svg: str) -> str:
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(root.iter()):
        if element.tag not in _ELEMENTS:
            element.getparent().remove(element)
            continue
        if element.tag == f"{_SVG}a":
            target = (element.get(_HREF) or "").removeprefix(_SITE)
            element.attrib.clear()
            if _WITHIN_SITE.fullmatch(target):
                element.set("href", target)
            element.set("tabindex", "-1")
        elif (told := element.get("aria-label")) and element.get("role") == "graphics-symbol":
            etree.SubElement(element, f"{_SVG}title").text = told
        for name in ("role", "aria-label", "aria-roledescription", "aria-hidden", "style"):
            element.attrib.pop(name, None)
        for name in [name for name in element.attrib if str(name).lower().startswith("on")]:
            element.attrib.pop(name)
    root.set("aria-hidden", "true")
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))
