"""Names of bodies that offices write less often than those of `lexicon_bodies`, and as often wrong."""

from typing import Final

from kh_docs.check.spelling import Spelling
from kh_docs.check.words import LOWER, UPPER

# In the midst of a sentence, of one body and not of bodies of a kind.
_MIDST: Final = rf"(?<=[{LOWER},;(–-] )(?<!các )(?<!hững )(?<!một số )(?<!mỗi )"
# Two fields side by side are a name, whatever the case of its letters.
_TWO_FIELDS: Final = (
    "giáo dục và đào tạo|tài chính (?:-|và) kế hoạch|kế hoạch và đầu tư|"
    "văn hóa (?:-|và) (?:xã hội|thông tin)|"
    "kinh tế và hạ tầng|tài nguyên và môi trường|nông nghiệp và (?:phát triển|môi trường)|"
    "lao động[ ,-]+thương binh|khoa học và công nghệ|thông tin và truyền thông"
)


# Words for a type of body behind which a name begins with a capital, and what else the same syllable ends:
# “Văn phòng”, “liên phòng”, “Trưởng phòng”; “xã hội”, “Đại hội”, “chi hội”; “đa khoa”, “chuyên khoa”.
_TYPES: Final = {
    "phòng": r"(?<!ăn )(?<!uốc )(?<!ự )(?<!rưởng )(?<!ó )(?<![BbLl]iên )(?<!ề )(?<!iêm )(?<!hủ )",
    "khoa": r"(?<!a )(?<!uyên )(?<!ách )(?<!áo )(?<!ội )(?<!oại )(?<!ản )(?<!rưởng )(?<!ó )",
    "hội": r"(?<![ãễơ] )(?<![Đđ]ại )(?<!iệp )(?<!ông )(?<!uốc )(?<!hi )(?<!ướng )(?<![ạũ] )(?<!ày )",
    "hội đồng": "",
    "đội": r"(?<!uân )(?<!ộ )",
    "trạm": "",
    "tổ": r"(?<!iên )(?<!uyên )(?<!ụ )",
    "quỹ": r"(?<!hủ )",
    "đài": "",
    "tập đoàn": "",
    "liên minh": "",
    "liên đoàn": r"(?<!ổng )",
}
# A room, or words of every day with a capital too many.
_ROOMS: Final = (
    "(?!(?:Họp|Hội|Khách|Ăn|Truyền thống|Tiếp|Thí|Máy|Nghỉ|Ngủ|Trưng|Học|Đọc|Thờ|Chờ|Khám|Bệnh|Mổ|"
    "Giao dịch)\\b)"
)
_NO_NAMES: Final = (
    "(?!(?:Đảng|Đại|Nhân dân|Nhà nước|Chủ|Phó|Trưởng|Giám|Quý|Anh|Chị|Ông|Bà|Công ty|Trung ương|Việt)\\b)"
)
_FIELDS_OF_MINISTRIES: Final = (
    r"(?:Tổ chức cán bộ|Pháp chế|Kế hoạch (?:-|và|,) |Hợp tác quốc tế|Khoa học (?:và|-|,) |Thi đua|Công chức|"
    r"Đào tạo|Công tác |Ngân sách|Chính sách)"
)
_A_NAME: Final = rf"(?=[{UPPER}][{LOWER}]+ [{LOWER}])"


def _s(wrong: str, right: str) -> Spelling:
    return Spelling("ND30-CAP-ORG", wrong, right)


FURTHER_BODIES: Final = (
    # “phòng Cải cách hành chính”: no place and no person, whose names have every syllable capital.
    *(
        _s(
            rf"{_MIDST}{others}{kind} {_ROOMS if kind == 'phòng' else ''}{_NO_NAMES}{_A_NAME}",
            kind.capitalize(),
        )
        for kind, others in _TYPES.items()
    ),
    *(
        _s(_MIDST + rf"{kind} (?:{_TWO_FIELDS})\b", f"{kind.capitalize()} + chữ hoa đầu tên")
        for kind in ("bộ", "sở", "phòng")
    ),
    *(
        _s(rf"\b{kind} (?:Ủy|Uỷ)\b(?! ban)", f"{kind} ủy")
        for kind in ("Tỉnh", "Thành", "Huyện", "Thị", "Đảng", "Quận")
    ),
    # There is one of a province; “lực lượng công an xã” may be any.
    _s(
        rf"(?<=[{LOWER},;(] )(?<!lượng )(?<!ngành )(?<!các )(?<!cấp )công an tỉnh\b",
        "Công an tỉnh",
    ),
    # “trung tâm Anh ngữ” are many.
    _s(
        _MIDST
        + r"trung tâm (?=(?:Phục vụ|Y tế|Văn hóa|Văn hoá|Dịch vụ|Giáo dục|Phát triển|Kiểm soát|Xúc tiến|"
        r"Công nghệ|Đăng ký|Hành chính|Tư vấn|Trợ giúp|Bảo trợ|Khuyến|Lưu trữ|Thông tin|Điều hành|Nghiên cứu|"
        r"Hỗ trợ|Chính trị|Quan trắc|Kỹ thuật|Truyền thông) )",
        "Trung tâm",
    ),
    # “dịch vụ Khoa học …”, “nhiệm vụ Đào tạo …” end in the same syllable.
    _s(
        rf"(?:(?<= của )|(?<= với )|(?<= do )|(?<= và )|(?<=giao )|(?<=gửi )|(?<=trưởng )|(?<=[,;] ))"
        rf"vụ (?={_FIELDS_OF_MINISTRIES})",
        "Vụ",
    ),
    _s(rf"\bVụ (?:{_FIELDS_OF_MINISTRIES.lower()})", "Vụ + chữ hoa đầu tên"),
    _s(
        _MIDST
        + r"(?<![ủỦ]y )(?<![Uu]ỷ )(?<!rưởng )(?<!hó )ban (?=(?:Thường vụ|Thường trực|Giám đốc|Giám hiệu|"
        r"Tiếp công dân|Nội chính|Dân vận|Tuyên giáo|Cán sự|Bí thư|Cơ yếu)\b)",
        "Ban",
    ),
    _s(r"\bBộ chính trị\b", "Bộ Chính trị"),
    _s(r"\bBộ (?:công an|quốc phòng|ngoại giao)\b", "Bộ + chữ hoa đầu tên"),
    # “Phòng tham mưu UBND huyện …” does something.
    _s(r"\bPhòng (?:tham mưu|chính trị|nghiệp vụ)(?=[,;)])", "Phòng + chữ hoa đầu tên"),
    _s(r"\bMặt trận Tổ Quốc\b", "Mặt trận Tổ quốc"),
    _s(r"\bbộ Chính trị\b", "Bộ Chính trị"),
    _s(
        r"\bVăn phòng (?:chính phủ|quốc hội|trung ương Đảng|đăng ký đất đai|điều phối)\b",
        "Văn phòng + chữ hoa đầu tên",
    ),
    _s(_MIDST + r"viện kiểm sát nhân dân\b", "Viện kiểm sát nhân dân"),
    _s(_MIDST + r"t(?:òa|oà) án nhân dân\b", "Tòa án nhân dân"),
    _s(r"\bThủ tướng chính phủ\b", "Thủ tướng Chính phủ"),
    _s(rf"(?<=[{LOWER},;] )thủ tướng [Cc]hính phủ\b", "Thủ tướng Chính phủ"),
    _s(r"\bcủa chính phủ(?! (?:điện tử|số|các|nước))\b", "của Chính phủ"),
    _s(r", Thể Thao\b", "chỉ chữ đầu viết hoa"),
    _s(r"\bBảo hiểm xã Hội\b", "Bảo hiểm xã hội"),
    # “phòng TNMT” by its short name; “phòng HIV”, “phòng 305” are none.
    _s(
        _MIDST + r"(?<!rưởng )(?<!hó )(?<!dự )phòng (?=(?:TN&?MT|GD&? ?ĐT|TC ?- ?KH|TCKH|LĐ ?-? ?TB|VH&?TT|"
        r"VH ?- ?XH|VHXH|KT&?HT|NN&?PTNT|NN&MT|CNTT|TCHC|HCTH|HC ?- ?TH|TCCB|KHTH|CTSV|CTCT|QLĐT|QLĐĐ)\b)",
        "Phòng",
    ),
    _s(r"\bThanh tra (?:Tỉnh|Huyện)\b", "Thanh tra tỉnh, huyện"),
    _s(
        r"\b(?:[Cc]hánh|do|giao|gửi|của|với|[Đđ]ề nghị) thanh tra (?:tỉnh|huyện|thành phố|Chính phủ)\b",
        "Thanh tra …",
    ),
    _s(r"\b[Cc]hánh thanh tra (?:[Ss]ở|[Bb]ộ|[Tt]ổng cục|[Cc]ục)\b", "Chánh Thanh tra …"),
    # “Hiệp hội rau quả Đà Lạt”: what it is of, and then where.
    _s(
        r"\b(?:Hiệp hội|Liên hiệp hội|Câu lạc bộ) (?!các |của |và |đã |có |do |tại |ở |là |này |trên |tỉnh |"
        rf"thành |huyện |xã |phường |gửi |được )[{LOWER}]+(?: [{LOWER}]+){{0,2}} (?=[{UPPER}][{LOWER}])",
        "viết hoa chữ đầu tên",
    ),
    _s(r"\bHội Liên hiệp (?:phụ nữ|thanh niên)\b", "Hội Liên hiệp + chữ hoa đầu tên"),
    _s(r"\bĐoàn Thanh niên cộng sản\b", "Đoàn Thanh niên Cộng sản"),
    _s(r"\bĐoàn thanh niên\b(?! (?:tình nguyện|cộng sản))", "Đoàn Thanh niên"),
    _s(
        r"\bKhoa (?:dược|xét nghiệm|khám bệnh|chẩn đoán|cấp cứu|hồi sức|kiểm soát|dinh dưỡng|"
        r"(?:nội|ngoại|nhi|phụ sản)(?! ngữ| dung| bộ))\b",
        "Khoa + chữ hoa đầu tên",
    ),
    _s(
        r"\bPhòng (?:điều dưỡng|vật tư|công nghệ|tài vụ|nghiệp vụ|nhân sự|khảo thí|thi đua)\b",
        "Phòng + chữ hoa đầu tên",
    ),
    _s(
        rf"\bTrường (?:trung học (?:cơ sở|phổ thông)|phổ thông(?: dân tộc (?:nội|bán) trú)?) (?=[{UPPER}])",
        "Trường + chữ hoa đầu tên",
    ),
    _s(
        r"\bTrường (?:Đại học|Cao đẳng|Trung cấp) (?:phòng cháy|kinh tế|luật|sư phạm|y|y tế|bách khoa|"
        r"nông lâm|công nghệ|công nghiệp|xây dựng|kiến trúc|giao thông|ngoại thương|thương mại|kỹ thuật|"
        r"văn hóa|văn hoá|thủy lợi|thuỷ lợi|tài chính|ngân hàng|du lịch|nông nghiệp|lao động|nội vụ|cảnh sát|"
        r"an ninh|cộng đồng|nghề|ngoại ngữ|khoa học|quốc tế)\b",
        "Trường + chữ hoa đầu tên",
    ),
    _s(r"\b(?:Công ty|CÔNG TY|Công Ty) Cổ Phần\b", "Công ty cổ phần"),
    _s(r"\bTrách Nhiệm Hữu Hạn\b", "trách nhiệm hữu hạn"),
    _s(
        rf"(?<=[{LOWER},;(] )(?<![Cc]hánh )(?<![Pp]hòng )văn phòng "
        rf"(?=(?:Đăng ký đất|UBND|HĐND|Ủy ban|Uỷ ban|Chính phủ|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Quốc hội|"
        r"Trung ương|Đoàn đại biểu|Điều phối)\b)",
        "Văn phòng",
    ),
    _s(r"\bTrung tâm hành chính công\b", "Trung tâm Hành chính công"),
    _s(rf"(?<=[{LOWER},;(“-] )Ban kiểm tra\b(?! (?:và|của|các|việc|hồ sơ))", "Ban Kiểm tra"),
    _s(r"\bBan tiếp công dân\b", "Ban Tiếp công dân"),
    _s(r"\bĐài (?:phát thanh|truyền hình|truyền thanh|khí tượng)\b", "Đài + chữ hoa đầu tên"),
    _s(r"\bNgân hàng (?:chính sách|nông nghiệp)\b", "Ngân hàng + chữ hoa đầu tên"),
    _s(r"\bLiên minh hợp tác\b", "Liên minh Hợp tác xã"),
    _s(r"\bKiểm Lâm\b", "Kiểm lâm"),
    _s(r"\bĐội (?:quản lý thị trường|cảnh sát)\b", "Đội + chữ hoa đầu tên"),
)
