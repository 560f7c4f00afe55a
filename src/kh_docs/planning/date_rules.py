"""The rule of a deadline from the words of its date: before a day, within a year, by quarter, each month."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Literal

from kh_docs.model.plan import Rule
from kh_docs.planning.spans import Span

Recurring = Literal["", "yearly", "half-yearly", "quarterly", "monthly"]

# In the title of a document these are part of its name.
YEARLY = frozenset(("before_year", "by_year", "in_year", "bare_year", "half", "every_until"))

_QUARTERS = ("I", "II", "III", "IV")

_EVERY_TO = {"năm": "yearly", "quý": "quarterly", "tháng": "monthly"}


def every(text: str, span: Span, groups: dict[str, str | None]) -> Recurring:
    words = groups.get("every")
    if words is None and groups.get("day"):
        around = re.match(r"\s*,?\s*\(?(?:của\s+)?(?:[Hh][àằ]ng|mỗi)\s+(năm|quý|tháng)", text[span.end :])
        words = around[1] if around else None
    return _EVERY_TO.get(words.split()[-1].lower(), "") if words else ""  # type: ignore[return-value]


def rule_of(
    shape: str, groups: dict[str, str | None], year: int, every: Recurring
) -> tuple[Rule | None, Recurring]:
    get = groups.get
    try:
        if shape in ("of_quarter", "of_month"):
            month = 3 if shape == "of_quarter" else 1
            kind = "before_date" if (get("how") or "").lower() == "trước" else "by_date"
            return made(
                kind, date=date(year, month, int(get("day") or 0))
            ), "quarterly" if month == 3 else "monthly"
        if shape == "every_until":
            return (
                (made("in_year", year=year), "yearly")
                if every == "yearly"
                else (
                    (made("in_quarter", quarter=f"I/{year}"), every)
                    if every == "quarterly"
                    else (made("in_month", month=f"1/{year}"), every)
                )
            )
        if get("day"):
            day = date(
                int(get("year") or get("year_") or year) + bool(get("next")),
                int(get("month") or get("month_") or 0),
                int(get("day") or 0),
            )
            kind = {"before_date": "before_date", "event": "event", "on_day": "event"}.get(shape, "by_date")
            return made(kind, date=day), every
        if get("mmonth"):
            kind = "before_month" if shape == "before_month" else "in_month"
            return (
                (made(kind, month=f"{get('mmonth')}/{get('myear') or year}"), every)
                if 1 <= int(get("mmonth") or 0) <= 12
                else (None, "")
            )
        if quarter := get("quarter"):
            name = _QUARTERS[int(quarter) - 1] if quarter.isdecimal() else quarter
            named = int(get("qyear") or year)
            if shape == "before_quarter":
                first = _QUARTERS.index(name) * 3 + 1
                return made("before_month", month=f"{first}/{named}"), every
            return made("in_quarter", quarter=f"{name}/{named}"), every
        named = int(get("yyear") or year)
        if shape == "half":
            return made("in_month", month=f"{6 if get('half') == 'đầu' else 12}/{named}"), every
        kind = {"before_year": "by_year", "by_year": "by_year"}.get(shape, "in_year")
        return made(kind, year=named - 1 if shape == "before_year" else named), every
    except ValueError:
        return None, ""


def made(kind: Any, **values: Any) -> Rule:
    return Rule(kind=kind, **values)
