"""Take the rows of deadlines, give an iCalendar file with all-day entries and reminders."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from icalendar import Alarm, Calendar, Event

from kh_docs.facts.dates_vi import short_date
from kh_docs.i18n import _

if TYPE_CHECKING:
    from kh_docs.model.head import Head

# At nine in the morning, a week and three days before.
REMINDERS = (timedelta(days=-7, hours=9), timedelta(days=-3, hours=9))


def calendar(head: Head, rows: list[dict[str, Any]]) -> bytes:
    """The same bytes for the same rows: stamps come from the plan's date, not from a clock."""
    result = Calendar()
    result.add("prodid", "-//kh-docs//VI")
    result.add("version", "2.0")
    result.add("x-wr-calname", _("Thời hạn theo {plan}").format(plan=_cited(head)))
    for row in rows:
        if row["last_day"]:
            result.add_component(_event(head, row))
    return bytes(result.to_ical())


def _event(head: Head, row: dict[str, Any]) -> Event:
    happens = row["date"] == row["last_day"]  # a day of its own (19/8), not the end of a span
    day = date.fromisoformat(row["last_day"] if happens else row["last_working_day"])
    summary = row["text"] if happens else _("Hạn: {text}").format(text=row["text"])
    event = Event()
    event.add("uid", f"{head.id}-{row['id'].lower()}@kh-docs")
    event.add("dtstamp", datetime.combine(head.issued_on, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", _description(head, row))
    event.add("transp", "TRANSPARENT")
    for before in REMINDERS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", before)
        event.add_component(alarm)
    return event


def _description(head: Head, row: dict[str, Any]) -> str:
    return _(
        "Mục {clause}, {plan}: “{literal}”. Ngày cuối: {last_day}; ngày làm việc cuối: {working}. "
        "Thực hiện: {who}."
    ).format(
        clause=row["clause"],
        plan=_cited(head),
        literal=row["literal"],
        last_day=_day(row["last_day"]),
        working=_day(row["last_working_day"]),
        who=row["who"],
    )


def _cited(head: Head) -> str:
    return f"{head.kind} {head.number}/{head.symbol}"


def _day(iso: str) -> str:
    return short_date(date.fromisoformat(iso))
