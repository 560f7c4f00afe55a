"""A return against what was said before: the same period a year ago, and the six months within the year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.model.indicators import Indicator
from kh_docs.returns.conflict import Conflict
from kh_docs.returns.numbers import CURRENT, PREVIOUS, Numbers, shown

# A change of more than half is worth a look; below so many of anything it is not.
MUCH, FEW = 0.5, 5


class Earlier(NamedTuple):
    """A figure of an earlier report of the same unit, and where it stands."""

    value: float
    where: str


def jumps(items: Iterator[Indicator], numbers: Numbers) -> Iterator[Conflict]:
    """Figures that changed by more than half against the period before."""
    for item in items:
        now, before = numbers.of(item.id), numbers.of(item.id, PREVIOUS)
        if now is None or before is None or abs(now - before) < FEW:
            continue
        if abs(now - before) > MUCH * before:
            message = _("kỳ này {now}, cùng kỳ {before}: thay đổi hơn một nửa, đề nghị xác nhận").format(
                now=shown(now), before=shown(before)
            )
            place = numbers.place(item.id, PREVIOUS)
            yield Conflict(numbers.place(item.id), place, message, f"{item.id}.{CURRENT}")


def less_than_before(
    items: Iterator[Indicator], numbers: Numbers, earlier: Mapping[str, Earlier]
) -> Iterator[Conflict]:
    """Figures of the year below those of its first six months: what happened then has not unhappened."""
    for item in items:
        now, then = numbers.of(item.id), earlier.get(f"{item.id}.{CURRENT}")
        if item.time == "F" and now is not None and then is not None and now < then.value:
            message = _("cả năm {now}, riêng 06 tháng đầu năm đã {then}").format(
                now=shown(now), then=shown(then.value)
            )
            yield Conflict(numbers.place(item.id), then.where, message, f"{item.id}.{CURRENT}")
