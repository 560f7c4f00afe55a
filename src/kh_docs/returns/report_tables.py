"""The annexes of the province's report: figures by unit, and what is still open."""

from __future__ import annotations

from kh_docs.documents.indicator_table import NO_MEANING
from kh_docs.documents.register_tables import NamedTable
from kh_docs.documents.runs import words
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.spelt_values import WORDS
from kh_docs.layout.tables import Column, number_column
from kh_docs.model.indicators import Indicator
from kh_docs.render.values import Run, Table
from kh_docs.returns.collected import Collected
from kh_docs.returns.days import days_of, deadline_words
from kh_docs.returns.figure_sheet import shown_of
from kh_docs.returns.lines import figure, two
from kh_docs.returns.numbers import shown
from kh_docs.returns.provincial import provincial, share_of
from kh_docs.returns.reported import MOST_NAMED, items_of, name_of, named
from kh_docs.returns.request import Request
from kh_docs.returns.silent import is_told
from kh_docs.text import slug

# Columns of figures beside the unit's name that a page can hold, and their width in mm.
AT_ONCE, WIDTH_MM = 9, 23
COUNTED = ("n", "m", "p")
STATES = {"missing": "Chưa gửi", "unreadable": "Không đọc được", "received": "Đã gửi"}
# What a number in a narrow column cannot say of itself.
_MEASURES = ("%", "triệu đồng")
_Cells = list[list[Run]]


def figure_tables(request: Request, collected: Collected) -> list[NamedTable]:
    """Indicators by unit, as many at a time as a page can hold."""
    # A column that nobody filled takes a page and says nothing; the report names it.
    counted = [
        item
        for item in items_of(request)
        if item.type in COUNTED and not item.target_only and is_told(collected, item)
    ]
    tables: list[NamedTable] = []
    for start in range(0, len(counted), AT_ONCE):
        chosen = counted[start : start + AT_ONCE]
        name = f"Chỉ tiêu {chosen[0].code} đến {chosen[-1].code}"
        tables.append(NamedTable(name, _figures(request, collected, chosen)))
    return tables


def _figures(request: Request, collected: Collected, items: list[Indicator]) -> Table:
    columns = [number_column(), Column("Đơn vị", 34, "unit")]
    columns += [
        Column(f"{item.code}. {item.short or item.label}{_measure(item)}", WIDTH_MM, item.id, centred=True)
        for item in items
    ]
    told = [shown_of(collected.matrix, item) for item in items]
    rows: list[_Cells] = []
    named = collected.units if len(collected.units) <= MOST_NAMED else ()
    for number, each in enumerate(named, 1):
        cells = [words(str(number)), words(name_of(request, each.unit))]
        rows.append([*cells, *(words(_shown(column.get(each.unit))) for column in told)])
    rows.append([[], words("Cộng"), *(words(_total(collected, item)) for item in items)])
    targets = [provincial(request.book, item) for item in items]
    if any(targets):
        asked = [words(target.value if target else "") for target in targets]
        rows.append([[], words("Chỉ tiêu của tỉnh"), *asked])
        shares = [words(_share(request, collected, item)) for item in items]
        rows.append([[], words("% chỉ tiêu của tỉnh"), *shares])
    return Table(tuple(columns), rows)


def _measure(item: Indicator) -> str:
    return f" ({item.measure})" if item.measure in _MEASURES else ""


def _shown(value: float | str | None) -> str:
    if isinstance(value, str):
        # “Không áp dụng” in a narrow column made every row two lines high.
        return NO_MEANING if WORDS.get(slug(value)) == "not_applicable" else value
    return "" if value is None else figure(value)


def _total(collected: Collected, item: Indicator) -> str:
    total = collected.totals.get(f"{item.id}.ky_nay")
    if total is None or total.value is None:
        return ""
    return f"{figure(total.value)} ({two(total.units)}/{two(total.of)})"


def _share(request: Request, collected: Collected, item: Indicator) -> str:
    total = collected.totals.get(f"{item.id}.ky_nay")
    if total is None or total.value is None:
        return ""
    share = share_of(request.book, item, total.value)
    return "" if share is None else shown(share)


def words_tables(request: Request, collected: Collected) -> list[NamedTable]:
    """What units said in words and days, each by name; the same answer of several stands once."""
    columns = (
        number_column(),
        Column("Chỉ tiêu", 82, "indicator"),
        Column("Nội dung báo cáo", 70, "words"),
        Column("Đơn vị", 82, "units"),
    )
    rows: list[_Cells] = []
    for item in items_of(request):
        for text, units in _said(request, collected, item).items():
            cells = (str(len(rows) + 1), f"{item.code}. {item.label}", text, named(units))
            rows.append([words(cell) for cell in cells])
            if len(rows) == MOST_NAMED:
                more = "Nội dung khác: xem trang “Nguồn” của bảng tổng hợp"
                return [NamedTable("", Table(columns, [*rows, [[], words(more), [], []]]))]
    return [NamedTable("", Table(columns, rows))] if rows else []


def _said(request: Request, collected: Collected, item: Indicator) -> dict[str, list[str]]:
    """Answers and who gave them; of days, who kept the plan's and who did not."""
    said: dict[str, list[str]] = {}
    if item.type == "d" and not item.known:
        days, until = days_of(request, collected, item), deadline_words(request, item)
        for head, told in (("Đúng hạn" if until else "Đã báo cáo", days.kept), ("Chậm", days.late)):
            name = f"{head} ({until})" if until and told is days.kept else head
            for unit, day in told.items():
                said.setdefault(name, []).append(f"{name_of(request, unit)} ({short_date(day)})")
    elif item.type in ("b", "t"):
        for unit, text in collected.matrix.words(f"{item.id}.ky_nay").items():
            shown = text if text in item.offered else f"“{' '.join(text.split()).rstrip('.;')}”"
            said.setdefault(shown, []).append(name_of(request, unit))
    return said


def open_tables(request: Request, collected: Collected) -> list[NamedTable]:
    """Units that sent nothing, sent late, left something open or have to be asked: how much, not what."""
    columns = (
        number_column(),
        Column("Đơn vị", 52, "unit"),
        Column("Tình trạng", 34, "state"),
        Column("Chậm (ngày)", 26, "late", centred=True),
        Column("Chỉ tiêu chưa có số liệu", 34, "blanks", centred=True),
        Column("Đơn vị cấp xã còn ô trống", 34, "communes", centred=True),
        Column("Số liệu cần làm rõ", 30, "asked", centred=True),
        Column("Trong đó chưa cộng", 25, "left_out", centred=True),
    )
    rows: list[_Cells] = []
    for each in collected.units:
        if each.is_open and len(rows) == MOST_NAMED:
            rows.append([[], words("Đơn vị khác: xem bảng theo dõi"), *([[]] * 6)])
            break
        if each.is_open:
            late = two(each.days_late) if each.days_late else ""
            texts = (
                str(len(rows) + 1),
                name_of(request, each.unit),
                STATES[each.state],
                late if each.came_by(request.as_of) else "Chưa rõ",
                *(
                    two(number) if number else ""
                    for number in (
                        each.blanks,
                        each.open_communes,
                        each.questions + each.conflicts,
                        each.left_out,
                    )
                ),
            )
            rows.append([words(text) for text in texts])
    return [NamedTable("", Table(columns, rows))] if rows else []


def changed_tables(request: Request) -> list[NamedTable]:
    """Figures that the officer set after asking, each with her reason."""
    columns = (
        number_column(),
        Column("Đơn vị", 40, "unit"),
        Column("Chỉ tiêu", 80, "indicator"),
        Column("Số đã sửa", 30, "value", centred=True),
        Column("Lý do", 72, "reason"),
    )
    labels = {item.id: f"{item.code}. {item.label}" for item in request.book.indicators.indicators}
    rows: list[_Cells] = []
    for number, each in enumerate(request.decisions.overrides, 1):
        value = each.value if isinstance(each.value, str) else figure(each.value or 0)
        indicator = labels[each.key.partition(".")[0]]
        texts = (str(number), name_of(request, each.unit), indicator, value, each.reason)
        rows.append([words(text) for text in texts])
    return [NamedTable("", Table(columns, rows))] if rows else []
