"""Dates in words as Nghị định 30/2020 writes them (PL I, P.I, II.4.b)."""

from __future__ import annotations

from datetime import date


def long_date(day: date) -> str:
    """`ngày 05 tháng 3 năm 2024`: a zero only for days under 10 and months 1 and 2."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def short_date(day: date) -> str:
    """`05/3/2024`, as offices abbreviate it, with the same zeros."""
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month < 3 else str(day.month)


def day_and_month(day: date) -> tuple[str, str]:
    """The two numbers that stand after “ngày” and “tháng”."""
    return f"{day.day:02d}", _month(day)
