"""``communique browse``."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli import exit_codes
from communique.cli.exit_codes import ending


def browse(
    db: Annotated[
        str,
        typer.Argument(metavar="[DB]", envvar="COMMUNIQUE_DB", help="An SQLite file of records."),
    ] = "outputs/communique.db",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Of this machine; 0 for a free one.")
    ] = 8001,
    show: Annotated[
        bool, typer.Option("--open/--no-open", help="Whether a browser is opened.")
    ] = True,
) -> None:
    """Show a database of records in the browser, by Datasette, until it is stopped.

    To read alone, and for this machine alone. Needs the extra browse.
    """
    import threading
    import webbrowser

    from communique.stores.extras import MissingExtraError
    from communique.stores.sql.browsing import HOST, application, listen, serve
    from communique.stores.sql.engine import DatabaseError

    with ending(DatabaseError, MissingExtraError):
        found = application(db)
        try:
            listening = listen(port)
        except OSError as error:
            typer.echo(f"communique: port {port}: {error.strerror}", err=True)
            raise typer.Exit(exit_codes.NOTHING_DONE) from None
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    typer.echo(address)
    if show:
        threading.Timer(1, webbrowser.open, [address]).start()
    serve(found, listening)
