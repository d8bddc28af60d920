from __future__ import annotations

from communique.readers.formats import BUILT_IN

from .conftest import Call


def test_the_formats_are_listed_with_what_they_need(call: Call) -> None:
    called = call("formats")
    assert called.code == 0
    for fmt in BUILT_IN:
        assert f"{fmt.name} " in called.out
        assert all(extension in called.out for extension in fmt.extensions)
    assert "pdf (" in called.out
