"""Take a figure as it was found, give it as a target: whose, by when, of the province or of each unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.first_letters import capital
from kh_docs.facts.other_types import types_named
from kh_docs.model.approval import PROPOSED
from kh_docs.model.base import Applies
from kh_docs.model.plan import Deadline
from kh_docs.model.targets import Target
from kh_docs.model.units import Unit
from kh_docs.planning.bodies import addressee
from kh_docs.planning.dates import FoundDate
from kh_docs.planning.figure import Figure
from kh_docs.planning.outline import OutlineClause
from kh_docs.planning.spans import sentence_at, touches_any
from kh_docs.text import slug

# “98%” and “02 lần mỗi tuần” alone say nothing of what.
_BARE = re.compile(r"(?:[^\W\d_]+ ){0,2}[\d.,]+\s?(?:%|(?:lần|buổi|đợt|giờ|ngày)\b.{0,20})")
# “Xóa 100% điểm tập kết …”: without the verb the target would say the opposite.
_VERB = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?")
_RATE = re.compile(r"\s*/\s*[^\W\d_]|\s+(?:mỗi|một|trên một)\s")
_EVERY = re.compile(r"\b(?:mỗi|một)\s+(tuần|tháng|quý|năm)\b")
_SHARE = r"(?:(?:ít nhất|tối thiểu|trên) )?[\d.,]+\s?% (?:tổng )?(?:số )?(?:các )?"
_OF_ALL = re.compile(r"\b(?:toàn|cả) (?:tỉnh|quốc|ngành)\b", re.IGNORECASE)
# “95% hồ sơ tại cấp tỉnh và 80% hồ sơ tại cấp xã”, “20% GRDP của tỉnh”.
_LEVEL = re.compile(
    r"\b(?:tại|ở|của|đối với|thuộc) (?:(?:các )?cơ quan )?"
    r"(?:cấp (?P<level>tỉnh|huyện|xã)|(?P<all>tỉnh)\b(?! [A-ZĐ]))",
    re.IGNORECASE,
)
_OF_THE_PROVINCE = re.compile(r"^tỉnh\b|\btrên địa bàn (?:toàn )?tỉnh\b|\btrong tỉnh\b", re.IGNORECASE)
# “…; hoàn thành trước ngày 30/6/2026” goes with what stands before it.
_DONE_BY = re.compile(r"\s*;?\s*hoàn thành\s")
# More than these are not listed in a reason.
_MOST_NAMED = 8


def due_of(
    figure: Figure,
    found: Sequence[FoundDate],
    deadlines: Sequence[Deadline],
    by_id: Mapping[str, OutlineClause],
) -> Deadline | None:
    """The deadline that the figure's own sentence states, the nearest where there are several."""
    text = by_id[figure.clause].text
    own = [sentence_at(text, figure.span.start)]
    if following := _DONE_BY.match(text, own[0].end):
        own.append(sentence_at(text, following.end()))
    near = [
        (abs(date.span.start - figure.span.start), at)
        for at, date in enumerate(found)
        if date.clause == figure.clause and touches_any(date.span, own)
    ]
    return deadlines[min(near)[1]] if near else None


def target_of(
    name: str,
    figure: Figure,
    by_id: Mapping[str, OutlineClause],
    clauses: Sequence[OutlineClause],
    due: Deadline | None,
    units: Mapping[str, Unit],
    year: int,
) -> Target:
    body = addressee(clauses, by_id[figure.clause], figure.span.start)
    by_province = not figure.units and body is not None and body.whom == "province"
    sentence = sentence_at(by_id[figure.clause].text, figure.span.start)
    text = by_id[figure.clause].text
    said = text[sentence.start : figure.span.start + len(figure.literal)].strip()
    before = text[sentence.start : figure.span.start].strip()
    bare = _BARE.fullmatch(figure.literal) or _VERB.fullmatch(before)
    of_all = not figure.units and _is_of_all(figure, said, units)
    if not figure.units and (of_type := _of_one_type(figure, before, units, clauses)):
        figure = figure._replace(units=of_type)
    # Without anybody who has to reach it “ít nhất 130 xã nâng cao” is a total of the province.
    told = figure.at_least and (figure.units or body is not None or _RATE.match(text, figure.span.end))
    own = figure.per_unit or figure.measure == "%" or len(figure.units) == 1 or told
    names = ", ".join(units[unit].full_name for unit in figure.units)
    if len(figure.units) > _MOST_NAMED:
        names = "các đơn vị nêu tên"
    where = capital(clause_name(figure.clause))
    if by_province:
        otherwise = f"{where} giao {body.literal if body else ''}"
    else:
        otherwise = f"{where} chỉ giao {names}" if names else ""
    return Target(
        id=name,
        state=PROPOSED,
        clause=figure.clause,
        words=figure.literal,
        unit_words=figure.said
        if figure.said not in ("", figure.literal)
        else said
        if bare and not of_all
        else "",
        value=figure.value,
        measure=_measure(figure),
        at_least=figure.at_least,
        scope="province" if by_province else "unit" if own and not figure.parts and not of_all else "shared",
        kind=_kind(figure, due, year),
        per_unit=dict(figure.parts),
        applies=Applies(units=() if by_province else figure.units)
        if by_province or figure.units
        else Applies(),
        otherwise=otherwise,
        deadline=due.id if due else "",
    )


def _of_one_type(
    figure: Figure, ahead: str, units: Mapping[str, Unit], clauses: Sequence[OutlineClause]
) -> tuple[str, ...]:
    """The units of which “mỗi phường có …”, “100% các xã” speaks, where there are others beside them."""
    row = _row_of_types(units)
    told = re.finditer(
        rf"((?:^|, )các |^|, |\b\w+ )({row})(?! (?-i:[A-ZĐ])| (?:có )?liên quan)", ahead, re.IGNORECASE
    )
    # Behind other words, as in “UBND các huyện có liên quan”, they are not all that is meant.
    rows = [found[2] for found in told if found[1].lower().lstrip(", ") in ("", "các ", "mỗi ", "từng ")]
    if share := re.match(rf"{_SHARE}({row})", figure.literal, re.IGNORECASE):
        rows.append(share[1])
    # A plan that nowhere names the others means them too.
    types = types_named({unit.type.lower() for unit in units.values()}, (clause.text for clause in clauses))
    named = set(re.split(r", | và ", rows[-1].lower())) if rows else types
    return () if named >= types else tuple(unit.id for unit in units.values() if unit.type.lower() in named)


def _row_of_types(units: Mapping[str, Unit]) -> str:
    """`phường, xã` as part of a pattern."""
    types = sorted({re.escape(unit.type.lower()) for unit in units.values()}, key=len, reverse=True)
    one = f"(?:{'|'.join(types)})"
    return rf"{one}(?:(?:, | và ){one})*\b"


def _is_of_all(figure: Figure, said: str, units: Mapping[str, Unit]) -> bool:
    """Whether the figure is what all of them reach together: none of them may be told that it is its own."""
    if _OF_ALL.search(said) or _is_of_province(figure, said):
        return True
    if figure.measure == "%":
        # Of units half of which have to do it nobody knows which.
        of_units = re.match(f"{_SHARE}{_row_of_types(units)}", figure.literal, re.IGNORECASE)
        return of_units is not None and figure.value != "100"
    if figure.per_unit:
        return False
    # “Ít nhất 50 xã, phường” counts the very units that the plan speaks to.
    counts_units = any(slug(figure.measure).startswith(slug(unit.type)) for unit in units.values())
    return counts_units or _OF_THE_PROVINCE.search(said) is not None


def _is_of_province(figure: Figure, said: str) -> bool:
    """By the level that stands behind the figure, else by the last before it."""
    before = [found for found in _LEVEL.finditer(said) if found["level"]]
    levels = list(_LEVEL.finditer(figure.literal))[:1] or before[-1:]
    return any(found["all"] or found["level"].lower() == "tỉnh" for found in levels)


def _measure(figure: Figure) -> str:
    """`lần/tuần` of “02 lần mỗi tuần”."""
    every = _EVERY.search(figure.literal)
    return f"{figure.measure}/{every[1]}" if every else figure.measure


def _kind(figure: Figure, due: Deadline | None, year: int) -> Literal["achieve", "maintain", "horizon"]:
    if figure.maintains:
        return "maintain"
    far = due is not None and due.rule.kind == "by_year" and (due.rule.year or 0) > year
    return "horizon" if far else "achieve"
