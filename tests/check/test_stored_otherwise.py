"""What a reader sees decides what is found: not how a program stored it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from kh_docs.check import check_bytes

from . import builder as b

CENTER = WD_ALIGN_PARAGRAPH.CENTER


def found(document: Any) -> set[tuple[str, str]]:
    report = check_bytes(b.data(document), "x.docx")
    assert report.judged, report.notes
    return {(each.rule, each.found) for each in report.findings if each.rule != "ND30-UNICODE"}


def controls(parent: Any) -> None:
    """A content control round each paragraph of the page, or of a cell."""
    for paragraph in parent.findall(qn("w:p")):
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        paragraph.addprevious(control)
        control.append(content)
        content.append(paragraph)


def bookmarks(parent: Any) -> None:
    """A mark between paragraphs, where a reader sees nothing."""
    for paragraph in parent.findall(qn("w:p")):
        mark = OxmlElement("w:bookmarkEnd")
        mark.set(qn("w:id"), "9")
        paragraph.addprevious(mark)


def deleted(parent: Any) -> None:
    """A deleted paragraph above each paragraph, not yet accepted."""
    for paragraph in parent.findall(qn("w:p")):
        gone = OxmlElement("w:p")
        properties, mark = OxmlElement("w:pPr"), OxmlElement("w:rPr")
        mark.append(OxmlElement("w:del"))
        properties.append(mark)
        gone.append(properties)
        paragraph.addprevious(gone)


def hidden(document: Any) -> None:
    """Hidden words in paragraphs without any."""
    for paragraph in document.element.body.iter(qn("w:p")):
        if not any((text.text or "").strip() for text in paragraph.iter(qn("w:t"))):
            run, look, text = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:t")
            look.append(OxmlElement("w:vanish"))
            text.text = "ẩn"
            run.append(look)
            run.append(text)
            paragraph.append(run)


def everywhere(change: Callable[[Any], None]) -> Callable[[Any], None]:
    def changed(document: Any) -> None:
        for parent in [document.element.body, *document.element.body.iter(qn("w:tc"))]:
            change(parent)

    return changed


def each_text(change: Callable[[str], str]) -> Callable[[Any], None]:
    def changed(document: Any) -> None:
        for text in document.element.body.iter(qn("w:t")):
            text.text = change(text.text or "")

    return changed


def as_a_look(document: Any) -> None:
    """Capitals that a look makes of small letters."""
    for run in document.element.body.iter(qn("w:r")):
        text = "".join(each.text or "" for each in run.iter(qn("w:t")))
        if text.isupper() and "/" not in text:
            for each in run.iter(qn("w:t")):
                each.text = (each.text or "").lower()
            run.get_or_add_rPr().append(OxmlElement("w:caps"))


def behind_tabs(document: Any) -> None:
    """A tab instead of the blank behind a dash or a number."""
    for text in list(document.element.body.iter(qn("w:t"))):
        mark, blank, rest = (text.text or "").partition(" ")
        if blank and mark in ("-", "1.", "2.", "a)", "b)") and text.getparent().tag == qn("w:r"):
            text.text = mark
            tab, other = OxmlElement("w:tab"), deepcopy(text)
            other.text = rest
            text.addnext(tab)
            tab.addnext(other)


WAYS: dict[str, Callable[[Any], None]] = {
    "capitals as a look": as_a_look,
    "tabs behind marks": behind_tabs,
    "hidden words": hidden,
    "controls": everywhere(controls),
    "bookmarks": everywhere(bookmarks),
    "deleted": everywhere(deleted),
    "loose marks": each_text(lambda text: unicodedata.normalize("NFD", text)),
    "no-break spaces": each_text(lambda text: text.replace(" ", "\u00a0")),
    "spaces without width": each_text(lambda text: text.replace(" ", "\u200b ")),
    "soft hyphens": each_text(lambda text: text.replace("ộ", "ộ\u00ad")),
}


def close_subject() -> Any:
    document = b.build(b.letter())
    subject = next(p for t in document.tables for p in cells(t) if p.text.startswith("V/v"))
    subject.paragraph_format.space_before = 0
    return document


def cells(table: Any) -> list[Any]:
    return [p for row in table.rows for cell in row.cells for p in cell.paragraphs]


def lower_recipients() -> Any:
    document = b.build(b.plan())
    label = next(p for t in document.tables for p in cells(t) if p.text.startswith("Nơi nhận"))
    label.insert_paragraph_before("")
    return document


def recipients_in_the_text(last: str = "- Lưu: VP.") -> Any:
    """Nơi nhận as lines of the page, one item without its mark, who signs below."""
    document = b.build()
    table = document.tables[-1]._tbl
    for text, size in (("Nơi nhận:", 12), ("- UBND tỉnh (b/c)", 11), (last, 11), ("chủ tịch", 13)):
        line = document.add_paragraph(text)
        b.style(line, size, size > 11, size == 12)
        table.addprevious(line._p)
    table.getparent().remove(table)
    return document


def loose_motto() -> Any:
    document = b.build(b.plan())
    motto = next(p for t in document.tables for p in cells(t) if p.text.startswith("Độc lập"))
    motto.insert_paragraph_before("")
    return document


def typed_head() -> Any:
    """Number and date with blanks between them, the number in size 14."""
    document = b.build(b.plan())
    table = document.tables[0]._tbl
    for text, bold in (
        ("UBND HUYỆN NAM ĐÀN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("PHÒNG VĂN HÓA                          Độc lập – Tự do – Hạnh phúc", True),
        ("Số: 5/KH-PVH                           Nam Đàn, ngày 05 tháng 3 năm 2024", False),
    ):
        paragraph = deepcopy(document.add_paragraph(text)._p)
        table.addprevious(paragraph)
        document.element.body.remove(document.paragraphs[-1]._p)
        for run in paragraph.iter(qn("w:r")):
            properties = OxmlElement("w:rPr")
            if bold:
                properties.append(OxmlElement("w:b"))
            run.insert(0, properties)
    table.getparent().remove(table)
    return document


def annexes() -> Any:
    document = b.build(b.plan())
    for text in ("PHỤ LỤC 1", "Danh mục"):
        document.add_paragraph(text).alignment = CENTER
    return document


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "make", [close_subject, lower_recipients, recipients_in_the_text, loose_motto, typed_head, annexes]
)
def test_the_same_is_found_however_it_is_stored(make: Callable[[], Any], way: str) -> None:
    document, other = make(), make()
    was = found(document)
    assert was
    WAYS[way](other)
    assert found(other) == was


@pytest.mark.parametrize("in_style", [True, False])
def test_tab_stops_of_a_style_are_stops(in_style: bool) -> None:
    """At stops of its own the motto may stand anywhere: it is not said to be off its middle."""

    def said(stops: bool) -> set[tuple[str, str]]:
        document = b.build(b.plan())
        table = document.tables[0]._tbl
        for text in (
            "SỞ NỘI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "PHÒNG CÔNG CHỨC\tĐộc lập - Tự do - Hạnh phúc",
        ):
            paragraph = document.add_paragraph(text)
            if stops and in_style:
                document.styles["Normal"].paragraph_format.tab_stops.add_tab_stop(Mm(115))
            elif stops:
                paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(115))
            table.addprevious(paragraph._p)
        table.getparent().remove(table)
        return found(document)

    off = ("ND30-TN-FMT", "không ở giữa")
    assert {each[0] for each in said(False)} >= {"ND30-TN-FMT"}
    assert not any(rule == off[0] and "không ở giữa" in words for rule, words in said(True))
