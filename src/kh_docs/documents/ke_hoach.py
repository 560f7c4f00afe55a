"""The unit's implementation plan (kế hoạch): body, targets, tasks, then the lists that the data declare."""

from __future__ import annotations

from typing import Any

from kh_docs.documents.annexes import heads
from kh_docs.documents.clause_lines import ClauseLines
from kh_docs.documents.deadline_table import DEADLINES, deadline_table
from kh_docs.documents.frame import Given, frame_of, issued_by_unit, lines, named
from kh_docs.documents.markup import Parts
from kh_docs.documents.numerals import roman
from kh_docs.documents.registers import list_annexes, registers_of, titles_of
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.documents.task_table import task_rows
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.first_letters import capital
from kh_docs.facts.target_rows import rows_of_targets
from kh_docs.model.plan import TargetRow
from kh_docs.render.values import Run


def written(speech: Speech, _given: Given) -> Parts:
    """The parts of the wording, the plan's own or the common one, which says clauses and annexes."""
    clauses = ClauseLines(speech)
    speech.context |= {
        "clauses": clauses.lines,
        "parts": lambda: clauses.parts,
        "roman": roman,
        "annexed": _annexed(speech),
    }
    return speech.parts()


def context(speech: Speech, given: Given) -> dict[str, Any]:
    """Everything templates/layout/ke-hoach.docx prints."""
    parts = written(speech, given)
    frame = frame_of(speech, "Kế hoạch", "KH")
    framed = issued_by_unit(speech, frame, parts, given)
    own = {"targets": target_rows(speech), "tasks": task_rows(speech, lines(parts["task_groups"]))}
    chosen = registers_of(speech)
    titles = {**titles_of(speech, chosen), **named(parts["annex_titles"])}
    # Only wording that has a title for it prints this annex.
    dated = deadline_table(speech) if DEADLINES in titles else None
    names = [*(name for name, rows in own.items() if rows), *chosen, *([DEADLINES] if dated else [])]
    annexes = heads(speech, frame, given, titles, names)
    lists = list_annexes(speech, chosen, annexes)
    if dated:
        lists.append({**annexes[DEADLINES], "tables": [dated]})
    return {
        **framed,
        "addressee": [],
        "annexes": {**dict.fromkeys(own), **annexes},
        **own,
        "lists": lists,
    }


def _annexed(speech: Speech) -> bool:
    """Whether anything of the plan's data is printed behind the text."""
    plan = speech.unit_plan
    lists = any(speech.recipe.kind in register.kinds for register in plan.book.registers)
    return bool(plan.tasks or _bound_rows(speech) or deadline_table(speech)) or lists


def _bound_rows(speech: Speech) -> list[TargetRow]:
    """The rows that the plan gives for its targets, else one for each target that has a figure here."""
    plan = speech.unit_plan
    return [row for row in plan.book.target_rows or rows_of_targets(plan.book) if plan.binds(row)]


def target_rows(speech: Speech) -> list[dict[str, Any]]:
    """Phụ lục I: what binds this unit and has a value; a target that nobody has set is no target."""
    values = [(row, _say(speech, row, "own")) for row in _bound_rows(speech)]
    set_rows = [(row, own) for row, own in values if own]
    return [_target_row(speech, number, row, own) for number, (row, own) in enumerate(set_rows, 1)]


def _target_row(speech: Speech, number: int, row: TargetRow, own: list[Run]) -> dict[str, Any]:
    return {
        "tt": words(str(number)),
        **{name: _say(speech, row, name) for name in ("text", "measure", "how", "due")},
        "given": words(given_words(speech, row)),
        "own": own,
        "watcher": words(speech.context["roles"][row.watcher] if row.watcher else ""),
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
