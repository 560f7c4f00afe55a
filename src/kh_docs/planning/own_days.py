"""The days that a plan sets itself (internal_deadlines of plan.yaml), as text to go with what names them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kh_docs.model.head import Head
from kh_docs.planning.item_texts import items_in
from kh_docs.planning.taken_texts import ids_in

_KEY = "internal_deadlines:"


def own_days(old: str, before: Head, new: str, now: Head, lost: Mapping[str, str]) -> str:
    """Those of the old plan.yaml, to stand below the new; none where it has its own or another year."""
    if before.year != now.year or re.search(rf"^{_KEY}", new, re.MULTILINE):
        return ""
    days = [day.id for day in before.internal_deadlines if day.serves not in lost]
    items = [old[item.start : item.end].strip("\n") for item in items_in(old) if item.id in days]
    return "\n".join(["", _KEY, *items, ""]) if items else ""


def days_asked(head: str, others: Sequence[str]) -> str:
    """The head without those days of its own that nothing in the `others` names."""
    start = head.find(f"\n{_KEY}")
    named = set[str]().union(*map(ids_in, others))
    kept = head
    for item in reversed(items_in(head)):
        if item.start > start and item.id not in named:
            kept = kept[: item.start] + kept[item.end :]
    bare = kept.rstrip()
    return bare.removesuffix(_KEY).rstrip() + "\n" if bare.endswith(f"\n{_KEY}") else kept
