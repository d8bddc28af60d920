"""Parquet files of records: a row a record, the fields of ``docs/record.md`` as columns.

Nested parts are lists and structs, as DuckDB, pandas and Spark read them. The columns are those of
the record's model, whatever the records hold, so that all files of one version have one schema.
"""

from __future__ import annotations

import contextlib
import types
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from communique.records.model import Record
from communique.stores.extras import needed
from communique.stores.whole import WholeFile

if TYPE_CHECKING:
    import pyarrow as pa

#: Records in one row group: what is held in memory before it is written.
_GROUP = 1000


class ParquetFile(WholeFile):
    """A Parquet file being written; lines are records as JSON.

    Raises ``MissingExtraError`` on entering where pyarrow is not installed.
    """

    def _begin(self, stream: BinaryIO) -> None:
        with needed("parquet", f"writing {self.path}"):
            import pyarrow.parquet  # noqa: PLC0415 - an extra
        self._schema = arrow_schema()
        self._rows: list[dict[str, Any]] = []
        self._writer = pyarrow.parquet.ParquetWriter(stream, self._schema, compression="zstd")

    def _write(self, line: bytes) -> None:
        self._rows.append(Record.model_validate_json(line).model_dump(mode="json"))
        if len(self._rows) == _GROUP:
            self._write_group()

    def _finish(self) -> None:
        if self._rows:
            self._write_group()
        self._writer.close()

    def _drop(self) -> None:
        self._rows = []
        with contextlib.suppress(OSError, ValueError, AttributeError):
            self._writer.close()

    def _write_group(self) -> None:
        import pyarrow as pa  # noqa: PLC0415 - an extra

        self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows = []


def arrow_schema() -> pa.Schema:
    """Return the columns of the record. Raises ``MissingExtraError`` without pyarrow."""
    with needed("parquet", "a Parquet schema"):
        import pyarrow as pa  # noqa: PLC0415 - an extra
    return pa.schema(_fields(Record))


def _fields(model: type[BaseModel]) -> list[pa.Field]:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    fields = []
    for name, field in model.model_fields.items():
        wanted, nullable = _without_none(field.annotation)
        fields.append(pa.field(name, _type(wanted), nullable=nullable))
    return fields


def _without_none(annotation: object) -> tuple[object, bool]:
    if get_origin(annotation) in {Union, types.UnionType}:
        kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
        assert len(kinds) == 1, f"a column of several types: {annotation}"
        return kinds[0], True
    return annotation, False


def _type(annotation: object) -> pa.DataType:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    if hasattr(annotation, "__metadata__"):  # Annotated
        return _type(get_args(annotation)[0])
    if hasattr(annotation, "__value__"):  # a type alias
        return _type(annotation.__value__)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in {list, tuple}:
        return pa.list_(_type(arguments[0]))
    if origin is Literal:
        return _type(type(arguments[0]))
    assert isinstance(annotation, type)
    if issubclass(annotation, BaseModel):
        return pa.struct(_fields(annotation))
    return {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}[annotation]
