"""Read a sheet whose rows are known: each is found by its key, wherever it was moved to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from kh_docs.facts.spellings import Asked, is_called
from kh_docs.i18n import _
from kh_docs.sheets.form.shapes import FixedRow, FixedSheet, Scope, get, put
from kh_docs.sheets.reading.opened import OpenedSheet
from kh_docs.sheets.reading.sheet_reading import MOST_TOLD, Session, SheetReading
from kh_docs.unseen import seen


class FixedReading(SheetReading):
    """Puts the cells of known rows into the data of their unit."""

    def __init__(self, session: Session, subject: FixedSheet, sheet: OpenedSheet) -> None:
        super().__init__(session, subject, sheet)
        self.key = subject.key
        self.typed_over: list[tuple[str, str, str]] = []

    def run(self, subject: FixedSheet) -> None:
        """Read all rows; rows that are gone leave the data as it is."""
        for row, unit, known in self.matched(subject):
            self._cells(row, unit, known)

    def matched(self, subject: FixedSheet) -> Iterator[tuple[int, str, FixedRow]]:
        """Each row that is one of ours: its number, its unit, what it asks."""
        known = {unit: {row.key: row for row in subject.rows(scope)} for unit, scope in self.scopes.items()}
        seen: dict[tuple[str, str], int] = {}
        for row in self.filled():
            scope = self.scope(row)
            if scope is None:
                continue
            place = self.place(row, self.at[subject.key])
            rows = known[scope.unit.id]
            key = _match(self.words(row, subject.key), rows, scope if subject.key == "name" else None)
            if key is None:
                self.unknown(place, self.words(row, subject.key), list(rows))
            elif (scope.unit.id, key) in seen:
                self.duplicate(place, key, seen[scope.unit.id, key])
            else:
                seen[scope.unit.id, key] = row
                self._printed(row, rows[key], scope.unit.id)
                yield row, scope.unit.id, rows[key]
        self._tell_of_printed()
        for unit, rows in known.items():
            if lost := [key for key in rows if (unit, key) not in seen]:
                self.opened.warn(
                    f"{self.opened.file}!{self.sheet.name}",
                    _("{}: thiếu {} dòng in sẵn ({})").format(
                        self.scopes[unit].unit.name, len(lost), ", ".join(lost[:3])
                    ),
                    _("dữ liệu đã có của các dòng đó được giữ nguyên"),
                )

    def _printed(self, row: int, known: FixedRow, unit: str) -> None:
        """Note where other words stand than were printed: nobody reads those."""
        for column in self.columns[1:]:
            if column.kind != "fixed" or column.key in known.cells or column.key not in self.at:
                continue
            written, printed = (
                self._flat(self.words(row, column.key)),
                self._flat(known.words.get(column.key, "")),
            )
            if not written or written == printed or column.key == self.key:
                continue
            place = self.place(row, self.at[column.key])
            if column.key == "measure":
                self.opened.problem(
                    place,
                    _("đơn vị tính bị đổi từ “{}” thành “{}”, số của dòng này không rõ tính thế nào").format(
                        printed, written[:40]
                    ),
                    _("ghi lại đơn vị tính như bản xuất ra, quy đổi số theo đơn vị ấy"),
                )
            elif unit in self.session.as_exported:
                # Targets and days are worked out from the unit's data.
                self.typed_over.append((place, column.head, written))

    def _tell_of_printed(self) -> None:
        for place, head, written in self.typed_over[:MOST_TOLD]:
            self.opened.warn(
                place,
                _("cột “{}” in sẵn, chữ ghi ở đây không được đọc: “{}”").format(head, written[:60]),
                _("ghi vào ô nền vàng hoặc cam của dòng"),
            )
        if (more := len(self.typed_over) - MOST_TOLD) > 0:
            self.opened.warn(
                f"{self.opened.file}!{self.sheet.name}",
                _("còn {} ô in sẵn nữa khác bản xuất ra, không được đọc").format(more),
                _("sắp xếp thì chọn cả bảng, không chọn riêng một cột"),
            )

    @staticmethod
    def _flat(words: str) -> str:
        return unicodedata.normalize("NFC", " ".join(seen(words).split()))

    def _cells(self, row: int, unit: str, known: FixedRow) -> None:
        for column in self.columns:
            cell = known.cells.get(column.key)
            if column.key not in self.at or (cell is None and column.kind == "fixed"):
                continue
            if cell is None:
                if self.words(row, column.key) != " ".join(known.words.get(column.key, "").split()):
                    self.opened.problem(
                        self.place(row, self.at[column.key]),
                        _("ô này không nhập (nền xám)"),
                        _("xóa giá trị trong ô"),
                    )
                continue
            text = self.value(row, column.key, cell, get(self.taken.data[unit], cell.path))
            if text is not None:
                put(self.taken.data[unit], cell.path, text)
            self.taken.places[unit, ".".join(cell.path)] = self.place(row, self.at[column.key])


def _match(written: str, rows: Mapping[str, FixedRow], scope: Scope | None) -> str | None:
    """The key meant by what is written: itself, or another spelling of the same commune."""
    if written in rows:
        return written
    if scope is None:
        return None
    asked = Asked.of(written, scope.book.types.values())
    found = [commune.name for commune in scope.unit.children if is_called(commune, asked)]
    return found[0] if len(found) == 1 else None
