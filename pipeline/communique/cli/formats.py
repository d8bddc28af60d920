"""``communique formats``."""

from __future__ import annotations


def formats() -> None:
    """List the formats that are read."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from communique.readers.formats import formats as known

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for name in ("format", "is", "extensions", "extra"):
        table.add_column(name)
    for fmt in known().values():
        state = ""
        if fmt.needs is not None:
            state = f"{fmt.extra} ({'installed' if fmt.ready else 'missing'})"
        table.add_row(fmt.name, fmt.title, " ".join(fmt.extensions), state)
    console = Console(highlight=False, markup=False)
    console.print(table)
    console.print("Each also packed: .gz, .bz2, .xz, and .zst with the extra zstd.", soft_wrap=True)
