"""Print what stands between paragraphs, where a layout says `{{p name }}`: declared tables, drawn lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, repeat

from kh_docs.i18n import _
from kh_docs.layout.lines import Line
from kh_docs.layout.tables import SHORT, Column, Frame, table_frame
from kh_docs.layout.xml import plain_xml
from kh_docs.render import guard, mending
from kh_docs.render.assembling import Drawn, Yielded
from kh_docs.render.slots import SPECIAL, Escaped, form_of
from kh_docs.render.values import Run, Slot, Table
from kh_docs.word.cutting import cut
from kh_docs.word.xml import W

# What the XML of a run follows from beside its words: its kind, whether it is preset, what it offers.
_Form = tuple[str, bool, tuple[str, ...]]


def block_xml(block: object, escaped: Escaped) -> str:
    """What stands between paragraphs as Word's XML: a table, or a drawn line."""
    if isinstance(block, Line):
        return _line_xml(block)
    if not isinstance(block, Table):
        raise ValueError(
            _("mẫu in một giá trị không phải bảng -> viết {{ … }} hoặc {{r … }} thay cho {{p … }}")
        )
    # One without rows prints nothing, for Word calls it corrupt.
    if not block.rows:
        return ""
    frame = _frame(block.columns, block.closing)
    rows = [_slowly(shape, row, escaped) for shape, row in _shaped(block, frame)]
    return "".join([frame.head, *rows, frame.end])


def block_pieces(block: object, escaped: Escaped) -> Yielded:
    """The same in pieces, for texts and runs that `escaped` knows to be sound."""
    if not isinstance(block, Table) or not block.rows:
        return block_xml(block, escaped)
    frame = _frame(block.columns, block.closing)
    head, end = _ends(frame)
    rows = [
        (_quickly(shape, row) or _slowly(shape, row, escaped)).encode("utf-8")
        for shape, row in _shaped(block, frame)
    ]
    return Drawn([*head, *chain.from_iterable(zip(rows, repeat(b""), strict=False))][:-1] + end)


def _shaped(table: Table, frame: Frame) -> Iterator[tuple[str, Sequence[Slot]]]:
    """Each row with the XML around its cells."""
    # A short table is not torn: each row stays with the next one.
    short = len(table.rows) <= SHORT
    shapes = [*[frame.last if short else frame.row] * (len(table.rows) - 1), frame.row]
    if table.closing:
        shapes[-1] = frame.last
    return zip(shapes, table.rows, strict=True)


def _slowly(shape: str, row: Sequence[Slot], escaped: Escaped) -> str:
    """A row cell by cell, each once: what is printed is remembered, and looked for in the document."""
    return shape.format(*["".join(map(escaped.run, cell)) for cell in row])


def _quickly(shape: str, row: Sequence[Slot]) -> str:
    """A row of a run to a cell, all of it text that is written as it is; nothing for any other."""
    forms: list[_Form | None] = []
    said: list[str] = []
    for cell in row:
        if not cell:
            forms.append(None)
            continue
        if len(cell) > 1 or cell[0].__class__ is not Run:
            return ""
        kind, text, tag, title, preset, choices = cell[0]
        forms.append((kind, preset, choices))
        said += (title, tag, text)
    return "" if SPECIAL.search("".join(said)) else _with_forms(shape, tuple(forms)) % tuple(said)


@lru_cache(maxsize=500)
def _with_forms(shape: str, forms: tuple[_Form | None, ...]) -> str:
    """The XML around such runs in their cells."""
    cells = (form_of(kind, preset=preset, choices=choices) for kind, preset, choices in filter(None, forms))
    return shape.replace("%", "%%").format(*(next(cells) if form else "" for form in forms))


@lru_cache(maxsize=100)
def _frame(columns: tuple[Column, ...], closing: bool) -> Frame:
    """The frame of such tables, which is sound whatever runs its cells hold."""
    frame = table_frame(columns, closing=closing)
    nothing = [""] * len(columns)
    rows = frame.row.format(*nothing) + frame.last.format(*nothing)
    content = f'<w:body xmlns:w="{W[1:-1]}">{frame.head}{rows}{frame.end}</w:body>'.encode()
    guard.check_well_formed(content)
    assert mending.has_no_empty_container(content)
    return frame


@lru_cache(maxsize=100)
def _ends(frame: Frame) -> tuple[Sequence[bytes], list[bytes]]:
    """What stands before and behind its rows, cut into pieces."""
    return cut(frame.head.encode("utf-8")), cut(frame.end.encode("utf-8"))


@lru_cache(maxsize=100)
def _line_xml(line: Line) -> str:
    return plain_xml(line.placed())
