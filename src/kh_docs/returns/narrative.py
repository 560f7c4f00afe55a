"""The words of the province's report: who sent, what figures add up to, who reached a target."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.periods import period_of
from kh_docs.model.indicators import Indicator
from kh_docs.returns.adding import totals_of
from kh_docs.returns.collected import Collected, UnitReturn
from kh_docs.returns.lines import line_of, rate_line, target_lines, two
from kh_docs.returns.reported import MOST_NAMED, items_of, name_of, names_in_words, rates_beside
from kh_docs.returns.request import Request
from kh_docs.returns.silent import not_due, unclear, untold
from kh_docs.returns.spelling_out import spelt_out
from kh_docs.returns.targets import unit_targets

# More than so many units are called together what they are.
_NAMED = 5


class Group(NamedTuple):
    ten: str
    dong: list[str]


class Annexed(NamedTuple):
    """`{{ tong_hop.phu_luc.… }}`: how the annexes are cited, by what they hold; empty where there is none."""

    so_lieu: str = ""
    loi_van: str = ""
    nop: str = ""
    da_sua: str = ""


class ReportWords(NamedTuple):
    """`{{ tong_hop.… }}` of the wording."""

    phu_luc: Annexed
    ky: str
    nam: str
    nua_nam: bool
    tu_ngay: str
    den_ngay: str
    ngay: str
    nhan: str
    tren: str
    chua_gui: str
    khong_doc_duoc: str
    gui_cham: str
    chua_ro_ngay: str
    thieu: str
    can_hoi: str
    so_chua_cong: str
    da_sua: str
    da_gom: list[str]
    thuong_truc: str
    nhom: list[Group]
    chua_den_ky: str
    chua_ro: str
    chua_co: str
    duoc_giao: list[str]
    tu_dat: list[str]


def report_words(request: Request, collected: Collected, annexed: Annexed) -> ReportWords:
    """All that the wording may say, as finished text."""
    head, period = request.book.head, period_of(request.book, request.recipe)
    units, standing, units_of = collected.units, head.standing_body, request.book.units
    late = [each for each in units if each.state == "received" and each.days_late]
    known = [each for each in late if each.came_by(request.as_of)]
    left_out, changed = sum(each.left_out for each in units), len(request.decisions.overrides)
    groups = _groups(request, collected, annexed.loi_van)
    given, own = target_lines(request, collected, [*items_of(request), *_rates(request, collected)])
    return spelt_out(
        ReportWords(
            phu_luc=annexed,
            ky=f"06 tháng đầu năm {head.year}" if request.recipe.span == "6-thang" else f"năm {head.year}",
            nam=str(head.year),
            nua_nam=request.recipe.span == "6-thang",
            tu_ngay=short_date(period.from_day),
            den_ngay=short_date(period.to_day),
            ngay=short_date(request.as_of),
            nhan=two(sum(each.state == "received" for each in units)),
            tren=two(len(units)),
            chua_gui=names_in_words(request, [each.unit for each in units if each.state == "missing"]),
            khong_doc_duoc=names_in_words(
                request, [each.unit for each in units if each.state == "unreadable"]
            ),
            gui_cham=_late(request, known),
            chua_ro_ngay=_all_or(request, collected, [each.unit for each in late if each not in known]),
            thieu=_lacking(request, [each for each in units if each.is_short]),
            can_hoi=_all_or(request, collected, [each.unit for each in units if each.is_asked]),
            so_chua_cong=two(left_out) if left_out else "",
            da_sua=printed_number(str(changed)) if changed else "",
            da_gom=[
                f"{units_of[each.unit].full_name} tính trong báo cáo của {units_of[each.within].full_name}"
                for each in units
                if each.within
            ],
            thuong_truc=standing.name if standing else "",
            nhom=groups,
            chua_den_ky="; ".join(item.label for item in not_due(request, collected)),
            chua_ro="; ".join(item.label for item in unclear(request, collected)),
            chua_co="; ".join(item.label for item in untold(request, collected)),
            duoc_giao=given,
            tu_dat=own,
        ),
        request.book,
    )


def _all_or(request: Request, collected: Collected, units: list[str]) -> str:
    """Their names, unless they are all that sent anything."""
    sent = sum(each.state == "received" for each in collected.units)
    return f"cả {two(sent)} đơn vị đã gửi" if len(units) == sent > _NAMED else names_in_words(request, units)


def _late(request: Request, units: Sequence[UnitReturn]) -> str:
    if len(units) > MOST_NAMED:
        return names_in_words(request, [each.unit for each in units])
    return "; ".join(f"{name_of(request, each.unit)} ({two(each.days_late)} ngày)" for each in units)


def _lacking(request: Request, units: Sequence[UnitReturn]) -> str:
    if len(units) > MOST_NAMED:
        return names_in_words(request, [each.unit for each in units])
    groups: dict[str, list[str]] = {}
    for each in units:
        groups.setdefault(_short(each.blanks, each.open_communes), []).append(name_of(request, each.unit))
    return "; ".join(
        f"{', '.join(names)} ({'mỗi đơn vị ' if len(names) > 1 else ''}{short})"
        for short, names in groups.items()
    )


def _short(blanks: int, communes: int) -> str:
    told = [f"{two(blanks)} chỉ tiêu"] if blanks else []
    return ", ".join([*told, *([f"số liệu của {two(communes)} đơn vị cấp xã"] if communes else [])])


def _rates(request: Request, collected: Collected) -> list[Indicator]:
    """Rates beside those figures that have no number as their own target."""
    return [
        item
        for item in rates_beside(request)
        if item.formula and not any(unit_targets(collected.matrix, part) for part in _parts(request, item))
    ]


def _parts(request: Request, rate: Indicator) -> list[Indicator]:
    assert rate.formula is not None  # rates_beside() gives no other
    return [item for item in items_of(request) if item.id in rate.formula.numerator]


def _groups(request: Request, collected: Collected, annex: str) -> list[Group]:
    groups = {group.id: group.title for group in request.book.indicators.groups}
    found: list[Group] = []
    rates = _rates(request, collected)
    of = {f"{item.id}.ky_nay": _of(collected, item) for item in rates}
    totals = totals_of(request.book, of, collected.matrix)
    for name, title in groups.items():
        lines = [line_of(request, collected, item, annex) for item in items_of(request) if item.group == name]
        lines += [rate_line(item, totals[f"{item.id}.ky_nay"]) for item in rates if item.group == name]
        told = [line for line in lines if line]
        ends = [";"] * (len(told) - 1) + ["."]
        if told:
            found.append(Group(title, [f"{line}{end}" for line, end in zip(told, ends, strict=True)]))
    return found


def _of(collected: Collected, rate: Indicator) -> int:
    """To how many units a rate applies: those asked for all its parts."""
    assert rate.formula is not None
    parts = (*rate.formula.numerator, *rate.formula.denominator)
    return min(collected.totals[f"{part}.ky_nay"].of for part in parts)
