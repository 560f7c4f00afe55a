"""The table of communes: what stands in each row, and rows that are not as the form prints them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.model.units import Unit
from kh_docs.returns.cells import without_dots
from kh_docs.returns.values import Question
from kh_docs.returns.word_form import Form
from kh_docs.text import slug
from kh_docs.word.xml import Element

_Row = list[Element]


class CommuneRows(NamedTuple):
    """By what begins the tags of a column: what each commune says, and what the row of totals says."""

    communes: dict[str, dict[str, str]]
    totals: dict[str, str]
    questions: list[Question]


def commune_rows(form: Form, children: Sequence[Unit], totals: Collection[str]) -> CommuneRows:
    """What the tables of communes say; `totals`: how rows are called that add up."""
    units = {child.code: child for child in children}
    found: dict[str, dict[str, str]] = {}
    for key, cell in form.cells.items():
        column, _dot, code = key.rpartition(".")
        if code in units:
            # Two rows of one commune that differ: neither is taken, the cell is asked about as it stands.
            said = dict.fromkeys(without_dots(raw) for raw in (cell.raw, *(raw for raw, _at in cell.copies)))
            found.setdefault(column, {})[code] = " / ".join(text for text in said if slug(text))
    added: dict[str, str] = {}
    questions: list[Question] = []
    for rows in form.grid.tables:
        columns = _columns(form, rows, units)
        if not columns:
            continue
        seen: set[str] = set()
        first = next(at for at, row in enumerate(rows) if _code(form, row, units))
        for row in rows[first:]:
            if any(slug(form.grid.text_of(cell)) in totals for cell in row[:2]):
                added.update(_totals(form, columns, rows[first], row))
                continue
            code = _code(form, row, units)
            questions += _asked(form, row, code, units, is_again=code in seen)
            seen.add(code)
    return CommuneRows(found, added, questions)


def _columns(form: Form, rows: list[_Row], units: Mapping[str, Unit]) -> dict[int, str]:
    found: dict[int, str] = {}
    for row in rows:
        for at, cell in enumerate(row):
            column, _dot, code = form.homes.get(cell, "").rpartition(".")
            if code in units:
                found[at] = column
    return found


def _code(form: Form, row: _Row, units: Mapping[str, Unit]) -> str:
    codes = (form.homes.get(cell, "").rpartition(".")[2] for cell in row)
    return next((code for code in codes if code in units), "")


def _totals(form: Form, columns: Mapping[int, str], first: _Row, row: _Row) -> Iterator[tuple[str, str]]:
    """What somebody wrote there: the form prints words."""
    for at, name in columns.items():
        below = form.grid.cell_below(first, at, row)
        text = form.grid.text_of(below) if below is not None else ""
        if any(map(str.isdecimal, text)):
            yield name, text


def _asked(
    form: Form, row: _Row, code: str, units: Mapping[str, Unit], *, is_again: bool
) -> Iterator[Question]:
    """A row that somebody added or copied, or that bears the name of another commune."""
    texts = [form.grid.text_of(cell).strip() for cell in row if form.homes.get(cell, "") == ""]
    where, said = str(form.grid.places[row[0]]), " | ".join(text for text in texts if text)
    if not code:
        if any(slug(text) for text in texts[1:]):
            told = _("dòng thêm vào bảng, không phải đơn vị cấp xã trong danh sách: chưa tính")
            yield Question(where, said, told, "")
        return
    if is_again:
        yield Question(where, said, _("dòng này có hai lần trong biểu; tính một lần"), "")
    names = {slug(name): unit for unit in units.values() for name in (unit.name, unit.full_name)}
    own = {slug(units[code].name), slug(units[code].full_name)}
    others = [unit for text in texts if (unit := names.get(slug(text))) is not None]
    # Without marks Nậm Cắn is Nậm Càn.
    if others and not any(slug(text) in own for text in texts):
        told = _("dòng của {unit} ghi tên {other}: đề nghị xác nhận số liệu của đơn vị nào")
        message = told.format(unit=units[code].full_name, other=others[0].full_name)
        yield Question(where, said, message, "")
