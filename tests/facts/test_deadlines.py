"""Last days and last working days of the plan's deadlines, counted by hand on the calendar of 2024."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from kh_docs.facts.calendar import is_working_day, last_working_day, resolve
from kh_docs.facts.dates_vi import long_date, short_date
from kh_docs.facts.rows import deadline_rows
from kh_docs.model.book import Book
from kh_docs.model.plan import Rule

# id, the day the plan names, last day, last working day (ISO; domain.md 1.1).
BY_HAND = """
D01 2024-02-25 2024-02-24 2024-02-23
D02 2024-06-14 2024-06-13 2024-06-13
D03 2024-12-14 2024-12-13 2024-12-13
D04 2024-02-15 2024-02-14 2024-02-07
D05 -          2024-06-30 2024-06-28
D06 -          2024-09-30 2024-09-30
D07 -          2024-09-30 2024-09-30
D08 -          2024-03-31 2024-03-29
D09 2024-05-15 2024-05-14 2024-05-14
D10 2024-11-15 2024-11-14 2024-11-14
D11 2024-08-19 2024-08-19 2024-08-19
D12 2024-11-18 2024-11-18 2024-11-18
D13 -          2024-12-31 2024-12-31
D14 -          2024-12-31 2024-12-31
D15 -          2024-12-31 2024-12-31
D16 -          2025-12-31 2025-12-31
D17 -          2030-12-31 2030-12-31
D18 -          2024-12-31 2024-12-31
D19 -          2024-12-31 2024-12-31
D20 -          2025-12-31 2025-12-31
D21 -          2030-12-31 2030-12-31
"""

# Public holidays of 2024 that fall on a weekday: New Year, Tết Giáp Thìn, Giỗ Tổ, the bridge day worked off
# on 04/5, 30/4, 1/5, two days of Quốc khánh.
HOLIDAYS_2024 = {
    date(2024, 1, 1),
    *(date(2024, 2, day) for day in (8, 9, 12, 13, 14)),
    date(2024, 4, 18),
    date(2024, 4, 29),
    date(2024, 4, 30),
    date(2024, 5, 1),
    date(2024, 9, 2),
    date(2024, 9, 3),
}
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_every_deadline_of_the_plan(book: Book) -> None:
    rows = deadline_rows(book, date(2024, 2, 7))
    actual = [(row["id"], row["date"] or "-", row["last_day"], row["last_working_day"]) for row in rows]
    assert actual == [tuple(line.split()) for line in BY_HAND.split("\n") if line]


@pytest.mark.parametrize(
    ("rule", "last", "working"),
    [
        # “trước ngày 03/5” ends on 02/5, a Thursday after the holidays.
        ({"kind": "before_date", "date": "03/5/2024"}, "2024-05-02", "2024-05-02"),
        # “trước ngày 02/5”: 01/5, 30/4 and the bridge day 29/4 are off, 27 and 28/4 a weekend.
        ({"kind": "before_date", "date": "02/5/2024"}, "2024-05-01", "2024-04-26"),
        ({"kind": "before_date", "date": "30/4/2024"}, "2024-04-29", "2024-04-26"),
        # Saturday 04/5 is worked instead of 29/4; Friday before it is on the safe side.
        # Saturday 04/5/2024 was worked for the bridge day 29/4.
        ({"kind": "before_date", "date": "05/5/2024"}, "2024-05-04", "2024-05-04"),
        # Giỗ Tổ Hùng Vương, Thursday 18/4/2024.
        ({"kind": "before_date", "date": "19/4/2024"}, "2024-04-18", "2024-04-17"),
        # Tết Giáp Thìn: off from Thursday 08/02 to Wednesday 14/02.
        ({"kind": "before_date", "date": "14/02/2024"}, "2024-02-13", "2024-02-07"),
        ({"kind": "before_date", "date": "16/02/2024"}, "2024-02-15", "2024-02-15"),
        # Quốc khánh: Monday and Tuesday 02-03/9 after a weekend.
        ({"kind": "before_date", "date": "04/9/2024"}, "2024-09-03", "2024-08-30"),
        # Over the turn of the year.
        ({"kind": "before_date", "date": "02/01/2024"}, "2024-01-01", "2023-12-29"),
        ({"kind": "before_date", "date": "01/3/2024"}, "2024-02-29", "2024-02-29"),
        ({"kind": "before_month", "month": "3/2024"}, "2024-02-29", "2024-02-29"),
        ({"kind": "before_month", "month": "01/2025"}, "2024-12-31", "2024-12-31"),
        # “chậm nhất ngày 31/3/2024”, “đến hết ngày 31/3/2024”: that day itself, a Sunday.
        ({"kind": "by_date", "date": "31/3/2024"}, "2024-03-31", "2024-03-29"),
        ({"kind": "in_month", "month": "6/2024"}, "2024-06-30", "2024-06-28"),
        ({"kind": "in_quarter", "quarter": "I/2024"}, "2024-03-31", "2024-03-29"),
        ({"kind": "in_quarter", "quarter": "II/2024"}, "2024-06-30", "2024-06-28"),
        ({"kind": "in_quarter", "quarter": "III/2024"}, "2024-09-30", "2024-09-30"),
        ({"kind": "in_quarter", "quarter": "IV/2024"}, "2024-12-31", "2024-12-31"),
        ({"kind": "in_year", "year": "2023"}, "2023-12-31", "2023-12-29"),
        ({"kind": "by_year", "year": "2028"}, "2028-12-31", "2028-12-29"),
    ],
)
def test_rules(rule: dict[str, str], last: str, working: str) -> None:
    dates = resolve(TypeAdapter(Rule).validate_python(rule))
    assert (dates.last_day.isoformat(), dates.last_working_day.isoformat()) == (last, working)


def test_the_working_days_of_2024() -> None:
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(366)]
    off = {day for day in days if day.weekday() < 5 and not is_working_day(day)}
    assert off == HOLIDAYS_2024
    assert [day for day in days if day.weekday() >= 5 and is_working_day(day)] == [date(2024, 5, 4)]


@given(DAYS)
def test_a_deadline_rolls_back_and_no_further_than_it_must(day: date) -> None:
    found = last_working_day(day)
    between = [found + timedelta(days=number) for number in range(1, (day - found).days + 1)]
    assert found <= day
    assert is_working_day(found)
    assert not any(map(is_working_day, between))
    assert last_working_day(found) == found
    # The longest break of these years, Tết with its two weekends, has nine days.
    assert len(between) <= 9


@given(DAYS, st.integers(0, 400))
def test_a_later_day_never_has_an_earlier_working_day(day: date, more: int) -> None:
    assert last_working_day(day) <= last_working_day(day + timedelta(days=more))


# From the day after the last day a deadline is past; a week before it is due.
@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2024-02-16", "coming"),
        ("2024-02-17", "due"),
        ("2024-02-23", "due"),
        ("2024-02-24", "due"),
        ("2024-02-25", "past"),
        ("2025-01-01", "past"),
    ],
)
def test_states_of_the_plan_s_own_deadline(today: str, state: str, book: Book) -> None:
    rows = {row["id"]: row["state"] for row in deadline_rows(book, date.fromisoformat(today))}
    assert rows["D01"] == state


def test_an_event_is_due_until_its_day_is_over(book: Book) -> None:
    def state(day: str) -> str:
        return next(
            str(row["state"]) for row in deadline_rows(book, date.fromisoformat(day)) if row["id"] == "D11"
        )

    states = [state(day) for day in ("2024-08-11", "2024-08-12", "2024-08-19", "2024-08-20")]
    assert states == ["coming", "due", "due", "past"]


NAMED = {"D14": ["vinh", "hoang-mai"], "D16": ["nam-dan"], "D18": ["hoang-mai"]}


def test_who_is_bound(book: Book) -> None:
    """All 21 but where the plan names units; Cửa Lò has no commune to build a new countryside in (D20)."""
    rows = {row["id"]: row["units"] for row in deadline_rows(book, date(2024, 2, 7))}
    everyone = list(book.units)
    assert len(everyone) == 21
    expected = {name: NAMED.get(name, everyone) for name in rows}
    expected["D20"] = [unit for unit in everyone if unit != "cua-lo"]
    assert rows == expected


@pytest.mark.parametrize(("unit", "missing"), [("nam-dan", {"D14", "D18"}), ("hoang-mai", {"D16"}),
                                               ("vinh", {"D16", "D18"}),
                                               ("cua-lo", {"D14", "D16", "D18", "D20"})])  # fmt: skip
def test_the_deadlines_of_one_unit(unit: str, missing: set[str], book: Book) -> None:
    shown = {row["id"] for row in deadline_rows(book, date(2024, 2, 7), unit)}
    assert set(book.deadlines) - shown == missing


@pytest.mark.parametrize(
    ("write", "day", "written"),
    [
        (long_date, date(2024, 2, 7), "ngày 07 tháng 02 năm 2024"),
        (long_date, date(2024, 1, 31), "ngày 31 tháng 01 năm 2024"),
        (long_date, date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (long_date, date(2024, 12, 10), "ngày 10 tháng 12 năm 2024"),
        (short_date, date(2024, 6, 14), "14/6/2024"),
        (short_date, date(2024, 2, 5), "05/02/2024"),
    ],
)
def test_zeros_only_where_the_decree_wants_them(
    write: Callable[[date], str], day: date, written: str
) -> None:
    """PL I, P.I, II.4.b: for days under 10 and for months 1 and 2."""
    assert write(day) == written


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        (Rule(kind="before_date", date=date(2024, 2, 15)), date(2024, 2, 15)),
        (Rule(kind="event", date=date(2024, 8, 19)), date(2024, 8, 19)),
        # Where the plan names no day, the last one stands for it.
        (Rule(kind="in_quarter", quarter="I/2024"), date(2024, 3, 31)),
        (Rule(kind="before_month", month="10/2024"), date(2024, 9, 30)),
    ],
)
def test_the_day_to_print(rule: Rule, printed: date) -> None:
    assert resolve(rule).day == printed
