"""Every clause of the plan against every unit: covered by which task, or why it does not apply."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from kh_docs.facts.unit_plan import UnitPlan, unit_plans
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.plan import Duty


def coverage(book: Book) -> dict[str, Any]:
    """The rows of `coverage --json` (interface.md)."""
    found = reasoned_coverage(book)
    for cell in found["cells"]:
        for duty in cell["duties"]:
            del duty["reason"]
    return found


def reasoned_coverage(book: Book) -> dict[str, Any]:
    """The same with the reason of each duty, for the workbook."""
    duties: dict[str, list[Duty]] = defaultdict(list)
    for duty in book.duties:
        duties[duty.clause].append(duty)
    clauses = [clause.id for clause in book.clauses if clause.id in duties]
    plans = unit_plans(book, book.head.issued_on)
    cells = [_cell(clause, plan, duties[clause]) for clause in clauses for plan in plans.values()]
    return {"clauses": clauses, "units": list(plans), "cells": cells}


def uncovered_clauses(book: Book) -> list[str]:
    """Lowest-level clauses for which no duty is listed at all: a gap in the data itself."""
    listed = {duty.clause for duty in book.duties}
    ids = [clause.id for clause in book.clauses if not clause.heading and clause.id != "opening"]
    return [
        name
        for name in ids
        if name not in listed and not any(other.startswith(name + ".") for other in listed)
    ]


def _cell(clause: str, plan: UnitPlan, duties: list[Duty]) -> dict[str, Any]:
    rows = [_duty_row(plan, duty) for duty in duties]
    states = {row["state"] for row in rows}
    state = "missing" if "missing" in states else "covered" if "covered" in states else "not_applicable"
    # Why a duty of others is none of the unit's says nothing of a clause that is covered.
    reasons = dict.fromkeys(reason for row in rows if (reason := row["reason"]) and row["state"] == state)
    return {
        "clause": clause,
        "unit": plan.unit.id,
        "state": state,
        "reason": "; ".join(reasons),
        "duties": rows,
    }


def _duty_row(plan: UnitPlan, duty: Duty) -> dict[str, Any]:
    tasks = [task for task in duty.tasks if plan.has_task(task)]
    if duty.binds != "unit":
        state, reason, tasks = "not_applicable", duty.reason or _("Điều khoản không giao UBND cấp huyện"), []
    elif (duty.document and plan.binds(duty)) or (tasks and plan.binds(duty)):
        state, reason = "covered", duty.reason
    elif duty.unknown_counts == "covered":
        state, reason = "covered", duty.reason or duty.otherwise
    elif not plan.binds(duty):
        state, reason = "not_applicable", duty.otherwise or duty.reason
    else:
        state, reason = "missing", _("Chưa có nhiệm vụ nào thực hiện")
    return {"text": duty.text, "state": state, "tasks": tasks, "reason": reason}
