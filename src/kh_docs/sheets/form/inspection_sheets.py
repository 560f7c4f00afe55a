"""The sheets of the inspection: criteria, figures compared, files handed over, what is to be mended."""

from __future__ import annotations

from kh_docs.documents.checklist_items import groups_of
from kh_docs.documents.compared_figures import FIGURE_COLUMNS, with_measure
from kh_docs.documents.runs import YES_NO
from kh_docs.sheets.form.columns import plain
from kh_docs.sheets.form.shapes import Cell, CellKind, Column, FixedRow, FixedSheet, RowsOf, Scope

# By column: the end of the tag, its heading, what its cells take.
Asked = dict[str, tuple[str, str, CellKind]]
NOTE: Asked = {"note": ("ghi_chu", "Ghi chú", "text")}
_CRITERIA: Asked = {
    "self": ("tu_cham", "Tự đánh giá", "choice"),
    "team": ("doan_cham", "Đoàn đánh giá", "choice"),
}
_FIGURES: Asked = {
    name: (tag, heading, "number")
    for (name, (tag, _title)), heading in zip(
        FIGURE_COLUMNS.items(), ("Theo báo cáo", "Theo hồ sơ", "Thực tế"), strict=True
    )
}
_DOSSIER: Asked = {
    "given": ("da_cung_cap", "Đã cung cấp", "choice"),
    "missing": ("con_thieu", "Còn thiếu", "choice"),
}
_REMEDIES: Asked = {
    "text": ("text", "Nội dung kiến nghị", "text"),
    "body": ("body", "Đơn vị thực hiện", "text"),
    "due": ("due", "Thời hạn khắc phục", "text"),
}


def inspection_sheets(kind: str) -> list[FixedSheet]:
    """All sheets of the inspection minutes `kind`."""
    about = {
        "Phiếu kiểm tra": "Phụ lục I biên bản kiểm tra; đơn vị tự đánh giá trước khi Đoàn làm việc.",
        "Số liệu kiểm tra": "Số liệu đối chiếu trong biên bản kiểm tra.",
        "Hồ sơ kiểm tra": "Phụ lục III biên bản kiểm tra.",
        "Kiến nghị": "Kiến nghị, yêu cầu trong biên bản kiểm tra.",
    }
    figures = {**_FIGURES, "note": ("ghi_chu_kt", "Ghi chú", "text")}
    made: list[tuple[tuple[Column, ...], RowsOf]] = [
        (_columns({**_CRITERIA, **NOTE}), _criteria(kind)),
        (_columns(figures), figure_rows(kind, figures)),
        (_columns({**_DOSSIER, **NOTE}), _dossier(kind)),
        (_columns(_REMEDIES, "Kiến nghị", 12), _remedies(kind)),
    ]
    return [
        FixedSheet(name, words, columns, "code", rows)
        for (name, words), (columns, rows) in zip(about.items(), made, strict=True)
    ]


def _columns(asked: Asked, heading: str = "Nội dung", width: float = 90) -> tuple[Column, ...]:
    return (
        Column("label", heading, "fixed", width),
        *(Column(name, head, kind, 40 if kind == "text" else 16) for name, (_t, head, kind) in asked.items()),
        Column("code", "Mã", "fixed", 12),
    )


def _row(scope: Scope, kind: str, code: str, label: str, cells: dict[str, Cell]) -> FixedRow:
    words = {"label": label, "code": f"{kind}:{code}"}
    return FixedRow(words["code"], words, cells)


def _cells(kind: str, item: str, asked: Asked, choices: tuple[str, ...] = ()) -> dict[str, Cell]:
    return {
        name: Cell(("answers", kind, f"{item}.{tag}"), cell, choices if cell == "choice" else ())
        for name, (tag, _heading, cell) in asked.items()
    }


def _criteria(kind: str) -> RowsOf:
    def rows(scope: Scope) -> list[FixedRow]:
        speech, results = scope.speech(kind), scope.book.checklist.results
        found = []
        for _group, items in groups_of(speech, speech.recipe.variant):
            for item in items:
                cells = _cells(kind, item.id, {**_CRITERIA, **NOTE}, results)
                label = plain(speech.say(item.text, f"checklist.yaml, {item.id}"))
                found.append(_row(scope, kind, item.id, label, cells))
        return found

    return rows


def figure_rows(kind: str, asked: Asked) -> RowsOf:
    def rows(scope: Scope) -> list[FixedRow]:
        indicators = {item.id: item for item in scope.book.indicators.indicators}
        items = [indicators[name] for name in scope.book.checklist.figures.province]
        return [
            _row(scope, kind, item.id, with_measure(item), _cells(kind, item.id, asked)) for item in items
        ]

    return rows


def _dossier(kind: str) -> RowsOf:
    def rows(scope: Scope) -> list[FixedRow]:
        speech = scope.speech(kind)
        return [
            _row(
                scope,
                kind,
                item.id,
                plain(speech.say(item.text, f"checklist.yaml, {item.id}")),
                _cells(kind, item.id, {**_DOSSIER, **NOTE}, YES_NO),
            )
            for item in scope.book.checklist.dossier
        ]

    return rows


def _remedies(kind: str) -> RowsOf:
    def rows(scope: Scope) -> list[FixedRow]:
        return [
            _row(
                scope,
                kind,
                f"kien_nghi.{number:02d}",
                f"{number}.",
                {
                    name: Cell(("answers", kind, f"kien_nghi.{tag}.{number:02d}"), cell)
                    for name, (tag, _heading, cell) in _REMEDIES.items()
                },
            )
            for number in range(1, scope.book.checklist.remedies.rows + 1)
        ]

    return rows
