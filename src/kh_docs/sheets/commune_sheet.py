"""The sheet of the communes: what the unit has decided about each of them."""

from __future__ import annotations

from kh_docs.model.fields import COMMUNES
from kh_docs.sheets.columns import column_of
from kh_docs.sheets.form import Cell, Column, FixedRow, Scope


def commune_columns(scope: Scope) -> tuple[Column, ...]:
    """The name, then what fields.yaml asks of a commune."""
    name = Column("name", "Xã, phường, thị trấn", "fixed", 22, "Danh mục của đơn vị; không sửa tên.")
    return (name, *(column_of(scope.book, field) for field in scope.book.fields.communes))


def commune_rows(scope: Scope) -> list[FixedRow]:
    """A row for each commune."""
    return [
        FixedRow(
            commune.name,
            {"name": commune.name},
            {
                column.key: Cell(
                    (COMMUNES, commune.name, *column.key.split(".")), column.kind, column.choices
                )
                for column in commune_columns(scope)[1:]
            },
        )
        for commune in scope.unit.children
    ]
