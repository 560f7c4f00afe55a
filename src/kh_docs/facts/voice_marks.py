"""By which words a sentence of the province is known as its own, an order, a title, or harmless to leave."""

from __future__ import annotations

from kh_docs.patterns import re

PROVINCE_TOO = re.compile(r"\bsở, ban, ngành\b|\bcấp tỉnh\b")

# In brackets and behind semicolons the province's bodies get orders that are nobody's else.
ORDER_IN_BRACKETS = re.compile(r";\s*giao\s+[^;()]*?\btỉnh\b[^;()]*(?=[;)])")

# Figures that are nobody's total: dates, symbols, years, shares, times, and what is asked at least of each.
HARMLESS = re.compile(
    r"“[^”]*”|\d+(?:[.,]\d+)?%|\d[\d/.]*/[\d\w-]+|(?:giai đoạn )?\d{4}\s?[-–]\s?\d{4}"
    r"|\d+ (?:năm|tháng|ngày|tuần|giờ|phút|lần|quý)\b"
    r"|[Qq]uý [IVX]+(?:/| năm )\d{4}"
    r"|(?:năm|Quý|quý|số|ngày|tháng|khoản|Điều|giai đoạn|đợt|mức|tối thiểu|ít nhất|lần thứ) [\d.]+"
    r"(?:[/-]\d{4})?"
)

ROW = re.compile(r" \| | \|$")

CLOSES = re.compile(r"(?:UBND tỉnh )?(?:[Yy]êu cầu|[Đđ]ề nghị|[Cc]ăn cứ|Trên đây là|Trong quá trình)\b")

THIS_PLAN = re.compile(r"\A(?:[Cc]ăn cứ|Theo) (?:nội dung )?[Kk]ế hoạch này, ")

ITS_ANNEX = re.compile(
    r"\bPhụ lục(?: số)? (?:[IVX]+|\d+)\b(?! (?:của |kèm theo )?(?:Nghị|Thông|Quyết|Luật|Kế))"
)

# The plan that is asked for is the one that says this.
MAKES_PLAN = re.compile(
    r"(?<= )(?:xây dựng|ban hành) kế hoạch(?: (?:triển khai )?thực hiện)?(?: của (?:đơn vị|địa phương))?,? "
    r"(?:và )?gửi (?:về )?"
)

# What a body of the province guides, and units do: “hướng dẫn sử dụng kinh phí theo quy định …”.
GUIDES_MONEY = re.compile(
    r"\A(?:[Gg]iao )?(?P<body>[^,;]+?) hướng dẫn (?:việc )?"
    r"(?P<work>(?:lập dự toán|quản lý|sử dụng|thanh toán|quyết toán)"
    r"(?:(?:, | và )[^\W\d_]+(?: [^\W\d_]+)?)*? kinh phí\b[^.]*)(?P<stop>\.?)\Z"
)

NUMBER_OF = re.compile(r"(?:ít nhất |tối thiểu )?\b\d+(?= [^\W\d_])")
