"""Millimetres and points in the units that Word counts in."""

from __future__ import annotations


def twips(mm: float) -> int:
    """Twentieths of a point, for places and widths."""
    return round(mm * 1440 / 25.4)


def twips_of_points(points: float) -> int:
    """Twentieths of a point, for spacing."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Word's measure of type size."""
    return round(points * 2)
