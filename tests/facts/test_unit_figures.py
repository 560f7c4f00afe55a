"""What the 21 units are and what is due from each, restated by hand from the unit table and the plan."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_docs.facts.rows import unit_rows
from kh_docs.facts.unit_plan import Figure, UnitPlan
from kh_docs.model.book import Book
from kh_docs.model.local import LocalData
from kh_docs.model.units import Unit

# Unit, its communes at 07/02/2024, exemplary communes due (II.5.b), letters of its traits:
# b border, c coast, m mountain, w wards, r rural communes, e economic zone, d drug-free 2024.
BY_HAND = """
vinh          25  4  w r e
cua-lo         7  2  c w e
thai-hoa       9  2  m w r d
hoang-mai     10 10  c w r e
anh-son       21  4  b m r
con-cuong     13  2  b m r d
dien-chau     37  6  c r e
do-luong      33  5  r
hung-nguyen   18  3  r e
ky-son        21  4  b m r
nam-dan       19 10  r
nghi-loc      29  5  c r e d
nghia-dan     23  4  m r
que-phong     13  2  b m r d
quy-chau      12  2  m r
quy-hop       21  4  m r
quynh-luu     33  5  c r e
tan-ky        22  4  m r
thanh-chuong  38  6  b m r d
tuong-duong   17  3  b m r d
yen-thanh     39  6  r
"""
TRAITS = {
    "b": "border",
    "c": "coast",
    "m": "mountain",
    "w": "wards",
    "r": "rural_communes",
    "e": "economic_zone",
    "d": "drug_free_2024",
}
TYPES = {"vinh": "thành phố", "cua-lo": "thị xã", "thai-hoa": "thị xã", "hoang-mai": "thị xã"}

FigureOf = Callable[[str, str], Figure]


def test_communes_traits_and_figures_of_every_unit(book: Book) -> None:
    expected = {}
    for line in filter(None, BY_HAND.split("\n")):
        unit, communes, exemplary, *letters = line.split()
        expected[unit] = (
            TYPES.get(unit, "huyện"),
            int(communes),
            int(exemplary),
            {TRAITS[x] for x in letters},
        )
    actual = {
        row["id"]: (row["type"], row["communes"], row["targets"]["exemplary_communes"], set(row["traits"]))
        for row in unit_rows(book)
    }
    assert actual == expected
    assert sum(row["communes"] for row in unit_rows(book)) == 460


def test_what_is_due_from_everyone_and_what_from_named_units(book: Book) -> None:
    everyone = {"exemplary_agencies": 1, "exemplary_enterprises": 1, "exemplary_schools": 2, "model_areas": 1}
    more = {"vinh": {"ward_police": 5}, "hoang-mai": {"ward_police": 2}}
    drug_free = ("thai-hoa", "thanh-chuong", "con-cuong", "tuong-duong", "que-phong", "nghi-loc")
    more.update({unit: {"drug_free_district": 1} for unit in drug_free})
    for row in unit_rows(book):
        targets = {name: value for name, value in row["targets"].items() if name != "exemplary_communes"}
        assert targets == everyone | more.get(row["id"], {}), row["id"]


@pytest.fixture
def figure_of(book: Book) -> FigureOf:
    def find(unit: str, target: str) -> Figure:
        return UnitPlan(book, book.units[unit], book.head.issued_on).figure(target)

    return find


@pytest.mark.parametrize(
    ("unit", "text", "formula"),
    [
        ("nam-dan", "10", "50% × 19 = 9,5, làm tròn lên 10"),
        ("hoang-mai", "10", "100% × 10 = 10"),
        ("dien-chau", "06", "15% × 37 = 5,55, làm tròn lên 06"),
        ("cua-lo", "02", "15% × 7 = 1,05, làm tròn lên 02"),
    ],
)
def test_the_share_of_communes_shows_how_it_was_counted(
    unit: str, text: str, formula: str, figure_of: FigureOf
) -> None:
    figure = figure_of(unit, "T10")
    assert (figure.text, figure.formula) == (text, formula)


def test_an_overriding_target_counts_what_is_kept_too(figure_of: FigureOf) -> None:
    """G08: 15 % are new ones; the 50 % and 100 % are totals at the end of the year."""
    units = ("nam-dan", "hoang-mai", "vinh")
    found = [(figure_of(unit, "T10").target.id, figure_of(unit, "T10").target.cumulative) for unit in units]
    assert found == [("T15", True), ("T14", True), ("T10", False)]


@pytest.mark.parametrize("target", ["T01", "T03", "T05", "T07", "T08", "T17", "T22", "T24"])
@pytest.mark.parametrize("unit", ["vinh", "nam-dan"])
def test_a_total_of_the_province_is_nobody_s_own_figure(target: str, unit: str, figure_of: FigureOf) -> None:
    with pytest.raises(ValueError, match=f"{target} là số chung của tỉnh"):
        figure_of(unit, target)


@given(st.integers(1, 200))
def test_a_share_is_rounded_up_exactly(communes: int) -> None:
    """0,15 × 20 = 3 and not 4, whatever floating point makes of it."""
    plan = _with_communes(communes)
    assert int(plan.figure("T10").text) == math.ceil(Fraction(15, 100) * communes)


@pytest.mark.parametrize(
    ("schools", "text", "formula"),
    [(0, "100%", ""), (1, "01", "100% × 1 = 1"), (12, "12", "100% × 12 = 12")],
)
def test_a_share_of_a_list_counts_what_the_unit_has_told(
    schools: int, text: str, formula: str, book: Book
) -> None:
    """B11: T23 asks for 100 % of the high schools, which only the unit knows; until then it is a share."""
    told = LocalData(lists={"high_schools": tuple({"name": f"Trường {n}"} for n in range(schools))})
    plan = UnitPlan(book.replace(local={"nam-dan": told}), book.units["nam-dan"], book.head.issued_on)
    assert plan.figure("T23")[1:] == (text, formula)
    assert plan.due("T23") == schools


def test_a_share_with_decimals_is_counted_as_it_is_written(book: Book) -> None:
    target = book.targets["T10"].replace(value="12,5", key="", short="")
    changed = book.replace(targets={**book.targets, "T10": target})
    figure = UnitPlan(changed, book.units["vinh"], book.head.issued_on).figure("T10")
    assert (figure.text, figure.formula) == ("04", "12,5% × 25 = 3,125, làm tròn lên 04")


def _with_communes(count: int) -> UnitPlan:
    book = _BOOK[0]
    communes = tuple(Unit(code=str(n), name=f"X{n}", type="xã", level="xã", id=f"x{n}") for n in range(count))
    unit = Unit(id="moi", code="1", name="Mới", type="huyện", level="huyện", children=communes)
    return UnitPlan(book, unit, book.head.issued_on)


# Hypothesis takes no fixtures that it would have to make anew for every example.
_BOOK: list[Book] = []


@pytest.fixture(autouse=True)
def remembered(book: Book) -> None:
    _BOOK[:] = [book]
