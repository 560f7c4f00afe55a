"""Figures of the report forms that follow from what the unit has told us elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from kh_docs.documents.speech import Speech
from kh_docs.facts.numbers_vi import number_of, percentage, printed_number
from kh_docs.model.forms import Indicator
from kh_docs.model.plan import Period


def known_figures(speech: Speech, period: Period) -> dict[str, str]:
    """The value of this period by indicator, for those that lists and the sheet of communes settle."""
    local = speech.unit_plan.local
    launched = [item for item in local.high_schools if item.launched_on and item.launched_on <= period.to_day]
    found = {
        "xa_dang_ky_dien_hinh": _count(local.exemplary_communes),
        "thpt_tong": _count(local.high_schools),
        "thpt_da_ra_mat_mo_hinh": str(len(launched)) if local.high_schools else "",
        "mo_hinh_loai": _count(local.models),
        "mo_hinh_diem": _sum(model.points for model in local.models),
        "mo_hinh_to": _sum(model.teams for model in local.models),
        "mo_hinh_thanh_vien": _sum(model.members for model in local.models),
        "kdc_diem_ngay_hoi_ten": local.model_area.name if local.model_area else "",
    }
    for name in ("kdc_dat_an_toan", "tong_khu_dan_cu", "to_bao_ve_antt"):
        figures = [
            speech.controls.answer(f"{name}.xa.{commune.code}") for commune in speech.unit_plan.unit.children
        ]
        found[name] = total(figures) if all(figures) else ""
    return {name: printed_number(text) for name, text in found.items() if text}


def total(figures: Iterable[str]) -> str:
    """The sum of printed numbers, printed."""
    amount = sum(number_of(figure) or 0 for figure in figures)
    return printed_number(f"{amount:.2f}".rstrip("0").rstrip(".").replace(".", ","))


def ratio(item: Indicator, values: dict[str, str]) -> str:
    """A ratio from the sums it is made of, never from other ratios; empty while one of them is unknown."""
    formula = item.formula
    if formula is None or not formula.numerator or not formula.denominator:
        return ""
    parts = [number_of(values.get(name, "")) for name in formula.numerator]
    wholes = [number_of(values.get(name, "")) for name in formula.denominator]
    known = [amount for amount in (*parts, *wholes) if amount is not None]
    below = sum(amount for amount in wholes if amount is not None)
    if len(known) < len(parts) + len(wholes) or not below:
        return ""
    return percentage(sum(amount for amount in parts if amount is not None), below)


def share(part: str, whole: str) -> str:
    """`part` in per cent of `whole`, empty where one is no number or nothing is to be divided by."""
    above, below = number_of(part), number_of(whole)
    return percentage(above, below) if above is not None and below else ""


def _count(items: tuple[object, ...]) -> str:
    return str(len(items)) if items else ""


def _sum(amounts: Iterable[int | None]) -> str:
    given = list(amounts)
    known = [amount for amount in given if amount is not None]
    return str(sum(known)) if given and len(known) == len(given) else ""
