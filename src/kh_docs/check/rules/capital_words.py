"""Capitals of documents, of their parts, of days and of the people and the state."""

from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.capitals import spelling_faults
from kh_docs.i18n import _


@rule("ND30-CAP-DOC", "must", "PL II, V.6")
def document_name(anatomy: Anatomy) -> Iterator[Fault]:
    """The type of a given document starts with a capital.

    Bad:  theo kế hoạch số 104/KH-UBND
    Good: theo Kế hoạch số 104/KH-UBND
    """
    yield from spelling_faults(anatomy, "ND30-CAP-DOC")
    own = (anatomy.kind or "").lower()
    for paragraph in anatomy.unjudged(anatomy.body_texts) if own else ():
        if f" {own} này" in paragraph.text:
            right = f"{own.capitalize()} này"
            mend = _("Viết hoa, viết thường chưa đúng -> sửa như bên")
            yield Fault(at(paragraph), f"{own} này", right, mend)


@rule("ND30-CAP-CITE", "must", "PL II, V.7")
def cited_part(anatomy: Anatomy) -> Iterator[Fault]:
    """Cited: Phần, Chương, Mục, Tiểu mục, Điều capital; khoản, điểm small.

    Bad:  Điểm a Khoản 2 điều 103
    Good: điểm a khoản 2 Điều 103
    """
    return spelling_faults(anatomy, "ND30-CAP-CITE")


@rule("ND30-CAP-ND-NN", "should", "PL II, V.1")
def people_and_state(anatomy: Anatomy) -> Iterator[Fault]:
    """Nhân dân and Nhà nước as nouns are capital.

    Bad:  các tầng lớp nhân dân; Đảng và nhà nước
    Good: các tầng lớp Nhân dân; Đảng và Nhà nước
    """
    return spelling_faults(anatomy, "ND30-CAP-ND-NN")


@rule("ND30-CAP-DAY", "should", "PL II, V.8")
def day_name(anatomy: Anatomy) -> Iterator[Fault]:
    """Days in words: thứ Hai, tháng Năm; tết Nguyên đán.

    Bad:  sáng thứ hai; tết Nguyên Đán
    Good: sáng thứ Hai; tết Nguyên đán
    """
    return spelling_faults(anatomy, "ND30-CAP-DAY")


@rule("ND30-CAP-HOLIDAY", "should", "PL II, V.2, V.5")
def holiday(anatomy: Anatomy) -> Iterator[Fault]:
    """Holidays and titles of honour.

    Bad:  ngày quốc khánh; Anh hùng lao động
    Good: ngày Quốc khánh; Anh hùng Lao động
    """
    return spelling_faults(anatomy, "ND30-CAP-HOLIDAY")
