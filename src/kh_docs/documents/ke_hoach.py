"""The unit's implementation plan (kế hoạch): body, targets, tasks, then the lists that the data declare."""

from __future__ import annotations

from kh_docs.documents.annexes import heads, labels
from kh_docs.documents.clause_lines import ClauseLines
from kh_docs.documents.deadline_table import DEADLINES, deadline_table, due_of
from kh_docs.documents.form_mark import form_mark
from kh_docs.documents.frame import framed
from kh_docs.documents.given import Given, frame_of
from kh_docs.documents.lines import lines, named
from kh_docs.documents.numerals import roman
from kh_docs.documents.parts import Parts
from kh_docs.documents.plan_context import Annexes, PlanContext
from kh_docs.documents.registers import ListAnnex, list_annexes, registers_of, titles_of
from kh_docs.documents.speech import Speech
from kh_docs.documents.target_table import bound_rows, target_rows
from kh_docs.documents.task_table import task_rows
from kh_docs.documents.terms import terms


def written(speech: Speech, _given: Given) -> Parts:
    """The parts of the wording, the plan's own or the common one, which says clauses and annexes."""
    clauses = ClauseLines(speech)
    speech.context |= {
        "clauses": clauses.lines,
        "parts": lambda: clauses.parts,
        "open": lambda: clauses.is_open,
        "following": clauses.following,
        "ending": clauses.ending,
        "unsaid": clauses.unsaid,
        "roman": roman,
        "annexed": _annexed(speech),
    }
    return speech.parts()


def context(speech: Speech, given: Given) -> PlanContext:
    """The plan with those annexes that have something to print."""
    parts = written(speech, given)
    frame = frame_of(speech, "Kế hoạch", "KH")
    around = framed(speech, frame, parts, given)
    targets, tasks = target_rows(speech), task_rows(speech, lines(parts["task_groups"]))
    chosen = registers_of(speech)
    titles = {**titles_of(speech, chosen), **named(parts["annex_titles"])}
    # Only wording that has a title for it prints this annex.
    due = due_of(speech) if DEADLINES in titles else []
    own = [name for name, rows in {"targets": targets, "tasks": tasks}.items() if rows]
    names = [*own, *chosen, *([DEADLINES] if due else [])]
    found = heads(speech, frame, given, titles, names)
    lists = list_annexes(speech, chosen, found)
    if due:
        lists.append(ListAnnex(*found[DEADLINES], tables=[deadline_table(speech, due)]))
    return PlanContext(
        *around,
        terms=terms(speech),
        annexes=Annexes(found.get("targets"), found.get("tasks")),
        targets=targets,
        tasks=tasks,
        lists=lists,
        form=form_mark(speech),
    )


def _annexed(speech: Speech) -> str:
    """The annexes by name, “Phụ lục I, Phụ lục II”, of a wording that has a title for each."""
    own = {"targets": bound_rows(speech), "tasks": speech.unit_plan.tasks}
    dated = [DEADLINES] if due_of(speech) else []
    return ", ".join(
        labels([*(name for name, rows in own.items() if rows), *registers_of(speech), *dated]).values()
    )
