"""The sheet of indicators by units: what each said, formulas that add it up, the province's own totals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from openpyxl.utils import get_column_letter

from kh_docs.facts.numbers_vi import per_cent
from kh_docs.i18n import _
from kh_docs.model.indicators import Indicator
from kh_docs.returns.collected import Collected
from kh_docs.returns.matrix import DOUBTFUL, Matrix
from kh_docs.returns.provincial import is_shared_by_all, number_of, provincial
from kh_docs.returns.reported import items_of, name_of
from kh_docs.returns.request import Request
from kh_docs.returns.sheets import HEAD_ROW, Column, Formula, Sheet, Value, write_table
from kh_docs.returns.targets import figures_of, judged

# Columns before those of the units: code, indicator, measure.
BEFORE = 3
# What a criterion of a spreadsheet says of any number and of no words.
_A_NUMBER = "<1E+99"


class _Span:
    """The cells of the units in the row of each indicator."""

    def __init__(self, items: Sequence[Indicator], units: int) -> None:
        self.rows = {item.id: number for number, item in enumerate(items, HEAD_ROW + 1)}
        self.first, self.last = get_column_letter(BEFORE + 1), get_column_letter(BEFORE + units)
        self.total, self.target = (get_column_letter(BEFORE + units + more) for more in (1, 3))

    def of(self, item: str) -> str:
        return f"{self.first}{self.rows[item]}:{self.last}{self.rows[item]}"


def figures(sheet: Sheet, request: Request, collected: Collected) -> None:
    """Fill the sheet."""
    units = [each.unit for each in collected.units]
    items = items_of(request)
    columns = [Column(_("Mã"), 6, centred=True), Column(_("Chỉ tiêu"), 44), Column(_("Đơn vị tính"), 11)]
    columns += [Column(name_of(request, unit), 9.5, centred=True) for unit in units]
    columns += [
        Column(head, 12, centred=True)
        for head in (
            _("Cộng"), _("Số đơn vị có số liệu"), _("Chỉ tiêu của tỉnh"), _("% chỉ tiêu của tỉnh"),
            _("Đơn vị đạt chỉ tiêu"),
        )
    ]  # fmt: skip
    head = request.book.head
    title = _("TỔNG HỢP BÁO CÁO THỰC HIỆN {kind} SỐ {number}").format(
        kind=head.kind.upper(), number=f"{head.number}/{head.symbol}"
    )
    about = _(
        "Số liệu thực hiện kỳ này; ô trống là đơn vị chưa có số liệu, không tính là 0; “(?)” là số chưa rõ, "
        "chưa cộng; tỷ lệ tính lại từ các số."
    )
    rows = _rows(request, collected, items, units)
    write_table(sheet, title, about, columns, rows, f"{get_column_letter(BEFORE + 1)}{HEAD_ROW + 1}")


def _rows(
    request: Request, collected: Collected, items: Sequence[Indicator], units: Sequence[str]
) -> Iterator[list[Value]]:
    span = _Span(items, len(units))
    for item in items:
        shown = shown_of(collected.matrix, item)
        row: list[Value] = [item.code, item.label, item.measure]
        row += [shown.get(unit) for unit in units]
        total = collected.totals.get(f"{item.id}.ky_nay")
        value, told = (total.value, total.units) if total else (None, None)
        counted = f"COUNT({span.of(item.id)})"
        sum_ = _sum(collected.matrix, item, span)
        row.append(Formula(sum_, value) if sum_ else value)
        # Words and days are counted as units that said something.
        row.append(Formula(f"={counted}", told or 0) if item.type in ("n", "m", "p") else told)
        target = provincial(request.book, item)
        row.append(number_of(target) if target else None)
        at = span.rows[item.id]
        share = f'=IFERROR(ROUND(100*{span.total}{at}/{span.target}{at},1),"")'
        if target is not None and is_shared_by_all(request.book, item, target):
            row.append(Formula(share, None if value is None else per_cent(value, number_of(target))))
        else:
            row.append(None)
        those = judged(request, collected.matrix, item)
        good, both = sum(len(each.reached) for each in those), sum(each.total for each in those)
        row.append(f"{good}/{both}" if both and not item.target_only else None)
        yield row


def shown_of(matrix: Matrix, item: Indicator) -> Mapping[str, float | str]:
    """What stands in the row of an indicator, by unit: what counts, else what somebody wrote."""
    key = f"{item.id}.ky_nay"
    chosen = matrix.words(key) if item.offered else {}
    raw = {unit: _without_words(text, item) for unit, text in matrix.raw(key).items()}
    return {**raw, **chosen, **matrix.numbers(key), **figures_of(matrix, item)}


def _without_words(text: str, item: Indicator) -> str:
    """What the form prints in place of a figure (“Phụ lục II”) would mean an annex of the report."""
    is_ours = item.type in ("n", "m", "p") and text.endswith(DOUBTFUL) and not re.search(r"\d", text)
    return DOUBTFUL if is_ours else text


def _counted(answers: Iterable[str], cells: str) -> str:
    return "+".join(f'COUNTIF({cells},"{answer}")' for answer in answers)


def _sum(matrix: Matrix, item: Indicator, span: _Span) -> str:
    """How the indicator is added up, as a formula over the units; nothing where none says it."""
    if item.aggregate in ("ratio", "recompute") and item.formula and item.formula.denominator:
        parts = [*item.formula.numerator, *item.formula.denominator]
        if any(part not in span.rows for part in parts):
            return ""
        # Only units that gave all parts count; what is not clear stands there as words.
        known = ",".join(f'{span.of(part)},"{_A_NUMBER}"' for part in parts)
        above = "+".join(f"SUMIFS({span.of(part)},{known})" for part in item.formula.numerator)
        below = "+".join(f"SUMIFS({span.of(part)},{known})" for part in item.formula.denominator)
        return f'=IFERROR(ROUND(100*({above})/({below}),1),"")'
    if item.type == "b":
        good, said = (_counted(answers, span.of(item.id)) for answers in (item.good, item.offered))
        return f'=IF({said}=0,"",{good})'
    if item.type not in ("n", "m"):
        return ""
    if item.aggregate == "max":
        return f"=MAX({span.of(item.id)})"
    by_name = item.counted is not None and item.counted.each in matrix.named
    summed = item.aggregate in ("sum", "union") and not by_name
    return f'=IF(COUNT({span.of(item.id)})=0,"",SUM({span.of(item.id)}))' if summed else ""
