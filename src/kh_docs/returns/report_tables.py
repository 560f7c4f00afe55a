"""The annexes of the province's report: figures by unit, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator

from kh_docs.documents.register_tables import NamedTable
from kh_docs.documents.runs import words
from kh_docs.facts.numbers_vi import per_cent
from kh_docs.layout.tables import Column, number_column
from kh_docs.model.indicators import Indicator
from kh_docs.render.values import Run, Table
from kh_docs.returns.collected import Collected
from kh_docs.returns.figure_sheet import shown_of
from kh_docs.returns.lines import figure, is_told, two
from kh_docs.returns.numbers import shown
from kh_docs.returns.provincial import number_of, provincial
from kh_docs.returns.reported import MOST_NAMED, items_of, name_of, names_in_words
from kh_docs.returns.request import Request
from kh_docs.returns.returned import Return

# Columns of figures beside the unit's name that a page can hold, and their width in mm.
AT_ONCE, WIDTH_MM = 9, 23
COUNTED = ("n", "m", "p")
STATES = {"missing": "Chưa gửi", "unreadable": "Không đọc được", "received": "Đã gửi"}
# Questions of one unit that a cell of the annex names; the letter and the tracker have them all.
MOST_PLACES = 6
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
        Column(f"{item.code}. {item.short or item.label}", WIDTH_MM, item.id, centred=True) for item in items
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


def _shown(value: float | str | None) -> str:
    return "" if value is None else value if isinstance(value, str) else figure(value)


def _total(collected: Collected, item: Indicator) -> str:
    total = collected.totals.get(f"{item.id}.ky_nay")
    if total is None or total.value is None:
        return ""
    return f"{figure(total.value)} ({two(total.units)}/{two(total.of)})"


def _share(request: Request, collected: Collected, item: Indicator) -> str:
    total, target = collected.totals.get(f"{item.id}.ky_nay"), provincial(request.book, item)
    if total is None or total.value is None or target is None:
        return ""
    return shown(per_cent(total.value, number_of(target)))


def words_tables(request: Request, collected: Collected) -> list[NamedTable]:
    """What units said in words, each quoted by name; the same answer of several stands once."""
    columns = (
        number_column(),
        Column("Chỉ tiêu", 82, "indicator"),
        Column("Nội dung báo cáo", 70, "words"),
        Column("Đơn vị", 82, "units"),
    )
    rows: list[_Cells] = []
    for item in items_of(request):
        said: dict[str, list[str]] = {}
        told = collected.matrix.words(f"{item.id}.ky_nay") if item.type == "t" else {}
        for unit, text in told.items():
            said.setdefault(" ".join(text.split()).rstrip(".;"), []).append(unit)
        for text, units in said.items():
            label = f"{item.code}. {item.label}"
            cells = (str(len(rows) + 1), label, f"“{text}”", names_in_words(request, units))
            rows.append([words(cell) for cell in cells])
            if len(rows) == MOST_NAMED:
                more = "Nội dung khác: xem trang “Nguồn” của bảng tổng hợp"
                return [NamedTable("", Table(columns, [*rows, [[], words(more), [], []]]))]
    return [NamedTable("", Table(columns, rows))] if rows else []


def open_tables(request: Request, collected: Collected) -> list[NamedTable]:
    """Units that sent nothing, sent late or have to be asked, each with the places."""
    columns = (
        number_column(),
        Column("Đơn vị", 40, "unit"),
        Column("Tình trạng", 30, "state"),
        Column("Chậm (ngày)", 22, "late", centred=True),
        Column("Số liệu cần làm rõ", 130, "questions"),
    )
    rows: list[_Cells] = []
    for each, sent in collected.returns():
        if each.is_open and len(rows) == MOST_NAMED:
            rows.append([[], words("Đơn vị khác: xem bảng theo dõi"), [], [], []])
            break
        if each.is_open:
            texts = (
                str(len(rows) + 1),
                name_of(request, each.unit),
                STATES[each.state],
                two(each.days_late) if each.days_late else "",
                "; ".join(_asked(sent)),
            )
            rows.append([words(text) for text in texts])
    return [NamedTable("", Table(columns, rows))] if rows else []


def _asked(sent: Return | None) -> Iterator[str]:
    if sent is None:
        return
    found = [f"{question.where}: {question.message}" for question in sent.questions]
    found += [f"{conflict.a}: {conflict.message}" for conflict in sent.conflicts]
    yield from (text.rstrip(".;") for text in found[:MOST_PLACES])
    if len(found) > MOST_PLACES:
        yield f"và {two(len(found) - MOST_PLACES)} chỗ khác, xem công văn gửi đơn vị"


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
