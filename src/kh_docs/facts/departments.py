"""How bodies of a province without “tỉnh” in their names are called: departments, its paper, companies."""

from __future__ import annotations

# The second syllables, which have no capital: “Khoa học và Công nghệ”, “Y tế”.
_GOES_ON = (
    "học|nghệ|dựng|pháp|vụ|chính|tế|nghiệp|trường|dục|tạo|hóa|hoá|thao|lịch|thương|thông(?: vận tải)?"
    "|hoạch|tư|động|binh|hội|nguyên|tin|tộc|giáo|trúc|triển nông thôn"
)
# With these another body begins.
_OTHERS = (
    "Sở|UBND|Ủy|Uỷ|MTTQ|Mặt trận|Công an|Công ty|Ban|Bộ|Hội|Báo|Đài|Văn phòng|Thanh tra|Chủ tịch|Đoàn|Liên"
    "|Cục|Chi cục|Kho bạc|Bảo hiểm|Tỉnh|Các|Trung tâm|Trường|Viện"
)
_WORD = rf"(?!(?:{_OTHERS})\b)[^\W\d_a-zđ]\w*(?:\s+(?:{_GOES_ON})(?!\w))?"
DEPARTMENT = rf"Sở\s+{_WORD}(?:(?:,|\s+và|\s+-)?\s+{_WORD})*"
BROADCASTER = r"Báo(?:,| và)\s+(?:Đài\s+)?[Pp]hát thanh(?:,| và|\s+-)\s+[Tt]ruyền hình(?:\s+[^\W\d_a-zđ]\w*)*"
COMPANY = (
    r"(?:Tổng c|C)ông ty(?:\s+(?:cổ phần|[^\W\d_a-zđ]\w*"
    rf"(?:\s+(?:{_GOES_ON}|lợi|nước|lực|tải|thị|lâm)(?!\w))?))+"
)
