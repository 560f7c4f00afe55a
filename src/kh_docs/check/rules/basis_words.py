"""How a legal basis is written."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pieces import Piece
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.bases import bases
from kh_docs.check.rules.basis_marks import BLANK
from kh_docs.check.rules.citation_parts import SYMBOL, lacks_issuer
from kh_docs.check.rules.citations import is_blank_and_undated, lacks_year, names_subject
from kh_docs.check.words import BASIS, OFFICIAL_LETTER, UPPER, without_fields
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.document import Paragraph

_BASIS = PARTS["can_cu"]
# In small letters it is a given document only with its number: “căn cứ kế hoạch công tác năm”.
_NAMED: Final = re.compile(
    r"[-–+ ]*(?:Căn cứ |(?=(?:Nghị định|Thông tư|Quyết định|Nghị quyết) số ))"
    r"(?:(?:Nghị định|Thông tư|Quyết định|Nghị quyết|Kế hoạch|Chỉ thị)\b|"
    r"(?:nghị định|thông tư(?: liên tịch)?|quyết định|nghị quyết|kế hoạch|chỉ thị)"
    r"(?= số| ngày \d)|"
    r"(?:[Cc]ông văn|[Tt]ờ trình|[Tt]hông báo|[Kk]ết luận|[Hh]ướng dẫn|[Cc]ông điện|[Cc]hương trình|"
    r"[Bb]áo cáo|[Vv]ăn bản|[Qq]uy định|[Đđ]ề án|[Qq]uy chế(?: phối hợp)?|[Bb]iên bản(?: họp)?)"
    r"(?= số| \d+/[A-ZĐ])|(?:[Cc]ông văn|[Tt]ờ trình|[Tt]hông báo|[Kk]ết luận|[Hh]ướng dẫn|[Vv]ăn bản)"
    r"(?= ngày \d))"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_DATE: Final = re.compile(r"ngày\s*(\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{4})")
_ABOUT: Final = re.compile(r"\bvề việc\b")
_ACT: Final = (
    "Nghị định|Thông tư|Quyết định|Nghị quyết|Kế hoạch|Chỉ thị|Quy chế phối hợp|Công văn|Tờ trình|Thông báo"
)
# “…; Quyết định số …” too, unless the first is said to be amended by those that follow.
_SEVERAL: Final = re.compile(
    rf"; *Căn cứ |^(?!.*(?:sửa đổi|thay thế|bổ sung))[^“\"(]*; *(?:{_ACT}) số", re.DOTALL
)
# “Luật A ngày …, Luật B ngày …”, “Quy chế phối hợp số … giữa … và Quy chế phối hợp số …”.
_TWO_OF_A_KIND: Final = re.compile(
    r"Căn cứ (?:"
    r"Luật (?!sửa đổi)[^;,]{2,60} ngày [^;,]{6,25}\d{4}(?:,|;| và) ?Luật (?!sửa đổi)[^;]{2,80} ngày \d|"
    r"Quy chế phối hợp số [^;]{9,200} và Quy chế phối hợp số )"
)
# A joint act is one “giữa” two bodies.
_OF: Final = re.compile(r"\b(của|giữa)\b")
# “… về việc xét phó phòng của Sở năm 2024” says whose the matter is; at the end it may name who issued it.
_ISSUED_BY_LAST: Final = re.compile(
    r"\b(?:của|giữa) (?!cơ quan|đơn vị|công chức|viên chức)[^;,\d]{2,90}[;.]?$"
)
# “… và Quy chế phối hợp số 5/QCPH giữa …”: a second act, not one that the first is about.
_SECOND: Final = re.compile(
    r"^(?:(?!\b(?:về|quy định|hướng dẫn|ban hành|sửa đổi|bổ sung|phê duyệt|thay thế|bãi bỏ|thực hiện|"
    r"giao)\b).)*"
    rf"(?:;| và|,) (?:{_ACT}) số(?P<second>:? ?\d+/[^;]*);?$",
    re.DOTALL,
)
_NEXT_ACT: Final = re.compile(rf"; ?(?:{_ACT}) số:? ?(?=\d)")
# “… của Chính phủ;”: who and when, and not about what.
_SAYS_NOT_WHAT: Final = re.compile(
    r"\bngày\b[^;]{6,40} của (Chính phủ|Thủ tướng|Bộ|Quốc hội|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|"
    r"Chủ tịch|Sở|Giám đốc|"
    r"Tổng|Cục|Hiệu trưởng|Công an|Trung tâm|Bệnh viện|Trường|Viện|Chi cục|Phòng|Hội|Liên đoàn|LĐLĐ|Ban|"
    r"Công ty|Văn phòng|Trưởng|Thanh tra|Bảo hiểm)(?: [^\W\d_]+){0,9}[;.]$"
)
_NUMBER: Final = re.compile(r"số:? ?\d+[/-]?|\b\d+/")
# The same with fields for its figures, of the law itself and not of one that amends it.
_LAW_FIELD: Final = re.compile(
    r"Căn cứ (?:Luật|Pháp lệnh) (?:(?!sửa đổi)[^;])*?\bsố:? ?(?:\d+|…)/(?:\d{4}|…)/(QH|UBTVQH|PL)", re.DOTALL
)
# “Căn cứ Luật Ngân sách nhà nước;”: its name alone.
_UNDATED_LAW: Final = re.compile(
    rf"[-–+ ]*Căn cứ (?:Luật|Bộ luật|Pháp lệnh) [{UPPER}][^;.…_{{<«]{{5,90}}[;.,]?$"
)
# “Căn cứ các Luật thuế và các văn bản hướng dẫn thi hành;”: no act is named.
_NO_ACT: Final = re.compile(
    r"[-–+ ]*Căn cứ (?:vào )?(?:các|những) (?:Luật|luật|Bộ luật|văn bản|quy định|quy chế|Nghị định|nghị định|"
    r"Thông tư|thông tư|Quyết định|quyết định)\b[^\d…{«<]*$"
)
_AMENDS: Final = re.compile(r"[^;]{6,40}\b(?:sửa đổi|bổ sung|thay thế)\b[^;]* của ")
_LAW_OF: Final = re.compile(
    r"Căn cứ (?:Luật|Bộ luật|Pháp lệnh) [^;]{5,120}? (?:của Quốc hội|của Ủy ban Thường vụ Quốc hội)\b"
)
_LAW_NUMBER: Final = re.compile(
    r"([Ll]uật|Pháp lệnh|pháp lệnh)\b[^;]*?\bsố:? ?\d+/\d{4}/(QH|UBTVQH|PL)", re.DOTALL
)


@rule("ND30-BASIS-FMT", "must", _BASIS.clause)
def basis_format(anatomy: Anatomy) -> Iterator[Fault]:
    """Bases: small letters, size 13 to 14, italic, each on its own line.

    Bad:  Căn cứ … upright
    Good: Căn cứ … in italics
    """
    for paragraph in anatomy.unjudged(bases(anatomy)):
        piece = Piece(paragraph, paragraph.runs, "", True, paragraph.raw)
        if wrong := differences(piece, _BASIS):
            yield Fault(
                at(paragraph), *wrong, _("Căn cứ sai kiểu chữ -> chọn các dòng căn cứ và đặt lại như bên")
            )
        surely = _SEVERAL.search(paragraph.raw)
        if surely or _TWO_OF_A_KIND.match(paragraph.text):
            yield Fault(
                at(paragraph),
                _("nhiều căn cứ trên một dòng"),
                _("mỗi căn cứ một dòng"),
                _("Mỗi căn cứ trên một dòng riêng -> xuống dòng sau dấu “;”"),
                None if surely else "should",
            )


@rule("ND30-BASIS-CONTENT", "must", _BASIS.clause)
def basis_content(anatomy: Anatomy) -> Iterator[Fault]:
    """A basis gives type, number, date, issuer and abstract; a law has no number.

    Bad:  Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư; Căn cứ Luật … số 77/2015/QH13
    Good: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
    """
    own = bases(anatomy)
    further = [
        p
        for p in anatomy.unjudged_body
        if p.text.endswith(";") and BASIS.match(p.text.lstrip("-–+ ")) and p not in own
    ]
    for paragraph in anatomy.unjudged([*own, *further]):
        named = _NAMED.match(without_fields(paragraph.text))
        unfilled = named and (BLANK.search(named["rest"]) or any(run.placeholder for run in paragraph.runs))
        if anatomy.kind != OFFICIAL_LETTER and is_blank_and_undated(paragraph.text):
            yield _lacking(paragraph, [_("ngày, tháng, năm"), _("cơ quan ban hành")])
        elif named and unfilled and _ABOUT.search(named["rest"]) and not _OF.search(named["rest"]):
            yield _lacking(paragraph, [_("cơ quan ban hành")])
        elif named and not unfilled:
            missing = []
            second = _SECOND.match(named["rest"])
            first = _NEXT_ACT.split(named["rest"], maxsplit=1)[0]
            if not _NUMBER.search(_DATE.sub("", first)):
                missing.append(_("số, ký hiệu"))
            elif lacks_year(named[0]):
                missing.append(_("năm trong số, ký hiệu"))
            if not _DATE.search(first) or (second and not _DATE.search(second["second"])):
                missing.append(_("ngày, tháng, năm"))
            if not _names_issuer(first) or _is_nobodys(paragraph.text):
                missing.append(_("cơ quan ban hành"))
            elif _says_not_what(named["rest"]) or (first != named["rest"] and _says_not_what(f"{first};")):
                missing.append(_("trích yếu"))
            if missing:
                yield _lacking(paragraph, missing)
        if anatomy.kind != OFFICIAL_LETTER and _NO_ACT.match(paragraph.text):
            yield _lacking(paragraph, [_("tên văn bản")])
        if (undated := _UNDATED_LAW.match(paragraph.text)) and not any(map(str.isdecimal, paragraph.text)):
            yield Fault(
                at(paragraph),
                undated[0][-40:],
                _("tên luật, ngày, không ghi số"),
                _("Căn cứ là luật, pháp lệnh thì ghi tên và ngày, tháng, năm -> thêm ngày ban hành"),
            )
        numbered = _LAW_NUMBER.search(paragraph.text) or _LAW_FIELD.match(without_fields(paragraph.text))
        for law in filter(None, (_LAW_OF.search(paragraph.text), numbered)):
            yield Fault(
                at(paragraph),
                law[0][-40:],
                _("tên luật, ngày, không ghi số"),
                _("Luật, pháp lệnh không ghi số, ký hiệu, cơ quan ban hành -> xóa phần số"),
            )


def _says_not_what(text: str) -> bool:
    """Whether it ends with who issued the act, and does not say what it is about.

    An act that it is about may stand at its end without what that one is about.
    """
    told, of = _SAYS_NOT_WHAT.search(text), _OF.search(text)
    if told is None:
        return False
    return not names_subject(told[0]) and not (of and names_subject(text[of.end() : told.end()]))


def _names_issuer(text: str) -> bool:
    """Whether it is said who issued it: before what it is about, or at the very end."""
    about = _ABOUT.search(text)
    if about is None:
        return _OF.search(text) is not None
    return _OF.search(text, 0, about.start()) is not None or _ISSUED_BY_LAST.search(text) is not None


def _is_nobodys(text: str) -> bool:
    """Whether what the first act is about follows its day at once: “… ngày 19/10/2020 quy định …”.

    One that amends another may share its issuer with that.
    """
    symbol = SYMBOL.search(text)
    return symbol is not None and lacks_issuer(text, symbol) and not _AMENDS.match(text, symbol.end())


def _lacking(paragraph: Paragraph, parts: list[str]) -> Fault:
    return Fault(
        at(paragraph),
        _("thiếu {parts}").format(parts=", ".join(parts)),
        _("tên loại, số, ngày, cơ quan, trích yếu"),
        _("Căn cứ ghi thiếu -> ghi đủ “… số … ngày … tháng … năm … của … về …”"),
    )
