"""Mend a missing line under Tiêu ngữ, the agency or trích yếu: an empty paragraph with a border above."""

from lxml import etree

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.lengths import twips_of_mm
from kh_docs.check.mend.setters import clear_underline, set_align, set_indent, set_spacing
from kh_docs.check.mend.setters import para_properties as properties_of
from kh_docs.check.pieces import Piece
from kh_docs.check.ruler import is_underlined
from kh_docs.check.xml import W
from kh_docs.decree30 import PARTS, Part


def mend_lines(anatomy: Anatomy) -> None:
    """Draw what is missing; a line of a wrong length is left to a person, who sees what it was meant for."""
    header = anatomy.header
    for pieces in ([header.tieu_ngu] if header.tieu_ngu else [], header.issuer, anatomy.title.abstract):
        for run in (run for piece in pieces if is_underlined([piece]) for run in piece.runs):
            clear_underline(run.element)
    if header.stray_lines:
        return
    if header.tieu_ngu is not None and not header.right_lines:
        _draw([header.tieu_ngu], PARTS["tieu_ngu"])
    if header.issuer and header.quoc_hieu and not header.left_lines:
        _draw(header.issuer, PARTS["co_quan_ban_hanh"])
    if anatomy.title.abstract and not anatomy.title.lines:
        _draw(anatomy.title.abstract, PARTS["trich_yeu"])


def _draw(pieces: list[Piece], part: Part) -> None:
    last = pieces[-1]
    room_mm = last.container.width_mm
    if part.line is None or room_mm is None or not last.alone or last.paragraph.frame:
        return
    side = twips_of_mm(max(0.0, (room_mm - part.line.ours * last.width_mm) / 2))
    paragraph = etree.Element(W + "p")
    borders = etree.SubElement(properties_of(paragraph), W + "pBdr")
    etree.SubElement(
        borders, W + "top", {W + "val": "single", W + "sz": "6", W + "space": "1", W + "color": "auto"}
    )
    set_spacing(paragraph, before="40", after="0", line="20", lineRule="exact")
    set_indent(paragraph, 0, side)
    paragraph.find(f"{W}pPr/{W}ind").set(W + "right", str(side))  # type: ignore[union-attr]
    set_align(paragraph, "center")
    last.paragraph.element.addnext(paragraph)
