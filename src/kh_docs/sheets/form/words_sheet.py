"""The sheet for all that is written in words: narratives of the reports, names at the inspection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kh_docs.documents.given import Given
from kh_docs.documents.kinds import written
from kh_docs.documents.places_to_write import LINE
from kh_docs.documents.speech import MAIN, Speech
from kh_docs.facts.offering import kind_name
from kh_docs.render.values import Block, Run
from kh_docs.sheets.form.columns import plain
from kh_docs.sheets.form.shapes import Cell, Column, FixedRow, FixedSheet, Scope

# The parts that hold text to write, in their order.
_PARTS = ("body", "opening", "after_summary", "after_figures", "closing", "signatures")
# What a single blank wants, by how its tag begins; the words around it are printed already.
_HOW = {
    "ngay": "Viết như in trên giấy: 15 tháng 5 năm 2026",
    "so_lieu": "Ví dụ: 01/12/2023; để trống thì in kỳ đề xuất",
    "so": "Ví dụ: 12/QĐ-CAT",
    "ky_so_lieu": "Ví dụ: 01/12/2023; để trống thì in kỳ đề xuất",
}
_COLUMNS = (
    Column("section", "Mục", "fixed", 34),
    Column("title", "Ô cần viết", "fixed", 30),
    Column("hint", "Gợi ý", "fixed", 52),
    Column(
        "value", "Nội dung", "text", 60, "Viết như sẽ in; tên riêng, số liệu thống nhất với các trang khác."
    ),
    Column("code", "Mã", "fixed", 12),
)


def words_sheet() -> FixedSheet:
    """What is to be written in words."""
    about = "Phần viết của hai báo cáo và biên bản. Nhiều đoạn: xuống dòng trong ô bằng Alt+Enter."
    return FixedSheet("Lời văn", about, _COLUMNS, "code", _narratives)


def _narratives(scope: Scope) -> list[FixedRow]:
    """A row for each narrative and each single blank of the reports and the minutes."""
    pretended = [f"{unit.type} {unit.name}" for unit in scope.unit.children[:1]]
    rows: list[FixedRow] = []
    for kind in scope.plans:
        speech = scope.speech(kind)
        band = FixedRow(kind, {"section": kind_name(scope.book, kind).upper(), "code": kind}, {})
        # What the document works out itself is an answer already.
        for asked in _blanks(speech, written(speech, Given())):
            if asked.tag in speech.controls.answers:
                continue
            hint = asked.hint.replace(pretended[0], "…") if pretended else asked.hint
            words = {
                "section": _shortened(asked.section),
                "title": asked.title,
                "hint": hint,
                "code": f"{kind}:{asked.tag}",
            }
            cell = Cell(("answers", kind, asked.tag), "text")
            if asked.prose:
                cell = cell._replace(kind="prose", heads=(asked.title, asked.section))
            rows += [band] if not rows or rows[-1].key.split(":")[0] != kind else []
            rows.append(FixedRow(words["code"], words, {"value": cell}))
    return rows


class _Asked(NamedTuple):
    """A narrative or a single blank, with the heading it stands under."""

    tag: str
    title: str
    section: str
    hint: str
    prose: bool = False


def _blanks(speech: Speech, parts: Mapping[str, list[Block]]) -> Iterator[_Asked]:
    """All of a document in their order."""
    places = {missing.tag: missing.place for missing in speech.controls.missing if missing.place != MAIN}
    for name in _PARTS:
        section, before = "", Run("text", "")
        for block in parts.get(name, ()):
            text = plain(block.runs)
            if block.style in ("muc", "khoan", "diem") and block.runs and not any(r.tag for r in block.runs):
                section = text
            if block.tag:
                yield _Asked(block.tag, block.title, section, block.hint, prose=True)
            for run in block.runs:
                if run.kind in ("blank", "value", "date") and not _goes_on(run, before):
                    where = section or places.get(run.tag) or _shortened(text)
                    yield _Asked(run.tag, run.title, where, _how(run.tag), prose=run.text == LINE)
                before = run


def _goes_on(run: Run, before: Run) -> bool:
    """Whether this is a further one of the lines printed to be written on, which are one text."""
    return run.text == before.text == LINE and run.tag.split(".")[0] == before.tag.split(".")[0]


def _how(tag: str) -> str:
    return next((hint for start, hint in _HOW.items() if tag.startswith(start)), "")


def _shortened(text: str) -> str:
    """The beginning of a paragraph, to find it by."""
    return text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]}…"
