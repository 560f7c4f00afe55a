"""Plans as text, and as other files: a saved page, Word documents with typed and automatic numbers."""

from __future__ import annotations

from html import escape
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kh_docs.planning.head import Parts, take_apart
from kh_docs.planning.marks import read_mark
from kh_docs.planning.outline import OutlineClause, read_outline
from kh_docs.planning.source import read_source

SEED = Path(__file__).parents[1] / "data" / "ke-hoach-104.txt"


def parts_of(text: str | bytes, name: str = "ke-hoach.txt") -> Parts:
    return take_apart(read_source(text.encode() if isinstance(text, str) else text, name))


def clauses_of(text: str | bytes, name: str = "ke-hoach.txt") -> tuple[OutlineClause, ...]:
    return read_outline(parts_of(text, name).body).clauses


def body(*lines: str) -> tuple[OutlineClause, ...]:
    """The clauses of a plan with these lines below its title."""
    return clauses_of("\n".join(("KẾ HOẠCH", "Phòng dịch năm 2026", "_____", *lines)))


def as_page(text: str) -> bytes:
    """The text as a site shows it: menu, attributes, foot around it."""
    paragraphs = "\n".join(_block(line) for line in text.split("\n") if line.strip())
    return (
        '<!DOCTYPE html><html lang="vi"><head><title>Văn bản</title>'
        "<style>p {margin:0}</style></head><body>\n"
        '<nav><ul><li><a href="/">Trang chủ</a><li><a href="/login">Đăng nhập</a></ul></nav>\n'
        "<script>var menu = 'KẾ HOẠCH';</script>\n"
        f'<table class="page"><tr><td><div class="content">\n{paragraphs}\n</div></td></tr></table>\n'
        "<footer><p>Bản quyền thuộc về trang<p>Liên hệ</footer></body></html>"
    ).encode()


def _block(line: str) -> str:
    if " |" not in line:
        return f"<p>{escape(line)}</p>"
    cells = _cells(line)
    return (
        "<table><tr>" + "".join(f"<td><p>{escape(cell.strip())}</p></td>" for cell in cells) + "</tr></table>"
    )


def _cells(line: str) -> list[str]:
    """Of “ | Tổng cộng | 11 |” three, the first empty."""
    return line.rstrip().removesuffix("|").split("|")


def as_word(text: str) -> bytes:
    """The text with its numbers typed."""
    document = Document()
    for line in text.split("\n"):
        if " |" in line:
            cells = _cells(line)
            table = document.add_table(1, len(cells))
            for cell, words in zip(table.rows[0].cells, cells, strict=True):
                cell.text = words.strip()
        elif line.strip():
            document.add_paragraph(line)
    return _bytes(document)


def as_numbered_word(text: str) -> bytes:
    """The text with the numbers that Word counts itself; “đ)” has none in Word and stays typed."""
    document = Document()
    numbering = document.part.numbering_part.element
    formats = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "-"))
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{shape}"/></w:lvl>'
        for at, (form, shape) in enumerate(formats)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    begun = False
    for line in filter(str.strip, text.split("\n")):
        mark, rest = read_mark(line)
        begun = begun or (mark is not None and mark.level == "roman")
        level = ["roman", "number", "letter", "dash"].index(mark.level) if mark and begun else None
        paragraph = document.add_paragraph(line if level is None else rest)
        if level is not None:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
            )
    return _bytes(document)


def _bytes(document: object) -> bytes:
    stream = BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def as_restarted_word(*paragraphs: tuple[str, int | None, int]) -> bytes:
    """Paragraphs with the level of their automatic number (None: as typed) and the list they are in.

    Lists 91 and up are the same as 90 but begin their second level anew (lvlOverride, startOverride), as
    Word writes “Restart at 1”; list 95 counts that level with letters (a lvlOverride with a level).
    """
    document = Document()
    numbering = document.part.numbering_part.element
    formats = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
    levels = "".join(_level(at, form, shape) for at, (form, shape) in enumerate(formats))
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>')
    )
    for number in sorted({90, *(each for _text, _level_, each in paragraphs)}):
        override = "" if number == 90 else '<w:startOverride w:val="1"/>'
        override += _level(1, "lowerLetter", "%2)") * (number == 95)
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="90"/>'
                f'<w:lvlOverride w:ilvl="1">{override}</w:lvlOverride></w:num>'
            )
        )
    for text, level, number in paragraphs:
        paragraph = document.add_paragraph(text)
        if level is not None:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
                )
            )
    return _bytes(document)


def _level(at: int, form: str, shape: str) -> str:
    counts = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shape}"/>'
    return f'<w:lvl w:ilvl="{at}">{counts}</w:lvl>'
