"""How a plan names those who act: committees of units, bodies of the province, each and every unit."""

from __future__ import annotations

import re
from typing import Literal

from kh_docs.facts.departments import BROADCASTER, COMPANY, DEPARTMENT

Whom = Literal["districts", "communes", "province", "each"]
_DISTRICT_WORD = r"(?:huyện|thành phố|thị xã|quận|thành|thị)"
_COMMUNE_WORD = r"(?:xã|phường|thị trấn|đặc khu)"
_COMMITTEE = r"(?:(?:Chủ tịch\s+)?(?:UBND|[ỦU][ỷyỳ]\s?ban\s+[Nn]hân\s+dân)|Chính quyền)"
_JOINS = r"(?:\s*(?:,|và|-|/)\s*(?:các\s+)?)"
# The first that fits wins; “UBND các huyện, thành phố, thị xã” is one body.
BODIES: tuple[tuple[Whom, re.Pattern[str]], ...] = (
    ("communes", re.compile(
        rf"{_COMMITTEE}\s+(?:(?:các|cấp)\s+){_COMMUNE_WORD}(?:{_JOINS}{_COMMUNE_WORD})*"
        rf"(?!\w)"
    )),
    ("communes", re.compile(rf"{_COMMITTEE}\s+cấp\s+huyện{_JOINS}cấp\s+xã")),
    ("districts", re.compile(
        rf"{_COMMITTEE}\s+(?:(?:các|cấp)\s+){_DISTRICT_WORD}(?:{_JOINS}{_DISTRICT_WORD})*"
        rf"(?!\w)"
    )),
    ("districts", re.compile(rf"{_COMMITTEE}\s+(?:các\s+cấp|các\s+địa\s+phương)")),
    ("each", re.compile(
        r"(?:[Mm]ỗi|[Tt]ừng)\s+(?:đơn vị|địa phương|huyện|xã|phường)(?:,\s*(?:địa phương|xã|phường|thị "
        r"trấn|đặc khu))*"
    )),
    ("each", re.compile(
        r"(?:[Cc]ác\s+)?(?:đơn vị,\s*địa phương|địa phương,\s*đơn vị|cơ quan,\s*đơn vị,\s*địa "
        r"phương)"
    )),
    ("province", re.compile(
        r"(?:[Cc]ác\s+)?[Ss]ở(?:,\s*ban)?,\s*ngành(?:,\s*đoàn thể)?(?:\s+cấp)?"
        r"(?:\s+tỉnh)?"
    )),
    ("province", re.compile(DEPARTMENT)),
    ("province", re.compile(BROADCASTER)),
    ("province", re.compile(COMPANY)),
    ("province", re.compile(
        r"(?:Ban|Báo|Đài|Công an|Bộ (?:Chỉ huy|đội)|Văn phòng|Thanh tra|Hội|Liên (?:đoàn|minh)|Cục|Kho bạc"
        r"|Bảo hiểm)"
        r"(?:\s+(?:[^\W\d_]\w*|-)){0,9}?\s+tỉnh(?:\s+[^\W\d_a-zđ]\w*)*|Tỉnh đoàn"
    )),
    ("province", re.compile(
        r"(?:[ỦU][ỷy]\s?ban\s+(?:Mặt trận|MTTQ)|UBMTTQ|Ủy ban Mặt trận)[^,;.:]{0,40}?tỉnh"
        r"(?:\s+[^\W\d_a-zđ]\w*)*"
    )),
    ("province", re.compile(r"(?:do\s+)?cấp\s+tỉnh\s+quản\s+lý")),
    ("province", re.compile(r"(?:tổ chức|đoàn thể) chính trị\s*-?\s*xã hội(?:\s+(?:cấp\s+)?tỉnh)?")),
)  # fmt: skip
BESIDE = re.compile(
    r"(?:qua|gửi|về|cho|báo cáo|với|phối hợp|của|tại|theo|do|giúp|trình|tham mưu)\s+(?:các\s+)?$",
    re.IGNORECASE,
)
