"""How a plan words a time: the shapes of deadlines, from the most to the least telling."""

from __future__ import annotations

import re

# “ngày 06 (sáu) tháng 6 (sáu)”.
_IN_WORDS = r"(?:\s?\([^\W\d_]+(?:\s[^\W\d_]+){0,2}\))?"
_DAY = (
    rf"(?P<day>\d{{1,2}}){_IN_WORDS}(?:\s?[/.-]\s?(?P<month>\d{{1,2}})(?:\s?[/.-]\s?(?P<year>\d{{4}}))?"
    rf"|\s+tháng\s+(?P<month_>\d{{1,2}}){_IN_WORDS}(?:\s+năm\s+(?P<year_>\d{{4}}))?)(?![\d/%])"
)
# “trước ngày 10/01 của năm liền kề năm báo cáo”.
_NEXT_YEAR = r"(?P<next>\s+(?:của\s+)?năm\s+(?:liền\s+kề|kế\s+tiếp|tiếp\s+theo|sau)(?:\s+năm\s+báo\s+cáo)?)"
# “Quý I, II/2026”: done when the last is over.
_NUMERALS = (
    r"[Qq]u[ýí]\s+(?:(?:IV|I{1,3})\s*(?:,|và|[-–])\s*)+(?P<quarter>IV|I{1,3})"
    r"(?:(?:\s?/\s?|\s+năm\s+|\s*[-,]\s*)(?P<qyear>\d{4}))?(?!\w)"
)
_QUARTER = (
    r"[Qq]u[ýí]\s+(?P<quarter>IV|I{1,3}|[1-4])(?:(?:\s?/\s?|\s+năm\s+|\s*[-,]\s*)(?P<qyear>\d{4}))?(?!\w)"
)
_QUARTERS = (
    r"[Qq]u[ýí]\s+(?:(?:IV|I{1,3}|[1-4])\s*(?:[-–]|đến(?:\s+hết)?)\s*"
    r"|(?:I(?=\W+[Qq]u[ýí] II\b)|II(?=\W+[Qq]u[ýí] III\b)|III(?=\W+[Qq]u[ýí] IV\b))\s*(?:,|và)\s*)"
)
# “tháng 3 và tháng 4/2026”: done when the last is over.
_MONTHS = r"(?:tháng\s+\d{1,2}\s*(?:,|và|[-–]|đến)\s*)+"
# “trước Quốc khánh 2/9/2026”, “trước dịp Tết Nguyên đán (17/02/2026)”.
_NAMED_DAY = r"(?:(?:dịp|lễ|ngày)\s+)?[A-ZĐ]\w*(?:\s+[^\W\d]\w*){0,3}\s+\(?(?:ngày\s+)?"
_MONTH = r"tháng\s+(?P<mmonth>\d{1,2})(?:\s?[/-]\s?|\s+năm\s+)(?P<myear>\d{4})"
_MONTH_OF_THE_PLAN = r"tháng\s+(?P<mmonth>\d{1,2})(?!\s?(?:[\d/%-]|,\s*(?:\d|tháng))|\s+năm|\s+tháng|\w)"
_YEAR = r"(?:năm\s+)?(?P<yyear>20\d\d)(?![\d/])"
_HOUR = r"(?:\d{1,2}\s?(?:giờ|h)(?:\s?\d{2})?(?:\s*phút)?,?\s*)"
_BEFORE = r"[Tt]rước"
_BY = (
    r"(?:[Cc]hậm nhất|[Mm]uộn nhất|[Kk]hông (?:để )?(?:quá|muộn hơn|chậm hơn)"
    r"|[Tt]rễ nhất|[Đđ]ến hết|[Hh]ết|(?:[Xx]ong"
    r"|[Đđ]ến)(?=\s+(?:ngày|tháng|[Qq]uý|năm)))(?:\s+(?:là|vào|đến|hết|trong|trước))*"
)
_HOW = r"(?P<how>[Tt]rước|[Cc]hậm nhất|[Vv]ào|[Đđ]ến)"
_EVERY = r"(?P<every>(?:,?\s*(?:của\s+)?(?:[Hh][àằ]ng|mỗi)\s+(?:năm|quý|tháng)))"

# “trước 15/6 và 15/11/2026”: a further day of the same kind.
FURTHER_DAY = re.compile(rf"(?:\s*,\s*|\s+và\s+)(?:ngày\s+)?{_DAY}{_EVERY}?")

# The first that fits a place wins: from the most to the least telling.
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "span",
            rf"(?:[Tt]ừ\s+)(?:ngày\s+)?\d{{1,2}}\s?[/.-]\s?\d{{1,2}}(?:\s?[/.-]\s?\d{{4}})?\s+"
            rf"(?:đến|-|và\s+kết\s+thúc\s+vào)\s+(?:hết\s+)?(?:ngày\s+)?{_DAY}",
        ),
        ("before_hour", rf"{_BEFORE}\s+{_HOUR}(?:ngày\s+)?{_DAY}{_EVERY}?"),
        (
            "of_quarter",
            rf"{_HOW}\s+(?:là\s+)?(?:ngày\s+)?(?P<day>\d{{1,2}}){_IN_WORDS}\s+(?:của\s+)?tháng\s+cuối\s+"
            r"(?:cùng\s+)?(?:của\s+)?(?:(?:mỗi|từng|[Hh][àằ]ng)\s+)?[Qq]uý",
        ),
        (
            "of_month",
            rf"{_HOW}\s+(?:là\s+)?(?:ngày\s+)?(?P<day>\d{{1,2}}){_IN_WORDS}\s+(?:(?:của\s+)?(?:[Hh][àằ]ng|mỗi)\s+tháng"
            r"|của\s+tháng(?:\s+báo\s+cáo)?(?!\s*\d|\s+(?:sau|tiếp|kế)))",
        ),
        ("before_date", rf"{_BEFORE}\s+(?:ngày\s+)?{_DAY}(?:{_NEXT_YEAR}|{_EVERY})?"),
        ("by_date", rf"{_BY}\s*(?:{_HOUR})?(?:ngày\s+)?{_DAY}(?:{_NEXT_YEAR}|{_EVERY})?"),
        (
            "by_date",
            r"[Đđ]ến\s+(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})(?!\d)",
        ),
        ("before_date", rf"{_BEFORE}\s+{_NAMED_DAY}{_DAY}"),
        ("in_month", rf"(?:[Tt]rong|[Vv]ào|[Tt]ừ|{_BY})\s+{_MONTHS}{_MONTH}"),
        ("before_month", rf"{_BEFORE}\s+{_MONTH}"),
        ("by_month", rf"{_BY}\s*{_MONTH}"),
        ("in_month", rf"(?:[Tt]rong|[Vv]ào|[Tt]ới)\s+{_MONTH}"),
        ("before_month", rf"{_BEFORE}\s+{_MONTH_OF_THE_PLAN}"),
        ("by_month", rf"{_BY}\s*{_MONTH_OF_THE_PLAN}"),
        ("in_month", rf"[Tt]rong\s+{_MONTH_OF_THE_PLAN}"),
        ("before_quarter", rf"{_BEFORE}\s+{_QUARTER}"),
        ("in_quarter", rf"(?:(?:[Tt]rong|[Vv]ào|[Tt]ừ|{_BY})\s*)?{_NUMERALS}"),
        # From one quarter to the next or a later one: done when the last is over.
        ("in_quarter", rf"(?:(?:[Tt]rong|[Vv]ào|[Tt]ừ|{_BY})\s*)?{_QUARTERS}{_QUARTER}"),
        ("in_quarter", rf"(?:(?:[Tt]rong|[Vv]ào|{_BY})\s*)?{_QUARTER}"),
        ("half", r"(?:[Tt]rong\s+)?(?:0?6|sáu)\s+tháng\s+(?P<half>đầu|cuối)\s+năm\s+(?P<yyear>20\d\d)"),
        (
            "every_until",
            rf"(?P<every>[Hh][àằ]ng\s+(?:năm|quý|tháng))\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết\s+)?{_YEAR}",
        ),
        ("before_year", rf"{_BEFORE}\s+{_YEAR}"),
        ("by_year", rf"(?:{_BY}|[Đđ]ến|[Đđ]ến cuối|[Đđ]ến năm|[Cc]uối)\s*(?:cuối\s+)?{_YEAR}"),
        ("in_year", r"(?:[Tt]rong|[Vv]ào)\s+(?:cả\s+)?năm\s+(?P<yyear>20\d\d)(?!\s?[-–]\s?20\d\d)"),
        ("bare_month", r"(?<!\w)[Tt]háng\s+(?P<mmonth>\d{1,2})(?:\s?[/-]\s?|\s+năm\s+)(?P<myear>\d{4})"),
        ("event", r"\((?:ngày\s+)?(?P<day>\d{1,2})\s?/\s?(?P<month>\d{1,2})(?:\s?/\s?(?P<year>\d{4}))?\)"),
        ("on_day", rf"(?:[Vv]ào|[Tt]rong)\s+ngày\s+{_DAY}"),
        ("bare_year", r"(?<!\w)[Nn]ăm\s+(?P<yyear>20\d\d)(?!\s?[-–]\s?20\d\d)"),
    )
)
