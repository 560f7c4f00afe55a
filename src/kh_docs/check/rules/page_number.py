"""Rules on the page number: in the header, centred, from page 2, anew in each phụ lục."""

import itertools
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.page import place
from kh_docs.check.words import ADDRESSEE, fold, is_attached_note
from kh_docs.decree30 import PAGE_NUMBER
from kh_docs.i18n import _
from kh_docs.word.document import Field, Paragraph, Section, walk
from kh_docs.word.extent import breaks_page, page_height_mm, section_height_mm
from kh_docs.word.field_codes import first_word
from kh_docs.word.xml import W, val, whole

# The estimate is rough: of real files with one page none comes to more than 0.98.
_SURELY_TWO_PAGES: Final = 1.08
_OFF_CENTRE_MM: Final = 15.0
# A note on what a list belongs to stands below its header and title.
_HEAD: Final = 40
_OF_PAGE_EDGES: Final = frozenset({"header", "footer"})


def printing_page(paragraphs: list[Paragraph]) -> list[Paragraph]:
    return [p for p in paragraphs if any(is_page_field(field) for field in p.fields)]


def is_page_field(field: Field) -> bool:
    """Whether a field prints the number of the page, however its code is typed."""
    return _is_page(field.code)


@lru_cache(256)
def _is_page(code: str) -> bool:
    return first_word(code.replace("\\", " \\")).upper() == "PAGE"


def numbers_of(section: Section) -> list[Paragraph]:
    """The header paragraphs that print the number on ordinary pages."""
    return printing_page(section.headers.get("default", []))


def _end(anatomy: Anatomy) -> int | None:
    """Where the document ends, lists “(Kèm theo …)” behind it counted, a header of their own or not."""
    end = anatomy.next_document if anatomy.next_document is not None else _another_paper(anatomy)
    for other in anatomy.others if end is not None else ():
        first = itertools.islice(other.document.paragraphs(), _HEAD)
        if other.type_found or not any(is_attached_note(p.text) for p in first):
            break
        end = (end or 0) + len(other.document.blocks)
    return end


def _another_paper(anatomy: Anatomy) -> int | None:
    """Where, behind the signature, a paper to somebody else begins on a page of its own: “PHIẾU TRÌNH”."""
    if not anatomy.closing.found or anatomy.annexes or anatomy.is_annex_file:
        return None
    blocks = anatomy.document.blocks
    for index in range(anatomy.closing.start, len(blocks)):
        block = blocks[index]
        if isinstance(block, Paragraph) and block.is_blank and block.page_break:
            head = itertools.islice(walk(blocks[index + 1 :]), _HEAD)
            return index if any(ADDRESSEE.match(fold(each.text)) for each in head) else None
    return None


def _surely_long(anatomy: Anatomy, section: Section) -> bool:
    """Whether the section prints on two pages or more; a single page needs no number."""
    if breaks_page(anatomy.document, section.index, _end(anatomy)):
        return True
    height = section_height_mm(anatomy.document, section.index, _end(anatomy))
    return height > _SURELY_TWO_PAGES * page_height_mm(section)


def lacks_number(anatomy: Anatomy, section: Section) -> bool:
    """Whether the section needs a number and prints none, neither above nor below."""
    printed = numbers_of(section) or printing_page(section.shown_footers)
    return not printed and _surely_long(anatomy, section)


@rule("ND30-PAGENUM-POS", "must", PAGE_NUMBER.clause)
def page_number_place(anatomy: Anatomy) -> Iterator[Fault]:
    """The page number stands in the top margin, in the middle.

    Bad:  the number in the footer, or at the right
    Good: a PAGE field, centred, in the header
    """
    expected = _("trong đầu trang, ở giữa")
    for section in anatomy.document.sections:
        where = place(anatomy, section)
        if printing_page(section.shown_footers):
            yield Fault(
                where,
                _("số trang ở chân trang"),
                expected,
                _(
                    "Số trang đặt ở lề trên -> Insert, Page Number, Top of Page, kiểu ở giữa; xóa số ở chân "
                    "trang"
                ),
            )
            continue
        numbered = numbers_of(section)
        if lacks_number(anatomy, section):
            yield Fault(
                where,
                _("không có số trang"),
                expected,
                _("Thiếu số trang -> Insert, Page Number, Top of Page, kiểu ở giữa"),
            )
        for paragraph in numbered:
            if not _is_centred(paragraph):
                yield Fault(
                    where,
                    _("số trang không ở giữa"),
                    expected,
                    _("Số trang canh giữa -> mở đầu trang, bấm Ctrl+E ở dòng số trang"),
                )


def _is_centred(paragraph: Paragraph) -> bool:
    # A frame says by a word where it stands; before tabs, boxes and other frames it is not judged.
    frame = paragraph.element.find(f"{W}pPr/{W}framePr")
    if frame is not None and val(frame, "xAlign"):
        return val(frame, "xAlign") == "center"
    container = paragraph.container
    if paragraph.frame or container.kind == "box":
        return True
    if "\t" in paragraph.raw:
        return _tab_reached(paragraph) != "right"
    if container.kind == "cell" and None not in (container.x_mm, container.width_mm) and container.outer:
        middle = (container.x_mm or 0) + (container.width_mm or 0) / 2
        off = abs(middle - (container.outer.width_mm or 0) / 2)
        return paragraph.format.align == "center" and off <= _OFF_CENTRE_MM
    return paragraph.format.align == "center"


def _tab_reached(paragraph: Paragraph) -> str:
    """The kind of the tab stop at which the number stands; empty where the file does not tell."""
    count = paragraph.raw.rstrip().count("\t")
    stops = sorted(
        (whole(val(stop, "pos")) or 0, val(stop) or "")
        for stop in paragraph.element.iterfind(f"{W}pPr/{W}tabs/{W}tab")
        if val(stop) != "clear"
    )
    if count <= len(stops):
        return stops[count - 1][1]
    # Word's own styles for these lines have a stop in the middle, and one at the right.
    return "right" if not stops and count > 1 and paragraph.style.lower() in _OF_PAGE_EDGES else ""
