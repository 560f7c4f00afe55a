"""Find the deadlines in a plan's clauses: their words, the rule they state, and how often they come back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kh_docs.facts.calendar import resolve
from kh_docs.i18n import N_, _
from kh_docs.model.plan import Rule
from kh_docs.planning.date_rules import YEARLY, Recurring, every, rule_of
from kh_docs.planning.date_words import FURTHER_DAY, SHAPES
from kh_docs.planning.outline import OutlineClause, Question
from kh_docs.planning.outline_ids import OPENING
from kh_docs.planning.spans import Span, before, sentence_at, touches_any
from kh_docs.planning.table_dates import dates_in_cells

_PERIOD = re.compile(
    r"(?:[Gg]iai đoạn|[Tt]hời kỳ|[Nn]hiệm kỳ)\s+(?:từ\s+)?(?:năm\s+)?(\d{4})\s*(?:[-–]|đến(?: năm)?)\s*"
    r"(\d{4})(?:[^;.\n]{0,3}những năm tiếp theo)?"
)
_NO_DAY = N_("thời hạn không có ngày tháng rõ ràng")
_RELATIVE = re.compile(
    r"(?:[Tt]rước|[Cc]hậm nhất|[Tt]rong (?:thời hạn|vòng)"
    r"|[Tt]rong(?=\s+\d{1,3}\s+ngày\s+kể)|[Ss]au)\s+(?:\d{1,3}|một|hai|ba|năm|mười)\s+"
    r"(?:ngày|tháng|tuần)(?:\s+làm việc)?"
    r"(?:\s+(?:kể từ|từ|tính từ|trước|tổ chức|diễn ra|sau)[^;.,\n)]*)?"
)
# Times that the shapes do not know: named days, a day of no month, halves of no year.
_UNREAD = re.compile(
    r"[Tt]rước\s+(?:dịp\s+)?(?:Tết|khai giảng|bế giảng|năm học|mùa (?:mưa|bão|khô))\b[^;.,\n]{0,30}"
    r"|(?:[Tt]rước|[Vv]ào|[Cc]hậm nhất)\b[^;.,\n]{0,12}\b"
    r"ngày\s+\d{1,2}\s+(?:của\s+)?(?:h[àằ]ng\s+quý|tháng\s+đầu\s+(?:của\s+)?[Qq]uý(?:\s+sau)?)"
    # “hằng tháng (trước ngày 18)”.
    r"|(?:[Tt]rước|[Cc]hậm nhất)\s+(?:vào\s+)?ngày\s+\d{1,2}(?=\s*[);]|,\s|\.?$)"
    r"|(?:[Hh]oàn thành|[Xx]ong)\s+(?:trong\s+)?(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối)\s+năm(?!\s+20)"
)
_EVENT_WORDS = re.compile(r"(?:Ngày|Lễ|Tháng|Tuần lễ|ngày hội|kỷ niệm|hưởng ứng|Tết)[^;.\n]{0,160}$")
# “số liệu tính từ ngày 01/01 đến ngày 30/6”, “báo cáo quý I trước ngày 10/3”: what is told, not by when.
_OF_FIGURES = re.compile(r"(?:[Ss]ố liệu|[Kk]ỳ báo cáo)[^;.\n]{0,60}$")
# “trong mùa khô (từ ngày 01/11 đến ngày 30/4)”, “từ quý I/2026”: when something begins, not by when.
_OF_A_SEASON = re.compile(r"mùa\s[^;.\n()]{1,40}\($")
_SINCE = re.compile(r"(?<!\w)(?:từ|kể từ)\s+$", re.IGNORECASE)
_REPORT_OF = re.compile(r"(?:[Bb]áo cáo|[Kk]ỳ|[Ss]ố liệu)\s+(?:kết quả\s+)?$")
# What an undated year must be said with, and what it must not stand behind, to be a time by which to act.
_ACTS = re.compile(
    r"xây dựng|hoàn thành|phấn đấu|đạt|ra mắt|thành lập|triển khai xong|kết thúc|tổ chức|thực hiện|công nhận|"
    r"nâng|giảm|tăng|\d\s?%",
    re.IGNORECASE,
)
_NAMES_ITS_YEAR = re.compile(
    r"(?:kế hoạch|dự toán|báo cáo|kết quả|ngân sách|kinh phí|số liệu|so với|tình hình|nghị quyết|chương "
    r"trình|"
    r"luật|từ|của|đã [^,;.]*|công tác|phương hướng|nhiệm vụ|chỉ tiêu|hội nghị|tổng kết|cuối|đầu)\s+"
    r"(?:[^\s,;.:]+\s+){0,9}$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|và|;)\s*")


class FoundDate(NamedTuple):
    """A deadline with its place in the text of the clause."""

    clause: str
    line: int
    span: Span
    literal: str
    rule: Rule
    recurring: Recurring = ""


class Dates(NamedTuple):
    deadlines: tuple[FoundDate, ...]
    questions: tuple[Question, ...]


def find_dates(
    clauses: Sequence[OutlineClause],
    year: int,
    issued_on: date | None,
    cited: Mapping[str, tuple[Span, ...]],
    titles: Mapping[str, tuple[Span, ...]],
) -> Dates:
    """Deadlines in the plan's `year` or after; what names a time but no day that follows is a question."""
    found: list[FoundDate] = []
    questions: list[Question] = []
    periods: set[tuple[str, str]] = set()
    for clause in clauses:
        if clause.id == OPENING:
            continue
        known = cited.get(clause.id, ())
        dates = list(_in_clause(clause, year, issued_on, known, titles.get(clause.id, ())))
        if clause.heading:
            # A title names years and quarters; a day in it is a day to be kept.
            found += [each for each in dates if isinstance(each, FoundDate) and each.rule.date]
            continue
        found += [each for each in dates if not isinstance(each, Question)]
        questions += [each for each in dates if isinstance(each, Question)]
        taken = [each.span for each in dates if isinstance(each, FoundDate)]
        cells = list(dates_in_cells(clause, taken, year))
        questions += [cell for cell in cells if isinstance(cell, Question)]
        found += [
            _of_cell(clause, *cell)
            for cell in cells
            if not isinstance(cell, Question) and not _is_past(cell[1], year, issued_on)
        ]
        questions += _relative(clause, taken)
        questions += _unread(clause, taken)
        questions += _periods(clause, year, known, periods)
    order = {clause.id: at for at, clause in enumerate(clauses)}
    found.sort(key=lambda each: (order[each.clause], each.span.start))
    return Dates(tuple(found), tuple(questions))


def _in_clause(
    clause: OutlineClause,
    year: int,
    issued_on: date | None,
    cited: tuple[Span, ...],
    titles: tuple[Span, ...],
) -> Iterator[FoundDate | Question]:
    text = clause.text
    taken: list[Span] = [*cited, *(Span(*found.span()) for found in _PERIOD.finditer(text))]
    dates: list[FoundDate | Question] = []
    for shape, pattern in SHAPES:
        for found in pattern.finditer(text):
            span = Span(*found.span())
            in_a_name = shape in YEARLY and touches_any(span, titles)
            if in_a_name or touches_any(span, taken):
                continue
            if not _means_a_time(shape, text, span):
                # Neither is its end a time by itself.
                taken += [span] if shape == "span" else []
                continue
            line = clause.line_at(span.start)
            literal = text[span.start : span.end].strip()
            rule, recurring = rule_of(shape, found.groupdict(), year, every(text, span, found.groupdict()))
            if rule is None:
                dates.append(Question(clause.id, line, literal, _(_NO_DAY)))
            elif shape in YEARLY and not recurring and resolve(rule).last_day.year < year:
                # Said in December of the year before it: a year that is over when the plan begins.
                pass
            elif recurring or not _is_past(rule, year, issued_on):
                dates.append(FoundDate(clause.id, line, span, literal, rule, recurring))
                dates += _further(clause, dates[-1], shape, year, issued_on, taken)
            elif shape in ("before_date", "by_date") and rule.date and rule.date.year == year:
                dates.append(Question(clause.id, line, literal, _("thời hạn trước ngày ban hành kế hoạch")))
            taken.append(span)
    found_dates = sorted(
        (each for each in dates if isinstance(each, FoundDate)), key=lambda each: each.span.start
    )
    yield from (each for each in dates if isinstance(each, Question))
    for at, each in enumerate(found_dates):
        after = found_dates[at + 1] if at + 1 < len(found_dates) else None
        joined = after and _AND.fullmatch(text, each.span.end, after.span.start)
        # “trước ngày 15/6 và trước ngày 15/12 hằng năm”: both come back.
        yield each._replace(recurring=after.recurring) if after and joined and not each.recurring else each


def _further(
    clause: OutlineClause,
    first: FoundDate | Question,
    shape: str,
    year: int,
    issued_on: date | None,
    taken: list[Span],
) -> Iterator[FoundDate]:
    """The days that follow one: “trước 15/6 và 15/11/2026”."""
    if not isinstance(first, FoundDate) or shape not in ("before_date", "by_date"):
        return
    end = first.span.end
    while found := FURTHER_DAY.match(clause.text, end):
        day = Span(*found.span("day"))
        span = Span(day.start, found.end())
        rule, recurring = rule_of(shape, found.groupdict(), year, every(clause.text, span, found.groupdict()))
        if rule is None or touches_any(span, taken):
            return
        if recurring or not _is_past(rule, year, issued_on):
            literal = clause.text[span.start : span.end]
            yield FoundDate(clause.id, clause.line_at(span.start), span, literal, rule, recurring)
        taken.append(span)
        end = found.end()


def _of_cell(clause: OutlineClause, span: Span, rule: Rule) -> FoundDate:
    return FoundDate(clause.id, clause.line_at(span.start), span, clause.text[span.start : span.end], rule)


def _means_a_time(shape: str, text: str, span: Span) -> bool:
    if shape == "event":
        return _EVENT_WORDS.search(before(text, span.start)) is not None
    if shape == "span":
        return not any(told.search(before(text, span.start)) for told in (_OF_FIGURES, _OF_A_SEASON))
    if shape in ("in_quarter", "bare_month") and _SINCE.search(before(text, span.start)):
        return False
    if shape == "in_quarter":
        return _REPORT_OF.search(before(text, span.start)) is None
    if shape not in ("bare_year", "bare_month", "in_year", "half"):
        return True
    sentence = sentence_at(text, span.start)
    ahead, after = text[sentence.start : span.start], text[span.end : sentence.end]
    if shape != "bare_year":
        return (
            re.search(r"(?:đã|được)\s+(?:xây dựng|ban hành|phê duyệt|thực hiện|triển khai)\s*$", ahead)
            is None
        )
    opens = not ahead.strip(" -(+“") or ahead.rstrip().endswith((",", ";", ":", "(", "|"))
    closes = not after.strip(" .;:,)/|") or after.lstrip().startswith((",", ";", ")", "|", "("))
    if re.search(r"(?:so với|của|từ|cuối|đầu|những|các|đã xây dựng|đến)\s*$", ahead):
        return False
    if opens:
        return _ACTS.search(ahead + after) is not None
    return closes and _ACTS.search(ahead) is not None and not _NAMES_ITS_YEAR.search(ahead)


def _is_past(rule: Rule, year: int, issued_on: date | None) -> bool:
    last = resolve(rule).last_day
    return last < issued_on if issued_on else last.year < year


def _relative(clause: OutlineClause, taken: Sequence[Span]) -> Iterator[Question]:
    for found in _RELATIVE.finditer(clause.text):
        if not touches_any(Span(*found.span()), taken):
            message = _("thời hạn tính theo việc khác, chưa có ngày")
            yield Question(clause.id, clause.line_at(found.start()), found[0].strip(), message)


def _unread(clause: OutlineClause, taken: Sequence[Span]) -> Iterator[Question]:
    for found in _UNREAD.finditer(clause.text):
        if not touches_any(Span(*found.span()), taken):
            yield Question(clause.id, clause.line_at(found.start()), found[0].strip(), _(_NO_DAY))


def _periods(
    clause: OutlineClause, year: int, cited: Sequence[Span], asked: set[tuple[str, str]]
) -> Iterator[Question]:
    """A period that is not over may or may not be a deadline; asked once for each."""
    for found in _PERIOD.finditer(clause.text):
        span = Span(*found.span())
        if int(found[2]) < year or (found[1], found[2]) in asked:
            continue
        asked.add((found[1], found[2]))
        message = _("là một giai đoạn, chưa coi là thời hạn -> nếu là thời hạn thì ghi vào deadlines.yaml")
        yield Question(clause.id, clause.line_at(span.start), found[0].strip(), message)
