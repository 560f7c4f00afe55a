"""What becomes of a clause of the province's plan, and of each piece of it, in the words of a unit."""

from __future__ import annotations

from typing import Literal, NamedTuple

from kh_docs.facts.first_letters import capital
from kh_docs.i18n import _
from kh_docs.model.plan import Clause

State = Literal["own", "asked", "left"]


class Voice(NamedTuple):
    """One clause as the unit says it: its own words, words to be looked at, or left out for a reason."""

    clause: Clause
    state: State
    text: str
    reason: str = ""
    # The paragraphs, by their places in the text, that have to be looked at.
    asked: tuple[int, ...] = ()
    # The unit's own bodies, by role, that the province tells to act.
    bodies: tuple[str, ...] = ()


class Part(NamedTuple):
    state: State
    text: str
    reason: str = ""
    body: str = ""


def tells(clause: Clause) -> bool:
    """Neither the name of a part nor what stands before the first of them."""
    return not clause.heading and clause.id != "opening"


def of_province() -> Part:
    """What bodies of the province have to do by themselves."""
    return Part("left", "", _("chỉ giao cơ quan cấp tỉnh"))


def is_title(clause: Clause, paragraph: str) -> bool:
    """Whether nothing is left of a clause but the name above what it tells."""
    first, _end, rest = clause.text.partition("\n")
    return bool(rest) and paragraph == capital(first) and not first.endswith((".", ";", ":"))
