"""Layouts ask only for fields of their context's type, and print every field that documents make."""

from __future__ import annotations

from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

import pytest

from kh_docs.model.kinds import RECIPES, Recipe
from kh_docs.render.compiling import PROPERTY_PART, WORD_PART, jinja_source
from kh_docs.render.values import Run, Slot
from kh_docs.returns.province import LETTER, REPORT, letter_context, report_context
from kh_docs.word.archive import read_archive

from .asked import asked_by, reached_from

LAYOUTS = Path(__file__).parents[2] / "templates" / "layout"


def context_of(recipe: Recipe) -> type:
    module, _dot, function = recipe.content.partition(".")
    made: type = get_type_hints(getattr(import_module(f"kh_docs.documents.{module}"), function))["return"]
    return made


def pairs() -> dict[str, type]:
    """Each layout that the program fills, with the type of what it is filled with."""
    found = {
        layout: context_of(recipe)
        for recipe in RECIPES
        for layout in (recipe.layout, recipe.bare_layout)
        if layout
    }
    assert get_type_hints(report_context)["return"] is found[REPORT.layout]
    letter = get_type_hints(letter_context)["return"]
    return {**found, LETTER.layout: letter, LETTER.bare_layout: letter}


def source_of(layout: str) -> str:
    parts = read_archive((LAYOUTS / layout).read_bytes())
    filled = (name for name in parts if WORD_PART.match(name) or PROPERTY_PART.match(name))
    return "".join(jinja_source(name, parts[name]) for name in filled)


def test_every_shipped_layout_has_a_type() -> None:
    assert set(pairs()) == {path.name for path in LAYOUTS.glob("*.docx")}


@pytest.mark.parametrize("layout", pairs())
def test_a_layout_asks_only_for_fields_of_its_context(layout: str) -> None:
    assert asked_by(source_of(layout), pairs()[layout]).faults == []


def test_every_field_is_asked_for() -> None:
    fields: set[tuple[type, str]] = set()
    contexts: dict[type, set[tuple[type, str]]] = defaultdict(set)
    for layout, context in pairs().items():
        asked = asked_by(source_of(layout), context).fields
        fields |= asked
        contexts[context] |= asked
    assert len(contexts) == 4
    unasked = {(kind, name) for context in contexts for kind, name in reached_from(context)} - fields
    assert sorted(f"{kind.__name__}.{name}" for kind, name in unasked) == []


class _Row(NamedTuple):
    text: Slot
    unused: Slot


class _Context(NamedTuple):
    title: str
    rows: list[_Row]
    last: _Row | None


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("{{ title }}{% for row in rows %}{{ row.text|__slot__ }}{% endfor %}{{ last.text|__slot__ }}", None),
        ("{{ titel }}", "titel: _Context has no titel"),
        ("{% for row in rows %}{{ row.due|__slot__ }}{% endfor %}", "row.due: _Row has no due"),
        ("{% if last.due %}{% endif %}", "last.due: _Row has no due"),
        ("{% for row in title %}{% endfor %}", "for row: not a list"),
        ("{{ title|__slot__ }}", f"title: prints {str}"),
        ("{% for row in rows %}{{ row.text }}{% endfor %}", f"row.text: prints {Slot}"),
    ],
)
def test_what_is_wrong_with_a_tag_is_told(source: str, fault: str | None) -> None:
    asked = asked_by(source, _Context)
    assert asked.faults == ([fault] if fault else [])
    assert (_Row, "unused") in set(reached_from(_Context)) - asked.fields


def test_a_run_is_printed_whole() -> None:
    reached: set[tuple[Any, str]] = set(reached_from(_Context))
    assert not [name for kind, name in reached if kind is Run]
