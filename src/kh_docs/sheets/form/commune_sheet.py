"""The sheet of the communes: what the unit has decided about each of them."""

from __future__ import annotations

from kh_docs.model.fields import COMMUNES
from kh_docs.sheets.form.columns import column_of
from kh_docs.sheets.form.shapes import COMMUNES as SHEET_NAME
from kh_docs.sheets.form.shapes import Cell, Column, FixedRow, FixedSheet, Scope


def commune_sheet(scope: Scope) -> FixedSheet:
    """A row for each commune of the unit."""
    about = "Mỗi dòng một xã, phường, thị trấn. In ở Phụ lục III, IV của kế hoạch."
    return FixedSheet(SHEET_NAME, about, _columns(scope), "name", _rows)


def _columns(scope: Scope) -> tuple[Column, ...]:
    """The name, then what fields.yaml asks of a commune."""
    name = Column("name", "Xã, phường, thị trấn", "fixed", 22, "Danh mục của đơn vị; không sửa tên.")
    return (name, *(column_of(scope.book, field) for field in scope.book.fields.communes))


def _rows(scope: Scope) -> list[FixedRow]:
    return [
        FixedRow(
            commune.name,
            {"name": commune.name},
            {
                column.key: Cell(
                    (COMMUNES, commune.name, *column.key.split(".")),
                    column.kind,
                    column.choices,
                    column.measure,
                )
                for column in _columns(scope)[1:]
            },
        )
        for commune in scope.unit.children
    ]
