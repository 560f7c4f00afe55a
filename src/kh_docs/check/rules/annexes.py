"""Rules on each phụ lục."""

import re
from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import QUOC_HIEU_LETTERS, fold, resembles
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _

_HEAD, _TITLE, _ATTACHED = PARTS["phu_luc"], PARTS["phu_luc_tieu_de"], PARTS["kem_theo"]
_RIGHT_ATTACHED: Final = re.compile(
    r"\((Ban hành k|K)èm theo .+ số:? ?.*/.+ ngày.*tháng.*năm.* của .+\)|\(Kèm theo .+\)", re.DOTALL
)
_FULL_ATTACHED: Final = re.compile(r"số:?.*/.*ngày.*của", re.DOTALL)
_SHORT_DATE: Final = re.compile(r"số:?.*ngày[\s\d.…]*/\s*\d+/\d+.* của ", re.DOTALL)
_BLANK: Final = re.compile(r"[.…_]{2,}|…")


@rule("ND30-PL-REF", "must", "PL I, P.I, III.1.a")
def annex_is_mentioned(anatomy: Anatomy) -> Iterator[Fault]:
    """The text mentions each phụ lục.

    Bad:  an annex that the text never names
    Good: … theo Phụ lục I kèm theo Kế hoạch này
    """
    if not anatomy.annexes or not anatomy.is_recognised:
        return
    text = " ".join(paragraph.text for paragraph in anatomy.body_texts)
    folded = fold(text)
    if "phu luc" not in folded:
        yield Fault(
            anatomy.annexes[0].head.where,
            _("nội dung không nhắc đến phụ lục"),
            _("(Phụ lục kèm theo)"),
            _("Trong nội dung phải có chỉ dẫn về phụ lục -> thêm “(Phụ lục … kèm theo)”"),
        )
        return
    if len(anatomy.annexes) > 1 and not re.search(r"cac phu luc|phu luc kem theo|\d+ phu luc", folded):
        named = set(re.findall(r"[IVXLC]+\b|\d+\b", " ".join(re.findall(r"[Pp]hụ lục[^.;]{0,60}", text))))
        for annex in anatomy.annexes:
            if annex.number and annex.number.upper() not in named and "đến" not in text:
                yield Fault(
                    annex.head.where,
                    _("nội dung không nhắc đến"),
                    annex.head.text[:20],
                    _("Trong nội dung phải có chỉ dẫn về phụ lục -> thêm “(Phụ lục … kèm theo)”"),
                )


@rule("ND30-PL-NUM", "must", "PL I, P.I, III.1.a")
def annex_number(anatomy: Anatomy) -> Iterator[Fault]:
    """Two or more phụ lục are numbered in Roman figures, in order.

    Bad:  Phụ lục 1, Phụ lục 2; two annexes called "Phụ lục"
    Good: Phụ lục I, Phụ lục II
    """
    annexes = anatomy.annexes
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


@rule("ND30-PL-HEAD", "must", _HEAD.clause)
def annex_head(anatomy: Anatomy) -> Iterator[Fault]:
    """“Phụ lục I”: own line, centred, small letters, size 14, upright, bold.

    Bad:  PHỤ LỤC I
    Good: Phụ lục I
    """
    for annex in anatomy.annexes:
        words = annex.head.text.split()
        upper = len(words) >= 2 and all(word.isupper() for word in words[:2])
        caps = annex.head.upper or upper
        if caps:
            yield Fault(
                annex.head.where,
                _("in hoa"),
                "Phụ lục …",
                _("“Phụ lục” viết chữ thường, đậm -> gõ lại “Phụ lục”"),
            )
        if annex.inline_title:
            yield Fault(
                annex.head.where,
                _("tên phụ lục cùng dòng"),
                _("hai dòng"),
                _("“Phụ lục …” đứng riêng một dòng -> đưa tên phụ lục xuống dòng dưới"),
            )
            continue
        wrong = differences(annex.head, _HEAD)
        if wrong and not (caps and wrong[0] == _("in hoa")):
            yield Fault(
                annex.head.where, *wrong, _("Dòng “Phụ lục” sai kiểu chữ -> cỡ 14, đứng, đậm, canh giữa")
            )


@rule("ND30-PL-TITLE", "must", "PL I, P.I, III.1.b")
def annex_title(anatomy: Anatomy) -> Iterator[Fault]:
    """Its title: centred, capitals, size 13 to 14, upright, bold.

    Bad:  Danh mục nhiệm vụ
    Good: DANH MỤC NHIỆM VỤ
    """
    for annex in anatomy.annexes:
        for piece in annex.title:
            if wrong := differences(piece, _TITLE):
                yield Fault(
                    piece.where, *wrong, _("Tên phụ lục sai kiểu chữ -> in hoa, đứng, đậm, canh giữa")
                )


@rule("ND30-PL-KEMTHEO", "must", _ATTACHED.clause)
def annex_attached(anatomy: Anatomy) -> Iterator[Fault]:
    """“(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm … của …)”: centred, italic, size 13 to 14.

    Bad:  no such line; the line upright
    Good: the line in italics, blank where not yet known
    """
    for annex in anatomy.annexes:
        piece = annex.attached
        if piece is None:
            if anatomy.is_recognised:
                yield Fault(
                    annex.head.where,
                    _("không có"),
                    _("(Kèm theo … số … ngày … của …)"),
                    _("Thiếu dòng “(Kèm theo …)” -> thêm dưới tên phụ lục, in nghiêng"),
                )
            continue
        if wrong := differences(piece, _ATTACHED):
            yield Fault(piece.where, *wrong, _("Dòng “(Kèm theo …)” sai kiểu chữ -> nghiêng, canh giữa"))
        text = annex.attached_text
        if (not _RIGHT_ATTACHED.fullmatch(text) and text.startswith("(")) or (
            not _FULL_ATTACHED.search(text) and not _BLANK.search(text)
        ):
            yield Fault(
                piece.where,
                piece.text[:50],
                _("(Kèm theo … số … ngày … của …)"),
                _("Dòng “(Kèm theo …)” ghi thiếu -> ghi đủ tên loại, số, ngày, cơ quan"),
                "should" if _SHORT_DATE.search(text) else None,
            )


@rule("ND30-PL-LINE", "should", "Mẫu 2.1, 2.2")
def annex_line(anatomy: Anatomy) -> Iterator[Fault]:
    """A short line stands under the "Kèm theo" line.

    Bad:  no line
    Good: a drawn line of about 25 mm
    """
    for annex in anatomy.annexes:
        if annex.attached is not None and not annex.lines:
            yield Fault(
                annex.attached.where,
                _("không có dòng kẻ"),
                _("dòng kẻ ngắn"),
                _("Mẫu 2.1 có dòng kẻ ngắn dưới dòng “(Kèm theo …)” -> Insert, Shapes, Line"),
            )


@rule("ND30-PL-NOHEADER", "should", "Mẫu 2.1")
def annex_without_header(anatomy: Anatomy) -> Iterator[Fault]:
    """A phụ lục has no Quốc hiệu of its own.

    Bad:  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM over "Phụ lục II"
    Good: only "Phụ lục II", its title and "(Kèm theo …)"
    """
    for annex in anatomy.annexes:
        for piece in annex.pieces[:40]:
            if resembles(piece.text, QUOC_HIEU_LETTERS):
                yield Fault(
                    piece.where,
                    _("có Quốc hiệu"),
                    _("không có"),
                    _("Phụ lục không ghi Quốc hiệu, Tiêu ngữ -> xóa, trừ biểu mẫu in trong phụ lục"),
                )
                break


@rule("ND30-PL-NEWPAGE", "should", "PL I, P.I, III.1.đ; Mẫu 2.1")
def annex_new_page(anatomy: Anatomy) -> Iterator[Fault]:
    """A phụ lục starts on a new page.

    Bad:  "Phụ lục I" in the middle of a page
    Good: a section break (next page) before it
    """
    for annex in anatomy.annexes:
        if not annex.new_page:
            yield Fault(
                annex.head.where,
                _("giữa trang"),
                _("đầu trang mới"),
                _("Phụ lục bắt đầu ở trang mới -> Layout, Breaks, Next Page trước dòng này"),
            )
