"""Who receives a document: those whom the data names for the unit, and every body that is given work."""

from __future__ import annotations

from collections.abc import Iterable

from kh_docs.facts.first_letters import capital
from kh_docs.facts.unit_plan import UnitPlan

# To be reported to, to know, to work with, to carry out: the order in which they are printed.
PURPOSES = ("b/c", "", "p/h", "t/h")


def recipients(unit_plan: UnitPlan, channel: str, working: Iterable[str]) -> tuple[str, ...]:
    """The lines of “Nơi nhận” above its last, with their dashes.

    `working` are the roles of those that are given work.
    """
    head = unit_plan.book.head
    found = [(f"{head.issuer_short}{f' ({channel})' if channel else ''}", "b/c")]
    # “qua Sở Nội vụ”: whoever hands it up has a copy.
    if channel:
        found.append((channel.removeprefix("qua "), "b/c"))
    named: set[str] = set()
    for entry in unit_plan.book.recipients:
        if text := unit_plan.words.filled(entry.text) or _names(unit_plan, entry.roles):
            found.append((text, entry.purpose))
            named |= {*entry.roles, *entry.covers}
    added = [role for role in dict.fromkeys(working) if role not in named]
    for command, purpose in (("request", "p/h"), ("order", "t/h")):
        if text := _names(unit_plan, added, command):
            found.append((text, purpose))
    found.sort(key=lambda line: PURPOSES.index(line[1]))
    shown = [f"- {capital(text)}{f' ({purpose})' if purpose else ''};" for text, purpose in found]
    return tuple(shown)


def working_bodies(unit_plan: UnitPlan) -> list[str]:
    """The roles that lead or help in the tasks of the unit."""
    return [role for task in unit_plan.tasks for role in (task.lead, *task.support)]


def _names(unit_plan: UnitPlan, roles: Iterable[str], command: str = "") -> str:
    """The names of those that exist here and now; with `command` only those that are ordered, or asked."""
    held = [role for role in map(unit_plan.role, roles) if role and command in ("", role.command)]
    return ", ".join(dict.fromkeys(unit_plan.role_name(role) for role in held))
