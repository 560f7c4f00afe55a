"""The sheet by which one model is judged (Phiếu M): who, which files, what it did, what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kh_docs.documents.runs import YES_NO, words
from kh_docs.documents.speech import Speech
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.model.base import Texts
from kh_docs.model.forms import SheetField
from kh_docs.model.local import MovementModel
from kh_docs.render.values import Run

# Questions of model-sheet.yaml that the list of models answers.
_FROM_LIST: dict[str, Callable[[MovementModel], str]] = {
    "m_ten": lambda model: model.name,
    "m_ma": lambda model: model.code,
    "m_loai": lambda model: model.kind,
    "m_dia_ban": lambda model: model.commune,
    "m_de_xuat": lambda model: model.proposer,
    "m_chu_tri": lambda model: model.lead,
    "m_quyet_dinh": lambda model: model.decision,
    "m_nam": lambda model: model.year,
    "m_diem": lambda model: _number(model.points),
    "m_to": lambda model: _number(model.teams),
    "m_thanh_vien": lambda model: _number(model.members),
    "m_cong_an": lambda model: model.officer,
    "m_kinh_phi": lambda model: model.funding,
    "m_kl_nhom": lambda model: model.group,
}
# Not every model has one.
_OPTIONAL = ("m_ma",)


def model_sheets(speech: Speech, *, known: bool) -> list[dict[str, Any]]:
    """A sheet for each model that is known, else one to be copied for every model that is looked at."""
    models = speech.unit_plan.local.models if known else ()
    with speech.table("phieu_mo_hinh", "Phiếu đánh giá từng mô hình (mỗi mô hình một phiếu)", "Phụ lục II"):
        if not models:
            return [_Sheet(speech, None, "").tables("")]
        suffixes = [f".{number:02d}" if len(models) > 1 else "" for number in range(1, len(models) + 1)]
        headings = [
            f"Phiếu số {number:02d}" if len(models) > 1 else "" for number in range(1, len(models) + 1)
        ]
        return [
            _Sheet(speech, model, suffix).tables(heading)
            for model, suffix, heading in zip(models, suffixes, headings, strict=True)
        ]


class _Sheet:
    """One sheet; `suffix` tells its tags from those of the others."""

    def __init__(self, speech: Speech, model: MovementModel | None, suffix: str) -> None:
        self.speech, self.model, self.suffix = speech, model, suffix

    def tables(self, heading: str) -> dict[str, Any]:
        sheet, results = self.speech.unit_plan.book.sheet, self.speech.unit_plan.book.checklist.results
        return {
            "heading": heading,
            "info": [{"label": field.label, "value": self._answer(field)} for field in sheet.info.fields],
            "files": [
                {
                    "tt": words(str(number)),
                    "text": words(row.words),
                    "state": self._choice(
                        f"{row.id}.co_khong", f"Có/Không – {row.words[:50]}", row.id, YES_NO
                    ),
                }
                for number, row in enumerate(sheet.files.rows, 1)
            ],
            "activity": [
                {
                    "text": words(f"{row.words} ({row.measure})" if row.measure else row.words),
                    "value": self.speech.cell(
                        self._tag(f"{row.id}.so"), row.words[:64], printed_number(self._said(row.id))
                    ),
                }
                for row in sheet.activity.rows
            ],
            "review": [
                {
                    "tt": words(str(number)),
                    "text": words(row.words),
                    "state": self._choice(
                        f"{row.id}.ket_qua", f"Đánh giá – {row.words[:50]}", row.id, results
                    ),
                    "note": self.speech.note_cell(
                        self._tag(f"{row.id}.ghi_chu"),
                        f"Ghi chú – {row.words[:50]}",
                        self._said(f"{row.id}.ghi_chu"),
                    ),
                }
                for number, row in enumerate(sheet.review.rows, 1)
            ],
            "conclusion": [self._conclusion(field) for field in sheet.conclusion.fields],
        }

    def _conclusion(self, field: SheetField) -> dict[str, Any]:
        if not field.choices:
            return {"text": words(field.label), "value": self._answer(field)}
        chosen = self._choice(f"{field.id}.gia_tri", field.label, field.id, field.choices)
        return {"text": words(field.label), "value": chosen}

    def _answer(self, field: SheetField) -> list[Run]:
        optional = self.model is not None and field.id in _OPTIONAL
        make = self.speech.note_cell if optional else self.speech.cell
        return make(self._tag(f"{field.id}.gia_tri"), field.label[:64], self._said(field.id))

    def _choice(self, tag: str, title: str, field: str, choices: Texts) -> list[Run]:
        return [self.speech.controls.choice(self._tag(tag), title, choices, self._said(field))]

    def _tag(self, tag: str) -> str:
        return f"{tag}{self.suffix}"

    def _said(self, field: str) -> str:
        if self.model is None:
            return ""
        from_list = _FROM_LIST.get(field)
        return from_list(self.model) if from_list else self.model.sheet.get(field, "")


def _number(amount: int | None) -> str:
    return "" if amount is None else printed_number(str(amount))
