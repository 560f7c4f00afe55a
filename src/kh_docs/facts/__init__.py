"""What follows from the data for one unit and one day: dates, figures, names, what applies."""

from kh_docs.facts.covering import coverage, reasoned_coverage
from kh_docs.facts.finding import UnknownUnit, unit_by_name, units_of
from kh_docs.facts.offering import chosen, offered
from kh_docs.facts.rows import deadline_rows, unit_rows
from kh_docs.facts.unit_plan import UnitPlan

__all__ = [
    "UnitPlan",
    "UnknownUnit",
    "chosen",
    "coverage",
    "deadline_rows",
    "offered",
    "reasoned_coverage",
    "unit_by_name",
    "unit_rows",
    "units_of",
]
