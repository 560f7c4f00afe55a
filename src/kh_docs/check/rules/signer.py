"""The name of who signs, and the room above it."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.looks import differences
from kh_docs.check.pieces import Piece
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.capitals import spelling_faults
from kh_docs.check.rules.signature import signers
from kh_docs.check.typed_header import is_off
from kh_docs.check.words import LOWER, UPPER, fold, without_fields
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.document import Paragraph, Table, walk

_NAME = PARTS["ho_ten"]
_DEGREE: Final = re.compile(
    r"(GS|PGS|Pgs|TS|Ts|Th\.?S|Th\.?s|TSKH|BS|Bs|BSCK|KS|CN|DS|NGƯT|NGND|TTƯT|AHLĐ|Tiến sĩ|Tiến sỹ|Thạc sĩ|"
    r"Thạc sỹ|Giáo sư|Bác sĩ|Kỹ sư|"
    r"(Thiếu|Trung|Thượng|Đại) (tá|úy|uý)|(Thiếu|Trung|Thượng|Đại) tướng)\b\.?"
)
_DEGREES: Final = re.compile(rf"(?:(?:{_DEGREE.pattern}|CK(?:I{{1,2}}|1|2)\b\.?)[\s,.-]*)+")
_RANK: Final = re.compile(r"(Thiếu|Trung|Thượng|Đại) (tá|úy|uý|tướng)\b")
_COLUMN: Final = re.compile(r"ho (va |, )?ten\b")
_NAME_WITH_SLIP: Final = re.compile(
    rf"(?=.*[{LOWER}] [{LOWER}])[{UPPER}][{LOWER}]*(?: [{UPPER}{LOWER}][{LOWER}]*){{1,4}} [{UPPER}][{LOWER}]*"
)
# “Thay thế Lê Văn …”, “Ông bà”: below “Họ và tên” stand other words too.
_SURNAME: Final = re.compile(
    r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Trương|Lâm|"
    r"Mai|Đào|Hà|Lương|Cao|Châu|Tạ|Phùng|Tô|Vương|Tăng|Lưu|Thái|Kiều|Quách|Triệu|La|Chu|Văn|Tống|Lô|Vi|Lò|"
    r"Nông|Hứa|Mạc|Mã|Giàng|Vàng|Thào|Sùng|Và|Lầu|Xồng|Moong|Cụt|Kha|Quang|Ngân|Sầm|Lang|Hồng|Bế|Ma|Hoa|"
    r"Nghiêm|Thân|Ninh|Khuất|Doãn|Lã|Từ|Đàm|Tôn|Cù|Khổng|Phí|Viên|Diệp|Lục|Trà|Ông|Thạch|Kim|Sơn|Danh) "
)
_SHORT_NAME: Final = 2
_HEAD_ROWS: Final = 3
_OFF_POST_MM: Final = 15.0
_NOT_A_NAME: Final = re.compile(r"[.…_()\d]|ký|họ|tên|đóng dấu", re.IGNORECASE)


@rule("ND30-SIGN-NAME", "must", _NAME.clause)
def signer_name(anatomy: Anatomy) -> Iterator[Fault]:
    """The name: small letters, size 13 to 14, upright, bold, centred under the position.

    Bad:  NGUYỄN VĂN A; not bold
    Good: Nguyễn Văn A in bold
    """
    for block in signers(anatomy):
        if block.name is None or _is_no_name(block.name):
            continue
        lone = block.name.container.kind == "cell" or _is_flush_right(block.name)
        if wrong := differences(block.name, _NAME, align=lone):
            yield Fault(
                block.name.where,
                *wrong,
                _("Họ tên người ký sai kiểu chữ -> chọn dòng này và đặt lại như bên"),
            )
        elif block.name.upper and len(block.name.text.split()) == _SHORT_NAME:
            # Of other parts two words in capitals may be abbreviations.
            yield Fault(
                block.name.where,
                _("in hoa"),
                _("chữ thường"),
                _("Họ tên người ký sai kiểu chữ -> chọn dòng này và đặt lại như bên"),
            )
        elif is_off(block.name, block.authority, _OFF_POST_MM):
            yield Fault(
                block.name.where,
                _("không ở giữa"),
                _("canh giữa"),
                _("Họ tên canh giữa dưới chức vụ -> đặt phần ký trong bảng hai ô"),
            )


def _is_no_name(piece: Piece) -> bool:
    """Whether it is a blank or a hint; one field of a program is the name that it fills in."""
    blank = without_fields(piece.text)
    # “Th.S Nguyễn Văn A”, “BS. CKII. Nguyễn Văn A”: the dots are those of degrees.
    bare = _DEGREES.sub("", blank)
    return blank != "…" if blank != piece.text else _NOT_A_NAME.search(bare) is not None


def _is_flush_right(piece: Piece) -> bool:
    """Whether a line of the text is set against the right margin, where nothing is centred under anything."""
    paragraph = piece.paragraph
    return piece.container.kind == "body" and piece.alone and paragraph.format.align == "right"


@rule("ND30-SIGN-NODEGREE", "must", "PL I, P.I, II.7.c")
def name_without_degree(anatomy: Anatomy) -> Iterator[Fault]:
    """No degree, rank or honour before the name; forces, schools and hospitals have their own rules.

    Bad:  ThS. Nguyễn Văn A
    Good: Nguyễn Văn A
    """
    own_rules = re.search(
        r"CÔNG AN|QUÂN SỰ|QUÂN ĐỘI|QUỐC PHÒNG|BIÊN PHÒNG|TRƯỜNG|HỌC VIỆN|BỆNH VIỆN|Y TẾ|VIỆN",
        " ".join(piece.text.upper() for piece in anatomy.header.agency),
    )
    for block in signers(anatomy):
        name = block.name
        if name is None or not (degree := _DEGREE.match(name.text)):
            continue
        own = own_rules or re.search(
            r"CÔNG AN|QUÂN SỰ|BIÊN PHÒNG", " ".join(p.text.upper() for p in block.authority)
        )
        if own or (_RANK.match(name.text) and (anatomy.profile == "cand" or len(signers(anatomy)) > 1)):
            continue
        yield Fault(
            name.where,
            degree[0],
            _("chỉ ghi họ tên"),
            _("Trước họ tên người ký không ghi học hàm, học vị, quân hàm -> xóa"),
        )


@rule("ND30-CAP-PERSON", "must", "PL II, II.1")
def capital_of_person(anatomy: Anatomy) -> Iterator[Fault]:
    """Every syllable of a name starts with a capital.

    Bad:  Nguyễn văn An
    Good: Nguyễn Văn An
    """
    yield from spelling_faults(anatomy, "ND30-CAP-PERSON")
    for paragraph in _listed_names(anatomy):
        if _NAME_WITH_SLIP.fullmatch(paragraph.text) and _SURNAME.match(paragraph.text):
            yield Fault(
                at(paragraph),
                paragraph.text,
                paragraph.text.title(),
                _("Họ tên viết hoa chữ cái đầu của mọi âm tiết -> sửa lại"),
            )
    for block in signers(anatomy):
        name = block.name
        if (
            name is None
            or _NOT_A_NAME.search(name.text)
            or name.upper
            or not 2 <= len(name.text.split()) <= 6
        ):
            continue
        bare = _DEGREE.sub("", name.text).strip(" .")
        if any(word[:1].islower() for word in bare.split()):
            yield Fault(
                name.where,
                name.text,
                bare.title(),
                _("Họ tên viết hoa chữ cái đầu của mọi âm tiết -> sửa lại"),
            )


def _listed_names(anatomy: Anatomy) -> Iterator[Paragraph]:
    """What stands below “Họ và tên” in tables, the annexes' too."""
    for block in anatomy.document.blocks:
        if not isinstance(block, Table):
            continue
        columns = {
            cell.container.start
            for row in block.rows[:_HEAD_ROWS]
            for cell in row
            if _COLUMN.match(fold(" ".join(paragraph.text for paragraph in walk(cell.blocks))))
        }
        for row in block.rows[1:] if columns else ():
            for cell in row:
                if cell.container.start in columns:
                    yield from walk(cell.blocks)
