"""The fields of the record as tables, made of its models."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from communique.documentation.markdown_tables import one_of, table
from communique.records import model
from communique.records.model import SpanOffsets, SpanText

#: The section of the page that describes the model, where it has one of its own.
SECTIONS: Mapping[str, str] = {
    "SourceRecord": "source",
    "PipelineRecord": "pipeline",
    "DatelineRecord": "dateline",
    "PersonRecord": "people",
    "TitleRecord": "titles",
    "OrganizationRecord": "organizations",
    "AgreementRecord": "agreements",
    "AgreementDateRecord": "date-and-term",
    "AgreementTermRecord": "date-and-term",
    "SignatoryRecord": "signatories",
    "GroundRecord": "grounds",
    "DateRecord": "dates",
    "SpanText": "spans",
    "SpanOffsets": "spans",
}


def models() -> Mapping[str, type[BaseModel]]:
    """Return the models that a record is made of, by name."""
    return {
        name: value
        for name, value in vars(model).items()
        if isinstance(value, type)
        and issubclass(value, BaseModel)
        and value.__module__ == model.__name__
        and not name.startswith("_")
    }


def fields(name: str) -> str:
    """Return the table of the fields of a model.

    The offsets that several models begin with are one row. Raises ``KeyError`` where there is no
    such model.
    """
    return table(("field", "type", ""), _rows(models()[name]))


def _rows(described: type[BaseModel]) -> Iterator[tuple[str, str, str]]:
    inherited: set[str] = set()
    for span in (SpanText, SpanOffsets):
        if issubclass(described, span) and described is not span:
            inherited = set(span.model_fields)
            names = ", ".join(f"`{field}`" for field in span.model_fields)
            yield names, f"[span](#{SECTIONS[span.__name__]})", "where its words stand"
            break
    for field, info in described.model_fields.items():
        if field not in inherited:
            yield f"`{field}`", _type(info.annotation), info.description or ""


def _type(annotation: Any) -> str:  # noqa: ANN401 - an annotation is of no type of its own
    origin, arguments = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _type(arguments[0])
    if origin in {Union, types.UnionType}:
        kinds = [_type(kind) for kind in arguments if kind is not type(None)]
        return ", ".join([*kinds, "or null"])
    if origin is list:
        return f"list of {_type(arguments[0])}"
    if origin is Literal:
        return one_of(arguments)
    section = SECTIONS.get(annotation.__name__)
    if section is not None:
        return f"[{section.replace('-', ' ')}](#{section})"
    return {str: "text", int: "number"}[annotation]
