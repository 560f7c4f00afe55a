"""A template as text that a review can read: sections, `[style] text`, table rows, headers, styles."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SLOT = re.compile(r"\{\{r (\S+) \}\}")


def parts(content: bytes) -> dict[str, etree._Element]:
    """The parsed XML parts of a .docx."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def text_of(element: etree._Element) -> str:
    """All words in `element`."""
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def snapshot(content: bytes) -> str:
    """The whole template; slots of runs shown as ‹name›."""
    found = parts(content)
    names = {
        style.get(f"{W}styleId", ""): style.find(f"{W}name").get(f"{W}val", "")
        for style in found["word/styles.xml"].iter(f"{W}style")
    }
    lines = ["== document.xml"]
    lines += _blocks(_sure(found["word/document.xml"].find(f"{W}body")), names)
    for name in ("word/header1.xml", "word/header2.xml", "word/glossary/document.xml"):
        lines.append(f"== {name.removeprefix('word/')}")
        lines += [_paragraph(element, names) for element in found[name].iter(f"{W}p")]
    lines.append("== styles.xml")
    lines += [_style(style) for style in found["word/styles.xml"].iter(f"{W}style")]
    return "\n".join(lines) + "\n"


def _blocks(parent: etree._Element, names: dict[str, str]) -> Iterator[str]:
    for element in parent:
        if element.tag == f"{W}tbl":
            yield from _table(element, names)
        elif element.tag == f"{W}sdt":
            yield f"<control {_controls(element)}>"
            yield from _blocks(_sure(element.find(f"{W}sdtContent")), names)
        elif element.tag == f"{W}p":
            yield _paragraph(element, names)
            section = element.find(f"{W}pPr/{W}sectPr")
            if section is not None:
                yield _section(section)
        elif element.tag == f"{W}sectPr":
            yield _section(element)


def _table(table: etree._Element, names: dict[str, str]) -> Iterator[str]:
    widths = [column.get(f"{W}w", "") for column in table.iter(f"{W}gridCol")]
    style = table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val", "")
    yield f"<table {names[style]}, twips {' '.join(widths)}>"
    for row in table.iter(f"{W}tr"):
        head = "head " if row.find(f"{W}trPr/{W}tblHeader") is not None else ""
        cells = [" / ".join(_blocks(cell, names)) for cell in row.iter(f"{W}tc")]
        yield f"  {head}| " + " | ".join(cells)


def _paragraph(element: etree._Element, names: dict[str, str]) -> str:
    style = element.find(f"{W}pPr/{W}pStyle")
    name = names[style.get(f"{W}val", "")] if style is not None else "-"
    kept = ", giữ với đoạn sau" if element.find(f"{W}pPr/{W}keepNext") is not None else ""
    text = "".join(_texts(element))
    shown = SLOT.sub(r"‹\1›", text)
    return f"[{name}{kept}] {shown}".rstrip()


def _texts(element: etree._Element) -> Iterator[str]:
    for node in element.iter(f"{W}t", f"{W}instrText"):
        yield f"<{(node.text or '').strip()}>" if node.tag == f"{W}instrText" else node.text or ""


def _controls(element: etree._Element) -> str:
    properties = element.find(f"{W}sdtPr")
    return ", ".join(
        f"{child.tag.removeprefix(W)}={child.get(f'{W}val')}"
        if child.get(f"{W}val")
        else child.tag.removeprefix(W)
        for child in properties
    )


def _section(section: etree._Element) -> str:
    size, margins = _sure(section.find(f"{W}pgSz")), _sure(section.find(f"{W}pgMar"))
    start = section.find(f"{W}pgNumType")
    own = [element.get(f"{W}type") for element in section.findall(f"{W}headerReference")]
    return (
        f"=== section {_attributes(size)}; {_attributes(margins)}; "
        f"numbered from {start.get(f'{W}start') if start is not None else 'the page before'}; "
        f"headers {' '.join(map(str, own)) or 'as before'}; "
        f"{'first page differs' if section.find(f'{W}titlePg') is not None else ''}"
    )


def _style(style: etree._Element) -> str:
    name = style.find(f"{W}name").get(f"{W}val")
    based = style.find(f"{W}basedOn")
    marks = [
        child.tag.removeprefix(W) + (f"({_attributes(child)})" if child.attrib else "")
        for holder in (f"{W}pPr", f"{W}rPr")
        for child in style.iterfind(f"{holder}/*")
        if not child.tag.endswith("Cs")
    ]
    return f"{name} < {based.get(f'{W}val') if based is not None else '-'}: {' '.join(marks)}".rstrip(": ")


def _sure(element: etree._Element | None) -> etree._Element:
    assert element is not None
    return element


def _attributes(element: etree._Element) -> str:
    return " ".join(f"{str(key).removeprefix(W)}={value!s}" for key, value in element.attrib.items())
