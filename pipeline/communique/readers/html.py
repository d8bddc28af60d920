"""HTML: the main text of a page, with the headline and the date lines that stand above it.

trafilatura finds the main text. It leaves out the headline and the lines between headline and
report ("Published 3 May 2023, Ministry of …"), which a release needs: they are put back in front,
as :mod:`communique.readers.page` finds them on the page. The result is the release's text.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

import lxml.etree
import lxml.html
import trafilatura

from communique.readers.encodings import decode
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.meta import address_of, author_of, cut_short, rights_of
from communique.readers.normalize import normalize
from communique.readers.options import ReaderOptions, iso_day
from communique.readers.page import (
    blocks_of,
    headline_of,
    language_of,
    squeeze,
    titles_of,
    visible_lines,
    with_head,
)
from communique.readers.release import Release
from communique.readers.source import Source, describe, read_whole

# trafilatura and htmldate say on stderr what this reader says in a failure
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_html(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the one release of a page.

    ``text`` is the headline, the lines between headline and report that give a date, and the main
    text, blocks parted by blank lines. ``title``, ``publish_date``, ``language``, ``author``,
    ``rights`` and the address in ``source`` are what the page's markup says. Raises ``ReadError``:
    stage ``extract`` when no main text is found.
    """
    data = read_whole(source, options)
    decoded = decode(data, encoding=options.encoding)
    tree = _parse(decoded.text)
    cut_short(tree)
    document = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        with_metadata=True,
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "max_date": options.latest_publish_date,
        },
    )
    if document is None or isinstance(document, dict) or document.body is None:
        raise ReadError("extract", "no main text was found in the HTML")
    blocks = blocks_of(document.body)
    if not blocks:
        raise ReadError("extract", "no main text was found in the HTML")

    lines = visible_lines(tree)
    title = headline_of([*filter(None, [squeeze(document.title or "")]), *titles_of(tree)], lines)
    text = normalize("\n\n".join(with_head(lines, title, blocks)))
    yield Release(
        text=text,
        source=describe(source, "html", data, url=address_of(tree)),
        title=None if title is None else normalize(title),
        publish_date=options.publish_date or iso_day(document.date or ""),
        language=language_of(tree),
        warnings=decoded.warnings,
        author=author_of(tree),
        rights=rights_of(tree),
    )


def _parse(text: str) -> lxml.html.HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(text.replace("\0", "").encode("utf-8"), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        raise ReadError("parse", "the HTML holds no element") from None
    return tree
