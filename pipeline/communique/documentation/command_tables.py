"""The arguments and options of the commands as tables, made of the program."""

from __future__ import annotations

import enum
import itertools
import re
from collections.abc import Iterator
from typing import Any

import typer.main

from communique.cli.app import app
from communique.documentation.markdown_tables import one_of, table

_DEFAULT = re.compile(r"\s*\[default: (?P<said>[^\]]+)\]$")
_HELP = "--help"


def commands() -> dict[str, Any]:
    """Return the commands of the program by name, in the order of its help."""
    return dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def arguments(command: str) -> str:
    """Return the table of what stands behind a command without a name.

    Raises ``KeyError`` where there is no such command.
    """
    given = [p for p in commands()[command].params if p.param_type_name == "argument"]
    rows = ((f"`{_argument(parameter)}`", _said(parameter)) for parameter in given)
    return table(("argument", ""), rows)


def options(command: str) -> str:
    """Return the tables of a command's options, one for each of the groups that its help has.

    Raises ``KeyError`` where there is no such command.
    """
    given = [
        parameter
        for parameter in commands()[command].params
        if parameter.param_type_name == "option" and _HELP not in parameter.opts
    ]
    return "\n".join(
        (f"{group}:\n\n" if group else "") + table(("option", "default", ""), map(_row, members))
        for group, members in itertools.groupby(given, key=lambda p: p.rich_help_panel)
    )


def _row(parameter: Any) -> tuple[str, str, str]:  # noqa: ANN401 - click's, without types
    names = ", ".join(f"`{name}`" for name in _names(parameter))
    taken = f" `{parameter.metavar}`" if parameter.metavar else ""
    return names + taken, _default(parameter), _said(parameter)


def _names(parameter: Any) -> Iterator[str]:  # noqa: ANN401
    yield from sorted(parameter.opts, key=len)
    yield from parameter.secondary_opts


def _argument(parameter: Any) -> str:  # noqa: ANN401
    name = str(parameter.metavar or parameter.name.upper())
    return name if parameter.required or name.startswith("[") else f"[{name}]"


def _default(parameter: Any) -> str:  # noqa: ANN401
    told = _DEFAULT.search(parameter.help or "")
    said = ""
    if told is not None:
        said = told["said"]
    elif parameter.required:
        said = "must be given"
    elif parameter.is_flag:
        chosen = parameter.opts if parameter.default else parameter.secondary_opts
        said = f"`{chosen[0]}`" if chosen else ""
    elif parameter.default is not None:
        value = parameter.default
        said = f"`{value.value if isinstance(value, enum.Enum) else value}`"
    if parameter.envvar:
        said = f"{said}, or what `{parameter.envvar}` says".removeprefix(", or ")
    return said


def _said(parameter: Any) -> str:  # noqa: ANN401
    text = _DEFAULT.sub("", parameter.help or "")
    choices = getattr(parameter.type_descriptor, "choices", None)
    if choices:
        values = (choice.value if isinstance(choice, enum.Enum) else choice for choice in choices)
        start = text.removesuffix(".")
        text = f"{start} ({one_of(values)})." if ":" in start else f"{start}: {one_of(values)}."
    return text
