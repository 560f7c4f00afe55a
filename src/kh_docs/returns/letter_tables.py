"""The annexes of a letter: what a return lacks, and what is not clear in it, cell by cell."""

from __future__ import annotations

from kh_docs.documents.register_tables import NamedTable
from kh_docs.documents.runs import words
from kh_docs.facts.adding_up import every_commune
from kh_docs.layout.tables import Column, number_column
from kh_docs.render.values import Run, Table
from kh_docs.returns.doubts import Doubt, doubts_of
from kh_docs.returns.letters import FEW, lacks_many
from kh_docs.returns.numbers import CURRENT, PREVIOUS
from kh_docs.returns.paper import HEADS, Paper, paper_of
from kh_docs.returns.reported import items_of
from kh_docs.returns.request import Request
from kh_docs.returns.returned import Return


def letter_tables(request: Request, sent: Return | None) -> dict[str, list[NamedTable]]:
    """The tables by the names of their annexes; what the letter says in its text has none."""
    if sent is None:
        return {}
    paper = paper_of(request.book, request.recipe.kind)
    doubts = list(doubts_of(sent))
    found = {"thieu": _lacking(request, sent, paper) if lacks_many(sent) else []}
    found["lam_ro"] = _unclear(request, doubts, paper) if len(doubts) > FEW else []
    return {name: tables for name, tables in found.items() if tables}


def _lacking(request: Request, sent: Return, paper: Paper) -> list[NamedTable]:
    columns = (number_column(), Column("Chỗ", 75, "place"), Column("Còn trống", 160, "blank"))
    rows: list[tuple[str, ...]] = []
    items = {item.id: item for item in items_of(request)}
    current, previous = (paper.column(paper.figures, HEADS[column]) for column in (CURRENT, PREVIOUS))
    for group in request.book.indicators.groups:
        blank = [paper.names[name] for name in sent.blank if items[name].group == group.id]
        if blank:
            rows.append((f"{current}: {group.id}. {group.title}", "; ".join(blank)))
    if sent.blank_before:
        rows.append((previous, ", ".join(items[name].code for name in sent.blank_before)))
    if sent.open_communes:
        communes = [
            paper.tables[each.id]
            for each in request.book.registers
            if each.id in paper.tables and every_commune(each)
        ]
        rows.append((communes[0], ", ".join(sent.open_communes)))
    return [NamedTable("", Table(columns, _numbered(rows)))]


def _unclear(request: Request, doubts: list[Doubt], paper: Paper) -> list[NamedTable]:
    columns = (
        number_column(),
        Column("Mã", 13, "code", centred=True),
        Column("Nội dung, chỗ ghi", 64, "place"),
        Column("Số đã ghi", 24, "raw", centred=True),
        Column("Cần làm rõ", 74, "asked"),
        Column("Đối chiếu với", 60, "beside"),
    )
    codes = {item.id: item.code for item in request.book.indicators.indicators}
    rows: list[tuple[str, ...]] = []
    for doubt in doubts:
        code = codes.get(doubt.key.partition(".")[0], "")
        # A column of a table has no code of its own.
        is_cell = bool(code) and doubt.place.startswith(code)
        place = doubt.place.removeprefix(code).strip() if is_cell else doubt.place
        rows.append((code if is_cell else "", place, doubt.raw, doubt.message, doubt.beside))
    return [NamedTable("", Table(columns, _numbered(rows)))]


def _numbered(rows: list[tuple[str, ...]]) -> list[list[list[Run]]]:
    return [[words(text) for text in (str(number), *row)] for number, row in enumerate(rows, 1)]
