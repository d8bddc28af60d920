r"""The one newline and Unicode policy of the project.

Every offset in a record refers to text that went through :func:`normalize`, once, in a reader:

* line ends ``\r\n`` and ``\r``, the line and paragraph separators U+2028 and U+2029, form feeds
  and vertical tabs become ``\n``;
* a byte-order mark at the start, NUL and the other control characters except tab and newline
  are dropped, and so are soft hyphens, which only say where a word may be broken;
* Unicode is brought to NFC, so that a letter and its combining accent are one character;
  nothing is folded beyond that: quotes, dashes, full-width forms and no-break spaces stay as
  published.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\u0085\x0b\x0c]")
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\ufeff]")


def normalize(text: str) -> str:
    """Return ``text`` under the project's policy; applying it twice changes nothing."""
    text = _LINE_ENDS.sub("\n", text)
    text = _DROPPED.sub("", text)
    return unicodedata.normalize("NFC", text)
