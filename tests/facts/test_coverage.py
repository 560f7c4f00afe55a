"""Every clause of the plan against every unit: no cell is missing, and each says why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kh_docs.documents.said import said_by_units
from kh_docs.facts.covering import coverage
from kh_docs.model.book import Book
from kh_docs.reading.workspace import find_workspace, wording_folders
from kh_docs.render.words import Words

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def found(book: Book) -> dict[str, Any]:
    words = Words(*wording_folders(find_workspace(ROOT).templates, book.head.id))
    return coverage(book, said_by_units(book, words))


@pytest.fixture(scope="session")
def cells(found: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return {(cell["clause"], cell["unit"]): cell for cell in found["cells"]}


def test_no_cell_is_missing(cells: dict[tuple[str, str], dict[str, Any]]) -> None:
    assert [key for key, cell in cells.items() if cell["state"] == "missing"] == []
    assert {duty["state"] for cell in cells.values() for duty in cell["duties"]} == {
        "covered",
        "not_applicable",
    }


def test_every_clause_meets_every_unit(
    found: dict[str, Any], cells: dict[tuple[str, str], dict[str, Any]]
) -> None:
    assert len(found["units"]) == 21
    assert set(cells) == {(clause, unit) for clause in found["clauses"] for unit in found["units"]}
    # The lowest level: with dashes the dash number, the closing paragraph III.end.
    assert {"II.5.b.1", "II.5.b.2", "III.end", "II.1.a"} <= set(found["clauses"])
    assert not {"II.5.b", "II.5", "opening"} & set(found["clauses"])


def test_what_does_not_apply_says_why(cells: dict[tuple[str, str], dict[str, Any]]) -> None:
    silent = [key for key, cell in cells.items() if cell["state"] == "not_applicable" and not cell["reason"]]
    assert silent == []


def test_ii_2_c_holds_five_duties_of_a_unit(cells: dict[tuple[str, str], dict[str, Any]]) -> None:
    """Two festivals, the model area, the forum, the call to report crime; the model commune is others'."""
    duties = cells["II.2.c", "nam-dan"]["duties"]
    covered = [duty["text"] for duty in duties if duty["state"] == "covered"]
    assert len(covered) == 5
    for words in ("19/8", "18/11", "khu dân cư", "diễn đàn", "tố giác"):
        assert any(words in text.lower() for text in covered), words
    (other,) = (duty for duty in duties if duty["state"] == "not_applicable")
    assert "01 đơn vị cấp xã" in other["text"]
    assert all(duty["tasks"] for duty in duties if duty["state"] == "covered")


# Clause -> the only units it binds (domain.md 2.2).
NAMED = {
    "II.5.a.1": {"vinh", "cua-lo", "thai-hoa"},
    "II.5.a.2": {"vinh", "hoang-mai"},
    "II.5.c.1": {"thai-hoa", "cua-lo"},
    "II.5.c.2": {"hoang-mai"},
}


@pytest.mark.parametrize(("clause", "units"), NAMED.items())
def test_clauses_that_name_units_bind_them_alone(
    clause: str, units: set[str], cells: dict[tuple[str, str], dict[str, Any]]
) -> None:
    assert {
        unit for (name, unit), cell in cells.items() if name == clause and cell["state"] == "covered"
    } == units


def test_the_new_countryside_needs_a_commune(cells: dict[tuple[str, str], dict[str, Any]]) -> None:
    without = {
        unit for (name, unit), cell in cells.items() if name == "II.7.b" and cell["state"] != "covered"
    }
    assert without == {"cua-lo"}


@pytest.mark.parametrize("clause", ["II.5.d", "II.6.a.4"])
def test_a_duty_of_the_province_is_the_unit_s_only_where_it_helps(
    clause: str, cells: dict[tuple[str, str], dict[str, Any]]
) -> None:
    states = {cell["state"] for (name, _unit), cell in cells.items() if name == clause}
    assert states == ({"covered"} if clause == "II.6.a.4" else {"not_applicable"})


def test_an_unknown_trait_counts_as_covered_with_the_reason(
    cells: dict[tuple[str, str], dict[str, Any]],
) -> None:
    """interface.md; which communes are key areas (II.7.a) only the unit knows."""
    cell = cells["II.7.a", "nam-dan"]
    assert cell["reason"]
    assert cell["state"] == "covered"


def test_everything_else_binds_all(cells: dict[tuple[str, str], dict[str, Any]]) -> None:
    partly = {name for (name, _unit), cell in cells.items() if cell["state"] != "covered"}
    # I.1-I.3 and III.2 give the district no work of its own; II.5.d is the provincial police's.
    assert partly - set(NAMED) <= {"II.7.a", "II.7.b", "II.5.d", "III.2", "I.1", "I.2", "I.3", "II.6.a.4"}
