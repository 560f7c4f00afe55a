"""Read a sheet that lists things: a row is an item, and an item is known by its name."""

from __future__ import annotations

from copy import deepcopy

from kh_docs.i18n import _
from kh_docs.sheets.form.rows import item_cells, items_of
from kh_docs.sheets.form.shapes import Cell, Data, ListSheet, get, put
from kh_docs.sheets.reading.sheet_reading import SheetReading


class ListReading(SheetReading):
    """Makes the list of each unit anew, with what its items held before."""

    def run(self, subject: ListSheet) -> None:
        """Read all rows; a sheet that follows another only adds to the items of that one."""
        items: dict[str, list[Data]] = {unit: [] for unit in self.scopes}
        seen: dict[tuple[str, str], int] = {}
        for row in self.filled():
            scope = self.scope(row)
            name = self._name(row, subject) if scope is not None else None
            if scope is None or name is None:
                continue
            unit, place = scope.unit.id, self.place(row, self.at["name"])
            old = {str(item.get("name", "")): item for item in items_of(self.taken.data[unit], subject.path)}
            if subject.follows and name not in old:
                self.unknown(place, name, list(old))
            elif (unit, name) in seen:
                self.duplicate(place, name, seen[unit, name])
            else:
                seen[unit, name] = row
                items[unit].append(self._item(row, unit, subject, name, old.get(name, {}), len(items[unit])))
        for unit, made in items.items():
            if subject.follows:
                continue
            self.taken.data[unit].pop(subject.path, None)
            if made:
                self.taken.data[unit][subject.path] = made

    def _name(self, row: int, subject: ListSheet) -> str | None:
        """The name of the item in this row; None after saying what is wrong with it."""
        if (row, self.at["name"]) not in self.sheet.formulas and not self.words(row, "name"):
            self.opened.problem(
                self.place(row, self.at["name"]),
                _("thiếu “{}”").format(next(column.head for column in self.columns if column.key == "name")),
                _("ghi tên, hoặc xóa cả dòng"),
            )
            return None
        return self.value(row, "name", Cell(("name",), "text"), "")

    def _item(self, row: int, unit: str, subject: ListSheet, name: str, old: Data, index: int) -> Data:
        """The item of this row: what stood in the data before, changed where the sheet says so."""
        item: Data = old if subject.follows else deepcopy(old)
        if subject.follows:
            index = next(
                n for n, known in enumerate(items_of(self.taken.data[unit], subject.path)) if known is old
            )
        put(item, ("name",), name)
        required = {column.key: column for column in subject.columns if column.required}
        for key, cell in item_cells(subject).items():
            if key not in self.at or key == "name":
                continue
            place = self.place(row, self.at[key])
            text = self.value(row, key, cell, get(item, cell.path))
            if text == "" and key in required:
                self.opened.problem(place, _("thiếu “{}”").format(required[key].head), _("ô này bắt buộc"))
            if text is not None:
                put(item, cell.path, text)
            self.taken.places[unit, f"{subject.path}.{index}.{'.'.join(cell.path)}"] = place
        self.taken.places[unit, f"{subject.path}.{index}"] = self.place(row, self.at["name"])
        self.taken.places[unit, f"{subject.path}.{index}.name"] = self.place(row, self.at["name"])
        return item
