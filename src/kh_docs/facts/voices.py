"""Which clauses of the province's plan bind a unit, and how the unit says them itself: rules, never guesses.

Piece by piece: what the rules cannot turn round safely stays as the province wrote it, and somebody has to
look at it; what others have to do falls away with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from kh_docs.facts.clause_names import is_annex
from kh_docs.facts.first_letters import capital
from kh_docs.facts.pieces import pieces, rejoined
from kh_docs.facts.shares import Shares
from kh_docs.facts.telling import Telling
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.plan import Clause

State = Literal["own", "asked", "left"]
_PROVINCE_TOO = re.compile(r"\bsở, ban, ngành\b|\bcấp tỉnh\b")
# In brackets and behind semicolons the province's bodies get orders that are nobody's else.
_ORDER_IN_BRACKETS = re.compile(r";\s*giao\s+[^;()]*?\btỉnh\b[^;()]*(?=[;)])")
# Figures that are nobody's total: dates, symbols, years, shares, times, and what is asked at least of each.
_HARMLESS = re.compile(
    r"“[^”]*”|\d+(?:[.,]\d+)?%|\d[\d/.]*/[\d\w-]+|(?:giai đoạn )?\d{4}\s?[-–]\s?\d{4}"
    r"|\d+ (?:năm|tháng|ngày|tuần|giờ|lần|quý)\b"
    r"|[Qq]uý [IVX]+(?:/| năm )\d{4}"
    r"|(?:năm|Quý|quý|số|tháng|khoản|Điều|giai đoạn|mức|ít nhất|lần thứ) [\d.]+(?:[/-]\d{4})?"
)
_NUMBER_OF = re.compile(r"(?:ít nhất |tối thiểu )?\b\d+(?= [^\W\d_])")


class Voice(NamedTuple):
    """One clause as the unit says it: its own words, words to be looked at, or left out for a reason."""

    clause: Clause
    state: State
    text: str
    reason: str = ""
    # The paragraphs, by their places in the text, that have to be looked at.
    asked: tuple[int, ...] = ()


class _Part(NamedTuple):
    state: State
    text: str
    reason: str = ""


def voices(plan: UnitPlan) -> list[Voice]:
    """Every clause that tells somebody to do something, in the order of the plan."""
    told = _Voices(plan)
    return [told.voice(clause) for clause in plan.book.clauses if tells(clause)]


def restated(plan: UnitPlan) -> Callable[[str], str]:
    """How the unit says a sentence of the province that binds it."""
    told = _Voices(plan)
    return lambda sentence: capital(told.restated(sentence))


def tells(clause: Clause) -> bool:
    """Neither the name of a part nor what stands before the first of them."""
    return not clause.heading and clause.id != "opening"


class _Voices:
    """What one unit makes of each clause."""

    def __init__(self, plan: UnitPlan) -> None:
        self.plan = plan
        self.told = Telling(plan)

    def voice(self, clause: Clause) -> Voice:
        if is_annex(clause.id):
            return Voice(
                clause, "left", "", _("phụ lục của tỉnh; số liệu, thời hạn của đơn vị ở phụ lục kèm theo")
            )
        shares = Shares(self.plan, clause.id)
        paragraphs: list[str] = []
        parts: list[_Part] = []
        asked: list[int] = []
        for paragraph in clause.text.split("\n"):
            cut = pieces(paragraph)
            said = [self._part(piece.text, shares) for piece in cut]
            parts += said
            if text := rejoined(cut, [part.text for part in said]):
                asked += [len(paragraphs)] * any(part.state == "asked" for part in said)
                paragraphs.append(text)
        states = {part.state for part in parts}
        state: State = "asked" if "asked" in states else "own" if "own" in states else "left"
        reasons = dict.fromkeys(
            part.reason for part in parts if part.reason and part.state in (state, "left")
        )
        return Voice(clause, state, "\n".join(paragraphs), "; ".join(reasons), tuple(asked))

    def _part(self, text: str, shares: Shares) -> _Part:
        told = self.told
        text = _ORDER_IN_BRACKETS.sub("", text)
        text = shares.listed(text, told.listed)
        named = told.names_in(shares.without_parts(text))
        if named and self.plan.unit.name not in named:
            if told.speaks_to_all(text):
                return self._asked(text, shares, _("nêu tên đơn vị khác"))
            return _Part("left", "", _("chỉ giao đơn vị khác"))
        if named and (found := told.addressed.match(text)):
            text = self.plan.words.committee + text[found.end() :]
        elif len(named) > 1:
            return self._asked(text, shares, _("nêu tên nhiều đơn vị"))
        if told.concerned.search(text):
            return self._asked(text, shares, _("giao những đơn vị có liên quan, chưa rõ có đơn vị này không"))
        if part := self._of_province(text, shares):
            return part
        own, asked = shares.own(told.province_and_units.sub("", text))
        if not re.search(r"\b[Mm]ỗi\b", text) and re.search(
            r"\d", _HARMLESS.sub("", shares.unexplained(own))
        ):
            return self._asked(text, shares, _("có thể là con số chung của tỉnh"))
        said = self.restated(own)
        if told.plural.search(said):
            return self._asked(text, shares, _("nói chung về nhiều đơn vị"))
        return _Part("asked" if asked else "own", said, asked)

    def _of_province(self, text: str, shares: Shares) -> _Part | None:
        """What a body of the province has to do: with the unit, without it, or too tangled to tell."""
        told = self.told
        if found := told.with_units.match(text):
            work = _NUMBER_OF.sub("các", told.committees.sub(self.plan.words.committee, found["work"]))
            return _Part("own", f"Phối hợp với {found['body']} {work}")
        alone = told.province_and_units.sub("", text)
        if told.province.match(alone):
            if not told.speaks_to_all(alone):
                return _Part("left", "", _("chỉ giao cơ quan cấp tỉnh"))
            return self._asked(text, shares, _("giao cả cơ quan cấp tỉnh"))
        if _PROVINCE_TOO.search(alone):
            return self._asked(text, shares, _("giao cả cơ quan cấp tỉnh"))
        return None

    def restated(self, text: str) -> str:
        """The unit in the place of what all units are called together."""
        words, told = self.plan.words, self.told
        text = told.province_and_units.sub("", text)
        text = told.both_levels.sub(self._both_levels(), text)
        text = told.committees.sub(words.committee, text)
        text = told.each_of_all.sub(words.committee, text)
        text = told.each.sub(words.full, text)
        return told.area.sub(f"trên địa bàn {words.type}", text)

    def _both_levels(self) -> str:
        below = self.plan.role("commune_committees")
        words = self.plan.words
        return f"{words.committee}, UBND {words.children}" if below else words.committee

    def _asked(self, text: str, shares: Shares, reason: str) -> _Part:
        """As the province wrote it, in quotation marks; its totals are left out there too."""
        quoted = shares.opened(text)[0].replace("“", "‘").replace("”", "’")
        return _Part("asked", f"“{quoted}”", reason)
