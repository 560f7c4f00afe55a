"""Read a workbook of ours that came back: the return of each unit in it that answers this report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from kh_docs.errors import DataError, Problem
from kh_docs.i18n import _
from kh_docs.returns.cells import Cell
from kh_docs.returns.found import Found
from kh_docs.returns.ground import Ground
from kh_docs.returns.joined import printed_for, said_in
from kh_docs.returns.lists import ListRow
from kh_docs.returns.period_said import asked_of_period
from kh_docs.returns.returned import FileRead, Return
from kh_docs.returns.values import Question, figures_of
from kh_docs.sheets.form.shapes import Path
from kh_docs.sheets.reading.witnessed import Witness, Witnessed, witnessed


def read_workbook(found: Found, ground: Ground) -> Iterator[Return | FileRead]:
    """The returns in the workbook, or what became of a file that holds none."""
    request = ground.request
    book, kind = request.book, request.recipe.kind
    try:
        read = witnessed(PurePosixPath(found.path).name, found.content, book, request.words())
    except DataError as error:
        unit = ground.names.in_path(found.path)
        yield FileRead(found.path, unit, "unreadable", _said(error.problems[0]))
        return
    if read.plan != book.head.id:
        yield FileRead(found.path, None, "foreign", _foreign(read))
        return
    answered = [unit for unit in read.values if read.answers(unit, kind)]
    if not answered:
        reason = _said(read.problems[0]) if read.problems else _("mẫu chưa điền gì")
        yield FileRead(found.path, next(iter(read.values), None), "foreign", reason)
    for unit in answered:
        yield _returned(found, ground, read, unit)


def _foreign(read: Witnessed) -> str:
    if read.plan:
        return _("là văn bản theo kế hoạch khác ({plan})").format(plan=read.plan)
    return _("không phải biểu mẫu báo cáo của chương trình này")


def _said(problem: Problem) -> str:
    return f"{problem.message} -> {problem.fix}" if problem.fix else problem.message


def _returned(found: Found, ground: Ground, read: Witnessed, unit: str) -> Return:
    request = ground.request
    answers = read.answers(unit, request.recipe.kind)
    cells = {tag: Cell(witness.raw, witness.where, "code") for tag, witness in answers.items()}
    figures, questions = figures_of(ground.asked(unit), cells, ground.period.to_day.year, has_all=False)
    # A cell that could not be read at all, such as a formula without its value.
    unread = [Question(problem.file.partition("!")[2], "", _said(problem), "") for problem in read.problems]
    titles = request.guide.titles
    return Return(
        unit,
        *found.told,
        "",
        None,
        figures,
        [*questions, *unread, *asked_of_period(cells, unit, ground)],
        {titles[tag]: cells[tag].raw for tag in titles if tag in cells},
        tuple(title for tag, title in titles.items() if tag not in cells),
        _lists(ground, read.values[unit]),
        _communes(answers, {child.code for child in request.book.units[unit].children}),
        (_("đọc từ bảng tính"),),
        joined=printed_for(unit, ground) | said_in({tag: cell.raw for tag, cell in cells.items()}),
    )


def _lists(ground: Ground, values: Mapping[Path, Witness]) -> dict[str, list[ListRow]]:
    """The registers of the report, row by row, from the lists that fill them."""
    entries: dict[str, dict[str, dict[str, Witness]]] = {}
    for path, witness in values.items():
        if len(path) == 3:
            entries.setdefault(path[0], {}).setdefault(path[1], {})[path[2]] = witness
    found: dict[str, list[ListRow]] = {}
    request = ground.request
    for register in request.book.registers:
        if request.recipe.kind not in register.kinds:
            continue
        for source in register.rows:
            # Of only some entries others know which: the list alone does not say.
            for told in () if source.where else entries.get(source.each, {}).values():
                row: ListRow = {
                    column.id: (told[column.field].raw, told[column.field].where)
                    for column in register.columns
                    if column.field in told
                }
                found.setdefault(register.id, []).append(row)
    return found


def _communes(answers: Mapping[str, Witness], codes: set[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for tag, witness in answers.items():
        column, _dot, code = tag.rpartition(".")
        if code in codes:
            found.setdefault(column, {})[code] = witness.raw
    return found
