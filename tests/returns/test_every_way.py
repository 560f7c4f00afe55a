"""The forms of all units, filled in by chance in every way that people do: nothing lost, nothing new."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

import pytest

from kh_docs.model.book import Book
from kh_docs.model.kinds import recipe
from kh_docs.pipeline.returning import request_for
from kh_docs.reading.book import load
from kh_docs.reading.workspace import find_workspace
from kh_docs.returns.found import Found
from kh_docs.returns.ground import Ground
from kh_docs.returns.reading import read_file
from kh_docs.returns.returned import Return

from ..conftest import ROOT
from .clerk import WAYS, Form

KINDS = ("bao-cao-6-thang", "bao-cao-nam")
UNITS = tuple(load(find_workspace(ROOT)).units)
# What becomes of a whole file on its way.
JOURNEYS: dict[str, Callable[[Form], None]] = {
    "as it was": lambda _form: None,
    "tags lost": Form.drop_tags,
    "controls lost": Form.drop_controls,
}


class Filled(NamedTuple):
    """What was written, and what was done to rows."""

    numbers: dict[str, float]
    texts: dict[str, str]
    rows: dict[str, str]
    # Indicators whose rows were deleted.
    gone: set[str]


@pytest.fixture(scope="module")
def grounds(book: Book) -> dict[str, Ground]:
    """What reading needs, of both reports."""
    workspace = find_workspace(ROOT)
    day = date(2024, 6, 20)
    return {kind: Ground(request_for(workspace, book, recipe(kind), (), day)) for kind in KINDS}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_value_comes_back_whatever_was_done_to_the_file(
    kind: str, unit: str, grounds: dict[str, Ground]
) -> None:
    ground = grounds[kind]
    for name, journey in JOURNEYS.items():
        luck = random.Random(f"{kind} {unit} {name}")
        form = Form(ground.request.blank(unit))
        ways = WAYS[:1] if name == "controls lost" else WAYS
        titles = form.titles()
        filled = _fill(form, ground, unit, luck, ways)
        journey(form)
        (sent,) = read_file(Found(f"{unit}.docx", 0.0, form.saved()), ground)
        assert isinstance(sent, Return), (name, sent)
        assert sent.unit == unit
        assert sent.texts == {titles[tag]: text for tag, text in filled.texts.items()}, name
        _compare(sent, filled, ground, name)


def _fill(form: Form, ground: Ground, unit: str, luck: random.Random, ways: tuple[str, ...]) -> Filled:
    open_places = set(form.tags())
    figures = [
        cell for cell in ground.asked(unit) if cell.key in open_places and cell.item.type in ("n", "m", "p")
    ]
    filled = Filled({}, {}, {}, set())
    for cell in luck.sample(figures, len(figures) // 2):
        if cell.item.choices:
            continue
        number, text = _number(luck)
        form.fill(cell.key, text, luck.choice(ways))
        filled.numbers[cell.key] = number
    for tag in luck.sample(sorted(form.titles()), 8):
        filled.texts[tag] = f"Đã làm {luck.randrange(1000)} việc; còn “{luck.randrange(90)}” việc."
        form.fill(tag, filled.texts[tag], luck.choice(ways))
    for tag in sorted(open_places):
        if tag[-1].isdigit() and luck.random() < 0.3:
            filled.rows[tag] = f"Chữ {luck.randrange(10000)}"
            form.fill(tag, filled.rows[tag], luck.choice(ways))
    _harm(form, filled, luck)
    return filled


def _harm(form: Form, filled: Filled, luck: random.Random) -> None:
    """Rows copied, moved and deleted, as far as they still have their controls."""
    keys = [key for key in filled.numbers if key in form.all_tags() and key.endswith("ky_nay")]
    copied, moved, deleted = luck.sample(keys, 3)
    form.copy_row(copied)
    form.move_row(moved)
    form.delete_row(deleted)
    filled.gone.add(_indicator(deleted))
    for key in [key for key in filled.numbers if _indicator(key) in filled.gone]:
        del filled.numbers[key]


def _indicator(key: str) -> str:
    return key.partition(".")[0]


def _number(luck: random.Random) -> tuple[float, str]:
    """A number, and one of the ways in which people write it."""
    number = luck.choice((0, luck.randrange(1, 100), luck.randrange(1000, 2_000_000)))
    grouped = f"{number:,}"
    return luck.choice(
        (
            (number, str(number)),
            (number, grouped.replace(",", ".")),
            (number, grouped.replace(",", " ")),
            (number, f" {number} "),
            (number + 0.5, f"{number},5"),
        )
    )


def _compare(sent: Return, filled: Filled, ground: Ground, name: str) -> None:
    numbers = {key: sent.figures[key].value for key in filled.numbers}
    assert numbers == filled.numbers, name
    blank = dict(_printed(ground, sent.unit))
    # Nothing is said of a cell that nobody wrote in but what the form prints there.
    for key, figure in sent.figures.items():
        if _indicator(key) in filled.gone:
            assert figure.state == "blank", name
            assert any(question.key == key for question in sent.questions), name
        # What follows from a list names the list as its place.
        elif key not in filled.numbers and figure.where.startswith("bảng"):
            assert (figure.state, figure.value) == blank[key], (name, key)
    listed = {text for rows in sent.lists.values() for row in rows for text, _where in row.values()}
    of_communes = {text for column in sent.communes.values() for text in column.values()}
    found = {text for text in listed | of_communes if text.startswith("Chữ")}
    assert found == set(filled.rows.values()), name


def _printed(ground: Ground, unit: str) -> Iterator[tuple[str, tuple[str, object]]]:
    """What the blank form says in each cell: nothing, or what is printed."""
    form = Form(ground.request.blank(unit))
    form.fill("so_buoi_tuyen_truyen.ky_nay", "7")
    (sent,) = read_file(Found(f"{unit}.docx", 0.0, form.saved()), ground)
    assert isinstance(sent, Return)
    for key, figure in sent.figures.items():
        yield key, ("blank", None) if key.startswith("so_buoi_tuyen") else (figure.state, figure.value)
