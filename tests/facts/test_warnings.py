"""What a clerk is told before she signs."""

from __future__ import annotations

from datetime import date

import pytest

from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.facts.warnings import notes_for, warnings_for
from kh_docs.model.book import Book
from kh_docs.model.kinds import recipe


def test_a_deadline_on_a_sunday_is_pointed_out(book: Book) -> None:
    found = warnings_for(book, book.units["nam-dan"], recipe("ke-hoach"), None)
    assert any(
        "trước ngày 25/02/2024" in text and "ngày làm việc cuối cùng là 23/02/2024" in text for text in found
    )
    assert any("31/3/2024" in text and "29/3/2024" in text for text in found)


def test_a_plan_dated_too_late_says_so(book: Book) -> None:
    late = warnings_for(book, book.units["nam-dan"], recipe("ke-hoach"), date(2024, 2, 26))
    assert late[0] == (
        "ngày ký 26/02/2024 sau ngày làm việc cuối cùng 23/02/2024 của thời hạn “trước ngày 25/02/2024”"
    )
    in_time = warnings_for(book, book.units["nam-dan"], recipe("ke-hoach"), date(2024, 2, 23))
    assert not any(text.startswith("ngày ký") for text in in_time)


def test_what_lies_behind_is_named(book: Book) -> None:
    found = warnings_for(book, book.units["nam-dan"], recipe("ke-hoach"), None)
    assert any(text.startswith("D04 “trước ngày 15/02/2024” đã qua") for text in found)
    assert not any(text.startswith("D08") and "đã qua" in text for text in found)


@pytest.mark.parametrize(
    ("unit", "kind", "gap"),
    [
        ("nam-dan", "ke-hoach", "G01"),
        ("nam-dan", "ke-hoach", "G08"),
        ("thai-hoa", "ke-hoach", "G09"),
        ("cua-lo", "bao-cao-nam", "G15"),
        ("vinh", "bao-cao-nam", "G15"),
        ("nam-dan", "bao-cao-6-thang", "G05"),
    ],
)
def test_a_gap_of_the_plan_is_noted_where_it_touches(unit: str, kind: str, gap: str, book: Book) -> None:
    assert any(note.startswith(f"{gap}: ") for note in notes_for(book, book.units[unit], recipe(kind)))


@pytest.mark.parametrize(
    ("unit", "kind", "gap"), [("nam-dan", "ke-hoach", "G09"), ("ky-son", "bao-cao-nam", "G15")]
)
def test_and_nowhere_else(unit: str, kind: str, gap: str, book: Book) -> None:
    assert not any(note.startswith(f"{gap}: ") for note in notes_for(book, book.units[unit], recipe(kind)))


def test_what_is_noted_of_a_task_is_noted_where_the_plan_prints_it(book: Book) -> None:
    """G12 speaks of the communes of II.7.a, G10 of the share that two units have of their own."""
    for unit in book.units.values():
        plan = UnitPlan(book, unit, book.head.issued_on)
        noted = {note.partition(":")[0] for note in notes_for(book, unit, recipe("ke-hoach"))}
        assert ("G12" in noted) == plan.has_task("N46"), unit.id
        assert ("G10" in noted) == plan.target("T10").cumulative, unit.id
