"""The tags of a web page by what they do, and the words of a site around a text."""

from __future__ import annotations

import re

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "ul",
        "title",
    ]
)
HIDDEN = frozenset(
    ["script", "style", "noscript", "template", "svg", "head", "select", "button", "textarea", "iframe"]
)
# What these hold is the site's own: menus, boxes, foot of the page.
SITES_OWN = frozenset(["nav", "header", "footer", "aside", "form"])
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
CELLS = frozenset(("td", "th"))
SITES_WORDS = re.compile(
    r"\W*(đăng (nhập|ký|xuất)|trang chủ|tải (về|văn bản|xuống)|in (văn bản|trang)|chia sẻ|bình luận|"
    r"quên mật khẩu|"
    r"tìm kiếm|văn bản (liên quan|gốc)|lược đồ|tiếng anh|bản dịch|theo dõi|hiệu lực văn bản|mục lục|xem thêm|"
    r"quay lại|gửi email|facebook|zalo|liên hệ|giới thiệu|điều khoản sử dụng|thuộc tính|nội dung)\W*$",
    re.IGNORECASE,
)
