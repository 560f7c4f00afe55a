"""Whom a plan tells to act, by its words: units all together, units by name, bodies of the province."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kh_docs.facts.departments import BROADCASTER, COMPANY, DEPARTMENT
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.patterns import re

_BODY = r"(?:UBND|Ủy ban nhân dân)"
# How the types of a level are called when several stand in a row.
_SHORT = {"thành phố": "thành(?! phố)", "thị xã": "thị(?! xã| trấn)"}
# Bodies of the province, one or several in a row.
_ONE_OF_PROVINCE = (
    r"(?:(?:[Cc]ác\s+)?[Ss]ở,\s+(?:ban,\s+)?ngành(?:,\s+đoàn thể)?(?:\s+(?:cấp\s+)?tỉnh)?"
    r"|(?:các\s+)?(?:tổ chức|đoàn thể)\s+chính trị\s*-\s*xã hội(?:\s+(?:cấp\s+)?tỉnh)?"
    rf"|{DEPARTMENT}|{BROADCASTER}|{COMPANY}"
    r"|(?:Công an|Ban|Bộ (?:Chỉ huy|đội)|Văn phòng|Thanh tra|Hội|Báo|Đài|Ủy ban Mặt trận)"
    r"(?:\s+[^\W\d_,;.]+){0,8}?\s+tỉnh(?:\s+[^\W\d_a-zđ]\w*)*|[Cc]ác\s+[^.;:]{0,80}\bcấp tỉnh quản lý)"
)
_OF_PROVINCE = rf"{_ONE_OF_PROVINCE}(?:(?:,\s+|\s+và\s+){_ONE_OF_PROVINCE})*"
_VERBS = (
    "tham mưu|tổ chức|triển khai|hướng dẫn|xây dựng|thực hiện|kiểm tra|rà soát|lựa chọn|đẩy mạnh|tăng cường|"
    "tuyên truyền|vận động|quản lý|theo dõi|bố trí|giải quyết|phát hiện|xử lý|nâng cao|duy trì|ban hành"
)


class Telling:
    """The patterns by which pieces of clauses are told apart for the units of one level."""

    def __init__(self, types: tuple[str, ...], place: str, names: tuple[str, ...]) -> None:
        self.name = f"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})"
        one = f"(?:{'|'.join([*map(re.escape, types), *(_SHORT[kind] for kind in types if kind in _SHORT)])})"
        row = rf"{one}(?:(?:, | và |; ){one})*\b"
        place = re.escape(place)
        self.area = re.compile(rf"\b(?:trên địa bàn(?: toàn)?|trong toàn|toàn|trong) tỉnh\b(?: {place})?")
        self.both_levels = re.compile(rf"{_BODY} cấp huyện(?:, | và )(?:{_BODY} )?cấp xã")
        all_of_them = rf"{_BODY} (?:các cấp\b|(?:các |cấp )?{row}(?! {self.name}))"
        self.committees = re.compile(
            rf"(?:\b(?:[Gg]iao|[Yy]êu cầu|[Đđ]ề nghị) )?(?:[Cc]hủ tịch )?{all_of_them}"
            r"(?: mỗi (?:đơn vị|địa phương)\b)?"
        )
        self.each = re.compile(rf"\b(?:[Mm]ỗi|[Tt]ừng) {row}")
        self.row = re.compile(row)
        self.types = types
        self.each_of_all = re.compile(
            r"\A(?:[Mm]ỗi|[Tt]ừng) (?:đơn vị|địa phương)(?:, (?:đơn vị|địa phương))?\b"
        )
        self.plural = re.compile(rf"\b[Cc]ác {row}")
        self.share_of_units = re.compile(
            rf"\d\s?%\s+(?:số\s+)?(?:các\s+)?{row}|\b\d{{1,4}}/\d{{1,4}} (?:{row}|xã\b|phường\b)"
        )
        self.with_us = re.compile(
            rf"\A[Pp]hối hợp (?:với )?(?:{all_of_them}|{_BODY} cấp \w+)(?: và [^,;.]+?)?,? (?P<work>.+)\Z"
        )
        self.concerned = re.compile(rf"{all_of_them} (?:có )?liên quan")
        self.of_a_kind = re.compile(
            rf"(?:{all_of_them}|\b(?:[Cc]ác|[Mm]ỗi|[Tt]ừng) {row})"
            r" (?:biên giới|miền núi|vùng|ven biển|bãi ngang|trọng điểm|đặc biệt|thuộc|nằm|loại"
            r"|khu vực|giáp|tiếp giáp|còn|chưa)\b"
        )
        several = rf"{one} ({self.name}(?:(?:, | và |; )(?:{_BODY} )?(?:{one} )?{self.name})*)"
        # “Huyện Nam Đàn …” begins a sentence; “các xã ven biển: …” and “huyện miền núi (…)” are names too.
        begins = f"(?:{'|'.join(f'[{kind[0]}{kind[0].upper()}]{kind[1:]}' for kind in one[3:-1].split('|'))})"
        listed = several.removeprefix(f"{one} ")
        self.named = re.compile(rf"\b{begins}(?: |(?: [^\W\d_A-ZĐ]+){{0,4}}(?:: | \()){listed}")
        # “các huyện: Nam Đàn 03 xã; Thanh Chương 04 xã”.
        self.leading = re.compile(
            rf"(?:\A(?:[Rr]iêng |[Gg]iao )?|; ){listed}(?= (?:(?:phấn đấu|có|đạt|xây dựng)\b|\d))"
        )
        self.excepted = re.compile(rf"\b(?:trừ|ngoại trừ|không bao gồm) {several}")
        self.addressed = re.compile(
            rf"\A(?:(?:[Rr]iêng |[Gg]iao |[Yy]êu cầu )?{_BODY} |[Rr]iêng (?:{_BODY} )?){several}"
        )
        self.listed = re.compile(
            rf"(?P<joint>,| và)? (?P<number>\d+) (?P<what>[^,;.:()\d]+?)(?:, |: | )gồm(?: có)?:? {several}"
        )
        self.province_and_units = re.compile(
            rf"(?:[Cc]ăn cứ [Kk]ế hoạch này, )?{_OF_PROVINCE}(?:,\s+|\s+và\s+)(?={all_of_them}|{_BODY} cấp)"
        )
        self.province = re.compile(
            rf"\A(?:(?:[Tt]rong đó,? )?(?:[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu) )?{_OF_PROVINCE}"
            rf"|.*\bUBND tỉnh giao {_OF_PROVINCE}"
        )
        partners = rf"[^;.]*?(?:{all_of_them}|{_BODY} cấp|các (?:đơn vị, )?địa phương)[^;.]*?"
        self.with_units = re.compile(
            rf"\A(?:(?:trong đó,? )?(?:[Gg]iao|[Đđ]ề nghị) )?(?P<body>{_ONE_OF_PROVINCE})(?: \([^()]*\))?:? "
            rf"chủ trì,? phối hợp (?:với )?{partners}(?:,? )(?P<work>(?:{_VERBS})\b.*)\Z"
        )

        # “Công an tỉnh chỉ đạo Công an các xã, phường …”: a body of the unit is told to act.
        self.ordered_down = re.compile(
            rf"\A(?:[Gg]iao )?{_OF_PROVINCE}(?:,? (?:chỉ đạo|đôn đốc|yêu cầu|giao)){{1,2}}"
            rf" (?P<body>(?!{_BODY})[^\W\d_a-zđ][^\W\d_]*(?: [^\W\d_]+){{0,6}}?) (?:các |cấp )?{row}"
            r" (?P<work>[^\W\d_A-ZĐ].*)\Z"
        )

    def names_in(self, text: str) -> set[str]:
        """The units that the text names."""
        rows = [*self.named.findall(text), *self.leading.findall(text)]
        return {name for row in rows for name in re.findall(self.name, row)}

    def of_other_types(self, text: str, own: str) -> list[bool]:
        """Of each row of types that has to act (“mỗi phường”, “UBND các xã”): whether `own` is none of it."""
        told = [*self.each.finditer(text), *self.committees.finditer(text)]
        # “UBND cấp xã” is that of every unit of the level.
        said = [match[0] for match in told if " cấp " not in match[0]]
        rows = [found[0] for words in said if (found := self.row.search(words))]
        short = {"thành": "thành phố", "thị": "thị xã"}
        types = ([short.get(one, one) for one in re.split(r", | và |; ", row)] for row in rows)
        return [own not in named for named in types]

    def excepts(self, text: str, name: str) -> bool:
        """Whether the unit of this name is left out of what is asked of all others."""
        return any(name in re.findall(self.name, found[0]) for found in self.excepted.finditer(text))

    def body_in(self, text: str) -> str:
        """The body of the province that the text begins with."""
        found = re.search(_OF_PROVINCE, text) if self.province.match(text) else None
        return found[0] if found else ""

    def addresses(self, text: str) -> bool:
        """Whether the text names anybody who is to act."""
        found = self.province.match(text) or self.with_units.match(text) or self.names_in(text)
        return bool(found) or self.speaks_to_all(text)

    def speaks_to_all(self, text: str) -> bool:
        patterns: Iterable[re.Pattern[str]] = (self.committees, self.both_levels, self.each, self.each_of_all)
        return any(pattern.search(text) for pattern in patterns)


# To compile them takes a tenth of the time of a document, and they are the same for all units.
_told_apart = lru_cache(8)(Telling)


def telling(plan: UnitPlan) -> Telling:
    """The patterns for the level of this unit."""
    book = plan.book
    types = tuple(kind.id for kind in book.types.values() if kind.level == plan.unit.level)
    return _told_apart(types, book.head.place, tuple(unit.name for unit in book.units.values()))
