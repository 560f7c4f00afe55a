"""A deadline as tables print it: its rule in full words, or the plan's own where it comes back."""

from __future__ import annotations

import re

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.first_letters import capital
from kh_docs.planning.dates import FoundDate

_AGAIN = re.compile(r"h[àằ]ng|mỗi|cuối quý", re.IGNORECASE)
_EVERY = {
    "yearly": "hằng năm",
    "half-yearly": "6 tháng một lần",
    "quarterly": "hằng quý",
    "monthly": "hằng tháng",
}


def printed_time(found: FoundDate) -> str:
    """As tables print it: the rule in full words, or the plan's own where it comes back."""
    rule = found.rule
    if found.recurring:
        again = "" if _AGAIN.search(found.literal) else f" {_EVERY[found.recurring]}"
        return capital(found.literal) + again
    if rule.date:
        word = {"before_date": "Trước ngày", "event": "Ngày"}.get(rule.kind, "Chậm nhất ngày")
        return f"{word} {short_date(rule.date)}"
    if rule.month:
        word = "Trước tháng" if rule.kind == "before_month" else "Trong tháng"
        return f"{word} {rule.month.replace('/', ' năm ')}"
    if rule.quarter:
        return f"Trong Quý {rule.quarter.replace('/', ' năm ')}"
    until = "Đến hết năm" if "hết" in found.literal else "Đến năm"
    return f"{until if rule.kind == 'by_year' else 'Năm'} {rule.year}"
