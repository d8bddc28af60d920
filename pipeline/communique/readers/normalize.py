r"""The one newline and Unicode policy of the project.

Every offset in a record refers to text that went through :func:`normalize`, once, in a reader:

* line ends ``\r\n`` and ``\r``, the line and paragraph separators U+2028 and U+2029, form feeds
  and vertical tabs become ``\n``;
* a byte-order mark at the start, NUL and the other control characters except tab and newline
  are dropped, and so are soft hyphens, which only say where a word may be broken;
* HTML character references that end in a semicolon (``&amp;``, ``&#8217;``) become their
  characters: plain text and JSON exports of news sites are full of them, and a name with
  ``&amp;`` in it is none;
* half of a surrogate pair, which JSON escapes can leave alone, becomes U+FFFD: no encoding holds it;
* Unicode is brought to NFC, so that a letter and its combining accent are one character;
  nothing is folded beyond that: quotes, dashes, full-width forms and no-break spaces stay as
  published.
"""

from __future__ import annotations

import html
import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\u0085\x0b\x0c]")
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\ufeff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
#: An ampersand that was escaped again and again: ``&amp;amp;amp;``.
_ESCAPED = re.compile(r"&(?:(?:amp|AMP|#0{0,5}38|#[xX]0{0,4}26);)+")
#: How often the steps are repeated at most.
_ROUNDS = 100
_REFERENCE = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def normalize(text: str) -> str:
    """Return ``text`` under the project's policy; applying it twice changes nothing.

    A step can uncover work for another (``&#173;`` is a soft hyphen), so all are repeated until
    none changes anything; two rounds are the rule. Text that was made to need more of them than any
    that was escaped over and over loses its ampersands.
    """
    for left in reversed(range(_ROUNDS)):
        before = text
        text = _LINE_ENDS.sub("\n", text)
        text = _DROPPED.sub("", text)
        text = _SURROGATES.sub("\ufffd", text)
        text = unicodedata.normalize("NFC", text)
        if "&" in text:
            text = _ESCAPED.sub("&", text) if left else text.replace("&", "")
            text = _REFERENCE.sub(lambda match: html.unescape(match.group()), text)
        if text == before:
            break
    return text
