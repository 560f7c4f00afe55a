"""Phụ lục II: the unit's tasks, who leads, with whom, by when, with what result."""

from __future__ import annotations

from typing import Any

from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.first_letters import capital, small
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.local import NO_ASSIGNMENT
from kh_docs.model.plan import Task


def task_rows(speech: Speech, groups: list[str]) -> list[dict[str, Any]]:
    """Rows under the headings in `groups` (“II.1 | 1. …”); every applicable task stands in exactly one."""
    rows: list[dict[str, Any]] = []
    number = 0
    for group in groups:
        clause, heading = (part.strip() for part in group.split("|", 1))
        tasks = [task for task in speech.unit_plan.tasks if _under(task.clause, clause)]
        if not tasks:
            continue
        rows.append(_heading_row(heading))
        for task in tasks:
            number += 1
            rows.append(_task_row(speech, number, task))
    return rows


def _under(clause: str, group: str) -> bool:
    return clause == group or clause.startswith(group + ".")


def _heading_row(heading: str) -> dict[str, Any]:
    names = ("tt", "text", "lead", "support", "due", "product", "target", "clause")
    return {"heading": heading, **{name: [] for name in names}}


def _task_row(speech: Speech, number: int, task: Task) -> dict[str, Any]:
    unit_plan = speech.unit_plan
    past = is_past(unit_plan, task)
    where = f"tasks.yaml, {task.id}"
    own = unit_plan.local.assignments.get(task.id, NO_ASSIGNMENT)
    return {
        "heading": "",
        "id": task.id,
        "tt": words(str(number)),
        "text": speech.say(task.past if past and task.past else task.text, where),
        "lead": words(own.lead or lead_name(speech, task.lead)),
        "support": words(own.support or "; ".join(support_names(speech, task))),
        "due": words(own.due or speech.plain(due_text(unit_plan, task, past), where)),
        "product": words(own.product) or speech.say(task.product, where),
        "target": speech.say(task.target, where),
        "clause": words(capital(clause_name(task.clause))),
    }


def is_past(unit_plan: UnitPlan, task: Task) -> bool:
    """Whether the task's last day lies before the reference date: then it is reported, not ordered."""
    if task.deadline.plan:
        return all(unit_plan.passed(deadline) for deadline in task.deadline.plan)
    return bool(task.deadline.last_day and task.deadline.last_day < unit_plan.reference)


def due_text(unit_plan: UnitPlan, task: Task, past: bool) -> str:
    """The deadline as printed; one that has passed stands as a matter of record."""
    coming = [name for name in task.deadline.plan if past or not unit_plan.passed(name)]
    first, *rest = [unit_plan.book.deadlines[name].printed for name in coming] or [""]
    printed = "; ".join([first, *map(small, rest)])
    printed = printed or task.deadline.proposed or task.deadline.ongoing
    if past:
        return f"Đã đến hạn: {small(printed)}"
    return printed


def lead_name(speech: Speech, role_id: str) -> str:
    """A body that the UBND cannot order about stands with “(đề nghị)”."""
    role = speech.unit_plan.role(role_id)
    if role is None:
        raise KeyError(role_id)
    name = capital(table_name(speech, role_id))
    return f"{name} (đề nghị)" if role.command == "request" else name


def support_names(speech: Speech, task: Task) -> list[str]:
    """Those who help, as far as they exist for this unit and are not the lead themselves."""
    present = [role for role in task.support if role in speech.context["roles"] and role != task.lead]
    names = list(dict.fromkeys(table_name(speech, role) for role in present))
    return [capital(names[0]), *names[1:]] if names else []


def table_name(speech: Speech, role_id: str) -> str:
    """The body's name for a table cell: the shorter form where the data asks for it."""
    role = speech.unit_plan.role(role_id)
    if role is not None and role.in_tables == "short":
        return speech.unit_plan.role_short(role_id)
    return str(speech.context["roles"][role_id])
