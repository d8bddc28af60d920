"""``communique version``."""

from __future__ import annotations


def version() -> None:
    """Print the versions of Communiqué, its model, spaCy and Python."""
    import platform
    from importlib.metadata import version as installed

    print_version()
    print(f"model {_model()}")
    print(f"spaCy {installed('spacy')}")
    print(f"Python {platform.python_version()}")


def print_version() -> None:
    """Print the program's name and version alone."""
    from importlib.metadata import version as installed

    print(f"communique {installed('communique')}")


def _model() -> str:
    import json

    from communique.pipeline import default_model_path

    try:
        meta = json.loads((default_model_path() / "meta.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return "not installed"
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
