"""Small Word files, written as XML so that a test shows what it reads."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from kh_docs.word.package import Package, open_package
from kh_docs.word.xml import Element, W

NAMES = (
    f'xmlns:w="{W[1:-1]}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BY = 'w:id="7" w:author="Lan" w:date="2024-03-01T08:00:00Z"'


def p(*pieces: str, mark: str = "") -> str:
    """A paragraph of runs; plain text becomes a run; `mark`: a revision of the paragraph mark."""
    properties = f"<w:pPr><w:rPr><w:{mark} {BY}/></w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{''.join(map(r, pieces))}</w:p>"


def r(text: str) -> str:
    """A run, unless it is XML already."""
    return text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(text: str) -> str:
    """An insertion of somebody else's."""
    return f"<w:ins {BY}>{r(text)}</w:ins>"


def dele(text: str) -> str:
    """A deletion of somebody else's."""
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def row(*cells: str, mark: str = "") -> str:
    """A table row of one-paragraph cells."""
    properties = f"<w:trPr><w:{mark} {BY}/></w:trPr>" if mark else ""
    return f"<w:tr>{properties}{''.join(map(cell, cells))}</w:tr>"


def cell(content: str) -> str:
    """A table cell of text or of blocks."""
    return f"<w:tc>{content if content.startswith('<') else p(content)}</w:tc>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def control(content: str, tag: str = "", alias: str = "", prompt: bool = False) -> str:
    """A content control."""
    names = (f'<w:alias w:val="{alias}"/>' if alias else "") + (f'<w:tag w:val="{tag}"/>' if tag else "")
    shown = "<w:showingPlcHdr/>" if prompt else ""
    return f"<w:sdt><w:sdtPr>{names}{shown}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def body(*blocks: str) -> Element:
    """The w:body of a document of these blocks."""
    return etree.fromstring(f"<w:body {NAMES}>{''.join(blocks)}</w:body>")


def docx(*blocks: str, main: str = "word/document.xml", extra: dict[str, bytes] | None = None) -> bytes:
    """A whole file."""
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{main}" ContentType="{WORD}.document.main+xml"/></Types>'
        ).encode(),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{main}"/></Relationships>'
        ).encode(),
        main: f"<w:document {NAMES}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>".encode(),
        **(extra or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for each, content in parts.items():
            packed.writestr(each, content)
    return stream.getvalue()


def opened(*blocks: str) -> Package:
    """The package of a small file."""
    return open_package(docx(*blocks))


def main_of(package: Package) -> Element:
    """The root of its main part."""
    root = package.root(package.main)
    assert root is not None
    return root
