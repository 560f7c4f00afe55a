"""Find Quốc hiệu, Tiêu ngữ, the agency, the number line, the date line and V/v."""

import itertools
import re

from kh_docs.check.old_code import decoded
from kh_docs.check.parts import Header
from kh_docs.check.pieces import Piece, cut
from kh_docs.check.words import (
    BODY_WORDS,
    DATE_LINE,
    NUMBER_LINE,
    PLACE_WORDS,
    QUOC_HIEU_LETTERS,
    SIGNED_LINE,
    STAMPS,
    SUBJECT,
    TIEU_NGU_LETTERS,
    fold,
    is_date_field,
    letters,
    resembles,
    without_fields,
)

_LONGEST_LINE = 120
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
# “Nam Đàn, 05/3/2024”: the place, and a day without its words.
_SHORT_DATE = re.compile(r"[^\W\d_][^,()/\d]{2,40}, ?(?:ngày ?)?\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}\.?")
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


def find_header(zone: list[Piece], head: list[Piece]) -> Header:
    """The header within the pieces that come before the title; V/v may follow in `head`."""
    header = Header(pieces=zone)
    rest: list[Piece] = []
    for piece in zone:
        folded = fold(piece.text)
        words = decoded(piece.raw)
        if not header.quoc_hieu and resembles(words, QUOC_HIEU_LETTERS):
            header.quoc_hieu = [piece]
        elif header.tieu_ngu is None and resembles(words, TIEU_NGU_LETTERS):
            header.tieu_ngu = piece
        elif SIGNED_LINE.match(piece.text):
            continue
        elif header.number is None and NUMBER_LINE.match(piece.text) and len(piece.text) < _LONGEST_LINE:
            header.number = piece
        elif header.date is None and _is_date_line(piece.text):
            header.date = piece
        elif SUBJECT.match(folded):
            header.subject = [piece]
        else:
            rest.append(piece)
    if not header.quoc_hieu:
        header.quoc_hieu = _split_quoc_hieu(rest)
    left = [piece for piece in rest if piece not in header.quoc_hieu and _may_be_agency(piece)]
    if header.subject:
        after = zone.index(header.subject[0])
        more = [piece for piece in left if zone.index(piece) > after and not piece.upper]
        header.subject += [piece for piece in more if piece.container is header.subject[0].container]
        left = [piece for piece in left if zone.index(piece) < after]
    if header.number is not None:
        before = zone.index(header.number)
        left = [
            piece
            for piece in left
            if zone.index(piece) < before or piece.container is not header.number.container
        ]
        left = [piece for piece in left if zone.index(piece) < before or piece.upper]
    if not header.quoc_hieu and header.tieu_ngu is None:
        # Without the motto beside it a line at the left is hardly the agency, unless it names a body.
        left = [piece for piece in left if piece.upper or BODY_WORDS.match(piece.text.upper())]
    sided = [piece for piece in left if piece.side == "left"]
    header.issuer = sided or [piece for piece in left if piece.upper and piece.side != "right"]
    if sided and all(not piece.alone and piece.container.kind == "body" for piece in sided):
        header.issuer += _alone_below(zone, sided[-1])
    return header


def _alone_below(zone: list[Piece], last: Piece) -> list[Piece]:
    """The lines of a name that goes on where Quốc hiệu and Tiêu ngữ beside it have ended."""
    below = zone[zone.index(last) + 1 :]
    if below and below[0].paragraph is last.paragraph:
        below = below[1:]
    named = itertools.takewhile(
        lambda piece: (
            piece.is_line_of_text
            and piece.upper
            and piece.paragraph.format.align in ("left", "both")
            and not NUMBER_LINE.match(piece.text)
        ),
        below,
    )
    # Like the lines above it, it is centred between the margin and Quốc hiệu, not on the page.
    return [
        Piece(each.paragraph, each.runs, "left", False, each.raw) for each in named if _may_be_agency(each)
    ]


def _is_date_line(text: str) -> bool:
    # What a program writes between the marks of a field is no part of the line.
    blank = without_fields(text)
    return len(blank) < _LONGEST_LINE and (
        DATE_LINE.match(fold(text)) is not None
        or _SHORT_DATE.fullmatch(text) is not None
        or DATE_LINE.match(fold(blank)) is not None
        or is_date_field(text)
    )


def _split_quoc_hieu(rest: list[Piece]) -> list[Piece]:
    """Quốc hiệu set on two lines."""
    for first, second in itertools.pairwise(rest):
        both = letters(first.text) + letters(second.text)
        if both == QUOC_HIEU_LETTERS and first.container is second.container:
            return [first, second]
    return []


def _may_be_agency(piece: Piece) -> bool:
    text = piece.text.strip(" -–*[]()")
    if fold(text) in STAMPS or not any(letter.isalpha() for letter in text):
        return False
    return len(text) < _LONGEST_LINE and piece.side != "right"


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
    if len(lines) > 1 and _PARENT_FIELD.fullmatch(fold(lines[0].text)) and not _is_words(lines[1]):
        header.parents, header.issuer = lines[:1], lines[1:]
        return
    bold_from = next((index for index, piece in enumerate(lines) if piece.bold), 0)
    first, second = (lines[0].text.upper(), lines[1].text.upper()) if len(lines) > 1 else ("", "")
    if bold_from and not (first in _ONE_BODY and PLACE_WORDS.match(second)):
        header.parents, header.issuer = lines[:bold_from], lines[bold_from:]


def _is_words(piece: Piece) -> bool:
    """Whether more is printed than what a program fills in."""
    return any(map(str.isalpha, without_fields(piece.text)))


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
