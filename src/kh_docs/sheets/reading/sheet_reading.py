"""What reading any sheet takes: its columns, the unit of a row, the value of a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

from kh_docs.errors import UsageError
from kh_docs.facts.finding import unit_by_name
from kh_docs.i18n import _
from kh_docs.reading.legacy import suspicion
from kh_docs.reading.typed import did_you_mean
from kh_docs.sheets.form.shapes import UNIT_COLUMN, AnySheet, Cell, Column, Data, Scope
from kh_docs.sheets.reading.cell_text import said_in
from kh_docs.sheets.reading.opened import Opened, OpenedSheet, Respelt
from kh_docs.sheets.values import BadCell, same
from kh_docs.text import slip

# Of one kind in one sheet; how many there are besides is said in a word.
MOST_TOLD = 5
# What a cell says is known by the unit and the place in its data, written with dots.
Places = dict[tuple[str, str], str]


@dataclass
class Taken:
    """The data of each unit as the workbook has it, and the cell behind every value."""

    data: dict[str, Data]
    places: Places = field(default_factory=dict)


@dataclass
class Session:
    """One workbook being read: what all its sheets share."""

    opened: Opened
    scopes: Mapping[str, Scope]
    taken: Taken
    # A name is written on thousands of rows; None: it means no unit of this workbook.
    units: dict[str, str | None] = field(default_factory=dict)
    # Units whose data are those that the workbook was filled with: what it prints is as it was then.
    as_exported: frozenset[str] = frozenset()


class SheetReading:
    """One sheet being read; `at` says where its columns are."""

    def __init__(self, session: Session, subject: AnySheet, sheet: OpenedSheet) -> None:
        self.session, self.sheet = session, sheet
        self.opened, self.scopes, self.taken = session.opened, session.scopes, session.taken
        self.columns = (Column("unit", UNIT_COLUMN, "fixed"), *subject.columns)
        self.at: dict[str, int] = {}
        self._shape()

    def _shape(self) -> None:
        """Find the columns; say what was removed, renamed, merged or hidden."""
        heads = self.sheet.heads()
        for position, column in enumerate(self.columns, 1):
            if len(twins := self.sheet.columns_headed(column.head)) > 1:
                self.opened.problem(
                    self.place(self.sheet.head_row, twins[1]),
                    _("có hai cột “{}”, không biết cột nào đúng").format(column.head),
                    _("giữ một cột, đổi tên hoặc xóa cột kia"),
                )
            if column.head in heads:
                self.at[column.key] = heads[column.head]
            else:
                # Whatever stands in its place now is likely what it was renamed to.
                found = did_you_mean(
                    column.head, [head for head in heads if head not in {c.head for c in self.columns}]
                )
                self.opened.problem(
                    self.place(self.sheet.head_row, position),
                    _("thiếu cột “{}”").format(column.head),
                    _("khôi phục tên cột như bản xuất ra; {}").format(found),
                )
        for head in heads.keys() - {column.head for column in self.columns}:
            self.opened.warn(
                self.place(self.sheet.head_row, heads[head]),
                _("cột “{}” không thuộc biểu mẫu, không được đọc").format(head[:40]),
                _("cần nhập thì chép sang cột của biểu mẫu"),
            )
        if self.sheet.hidden:
            self.opened.warn(
                f"{self.opened.file}!{self.sheet.name}",
                _("trang đang ẩn, vẫn được đọc"),
                _("hiện trang để kiểm tra"),
            )
        for row, first, area in self.sheet.merged:
            self.opened.problem(
                self.place(row, first),
                _("ô gộp {}, chỉ ô đầu có giá trị").format(area),
                _("bỏ gộp ô, ghi giá trị vào từng ô"),
            )
        below = {row for row in self.sheet.rows if row > self.sheet.head_row}
        for first, last in runs_of(self.sheet.hidden_rows & below):
            message = _("dòng đang ẩn, vẫn được đọc")
            if last > first:
                # A filter hides hundreds.
                message = _("các dòng {} đến {} đang ẩn, vẫn được đọc").format(first, last)
            self.opened.warn(self.place(first, 1), message, _("bỏ ẩn để kiểm tra"))
        for hidden in sorted(self.sheet.hidden_columns & set(self.at.values())):
            self.opened.warn(
                self.place(self.sheet.head_row, hidden),
                _("cột đang ẩn, vẫn được đọc"),
                _("bỏ ẩn để kiểm tra"),
            )

        for row, at, words in self.sheet.notes[:MOST_TOLD]:
            self.opened.warn(
                self.place(row, at),
                _("ghi chú (comment) của ô không được đọc: “{}”").format(words[:80]),
                _("là số liệu hay lời cần in thì ghi vào ô"),
            )
        if (more := len(self.sheet.notes) - MOST_TOLD) > 0:
            self.opened.warn(
                f"{self.opened.file}!{self.sheet.name}",
                _("còn {} ghi chú (comment) nữa không được đọc").format(more),
                _("là số liệu hay lời cần in thì ghi vào ô"),
            )

    def place(self, row: int, column: int) -> str:
        """The cell as messages name it."""
        return self.opened.place(self.sheet.name, row, column)

    def raw(self, row: int, key: str) -> object:
        """What stands in the column `key`."""
        return self.sheet.rows.get(row, {}).get(self.at.get(key, 0))

    def words(self, row: int, key: str) -> str:
        """The same as words on one line."""
        value = self.raw(row, key)
        return " ".join(str(value).split()) if value is not None else ""

    def filled(self) -> list[int]:
        """Rows that say more than which unit they belong to."""
        own = [column for key, column in self.at.items() if key != "unit"]
        rows = {row for row, cells in self.sheet.rows.items() if any(c in cells for c in own)}
        rows |= {row for row, column in self.sheet.formulas if column in own}
        return sorted(row for row in rows if row > self.sheet.head_row)

    def scope(self, row: int) -> Scope | None:
        """The unit the row belongs to."""
        name = self.words(row, "unit")
        if not name and len(self.scopes) == 1:
            return next(iter(self.scopes.values()))
        if name not in self.session.units:
            self.session.units[name] = self._unit(name, self.place(row, self.at["unit"]))
        unit = self.session.units[name]
        return self.scopes[unit] if unit else None

    def _unit(self, name: str, place: str) -> str | None:
        """The unit that `name` means; one that is wrong is told of where it first stands."""
        names = [scope.unit.name for scope in self.scopes.values()]
        if not name:
            self.opened.problem(
                place, _("thiếu tên đơn vị"), _("chọn một trong: {}").format(", ".join(names))
            )
            return None
        try:
            unit = unit_by_name(next(iter(self.scopes.values())).book, name).id
        except UsageError as error:
            message, _arrow, fix = str(error).partition(" -> ")
            self.opened.problem(place, message, fix)
            return None
        if unit not in self.scopes:
            self.opened.problem(
                place,
                _("“{}” không thuộc bảng này").format(name),
                _("bảng chỉ có: {}").format(", ".join(names)),
            )
            return None
        return unit

    def unknown(self, place: str, key: str, known: list[str]) -> None:
        """Say that the row names nothing that is known."""
        message = (
            _("không có “{}” trong danh mục của đơn vị").format(key)
            if key
            else _("thiếu tên hoặc mã của dòng")
        )
        self.opened.problem(place, message, did_you_mean(key, known) if key else _("ghi lại như bản xuất ra"))

    def duplicate(self, place: str, key: str, first: int) -> None:
        """Say that a row before says the same."""
        self.opened.problem(
            place, _("trùng “{}” ở dòng {}").format(key, first), _("giữ một dòng, xóa dòng kia")
        )

    def plain(self, row: int, column: int, cell: Cell) -> bool:
        """Whether the value of the cell is what it shows; where its looks say otherwise, that is told of."""
        mark = self.sheet.marks.get((row, column))
        if mark is None or (mark.in_figures and cell.kind in ("text", "prose")):
            return True
        self.opened.problem(self.place(row, column), mark.message, mark.fix)
        return False

    def value(self, row: int, key: str, cell: Cell, old: str) -> str | None:
        """The text of one cell, None where it is no good; the old text where both say the same."""
        if (row, self.at[key]) in self.sheet.formulas:
            self.opened.problem(
                self.place(row, self.at[key]),
                _("công thức chưa có giá trị"),
                _("mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị"),
            )
            return None
        if not self.plain(row, self.at[key], cell):
            return None
        try:
            text, spelt, told = said_in(cell, self.raw(row, key))
        except BadCell as error:
            self.opened.problem(self.place(row, self.at[key]), error.message, error.fix)
            return None
        for note in told:
            self.opened.warn(self.place(row, self.at[key]), note, _("xem lại ô này ở bản in"))
        if spelt:
            self.opened.respelt.append(Respelt(self.place(row, self.at[key]), spelt, text))
        if changed := slip(str(self.raw(row, key) or "")):
            self.opened.warn(self.place(row, self.at[key]), changed.message, changed.fix)
        if text and (found := suspicion(text)):
            self.opened.warn(
                self.place(row, self.at[key]),
                _("nghi là chữ {}, nếu đúng thì là “{}”").format(found.font, found.unicode[:80]),
                _("gõ lại bằng phông Unicode; kh-docs không tự chuyển"),
            )
        return old if same(cell.kind, old, text) else text


def runs_of(numbers: set[int]) -> list[tuple[int, int]]:
    """First and last of each run of numbers that follow each other."""
    return [
        (group[0], group[-1])
        for _offset, pairs in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])
        if (group := [number for _index, number in pairs])
    ]
