"""The unit's implementation plan (kế hoạch): body, targets, tasks, then the lists that the data declare."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.documents.annexes import Head, heads
from kh_docs.documents.clause_lines import ClauseLines
from kh_docs.documents.deadline_table import DEADLINES, deadline_table
from kh_docs.documents.file_properties import Properties
from kh_docs.documents.form_mark import FormMark, form_mark
from kh_docs.documents.frame import Signature, framed
from kh_docs.documents.given import Given, frame_of
from kh_docs.documents.header import Header
from kh_docs.documents.lines import lines, named
from kh_docs.documents.markup import Parts
from kh_docs.documents.numerals import roman
from kh_docs.documents.registers import ListAnnex, list_annexes, registers_of, titles_of
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.documents.task_table import PrintedTask, task_rows
from kh_docs.documents.terms import Terms, terms
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.first_letters import capital
from kh_docs.facts.target_rows import rows_of_targets
from kh_docs.facts.voices import restated
from kh_docs.layout.lines import Line
from kh_docs.model.plan import TargetRow
from kh_docs.render.values import Block, Slot


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


class Annexes(NamedTuple):
    """The heads of the annexes that every plan may have; None where this one has not."""

    targets: Head | None
    tasks: Head | None


class PlanContext(NamedTuple):
    """Everything templates/layout/ke-hoach.docx prints."""

    props: Properties
    header: Header
    type_name: str
    abstract: list[Slot]
    under_abstract: Line
    body: list[Block]
    recipients: list[Slot]
    signature: Signature
    terms: Terms
    annexes: Annexes
    targets: list[PrintedTarget]
    tasks: list[PrintedTask]
    lists: list[ListAnnex]
    form: FormMark

    @property
    def annexed(self) -> bool:
        return bool(self.lists) or any(self.annexes)


def written(speech: Speech, _given: Given) -> Parts:
    """The parts of the wording, the plan's own or the common one, which says clauses and annexes."""
    clauses = ClauseLines(speech)
    speech.context |= {
        "clauses": clauses.lines,
        "parts": lambda: clauses.parts,
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
    dated = deadline_table(speech) if DEADLINES in titles else None
    own = [name for name, rows in {"targets": targets, "tasks": tasks}.items() if rows]
    names = [*own, *chosen, *([DEADLINES] if dated else [])]
    found = heads(speech, frame, given, titles, names)
    lists = list_annexes(speech, chosen, found)
    if dated:
        lists.append(ListAnnex(*found[DEADLINES], tables=[dated]))
    return PlanContext(
        *around,
        terms=terms(speech),
        annexes=Annexes(found.get("targets"), found.get("tasks")),
        targets=targets,
        tasks=tasks,
        lists=lists,
        form=form_mark(speech),
    )


def _annexed(speech: Speech) -> bool:
    """Whether anything of the plan's data is printed behind the text."""
    plan = speech.unit_plan
    lists = any(speech.recipe.kind in register.kinds for register in plan.book.registers)
    return bool(plan.tasks or _bound_rows(speech) or deadline_table(speech)) or lists


def _bound_rows(speech: Speech) -> list[TargetRow]:
    """The rows that the plan gives for its targets, else one for each target that has a figure here."""
    plan = speech.unit_plan
    return [row for row in plan.book.target_rows or rows_of_targets(plan.book) if plan.binds(row)]


def target_rows(speech: Speech) -> list[PrintedTarget]:
    """Phụ lục I: what binds this unit and has a value; a target that nobody has set is no target."""
    values = [(row, _say(speech, row, "own")) for row in _bound_rows(speech)]
    set_rows = [(row, own) for row, own in values if own]
    return [_target_row(speech, number, row, own) for number, (row, own) in enumerate(set_rows, 1)]


def _target_row(speech: Speech, number: int, row: TargetRow, own: Slot) -> PrintedTarget:
    return PrintedTarget(
        tt=words(str(number)),
        text=_row_text(speech, row),
        measure=_say(speech, row, "measure"),
        given=words(given_words(speech, row)),
        own=own,
        how=_say(speech, row, "how"),
        due=_say(speech, row, "due"),
        watcher=words(speech.context["roles"][row.watcher] if row.watcher else ""),
    )


def _row_text(speech: Speech, row: TargetRow) -> Slot:
    """What the plan's rows say; a target that has no row, as the unit says its words."""
    plan = speech.unit_plan
    if plan.book.target_rows:
        return _say(speech, row, "text")
    return words(restated(plan)(row.text, plan.target(row.id).clause))


def _say(speech: Speech, row: TargetRow, field: str) -> Slot:
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
