"""The unit's implementation plan (kế hoạch): body, Phụ lục I-III and, when shares are given, IV."""

from __future__ import annotations

from typing import Any

from kh_docs.documents import registers
from kh_docs.documents.frame import Given, issued_by_unit, lines
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.documents.task_table import task_rows
from kh_docs.facts.clause_names import clause_name
from kh_docs.model.plan import TargetRow
from kh_docs.render.values import Run


def context(speech: Speech, given: Given) -> dict[str, Any]:
    """Everything templates/layout/ke-hoach.docx prints."""
    parts = speech.parts()
    return {
        **issued_by_unit(speech, "Kế hoạch", "KH", parts, given),
        "addressee": [],
        "targets": target_rows(speech),
        "tasks": task_rows(speech, lines(parts["task_groups"])),
        **registers.of_plan(speech),
    }


def target_rows(speech: Speech) -> list[dict[str, Any]]:
    """Phụ lục I: only what binds this unit, in the plan's own words, with clause and computation."""
    unit_plan = speech.unit_plan
    rows = [row for row in unit_plan.book.target_rows if unit_plan.binds(row)]
    return [_target_row(speech, number, row) for number, row in enumerate(rows, 1)]


def _target_row(speech: Speech, number: int, row: TargetRow) -> dict[str, Any]:
    def say(field: str, text: str) -> list[Run]:
        return speech.say(text, f"target-rows.yaml, {row.id}.{field}")

    return {
        "tt": words(str(number)),
        "text": say("text", row.text),
        "measure": say("measure", row.measure),
        "given": words(given_words(speech, row)),
        "own": say("own", row.own),
        "how": say("how", row.how),
        "watcher": words(speech.context["roles"][row.watcher]),
        "due": say("due", row.due),
    }


def given_words(speech: Speech, row: TargetRow) -> str:
    """The plan's words that bind this unit, quoted, with the clause; the unit's own targets have none."""
    unit_plan = speech.unit_plan
    quoted = []
    for target_id in row.targets:
        target = unit_plan.target(target_id)
        text = target.words_per_unit.get(unit_plan.unit.id) or target.unit_words or target.words
        quoted.append(f"“{_inner(text)}” ({clause_name(target.clause)})")
    return "; ".join(quoted) or f"Không giao; {unit_plan.unit.type} tự đặt"


def _inner(text: str) -> str:
    """Quotation marks inside a quotation become single ones."""
    return text.replace("“", "‘").replace("”", "’")
