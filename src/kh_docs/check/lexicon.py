"""Spellings that PL II fixes: what is wrong, what is right, under which rule."""

from typing import Final

from kh_docs.check.lexicon_bodies import BODIES
from kh_docs.check.lexicon_further_bodies import FURTHER_BODIES
from kh_docs.check.lexicon_places import PLACES
from kh_docs.check.lexicon_state_bodies import STATE_BODIES
from kh_docs.check.spelling import Spelling
from kh_docs.check.words import LOWER, UPPER

# Before these a capital starts a sentence, an item or a quotation, and proves nothing.
_MID: Final = rf"(?<=[{LOWER},0-9)] )(?<!\b[{LOWER}]\) )"
_NAME: Final = rf"(?=[{UPPER}])"
# "UBND Tỉnh …" too.
_AFTER: Final = rf"(?:{_MID}|(?<=UBND )|(?<=HĐND )|(?<=MTTQ )|(?<=\w [–-] ))"
# Units named after a person are written with a capital unit word (PL II, III.1.b).
_SURNAMES: Final = (
    "Nguyễn|Trần|Lê|Phan|Phạm|Hoàng|Huỳnh|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Hà|Quang|"
    "Trưng|Tôn|Cao|Mạc|Lương|Tô|"
    "Điện|Cách|Nam Kỳ|Xô|Bắc Sơn|Tân Trào|Thống|Tự|Hùng"
)
_KINDS: Final = (
    "kế hoạch|nghị định|nghị quyết|quyết định|chỉ thị|thông tư|công văn|hướng dẫn|báo cáo|tờ trình|thông báo|"
    "quy định|kết luận|công điện|chương trình|đề án|quy chế|biên bản|giấy mời|phương án|pháp lệnh|"
    "hợp đ[ồô]ng|phụ lục hợp đồng"
)
# What is called “this one” is a given document; “quy định này”, “báo cáo này” may be any.
_THIS: Final = (
    "quyết định|nghị quyết|nghị định|chỉ thị|thông tư|công văn|tờ trình|kế hoạch|quy chế|công điện|biên bản"
)
_TITLED: Final = (
    "Quyết Định|Nghị Định|Nghị Quyết|Thông Tư|Kế Hoạch|Công Văn|Tờ Trình|Chỉ Thị|Báo Cáo|Hướng Dẫn|Thông Báo|"
    "Quy Định|Biên Bản|Công Điện"
)
# What the names of laws begin with.
_LAWS: Final = (
    "thi đua|tổ chức|thanh tra|quản lý|đất đai|cán bộ|viên chức|giáo dục|ngân sách|ban hành|khiếu nại|tố cáo|"
    "phòng|an ninh|an toàn|đấu thầu|đầu tư|xây dựng|bảo vệ|bảo hiểm|căn cước|cư trú|hộ tịch|lưu trữ|"
    "tiếp công dân|lao động|việc làm|doanh nghiệp|hợp tác xã|kế toán|giao thông|trẻ em|hôn nhân|nghĩa vụ|"
    "dân quân|quốc phòng|công chứng|dân sự|hình sự|tố tụng|hải quan|thuế|dược\\b|khám bệnh|"
    "giám định|chứng khoán|"
    "kinh doanh|nhà ở|điện lực|viễn thông|công nghệ|khoa học|sở hữu|di sản|du lịch|thư viện|báo chí|xuất bản|"
    "quảng cáo|thanh niên|người (?:cao tuổi|khuyết tật)|bình đẳng|tiếp cận thông tin|bầu cử|"
    "cạnh tranh|thương mại|"
    "hóa chất|tài nguyên|khoáng sản|lâm nghiệp|thủy (?:lợi|sản)|chăn nuôi|trồng trọt|thú y|đê điều|quy hoạch|"
    "kiến trúc|đường (?:bộ|sắt)|hàng không|xuất cảnh|quốc tịch|thi hành án|trợ giúp|phổ biến|hòa giải|"
    "xử lý vi phạm|công đoàn|giá\\b|phí và lệ phí|kiểm toán|thực hành tiết kiệm|thống kê|"
    "nhà giáo|giao dịch điện tử|địa chất|luật sư"
)
_TITLED_LAWS: Final = (
    "Thi Đua|Tổ Chức|Thanh Tra|Quản Lý|Đất Đai|Cán Bộ|Viên Chức|Giáo Dục|Ngân Sách|Ban Hành|Khiếu Nại|Tố Cáo|"
    "An Ninh|An Toàn|Đấu Thầu|Đầu Tư|Xây Dựng|Bảo Vệ|Bảo Hiểm|Căn Cước|Cư Trú|Hộ Tịch|Lưu Trữ|Tiếp Công|"
    "Lao Động|Việc Làm|Doanh Nghiệp|Kế Toán|Giao Thông|Trẻ Em|Dân Quân|Quốc Phòng|Công Chứng|Tố Tụng|"
    "Khám Bệnh|Nhà Ở|Điện Lực|Viễn Thông|Công Nghệ|Khoa Học|Du Lịch|Báo Chí|Bình Đẳng|Bầu Cử|Thương Mại|"
    "Hóa Chất|Hoá Chất|Tài Nguyên|Khoáng Sản|Lâm Nghiệp|Quy Hoạch|Xử Lý|Công Đoàn|Kiểm Toán|Thống Kê"
)
# “thường trú …, Nhơn nghĩa, Cờ Đỏ”: in an address the name of a unit between those of others.
_ADDRESS: Final = (
    r"[^;.()]{0,80}, ?"
    r"(?!(?:Khu|Tổ|Ấp|Thôn|Xóm|Đường|Phố|Số|Nhà|Ngõ|Căn|Tầng|Lô|Khối|Bản|Khóm|Tiểu|Cụm|Tòa) )"
    rf"[{UPPER}][{LOWER}]+ [{LOWER}]+(?=, *[{UPPER}][{LOWER}]+ [{UPPER}])"
)


SPELLINGS: Final = (
    *BODIES,
    *FURTHER_BODIES,
    *STATE_BODIES,
    *PLACES,
    Spelling("ND30-CAP-PLACE", _AFTER + r"Tỉnh (?!Ủy|Uỷ|Đoàn|Đội|Hội)" + _NAME, "tỉnh"),
    Spelling("ND30-CAP-PLACE", _AFTER + rf"Huyện (?!Ủy|Uỷ|Đoàn|Đội|Hội|{_SURNAMES})" + _NAME, "huyện"),
    Spelling("ND30-CAP-PLACE", _AFTER + rf"Xã (?!Hội|Đoàn|Đội|{_SURNAMES})" + _NAME, "xã"),
    Spelling("ND30-CAP-PLACE", _AFTER + rf"Phường (?!{_SURNAMES})" + _NAME, "phường"),
    Spelling("ND30-CAP-PLACE", _AFTER + rf"Thị (xã|trấn) (?!{_SURNAMES})" + _NAME, r"thị \1"),
    Spelling(
        "ND30-CAP-PLACE",
        r"\b(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Công an|địa bàn|toàn) (?:Tỉnh|Huyện|Xã|Phường)"
        rf"(?=[,;.)]|$| [({LOWER}])(?! (?:ủy|uỷ|đoàn|đội|hội))",
        "tỉnh, huyện, xã, phường",
    ),
    Spelling(
        "ND30-CAP-PLACE",
        r"\b[Cc]ác (?:Tỉnh|Huyện|Xã|Phường|Thị xã|Thị trấn|Đặc khu)\b(?! (?:\d|[ủuỦU]|uỷ|Uỷ|đoàn|đội|hội))"
        r"(?=[,;.)]|$| )",
        "tỉnh, huyện, xã, phường …",
    ),
    # Of these two unit words Quận may stand before a number, and Thành phố before its own exception.
    Spelling("ND30-CAP-PLACE", _AFTER + r"Thành phố (?!Hồ Chí Minh|Điện Biên Phủ)" + _NAME, "thành phố"),
    Spelling("ND30-CAP-PLACE", _AFTER + rf"Quận (?!{_SURNAMES})" + _NAME, "quận"),
    Spelling("ND30-CAP-PLACE", _AFTER + r"Đặc khu " + _NAME, "đặc khu"),
    Spelling(
        "ND30-CAP-PLACE",
        r"\b(?:Thành Phố(?! Hồ Chí Minh)|Thị Xã|Thị Trấn|Đặc Khu)\b",
        "thành phố, thị xã, thị trấn, đặc khu",
    ),
    Spelling("ND30-CAP-PLACE", rf"thường trú\b{_ADDRESS}", "viết hoa mọi âm tiết của tên riêng"),
    Spelling("ND30-CAP-PLACE", rf"địa chỉ\b{_ADDRESS}", "viết hoa mọi âm tiết của tên riêng"),
    # “bà Trần thị Hoa”: what stands in the middle of many names.
    Spelling(
        "ND30-CAP-PERSON",
        rf"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Cc]hị|[Aa]nh):? [{UPPER}][{LOWER}]+ "
        rf"(?:văn|thị|đình|đức|hữu|ngọc|xuân|bá|duy|viết|quang|hồng) [{UPPER}][{LOWER}]+",
        "viết hoa mọi âm tiết của họ tên",
    ),
    Spelling(
        "ND30-CAP-PLACE-NUM",
        r"\b(quận|phường) (\d+)(?=[,.;)]|$| (quận|thành phố|Quận|Thành phố|thực hiện|phối hợp|chủ trì|"
        r"tổ chức|báo cáo|chịu trách nhiệm|xây dựng|triển khai|có trách nhiệm|tham mưu|chỉ đạo|hướng dẫn|"
        r"và|tại)\b|"
        rf" (?=[{UPPER}]))",
        r"Q/P \2",
    ),
    Spelling("ND30-CAP-PLACE-SPECIAL", r"(?:thủ đô|Thủ Đô|thủ Đô) Hà Nội", "Thủ đô Hà Nội"),
    Spelling(
        "ND30-CAP-PLACE-SPECIAL", r"(?:thành phố|Thành Phố|thành Phố) Hồ Chí Minh", "Thành phố Hồ Chí Minh"
    ),
    Spelling(
        "ND30-CAP-DOC",
        rf"(?:(?<=[{LOWER},] )|(?<=Điều \d )|(?<=Điều \d\d ))({_KINDS}) "
        rf"(?:số:? ?(?:\d+[a-z]?(?:\.\d{{4}})?(?:[/-]| /[{UPPER}])|[.…]{{2,}}|"
        rf"[…{{«<]|/[{UPPER}])|"
        rf"\d+(?:(?:/\d{{4}})?/|-)(?=[{UPPER}]{{2}}))",
        r"viết hoa chữ đầu “\1”",
    ),
    # That of one association; who drafts one has none yet.
    Spelling(
        "ND30-CAP-DOC",
        rf"(?<=[{LOWER},;] )(?<!thảo )(?<!dựng )(?<!oạn )điều lệ "
        r"(?=(?:Đảng|Đoàn|Hội|Hiệp hội|Tổng hội|Liên đoàn|Liên minh|Quỹ|Câu lạc bộ|Công đoàn)\b)",
        "Điều lệ",
    ),
    # What an act approves or issues for a term of years is a given one.
    Spelling(
        "ND30-CAP-DOC",
        r"\b(?:ban hành|phê duyệt) (chương trình|đề án|chiến lược) "
        r"(?:tổng thể|hành động|mục tiêu|quốc gia|phát triển) [^,;.()]{5,80}(?:giai đoạn|đến năm) \d{4}",
        r"viết hoa chữ đầu “\1”",
    ),
    Spelling("ND30-CAP-DOC", rf"\b(?:{_TITLED})\b", "chỉ chữ đầu viết hoa"),
    Spelling(
        "ND30-CAP-DOC",
        rf"\b(?:kèm theo|thi hành|thực hiện|[Tt]heo|của|tại|ban hành|trong|"
        rf"nhận được) ({_THIS}) này\b(?! của)",
        r"viết hoa chữ đầu “\1”",
    ),
    Spelling("ND30-CAP-DOC", rf"\bLuật (?:{_LAWS})\b", "Luật + chữ hoa đầu tên"),
    Spelling("ND30-CAP-DOC", rf"\bLuật (?:{_TITLED_LAWS})\b", "Luật + chỉ chữ đầu tên viết hoa"),
    Spelling("ND30-CAP-DOC", r"\bBộ luật (?=dân sự|hình sự|lao động|tố tụng)", "Bộ luật + chữ hoa đầu tên"),
    Spelling(
        "ND30-CAP-DOC", rf"(?<=[{LOWER},;] )bộ luật (?=Dân sự|Hình sự|Lao động|Tố tụng|Hàng hải)", "Bộ luật"
    ),
    Spelling("ND30-CAP-DOC", r"\bBộ Luật (?=[Dd]ân sự|[Hh]ình sự|[Ll]ao động|[Tt]ố tụng)", "Bộ luật"),
    Spelling(
        "ND30-CAP-DOC",
        rf"\b(?:[Tt]heo|của|tại|thi hành|ban hành) luật (?:{_LAWS})[^,.;]{{0,40}} (?:năm )?\d{{4}}\b",
        "Luật + chữ hoa đầu tên",
    ),
    # “Một số điều của luật quản lý thuế”: one that is amended or carried out is a given one.
    Spelling(
        "ND30-CAP-DOC",
        rf"\b(?:số điều|hướng dẫn|thi hành) (?:của )?luật (?:{_LAWS})\b",
        "Luật + chữ hoa đầu tên",
    ),
    Spelling("ND30-CAP-DOC", rf"(?<=[{LOWER},;] )hiến pháp (?=nước|năm|\d{{4}})", "Hiến pháp"),
    Spelling("ND30-CAP-DOC", rf"(?<=[{LOWER},;] )pháp lệnh (?=[{UPPER}])", "Pháp lệnh"),
    Spelling("ND30-CAP-DOC", r"\bLuật Ban hành Văn bản\b", "Luật Ban hành văn bản"),
    Spelling("ND30-CAP-DOC", r"\bLuật Tổ chức Chính quyền\b", "Luật Tổ chức chính quyền"),
    Spelling(
        "ND30-CAP-DOC",
        rf"(?<=[{LOWER},;] )(?<!ộ )(?<!pháp )(?<!ngành )(?<!khoa )(?<!kỷ )(?<!quy )"
        rf"luật (?=[{UPPER}])(?!Việt Nam)",
        "Luật",
    ),
    Spelling(
        "ND30-CAP-CITE",
        rf"(?:(?<=[{LOWER}0-9,] )|(?<=\())(Khoản|Điểm) (\d{{1,2}}\b|[a-zđ]\b(?!\)))",
        r"viết thường “\1”",
    ),
    Spelling(
        "ND30-CAP-CITE", r"\b([Tt]ại|[Tt]heo|của|ở|[Nn]hư|khoản \d+|điểm [a-zđ]) điều (\d+)\b", r"\1 Điều \2"
    ),
    Spelling(
        "ND30-CAP-CITE",
        r"\b([Tt]ại|[Tt]heo|của|[Nn]hư|khoản \d+|điểm [a-zđ]) (chương|mục|phần) "
        r"(?=\d+ của\b|\d+,? (?:phần|chương|mục|Phần|Chương|Mục|Điều) )",
        r"\1 Chương, Mục, Phần",
    ),
    # A Roman number makes a part of any of these words, but of “danh mục I”, “học phần II”.
    *(
        Spelling(
            "ND30-CAP-CITE",
            rf"(?:(?<=[{LOWER}0-9,;] )|(?<=\())(?<!anh )(?<!ạng )(?<!học )(?<!cổ )(?<!hành )(?<!đề )"
            rf"(?<!tiểu (?=p)){word} (?=[IVX]{{1,5}}\b(?![ -](?!Phụ lục|Phần|Chương|Mục|Điều)[{UPPER}]))",
            word.capitalize(),
        )
        for word in ("chương", "mục", "phần")
    ),
    Spelling(
        "ND30-CAP-CITE",
        rf"(?<=[{LOWER},;] )(?:các )?điều (?=\d{{1,3}}(?:, \d{{1,3}})*(?: và (?:điều )?\d{{1,3}})?"
        r",? (?:của )?(?:Luật|Nghị|Thông tư|Quyết|Quy chế|Quy định|Bộ luật|Điều lệ)\b)",
        "Điều",
    ),
    Spelling(
        "ND30-CAP-ND-NN",
        r"\b(quần chúng|các tầng lớp|mọi tầng lớp|bà con|toàn thể) nhân dân\b",
        r"\1 Nhân dân",
    ),
    Spelling("ND30-CAP-ND-NN", r"\bĐảng(,| và) nhà nước\b", r"Đảng\1 Nhà nước"),
    Spelling(
        "ND30-CAP-DAY",
        r"\b(sáng|chiều|tối|vào) thứ (hai|ba|tư|năm|sáu|bảy)\b(?! (bậc|hạng|cấp|nhất|là))",
        r"\1 thứ Hai … thứ Bảy",
    ),
    Spelling("ND30-CAP-DAY", r"\b[Tt]ết Nguyên Đán\b", "tết Nguyên đán"),
    Spelling("ND30-CAP-HOLIDAY", r"\b(ngày|dịp|lễ) quốc khánh\b", r"\1 Quốc khánh"),
    Spelling("ND30-CAP-HOLIDAY", r"\bAnh hùng lao động\b", "Anh hùng Lao động"),
    Spelling("ND30-HYPHEN", r"\b(chính trị|kinh tế|văn hóa|văn hoá)(-| – |–)(xã hội)\b", r"\1 - \3"),
)
