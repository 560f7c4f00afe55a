"""Rules on capitals (PL II) that the words themselves decide."""

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.lexicon import SPELLINGS
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import LOWER
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph

_SENTENCE: Final = re.compile(rf"(?<=[{LOWER}]{{3}})[.?!] (?P<word>[{LOWER}]+)")
_SENTENCE_END: Final = (".", "?", "!")


def _texts(anatomy: Anatomy) -> list[Paragraph]:
    """The text that is written as sentences: the body with its tables; not headings in capitals."""
    return [p for p in anatomy.body_texts if p.text and not p.text.isupper()]


def _spelling_faults(anatomy: Anatomy, rule_id: str) -> Iterator[Fault]:
    recipients = [piece.paragraph for piece in anatomy.closing.items] if rule_id == "ND30-CAP-CITE" else []
    for paragraph in (*_texts(anatomy), *recipients):
        for rule_broken, found, right in _misspelt(paragraph.text):
            if rule_broken == rule_id:
                mend = _("Viết hoa, viết thường chưa đúng -> sửa như bên")
                yield Fault(at(paragraph), found, right, mend)


@lru_cache(8192)
def _misspelt(text: str) -> tuple[tuple[str, str, str], ...]:
    """Rule, wrong and right spelling: the cells of one office's documents mostly say the same."""
    found: list[tuple[str, str, str]] = []
    for spelling in SPELLINGS:
        for match in spelling.wrong.finditer(text):
            end = text.find(" ", match.end() + 1)
            wrong = text[match.start() : end if 0 < end < match.end() + 20 else match.end()]
            found.append((spelling.rule, wrong.strip(), match.expand(spelling.right)))
    return tuple(found)


@rule("ND30-CAP-SENT", "must", "PL II, I")
def sentence(anatomy: Anatomy) -> Iterator[Fault]:
    """A sentence starts with a capital: after . ? ! and on a new line.

    Bad:  … theo quy định. các đơn vị …
    Good: … theo quy định. Các đơn vị …
    """
    mend = _("Đầu câu viết hoa -> sửa chữ đầu câu")
    for paragraph in anatomy.body:
        for match in _SENTENCE.finditer(paragraph.text):
            yield Fault(at(paragraph), match["word"], match["word"].capitalize(), mend)
    items = anatomy.items
    for above, item in itertools.pairwise(items):
        word = item.rest.split(" ", 1)[0]
        if (
            item.level == "text"
            and word[:1].islower()
            and word.isalpha()
            and above.rest.endswith(_SENTENCE_END)
        ):
            yield Fault(at(item.paragraph), word, word.capitalize(), mend)


@rule("ND30-CAP-PLACE", "must", "PL II, III.1.a")
def place(anatomy: Anatomy) -> Iterator[Fault]:
    """The unit word is small, the name capital.

    Bad:  trên địa bàn Huyện Yên Hòa
    Good: trên địa bàn huyện Yên Hòa
    """
    return _spelling_faults(anatomy, "ND30-CAP-PLACE")


@rule("ND30-CAP-PLACE-NUM", "must", "PL II, III.1.b")
def place_with_number(anatomy: Anatomy) -> Iterator[Fault]:
    """With a number the unit word is capital.

    Bad:  quận 1, Thành phố Hồ Chí Minh
    Good: Quận 1, Thành phố Hồ Chí Minh
    """
    for fault in _spelling_faults(anatomy, "ND30-CAP-PLACE-NUM"):
        yield Fault(fault.where, fault.found, fault.found[:1].upper() + fault.found[1:], fault.message)


@rule("ND30-CAP-PLACE-SPECIAL", "must", "PL II, III.1.c")
def special_place(anatomy: Anatomy) -> Iterator[Fault]:
    """Thủ đô Hà Nội and Thành phố Hồ Chí Minh.

    Bad:  thành phố Hồ Chí Minh
    Good: Thành phố Hồ Chí Minh
    """
    return _spelling_faults(anatomy, "ND30-CAP-PLACE-SPECIAL")


@rule("ND30-CAP-ORG", "must", "PL II, IV.1.a")
def organisation(anatomy: Anatomy) -> Iterator[Fault]:
    """A capital where the type of body and its field begin, no other.

    Bad:  Ủy ban Nhân dân; Sở giáo dục; công an huyện Yên Hòa
    Good: Ủy ban nhân dân; Sở Giáo dục và Đào tạo; Công an huyện Yên Hòa
    """
    return _spelling_faults(anatomy, "ND30-CAP-ORG")


@rule("ND30-CAP-DOC", "must", "PL II, V.6")
def document_name(anatomy: Anatomy) -> Iterator[Fault]:
    """The type of a given document starts with a capital.

    Bad:  theo kế hoạch số 104/KH-UBND
    Good: theo Kế hoạch số 104/KH-UBND
    """
    return _spelling_faults(anatomy, "ND30-CAP-DOC")


@rule("ND30-CAP-CITE", "must", "PL II, V.7")
def cited_part(anatomy: Anatomy) -> Iterator[Fault]:
    """Cited: Phần, Chương, Mục, Tiểu mục, Điều capital; khoản, điểm small.

    Bad:  Điểm a Khoản 2 điều 103
    Good: điểm a khoản 2 Điều 103
    """
    return _spelling_faults(anatomy, "ND30-CAP-CITE")


@rule("ND30-CAP-ND-NN", "should", "PL II, V.1")
def people_and_state(anatomy: Anatomy) -> Iterator[Fault]:
    """Nhân dân and Nhà nước as nouns are capital.

    Bad:  các tầng lớp nhân dân; Đảng và nhà nước
    Good: các tầng lớp Nhân dân; Đảng và Nhà nước
    """
    return _spelling_faults(anatomy, "ND30-CAP-ND-NN")


@rule("ND30-CAP-DAY", "should", "PL II, V.8")
def day_name(anatomy: Anatomy) -> Iterator[Fault]:
    """Days in words: thứ Hai, tháng Năm; tết Nguyên đán.

    Bad:  sáng thứ hai; tết Nguyên Đán
    Good: sáng thứ Hai; tết Nguyên đán
    """
    return _spelling_faults(anatomy, "ND30-CAP-DAY")


@rule("ND30-CAP-HOLIDAY", "should", "PL II, V.2, V.5")
def holiday(anatomy: Anatomy) -> Iterator[Fault]:
    """Holidays and titles of honour.

    Bad:  ngày quốc khánh; Anh hùng lao động
    Good: ngày Quốc khánh; Anh hùng Lao động
    """
    return _spelling_faults(anatomy, "ND30-CAP-HOLIDAY")


@rule("ND30-HYPHEN", "info", "PL II")
def hyphen(anatomy: Anatomy) -> Iterator[Fault]:
    """Coordinated nouns take a spaced hyphen, as the decree writes them.

    Bad:  kinh tế-xã hội; kinh tế – xã hội
    Good: kinh tế - xã hội
    """
    return _spelling_faults(anatomy, "ND30-HYPHEN")
