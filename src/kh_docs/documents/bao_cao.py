"""The 6-month and the year report: forms with a narrative to write and five annexes of figures."""

from __future__ import annotations

from itertools import chain, repeat
from typing import Any

from kh_docs.documents import registers
from kh_docs.documents.commune_table import commune_rows, exemplar_rows
from kh_docs.documents.frame import Given, issued_by_unit, lines
from kh_docs.documents.indicator_table import indicator_rows
from kh_docs.documents.known_figures import total
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.periods import period_of
from kh_docs.model.plan import Period
from kh_docs.render.values import Run


def context(speech: Speech, given: Given) -> dict[str, Any]:
    """The context of bao-cao-6-thang.docx and bao-cao-nam.docx."""
    book, span = speech.unit_plan.book, speech.recipe.span
    period = period_of(book, speech.recipe)
    speech.context["period"] = _period_controls(speech, period, span)
    parts = speech.parts()
    # In tables the same days stand as text: a control's tag is used only once.
    speech.context["period"] = _period_words(speech, period, span)
    channel = book.head.channels.report
    addressee = f"Kính gửi: {book.head.issuer}" + (f" ({channel})" if channel else "")
    return {
        **issued_by_unit(speech, "Báo cáo", "BC", parts, given),
        "addressee": words(addressee),
        "indicators": indicator_rows(speech, span, period),
        "communes": commune_rows(speech),
        "models": [
            {
                **row,
                "note": speech.note_cell(f"mo_hinh.ghi_chu.{number:02d}", f"Ghi chú, dòng {number}", note),
            }
            for number, (row, note) in enumerate(_models(speech), 1)
        ],
        "exemplars": exemplar_rows(speech),
        "funding": _money(speech, lines(parts["funding"])),
        "awards": _awards(speech, lines(parts["awards"])),
    }


def _period_controls(speech: Speech, period: Period, span: str) -> dict[str, str]:
    """The days of the period as controls: a default that the clerk may change (G05)."""
    shown = _period_words(speech, period, span)
    for name, column, title in (
        ("from_text", "tu_ngay", "Số liệu tính từ ngày"),
        ("to_text", "den_ngay", "Số liệu tính đến ngày"),
    ):
        run = speech.controls.blank(f"ky_so_lieu.{column}", title, "", shown[name])
        shown[name] = speech.controls.mark(run)
    return shown


def _period_words(speech: Speech, period: Period, span: str) -> dict[str, str]:
    answer = speech.controls.answer
    return {
        "name": "6 tháng" if span == "6-thang" else "Năm",
        "from_text": answer("ky_so_lieu.tu_ngay", short_date(period.from_day)),
        "to_text": answer("ky_so_lieu.den_ngay", short_date(period.to_day)),
    }


def _models(speech: Speech) -> list[tuple[dict[str, Any], str]]:
    rows = registers.models(speech, "mo_hinh", "Phụ lục III")
    notes = chain((model.note for model in speech.unit_plan.local.models), repeat(""))
    return list(zip(rows, notes, strict=False))


def _money(speech: Speech, items: list[str]) -> list[dict[str, Any]]:
    """Funding by purpose and source, in million đồng."""
    columns = {
        "district": ("huyen", "Ngân sách cấp huyện"),
        "commune": ("xa", "Ngân sách cấp xã"),
        "ntm": ("ntm", "Chương trình nông thôn mới"),
        "social": ("xhh", "Xã hội hóa"),
    }
    with speech.table("kinh_phi", "Kinh phí theo nội dung và nguồn", "Phụ lục V"):
        return _listed(speech, "kinh_phi", items, columns)


def _awards(speech: Speech, items: list[str]) -> list[dict[str, Any]]:
    columns = {"groups": ("tap_the", "Tập thể"), "persons": ("ca_nhan", "Cá nhân")}
    with speech.table("khen_thuong", "Khen thưởng theo hình thức, cấp khen", "Phụ lục V"):
        return _listed(speech, "khen_thuong", items, columns)


def _listed(
    speech: Speech, tag: str, items: list[str], columns: dict[str, tuple[str, str]]
) -> list[dict[str, list[Run]]]:
    """Rows whose first column the wording file gives, the last their sum; dots are for the clerk to name."""
    rows = []
    for number, item in enumerate(items, 1):
        text = (
            words(item)
            if item.strip("… ")
            else speech.cell(f"{tag}.noi_dung.{number:02d}", f"Nội dung, dòng {number}")
        )
        sums = {name: _sum(speech, tag, column, number) for name, (column, _title) in columns.items()}
        cells = registers.row(speech, tag, number, columns, sums if number == len(items) else {})
        rows.append({**cells, "text": text})
    return rows


def _sum(speech: Speech, tag: str, column: str, last: int) -> str:
    """The sum of the rows before the last, empty while one of them is unknown."""
    above = [speech.controls.answer(f"{tag}.{column}.{number:02d}") for number in range(1, last)]
    return total(above) if above and all(above) else ""
