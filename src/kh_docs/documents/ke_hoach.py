"""The unit's implementation plan (kế hoạch): body, targets, tasks, then the lists that the data declare."""

from __future__ import annotations

from typing import Any

from kh_docs.documents.annexes import heads
from kh_docs.documents.frame import Given, frame_of, issued_by_unit, lines, named
from kh_docs.documents.registers import list_annexes, registers_of
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.documents.task_table import task_rows
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.first_letters import capital
from kh_docs.model.plan import TargetRow
from kh_docs.render.values import Run


def context(speech: Speech, given: Given) -> dict[str, Any]:
    """Everything templates/layout/ke-hoach.docx prints."""
    parts = speech.parts()
    frame = frame_of(speech, "Kế hoạch", "KH")
    framed = issued_by_unit(speech, frame, parts, given)
    own = {"targets": target_rows(speech), "tasks": task_rows(speech, lines(parts["task_groups"]))}
    chosen = registers_of(speech)
    names = [*(name for name, rows in own.items() if rows), *chosen]
    annexes = heads(speech, frame, given, named(parts["annex_titles"]) if names else {}, names)
    return {
        **framed,
        "addressee": [],
        "annexes": {**dict.fromkeys(own), **annexes},
        **own,
        "lists": list_annexes(speech, chosen, annexes),
    }


def target_rows(speech: Speech) -> list[dict[str, Any]]:
    """Phụ lục I: what binds this unit and has a value; a target that nobody has set is no target."""
    bound = [row for row in speech.unit_plan.book.target_rows if speech.unit_plan.binds(row)]
    values = [(row, _say(speech, row, "own")) for row in bound]
    set_rows = [(row, own) for row, own in values if own]
    return [_target_row(speech, number, row, own) for number, (row, own) in enumerate(set_rows, 1)]


def _target_row(speech: Speech, number: int, row: TargetRow, own: list[Run]) -> dict[str, Any]:
    return {
        "tt": words(str(number)),
        **{name: _say(speech, row, name) for name in ("text", "measure", "how", "due")},
        "given": words(given_words(speech, row)),
        "own": own,
        "watcher": words(speech.context["roles"][row.watcher]),
    }


def _say(speech: Speech, row: TargetRow, field: str) -> list[Run]:
    return speech.say(getattr(row, field), f"target-rows.yaml, {row.id}.{field}")


def given_words(speech: Speech, row: TargetRow) -> str:
    """The plan's words that bind this unit, whole, with their clause; shortened ones are not quoted."""
    unit_plan = speech.unit_plan
    quoted = [capital(clause_name(row.clause))] if row.clause else []
    for target_id in row.targets:
        target = unit_plan.target(target_id)
        text = target.words_per_unit.get(unit_plan.unit.id) or target.unit_words or target.words
        clause = clause_name(target.clause)
        quoted.append(capital(clause) if "…" in text else f"“{_inner(text)}” ({clause})")
    return "; ".join(quoted)


def _inner(text: str) -> str:
    """Quotation marks inside a quotation become single ones."""
    return text.replace("“", "‘").replace("”", "’")
