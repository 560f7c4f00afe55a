"""Rules on each phụ lục."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import fold
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.roman import from_roman, to_roman

_ALL: Final = re.compile(r".{0,4}?(?:cac phu luc|phu luc kem theo|\d phu luc)", re.DOTALL)
_MENTION: Final = re.compile(r"phụ lục[^.;]{0,60}", re.IGNORECASE)
# Those of the document in hand; “Phụ lục 2 kèm theo Nghị định số …” is numbered by others.
_OWN_ARABIC: Final = re.compile(
    r"(?P<annex>[Pp]hụ lục (?:số )?(?P<number>\d{1,2})) ?\(?(?:(?:được )?(?:gửi|đính) kèm(?: theo)?|kèm theo)"
    r"(?=[.;,)]|$| (?:văn bản|công văn|báo cáo|kế hoạch|quyết định|tờ trình|thông báo|hướng dẫn) này\b)",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\b(?:[IVXLC]+|\d+)\b")
_TO: Final = re.compile(r"\bđến\b| [-–] ")


@rule("ND30-PL-REF", "must", "PL I, P.I, III.1.a")
def annex_is_mentioned(anatomy: Anatomy) -> Iterator[Fault]:
    """The text mentions each phụ lục.

    Bad:  an annex that the text never names
    Good: … theo Phụ lục I kèm theo Kế hoạch này
    """
    if not anatomy.annexes or not anatomy.is_recognised:
        return
    # One by one, as other documents say most of it too.
    folded = " ".join([fold(paragraph.text) for paragraph in anatomy.body_texts])
    if "phu luc" not in folded:
        yield Fault(
            anatomy.annexes[0].head.where,
            _("nội dung không nhắc đến phụ lục"),
            _("(Phụ lục kèm theo)"),
            _("Trong nội dung phải có chỉ dẫn về phụ lục -> thêm “(Phụ lục … kèm theo)”"),
        )
        return
    if len(anatomy.annexes) > 1 and not _names_all(folded):
        mentions = [each.text for each in anatomy.body_texts if "phu luc" in fold(each.text)]
        named = set().union(*map(_named, mentions))
        for annex in anatomy.annexes:
            if annex.number and _value(annex.number) not in named:
                yield Fault(
                    annex.head.where,
                    _("nội dung không nhắc đến"),
                    annex.head.text[:20],
                    _("Trong nội dung phải có chỉ dẫn về phụ lục -> thêm “(Phụ lục … kèm theo)”"),
                )


def _names_all(folded: str) -> bool:
    """Whether a folded text speaks of its annexes without naming each."""
    at = folded.find("phu luc")
    while at >= 0:
        # Only what stands beside the words counts, and the text is long.
        if _ALL.match(folded, max(0, at - 4), at + 16):
            return True
        at = folded.find("phu luc", at + 1)
    return False


# The documents of one run say much the same.
@lru_cache(1024)
def _named(text: str) -> set[int]:
    """The numbers of the annexes that a text names, “từ Phụ lục I đến Phụ lục III” all three."""
    named = set[int]()
    for mention in _MENTION.finditer(text):
        values = {value for number in _NUMBER.findall(mention[0]) if (value := _value(number)) is not None}
        named.update(range(min(values), max(values) + 1) if values and _TO.search(mention[0]) else values)
    return named


def _value(number: str) -> int | None:
    return int(number) if number.isdecimal() else from_roman(number.upper())


@rule("ND30-PL-NUM", "must", "PL I, P.I, III.1.a")
def annex_number(anatomy: Anatomy) -> Iterator[Fault]:
    """Two or more phụ lục are numbered in Roman figures, in order.

    Bad:  Phụ lục 1, Phụ lục 2; two annexes called "Phụ lục"
    Good: Phụ lục I, Phụ lục II
    """
    annexes = anatomy.annexes
    values = [from_roman(annex.number.upper()) if annex.number else None for annex in annexes]
    for due, (annex, value) in enumerate(zip(annexes, values, strict=True), start=1):
        # A part of the annexes may stand in another file; what begins with I goes on with II.
        if values[0] == 1 and None not in values and value != due:
            yield Fault(
                annex.head.where,
                annex.number,
                to_roman(due),
                _("Phụ lục đánh số La Mã liên tục -> Phụ lục I, II, III"),
            )
            break
    for annex in annexes:
        if annex.number and not re.fullmatch(r"[IVXLC]+", annex.number.upper()):
            yield Fault(
                annex.head.where,
                annex.number,
                _("chữ số La Mã"),
                _("Phụ lục đánh số bằng chữ số La Mã -> Phụ lục I, II, III"),
            )
        elif not annex.number and len(annexes) > 1:
            yield Fault(
                annex.head.where,
                _("không có số"),
                _("Phụ lục I, II …"),
                _("Từ hai phụ lục trở lên phải đánh số La Mã -> thêm số"),
            )
    if not annexes:
        yield from _named_in_arabic(anatomy)


def _named_in_arabic(anatomy: Anatomy) -> Iterator[Fault]:
    """“(tại Phụ lục 2 gửi kèm)”: the annexes stand in files of their own, their numbers in the text."""
    named = [
        (paragraph, found)
        for paragraph in anatomy.unjudged(anatomy.body_texts)
        if (found := _OWN_ARABIC.search(paragraph.text))
    ]
    if any(int(found["number"]) > 1 for _paragraph, found in named):
        for paragraph, found in named:
            yield Fault(
                at(paragraph),
                found["annex"],
                _("chữ số La Mã"),
                _("Phụ lục đánh số bằng chữ số La Mã -> Phụ lục I, II, III"),
            )
