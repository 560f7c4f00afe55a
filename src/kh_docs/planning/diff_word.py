"""An old plan against a new one in Word: two columns, what is gone struck out, what is new underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from kh_docs.i18n import _
from kh_docs.layout.package import package
from kh_docs.layout.page import Section
from kh_docs.layout.styles import style_id
from kh_docs.layout.tables import cell, grid_table, row
from kh_docs.layout.xml import paragraph, run, w
from kh_docs.planning.diff import Diff
from kh_docs.planning.diff_text import STATES, sections
from kh_docs.planning.matching import ClausePair, word_changes

_STATE_MM: Final = 24.0
_TEXT: Final = style_id("bang_chu")


def diff_word(diff: Diff) -> bytes:
    """The document; the same two plans give the same bytes."""
    page = Section(landscape=True, annex=False)
    text_mm = (page.text_width_mm - _STATE_MM) / 2
    widths = (text_mm, text_mm, _STATE_MM)
    heads = (diff.old, diff.new, _("So sánh"))
    cells = (cell(mm, paragraph(_TEXT, _bold(words))) for mm, words in zip(widths, heads, strict=True))
    head = row(*cells, head=True)
    table = grid_table(widths, head, *(_clause(widths, pair) for pair in diff.clauses))
    title = paragraph(style_id("ten_loai"), run(_("SO SÁNH HAI KẾ HOẠCH")))
    return package([title, table, *_lists(diff)], page, ())


def _clause(widths: Sequence[float], pair: ClausePair) -> etree._Element:
    old = pair.old.text if pair.old else ""
    new = pair.new.text if pair.new else ""
    pieces = word_changes(old, new)
    left = [_piece(kind, text) for kind, text in pieces if kind != "new"]
    right = [_piece(kind, text) for kind, text in pieces if kind != "gone"]
    return row(
        cell(widths[0], paragraph(_TEXT, *_named(pair.old.id if pair.old else "", left))),
        cell(widths[1], paragraph(_TEXT, *_named(pair.new.id if pair.new else "", right))),
        cell(widths[2], paragraph(_TEXT, run(_(STATES[pair.state])))),
    )


def _named(clause: str, runs: Sequence[etree._Element]) -> list[etree._Element]:
    return [_bold(f"{clause} "), *runs] if clause else []


def _piece(kind: str, text: str) -> etree._Element:
    marks = {
        "same": [],
        "gone": [w("strike"), w("color", val="C00000")],
        "new": [w("color", val="1F4E9E"), w("u", val="single")],
    }[kind]
    return w("r", *([w("rPr", *marks)] if marks else []), w("t", text=text))


def _bold(text: str) -> etree._Element:
    return w("r", w("rPr", w("b")), w("t", text=text))


def _lists(diff: Diff) -> Iterator[etree._Element]:
    for heading, lines in sections(diff):
        yield paragraph(style_id("noi_dung"), _bold(heading))
        for line in lines:
            yield paragraph(style_id("noi_dung"), run(line))
