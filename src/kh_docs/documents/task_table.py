"""Phụ lục II: the unit's tasks, who leads, with whom, by when, with what result."""

from __future__ import annotations

from typing import Any

from kh_docs.documents.assigned import assigned, is_past
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.clause_names import clause_names
from kh_docs.facts.first_letters import capital
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
    names = ("tt", "text", "lead", "support", "due", "product", "target", "result", "clause")
    return {"heading": heading, **{name: [] for name in names}}


def _task_row(speech: Speech, number: int, task: Task) -> dict[str, Any]:
    past = is_past(speech.unit_plan, task)
    where = f"tasks.yaml, {task.id}"
    own = speech.unit_plan.local.assignments.get(task.id, NO_ASSIGNMENT)
    record = assigned(speech.unit_plan, speech.context["roles"], task.id)
    due = capital(speech.plain(record.due, where))
    product = own.product or speech.plain(task.product, where)
    target = speech.plain(task.target, where)
    return {
        "heading": "",
        "id": task.id,
        "tt": words(str(number)),
        "text": speech.say(task.past if past and task.past else task.text, where),
        # A body that the UBND cannot order about.
        "lead": words(capital(record.lead) + (" (đề nghị)" if record.requested else "")),
        "support": words(capital("; ".join(record.partners))),
        # A day gone by stands as a matter of record; “đã đến hạn” says nothing of whether the work is done.
        "due": words(due if not past or own.due else f"Thời hạn đã qua: {record.due}"),
        "product": words(product),
        "target": words(target),
        "result": words("; ".join(filter(None, [product, target]))),
        "clause": words(capital(clause_names([task.clause, *task.also]))),
    }
