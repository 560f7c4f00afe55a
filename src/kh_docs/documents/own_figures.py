"""The unit's own figures as its documents print them, given or counted from its lists."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.facts.numbers_vi import number_of, printed_number
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.local import BODY_KINDS, LocalData


class OwnFigures(NamedTuple):
    """`{{ own.… }}` of the data; empty where the unit has not told us."""

    safe_areas: str
    camera_communes: str
    forums: str
    training_classes: str
    drug_free_new: str
    kept_communes: str
    kept_bodies: str
    kept_wards: str
    new_communes: str


def own_figures(unit_plan: UnitPlan) -> OwnFigures:
    """Figures of `unit_plan`; what a list counts need not be told twice."""
    local = unit_plan.local
    own = local.own_targets
    cleaned = sum(commune.drugs == "làm sạch" for commune in local.communes.values())
    kept = own.kept_communes or _kept(local, ("đơn vị cấp xã",))
    return OwnFigures(
        safe_areas=printed_number(own.safe_areas),
        camera_communes=printed_number(own.camera_communes),
        forums=printed_number(own.forums),
        training_classes=printed_number(own.training_classes),
        drug_free_new=printed_number(own.drug_free_new or (str(cleaned) if cleaned else "")),
        kept_communes=printed_number(kept),
        kept_bodies=printed_number(own.kept_bodies or _kept(local, BODY_KINDS)),
        kept_wards=printed_number(own.kept_wards or _kept(local, ("Công an phường",))),
        new_communes=printed_number(_new(unit_plan, kept)),
    )


def _kept(local: LocalData, kinds: tuple[str, ...]) -> str:
    """How many of these kinds the list holds; an empty list says nothing, a list without them says none."""
    return str(sum(item.kind in kinds for item in local.kept)) if local.kept else ""


def _new(unit_plan: UnitPlan, kept: str) -> str:
    """What is left of a cumulative target after those that are kept (gap G08)."""
    count = number_of(kept)
    if count is None or not unit_plan.target("T10").cumulative:
        return ""
    return str(max(0, int(unit_plan.figure("T10").text) - int(count)))
