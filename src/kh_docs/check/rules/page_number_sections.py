"""Page numbers on the first page and in annexes."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.page import place
from kh_docs.check.rules.page_number import numbers_of, printing_page
from kh_docs.decree30 import PAGE_NUMBER
from kh_docs.i18n import _


@rule("ND30-PAGENUM-FIRST", "must", PAGE_NUMBER.clause)
def page_number_first(anatomy: Anatomy) -> Iterator[Fault]:
    """Page 1 does not print its number.

    Bad:  "1" over Quốc hiệu
    Good: "Different First Page" on, its header empty
    """
    section = anatomy.document.sections[0]
    ordinary = numbers_of(section) or printing_page(section.footers.get("default", []))
    first = [*section.headers.get("first", []), *section.footers.get("first", [])]
    if printing_page(first) if section.title_page else ordinary:
        yield Fault(
            place(anatomy, section),
            _("trang đầu có số trang"),
            _("trang đầu không có số trang"),
            _(
                "Không hiển thị số trang thứ nhất -> mở đầu trang, chọn Different First Page, để trống "
                "đầu trang đó"
            ),
        )


@rule("ND30-PAGENUM-ANNEX", "must", PAGE_NUMBER.annex_clause)
def page_number_annex(anatomy: Anatomy) -> Iterator[Fault]:
    """Each phụ lục is numbered on its own, from 1.

    Bad:  the annex goes on with page 9
    Good: a section break before "Phụ lục I", and its pages start at 1
    """
    for annex in anatomy.annexes:
        sections = anatomy.document.sections
        section = sections[min(annex.section, len(sections) - 1)]
        first_of_file = annex.section == 0 and annex.opens_section
        if annex.opens_section and (section.number_start == 1 or first_of_file):
            continue
        found = _("không ở phần (section) riêng") if not annex.opens_section else _("đánh số tiếp")
        yield Fault(
            annex.head.where,
            found,
            _("đánh số riêng từ 1"),
            _(
                "Số trang của từng phụ lục đánh riêng -> Layout, Breaks, Next Page; Page Number, Format, "
                "Start at 1"
            ),
        )


@rule("ND30-PAGENUM-ANNEX-FIRST", "should", PAGE_NUMBER.annex_clause)
def page_number_annex_first(anatomy: Anatomy) -> Iterator[Fault]:
    """The first page of a phụ lục hides its number, as page 1 of the document does.

    Bad:  "1" over "Phụ lục I"
    Good: "Different First Page" on for that section
    """
    for annex in anatomy.annexes:
        sections = anatomy.document.sections
        section = sections[min(annex.section, len(sections) - 1)]
        if annex.opens_section and annex.section > 0 and numbers_of(section) and not section.title_page:
            yield Fault(
                annex.head.where,
                _("trang đầu phụ lục có số trang"),
                _("không có số trang"),
                _("Nên ẩn số ở trang đầu phụ lục -> mở đầu trang, chọn Different First Page"),
            )
