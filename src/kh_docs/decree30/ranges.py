"""A range that the decree allows, with the value that we write."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """`low` to `high`, both allowed; `ours` is what our own documents use."""

    low: float
    high: float
    ours: float

    def __post_init__(self) -> None:
        if not self.low <= self.ours <= self.high:
            raise ValueError(f"{self.ours} is outside {self.low}-{self.high}")

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high

    def near(self, value: float, tolerance: float) -> bool:
        """Whether `value` is inside the range, or outside by no more than `tolerance`."""
        return self.low - tolerance <= value <= self.high + tolerance

    def __str__(self) -> str:
        low, high = f"{self.low:g}".replace(".", ","), f"{self.high:g}".replace(".", ",")
        return low if low == high else f"{low}–{high}"
