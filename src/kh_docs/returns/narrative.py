"""The words of the province's report: who sent, what figures add up to, who reached a target."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.facts.periods import period_of
from kh_docs.model.forms import Indicator
from kh_docs.returns.adding import Total
from kh_docs.returns.collecting import Collected
from kh_docs.returns.request import Request
from kh_docs.returns.table_book import items_of, name_of


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
    gui_cham: str
    can_hoi: str
    thuong_truc: str
    nhom: list[Group]
    so_chi_tieu: list[str]


def report_words(request: Request, collected: Collected) -> ReportWords:
    """All that the wording may say, as finished text."""
    head, period = request.book.head, period_of(request.book, request.recipe)
    units = collected.units
    standing = head.standing_body
    return ReportWords(
        ky=f"06 tháng đầu năm {head.year}" if request.recipe.span == "6-thang" else f"năm {head.year}",
        tu_ngay=short_date(period.from_day),
        den_ngay=short_date(period.to_day),
        ngay=short_date(request.as_of),
        nhan=_two(sum(each.state == "received" for each in units)),
        tren=_two(len(units)),
        chua_gui=_names(request, [each.unit for each in units if each.state != "received"]),
        gui_cham="; ".join(
            f"{name_of(request, each.unit)} ({_two(each.days_late)} ngày)"
            for each in units
            if each.state == "received" and each.days_late
        ),
        can_hoi=_names(
            request,
            [each.unit for each in units if each.newest and (each.newest.questions or each.conflicts)],
        ),
        thuong_truc=standing.name if standing else "",
        nhom=_groups(request, collected),
        so_chi_tieu=[
            line for item in items_of(request) if (line := _against_target(request, collected, item))
        ],
    )


def _groups(request: Request, collected: Collected) -> list[Group]:
    groups = {group.id: group.title for group in request.book.indicators.groups}
    found: list[Group] = []
    for name, title in groups.items():
        members = [item for item in items_of(request) if item.group == name]
        lines = [line for item in members if (line := _line(item, collected.totals.get(f"{item.id}.ky_nay")))]
        if lines:
            ends = [";"] * (len(lines) - 1) + ["."]
            found.append(Group(title, [f"{line}{end}" for line, end in zip(lines, ends, strict=True)]))
    return found


def _line(item: Indicator, total: Total | None) -> str:
    """“Số buổi tuyên truyền: 1.240 buổi (18/21 đơn vị)”; nothing where nobody gave a figure."""
    if total is None or not total.units or item.target_only:
        return ""
    of = f"({_two(total.units)}/{_two(total.of)} đơn vị)"
    if item.type == "d":
        return f"{item.label}: {_two(total.units)}/{_two(total.of)} đơn vị đã báo cáo"
    if total.value is None:
        return ""
    measure = "" if item.measure == "%" else f" {item.measure}" if item.type != "b" else " đơn vị"
    sign = "%" if item.measure == "%" else ""
    return f"{item.label}: {_figure(total.value)}{sign}{measure} {of}"


def _against_target(request: Request, collected: Collected, item: Indicator) -> str:
    """Who reached what was set for it and who did not, each by name."""
    reached: list[str] = []
    behind: list[str] = []
    for each in collected.units:
        figures = each.newest.figures if each.newest else {}
        target, now = (figures.get(f"{item.id}.{name}") for name in ("chi_tieu", "ky_nay"))
        if not target or not now or target.state != "number" or now.state != "number" or now.doubtful:
            continue
        assert isinstance(target.value, int | float)
        assert isinstance(now.value, int | float)
        (reached if now.value >= target.value else behind).append(each.unit)
    if not reached and not behind:
        return ""
    told = f"{item.label}: {_two(len(reached))}/{_two(len(reached) + len(behind))} đơn vị đạt chỉ tiêu"
    return f"{told}; chưa đạt: {_names(request, behind)}." if behind else f"{told}."


def _names(request: Request, units: list[str]) -> str:
    return ", ".join(name_of(request, unit) for unit in units)


def _figure(number: float | int) -> str:
    return printed_number(
        f"{number:f}".rstrip("0").rstrip(".").replace(".", ",") if isinstance(number, float) else str(number)
    )


def _two(number: int) -> str:
    return printed_number(str(number))
