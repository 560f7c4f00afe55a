"""Names of bodies that offices write less often than those of `lexicon_bodies`, and as often wrong."""

from typing import Final

from kh_docs.check.spelling import MIDST, field, org
from kh_docs.check.words import LOWER, UPPER

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


FURTHER_BODIES: Final = (
    # “phòng Cải cách hành chính”: no place and no person, whose names have every syllable capital.
    *(
        org(
            rf"{MIDST}{others}{kind} {_ROOMS if kind == 'phòng' else ''}{_NO_NAMES}{_A_NAME}",
            kind.capitalize(),
        )
        for kind, others in _TYPES.items()
    ),
    *(
        org(MIDST + rf"{kind} (?:{_TWO_FIELDS})\b", field(kind.capitalize()))
        for kind in ("bộ", "sở", "phòng")
    ),
    *(
        org(rf"\b{kind} (?:Ủy|Uỷ)\b(?! ban)", f"{kind} ủy")
        for kind in ("Tỉnh", "Thành", "Huyện", "Thị", "Đảng", "Quận")
    ),
    # There is one of a province; “lực lượng công an xã” may be any.
    org(
        rf"(?<=[{LOWER},;(] )(?<!lượng )(?<!ngành )(?<!các )(?<!cấp )công an tỉnh\b",
        "Công an tỉnh",
    ),
    # “trung tâm Anh ngữ” are many.
    org(
        MIDST
        + r"trung tâm (?=(?:Phục vụ|Y tế|Văn hóa|Văn hoá|Dịch vụ|Giáo dục|Phát triển|Kiểm soát|Xúc tiến|"
        r"Công nghệ|Đăng ký|Hành chính|Tư vấn|Trợ giúp|Bảo trợ|Khuyến|Lưu trữ|Thông tin|Điều hành|Nghiên cứu|"
        r"Hỗ trợ|Chính trị|Quan trắc|Kỹ thuật|Truyền thông) )",
        "Trung tâm",
    ),
    # “dịch vụ Khoa học …”, “nhiệm vụ Đào tạo …” end in the same syllable.
    org(
        rf"(?:(?<= của )|(?<= với )|(?<= do )|(?<= và )|(?<=giao )|(?<=gửi )|(?<=trưởng )|(?<=[,;] ))"
        rf"vụ (?={_FIELDS_OF_MINISTRIES})",
        "Vụ",
    ),
    org(rf"\bVụ (?:{_FIELDS_OF_MINISTRIES.lower()})", field("Vụ")),
    org(
        MIDST
        + r"(?<![ủỦ]y )(?<![Uu]ỷ )(?<!rưởng )(?<!hó )ban (?=(?:Thường vụ|Thường trực|Giám đốc|Giám hiệu|"
        r"Tiếp công dân|Nội chính|Dân vận|Tuyên giáo|Cán sự|Bí thư|Cơ yếu)\b)",
        "Ban",
    ),
    org(r"\bBộ chính trị\b", "Bộ Chính trị"),
    org(r"\bBộ (?:công an|quốc phòng|ngoại giao)\b", field("Bộ")),
    # “Phòng tham mưu UBND huyện …” does something.
    org(r"\bPhòng (?:tham mưu|chính trị|nghiệp vụ)(?=[,;)])", field("Phòng")),
    org(r"\bMặt trận Tổ Quốc\b", "Mặt trận Tổ quốc"),
    org(r"\bbộ Chính trị\b", "Bộ Chính trị"),
    org(
        r"\bVăn phòng (?:chính phủ|quốc hội|trung ương Đảng|đăng ký đất đai|điều phối)\b",
        field("Văn phòng"),
    ),
    org(MIDST + r"viện kiểm sát nhân dân\b", "Viện kiểm sát nhân dân"),
    org(MIDST + r"t(?:òa|oà) án nhân dân\b", "Tòa án nhân dân"),
    org(r"\bThủ tướng chính phủ\b", "Thủ tướng Chính phủ"),
    org(rf"(?<=[{LOWER},;] )thủ tướng [Cc]hính phủ\b", "Thủ tướng Chính phủ"),
    org(r"\bcủa chính phủ(?! (?:điện tử|số|các|nước))\b", "của Chính phủ"),
    org(r", Thể Thao\b", "chỉ chữ đầu viết hoa"),
    org(r"\bBảo hiểm xã Hội\b", "Bảo hiểm xã hội"),
    # “phòng TNMT” by its short name; “phòng HIV”, “phòng 305” are none.
    org(
        MIDST + r"(?<!rưởng )(?<!hó )(?<!dự )phòng (?=(?:TN&?MT|GD&? ?ĐT|TC ?- ?KH|TCKH|LĐ ?-? ?TB|VH&?TT|"
        r"VH ?- ?XH|VHXH|KT&?HT|NN&?PTNT|NN&MT|CNTT|TCHC|HCTH|HC ?- ?TH|TCCB|KHTH|CTSV|CTCT|QLĐT|QLĐĐ)\b)",
        "Phòng",
    ),
    org(r"\bThanh tra (?:Tỉnh|Huyện)\b", "Thanh tra tỉnh, huyện"),
    org(
        r"\b(?:[Cc]hánh|do|giao|gửi|của|với|[Đđ]ề nghị) thanh tra (?:tỉnh|huyện|thành phố|Chính phủ)\b",
        "Thanh tra …",
    ),
    org(r"\b[Cc]hánh thanh tra (?:[Ss]ở|[Bb]ộ|[Tt]ổng cục|[Cc]ục)\b", "Chánh Thanh tra …"),
    # “Hiệp hội rau quả Đà Lạt”: what it is of, and then where.
    org(
        r"\b(?:Hiệp hội|Liên hiệp hội|Câu lạc bộ) (?!các |của |và |đã |có |do |tại |ở |là |này |trên |tỉnh |"
        rf"thành |huyện |xã |phường |gửi |được )[{LOWER}]+(?: [{LOWER}]+){{0,2}} (?=[{UPPER}][{LOWER}])",
        "viết hoa chữ đầu tên",
    ),
    org(r"\bHội Liên hiệp (?:phụ nữ|thanh niên)\b", "Hội Liên hiệp + chữ hoa đầu tên"),
    org(r"\bĐoàn Thanh niên cộng sản\b", "Đoàn Thanh niên Cộng sản"),
    org(r"\bĐoàn thanh niên\b(?! (?:tình nguyện|cộng sản))", "Đoàn Thanh niên"),
    org(
        r"\bKhoa (?:dược|xét nghiệm|khám bệnh|chẩn đoán|cấp cứu|hồi sức|kiểm soát|dinh dưỡng|"
        r"(?:nội|ngoại|nhi|phụ sản)(?! ngữ| dung| bộ))\b",
        "Khoa + chữ hoa đầu tên",
    ),
    org(
        r"\bPhòng (?:điều dưỡng|vật tư|công nghệ|tài vụ|nghiệp vụ|nhân sự|khảo thí|thi đua)\b",
        field("Phòng"),
    ),
    org(
        rf"\bTrường (?:trung học (?:cơ sở|phổ thông)|phổ thông(?: dân tộc (?:nội|bán) trú)?) (?=[{UPPER}])",
        "Trường + chữ hoa đầu tên",
    ),
    org(
        r"\bTrường (?:Đại học|Cao đẳng|Trung cấp) (?:phòng cháy|kinh tế|luật|sư phạm|y|y tế|bách khoa|"
        r"nông lâm|công nghệ|công nghiệp|xây dựng|kiến trúc|giao thông|ngoại thương|thương mại|kỹ thuật|"
        r"văn hóa|văn hoá|thủy lợi|thuỷ lợi|tài chính|ngân hàng|du lịch|nông nghiệp|lao động|nội vụ|cảnh sát|"
        r"an ninh|cộng đồng|nghề|ngoại ngữ|khoa học|quốc tế)\b",
        "Trường + chữ hoa đầu tên",
    ),
    org(r"\b(?:Công ty|CÔNG TY|Công Ty) Cổ Phần\b", "Công ty cổ phần"),
    org(r"\bTrách Nhiệm Hữu Hạn\b", "trách nhiệm hữu hạn"),
    org(
        rf"(?<=[{LOWER},;(] )(?<![Cc]hánh )(?<![Pp]hòng )văn phòng "
        rf"(?=(?:Đăng ký đất|UBND|HĐND|Ủy ban|Uỷ ban|Chính phủ|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Quốc hội|"
        r"Trung ương|Đoàn đại biểu|Điều phối)\b)",
        "Văn phòng",
    ),
    org(r"\bTrung tâm hành chính công\b", "Trung tâm Hành chính công"),
    org(rf"(?<=[{LOWER},;(“-] )Ban kiểm tra\b(?! (?:và|của|các|việc|hồ sơ))", "Ban Kiểm tra"),
    org(r"\bBan tiếp công dân\b", "Ban Tiếp công dân"),
    org(r"\bĐài (?:phát thanh|truyền hình|truyền thanh|khí tượng)\b", "Đài + chữ hoa đầu tên"),
    org(r"\bNgân hàng (?:chính sách|nông nghiệp)\b", "Ngân hàng + chữ hoa đầu tên"),
    org(r"\bLiên minh hợp tác\b", "Liên minh Hợp tác xã"),
    org(r"\bKiểm Lâm\b", "Kiểm lâm"),
    org(r"\bĐội (?:quản lý thị trường|cảnh sát)\b", "Đội + chữ hoa đầu tên"),
)
