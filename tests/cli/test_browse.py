from __future__ import annotations

import sys
import threading
import webbrowser
from pathlib import Path
from typing import Any

import pytest

from communique.stores.sql import browsing

from .conftest import Call
from .test_show import make_record


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What would be served, without serving it."""
    pytest.importorskip("datasette")
    found: list[Any] = []

    def note(application: Any, listening: Any) -> None:
        found.append(application)
        listening.close()

    monkeypatch.setattr(browsing, "serve", note)
    return found


def test_the_address_is_printed(call: Call, served: list[Any]) -> None:
    Path("records.jsonl").write_text(make_record().model_dump_json() + "\n", encoding="utf-8")
    assert call("load", "records.jsonl", "--db", "x.db").code == 0
    called = call("browse", "x.db", "--port", "0", "--no-open")
    assert called.code == 0
    assert called.out.startswith("http://127.0.0.1:")
    assert list(served[0].databases) == ["_internal", "x"]


def test_a_browser_is_opened(
    call: Call, served: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)

    class AtOnce:
        def __init__(self, _seconds: float, what: Any, arguments: list[str]) -> None:
            what(*arguments)

        def start(self) -> None:
            pass

    monkeypatch.setattr(threading, "Timer", AtOnce)
    assert call("load", "--db", "x.db").code == 0
    called = call("browse", "x.db", "--port", "0")
    assert opened == [called.out.strip()]


def test_what_cannot_be_browsed_is_said(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("datasette")
    called = call("browse", "x.db")
    assert (called.code, called.err) == (1, "communique: there is no database at x.db\n")
    monkeypatch.setitem(sys.modules, "datasette.app", None)
    called = call("browse", "x.db")
    assert called.code == 1
    assert "communique: browsing a database needs the extra communique[browse]" in called.err
