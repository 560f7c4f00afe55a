"""How a plan words its citations: kinds, numbers with symbols, and where names and titles end."""

from __future__ import annotations

import re

KINDS = (
    "Nghị quyết liên tịch", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư liên tịch",
    "Thông tư", "Kết luận", "Kế hoạch phối hợp", "Kế hoạch", "Chương trình hành động",
    "Chương trình phối hợp", "Chương trình", "Công văn", "Công điện", "Hướng dẫn", "Thông báo", "Đề án",
    "Quy định", "Quy chế phối hợp", "Quy chế", "Báo cáo", "Tờ trình", "Văn bản hợp nhất", "Văn bản",
    "Thông tri", "Phương án", "Pháp lệnh", "Bộ luật", "Luật", "Lệnh", "Quy ước", "Điều lệ", "Biên bản",
    "Dự án", "Thỏa thuận", "Thoả thuận", "Giấy mời", "Hợp đồng", "Quy trình", "Đề cương", "Thư",
    "Chiến lược",
)  # fmt: skip
KIND = "|".join(sorted((re.escape(kind).replace(r"\ ", r"\s+") for kind in KINDS), key=len, reverse=True))
# Signs of a symbol: letters of the body and the kind, joined by - / &; it ends with a letter or digit.
_SYMBOL = r"(?:\d{4}\s?/\s?)?[A-ZĐƯÂ][\w&Đđ]*(?:\s?[-–/.&]\s?[A-ZĐƯ\d][\w&Đđ]*)*"
REFERENCE = re.compile(rf"(?<![\d/.,])\d{{1,5}}[a-z]?\s?[/–-]\s?{_SYMBOL}")
DAY = re.compile(
    r"\s*,?\s*\(?(?:(?:ngày\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})"
    r"|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))\)?"
)
KIND_BEFORE = re.compile(
    rf"(?:^|(?<=[^\w]))({KIND})((?:\s+[^\s;:.“”\"]+){{0,14}}?)\s*(?::\s*)?(?:số\s*:?\s*)?$", re.IGNORECASE
)
NUMBER_WORD = re.compile(r"số\s*:?\s*$")
SERIES = re.compile(rf"(?:Các|các)\s+({KIND})(?:\s+của\s+([^:;.]+?))?\s*(?::|số|$)", re.IGNORECASE)
JOIN = re.compile(r"\s*,?\s*(của|giữa)\s+")
# Where the name of a body ends and the sentence goes on.
_GOES_ON = (
    "về", "quy định", "ban hành", "phê duyệt", "hướng dẫn", "triển khai", "thực hiện", "sửa đổi",
    "bổ sung", "trong", "giai đoạn", "tại", "nhằm", "đến", "từ", "để", "cho", "bãi bỏ", "công bố",
    "quyết định", "thông qua", "kèm theo", "đã", "được", "có", "năm", "do", "là", "khóa", "khoá", "theo",
    "v/v", "tiếp tục", "tăng cường", "đẩy mạnh", "yêu cầu", r"giao(?!\s+thông)", "thay thế", "ngày",
    "số", "trên", "và các văn bản", "chưa", "không", "đạt", "phải",
    r"và\s+(?:khoản|điểm|Điều|điều)",
)  # fmt: skip
# Commas inside names: “Bộ Lao động, Thương binh và Xã hội”, “Bộ trưởng, Chủ nhiệm …”, “phòng, chống”.
_COMMA_OF_A_NAME = (
    rf"(?!(?:{KIND})\s)[A-ZĐÂÊÔƯ]\w*(?:\s+\w+){{0,2}}\s+(?:và|-)\s|Chủ nhiệm\s|Tổng Thanh tra\s|chống\s"
    r"|giáo dục\s"
)
BODY_ENDS = re.compile(
    rf"\s+(?:{'|'.join(_GOES_ON)}|và\s+(?:{KIND}))(?=[\s,;.]|$)|\s*[;:.(“”\")]|,\s+(?!{_COMMA_OF_A_NAME})"
    rf"|\s+[-–]\s+(?=[a-zđ])|\s+(?:{KIND})\s+số"
)
BETWEEN_ENDS = re.compile(r"\s+(?:về|trong)\s")
SUBJECT_BEGINS = re.compile(
    r"\s*[,(]?\s*(?:về|v/v|quy\s+định|ban\s+hành|phê\s+duyệt|hướng\s+dẫn|sửa\s+đổi|triển\s+khai|thực\s+hiện"
    r"|tiếp\s+tục|“|\")"
)
QUOTED = re.compile(r"\s*(?:[^“;.]*?)“[^”]*”")
SUBJECT_ENDS = re.compile(
    rf";|\.(?=\s|$)|(?:,|\s+và)\s+(?:các\s+)?(?:{KIND})\s+(?:[^\s;:.]+\s+){{0,4}}?"
    rf"(?:số\s+)?\d{{1,5}}[a-z]?[/-]|"
    r",\s+(?:[ỦU][ỷyỳ]\s+ban\s+[Nn]hân\s+dân|UBND)\b"
)
