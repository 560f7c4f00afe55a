"""Capitals of places and of organisations."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.capitals import own_name_faults, spelling_faults


@rule("ND30-CAP-PLACE", "must", "PL II, III.1.a")
def place(anatomy: Anatomy) -> Iterator[Fault]:
    """The unit word is small, the name capital.

    Bad:  trên địa bàn Huyện Yên Hòa
    Good: trên địa bàn huyện Yên Hòa
    """
    return spelling_faults(anatomy, "ND30-CAP-PLACE")


@rule("ND30-CAP-PLACE-NUM", "must", "PL II, III.1.b")
def place_with_number(anatomy: Anatomy) -> Iterator[Fault]:
    """With a number the unit word is capital.

    Bad:  quận 1, Thành phố Hồ Chí Minh
    Good: Quận 1, Thành phố Hồ Chí Minh
    """
    for fault in spelling_faults(anatomy, "ND30-CAP-PLACE-NUM"):
        yield Fault(fault.where, fault.found, fault.found[:1].upper() + fault.found[1:], fault.message)


@rule("ND30-CAP-PLACE-SPECIAL", "must", "PL II, III.1.c")
def special_place(anatomy: Anatomy) -> Iterator[Fault]:
    """Thủ đô Hà Nội and Thành phố Hồ Chí Minh.

    Bad:  thành phố Hồ Chí Minh
    Good: Thành phố Hồ Chí Minh
    """
    return spelling_faults(anatomy, "ND30-CAP-PLACE-SPECIAL")


@rule("ND30-CAP-ORG", "must", "PL II, IV.1.a")
def organisation(anatomy: Anatomy) -> Iterator[Fault]:
    """A capital where the type of body and its field begin, no other.

    Bad:  Ủy ban Nhân dân; Sở giáo dục; công an huyện Yên Hòa
    Good: Ủy ban nhân dân; Sở Giáo dục và Đào tạo; Công an huyện Yên Hòa
    """
    yield from spelling_faults(anatomy, "ND30-CAP-ORG")
    yield from own_name_faults(anatomy)
