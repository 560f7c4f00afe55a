"""Rules on the sheet: its size, which way it lies, its margins."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import shown
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import PAGE
from kh_docs.i18n import _
from kh_docs.word.document import Section, Table
from kh_docs.word.lengths import mm_of_twips

_SIZE_TOLERANCE_TWIPS = 30
_COLUMNS_OF_DATA = 6
# With a sentence or two beside it the text is still its table.
_LITTLE_TEXT = 300


def place(anatomy: Anatomy, section: Section) -> str:
    """The section in words."""
    if len(anatomy.document.sections) == 1:
        return _("trang giấy")
    return _("trang giấy, phần {number}").format(number=section.index + 1)


@rule("ND30-PAGE-SIZE", "must", PAGE.clause)
def page_size(anatomy: Anatomy) -> Iterator[Fault]:
    """Every section is on A4.

    Bad:  Letter, 215,9 x 279,4 mm
    Good: A4, 210 x 297 mm
    """
    for section in anatomy.sections:
        if section.width is None or section.height is None:
            found = _("không nêu")
        else:
            sides = sorted((section.width, section.height))
            wanted = (mm_of_twips(sides[0]) - PAGE.width_mm, mm_of_twips(sides[1]) - PAGE.height_mm)
            if all(abs(off) <= mm_of_twips(_SIZE_TOLERANCE_TWIPS) for off in wanted):
                continue
            found = f"{shown(mm_of_twips(section.width))} × {shown(mm_of_twips(section.height))} mm"
        yield Fault(
            place(anatomy, section),
            found,
            "A4, 210 × 297 mm",
            _("Khổ giấy không phải A4 -> Layout, Size, chọn A4"),
        )


def _is_table_of_data(anatomy: Anatomy) -> bool:
    """Whether the text between head and signature is hardly more than a wide table."""
    if sum(len(paragraph.text) for paragraph in anatomy.body) > _LITTLE_TEXT:
        return False
    tables = (block for block in anatomy.body_blocks if isinstance(block, Table))
    return any(len(row) >= _COLUMNS_OF_DATA for table in tables for row in table.rows)


@rule("ND30-PAGE-ORIENT", "must", "PL I, P.I, I.2")
def page_orientation(anatomy: Anatomy) -> Iterator[Fault]:
    """The first section stands upright; a landscape section is there for its tables.

    Bad:  the whole plan landscape
    Good: the plan upright, the annex with the wide table landscape
    """
    for section in anatomy.sections:
        if not section.is_landscape:
            continue
        if anatomy.is_annex_file and section.has_table:
            # A phụ lục that is one wide table lies on its side in the decree's own annexes too.
            continue
        if section.index == 0 and _is_table_of_data(anatomy):
            # I.2 allows it where tables are part of the text and no phụ lục of their own.
            continue
        if section.index == 0:
            yield Fault(
                place(anatomy, section),
                _("nằm ngang"),
                _("thẳng đứng"),
                _("Văn bản trình bày theo chiều dài khổ giấy -> Layout, Orientation, chọn Portrait"),
            )
        elif not section.has_table:
            yield Fault(
                place(anatomy, section),
                _("nằm ngang, không có bảng"),
                _("thẳng đứng"),
                _("Chỉ xoay ngang trang có bảng biểu -> Layout, Orientation, chọn Portrait cho phần này"),
            )
