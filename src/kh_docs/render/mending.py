"""Put right in a filled part what Word calls corrupt: empty containers, twins, disorder."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from kh_docs.word.xml import W

# ECMA-376, part 1, 17.4.69.
# Ours that mark the blocks are counted from 1.
FIRST_BOOKMARK = 1_000_000
_CELL_ORDER = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar"),
    *("textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel", "cellMerge"),
)


def mend_empty_containers(root: etree._Element) -> None:
    """Give an emptied cell its paragraph back and drop a table without rows: Word calls both corrupt."""
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag not in (f"{W}p", f"{W}sdt"):
            etree.SubElement(cell, f"{W}p")
    for row in list(root.iter(f"{W}tr")):
        parent = row.getparent()
        if parent is not None and next(row.iter(f"{W}tc"), None) is None:
            parent.remove(row)
    for properties in root.iter(f"{W}tcPr"):
        properties[:] = sorted(properties, key=_place_in_cell)
    for table in list(root.iter(f"{W}tbl")):
        parent = table.getparent()
        if parent is not None and next(table.iter(f"{W}tr"), None) is None:
            parent.remove(table)


def has_no_empty_container(content: bytes) -> bool:
    """Whether every cell of this part ends with a paragraph or control and every table with a row."""
    *cells, _rest = content.split(b"</w:tc>")
    *rows, _rest = content.split(b"</w:tr>")
    *tables, _rest = content.split(b"</w:tbl>")
    if not all(row.endswith((b"</w:tc>", b"</w:sdt>")) for row in rows):
        return False
    return all(cell.endswith((b"</w:p>", b"</w:sdt>")) for cell in cells) and all(
        table.endswith(b"</w:tr>") for table in tables
    )


def _place_in_cell(element: etree._Element) -> int:
    name = etree.QName(element).localname
    return _CELL_ORDER.index(name) if name in _CELL_ORDER else len(_CELL_ORDER)


def mend_twins(root: etree._Element) -> None:
    """What a loop repeated gets an identity of its own: a number, a name, or none."""
    drawings = list(root.iter("{*}docPr"))
    if len({drawing.get("id") for drawing in drawings}) < len(drawings):
        for number, drawing in enumerate(drawings, 1):
            drawing.set("id", str(number))
    seen: set[str] = set()
    for element in root.iter(etree.Element):
        for key in [str(key) for key in element.attrib if str(key).endswith("}paraId")]:
            if element.get(key, "") in seen:
                del element.attrib[key]
            else:
                seen.add(element.get(key, ""))
    controls: set[str] = set()
    for mark in list(root.iterfind(f".//{W}sdtPr/{W}id")):
        value = mark.get(f"{W}val", "")
        if value in controls and (properties := mark.getparent()) is not None:
            properties.remove(mark)
        controls.add(value)
    _rename_bookmarks(root)


def _rename_bookmarks(root: etree._Element) -> None:
    """Each start with the end that follows it; a second one of a name is another bookmark."""
    names: Counter[str] = Counter()
    open_ids: dict[str, str] = {}
    for number, mark in enumerate(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"), FIRST_BOOKMARK):
        old = mark.get(f"{W}id", "")
        if mark.tag == f"{W}bookmarkEnd":
            mark.set(f"{W}id", open_ids.pop(old, old))
            continue
        open_ids[old] = str(number)
        mark.set(f"{W}id", str(number))
        name = mark.get(f"{W}name", "")
        names[name] += 1
        if names[name] > 1:
            mark.set(f"{W}name", f"{name[:36]}_{names[name]}")
