"""Which clauses of the province's plan bind a unit, and how the unit says them itself: rules, never guesses.

What the rules cannot turn round safely stays as the province wrote it, and somebody has to look at it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Literal, NamedTuple

from kh_docs.facts.clause_names import is_annex
from kh_docs.facts.first_letters import capital
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.plan import Clause

# Who is told to act where a clause begins with a body of the province.
_PROVINCE = re.compile(r"(?:Giao |Đề nghị |Yêu cầu )?(?:(?:Các s|S)ở\b|[^,.;:]{0,60}?\btỉnh\b)")
_PROVINCE_TOO = re.compile(r"\bsở, ban, ngành\b|\bcấp tỉnh\b")
# Figures that are nobody's total: dates, symbols, years, shares, and what is asked at least of each.
_HARMLESS = re.compile(
    r"“[^”]*”|\d+(?:[.,]\d+)?%|\d[\d/.]*/[\d\w-]+|\d{4} - \d{4}"
    r"|[Qq]uý [IVX]+(?:/| năm )\d{4}|(?:năm|Quý|quý|số|tháng|khoản|Điều|ít nhất) [\d.]+"
)
_BODY = r"(?:UBND|Ủy ban nhân dân)"
# How the types of a level are called when several stand in a row.
_SHORT = {"thành phố": "thành", "thị xã": "thị"}


class Voice(NamedTuple):
    """One clause as the unit says it: its own words, words to be looked at, or left out for a reason."""

    clause: Clause
    state: Literal["own", "asked", "left"]
    text: str
    reason: str = ""


def voices(plan: UnitPlan) -> list[Voice]:
    """Every clause that tells somebody to do something, in the order of the plan."""
    told = _Telling(plan)
    return [told.voice(clause) for clause in plan.book.clauses if tells(clause)]


def restated(plan: UnitPlan) -> Callable[[str], str]:
    """How the unit says a sentence of the province that binds it."""
    return _Telling(plan).restated


def tells(clause: Clause) -> bool:
    """Neither the name of a part nor what stands before the first of them."""
    return not clause.heading and clause.id != "opening"


class _Telling:
    """The patterns by which clauses are told apart for one unit."""

    def __init__(self, plan: UnitPlan) -> None:
        self.plan = plan
        level = plan.unit.level
        types = [kind.id for kind in plan.book.types.values() if kind.level == level]
        types += [_SHORT[kind] for kind in types if kind in _SHORT]
        one = f"(?:{'|'.join(map(re.escape, types))})"
        row = rf"{one}(?:(?:, | và |; ){one})*\b"
        place = re.escape(plan.book.head.place)
        self.area = re.compile(rf"\b(?:trên địa bàn|trong toàn|toàn|trong) tỉnh\b(?: {place})?")
        self.committees = re.compile(rf"{_BODY} (?:các cấp\b|(?:các |cấp )?{row})")
        self.each = re.compile(rf"\b(?:[Mm]ỗi|[Tt]ừng) {row}")
        self.plural = re.compile(rf"\b[Cc]ác {row}")
        several = rf"{one} ({self.name}(?:(?:, | và |; )(?:{_BODY} )?(?:{one} )?{self.name})*)"
        self.named = re.compile(rf"\b{several}")
        self.named_first = re.compile(rf"(?:(?:Riêng|Giao) )?(?:{_BODY} )?{several}", re.IGNORECASE)

    @cached_property
    def name(self) -> str:
        names = sorted((unit.name for unit in self.plan.book.units.values()), key=len, reverse=True)
        return f"(?:{'|'.join(map(re.escape, names))})"

    def voice(self, clause: Clause) -> Voice:
        text = clause.text
        if is_annex(clause.id):
            return Voice(
                clause, "left", "", _("phụ lục của tỉnh; số liệu, thời hạn của đơn vị ở phụ lục kèm theo")
            )
        named = {name for row in self.named.findall(text) for name in re.findall(self.name, row)}
        if named and self.plan.unit.name not in named:
            if self.named_first.match(text):
                return Voice(clause, "left", "", _("chỉ giao đơn vị khác"))
            return self._asked(clause, _("nêu tên đơn vị khác"))
        for_units = bool(self.committees.search(text) or self.each.search(text))
        if _PROVINCE.match(text) and not for_units:
            return Voice(clause, "left", "", _("chỉ giao cơ quan cấp tỉnh"))
        if _PROVINCE.match(text) or _PROVINCE_TOO.search(text):
            return self._asked(clause, _("giao cả cơ quan cấp tỉnh"))
        if len(named) > 1:
            return self._asked(clause, _("nêu tên nhiều đơn vị"))
        if not re.search(r"\b[Mm]ỗi\b", text) and re.search(r"\d", _HARMLESS.sub("", text)):
            return self._asked(clause, _("có thể là con số chung của tỉnh"))
        return self._own(clause)

    def _own(self, clause: Clause) -> Voice:
        text = self.restated(clause.text)
        if self.plural.search(text):
            return self._asked(clause, _("nói chung về nhiều đơn vị"))
        return Voice(clause, "own", text)

    def restated(self, text: str) -> str:
        """The unit in the place of what all units are called together."""
        words = self.plan.words
        text = self.committees.sub(words.committee, text)
        text = self.each.sub(words.full, text)
        return capital(self.area.sub(f"trên địa bàn {words.type}", text))

    def _asked(self, clause: Clause, reason: str) -> Voice:
        return Voice(clause, "asked", clause.text, reason)
