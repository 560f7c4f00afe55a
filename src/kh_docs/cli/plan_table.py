"""What `plan show` prints for people: one table for each sort of value, the words of the plan in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kh_docs.cli.table import table
from kh_docs.facts.dates_vi import short_date
from kh_docs.i18n import _


def lines(plan: dict[str, Any]) -> Iterator[str]:
    """The plan's head, then its deadlines, bases and figures."""
    yield f"{plan['id']}: {plan['number']}/{plan['symbol']} {_day(plan['issued_on'])}, {plan['issuer']}"
    yield plan["title"]
    yield ""
    yield from table(
        (_("Mã"), _("Mục"), _("Nguyên văn"), _("Ngày cuối"), _("Tình trạng")),
        (
            (row["id"], row["clause"], row["literal"], _day(row["last_day"]), row["state"])
            for row in plan["deadlines"]
        ),
    )
    yield ""
    yield from table(
        (_("Mã"), _("Mục"), _("Nguyên văn"), _("Ngày")),
        ((row["id"], row["clause"] or "", row["literal"], _day(row["date"])) for row in plan["legal_bases"]),
    )
    yield ""
    yield from table(
        (_("Mã"), _("Mục"), _("Nguyên văn"), _("Đơn vị"), _("Tình trạng")),
        (
            (row["id"], row["clause"], row["literal"], ", ".join(row["units"]), row["state"])
            for row in plan["figures"]
        ),
    )


def _day(iso: str | None) -> str:
    return short_date(date.fromisoformat(iso)) if iso else ""
