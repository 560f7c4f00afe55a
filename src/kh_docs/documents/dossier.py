"""The last annex of the minutes: which files the unit has handed over, which are missing."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.documents.runs import YES_NO, words
from kh_docs.documents.speech import Speech
from kh_docs.render.values import Slot


class PrintedFile(NamedTuple):
    """A row of the list of files: handed over, or still missing."""

    tt: Slot
    text: Slot
    given: Slot
    missing: Slot
    note: Slot


def dossier_rows(speech: Speech, inspector: str) -> list[PrintedFile]:
    rows: list[PrintedFile] = []
    for item in speech.unit_plan.book.checklist.dossier:
        text = item.text if inspector == "province" else item.commune_text
        if not text:
            continue
        said = speech.plain(text, f"checklist.yaml, {item.id}")
        rows.append(_row(speech, len(rows) + 1, item.id, said))
    return rows


def _row(speech: Speech, number: int, item: str, text: str) -> PrintedFile:
    controls = speech.controls
    return speech.piece(
        ("file", number, item, text),
        lambda: PrintedFile(
            tt=words(str(number)),
            text=controls.split(text),
            given=[controls.choice(f"{item}.da_cung_cap", f"{item} – đã cung cấp", YES_NO)],
            missing=[controls.choice(f"{item}.con_thieu", f"{item} – còn thiếu", YES_NO)],
            note=speech.note_cell(f"{item}.ghi_chu", f"{item} – ghi chú"),
        ),
    )
