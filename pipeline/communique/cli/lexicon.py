"""``communique lexicon``."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.options import user_lexicon


def lexicon(
    folder: Annotated[
        str | None, typer.Argument(metavar="DIR", help="A lexicon to check.", show_default=False)
    ] = None,
) -> None:
    """Tell what files a user's lexicon may hold, or check one."""
    if folder is None:
        print_shapes()
        return
    checked = user_lexicon(folder)
    assert checked is not None
    for name, entries in checked.entries.items():
        print(f"{name}: {len(entries)}")
    print(f"lexicon {checked.digest}")


def print_shapes() -> None:
    """Print each file with what it is for, its columns and a line as an example."""
    from communique.pipeline import LEXICON_SHAPES

    for name, shape in LEXICON_SHAPES.items():
        columns = " <TAB> ".join(f"[{c.name}]" if c.optional else c.name for c in shape.columns)
        print(f"{name}: {shape.says}")
        print(f"  {columns}")
        print("  " + shape.example.replace("\t", " <TAB> "))
