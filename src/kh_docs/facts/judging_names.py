"""Doubt names that a document refuses or prints wrong: the signer's, and one that stands twice in a list."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kh_docs.facts.judging_lists import places
from kh_docs.facts.remark import Remark
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _

# Beside letters: K’Brơi, Y-Thu.
_JOINING = "'’‘-"
# No line of a signature holds more.
_LONGEST = 40


def misspelt(plan: UnitPlan) -> Iterator[Remark]:
    """The signer as the decree wants him: first letters large, no degree, nothing but a name."""
    name = " ".join(plan.local.signer.name.split())
    if not name:
        return
    here = ("signer", "name")
    odd = sorted({letter for letter in name if not _in_a_name(letter)})
    if odd or len(name) > _LONGEST:
        reason = (
            _("họ tên người ký “{}” có ký tự lạ ({})").format(name[:_LONGEST], " ".join(odd))
            if odd
            else _("họ tên người ký dài {} ký tự").format(len(name))
        )
        yield Remark(here, reason, _("chỉ ghi họ, tên đệm, tên; không ghi học hàm, học vị, quân hàm"))
    elif (proper := " ".join(map(_proper, name.split()))) != name:
        message = _("họ tên người ký “{}” viết hoa chưa đúng, văn bản có thể không được ghi").format(name)
        yield Remark(here, message, _("ghi “{}” nếu đúng là tên ấy").format(proper))


def twice(plan: UnitPlan) -> Iterator[Remark]:
    """Entries of a list that differ in capitals, blanks and marks only: the same rows pasted again."""
    for each in plan.book.fields.lists:
        first: dict[str, str] = {}
        for path, told in places(plan, each.id):
            name = str(told.get("name", ""))
            if (flat := _flat(name)) in first:
                known = first[flat]
                message = _("“{}” đã có trong danh sách này (“{}”), văn bản in cả hai").format(name, known)
                yield Remark((*path, "name"), message, _("bỏ một dòng, hoặc ghi tên cho khác nhau"))
            elif flat:
                first[flat] = name


def _in_a_name(letter: str) -> bool:
    return letter.isalpha() or letter == " " or letter in _JOINING


def _proper(syllable: str) -> str:
    """`NGUYỄN` and `nguyễn` as Nguyễn; one that is spelt in its own way stays."""
    return syllable if syllable[:1].isupper() and not syllable[1:].isupper() else syllable.capitalize()


def _flat(name: str) -> str:
    composed = unicodedata.normalize("NFC", name).casefold()
    return " ".join("".join(letter if letter.isalnum() else " " for letter in composed).split())
