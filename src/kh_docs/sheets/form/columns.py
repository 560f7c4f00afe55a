"""From what the plan declares to columns of a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from kh_docs.model.book import Book
from kh_docs.model.fields import Field
from kh_docs.render.values import Run
from kh_docs.sheets.form.shapes import CellKind, Column

KINDS: dict[str, CellKind] = {"yes_no": "yes"}


def kind_of(field: Field) -> CellKind:
    """How a cell takes the field."""
    kind: CellKind = KINDS.get(field.type) or field.type  # type: ignore[assignment]
    return kind


def choices_of(book: Book, field: Field) -> tuple[str, ...]:
    """The field's own choices, or those that a question of the model sheet offers."""
    if not field.choices_of:
        return field.choices
    parts = (book.sheet.info, book.sheet.conclusion)
    questions = (question for part in parts for question in part.fields)
    return next((question.choices for question in questions if question.id == field.choices_of), ())


def column_of(book: Book, field: Field) -> Column:
    """The field as a column."""
    return Column(
        field.id,
        field.heading,
        kind_of(field),
        field.width,
        field.note,
        field.required,
        choices_of(book, field),
        field.measure,
    )


def plain(runs: Sequence[Run]) -> str:
    """The fixed words of a printed slot."""
    return "".join(run.text for run in runs if run.kind == "text")
