"""Mend a page number that is missing: a PAGE field in the middle of the header."""

from typing import Final

from lxml import etree

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.mend.footer import is_empty
from kh_docs.check.rules.page_number import lacks_number
from kh_docs.decree30 import FONT, PAGE_NUMBER
from kh_docs.word.document import Section
from kh_docs.word.package import Package, PartKind
from kh_docs.word.setters import set_align, set_font, set_indent, set_size, set_spacing
from kh_docs.word.xml import Element, R, W, val

_HEADER: Final = PartKind(
    "header.xml",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
)


def mend_missing_number(anatomy: Anatomy, package: Package) -> None:
    """Number each section that surely has two pages, unless its header already says something else."""
    for section in anatomy.document.sections:
        if not lacks_number(anatomy, section):
            continue
        for kind in ("default", "even") if section.even_and_odd else ("default",):
            if is_empty(section.headers.get(kind, [])):
                _number(anatomy, package, section, kind)
        # The sections after it go on with the same header: they are looked at in the next round.
        return


def _number(anatomy: Anatomy, package: Package, section: Section, kind: str) -> None:
    """Put the number into the empty header in force, or into a new one where there is none."""
    for owner in reversed(anatomy.document.sections[: section.index + 1]):
        for reference in owner.element.findall(W + "headerReference"):
            link = package.links.get(reference.get(R + "id", ""))
            if (val(reference, "type") or "default") == kind and link is not None:
                _fill(package.root(link[1]))
                return
    owner = anatomy.document.sections[0]
    reference = etree.Element(W + "headerReference", {W + "type": kind, R + "id": _new_header(package)})
    owner.element.insert(0, reference)


def _fill(header: Element | None) -> None:
    if header is None:
        return
    first = header.find(W + "p")
    if first is None or first.find(W + "r") is not None:
        header.insert(0, _numbered_paragraph(etree.Element(W + "p")))
    else:
        _numbered_paragraph(first)


def _numbered_paragraph(paragraph: Element) -> Element:
    set_align(paragraph, PAGE_NUMBER.align)
    set_indent(paragraph, 0)
    set_spacing(paragraph, before="0", after="0", line="240", lineRule="auto")
    for kind in ("begin", "PAGE", "separate", "end"):
        run = etree.SubElement(paragraph, W + "r")
        set_font(run, FONT.name)
        set_size(run, PAGE_NUMBER.size_pt.ours)
        if kind == "PAGE":
            etree.SubElement(run, W + "instrText").text = kind
        else:
            etree.SubElement(run, W + "fldChar", {W + "fldCharType": kind})
    return paragraph


def _new_header(package: Package) -> str:
    """Add a part with the number; the id of the relationship that leads to it."""
    header = etree.Element(W + "hdr", nsmap={"w": W[1:-1], "r": R[1:-1]})
    header.append(_numbered_paragraph(etree.Element(W + "p")))
    return package.add_part(_HEADER, header)
