"""Mend the line under Tiêu ngữ, the agency or trích yếu: draw one that is missing, stretch a wrong one."""

from typing import Final

from lxml import etree

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.pieces import Piece
from kh_docs.check.ruler import is_underlined, misfit
from kh_docs.decree30 import PARTS, Part
from kh_docs.word.document import DrawnLine
from kh_docs.word.lengths import EMU_PER_MM, twips_of_mm
from kh_docs.word.setters import clear_underline, set_align, set_indent, set_spacing
from kh_docs.word.setters import para_properties as properties_of
from kh_docs.word.xml import WP, WPS, A, Element, W, whole

_SHARE_OF_PAGE: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}pctWidth"


def mend_lines(anatomy: Anatomy) -> None:
    """Draw what is missing and stretch what is too long or too short, its middle kept."""
    header = anatomy.header
    for pieces in ([header.tieu_ngu] if header.tieu_ngu else [], header.issuer, anatomy.title.abstract):
        for run in (run for piece in pieces if is_underlined([piece]) for run in piece.runs):
            clear_underline(run.element)
    if header.stray_lines:
        return
    issuer = header.issuer if header.quoc_hieu else []
    for part, pieces, lines in (
        (PARTS["tieu_ngu"], [header.tieu_ngu] if header.tieu_ngu else [], header.right_lines),
        (PARTS["co_quan_ban_hanh"], issuer, header.left_lines),
        (PARTS["trich_yeu"], anatomy.title.abstract, anatomy.title.lines),
    ):
        if pieces and not lines:
            _draw(pieces, part)
        elif wrong := misfit(part, pieces, lines):
            line, width_mm = wrong
            if line.kind == "border":
                _indent(line, width_mm, pieces[-1])
            else:
                _stretch(line, width_mm)


def _draw(pieces: list[Piece], part: Part) -> None:
    last = pieces[-1]
    room_mm = last.container.width_mm
    if part.line is None or room_mm is None or not last.alone or last.paragraph.frame:
        return
    paragraph = etree.Element(W + "p")
    borders = etree.SubElement(properties_of(paragraph), W + "pBdr")
    etree.SubElement(
        borders, W + "top", {W + "val": "single", W + "sz": "6", W + "space": "1", W + "color": "auto"}
    )
    set_spacing(paragraph, before="40", after="0", line="20", lineRule="exact")
    # Trích yếu is measured by its longest line; a text that wraps is as wide as its room.
    measured = pieces if part is PARTS["trich_yeu"] else pieces[-1:]
    width_mm = max(min(piece.ink_width_mm, room_mm) for piece in measured)
    _set_width(paragraph, part.line.ours * width_mm, room_mm)
    set_align(paragraph, "center")
    last.paragraph.element.addnext(paragraph)


def _set_width(paragraph: Element, width_mm: float, room_mm: float) -> None:
    side = twips_of_mm(max(0.0, (room_mm - width_mm) / 2))
    set_indent(paragraph, 0, side)
    paragraph.find(f"{W}pPr/{W}ind").set(W + "right", str(side))  # type: ignore[union-attr]


def _indent(line: DrawnLine, width_mm: float, above: Piece) -> None:
    """Give a border its length, where an empty paragraph of its own has it."""
    paragraph, room_mm = line.element, above.container.width_mm
    if (
        paragraph is None
        or room_mm is None
        or paragraph.getparent() is not above.paragraph.element.getparent()
    ):
        return
    if paragraph.find(W + "r") is None:
        _set_width(paragraph, width_mm, room_mm)


def _stretch(line: DrawnLine, width_mm: float) -> None:
    """Give a floating line its length; the copy for programs before Word 2010 keeps its own."""
    anchor = line.element
    extent = anchor.find(WP + "extent") if anchor is not None else None
    old = whole(extent.get("cx")) if extent is not None else None
    if anchor is None or extent is None or old is None:
        return
    if any(share.text not in ("0", None) for share in anchor.iter(_SHARE_OF_PAGE)):
        # Its width follows the page: not ours to set.
        return
    new = round(width_mm * EMU_PER_MM)
    extent.set("cx", str(new))
    for shape in anchor.iter(WPS + "wsp"):
        for size in shape.iterfind(f"{WPS}spPr/{A}xfrm/{A}ext"):
            size.set("cx", str(new))
    offset = anchor.find(f"{WP}positionH/{WP}posOffset")
    if offset is not None:
        offset.text = str((whole(offset.text) or 0) - (new - old) // 2)
