"""The sheet for all that is written in words: narratives of the reports, names at the inspection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kh_docs.facts.offering import kind_name
from kh_docs.model.units import Unit
from kh_docs.sheets.document_tables import plain, tag_of
from kh_docs.sheets.form import Cell, Column, FixedRow, Scope

# What is given at signing, known from another sheet or computed from other cells.
_NOT_ASKED = (
    "so_van_ban",
    "ngay_ban_hanh",
    "kem_theo_",
    "nguoi_ky",
    "so_ke_hoach_huyen",
    "ngay_ke_hoach_huyen",
    "ty_le_dat",
    "dk_",
    "ct_",
    "m_",
)
# What a single blank wants, by how its tag begins; the words around it are printed already.
_HOW = {
    "ngay": "Viết như in trên giấy: 15 tháng 5 năm 2024",
    "so_lieu": "Ví dụ: 01/12/2023; để trống thì in kỳ đề xuất",
    "so": "Ví dụ: 12/QĐ-CAT",
    "ky": "Ví dụ: 01/12/2023; để trống thì in kỳ đề xuất",
}
WORD_COLUMNS = (
    Column("document", "Văn bản", "fixed", 14),
    Column("section", "Mục", "fixed", 30),
    Column("title", "Ô cần viết", "fixed", 28),
    Column("hint", "Gợi ý", "fixed", 40),
    Column(
        "value", "Nội dung", "text", 64, "Viết như sẽ in; tên riêng, số liệu thống nhất với các trang khác."
    ),
    Column("code", "Mã", "fixed", 22),
)


def narratives(scope: Scope) -> list[FixedRow]:
    """A row for each narrative and each single blank of the reports and the minutes."""
    rows = []
    for kind, context in scope.contexts.items():
        for tag, title, section, hint in _blanks(context):
            if tag.startswith(_NOT_ASKED):
                continue
            words = {
                "document": kind_name(scope.book, kind),
                "section": section,
                "title": title,
                "hint": _any_commune(hint, scope.unit),
                "code": f"{kind}:{tag}",
            }
            rows.append(FixedRow(words["code"], words, {"value": Cell(("answers", kind, tag), "text")}))
    return rows


def _any_commune(hint: str, unit: Unit) -> str:
    """The hint as it is where nobody knows which commune is meant (see scope_of)."""
    for commune in unit.children[:1]:
        hint = hint.replace(commune.full_name, "xã trọng điểm phức tạp về ANTT (nếu có)")
    return hint


def _blanks(context: Any) -> Iterator[tuple[str, str, str, str]]:
    """The narratives and single blanks of a document in their order, with the heading they stand under."""
    for name in ("body", "opening", "after_summary", "after_figures", "closing"):
        section = ""
        for block in context.get(name, ()):
            text = plain(block.runs)
            if block.style in ("muc", "khoan", "diem") and block.runs and not tag_of(block.runs):
                section = text
            if block.tag:
                yield block.tag, block.title, section, block.hint
            for run in block.runs:
                if run.kind in ("blank", "value"):
                    yield run.tag, run.title, section or _shortened(text), _how(run.tag)
    for runs in context.get("signatures", {}).values():
        for run in runs:
            yield run.tag, run.title, "Chữ ký, cuối biên bản", ""


def _how(tag: str) -> str:
    return next((hint for start, hint in _HOW.items() if tag.startswith(start)), "")


def _shortened(text: str) -> str:
    """The beginning of a paragraph, to find it by."""
    return text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]}…"
