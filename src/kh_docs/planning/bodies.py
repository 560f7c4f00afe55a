"""Who a clause speaks to: units all together, units by name, bodies of the province; each by its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from kh_docs.planning.outline import OutlineClause
from kh_docs.planning.spans import Span, before, sentence_at

Whom = Literal["districts", "communes", "province", "each"]

_DISTRICT_WORD = r"(?:huyện|thành phố|thị xã|quận|thành|thị)"
_COMMUNE_WORD = r"(?:xã|phường|thị trấn|đặc khu)"
_COMMITTEE = r"(?:(?:Chủ tịch\s+)?(?:UBND|[ỦU][ỷyỳ]\s?ban\s+[Nn]hân\s+dân)|Chính quyền)"
_JOINS = r"(?:\s*(?:,|và|-|/)\s*(?:các\s+)?)"
# The first that fits wins; “UBND các huyện, thành phố, thị xã” is one body.
_BODIES: tuple[tuple[Whom, re.Pattern[str]], ...] = (
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
    ("province", re.compile(r"Sở\s+[^\W\d_a-zđ]\w*(?:(?:,|\s+và|\s+-)?\s+[^\W\d_a-zđ]\w*)*")),
    ("province", re.compile(
        r"(?:Ban|Báo|Đài|Công an|Bộ Chỉ huy|Văn phòng|Thanh tra|Hội|Liên đoàn|Liên minh|Cục|Kho bạc|Bảo hiểm)"
        r"(?:\s+(?:[^\W\d_]\w*|-)){0,9}?\s+tỉnh(?:\s+[^\W\d_a-zđ]\w*)*|Tỉnh đoàn"
    )),
    ("province", re.compile(
        r"(?:[ỦU][ỷy]\s?ban\s+(?:Mặt trận|MTTQ)|UBMTTQ|Ủy ban Mặt trận)[^,;.:]{0,40}?tỉnh"
        r"(?:\s+[^\W\d_a-zđ]\w*)*"
    )),
    ("province", re.compile(r"(?:do\s+)?cấp\s+tỉnh\s+quản\s+lý")),
    ("province", re.compile(r"(?:tổ chức|đoàn thể) chính trị\s*-?\s*xã hội(?:\s+(?:cấp\s+)?tỉnh)?")),
)  # fmt: skip
_NEAR_THE_START = 12
_BESIDE = re.compile(
    r"(?:qua|gửi|về|cho|báo cáo|với|phối hợp|của|tại|theo|do|giúp|trình|tham mưu)\s+(?:các\s+)?$",
    re.IGNORECASE,
)


class Body(NamedTuple):
    """A body with its place in the text of the clause."""

    whom: Whom
    span: Span
    literal: str


@lru_cache(256)
def bodies_in(text: str) -> tuple[Body, ...]:
    """All bodies that the text names, in its order; none overlaps another."""
    found: list[Body] = []
    for whom, pattern in _BODIES:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if span.end - span.start > 4 and not any(span.touches(body.span) for body in found):
                found.append(Body(whom, span, match[0].strip(" -–")))
    return tuple(sorted(found, key=lambda body: body.span.start))


def addressee(clauses: Sequence[OutlineClause], clause: OutlineClause, position: int) -> Body | None:
    """Who has to do what stands at `position`: named before it in its sentence, in its clause, or above."""
    bodies = _told(clause.text)
    sentence = sentence_at(clause.text, position)
    near = [body for body in bodies if sentence.start <= body.span.start < position]
    earlier = [body for body in bodies if body.span.start < position]
    if near:
        return _acting(near)
    if earlier:
        return _acting(earlier)
    for above in _above(clauses, clause):
        bodies = _told(above.text)
        # A title speaks to whom it begins with; what it names further on is its subject.
        if above.heading:
            bodies = tuple(body for body in bodies if body.span.start < _NEAR_THE_START)
        if bodies:
            return _acting(bodies)
    return None


@lru_cache(256)
def _told(text: str) -> tuple[Body, ...]:
    """Those that the text tells to act, not those to whom or through whom something goes."""
    return tuple(body for body in bodies_in(text) if not _BESIDE.search(before(text, body.span.start)))


def _acting(bodies: Sequence[Body]) -> Body:
    """Units before the province's bodies: the plan speaks to them with the others, and they read it."""
    return next((body for body in bodies if body.whom in ("districts", "communes")), bodies[0])


def _above(clauses: Sequence[OutlineClause], clause: OutlineClause) -> Iterator[OutlineClause]:
    by_id = {each.id: each for each in clauses}
    name = clause.id
    while "." in name or "-" in name:
        name = re.sub(r"[.-][^.-]*$", "", name)
        if name in by_id:
            yield by_id[name]
