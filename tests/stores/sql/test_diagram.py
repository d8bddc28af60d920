from __future__ import annotations

from pathlib import Path

from communique.stores.sql.diagram import diagram


def test_the_drawing_of_the_page_is_that_of_the_models(repository: Path) -> None:
    page = (repository / "docs" / "databases.md").read_text(encoding="utf-8")
    assert f"```mermaid\n{diagram()}```\n" in page
