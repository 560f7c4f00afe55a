"""Tell the parent body from the issuing body, among the lines at the left of a head."""

from kh_docs.check.parts import Header
from kh_docs.check.pieces import Piece, cut
from kh_docs.check.words import BODY_WORDS, PLACE_WORDS, fold, says_words
from kh_docs.patterns import re

_ONE_BODY = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")
_HALF_NAMES = (
    "TRƯỜNG ĐẠI HỌC",
    "TRƯỜNG CAO ĐẲNG",
    "ĐẠI HỌC",
    "HỌC VIỆN",
    "BỆNH VIỆN",
    "CÔNG TY",
    "TỔNG CÔNG TY",
)
_SURE_PARENTS = (
    "UBND ",
    "ỦY BAN NHÂN DÂN ",
    "UỶ BAN NHÂN DÂN ",
    "BỘ ",
    "SỞ ",
    "CÔNG AN TỈNH",
    "CÔNG AN THÀNH PHỐ",
)
# Of bodies that are no state bodies in the narrow sense, and of what stands below them.
_OTHER_PAIRS = (
    (
        ("TRƯỜNG ", "ĐẠI HỌC ", "HỌC VIỆN ", "BỆNH VIỆN "),
        ("KHOA ", "PHÒNG ", "PHÒNG:", "P. ", "VIỆN ", "TỔ ", "TRUNG TÂM ", "HỘI ĐỒNG ", "BAN "),
    ),
    (("ĐẠI HỌC QUỐC GIA ", "ĐẠI HỌC QUỐC GIA", "ĐẠI HỌC "), ("TRƯỜNG ĐẠI HỌC",)),
    (("TỔNG CÔNG TY ", "TẬP ĐOÀN ", "CÔNG TY "), ("CÔNG TY ", "CHI NHÁNH ", "XÍ NGHIỆP ", "PHÒNG ")),
    (("TỔNG CỤC ", "CỤC ", "CHI CỤC "), ("CỤC ", "CHI CỤC ", "PHÒNG ", "ĐOÀN THANH TRA", "ĐOÀN KIỂM TRA")),
    (
        ("BAN QUẢN LÝ DỰ ÁN", "BAN QUẢN LÝ KHU ", "TRUNG TÂM "),
        ("TỔ ", "PHÒNG KẾ ", "PHÒNG TỔ CHỨC", "PHÒNG HÀNH CHÍNH", "PHÒNG KỸ THUẬT", "PHÒNG TÀI CHÍNH"),
    ),
    (("VĂN PHÒNG ", "VP "), ("PHÒNG ", "BAN TIẾP CÔNG DÂN", "TRUNG TÂM ")),
    (("TỔNG LIÊN ĐOÀN LAO ĐỘNG ", "LIÊN ĐOÀN LAO ĐỘNG ", "CÔNG ĐOÀN "), ("CÔNG ĐOÀN ", "CĐCS ")),
)
_BEGIN_NAMES = ("TRUNG TÂM ", "CÔNG TY ", "NGÂN HÀNG ", "BẢO HIỂM XÃ HỘI", "VIỄN THÔNG ", "ĐIỆN LỰC ")
# “CO_QUAN_CHA”, “{{co_quan_chu_quan}}”, “<<coquancaptren>>”: a field that names the parent.
_PARENT_FIELD = re.compile(
    r"\W*[a-z_ .$!]*(?:_?cha|chu_?quan|cap_?tren|parent)[a-z_ .]*(?:touppercase\(\))?\W*"
)
_SURE_CHILDREN = (
    "SỞ ",
    "PHÒNG ",
    "CÔNG AN ",
    "TRUNG TÂM ",
    "TRƯỜNG ",
    "CHI CỤC ",
    "VĂN PHÒNG",
    "BAN QUẢN LÝ ",
    "CỤC ",
    "ĐOÀN KIỂM TRA",
    "THANH TRA",
    "TRẠM ",
    "HẠT ",
    "BỆNH VIỆN ",
    "VỤ ",
    "BAN TIẾP CÔNG DÂN",
    "BAN CHỈ ĐẠO",
    "HỘI ĐỒNG ",
)


def split_agency(header: Header) -> None:
    """Tell the parent body from the issuing body: by what the lines say, else by which are bold."""
    lines = header.issuer = [part for piece in header.issuer for part in _two_bodies(piece)]
    starts = [
        index
        for index, piece in enumerate(lines)
        if index == 0
        or (BODY_WORDS.match(piece.text.upper()) and lines[index - 1].text.upper() not in _ONE_BODY)
        or piece.text.upper().startswith(_SURE_CHILDREN)
        or _is_other_pair(lines[0].text.upper(), piece.text.upper())
    ]
    last = starts[-1] if starts else 0
    if last > 0 and _are_parent_and_child(lines[0].text.upper(), lines[last].text.upper(), lines[:last]):
        header.parents, header.issuer = lines[:last], lines[last:]
        return
    if len(lines) > 1 and _PARENT_FIELD.fullmatch(fold(lines[0].text)) and not says_words(lines[1].text):
        header.parents, header.issuer = lines[:1], lines[1:]
        return
    bold_from = next((index for index, piece in enumerate(lines) if piece.bold), 0)
    first, second = (lines[0].text.upper(), lines[1].text.upper()) if len(lines) > 1 else ("", "")
    if bold_from and not (first in _ONE_BODY and PLACE_WORDS.match(second)):
        header.parents, header.issuer = lines[:bold_from], lines[bold_from:]


def _two_bodies(piece: Piece) -> list[Piece]:
    """The line, or the parent and the issuing body that share it: only what is bold is the latter."""
    text = piece.raw
    begins = next((run for run in piece.inked if any(map(str.isalpha, run.text))), None)
    if begins is None or begins.format.bold or not piece.text.upper().startswith(_SURE_PARENTS):
        return [piece]
    at = 0
    for run in piece.runs:
        if run.format.bold and run.text.strip():
            child = text[at:].strip().upper()
            split = child.startswith(_SURE_CHILDREN) and _is_bold_to_the_end(piece, at)
            return [cut(piece, 0, at), cut(piece, at, len(text))] if split else [piece]
        at += len(run.text)
    return [piece]


def _is_bold_to_the_end(piece: Piece, start: int) -> bool:
    return all(run.format.bold for run in cut(piece, start, len(piece.raw)).inked)


def _are_parent_and_child(parent: str, child: str, parent_lines: list[Piece]) -> bool:
    """Sure pairs only; "ỦY BAN NHÂN DÂN / TỈNH …" is a complete parent when its place follows."""
    complete = parent.startswith(_SURE_PARENTS) or (
        parent in _ONE_BODY
        and len(parent_lines) > 1
        and PLACE_WORDS.match(parent_lines[1].text.upper()) is not None
    )
    return (complete and child.startswith(_SURE_CHILDREN)) or _is_other_pair(parent, child)


def _is_other_pair(parent: str, child: str) -> bool:
    # “TRƯỜNG ĐẠI HỌC / KHOA HỌC XÃ HỘI …” is one name on two lines.
    if parent in _HALF_NAMES or child.startswith("KHOA HỌC"):
        return False
    # “TRUNG TÂM ĐIỀU ĐỘ / … QUỐC GIA / TRUNG TÂM ĐIỀU ĐỘ / … MIỀN NAM”: a branch called as the whole is.
    if parent == child and parent.startswith(_BEGIN_NAMES):
        return True
    return any(parent.startswith(above) and child.startswith(below) for above, below in _OTHER_PAIRS)
