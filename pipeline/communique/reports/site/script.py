"""Data as JavaScript that a page from the disk can load."""

from __future__ import annotations

import json

#: What would end a script, or open a comment in one, or end a line of it; as JSON may write it.
_ESCAPES = str.maketrans(
    {
        sign: f"\\u{ord(sign):04x}"
        for sign in ("<", ">", "&", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}")
    }
)


def to_script(name: str, value: object) -> str:
    """Return a script that hands ``value`` to ``communique.take(name, …)``.

    No text in it can end the script or become code, wherever it stands in a page.
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return f"communique.take({json.dumps(name)},{written});\n"
