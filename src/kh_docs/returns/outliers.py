"""Figures far from those of all other units, each counted per commune (median absolute deviation)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from statistics import mean, median

from kh_docs.facts.numbers_vi import to_one_decimal
from kh_docs.i18n import _
from kh_docs.model.indicators import Indicator
from kh_docs.returns.conflict import Conflict
from kh_docs.returns.numbers import PREVIOUS, shown

# Iglewicz and Hoaglin: both deviations brought to a standard one, and what is far.
_SCALE, _MEAN_SCALE, FAR = 0.6745, 1.2533, 3.5
# Of fewer units nobody can say what is usual.
FEWEST = 5


def far_off(values: Mapping[str, float]) -> dict[str, float]:
    """Those far from the median, with how far."""
    if len(values) < FEWEST:
        return {}
    middle = median(values.values())
    distances = [abs(value - middle) for value in values.values()]
    # Where more than half are alike their median deviation is nothing, and the mean one says more.
    deviation = median(distances) / _SCALE or mean(distances) * _MEAN_SCALE
    if not deviation:
        return {}
    scores = {name: abs(value - middle) / deviation for name, value in values.items()}
    return {name: score for name, score in scores.items() if score > FAR}


def outliers(
    items: Sequence[Indicator],
    numbers: Callable[[str], Mapping[str, float]],
    communes: Mapping[str, int],
    place: Callable[[str], str],
) -> Iterator[tuple[str, Conflict]]:
    """Units and what is unusual; one that gave the period before is held against itself, see changes.

    `numbers` gives a column of figures by unit, `place` says where a figure stands.
    """
    for item in items:
        now = numbers(f"{item.id}.ky_nay") if item.type in ("n", "m") else {}
        before = numbers(f"{item.id}.{PREVIOUS}")
        each = {unit: value / max(1, communes[unit]) for unit, value in now.items()}
        usual = median(each.values()) if each else 0.0
        for unit in far_off(each):
            if unit in before:
                continue
            told = _("{count} đơn vị: thường là {usual} mỗi đơn vị cấp xã").format(
                count=shown(len(each)), usual=_rate(usual)
            )
            message = _(
                "{value}, tức {rate} mỗi đơn vị cấp xã, khác xa nơi khác (thường {usual}), đề nghị xác nhận"
            ).format(value=shown(now[unit]), rate=_rate(each[unit]), usual=_rate(usual))
            yield unit, Conflict(place(item.id), told, message, f"{item.id}.ky_nay")


def _rate(number: float) -> str:
    """With one decimal: 1,0."""
    return f"{to_one_decimal(Fraction(number)):.1f}".replace(".", ",")
