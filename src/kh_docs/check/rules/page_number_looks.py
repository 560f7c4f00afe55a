"""How page numbers look."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import shown
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.page import place
from kh_docs.check.rules.page_number import is_page_field, numbers_of, printing_page
from kh_docs.decree30 import PAGE_NUMBER
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph, Section


@rule("ND30-PAGENUM-FMT", "must", PAGE_NUMBER.clause)
def page_number_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Arabic figures from 1, size 13 to 14, upright, and nothing beside them.

    Bad:  - Trang iv - in size 10
    Good: 4
    """
    for section in anatomy.document.sections:
        where = place(anatomy, section)
        numbered = numbers_of(section)
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
        printed = numbered or printing_page(section.shown_footers)
        for paragraph in (*printed, *_on_even_pages(section)):
            yield from _look_faults(paragraph, where)


def _on_even_pages(section: Section) -> list[Paragraph]:
    """The lines of the number on even pages, where those have a header of their own; typed ones too."""
    story = section.headers.get("even", []) if section.even_and_odd else []
    return [*printing_page(story), *(each for each in story if each.text.isdecimal() and not each.fields)]


def _look_faults(paragraph: Paragraph, where: str) -> Iterator[Fault]:
    looks = [field.format for field in paragraph.fields if is_page_field(field)]
    looks += [run.format for run in paragraph.runs if run.text.strip().isdecimal()]
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
            # The decree says upright, and nothing of weight.
            None if any(look.italic for look in looks) else "should",
        )
    beside = "".join(letter for letter in paragraph.text if not letter.isdecimal()).strip()
    if beside:
        yield Fault(
            where,
            beside[:40],
            _("chỉ có số trang"),
            _("Bên số trang không ghi gì khác -> mở đầu trang, xóa phần chữ và gạch"),
            "should",
        )
