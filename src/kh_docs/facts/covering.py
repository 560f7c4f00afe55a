"""Every clause of the plan against every unit: covered by which task, or why it does not apply.

What counts is the text that is printed: a clause or task that the data list and no document says is missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kh_docs.facts.unit_plan import UnitPlan, unit_plans
from kh_docs.facts.voice import Voice, tells
from kh_docs.facts.voices import voices
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.plan import Clause
from kh_docs.model.tasks import Duty


class Said(NamedTuple):
    """The tasks and clauses by id that the printed text of one unit's plan says."""

    tasks: frozenset[str]
    clauses: frozenset[str]


def coverage(book: Book, said: Mapping[str, Said]) -> dict[str, Any]:
    """The rows of `coverage --json` (interface.md), each duty with the reason of its state besides."""
    duties: dict[str, list[Duty]] = defaultdict(list)
    for duty in book.duties:
        duties[duty.clause].append(duty)
    asked = [clause for clause in book.clauses if clause.id in duties or _lowest(book, clause)]
    sights = [
        _Sight(plan, said[plan.unit.id], {voice.clause.id: voice for voice in voices(plan)})
        for plan in unit_plans(book, book.head.issued_on).values()
    ]
    cells = [sight.cell(clause, duties.get(clause.id, ())) for clause in asked for sight in sights]
    units = [sight.plan.unit.id for sight in sights]
    return {"clauses": [clause.id for clause in asked], "units": units, "cells": cells}


def _lowest(book: Book, clause: Clause) -> bool:
    """Whether the clause tells something that no clause below it does."""
    below = (f"{clause.id}.", f"{clause.id}-")
    return tells(clause) and not any(other.id.startswith(below) for other in book.clauses)


class _Sight(NamedTuple):
    """What one unit has of the plan: the data, the printed text, and how it says what has no task."""

    plan: UnitPlan
    said: Said
    voices: Mapping[str, Voice]

    def cell(self, clause: Clause, duties: Sequence[Duty]) -> dict[str, Any]:
        rows = [self._duty(duty) for duty in duties] or [self._without_duties(clause)]
        states = {row["state"] for row in rows}
        state = "missing" if "missing" in states else "covered" if "covered" in states else "not_applicable"
        # Why a duty of others is none of the unit's says nothing of a clause that is covered.
        told = (row["reason"] for row in rows if row["state"] == state)
        return {
            "clause": clause.id,
            "unit": self.plan.unit.id,
            "state": state,
            "reason": "; ".join(dict.fromkeys(filter(None, told))),
            "duties": rows,
        }

    def _duty(self, duty: Duty) -> dict[str, Any]:
        plan = self.plan
        tasks = [task for task in duty.tasks if plan.has_task(task)]
        if duty.binds != "unit":
            reason = duty.reason or _("Điều khoản không giao UBND cấp {}").format(plan.unit.level)
            return _row(duty.text, "not_applicable", reason)
        if plan.binds(duty) and (tasks or duty.document):
            if unsaid := self._unsaid(tasks):
                return _row(duty.text, "missing", unsaid, tasks)
            return _row(duty.text, "covered", duty.reason, tasks)
        if duty.unknown_counts == "covered":
            return _row(duty.text, "covered", duty.reason or duty.otherwise, tasks)
        if not plan.binds(duty):
            return _row(duty.text, "not_applicable", duty.otherwise or duty.reason, tasks)
        return _row(duty.text, "missing", _("Chưa có nhiệm vụ nào thực hiện"))

    def _without_duties(self, clause: Clause) -> dict[str, Any]:
        """What a plan without a list of duties does with a clause; one that has a list leaves a gap in it."""
        text = clause.text.split("\n")[0]
        if self.plan.book.duties:
            return _row(text, "missing", _("Chưa ghi việc phải làm của điểm này trong duties.yaml"))
        tasks = [task.id for task in self.plan.tasks if clause.id in (task.clause, *task.also)]
        if tasks:
            unsaid = self._unsaid(tasks)
            return _row(text, "missing" if unsaid else "covered", unsaid, tasks)
        voice = self.voices[clause.id]
        if voice.state == "left":
            return _row(text, "not_applicable", voice.reason)
        if clause.id not in self.said.clauses:
            return _row(text, "missing", _("Lời văn của kế hoạch không nêu điểm này"))
        return _row(text, "covered", voice.reason)

    def _unsaid(self, tasks: list[str]) -> str:
        """Why these tasks are not carried out by the text; wording that asks for none prints them all."""
        unsaid = [task for task in tasks if task not in self.said.tasks] if self.said.tasks else []
        return _("Lời văn của kế hoạch không nêu nhiệm vụ {}").format(", ".join(unsaid)) if unsaid else ""


def _row(text: str, state: str, reason: str, tasks: Sequence[str] = ()) -> dict[str, Any]:
    return {"text": text, "state": state, "tasks": list(tasks), "reason": reason}
