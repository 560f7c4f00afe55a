"""Deadlines as a table for people."""

from __future__ import annotations

from datetime import date
from typing import Any

from kh_docs.cli.table import table
from kh_docs.i18n import N_, _

STATES = {"past": N_("đã qua"), "due": N_("sắp đến hạn"), "coming": N_("còn hạn")}


def as_table(rows: list[dict[str, Any]]) -> list[str]:
    states = {name: _(words) for name, words in STATES.items()}
    heads = (
        _("Mã"),
        _("Mục"),
        _("Nguyên văn"),
        _("Ngày cuối"),
        _("Làm việc cuối"),
        _("Tình trạng"),
        _("Việc phải làm"),
    )
    return table(
        heads,
        (
            (
                row["id"],
                row["clause"],
                row["literal"],
                _day(row["last_day"]),
                _day(row["last_working_day"]),
                states[row["state"]],
                row["text"],
            )
            for row in rows
        ),
    )


def _day(iso: str) -> str:
    from kh_docs.facts.dates_vi import short_date

    return short_date(date.fromisoformat(iso))
