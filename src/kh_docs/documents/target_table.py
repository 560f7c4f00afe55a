"""Phụ lục I of the plan: the targets that bind this unit, with the plan's own words."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.first_letters import capital
from kh_docs.facts.target_rows import rows_of_targets
from kh_docs.facts.voices import restated
from kh_docs.model.targets import TargetRow
from kh_docs.render.values import Slot

# Where the clerk finds it, on her list.
PLACE = "Bảng chỉ tiêu"


class PrintedTarget(NamedTuple):
    """A row of Phụ lục I."""

    tt: Slot
    text: Slot
    measure: Slot
    given: Slot
    own: Slot
    how: Slot
    due: Slot
    watcher: Slot


def bound_rows(speech: Speech) -> list[TargetRow]:
    """The rows that the plan gives for its targets, else one for each target that has a figure here."""
    plan = speech.unit_plan
    return [row for row in plan.book.target_rows or rows_of_targets(plan.book) if plan.binds(row)]


def target_rows(speech: Speech) -> list[PrintedTarget]:
    """Phụ lục I: what binds this unit and has a value; a target that nobody has set is no target."""
    values = [(row, _plain(speech, row, "own")) for row in bound_rows(speech)]
    set_rows = [(row, own) for row, own in values if own]
    with speech.table("theo_doi", "Cơ quan theo dõi từng chỉ tiêu", PLACE):
        return [_target_row(speech, number, row, own) for number, (row, own) in enumerate(set_rows, 1)]


def _target_row(speech: Speech, number: int, row: TargetRow, own: str) -> PrintedTarget:
    said = (
        _row_text(speech, row),
        _plain(speech, row, "measure"),
        given_words(speech, row),
        own,
        _plain(speech, row, "how"),
        _plain(speech, row, "due"),
    )
    # The body's name, in the words of the unit's level and type.
    watcher = speech.context["roles"][row.watcher] if row.watcher else ""
    key = ("target", row.id, number, said, watcher)
    return speech.piece(key, lambda: _made_row(speech, number, row, said, watcher))


def _made_row(
    speech: Speech, number: int, row: TargetRow, said: tuple[str, ...], watcher: str
) -> PrintedTarget:
    text, measure, given, own, how, due = said
    split = speech.controls.split
    return PrintedTarget(
        words(str(number)),
        split(text),
        split(measure),
        words(given),
        split(own),
        split(how),
        split(due),
        # Whom the data name; of a plan that names nobody the unit is asked.
        words(watcher)
        if row.watcher
        else speech.open_cell(f"theo_doi.co_quan.{row.id}", f"{row.id} – Cơ quan theo dõi"),
    )


def _row_text(speech: Speech, row: TargetRow) -> str:
    """What the plan's rows say; a target that has no row, as the unit says its words."""
    plan = speech.unit_plan
    if plan.book.target_rows:
        return _plain(speech, row, "text")
    return restated(plan)(row.text, plan.target(row.id).clause)


def _plain(speech: Speech, row: TargetRow, field: str) -> str:
    return speech.plain(getattr(row, field), f"target-rows.yaml, {row.id}.{field}")


def given_words(speech: Speech, row: TargetRow) -> str:
    """The plan's words that bind this unit, whole, with their clause; shortened ones are not quoted."""
    unit_plan = speech.unit_plan
    if row.given:
        told = speech.plain(row.given, f"target-rows.yaml, {row.id}.given")
        return f"{told} ({clause_name(row.clause)})"
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
