"""The words of the province's report: who sent, what figures add up to, who reached a target."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.periods import period_of
from kh_docs.returns.collected import Collected, UnitReturn
from kh_docs.returns.lines import is_told, line_of, target_line, two
from kh_docs.returns.reported import MOST_NAMED, items_of, name_of, names_in_words
from kh_docs.returns.request import Request


class Group(NamedTuple):
    ten: str
    dong: list[str]


class ReportWords(NamedTuple):
    """`{{ tong_hop.… }}` of the wording."""

    ky: str
    tu_ngay: str
    den_ngay: str
    ngay: str
    nhan: str
    tren: str
    chua_gui: str
    khong_doc_duoc: str
    gui_cham: str
    can_hoi: str
    da_sua: str
    da_gom: list[str]
    thuong_truc: str
    chua_co: str
    nhom: list[Group]
    so_chi_tieu: list[str]


def report_words(request: Request, collected: Collected) -> ReportWords:
    """All that the wording may say, as finished text."""
    head, period = request.book.head, period_of(request.book, request.recipe)
    units = collected.units
    standing = head.standing_body
    units_of = request.book.units
    changed = len(request.decisions.overrides)
    return ReportWords(
        ky=f"06 tháng đầu năm {head.year}" if request.recipe.span == "6-thang" else f"năm {head.year}",
        tu_ngay=short_date(period.from_day),
        den_ngay=short_date(period.to_day),
        ngay=short_date(request.as_of),
        nhan=two(sum(each.state == "received" for each in units)),
        tren=two(len(units)),
        chua_gui=names_in_words(request, [each.unit for each in units if each.state == "missing"]),
        khong_doc_duoc=names_in_words(request, [each.unit for each in units if each.state == "unreadable"]),
        gui_cham=_late(request, units),
        can_hoi=names_in_words(request, [each.unit for each in units if each.questions or each.conflicts]),
        da_sua=printed_number(str(changed)) if changed else "",
        da_gom=[
            f"{units_of[each.unit].full_name} tính trong báo cáo của {units_of[each.within].full_name}"
            for each in units
            if each.within
        ],
        thuong_truc=standing.name if standing else "",
        chua_co=", ".join(
            item.code for item in items_of(request) if not item.target_only and not is_told(collected, item)
        ),
        nhom=_groups(request, collected),
        so_chi_tieu=[line for item in items_of(request) if (line := target_line(request, collected, item))],
    )


def _late(request: Request, units: Sequence[UnitReturn]) -> str:
    late = [each for each in units if each.state == "received" and each.days_late]
    if len(late) > MOST_NAMED:
        return names_in_words(request, [each.unit for each in late])
    return "; ".join(f"{name_of(request, each.unit)} ({two(each.days_late)} ngày)" for each in late)


def _groups(request: Request, collected: Collected) -> list[Group]:
    groups = {group.id: group.title for group in request.book.indicators.groups}
    found: list[Group] = []
    for name, title in groups.items():
        members = [item for item in items_of(request) if item.group == name]
        lines = [line for item in members if (line := line_of(request, collected, item))]
        if lines:
            ends = [";"] * (len(lines) - 1) + ["."]
            found.append(Group(title, [f"{line}{end}" for line, end in zip(lines, ends, strict=True)]))
    return found
