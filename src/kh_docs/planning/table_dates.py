"""Times in the column of times of a table, which needs no word like “trước” to be a deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kh_docs.i18n import _
from kh_docs.model.plan import Rule
from kh_docs.planning.bodies import bodies_in
from kh_docs.planning.outline import OutlineClause, Question
from kh_docs.planning.spans import Span, touches_any
from kh_docs.planning.tables import tables_in

_DAY = re.compile(r"(?:[Nn]gày\s+)?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?")
_MONTH = re.compile(r"[Tt]háng\s+(\d{1,2})(?:\s?[/-]\s?(\d{4}))?")
_YEAR = re.compile(r"(?:[Cc]ả\s+|[Tt]rong\s+)?(?:[Nn]ăm\s+)?(20\d\d)")
_ONGOING = re.compile(
    r"(?:thường xuyên|liên tục|trong năm|cả năm|hằng ngày|khi có|theo |đột xuất)", re.IGNORECASE
)


def dates_in_cells(
    clause: OutlineClause, taken: Sequence[Span], year: int
) -> Iterator[tuple[Span, Rule] | Question]:
    """Cells of times that nothing was found in so far: a rule or a question.

    What units have to do without a time is a question too, for no list of deadlines will say it.
    """
    for table in tables_in(clause):
        time, lead = table.column("time"), table.column("lead")
        for row in table.rows:
            cell = row[time] if time is not None else None
            if cell and touches_any(cell.span, taken):
                continue
            line = clause.line_at(row[0].span.start)
            if cell and cell.text and not _ONGOING.match(cell.text):
                if rule := _rule(cell.text, year):
                    yield cell.span, rule
                else:
                    yield Question(clause.id, line, cell.text, _("thời gian trong bảng chưa thành thời hạn"))
            elif lead is not None and any(body.whom != "province" for body in bodies_in(row[lead].text)):
                words = " | ".join(each.text for each in row)
                message = _("việc trong bảng giao cho đơn vị, không có thời hạn -> ghi vào tasks.yaml")
                yield Question(clause.id, line, words, message)


def _rule(text: str, year: int) -> Rule | None:
    if found := _DAY.fullmatch(text):
        try:
            return Rule(kind="by_date", date=date(int(found[3] or year), int(found[2]), int(found[1])))
        except ValueError:
            return None
    if (found := _MONTH.fullmatch(text)) and 1 <= int(found[1]) <= 12:
        return Rule(kind="in_month", month=f"{int(found[1])}/{found[2] or year}")
    if found := _YEAR.fullmatch(text):
        return Rule(kind="in_year", year=int(found[1]))
    return None
