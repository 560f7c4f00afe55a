"""The cells of a register, hundreds in a document: each a control by its row and column, or mere words."""

from __future__ import annotations

from collections.abc import Sequence

from kh_docs.documents.controls import SHORT_DOTS, SPACE
from kh_docs.documents.register_rows import Row, is_optional
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.adding_up import tag_of
from kh_docs.model.registers import Register, RegisterColumn
from kh_docs.render.values import Run, Slot


def cells_of(
    speech: Speech, register: Register, rows: Sequence[Row], texts: Sequence[Sequence[str]]
) -> list[list[Slot]]:
    """The rows cell by cell, their number first; `texts`: what is known of them, the unit's answers too."""
    waiting: set[int] = set()
    columns = [
        _cells(register, column, rows, said, waiting)
        for column, said in zip(register.columns, texts, strict=True)
    ]
    found: list[list[Slot]] = [
        [words(str(number)), *cells] for number, cells in enumerate(zip(*columns, strict=True), 1)
    ]
    # In the order of reading.
    drawn = [cell[0] for cells in found for cell in cells if cell and cell[0].tag]
    speech.controls.unfilled += [run.tag for run in drawn if id(run) in waiting]
    known = speech.controls.all_of(drawn)
    if known is drawn:
        return found
    named = dict(zip(map(id, drawn), known, strict=True))
    return [[[named.get(id(run), run) for run in cell] for cell in cells] for cells in found]


def _cells(
    register: Register, column: RegisterColumn, rows: Sequence[Row], said: Sequence[str], waiting: set[int]
) -> list[Slot]:
    """One column; `waiting` gets those that somebody has to fill in."""
    if not column.id:
        return list(map(words, said))
    before, title = tag_of(register, column, ""), column.title
    # A list that is signed has no dots: what is not known yet stays white, and is told to the clerk.
    kind, shown = ("space", SPACE) if register.form else ("blank", SHORT_DOTS)
    if column.choices:
        kind, shown = "choice", SPACE
    found: list[Slot] = []
    for row, text in zip(rows, said, strict=True):
        if text and column.field == "line":
            found.append(words(text))
            continue
        tag, name = before + row.key, title + row.title
        if text:
            run = Run("value", text, tag, name)
        elif is_optional(column, row):
            run = Run("space", SPACE, tag, name)
        else:
            run = Run(kind, shown, tag, name, False, column.choices)
            waiting.add(id(run))
        found.append([run])
    return found
