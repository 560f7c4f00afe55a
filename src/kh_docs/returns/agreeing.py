"""Hold the figures of one return against each other: parts against their whole, what cannot exceed what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.model.forms import CrossCheck, IndicatorTable
from kh_docs.returns.values import Figure

CURRENT = "ky_nay"


class Conflict(NamedTuple):
    """Two places that cannot both be right."""

    a: str
    b: str
    message: str


def conflicts_in(table: IndicatorTable, figures: Mapping[str, Figure]) -> Iterator[Conflict]:
    """The declared checks that the figures of this period fail; what is not known fails nothing."""
    names = {item.id: f"{item.code} {item.short or item.label}".strip() for item in table.indicators}
    for check in table.checks:
        left, right = _sum(check.left, figures), _sum(check.right, figures)
        if left is None or right is None or _holds(check, left, right):
            continue
        yield Conflict(
            _shown(check.left, names, figures),
            _shown(check.right, names, figures),
            _("{text} Trong báo cáo: {left} và {right}.").format(
                text=check.text, left=f"{left:g}".replace(".", ","), right=f"{right:g}".replace(".", ",")
            ),
        )


def _holds(check: CrossCheck, left: float, right: float) -> bool:
    return left == right if check.relation == "equal" else left <= right


def _sum(ids: tuple[str, ...], figures: Mapping[str, Figure]) -> float | None:
    found = [figures.get(f"{name}.{CURRENT}") for name in ids]
    numbers = [
        figure.value
        for figure in found
        if figure is not None and figure.state == "number" and isinstance(figure.value, int | float)
    ]
    return float(sum(numbers)) if len(numbers) == len(ids) else None


def _shown(ids: tuple[str, ...], names: Mapping[str, str], figures: Mapping[str, Figure]) -> str:
    return "; ".join(f"{names.get(name, name)} ({figures[f'{name}.{CURRENT}'].where})" for name in ids)
