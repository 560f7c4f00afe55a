"""The minutes' table of remedies: what is asked, of whom, by when."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.render.values import Slot


class PrintedRemedy(NamedTuple):
    """A row of the table of remedies."""

    tt: Slot
    text: Slot
    body: Slot
    due: Slot


def remedy_rows(speech: Speech) -> list[PrintedRemedy]:
    columns = {"text": "Nội dung kiến nghị", "body": "Đơn vị thực hiện", "due": "Thời hạn khắc phục"}
    count = speech.unit_plan.book.checklist.remedies.rows
    with speech.table("kien_nghi", "Kiến nghị, yêu cầu, thời hạn khắc phục (nếu có)", "Bảng kiến nghị"):
        return speech.piece(
            ("remedies",), lambda: [_remedy_row(speech, number, columns) for number in range(1, count + 1)]
        )


def _remedy_row(speech: Speech, number: int, columns: dict[str, str]) -> PrintedRemedy:
    tags = {field: f"kien_nghi.{field}.{number:02d}" for field in columns}
    # Once remedies are written down, the rows left over are no blanks.
    written = any(speech.controls.answer(f"kien_nghi.{field}.01") for field in columns)
    make = (
        speech.note_cell if written and not any(map(speech.controls.answer, tags.values())) else speech.cell
    )
    cells = {field: make(tags[field], f"{title}, dòng {number}") for field, title in columns.items()}
    return PrintedRemedy(words(str(number)), **cells)
