"""The figures of one return: each cell that the form asks of the unit, what it says, what has to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kh_docs.documents.applicable import means, reason_for_none
from kh_docs.facts.spelt_values import State, Value, value_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import N_, _
from kh_docs.model.head import Period
from kh_docs.model.indicators import Indicator
from kh_docs.returns.cells import Cell, FoundBy
from kh_docs.returns.paper import Paper
from kh_docs.text import THING, slug

SPOKEN = {"chi_tieu": N_("chỉ tiêu"), "ky_truoc": N_("kỳ trước"), "ky_nay": N_("kỳ này")}
_MEANT = {"ky_truoc": "previous", "ky_nay": "current"}


class Question(NamedTuple):
    """What has to be asked of the unit; `key`: about which cell."""

    where: str
    raw: str
    message: str
    key: str


class Figure(NamedTuple):
    """One value with its witness; `doubtful`: it is asked about, and so not added up.

    `worked_out`: it never is, as its total comes from other figures.
    """

    state: State
    value: float | int | str | None
    raw: str
    where: str
    found_by: FoundBy
    doubtful: bool = False
    worked_out: bool = False


class Asked(NamedTuple):
    """One cell of the form, and where that is; `reason`: what is printed where it asks nothing."""

    key: str
    item: Indicator
    column: str
    place: str
    reason: str = ""

    @property
    def spoken(self) -> str:
        """`F1 Số buổi tuyên truyền, kỳ này`."""
        name = f"{self.item.code} {self.item.short or self.item.label}".strip()
        return f"{name}, {_(SPOKEN[self.column])}"


def asked_of(unit_plan: UnitPlan, span: str, period: Period, paper: Paper) -> list[Asked]:
    """The cells that the form of this period has for the unit, in the order of the table."""
    found: list[Asked] = []
    for item in unit_plan.book.indicators.indicators:
        if not item.core or span not in item.periods:
            continue
        reason = reason_for_none(unit_plan, item, period)
        for column in ["ky_nay"] if reason else _columns(item):
            found.append(Asked(f"{item.id}.{column}", item, column, paper.cell(item.id, column), reason))
    return found


def _columns(item: Indicator) -> list[str]:
    has_target = bool(item.target_text)
    columns = ["chi_tieu"] if has_target else []
    if not item.target_only:
        columns += [column for column, name in _MEANT.items() if means(item, name)]
    return columns


def figures_of(
    asked: Iterable[Asked], cells: Mapping[str, Cell], year: int, has_all: bool = True
) -> tuple[dict[str, Figure], list[Question]]:
    """What the cells say, by their keys, and what has to be asked about them.

    `has_all`: whether the form has every cell, so that one which is not there was taken out.
    """
    figures: dict[str, Figure] = {}
    questions: list[Question] = []
    for each in asked:
        cell = cells.get(each.key)
        if cell is None:
            if not each.reason:
                figures[each.key] = Figure("blank", None, "", "", "tag" if has_all else "code")
                if has_all:
                    gone = _("biểu gửi về không có ô này, đề nghị bổ sung số liệu")
                    questions.append(Question(each.place, "", gone, each.key))
            continue
        value = _value(each, cell, year)
        doubts = list(_doubts(each, cell, value))
        questions += doubts
        doubtful = _differ(cell) or bool(value.question) or bool(each.reason and value.state == "number")
        figures[each.key] = Figure(
            value.state,
            value.value,
            cell.raw,
            cell.where,
            cell.found_by,
            doubtful,
            each.item.is_worked_out and each.column != "chi_tieu",
        )
    return figures, questions


def _value(asked: Asked, cell: Cell, year: int) -> Value:
    if asked.column == "chi_tieu":
        # A target is printed in words (“Ít nhất 10”), and none of ours to judge.
        plain = value_of(cell.raw, asked.item.type, asked.item.measure, year)
        return plain if plain.state != "text" else plain._replace(question="")
    value = value_of(cell.raw, asked.item.type, asked.item.measure, year)
    if asked.item.type == "n" and isinstance(value.value, float):
        return value._replace(note=_("“{raw}” không phải số nguyên").format(raw=cell.raw.strip()))
    return _chosen(asked.item, value) if value.state == "text" and asked.item.offered else value


def _chosen(item: Indicator, value: Value) -> Value:
    """One of the answers that the form offers, however it is spelt; whether others count nobody knows."""
    said = slug(str(value.value))
    answer = next((offered for offered in item.offered if slug(offered) == said), None)
    if answer is not None:
        return value._replace(value=answer)
    asked = _("“{raw}” không có trong danh sách chọn ({choices})")
    question = asked.format(raw=value.value, choices=", ".join(item.offered)) if item.good else ""
    return value._replace(question=question)


def _doubts(asked: Asked, cell: Cell, value: Value) -> list[Question]:
    place, key = asked.place, asked.key
    raw = _("(hình)") if THING in cell.raw else cell.raw
    found = [Question(place, raw, told, key) for told in (value.question, value.note) if told]
    if asked.reason and value.state == "number":
        message = _("biểu in “{reason}” mà có số").format(reason=asked.reason)
        found.append(Question(place, cell.raw, message, key))
    for raw, _where in cell.copies:
        if raw.strip() == cell.raw.strip():
            # What the form prints says nothing of its own.
            if value.state not in ("number", "text"):
                continue
            message = _("dòng này có hai lần trong biểu; tính một lần")
        else:
            told = _("cùng một chỉ tiêu mà hai dòng ghi khác nhau: “{one}” và “{other}”")
            one, other = (text.strip() or _("(trống)") for text in (cell.raw, raw))
            message = told.format(one=one, other=other)
        found.append(Question(place, raw, message, key))
    return found


def _differ(cell: Cell) -> bool:
    return any(raw.strip() and raw.strip() != cell.raw.strip() for raw, _where in cell.copies)
