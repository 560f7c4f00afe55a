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
        rows.append(
            PrintedFile(
                tt=words(str(len(rows) + 1)),
                text=speech.say(text, f"checklist.yaml, {item.id}"),
                given=[speech.controls.choice(f"{item.id}.da_cung_cap", f"{item.id} – đã cung cấp", YES_NO)],
                missing=[speech.controls.choice(f"{item.id}.con_thieu", f"{item.id} – còn thiếu", YES_NO)],
                note=speech.note_cell(f"{item.id}.ghi_chu", f"{item.id} – ghi chú"),
            )
        )
    return rows
