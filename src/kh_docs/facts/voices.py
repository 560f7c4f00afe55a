"""Which clauses of the province's plan bind a unit, and how the unit says them itself: rules, never guesses.

Piece by piece: what the rules cannot turn round safely stays as the province wrote it, and somebody has to
look at it; what others have to do falls away with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from kh_docs.facts.clause_names import is_annex
from kh_docs.facts.first_letters import capital
from kh_docs.facts.other_types import OtherTypes
from kh_docs.facts.pieces import Piece, pieces, rejoined
from kh_docs.facts.shares import Shares
from kh_docs.facts.telling import Telling, telling
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.facts.voice import Part, State, Voice, is_title, of_province, tells
from kh_docs.facts.voice_marks import (
    CLOSES,
    GUIDES_MONEY,
    HARMLESS,
    ITS_ANNEX,
    MAKES_PLAN,
    NUMBER_OF,
    ORDER_IN_BRACKETS,
    PROVINCE_TOO,
    ROW,
    THIS_PLAN,
)
from kh_docs.i18n import _
from kh_docs.model.bodies import Role
from kh_docs.model.plan import Clause


def voices(plan: UnitPlan) -> list[Voice]:
    """Every clause that tells somebody to do something, in the order of the plan."""
    told = _Voices(plan)
    return [told.voice(clause) for clause in plan.book.clauses if tells(clause)]


def restated(plan: UnitPlan) -> Callable[[str, str], str]:
    """How the unit says a sentence of a clause (its id) that binds it."""
    return _Voices(plan).sentence


def title_of(plan: UnitPlan) -> Callable[[str], str]:
    """How the unit says the name of a part."""
    told = _Voices(plan)
    return lambda title: capital(told.restated(title))


class _Voices:
    """What one unit makes of each clause."""

    def __init__(self, plan: UnitPlan) -> None:
        self.plan = plan

    @cached_property
    def told(self) -> Telling:
        # A plan whose clauses have tasks asks for none of it.
        return telling(self.plan)

    @cached_property
    def other_types(self) -> OtherTypes:
        return OtherTypes(self.plan)

    def voice(self, clause: Clause) -> Voice:
        if is_annex(clause.id):
            return Voice(
                clause, "left", "", _("phụ lục của tỉnh; số liệu, thời hạn của đơn vị ở phụ lục kèm theo")
            )
        shares = Shares(self.plan, clause.id)
        paragraphs: list[str] = []
        parts: list[Part] = []
        asked: list[int] = []
        silent = self._above(clause) or self._closing(clause)
        for paragraph in clause.text.split("\n"):
            if ROW.search(paragraph):
                parts.append(
                    Part("left", "", _("số liệu của đơn vị ở phụ lục kèm theo"))
                    if shares.by_table
                    else Part("asked", "", _("bảng của tỉnh không in lại ở đây"))
                )
                asked += [max(len(paragraphs) - 1, 0)] * (parts[-1].state == "asked")
                continue
            cut = pieces(paragraph)
            said = self._said(cut, shares, silent)
            parts += said
            if text := rejoined(cut, [part.text for part in said]):
                asked += [len(paragraphs)] * any(part.state == "asked" for part in said)
                paragraphs.append(text)
            elif not paragraph.endswith((".", ";")):
                # “Sở Y tế”, and below it what that does.
                silent = said[-1] if said else silent
        if len(paragraphs) == 1 and not asked and is_title(clause, paragraphs[0]):
            parts, paragraphs = [part for part in parts if part.state == "left"], []
        states = {part.state for part in parts}
        state: State = "asked" if "asked" in states else "own" if "own" in states else "left"
        reasons = dict.fromkeys(
            part.reason for part in parts if part.reason and part.state in (state, "left")
        )
        return Voice(
            clause,
            state,
            "\n".join(paragraphs),
            "; ".join(reasons),
            tuple(dict.fromkeys(asked)),
            tuple(dict.fromkeys(part.body for part in parts if part.body)),
        )

    def sentence(self, text: str, clause: str) -> str:
        """A sentence that binds the unit, for a table: nothing quoted, nothing left to be looked at."""
        shares = Shares(self.plan, clause)
        cut = pieces(text)
        said = self._said(cut, shares, None)
        plain = [
            self.restated(shares.opened(piece.text)[0]) if part.state == "asked" else part.text
            for piece, part in zip(cut, said, strict=True)
        ]
        return rejoined(cut, plain) or capital(self.restated(shares.opened(text)[0]))

    def _said(self, cut: list[Piece], shares: Shares, silent: Part | None) -> list[Part]:
        """Each piece; one that names nobody is for whom the piece before it was for, up to a full stop."""
        said: list[Part] = []
        carried, body = silent, ""
        for piece in cut:
            named = self.told.addresses(piece.text)
            body = self.told.body_in(piece.text) or body
            if body and carried and (with_us := self.told.with_us.match(piece.text)):
                part = Part("own", f"phối hợp với {body} {with_us['work']}")
            else:
                part = carried if carried and not named else self._part(piece.text, shares)
            said.append(part)
            others = part.state == "left" or self.told.with_units.match(piece.text) is not None
            if piece.mark == ".":
                carried, body = silent, ""
            elif others:
                carried = carried or (part if part.state == "left" else of_province())
            else:
                carried = None
        return said

    def _above(self, clause: Clause) -> Part | None:
        """A clause that names nobody is for whom the clause above it is for."""
        if self.told.addresses(pieces(clause.text.split("\n")[0])[0].text):
            return None
        above = {each.id: each.text for each in self.plan.book.clauses}
        name = clause.id
        while len(parts := re.split(r"[.-](?=[^.-]+$)", name)) > 1:
            name = parts[0]
            if self.told.addresses(text := above.get(name, "")):
                alone = self.told.province.match(text) and not self.told.speaks_to_all(text)
                return of_province() if alone else None
        return None

    def _closing(self, clause: Clause) -> Part | None:
        """The last words of the province's plan to all its readers; the unit's plan has its own."""
        closes = clause.id.endswith("end") and CLOSES.match(clause.text)
        if not closes or self.told.committees.search(clause.text):
            return None
        return Part("left", "", _("câu kết của kế hoạch tỉnh"))

    def _part(self, text: str, shares: Shares) -> Part:
        told = self.told
        text = ORDER_IN_BRACKETS.sub("", text)
        text = shares.listed(text, told.listed)
        if told.excepts(text, self.plan.unit.name):
            return Part("left", "", _("trừ đơn vị này"))
        named = told.names_in(shares.without_parts(text))
        if named and self.plan.unit.name not in named:
            if told.speaks_to_all(text):
                return self._asked(text, shares, _("nêu tên đơn vị khác"))
            return Part("left", "", _("chỉ giao đơn vị khác"))
        if named and (found := told.addressed.match(text)):
            text = self.plan.words.committee + text[found.end() :]
        elif len(named) > 1:
            return self._asked(text, shares, _("nêu tên nhiều đơn vị"))
        if told.concerned.search(text):
            return self._asked(text, shares, _("giao những đơn vị có liên quan, chưa rõ có đơn vị này không"))
        if part := self._of_province(text, shares):
            return part
        others = self.other_types.told_in(text)
        if others and all(others):
            return Part("left", "", _("chỉ giao đơn vị loại khác"))
        if any(others) or told.of_a_kind.search(text):
            kind = _("giao đơn vị có đặc điểm riêng, chưa rõ có đơn vị này")
            return self._asked(text, shares, _("nêu riêng từng loại đơn vị") if any(others) else kind)
        own, asked = shares.own(told.province_and_units.sub("", text))
        if told.share_of_units.search(text):
            return self._asked(text, shares, _("tỷ lệ tính trên các đơn vị của cả tỉnh"))
        if not re.search(r"\b[Mm]ỗi\b", text) and re.search(r"\d", HARMLESS.sub("", shares.unexplained(own))):
            return self._asked(text, shares, _("có thể là con số chung của tỉnh"))
        said = self.restated(own)
        if told.plural.search(said):
            return self._asked(text, shares, _("nói chung về nhiều đơn vị"))
        return Part("asked" if asked else "own", said, asked)

    def _of_province(self, text: str, shares: Shares) -> Part | None:
        """What a body of the province has to do: with the unit, without it, or too tangled to tell."""
        told = self.told
        if found := told.with_units.match(text):
            work = NUMBER_OF.sub("các", told.committees.sub(self.plan.words.committee, found["work"]))
            return Part("own", f"Phối hợp với {found['body']} {work}")
        if (down := told.ordered_down.match(text)) and (body := self._body_of_unit(down["body"])):
            verb = "Đề nghị" if body.command == "request" else "Giao"
            said = f"{verb} {self.plan.role_name(body)} {self.restated(down['work'])}"
            return Part("own", said, body=body.id)
        alone = told.province_and_units.sub("", text)
        if told.province.match(alone):
            if money := GUIDES_MONEY.match(alone):
                joint = "và hướng dẫn" if "theo quy định" in money["work"] else "theo hướng dẫn"
                return Part("own", f"{capital(money['work'])} {joint} của {money['body']}{money['stop']}")
            if not told.speaks_to_all(alone):
                return of_province()
            return self._asked(text, shares, _("giao cả cơ quan cấp tỉnh"))
        if PROVINCE_TOO.search(alone):
            return self._asked(text, shares, _("giao cả cơ quan cấp tỉnh"))
        return None

    def _body_of_unit(self, called: str) -> Role | None:
        """The unit's own body of that name: “Công an” is Công an phường."""
        wanted = f"{called} {self.plan.unit.type}"
        held = (self.plan.role(role.id) for role in self.plan.book.roles)
        return next((role for role in held if role and self.plan.role_name(role) == wanted), None)

    def restated(self, text: str) -> str:
        """The unit in the place of what all units are called together."""
        words, told, head = self.plan.words, self.told, self.plan.book.head
        text = told.province_and_units.sub("", THIS_PLAN.sub("", text))
        text = ITS_ANNEX.sub(rf"\g<0> Kế hoạch số {head.number}/{head.symbol}", text)
        text = told.both_levels.sub(self._both_levels(), text)
        text = told.committees.sub(words.committee, text)
        text = told.each_of_all.sub(words.committee, text)
        text = told.each.sub(words.full, text)
        if text.startswith(words.committee):
            text = MAKES_PLAN.sub("gửi Kế hoạch này về ", text)
        return told.area.sub(f"trên địa bàn {words.type}", text)

    def _both_levels(self) -> str:
        below = self.plan.role("commune_committees")
        words = self.plan.words
        return f"{words.committee}, UBND {words.children}" if below else words.committee

    def _asked(self, text: str, shares: Shares, reason: str) -> Part:
        """As the province wrote it, in quotation marks; its totals are left out there too."""
        quoted = shares.opened(text)[0].replace("“", "‘").replace("”", "’")
        return Part("asked", f"“{quoted}”", reason)
