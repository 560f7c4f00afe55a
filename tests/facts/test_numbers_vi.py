"""Per cents as people work them out by hand."""

from __future__ import annotations

import pytest

from kh_docs.facts.numbers_vi import per_cent, percentage


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (25, 16, "156,3"),  # 156,25: a half goes up
        (-11, 80, "-13,8"),  # -13,75: and away from 0, as spreadsheets have it
        (1, 16, "6,3"),  # 6,25
        (3, 16, "18,8"),  # 18,75
        (1, 3, "33,3"),
        (2, 3, "66,7"),
        (5, 8, "62,5"),
        (1, 1, "100"),
        (0, 7, "0"),
        (12.5, 80, "15,6"),  # 15,625
        (1.15, 100, "1,2"),  # as a binary number a little less than 1,15
    ],
)
def test_a_half_goes_up(part: float, whole: float, printed: str) -> None:
    assert percentage(part, whole) == printed


def test_every_share_of_small_numbers_is_within_half_a_tenth() -> None:
    for whole in range(1, 130):
        for part in range(whole + 1):
            tenths = round(10 * per_cent(part, whole))
            assert tenths * whole - 1000 * part <= whole / 2
            assert 1000 * part - tenths * whole < whole / 2
