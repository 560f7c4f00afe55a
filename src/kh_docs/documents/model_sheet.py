"""The sheets by which models are judged (Phiếu M): one for each that is known, else one to copy."""

from __future__ import annotations

from kh_docs.documents.printed_sheet import (
    PrintedSheet,
)
from kh_docs.documents.speech import Speech
from kh_docs.documents.told_sheet import Sheet


def model_sheets(speech: Speech, *, known: bool) -> list[PrintedSheet]:
    """A sheet for each model that is known, else one to be copied for every model that is looked at."""
    judged = speech.unit_plan.book.fields.judged
    models = speech.unit_plan.local.entries(judged.id) if known and judged else ()
    title = f"{speech.unit_plan.book.sheet.title.capitalize()} (mỗi mục một phiếu)"
    with speech.table("phieu_mo_hinh", title, "Phụ lục II"):
        if not models:
            return [speech.piece(("sheet",), lambda: Sheet(speech, None, "").tables(""))]
        suffixes = [f".{number:02d}" if len(models) > 1 else "" for number in range(1, len(models) + 1)]
        headings = [
            f"Phiếu số {number:02d}" if len(models) > 1 else "" for number in range(1, len(models) + 1)
        ]
        return [
            Sheet(speech, model, suffix).tables(heading)
            for model, suffix, heading in zip(models, suffixes, headings, strict=True)
        ]
