"""What RSS and Atom share: entries of a feed as releases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import lxml.etree

from communique.readers.building import Said, attempt, build, headed
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.safe_xml import Element, parse_xml
from communique.readers.source import Source, read_whole

#: What an entry says: the text of its body, and the rest.
Entry = tuple[str, Said]


def read_feed(
    source: Source,
    options: ReaderOptions,
    fmt: str,
    entries_of: Callable[[Element], Sequence[Element]],
    entry_of: Callable[[Element], Entry],
) -> Iterator[Release | ReadFailure]:
    """Yield a release for each entry, its title in front of its text; the record is ``item N``.

    Raises ``ReadError`` where the file is no XML or holds no entry.
    """
    root, warnings = parse_xml(read_whole(source, options), options)
    entries = entries_of(root)
    if not entries:
        raise ReadError("extract", "the feed holds no entry")
    for number, entry in enumerate(entries, 1):
        record = f"item {number}"
        make = partial(
            _release,
            source,
            options,
            fmt=fmt,
            entry=entry,
            entry_of=entry_of,
            record=record,
            warnings=warnings,
        )
        yield attempt(source, record, make)


def _release(
    source: Source,
    options: ReaderOptions,
    *,
    fmt: str,
    entry: Element,
    entry_of: Callable[[Element], Entry],
    record: str,
    warnings: tuple[str, ...],
) -> Release:
    text, said = entry_of(entry)
    data = lxml.etree.tostring(entry, method="c14n", with_tail=False)
    said = Said(**said, record=record, warnings=warnings)
    return build(source, fmt, data, headed(said.get("title"), text), options, **said)
