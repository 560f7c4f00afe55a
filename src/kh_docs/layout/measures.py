"""Points in the units that Word counts in."""

from __future__ import annotations


def twips_of_points(points: float) -> int:
    """Twentieths of a point, for spacing."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Word's measure of type size."""
    return round(points * 2)
