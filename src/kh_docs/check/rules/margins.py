"""The margins of the page."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import shown
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.page import place
from kh_docs.decree30 import MARGINS_MM, PAGE
from kh_docs.decree30.page import LANDSCAPE_MARGIN_MM, MARGINS_CLAUSE
from kh_docs.i18n import _
from kh_docs.word.lengths import mm_of_twips


def margin_faults(anatomy: Anatomy, edge: str, name: str) -> Iterator[Fault]:
    allowed = MARGINS_MM[edge]
    for section in anatomy.sections:
        if section.is_landscape:
            continue
        twips = section.margins[edge]
        if edge == "left":
            twips = None if twips is None else twips + (section.margins["gutter"] or 0)
        found = None if twips is None else abs(mm_of_twips(twips))
        if found is not None and allowed.near(found, PAGE.tolerance_mm):
            continue
        yield Fault(
            place(anatomy, section),
            _("không nêu") if found is None else f"{shown(found)} mm",
            f"{allowed} mm",
            _("Lề {name} ngoài khoảng cho phép -> Layout, Margins, đặt {ours} mm").format(
                name=name, ours=shown(allowed.ours)
            ),
            # Where a file says nothing each program takes margins of its own.
            "should" if found is None else None,
        )


@rule("ND30-MARGIN-TOP", "must", MARGINS_CLAUSE)
def margin_top(anatomy: Anatomy) -> Iterator[Fault]:
    """The margin at the top is 20 to 25 mm wide.

    Bad:  15 mm at the top

    Good: 20 to 25 mm
    """
    return margin_faults(anatomy, "top", _("trên"))


@rule("ND30-MARGIN-BOTTOM", "must", MARGINS_CLAUSE)
def margin_bottom(anatomy: Anatomy) -> Iterator[Fault]:
    """The margin at the bottom is 20 to 25 mm wide.

    Bad:  15 mm at the bottom

    Good: 20 to 25 mm
    """
    return margin_faults(anatomy, "bottom", _("dưới"))


@rule("ND30-MARGIN-LEFT", "must", MARGINS_CLAUSE)
def margin_left(anatomy: Anatomy) -> Iterator[Fault]:
    """The margin at the left is 30 to 35 mm wide.

    Bad:  25 mm at the left

    Good: 30 to 35 mm, a gutter counted
    """
    return margin_faults(anatomy, "left", _("trái"))


@rule("ND30-MARGIN-RIGHT", "must", MARGINS_CLAUSE)
def margin_right(anatomy: Anatomy) -> Iterator[Fault]:
    """The margin at the right is 15 to 20 mm wide.

    Bad:  10 mm at the right

    Good: 15 to 20 mm
    """
    return margin_faults(anatomy, "right", _("phải"))


@rule("ND30-MARGIN-LANDSCAPE", "should", MARGINS_CLAUSE)
def margin_landscape(anatomy: Anatomy) -> Iterator[Fault]:
    """The decree is silent on landscape pages; its own annex file keeps 15 to 30 mm.

    Bad:  a landscape page with 5 mm margins
    Good: 15 to 35 mm on every side
    """
    for section in anatomy.sections:
        if not section.is_landscape:
            continue
        for edge, name in (
            ("top", _("trên")),
            ("bottom", _("dưới")),
            ("left", _("trái")),
            ("right", _("phải")),
        ):
            found = mm_of_twips(abs(section.margins[edge] or 0))
            if not LANDSCAPE_MARGIN_MM.near(found, PAGE.tolerance_mm):
                yield Fault(
                    place(anatomy, section),
                    f"{name} {shown(found)} mm",
                    f"{LANDSCAPE_MARGIN_MM} mm",
                    _("Lề trang ngang quá hẹp hoặc quá rộng -> Layout, Margins"),
                )
