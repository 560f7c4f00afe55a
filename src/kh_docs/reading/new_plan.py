"""A plan of a few commented lines that makes a document at once, to be rewritten from the province's text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kh_docs.bounded import read_bounded

# Vietnamese whatever --lang says: whoever fills it in writes Vietnamese.
_HEAD = """\
# {id}: sửa từng dòng theo văn bản của tỉnh. Ngày viết ngày/tháng/năm; không đổi chữ tiếng Anh đầu dòng.
# Làm văn bản cho mọi đơn vị: kh-docs generate --all --plan {id}
# Xem tệp nào cho gì, lỗi ở dòng nào: kh-docs data check --plan {id}
id: {id}
number: {number}
issued_on: 15/01/{year}
issuer: {issuer}
title: Nội dung của kế hoạch năm {year}
# Đơn vị lấy theo danh mục có hiệu lực vào ngày ban hành; lấy theo ngày khác thì bỏ dấu # ở dòng dưới.
# units: {{as_of: 15/01/{year}}}
# Nơi nhận kế hoạch, báo cáo của đơn vị, nếu kế hoạch quy định:
# channels: {{plan: qua Sở …, report: qua Sở …}}
# Thêm tệp nào vào thư mục này thì có thêm phần ấy (cách viết: xem tệp cùng tên của một kế hoạch đã có):
#   deadlines.yaml thời hạn; tasks.yaml nhiệm vụ; targets.yaml chỉ tiêu; legal-bases.yaml căn cứ;
#   indicators.yaml mẫu báo cáo 6 tháng, năm; checklist.yaml phiếu kiểm tra.
"""
_CLAUSES = """\
# Nguyên văn kế hoạch của tỉnh, từng mục, khoản, điểm, theo thứ tự; số của mục không chép vào phần chữ.
#   id       I, I.1, I.1.a, I.1.a.1 (gạch đầu dòng); heading: yes là tên mục
# Văn bản của đơn vị viết lại các điều khoản giao cho đơn vị; chỗ chưa viết lại được nêu ở tệp can-bo-sung.
- id: I
  heading: yes
  text: MỤC ĐÍCH, YÊU CẦU
- id: I.1
  text: >-
    Tổ chức thực hiện kịp thời, hiệu quả các nội dung của kế hoạch.
- id: II
  heading: yes
  text: NHIỆM VỤ, GIẢI PHÁP
- id: II.1
  text: >-
    UBND {children} tổ chức thực hiện các nhiệm vụ của kế hoạch.
"""


class Basics(NamedTuple):
    """What the example must know: whose plan, of which year, how its units are called together."""

    issuer: str
    year: int
    children: str


def year_of(plan_id: str) -> int | None:
    """The year at the end of an id: `35-kh-ubnd-2027` -> 2027."""
    found = re.search(r"(?<!\d)(20\d\d)$", plan_id)
    return int(found[1]) if found else None


def new_plan(plan_id: str, basics: Basics) -> Mapping[str, str]:
    """The files of the plan `plan_id` by name."""
    number = re.match(r"\d+", plan_id)
    words = {**basics._asdict(), "id": plan_id, "number": number[0].zfill(2) if number else "01"}
    return {"plan.yaml": _HEAD.format(**words), "clauses.yaml": _CLAUSES.format(**words)}


def is_untouched(folder: Path) -> bool:
    """Whether nobody has written a word into the plan there since `plan new` made it."""
    paths = {path.name: path for path in folder.glob("*.yaml")}
    if paths.keys() != {"plan.yaml", "clauses.yaml"}:
        return False
    try:
        # An editor's line ends and mark are no words.
        texts = {
            name: read_bounded(path).decode("utf-8-sig").replace("\r\n", "\n") for name, path in paths.items()
        }
    except (OSError, UnicodeDecodeError):
        return False
    issuer = re.search(r"^issuer: (.+)$", texts["plan.yaml"], re.MULTILINE)
    year = re.search(r"^issued_on: 15/01/(\d{4})$", texts["plan.yaml"], re.MULTILINE)
    children = re.search(r"^    UBND (.+) tổ chức", texts["clauses.yaml"], re.MULTILINE)
    if issuer is None or year is None or children is None:
        return False
    return texts == new_plan(folder.name, Basics(issuer[1], int(year[1]), children[1]))
