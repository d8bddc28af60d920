"""A program: PDF on standard input, the lines of its pages as JSON on standard output.

``python -P pdf_pages.py SECONDS CHARACTERS``, where CHARACTERS bounds the text. It imports nothing
of this package, and is run by :mod:`communique.readers.pdf`.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import sys
from typing import Any

_MEMORY = 4 << 30
#: What pdfium writes for the hyphen of a word that is broken at the end of a line.
_HYPHENS = "\x02\ufffe"

#: Text, left, right, bottom edge and height: in points, from the lower left corner of the page.
_Line = tuple[str, float, float, float, float]


def main() -> None:
    """Read, and write what was found, or ``{"error": …}``."""
    seconds, characters = int(sys.argv[1]), int(sys.argv[2])
    _bound(seconds)
    try:
        found = _read(sys.stdin.buffer.read(), characters)
    except Exception as error:  # noqa: BLE001 - all are told
        found = {"error": str(error) or type(error).__name__}
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))


def _bound(seconds: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on every system
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(data: bytes, characters: int) -> dict[str, Any]:
    import pypdfium2  # noqa: PLC0415 - after the bounds are set

    document = pypdfium2.PdfDocument(data)
    pages: list[list[_Line]] = []
    for number in range(len(document)):
        if characters <= 0:
            break
        lines = _lines(document[number].get_textpage())
        characters -= sum(len(line[0]) for line in lines)
        pages.append(lines)
    said = document.get_metadata_dict(skip_empty=True)
    return {
        "pages": pages,
        "cut": characters <= 0,
        "title": said.get("Title"),
        "author": said.get("Author"),
    }


def _lines(page: Any) -> list[_Line]:  # noqa: ANN401 - the library may be missing
    """Return the lines of a page in the order of its text, with their places."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    handle = page.raw
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    lines: list[_Line] = []
    units: list[int] = []
    box: list[tuple[float, float, float, float]] = []

    def end() -> None:
        raw = b"".join(unit.to_bytes(4, "little") for unit in units if unit < 0x110000)
        text = raw.decode("utf-32-le", "surrogatepass").encode("utf-16-le", "surrogatepass")
        said = text.decode("utf-16-le", "replace").strip()
        if said and box:
            x0, x1 = min(b[0] for b in box), max(b[1] for b in box)
            y0, y1 = min(b[2] for b in box), max(b[3] for b in box)
            lines.append((said, x0, x1, y0, y1 - y0))
        units.clear()
        box.clear()

    for index in range(page.count_chars()):
        unit = pdfium.FPDFText_GetUnicode(handle, index)
        if unit in {10, 13}:
            end()
            continue
        if chr(unit) in _HYPHENS if unit < 0x110000 else False:
            units.append(0xAD)  # a soft hyphen, for whoever joins the lines
            continue
        units.append(unit)
        if unit > 32 and pdfium.FPDFText_GetCharBox(handle, index, left, right, bottom, top):
            box.append((left.value, right.value, bottom.value, top.value))
    end()
    return lines


if __name__ == "__main__":
    main()
