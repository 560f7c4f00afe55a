"""One sheet of one model, filled with what the unit has told."""

from __future__ import annotations

from kh_docs.documents.printed_sheet import (
    PrintedAnswer,
    PrintedFile,
    PrintedQuestion,
    PrintedReview,
    PrintedSheet,
    Signer,
    Signers,
    Titles,
)
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.told import fields_of, printed
from kh_docs.model.base import Texts
from kh_docs.model.fields import SHEET, Told
from kh_docs.model.model_sheet import SheetField
from kh_docs.render.values import Slot

# Under who signs for a body; a person has no seal (model-sheet.yaml: hint).
STAMPED = "(Ký, đóng dấu, ghi rõ họ tên)"


class Sheet:
    """One sheet; `suffix` tells its tags from those of the others."""

    def __init__(self, speech: Speech, model: Told | None, suffix: str) -> None:
        self.speech, self.model, self.suffix = speech, model, suffix
        judged = speech.unit_plan.book.fields.judged
        self.fields = fields_of(speech.unit_plan, judged.id) if judged else {}

    def tables(self, heading: str) -> PrintedSheet:
        sheet = self.speech.unit_plan.book.sheet
        parts = (sheet.info, sheet.files, sheet.activity, sheet.review, sheet.conclusion)
        return PrintedSheet(
            heading=heading,
            titles=Titles(*(part.title for part in parts)),
            info=[PrintedQuestion(field.label, self._answer(field)) for field in sheet.info.fields],
            files=[
                PrintedFile(
                    words(str(number)),
                    words(row.words),
                    self._choice("co_khong", "Có/Không", row, sheet.files.choices),
                )
                for number, row in enumerate(sheet.files.rows, 1)
            ],
            activity=[self._activity(row) for row in sheet.activity.rows],
            review=[self._review(number, row) for number, row in enumerate(sheet.review.rows, 1)],
            conclusion=[self._conclusion(field) for field in sheet.conclusion.fields],
            signers=Signers(*(_signer(row) for row in sheet.signatures.rows)),
        )

    def _activity(self, row: SheetField) -> PrintedAnswer:
        said = not row.measure or row.measure in row.words.lower()
        asked = row.words if said else f"{row.words} ({row.measure})"
        told = printed_number(self._said(row))
        return PrintedAnswer(words(asked), self.speech.cell(self._tag(f"{row.id}.so"), row.words[:64], told))

    def _review(self, number: int, row: SheetField) -> PrintedReview:
        choices = self.speech.unit_plan.book.sheet.review.choices
        return PrintedReview(
            words(str(number)),
            words(row.words),
            self._choice("ket_qua", "Đánh giá", row, choices),
            self.speech.note_cell(
                self._tag(f"{row.id}.ghi_chu"), f"Ghi chú – {row.words[:50]}", self._said(row, ".ghi_chu")
            ),
        )

    def _conclusion(self, field: SheetField) -> PrintedAnswer:
        if not field.choices:
            return PrintedAnswer(words(field.label), self._answer(field))
        chosen = self._drop_down(f"{field.id}.gia_tri", field.label, field, field.choices)
        return PrintedAnswer(words(field.label), chosen)

    def _answer(self, field: SheetField) -> Slot:
        make = self.speech.note_cell if self.model is not None and field.optional else self.speech.cell
        return make(self._tag(f"{field.id}.gia_tri"), field.label[:64], self._said(field))

    def _choice(self, column: str, title: str, row: SheetField, choices: Texts) -> Slot:
        return self._drop_down(f"{row.id}.{column}", f"{title} – {row.words[:50]}", row, choices)

    def _drop_down(self, tag: str, title: str, field: SheetField, choices: Texts) -> Slot:
        return [self.speech.controls.choice(self._tag(tag), title, choices, self._said(field))]

    def _tag(self, tag: str) -> str:
        return f"{tag}{self.suffix}"

    def _said(self, field: SheetField, part: str = "") -> str:
        """What the list says of the model, or its own answers."""
        if self.model is None:
            return ""
        if field.field:
            return printed(self.fields.get(field.field), self.model.get(field.field))
        return str(self.model.get(f"{SHEET}.{field.id}{part}", ""))


def _signer(row: SheetField) -> Signer:
    return Signer(row.words.upper().replace("~", "\u00a0"), row.hint or STAMPED)
