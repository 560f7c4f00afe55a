"""Spellings of the names of bodies that PL II, IV.1.a fixes: their type and their field are capital."""

from typing import Final

from kh_docs.check.spelling import MIDST, Spelling, field, org
from kh_docs.check.words import LOWER, UPPER

_NAME: Final = rf"(?=[{UPPER}])"
_FIELDS: Final = (
    "Nội vụ|Tài chính|Y tế|Tư pháp|Xây dựng|Công Thương|Khoa học|Giáo dục|Nông nghiệp|Văn hóa|Văn hoá|"
    "Lao động|Thông tin|Giao thông|Kế hoạch|Tài nguyên|Ngoại vụ"
)
_ROOMS: Final = (
    f"{_FIELDS}|Thanh tra|Kiểm tra|Đào tạo|Hành chính|Tổ chức|Kinh tế|Quản lý|Công tác|Dân tộc|Tham mưu|"
    "Cảnh sát|Hậu cần|Kế toán|Nghiệp vụ|Tổng hợp|Kỹ thuật|Pháp chế|Tuyên giáo|Quản trị|Công nghệ"
)
# Fields in small letters behind the word for a type; none of them is a verb, as “xây dựng” and “tổ chức” are.
_SMALL: Final = (
    "giáo dục|y tế|tài chính|nội vụ|tư pháp|công thương|nông nghiệp|văn hóa|văn hoá|lao động|khoa học|"
    "tài nguyên|giao thông|ngoại vụ|thông tin (?:và|-)|du lịch|dân tộc"
)
# “Sở xây dựng kế hoạch” does something; “Sở xây dựng tỉnh” is somebody.
_BUILDING: Final = rf"xây dựng(?=[,;.)]|$| (?:tỉnh|thành phố)\b| [{UPPER}])"
_OFFICES: Final = (
    "hành chính|kế toán|tổ chức (?:hành chính|cán bộ|-)|đào tạo|kế hoạch|kỹ thuật|pháp chế|tổng hợp|"
    "thanh tra|cảnh sát|hậu cần|kinh tế|công tác (?:học sinh|sinh viên|chính trị)|"
    "quản lý (?:đào tạo|đô thị|khoa học)"
)
# Words for a type of body, with a capital too many.
_TYPES: Final = (
    "Công Ty|Liên Đoàn|Trung Tâm|Văn Phòng|Bệnh Viện|Công Đoàn|Kho Bạc|Ngân Hàng|Chi Cục|Tổng Cục|Đại Học|"
    "Học Viện|Hội Đồng|Hiệp Hội|Mặt Trận|Ủy Ban|Uỷ Ban|Bảo Hiểm|Viện Kiểm Sát|Tòa Án|Toà Án|Chi Nhánh"
)
_TITLED: Final = (
    "Tài Chính|Nội Vụ|Y Tế|Tư Pháp|Xây Dựng|Giáo Dục|Công An|Quốc Phòng|Ngoại Giao|Nông Nghiệp|Kế Hoạch|"
    "Tổ Chức|Hành Chính|Kế Toán|Quản Lý|Khoa Học|Thông Tin|Tài Nguyên|Lao Động|Văn Hóa|Văn Hoá|Giao Thông|"
    "Chỉ Đạo|Chỉ Huy|Chấp Hành|Giám Hiệu|Giám Đốc|Kiểm Tra|Thanh Tra|Đào Tạo|Công Tác|Phụ Nữ|Nông Dân|"
    "Phát Thanh|Truyền Hình|Công Nghệ|Kinh Tế|Dân Tộc|Tuyên Giáo|Dân Vận|Bảo Vệ|Phục Vụ|Thường Vụ|Hậu Cần|"
    "Kỹ Thuật|Chính Trị|Tham Mưu|Điều Tra|Cảnh Sát|Tổng Hợp|Nghiệp Vụ|Ngoại Vụ|Pháp Chế|Quản Trị|Khảo Thí|"
    "Truyền Thông|Dân Số|Đối Ngoại|Thi Đua|Khen Thưởng|Tôn Giáo|Đầu Tư|Phát Triển|Môi Trường|Hệ Thống"
)
_TITLED_AFTER_AND: Final = (
    "Phát Thanh|Truyền Hình|Đào Tạo|Môi Trường|Truyền Thông|Công Nghệ|Thể Thao|"
    "Du Lịch|Đầu Tư|Nông Thôn|Phát Triển|Xã Hội"
)
# Words of fields within a name: both syllables are capital only where somebody capitalises all of them.
_TITLED_LATER: Final = (
    "Phần Mềm|Môi Trường|Kỹ Thuật|Điện Tử|Cơ Khí|Ngoại Ngữ|Sư Phạm|Kinh Doanh|Du Lịch|Hệ Thống|Máy Tính|"
    "Chính Trị|Mầm Non|Tiểu Học|Trung Học|Phổ Thông|Đa Khoa|Dân Số|Tư Vấn|Đầu Tư|Phát Triển|Dịch Vụ|"
    "Quản Trị|Nhân Sự|Tổng Hợp|Nghiệp Vụ|Vật Tư|Thiết Bị|Nghiên Cứu|Ứng Dụng|Hợp Tác|Quốc Tế|Truyền Thông|"
    "Thể Thao|Thủy Sản|An Toàn|Điều Dưỡng|Xét Nghiệm|Kiểm Soát|Chất Lượng|Khám Bệnh|Cấp Cứu"
)
# “Bệnh viện Đa khoa”, “Chi cục Thuế”, “Ủy ban Kiểm tra”, “Trưởng ban Dân tộc”: the word is part of another.
_NO_PART: Final = "(?<![Hh]i )(?<!ổng )(?<!ệnh )(?<!ọc )(?<![Ủủ]y )(?<![Uu]ỷ )(?<!rưởng )"


BODIES: Final = (
    org(r"(Ủy|Uỷ) (Ban [Nn]hân [Dd]ân|ban Nhân [Dd]ân)", "Ủy ban nhân dân"),
    org(r"\b(ủy|uỷ) ban nhân dân\b", "Ủy ban nhân dân"),
    org(r"\b(Ủy|Uỷ) ban (kiểm tra|bầu cử|mặt trận|dân tộc)\b", field("Ủy ban")),
    org(r"Hội (Đồng [Nn]hân [Dd]ân|đồng Nhân [Dd]ân)", "Hội đồng nhân dân"),
    org(rf"(?<=[{LOWER},;] )hội đồng nhân dân\b", "Hội đồng nhân dân"),
    org(r"\bT(òa|oà) án Nhân dân\b", "Tòa án nhân dân"),
    org(rf"\b(Bộ|Sở) (?:{_SMALL}|{_BUILDING})", r"\1 + chữ hoa đầu tên"),
    org(
        rf"(?<=[{LOWER},;] )(?<!cơ )(?<!trụ )(?<!công )sở "
        rf"(?=[{UPPER}]{{3,}}\b|[{UPPER}]{{2}} ?(?:&|và) ?[{UPPER}]{{2}}|"
        rf"(?:{_FIELDS}|Du lịch|Dân tộc|{_TITLED})\b)",
        "Sở",
    ),
    org(
        rf"(?:(?<= của )|(?<=[Tt]heo )|(?<= với )|(?<= do )|(?<= và )|(?<=gửi )|(?<=trưởng )|"
        rf"(?<=nghị )|(?<=trình )|(?<=giao )|(?<=cáo ))bộ "
        rf"(?=(?:Công an|Quốc phòng|{_FIELDS}|{_TITLED})\b)",
        "Bộ",
    ),
    org(
        rf"\b(Bộ|Sở|Phòng|phòng|Ban|Cục|Vụ|Khoa|Hội|Trường|Trạm|Tổ|Đội|Viện|Đài|Báo) (?:{_TITLED})\b",
        r"\1 + chỉ chữ đầu viết hoa",
    ),
    org(rf"\bvà (?:{_TITLED_AFTER_AND})\b", "chỉ chữ đầu viết hoa"),
    # Names of enterprises are as they are registered. Each word with a sign of its own: few texts hold one.
    *(
        org(
            r"\b(?:Khoa|Trường|Viện|Phòng|Trung tâm|Bộ môn|Sở|Cục|Chi cục|Bệnh viện|Hội|Văn phòng|Hội đồng)"
            rf"(?! (?:{_TITLED})\b)(?: [\w&-]+,?){{0,5}}? {word}\b",
            "chỉ chữ đầu viết hoa",
        )
        for word in _TITLED_LATER.split("|")
    ),
    org(
        rf"(?<=[{LOWER},;] )công an (tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn) " + _NAME,
        r"Công an \1",
    ),
    org(r"\bCông An (?=(tỉnh|huyện|thị xã|thành phố|xã|phường|nhân dân)\b)", "Công an"),
    org(rf"\bPhòng (?:{_SMALL}|{_OFFICES})", field("Phòng")),
    org(MIDST + rf"trường (?=(?:Đại học|Cao đẳng|Tiểu học|Trung học|Mầm non|THPT|THCS) [{UPPER}])", "Trường"),
    org(r"\bBệnh viện (?:đa khoa|y học|phụ sản|tâm thần|mắt|phổi|da liễu)\b", field("Bệnh viện")),
    org(rf"\bTrường (?=(?:đại học|cao đẳng|tiểu học|mầm non|mẫu giáo|chính trị) [{UPPER}])", field("Trường")),
    org(
        MIDST + _NO_PART + rf"(chi cục|tổng cục|cục|trung tâm|viện|khoa|ban|trạm|bệnh viện) "
        rf"(?=(?:{_ROOMS}|Đa khoa|Thuế|Hải quan|Kiểm lâm|Chăn nuôi|Dịch vụ|Chỉ đạo|Chỉ huy|Chấp hành)\b)",
        "viết hoa chữ đầu tên",
    ),
    org(MIDST + r"công ty (?=(?:Cổ phần|TNHH|CP)\b)", "Công ty"),
    org(MIDST + r"(ngân hàng|kho bạc) (?=N(?:hà nước|ông nghiệp)\b)", "viết hoa chữ đầu tên"),
    org(MIDST + r"mặt trận [Tt]ổ quốc\b", "Mặt trận Tổ quốc"),
    # How a company writes its own name stands in its registration.
    Spelling(
        "ND30-CAP-ORG",
        r"\bCông ty (?:cổ phần|Cổ phần|CP|TNHH|trách nhiệm hữu hạn)(?: MTV| một thành viên| Một thành viên)? "
        r"(?:đầu tư|xây dựng|tư vấn|thương mại|sản xuất|dịch vụ|công nghệ|bảo hiểm|thiết bị|xuất nhập khẩu|"
        r"giải pháp|kỹ thuật|phát triển)\b",
        field("Công ty"),
        "should",
    ),
    org(rf"\b(?:{_TYPES})(?= [{UPPER}{LOWER}])", "chỉ chữ đầu viết hoa"),
    org(
        r"\bBan (chỉ đạo|chỉ huy|chấp hành|quản lý (?:dự án|khu|rừng)|thường vụ|"
        r"giám (?:hiệu|đốc)(?! các)|giám khảo|"
        r"tổ chức (?:hội|cuộc|kỳ|lễ|giải)|thanh tra nhân dân|dân vận|tuyên giáo|dân tộc|"
        r"công tác [Mm]ặt trận|đại diện cha mẹ)\b",
        field("Ban"),
    ),
    org(
        r"\b(Tổng cục|Chi cục|Cục|Trung tâm|Trạm|Viện) (thông tin|y tế|văn hóa|văn hoá|xúc tiến|giáo dục|"
        r"học liệu|khảo thí|điều độ|kiểm soát bệnh tật|lưu trữ lịch sử|pháp y|kiểm nghiệm|quan trắc|"
        r"truyền thông|"
        r"dịch vụ|hạ tầng|thuế|hải quan|kiểm lâm|chăn nuôi|thống kê|khuyến nông|dân số|công nghệ|thủy lợi|"
        r"phục vụ hành chính|bảo vệ thực vật|kiểm dịch|nghiên cứu|chính trị|điều hành|hỗ trợ|phát triển|"
        r"quản lý (?:dự án|thị trường|chất lượng|đất đai|giá|cạnh tranh|đường bộ))\b",
        r"\1 + chữ hoa đầu tên",
    ),
    org(
        # “Hội đồng sáng kiến cấp cơ sở”, “các cấp”: any of its kind.
        r"\bHội đồng (thi đua|khen thưởng|nghĩa vụ|tuyển dụng|tuyển sinh|kỷ luật|khoa học|sáng kiến|coi thi|"
        r"chấm thi|nâng lương)\b(?! (?:cấp|các cấp) (?:cơ sở|tỉnh|huyện|xã|trường|bộ|ngành))",
        field("Hội đồng"),
    ),
    org(r"\bMặt trận tổ quốc\b", "Mặt trận Tổ quốc"),
    org(
        rf"(?<=[{LOWER},;(] )liên đoàn (?=[Ll]uật sư|[Ll]ao động|[Bb]óng đá|[Cc]ông nghiệp)",
        field("Liên đoàn"),
    ),
    org(r"\bLiên đoàn (?:luật sư|công nghiệp|bóng đá)\b", field("Liên đoàn")),
    org(
        r"\bHội (nông dân|cựu chiến binh|phụ nữ|liên hiệp|chữ thập đỏ|người cao tuổi|khuyến học)\b",
        field("Hội"),
    ),
    org(
        r"\b(?:Bộ|Sở|Phòng) (?:Giáo dục (?:và|&) đào tạo|Tài nguyên (?:và|&) môi trường|"
        r"Nông nghiệp (?:và|&) (?:phát triển|môi trường)|Văn h(?:óa|oá)(?:, Thể thao và du lịch|(?:,| và| -) "
        r"(?:thể thao|thông tin|xã hội|khoa học))|Lao động(?:,| -) thương binh|Thông tin (?:và|"
        r"&) truyền thông|"
        r"Khoa học (?:và|&) công nghệ|Tài chính (?:-|và) kế hoạch|Kế hoạch (?:-|và) đầu tư|"
        r"Dân tộc (?:và|-) tôn giáo|Tổ chức (?:-|và) hành chính|Hành chính (?:-|và) quản trị)",
        "viết hoa chữ đầu mỗi lĩnh vực",
    ),
    org(
        r"\b(Tổng liên đoàn|Liên đoàn lao động|Kho bạc nhà nước|Ngân hàng nhà nước|"
        r"Bộ đội biên phòng|Hạt kiểm lâm|"
        r"Bộ chỉ huy|Văn phòng đăng ký đất|Đoàn thanh niên cộng sản)\b",
        "viết hoa chữ đầu tên",
    ),
)
