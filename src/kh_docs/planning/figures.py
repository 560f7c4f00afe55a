"""Find the figures that somebody has to reach: number, measure, “ít nhất”, each or together, which units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kh_docs.i18n import N_, _
from kh_docs.planning.doubted import RANGE, doubt
from kh_docs.planning.figure import Figure, UnitCalled
from kh_docs.planning.figure_units import NUMBER, parts_of, units_of
from kh_docs.planning.goals import goals_in
from kh_docs.planning.measures import MEASURE, TIMES
from kh_docs.planning.outline import OutlineClause, Question
from kh_docs.planning.outline_ids import OPENING
from kh_docs.planning.places import NamedUnit
from kh_docs.planning.results import BEFORE_THAT, LOOKS_BACK, clauses_of_results
from kh_docs.planning.spans import Span, before, sentence_at, touches_any
from kh_docs.planning.table_figures import figures_of_tables, rows_of_units

_AT_LEAST = r"ít nhất(?: là| đạt)?|tối thiểu(?: là)?|không (?:dưới|thấp hơn|ít hơn|nhỏ hơn)|trên|từ"
_FIGURE = re.compile(
    rf"(?:(?P<least>{_AT_LEAST})\s+)?(?<![\w/.,“\"-])(?P<number>{NUMBER})(?:\s?(?P<percent>%)|(?=\s))"
    rf"(?P<more>\s+trở\s+lên)?(?:\s*(?P<measure>{MEASURE}))?",
    re.IGNORECASE,
)
# A number behind one of these is a name or a place in a list.
_NAMES = re.compile(
    r"(?:số|điểm|khoản|mục|điều|phần|biểu|phụ lục|mẫu|năm|tháng|ngày|quý|giai đoạn|đợt|lần|lần thứ|thứ"
    r"|khóa|khoá|"
    r"đề án|nghị quyết|nghị định|chương trình|quyết định|chỉ thị|luật|thông tư|kế hoạch|kết luận|hướng dẫn|"
    r"công văn|cấp độ|mức độ|loại|nhóm|bảng|hạng|kỳ|bước|chuyên đề|vòng|tiêu chí|cột|dự án|tiểu dự án"
    r"|quốc lộ|"
    r"đường|tỉnh lộ|từ năm|đến năm|ban chỉ đạo|web|phiên bản|cách mạng công nghiệp)\s*$",
    re.IGNORECASE,
)
_TYPE = re.compile(r"(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|quận)\b", re.IGNORECASE)
_UNREAD = (
    # With blanks round the dash the number behind it is found, and asked about there.
    (
        re.compile(rf"(?<![\w/.,-])(?P<figure>\d+[-–]\d+(?:\s?%|\s+{MEASURE})(?!\w))", re.IGNORECASE),
        RANGE,
    ),
    (
        re.compile(
            r"(?<![\w/.])(?P<figure>\d{1,4}/\d{1,4}\s+(?:(?:tổng\s+)?số"
            r"|xã|phường|thị trấn|huyện|thành phố|đơn vị|thôn|xóm|khối|bản|trường|hộ)\b)"
        ),
        N_("một phân số, chưa tính được"),
    ),
    (
        re.compile(
            rf"\b(?:mỗi|từng|ít nhất|tối thiểu)\b[^.;\d]{{0,60}}?\b"
            rf"(?P<figure>(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\s+{MEASURE})(?!\w)",
            re.IGNORECASE,
        ),
        N_("con số viết bằng chữ, chưa đọc thành chỉ tiêu"),
    ),
)
_EACH = re.compile(r"(?:mỗi|từng)\s+[^\W\d_]", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:,|và|;|,\s*và)\s*$")
_MAINTAINS = re.compile(r"duy trì|giữ vững|đã (?:được )?(?:xây dựng|công nhận)", re.IGNORECASE)
# What a figure counts goes on to here, quotation marks and “, gồm: …” included.
_PHRASE_ENDS = re.compile(r"[;(]|\.(?=\s|$)|\n|,\s+(?=hoàn thành|tạo cơ sở|trong đó|báo cáo|gửi)")
_LEADS_ON = re.compile(r"\s*,\s|\s+và\s|\s*:\s")
_LONGEST_PHRASE = 200


class Figures(NamedTuple):
    figures: tuple[Figure, ...]
    questions: tuple[Question, ...]


def find_figures(
    clauses: Sequence[OutlineClause],
    named: Sequence[NamedUnit],
    taken: dict[str, tuple[Span, ...]],
    unit_called: UnitCalled,
) -> Figures:
    """Figures outside what is `taken` by citations and dates; a unit's goal without one is a question."""
    figures: list[Figure] = []
    questions: list[Question] = []
    results = clauses_of_results(clauses)
    for clause in clauses:
        if clause.id == OPENING or clause.heading or clause.id in results:
            continue
        here = [unit for unit in named if unit.clause == clause.id]
        known = (*taken.get(clause.id, ()), *rows_of_units(clause, unit_called))
        for found in _in_clause(clause, here, known):
            (figures if isinstance(found, Figure) else questions).append(found)  # type: ignore[arg-type]
        for found in figures_of_tables(clause, unit_called):
            (figures if isinstance(found, Figure) else questions).append(found)  # type: ignore[arg-type]
        questions += goals_in(clause, here)
        questions += _unread(clause, known)
    return Figures(tuple(figures), tuple(questions))


def _in_clause(
    clause: OutlineClause, named: Sequence[NamedUnit], taken: Sequence[Span]
) -> Iterator[Figure | Question]:
    text = clause.text
    inside: list[Span] = []
    last: Figure | None = None
    counted = [found for found in _FIGURE.finditer(text) if _counts(text, found, taken)]
    for at, found in enumerate(counted):
        number = Span(*found.span("number"))
        if touches_any(number, inside):
            continue
        measure = "%" if found["percent"] else _measure(found["measure"].strip())
        cut_off = 0 if found["percent"] else len(found["measure"].strip()) - len(measure)
        span = Span(found.start(), found.end() - cut_off)
        line = clause.line_at(number.start)
        parts, part_span = parts_of(text, span, named)
        units = tuple(unit for unit, _value in parts) or _units_of(text, span, named, last)
        if asked := doubt(text, span, number, bool(units)):
            yield Question(clause.id, line, text[span.start : span.end + 12].strip(), asked)
            continue
        if part_span:
            inside.append(part_span)
        least = (found["least"] and found["least"].lower() != "từ") or bool(found["more"])
        goes_on = last is not None and _GOES_ON.fullmatch(text[last.span.end : span.start]) is not None
        start = (
            span.start
            if found["least"] and (found["least"].lower() != "từ" or found["more"])
            else number.start
        )
        after = counted[at + 1].start() if at + 1 < len(counted) else None
        last = Figure(
            clause.id,
            line,
            Span(start, span.end),
            text[start : _phrase_end(text, span.end, after, taken)].strip(),
            found["number"],
            measure,
            bool(least or (goes_on and last is not None and last.at_least)),
            _is_each(text, number.start),
            units,
            parts,
            _MAINTAINS.search(_around(text, number.start)) is not None,
        )
        yield last


def _measure(words: str) -> str:
    """Without the unit that comes next in a list: “10 cây, xã Vạn An 20 cây”; “50 xã, phường” is one."""
    if _TYPE.match(words):
        return words
    return re.split(rf"(?:, | và )(?={_TYPE.pattern})", words, maxsplit=1, flags=re.IGNORECASE)[0]


def _units_of(text: str, span: Span, named: Sequence[NamedUnit], last: Figure | None) -> tuple[str, ...]:
    """In a list those named behind the figure before; else those that the figure or its sentence names."""
    if last is not None and last.units and "." not in text[last.span.end : span.start]:
        between = [unit.id for unit in named if last.span.end <= unit.span.start < span.start]
        if between:
            return tuple(dict.fromkeys(between))
    return units_of(text, span, named)


def _unread(clause: OutlineClause, taken: Sequence[Span]) -> Iterator[Question]:
    """Figures in a shape that is no number: a range, a fraction, one in words."""
    for pattern, message in _UNREAD:
        for found in pattern.finditer(clause.text):
            if not touches_any(Span(*found.span("figure")), taken):
                line = clause.line_at(found.start("figure"))
                yield Question(clause.id, line, found["figure"].strip(), _(message))


def _counts(text: str, found: re.Match[str], taken: Sequence[Span]) -> bool:
    """A number of something, neither a name nor a time nor part of a citation or date."""
    number = Span(*found.span("number"))
    if touches_any(number, taken) or _NAMES.search(before(text, number.start)):
        return False
    if BEFORE_THAT.search(before(text, number.start)):
        return False
    if LOOKS_BACK.search(text, sentence_at(text, number.start).start, number.start):
        return False
    measure = (found["measure"] or "").strip()
    return bool(found["percent"] or (measure and re.split(r"\W", measure.lower())[0] not in TIMES))


def _phrase_end(text: str, at: int, following: int | None, taken: Sequence[Span]) -> int:
    """Where the words that belong to a figure end: at a stop, or before what leads to the next figure."""
    found = _PHRASE_ENDS.search(text, at)
    # A deadline is a value of its own.
    end = min([found.start() if found else len(text), *(span.start for span in taken if span.start >= at)])
    if following is not None and following < end:
        leads = list(_LEADS_ON.finditer(text, at, following))
        end = leads[-1].start() if leads else at
    return end if end - at <= _LONGEST_PHRASE else at


def _around(text: str, position: int) -> str:
    sentence = sentence_at(text, position)
    return text[sentence.start : sentence.end]


def _is_each(text: str, position: int) -> bool:
    sentence = sentence_at(text, position)
    return _EACH.search(text[sentence.start : position]) is not None
