"""The numbers of one return with their places, as judging asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kh_docs.facts.numbers_vi import printed_number
from kh_docs.returns.paper import Paper
from kh_docs.returns.values import Figure

CURRENT, PREVIOUS, TARGET = "ky_nay", "ky_truoc", "chi_tieu"


class Numbers(NamedTuple):
    """What a return says in numbers; a figure that has to be asked about is none."""

    figures: Mapping[str, Figure]
    paper: Paper

    def of(self, indicator: str, column: str = CURRENT) -> float | None:
        figure = self.figures.get(f"{indicator}.{column}")
        if figure is None or figure.state != "number" or figure.doubtful:
            return None
        return figure.value if isinstance(figure.value, int | float) else None

    def sum(self, indicators: Iterable[str]) -> float | None:
        """The sum, None unless every one is known."""
        found = [self.of(name) for name in indicators]
        known = [number for number in found if number is not None]
        return sum(known) if len(known) == len(found) else None

    def place(self, indicator: str, column: str = CURRENT) -> str:
        """`F1 Số buổi tuyên truyền (Phụ lục I, cột “Thực hiện kỳ này”)`."""
        return self.paper.cell(indicator, column)

    def places(self, indicators: Iterable[str]) -> str:
        return "; ".join(self.place(name) for name in indicators)


def shown(number: float) -> str:
    """As a document prints it: 1.205, 12,5."""
    return printed_number(f"{number:f}".rstrip("0").rstrip(".").replace(".", ","))
