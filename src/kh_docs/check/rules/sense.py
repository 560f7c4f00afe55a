"""Rules on slips that the text itself shows: days that do not exist, wrong sums, words typed twice."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.places import Place, at
from kh_docs.check.registry import Fault, rule
from kh_docs.i18n import _
from kh_docs.patterns import re

_PARTS: Final = re.compile(
    r"\b(?P<total>\d+) (?P<noun>[^\W\d_]+)\b[^.;:\d]{0,80}?\btrong đó:? (?P<list>\d+ [^.;]*)", re.IGNORECASE
)
_PART: Final = re.compile(r"\b(\d+) ([^\W\d_]+)")
_PLUS: Final = re.compile(
    r"\b(?P<total>\d+)\b[^.;:\d]{0,80}?\btrong đó:? (?P<list>\d+(?: ?\+ ?\d+)+)", re.IGNORECASE
)
# Words that are never doubled on purpose, as “luôn luôn” and “năm năm” are.
_NEVER_TWICE: Final = (
    "số|và|của|các|những|về|theo|tại|trong|cho|là|được|với|để|do|trên|đến|thực hiện|tổ chức|triển khai|"
    "ban hành|phối hợp|ủy ban nhân dân"
)
_TWICE: Final = re.compile(rf"\b({_NEVER_TWICE}) \1\b", re.IGNORECASE)
_TYPED_TWICE: Final = tuple(f"{words} {words}" for words in _NEVER_TWICE.split("|"))


@rule("ND30-TEXT-SUM", "should", "thông lệ")
def parts_and_sum(anatomy: Anatomy) -> Iterator[Fault]:
    """Parts of one kind that are said to be "in it" do not come to more than the whole.

    Bad:  10 vụ, trong đó: 4 vụ trộm cắp, 5 vụ đánh bạc, 3 vụ gây rối
    Good: 12 vụ, trong đó: 4 vụ trộm cắp, 5 vụ đánh bạc, 3 vụ gây rối
    """
    for paragraph in anatomy.body_texts:
        if "trong đó" not in paragraph.text:
            continue
        for match in _PLUS.finditer(paragraph.text):
            parts = [int(part) for part in re.findall(r"\d+", match["list"])]
            if sum(parts) != int(match["total"]):
                yield _sum_fault(at(paragraph), match, parts)
        for match in _PARTS.finditer(paragraph.text):
            found = _PART.findall(match["list"])
            parts = [int(number) for number, noun in found if noun.lower() == match["noun"].lower()]
            if len(parts) > 1 and len(parts) == len(found) and sum(parts) > int(match["total"]):
                yield _sum_fault(at(paragraph), match, parts)


def _sum_fault(place: Place, match: re.Match[str], parts: list[int]) -> Fault:
    return Fault(
        place,
        match[0][:80],
        _("tổng là {sum}").format(sum=sum(parts)),
        _("Các số thành phần không khớp với số tổng -> kiểm tra lại số liệu"),
    )


@rule("ND30-TEXT-TWICE", "should", "thông lệ")
def word_typed_twice(anatomy: Anatomy) -> Iterator[Fault]:
    """A word is not typed twice.

    Bad:  Kế hoạch số số 15/KH-UBND
    Good: Kế hoạch số 15/KH-UBND
    """
    together = "\n".join([paragraph.text for paragraph in anatomy.body_texts]).lower()
    if not any(twice in together for twice in _TYPED_TWICE):
        return
    for paragraph in anatomy.body_texts:
        for match in _TWICE.finditer(paragraph.text):
            yield Fault(at(paragraph), match[0], match[1], _("Gõ lặp một chữ -> xóa bớt"))
