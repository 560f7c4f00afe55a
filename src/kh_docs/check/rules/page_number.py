"""Rules on the page number: in the header, centred, from page 2, anew in each phụ lục."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import shown
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.page import place
from kh_docs.decree30 import PAGE_NUMBER
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph, Section
from kh_docs.word.extent import page_height_mm, section_height_mm
from kh_docs.word.xml import W, val

# The estimate is rough: only what is clearly more than a page counts.
_SURELY_TWO_PAGES: Final = 1.2


def _with_page(paragraphs: list[Paragraph]) -> list[Paragraph]:
    return [p for p in paragraphs if any(field.code.split()[:1] == ["PAGE"] for field in p.fields)]


def _numbered(section: Section) -> list[Paragraph]:
    """The header paragraphs that print the number on ordinary pages."""
    return _with_page(section.headers.get("default", []))


def _surely_long(anatomy: Anatomy, section: Section) -> bool:
    """Whether the section prints on two pages or more; a single page needs no number."""
    height = section_height_mm(anatomy.document, section.index, anatomy.next_document)
    return height > _SURELY_TWO_PAGES * page_height_mm(section)


def lacks_number(anatomy: Anatomy, section: Section) -> bool:
    """Whether the section needs a number and prints none, neither above nor below."""
    printed = _numbered(section) or _with_page(section.shown_footers)
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
        if _with_page(section.shown_footers):
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
        numbered = _numbered(section)
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
    if "\t" in paragraph.raw or paragraph.frame or paragraph.container.kind == "box":
        return True
    return paragraph.format.align == "center"


@rule("ND30-PAGENUM-FMT", "must", PAGE_NUMBER.clause)
def page_number_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Arabic figures from 1, size 13 to 14, upright, and nothing beside them.

    Bad:  - Trang iv - in size 10
    Good: 4
    """
    for section in anatomy.document.sections:
        where = place(anatomy, section)
        numbered = _numbered(section)
        if numbered and section.number_format not in ("decimal", "numberInDash"):
            yield Fault(
                where,
                _("kiểu số {format}").format(format=section.number_format),
                _("chữ số Ả Rập: 1, 2, 3"),
                _("Số trang viết bằng chữ số Ả Rập -> Page Number, Format, chọn 1, 2, 3"),
            )
        if numbered and section.index == 0 and section.number_start not in (None, 1):
            yield Fault(
                where,
                _("bắt đầu từ {start}").format(start=section.number_start),
                _("bắt đầu từ 1"),
                _("Trang đầu là trang 1 -> Page Number, Format, Start at 1"),
            )
        for paragraph in numbered or _with_page(section.shown_footers):
            yield from _look_faults(paragraph, where)


def _look_faults(paragraph: Paragraph, where: str) -> Iterator[Fault]:
    looks = [field.format for field in paragraph.fields if field.code.split()[:1] == ["PAGE"]]
    looks += [run.format for run in paragraph.runs if run.text.strip().isdigit()]
    wrong = sorted({look.size_pt for look in looks if look.size_pt not in PAGE_NUMBER.size_pt})
    if wrong:
        yield Fault(
            where,
            _("cỡ {size}").format(size=", ".join(map(shown, wrong))),
            _("cỡ {size}").format(size=PAGE_NUMBER.size_pt),
            _("Số trang sai cỡ chữ -> mở đầu trang, chọn số trang, đặt cỡ 13 hoặc 14"),
        )
    if any(look.bold or look.italic for look in looks):
        yield Fault(
            where,
            _("đậm hoặc nghiêng"),
            _("đứng, không đậm"),
            _("Số trang in đứng, không đậm -> mở đầu trang, bỏ đậm, nghiêng"),
            "should",
        )
    beside = "".join(letter for letter in paragraph.text if not letter.isdigit()).strip()
    if beside:
        yield Fault(
            where,
            beside[:40],
            _("chỉ có số trang"),
            _("Bên số trang không ghi gì khác -> mở đầu trang, xóa phần chữ và gạch"),
            "should",
        )


@rule("ND30-PAGENUM-FIRST", "must", PAGE_NUMBER.clause)
def page_number_first(anatomy: Anatomy) -> Iterator[Fault]:
    """Page 1 does not print its number.

    Bad:  "1" over Quốc hiệu
    Good: "Different First Page" on, its header empty
    """
    section = anatomy.document.sections[0]
    if not (_numbered(section) or _with_page(section.footers.get("default", []))):
        return
    first = [*section.headers.get("first", []), *section.footers.get("first", [])]
    if not section.title_page or _with_page(first):
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
        if annex.opens_section and annex.section > 0 and _numbered(section) and not section.title_page:
            yield Fault(
                annex.head.where,
                _("trang đầu phụ lục có số trang"),
                _("không có số trang"),
                _("Nên ẩn số ở trang đầu phụ lục -> mở đầu trang, chọn Different First Page"),
            )
