"""Take a number as people spell it, give the numbers that it may mean: 15.250; 350,5; 1 205 500."""

from __future__ import annotations

from typing import Final

from kh_docs.patterns import re

FIGURE: Final = re.compile(r"(?P<digits>\d(?:[\d.,\u00a0\u202f ]*\d)?)\s*(?P<behind>[^\d]*)")
_GROUPS: Final = re.compile(r"\d{1,3}(?:([.,\u00a0 ])\d{3})(?:\1\d{3})*")


def readings(digits: str) -> list[float]:
    """The numbers that these digits may mean: none, one, or two where their marks leave it open."""
    digits = digits.replace("\u00a0", " ").replace("\u202f", " ")
    if digits.isdecimal():
        return [float(digits)]
    marks = [mark for mark in digits if not mark.isdecimal()]
    last = marks[-1]
    whole, _mark, decimals = digits.rpartition(last)
    if len(set(marks)) == 1:
        groups = bool(_GROUPS.fullmatch(digits)) and not digits.startswith("0")
        as_groups = [float(digits.replace(last, ""))] if groups else []
        as_decimals = [float(f"{whole}.{decimals}")] if len(marks) == 1 and last in ".," else []
        # The dot is ours between thousands, and the blank can be nothing else.
        if groups and (last in ". " or len(marks) > 1):
            return as_groups
        # A comma before decimals is ours; before three digits it may be somebody's mark of thousands.
        if last == "," and not groups:
            return as_decimals
        return as_groups + as_decimals if groups else [*as_decimals, *_without(digits, last, as_decimals)]
    if last not in ".," or marks.count(last) > 1 or not _GROUPS.fullmatch(whole):
        return []
    return [float("".join(filter(str.isdigit, whole)) + "." + decimals)]


def _without(digits: str, mark: str, decimals: list[float]) -> list[float]:
    """“1.5”: 1,5 as programs write it, or 15 with a slip."""
    return [float(digits.replace(mark, ""))] if decimals else []


def plain(figure: float) -> float | int:
    """Without the decimals that say nothing."""
    return int(figure) if figure == int(figure) else round(figure, 6)


def shown(figure: float) -> str:
    """With our comma: 1,12."""
    return f"{plain(figure)}".replace(".", ",")
