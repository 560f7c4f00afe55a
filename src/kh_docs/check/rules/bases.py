"""Rules on the legal bases at the start of the body."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pieces import Piece
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import BASIS
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph

_BASIS = PARTS["can_cu"]
_NARRATIVE: Final = re.compile(
    r"như sau ?:|ban hành (Kế hoạch|Quyết định|Chương trình)|báo cáo (kết quả|như)|:$"
)
_GOES_ON: Final = re.compile(r"(Theo|Xét|Thực hiện|Trên cơ sở|Sau khi)\b")
# “Căn cứ …, Sở Nội vụ báo cáo …”: after a comma somebody acts.
_TELLS: Final = re.compile(
    r"[,;] (UBND|Ủy ban|Uỷ ban|HĐND|Hội|Sở|Phòng|Ban|Công an|Trường|Trung tâm|Chi cục|Cục|Văn phòng|Bộ|Đoàn|"
    r"Chủ tịch|Giám đốc|Thanh tra|để|đề nghị|yêu cầu|nay)\b"
)
_DECIDES: Final = re.compile(r"QUYẾT (ĐỊNH|NGHỊ)\s*:?$")
_NAMED: Final = re.compile(
    r"Căn cứ (Nghị định|Thông tư|Quyết định|Nghị quyết|Kế hoạch|Chỉ thị)\b(?P<rest>.*)", re.DOTALL
)
_BLANK: Final = re.compile(r"[.…_]{2,}|…")
_DATE: Final = re.compile(r"ngày\s*(\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{4})")
# A joint act is one “giữa” two bodies.
_OF: Final = re.compile(r"\b(của|giữa)\b")
_NUMBER: Final = re.compile(r"số:? ?\d+[/-]?|\b\d+/")
_LAW_NUMBER: Final = re.compile(r"(Luật|Pháp lệnh)\b[^;]*?\bsố:? ?\d+/\d{4}/(QH|UBTVQH|PL)", re.DOTALL)


def bases(anatomy: Anatomy) -> list[Paragraph]:
    """The paragraphs that are bases: the first of the body, and not a sentence that leads into the text."""
    found: list[Paragraph] = []
    if anatomy.kind == "Công văn":
        # A công văn has no bases of its own; "Căn cứ …" there begins its story.
        return found
    decided = next((at for at, p in enumerate(anatomy.body) if _DECIDES.match(p.text)), None)
    if decided is not None and anatomy.kind in ("Quyết định", "Nghị quyết"):
        # Whatever is in italics before "QUYẾT ĐỊNH:" is a basis, "Căn cứ" left out or not.
        return [p for p in anatomy.body[:decided] if _is_named_basis(p) or (_italic(p) and len(p.text) > 40)]
    opening = [p for p in anatomy.body if not p.text.isupper()]
    for paragraph, below in zip_longest(opening, opening[1:]):
        text = paragraph.text
        # “Thực hiện …;” above “Căn cứ …” is one of them.
        leads = text.endswith(";") and below is not None and _is_named_basis(below)
        basis = BASIS.match(text) or (_GOES_ON.match(text) and (leads or (found and _italic(paragraph))))
        if not basis or (not text.endswith(";") and _NARRATIVE.search(text)):
            break
        found.append(paragraph)
    if len(found) == 1 and not _stands_alone(found[0]):
        return []
    return found


def _stands_alone(paragraph: Paragraph) -> bool:
    """Whether a single “Căn cứ …” is a basis, and not the beginning of a sentence that tells something."""
    if paragraph.text.endswith(";") or _italic(paragraph):
        return True
    return paragraph.text.endswith(".") and not _TELLS.search(paragraph.text)


def _is_named_basis(paragraph: Paragraph) -> bool:
    return BASIS.match(paragraph.text) is not None


def _italic(paragraph: Paragraph) -> bool:
    return Piece(paragraph, paragraph.runs, "", True, paragraph.raw).italic


@rule("ND30-BASIS-FMT", "must", _BASIS.clause)
def basis_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Bases: small letters, size 13 to 14, italic, each on its own line.

    Bad:  Căn cứ … upright
    Good: Căn cứ … in italics
    """
    for paragraph in bases(anatomy):
        piece = Piece(paragraph, paragraph.runs, "", True, paragraph.raw)
        if wrong := differences(piece, _BASIS):
            yield Fault(
                at(paragraph), *wrong, _("Căn cứ sai kiểu chữ -> chọn các dòng căn cứ và đặt lại như bên")
            )


@rule("ND30-BASIS-PUNCT", "must", _BASIS.clause)
def basis_punctuation(anatomy: Anatomy) -> Iterator[Fault]:
    """Each basis ends with ";", the last with ".".

    Bad:  a comma at the end of each
    Good: …; …; ….
    """
    found = bases(anatomy)
    for paragraph in found:
        mark = "." if paragraph is found[-1] else ";"
        last = paragraph.text[-1:]
        if last != mark and not _BLANK.search(paragraph.text[-4:]):
            yield Fault(
                at(paragraph),
                last if not last.isalnum() else _("không có dấu"),
                mark,
                _("Cuối mỗi căn cứ là dấu “;”, căn cứ cuối cùng là dấu “.” -> sửa dấu"),
            )


@rule("ND30-BASIS-CONTENT", "must", _BASIS.clause)
def basis_content(anatomy: Anatomy) -> Iterator[Fault]:
    """A basis gives type, number, date, issuer and abstract; a law has no number.

    Bad:  Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư; Căn cứ Luật … số 77/2015/QH13
    Good: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
    """
    for paragraph in bases(anatomy):
        named = _NAMED.match(paragraph.text)
        if named and not _BLANK.search(named["rest"]) and not any(run.placeholder for run in paragraph.runs):
            missing = []
            if not _NUMBER.search(named["rest"]):
                missing.append(_("số, ký hiệu"))
            if not _DATE.search(named["rest"]):
                missing.append(_("ngày, tháng, năm"))
            if not _OF.search(named["rest"]):
                missing.append(_("cơ quan ban hành"))
            if missing:
                yield Fault(
                    at(paragraph),
                    _("thiếu {parts}").format(parts=", ".join(missing)),
                    _("tên loại, số, ngày, cơ quan, trích yếu"),
                    _("Căn cứ ghi thiếu -> ghi đủ “… số … ngày … tháng … năm … của … về …”"),
                )
        if law := _LAW_NUMBER.search(paragraph.text):
            yield Fault(
                at(paragraph),
                law[0][-40:],
                _("tên luật, ngày, không ghi số"),
                _("Luật, pháp lệnh không ghi số, ký hiệu, cơ quan ban hành -> xóa phần số"),
                "should",
            )
