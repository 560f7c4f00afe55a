"""Mend the sheet: its size, its margins, the page number where there is one."""

from kh_docs.check.anatomy import Anatomy
from kh_docs.decree30 import MARGINS_MM, PAGE, PAGE_NUMBER
from kh_docs.word.formats import RunFormat
from kh_docs.word.lengths import mm_of_twips, twips_of_mm
from kh_docs.word.setters import section_child, set_align, set_size, set_toggle
from kh_docs.word.xml import Element, W

_TOLERANCE_MM = 0.5


def mend_page(anatomy: Anatomy) -> None:
    """A4; margins outside the range become ours; Arabic numbers, none on page 1."""
    for section in anatomy.document.sections:
        width, height = section.width or 0, section.height or 0
        landscape = width > height
        short, long = sorted((width, height))
        wrong = abs(mm_of_twips(short) - PAGE.width_mm) > _TOLERANCE_MM
        if wrong or abs(mm_of_twips(long) - PAGE.height_mm) > _TOLERANCE_MM:
            size = section_child(section.element, "pgSz")
            sides = (twips_of_mm(PAGE.width_mm), twips_of_mm(PAGE.height_mm))
            size.set(W + "w", str(sides[1] if landscape else sides[0]))
            size.set(W + "h", str(sides[0] if landscape else sides[1]))
        if not landscape:
            _mend_margins(section.element, section.margins)
    _mend_page_number(anatomy)


def _mend_margins(element: Element, margins: dict[str, int | None]) -> None:
    for edge, allowed in MARGINS_MM.items():
        twips = margins[edge]
        gutter = (margins["gutter"] or 0) if edge == "left" else 0
        if twips is None or not allowed.near(abs(mm_of_twips(twips + gutter)), _TOLERANCE_MM):
            section_child(element, "pgMar").set(W + edge, str(max(0, twips_of_mm(allowed.ours) - gutter)))


def _mend_page_number(anatomy: Anatomy) -> None:
    first = anatomy.document.sections[0]
    for section in anatomy.document.sections:
        numbers = section.element.find(W + "pgNumType")
        if numbers is not None and section.number_format not in ("decimal", "numberInDash"):
            numbers.attrib.pop(W + "fmt", "")
        for paragraph in section.headers.get("default", []):
            if not any(field.code.split()[:1] == ["PAGE"] for field in paragraph.fields):
                continue
            if paragraph.format.align != "center" and "\t" not in paragraph.raw and not paragraph.frame:
                set_align(paragraph.element, PAGE_NUMBER.align)
            for frame in paragraph.element.iterfind(f"{W}pPr/{W}framePr[@{W}xAlign]"):
                frame.set(W + "xAlign", PAGE_NUMBER.align)
            for run in paragraph.element.iter(W + "r"):
                _mend_number_run(run, paragraph.fields[0].format)
    has_number = any(p.fields for p in first.headers.get("default", []))
    first_is_free = not any(p.fields for p in first.headers.get("first", []))
    if has_number and not first.title_page and first_is_free:
        section_child(first.element, "titlePg").attrib.pop(W + "val", "")
    if first.number_start not in (None, 1):
        section_child(first.element, "pgNumType").set(W + "start", "1")
    for annex in anatomy.annexes:
        section = anatomy.document.sections[min(annex.section, len(anatomy.document.sections) - 1)]
        if annex.opens_section and section.index > 0 and section.number_start != 1:
            section_child(section.element, "pgNumType").set(W + "start", "1")


def _mend_number_run(run: Element, look: RunFormat) -> None:
    if look.size_pt not in PAGE_NUMBER.size_pt:
        set_size(run, PAGE_NUMBER.size_pt.ours)
    if look.bold:
        set_toggle(run, "b", False)
    if look.italic:
        set_toggle(run, "i", False)
