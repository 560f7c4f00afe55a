"""Phụ lục II: the unit's tasks, who leads, with whom, by when, with what result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kh_docs.documents.assigned import is_past
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.errors import TemplateError
from kh_docs.facts.clause_names import clause_names
from kh_docs.facts.first_letters import capital
from kh_docs.i18n import _
from kh_docs.model.local import NO_ASSIGNMENT
from kh_docs.model.tasks import Task
from kh_docs.render.values import Slot


class PrintedTask(NamedTuple):
    """A row of Phụ lục II: a task, or a `heading` over those below it."""

    heading: str = ""
    tt: Slot = ()
    text: Slot = ()
    lead: Slot = ()
    support: Slot = ()
    due: Slot = ()
    result: Slot = ()
    clause: Slot = ()


def task_rows(speech: Speech, groups: list[str]) -> list[PrintedTask]:
    """Rows under the headings in `groups` (“II.1 | 1. …”), without headings where there are none.

    Every applicable task stands in exactly one; raises TemplateError where one would stand in none.
    """
    left: Sequence[Task] = speech.unit_plan.tasks
    rows: list[PrintedTask] = []
    number = 0
    for group in groups or [""]:
        clause, _bar, heading = (part.strip() for part in group.partition("|"))
        tasks: list[Task] = []
        others: list[Task] = []
        for task in left:
            (tasks if not clause or _under(task.clause, clause) else others).append(task)
        left = others
        if tasks and heading:
            rows.append(PrintedTask(heading))
        for task in tasks:
            number += 1
            rows.append(task_row(speech, number, task))
    if left:
        raise _ungrouped(speech, left)
    return rows


def _ungrouped(speech: Speech, tasks: Sequence[Task]) -> TemplateError:
    listed = ", ".join(f"{task.id} ({task.clause})" for task in tasks)
    message = _("nhiệm vụ không thuộc nhóm nào của phần task_groups: {}").format(listed)
    fix = _("thêm dòng “{} | tên nhóm”").format(tasks[0].clause)
    return speech.words.fault_in(speech.recipe.wording, "=== task_groups", message, fix)


def _under(clause: str, group: str) -> bool:
    return clause == group or clause.startswith(group + ".")


def task_row(speech: Speech, number: int, task: Task) -> PrintedTask:
    """One task as it is printed."""
    past = is_past(speech.unit_plan, task)
    where = f"tasks.yaml, {task.id}"
    own = speech.unit_plan.local.assignments.get(task.id, NO_ASSIGNMENT)
    record = speech.assigned(task.id)
    # The unit's own words stand as they are, braces and all.
    due = capital(record.due if own.due else speech.plain(record.due, where))
    product = own.product or speech.plain(task.product, where)
    target = speech.plain(task.target, where)
    said = (
        speech.plain(task.past if past and task.past else task.text, where),
        # A body that the UBND cannot order about.
        capital(record.lead) + (" (đề nghị)" if record.requested else ""),
        capital("; ".join(record.partners)),
        # A day gone by stands as a matter of record; “đã đến hạn” says nothing of whether the work is done.
        due if not past or own.due else f"Thời hạn đã qua: {record.due}",
        "; ".join(filter(None, [product, target])),
    )
    return speech.piece(("task", task.id, number, said), lambda: _made_row(speech, number, task, said))


def _made_row(speech: Speech, number: int, task: Task, said: tuple[str, ...]) -> PrintedTask:
    text, *cells = said
    lead, support, due, result = map(words, cells)
    clause = words(capital(clause_names([task.clause, *task.also])))
    return PrintedTask(
        "", words(str(number)), speech.controls.split(text), lead, support, due, result, clause
    )
