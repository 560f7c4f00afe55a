"""The sheets of the workbook in their order, for those who write them and those who read them."""

from __future__ import annotations

from kh_docs.model.kinds import RECIPES
from kh_docs.sheets.form.assignment_sheet import assignment_sheet
from kh_docs.sheets.form.commune_sheet import commune_sheet
from kh_docs.sheets.form.indicator_sheet import OPTIONAL, SPANS, figure_sheets
from kh_docs.sheets.form.inspection_sheets import inspection_sheets
from kh_docs.sheets.form.list_sheets import list_sheets
from kh_docs.sheets.form.model_sheet import model_sheets
from kh_docs.sheets.form.register_sheets import commune_sheets, line_sheets
from kh_docs.sheets.form.shapes import AnySheet, Scope
from kh_docs.sheets.form.unit_sheets import unit_sheet
from kh_docs.sheets.form.words_sheet import words_sheet


def sheets_of(scope: Scope) -> list[AnySheet]:
    """All sheets but the guide; what the plan has nothing of is not asked."""
    return [*unit_sheets(scope), *answer_sheets(scope)]


def unit_sheets(scope: Scope) -> list[AnySheet]:
    """The sheets about the unit, in the order a clerk fills them in."""
    fields = scope.book.fields
    plans = [recipe.kind for recipe in RECIPES if recipe.looks_ahead and recipe.kind in scope.plans]
    return [
        unit_sheet(),
        *([commune_sheet(scope)] if fields.communes and scope.unit.children else []),
        *list_sheets(scope),
        *(assignment_sheet(kind) for kind in plans if scope.book.tasks),
    ]


def answer_sheets(scope: Scope) -> list[AnySheet]:
    """The sheets whose cells fill the blanks of a document: figures, inspection, words."""
    reports = [kind for kind in SPANS if kind in scope.plans]
    inspections = [recipe.kind for recipe in RECIPES if "checklist" in recipe.needs]
    figures = figure_sheets(reports) if reports else []
    printed = [sheet for sheet in figures if sheet.name != OPTIONAL]
    return [
        *printed,
        *(commune_sheets(scope, reports) if reports else []),
        *(line_sheets(scope) if reports else []),
        *(
            sheet
            for kind in dict.fromkeys(inspections)
            if kind in scope.plans
            for sheet in inspection_sheets(kind)
        ),
        *model_sheets(scope),
        words_sheet(),
        *(sheet for sheet in figures if sheet.name == OPTIONAL),
    ]
