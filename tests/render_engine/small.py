"""Small Word templates made by hand, and what Word would show of a filled one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from kh_docs.render.filling import fill
from kh_docs.render.layout import load_layout

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'
)


def p(text: str) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tr(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"


def part(root: str, content: str) -> str:
    return f'<w:{root} xmlns:w="{NS}">{content}</w:{root}>'


def docx(body: str, title: str = "", **others: str | bytes) -> bytes:
    """A .docx with this body; `others`: word/<name>.xml by name, or any entry by its path."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": "<Relationships/>",
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "docProps/core.xml": CORE.format(title),
    }
    roots = {"header1": "hdr", "footer1": "ftr", "footnotes": "footnotes"}
    for name, content in others.items():
        if name in roots:
            assert isinstance(content, str)
            files[f"word/{name}.xml"] = part(roots[name], content)
        else:
            files[name] = content
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def filled(folder: Path, template: bytes, context: Mapping[str, Any]) -> Shown:
    path = folder / "mau.docx"
    path.write_bytes(template)
    return Shown(fill(load_layout(path), context))


class Shown:
    """The parts of a filled template."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}

    def root(self, name: str = "document") -> etree._Element:
        return etree.fromstring(self.files[f"word/{name}.xml"])

    def paragraphs(self, name: str = "document") -> list[str]:
        """The text of each paragraph as Word shows it."""
        return [_text(paragraph) for paragraph in self.root(name).iter(f"{W}p")]

    @property
    def title(self) -> str:
        return "".join(map(str, etree.fromstring(self.files["docProps/core.xml"]).itertext()))


def _text(paragraph: etree._Element) -> str:
    shown = ""
    for piece in paragraph.iter():
        if piece.tag == f"{W}t":
            text = piece.text or ""
            # Word drops blanks at the ends of a text that does not ask to keep them.
            kept = piece.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            shown += text if kept else text.strip(" \n\r\t")
        elif piece.tag == f"{W}br":
            shown += "\f" if piece.get(f"{W}type") == "page" else "\n"
        elif piece.tag == f"{W}tab":
            shown += "\t"
    return shown
