"""Pieces that documents share: handed on only where making them again would give the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest

from kh_docs.documents.controls import Controls
from kh_docs.documents.given import Given
from kh_docs.documents.kinds import KindContext
from kh_docs.documents.pieces import MOST_KEPT, Pieces
from kh_docs.limits import guarded
from kh_docs.model.base import Applies
from kh_docs.model.book import Book
from kh_docs.model.kinds import RECIPES, Recipe
from kh_docs.model.local import NOTHING_TOLD, LocalData
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.render.values import Run

from .produce import workshop
from .test_filled_set import filled
from .test_told_everything import told


def piece(controls: Controls, tag: str = "a", title: str = "Mục A") -> list[Run]:
    """What a row of a form makes: a blank for the clerk and a cell that may stay empty."""
    return [controls.blank(f"{tag}.so", title, "Bảng"), controls.space(f"{tag}.ghi_chu", f"{title}, ghi chú")]


def of(pieces: Pieces, controls: Controls, tag: str = "a", title: str = "Mục A") -> list[Run]:
    return pieces.of(controls, (tag, title), lambda: piece(controls, tag, title))


@pytest.mark.parametrize("answers", [{}, {"b.so": "7"}])
def test_a_piece_handed_on_leaves_what_making_it_leaves(answers: dict[str, str]) -> None:
    pieces, made = Pieces(), Controls(answers=answers)
    of(pieces, Controls())
    assert piece(made) == of(pieces, handed := Controls(answers=answers))
    assert handed == made
    assert list(handed.tags) == list(made.tags)
    assert of(pieces, Controls()) is of(pieces, Controls())


@pytest.mark.parametrize("answers", [{"a.so": "7"}, {"a.ghi_chu": "đã rõ"}, {"a.so": ""}])
def test_what_the_unit_answers_is_written_and_not_handed_on(answers: dict[str, str]) -> None:
    pieces = Pieces()
    of(pieces, Controls())
    answered = Controls(answers=answers)
    assert of(pieces, answered) == piece(expected := Controls(answers=answers))
    assert answered == expected
    assert of(pieces, Controls()) == piece(Controls())


def test_nor_is_what_was_answered_when_it_was_first_made() -> None:
    pieces = Pieces()
    of(pieces, Controls(answers={"a.so": "7"}))
    assert of(pieces, Controls()) == piece(Controls())


def test_titles_that_are_taken_get_a_number_as_if_there_were_no_memory() -> None:
    pieces, controls = Pieces(), Controls()
    of(pieces, Controls())
    controls.blank("x.so", "Mục A")
    assert [run.title for run in of(pieces, controls)] == ["Mục A (2)", "Mục A, ghi chú"]
    # Made where a title was taken, it is not kept for where it is free.
    taken, other = Controls(), Pieces()
    taken.blank("x.so", "Mục A")
    of(other, taken)
    assert [run.title for run in of(other, Controls())] == ["Mục A", "Mục A, ghi chú"]


def test_a_tag_twice_is_still_refused() -> None:
    pieces, controls = Pieces(), Controls()
    of(pieces, controls)
    with pytest.raises(ValueError, match="used twice"):
        of(pieces, controls)


def test_controls_of_the_wording_belong_to_their_document() -> None:
    pieces = Pieces()

    def said(value: str) -> list[Run]:
        controls = Controls()
        text = f"số {controls.mark(controls.space('so.gia_tri', 'Số', value))}"
        return pieces.of(controls, text, lambda: controls.split(text))

    assert [run.text for run in said("1")] == ["số ", "1"]
    assert [run.text for run in said("2")] == ["số ", "2"]


def test_what_is_kept_has_an_end() -> None:
    pieces = Pieces()
    for number in range(MOST_KEPT + 50):
        of(pieces, Controls(), f"t{number}")
    assert len(pieces.kept) <= MOST_KEPT


# A city, a town that ceases, one that has enough, border, mountain and coast.
DIFFERENT = ("vinh", "cua-lo", "hoang-mai", "ky-son", "nam-dan", "thai-hoa")
# One way after the other in which units differ, on top of the blank form.
TELLING: dict[str, Mapping[str, Any]] = {
    "nothing": {},
    "a figure of this period": {"bao-cao-6-thang": {"tong_khu_dan_cu.ky_truoc": "120"}},
    "a figure of this and of the year": {
        "bao-cao-6-thang": {"to_hoa_giai.ky_nay": "12"},
        "bao-cao-nam": {"to_hoa_giai.ky_nay": "15", "dien_dan_cong_an_lang_nghe.ky_nay": "8"},
    },
    "a target": {"bao-cao-nam": {"xa_to_chuc_ngay_hoi.chi_tieu": "17"}},
    "a note": {"bao-cao-nam": {"xa_to_chuc_ngay_hoi.ghi_chu": "có mưa"}},
    "a row of a list": {"bao-cao-nam": {"kinh_phi.huyen.02": "1.250"}, "ke-hoach": {"mo_hinh.ten.03": "Mẫu"}},
    "a verdict": {"phieu-kiem-tra": {"KT01.doan_cham": "Đạt", "KT02.tu_cham": "Không đạt"}},
    "a narrative": {"bao-cao-6-thang": {"i_1.noi_dung": "Dòng một\nDòng hai"}},
    "days": {"bao-cao-6-thang": {"ky_so_lieu.den_ngay": "10/6/2024"}},
}


def compared() -> dict[str, Mapping[str, str]]:
    """Figures reported of the half-year that an inspection compares."""
    names = workshop().book.checklist.figures.province
    return {"bao-cao-6-thang": {f"{name}.ky_nay": f"{number}" for number, name in enumerate(names, 12)}}


def locals_of(unit: str) -> dict[str, LocalData]:
    return {
        **{name: NOTHING_TOLD.replace(answers=answers) for name, answers in TELLING.items()},
        "compared figures": NOTHING_TOLD.replace(answers=compared()),
        "a filled set": filled(unit).book.local[unit],
        "everything": told(unit).book.local[unit],
    }


def context_of(
    book: Book, order: Order, local: LocalData, pieces: Pieces
) -> tuple[KindContext, tuple[object, ...]]:
    shop = Workshop(book.replace(local={order.unit.id: local}), workshop().templates, pieces=pieces)
    shop.words = workshop().words
    with guarded():
        return shop._context(order)


def own_words(book: Book) -> Book:
    """The same plan, but every text of its tables names the unit, and some bind only a few."""
    name = " {{ unit.name }}"
    coast, mountain = (Applies(traits=(trait,)) for trait in ("coast", "mountain"))
    items = [
        item.replace(
            otherwise=f"{item.otherwise}{name}" if number % 2 else "",
            target_text=f"{item.target_text}{name}",
            # What asks for a figure of its own binds those that have one.
            applies=item.applies
            if "figure(" in item.target_text
            else (item.applies, coast, mountain)[number % 3],
            # Of some the reason is another one where they bind.
            era=item.era.replace(from_day=date(2025, 1, 1)) if number % 4 == 0 else item.era,
        )
        for number, item in enumerate(book.indicators.indicators)
    ]
    checked = [
        item.replace(
            text=f"{item.text}{name}" if number % 2 else item.text,
            evidence=f"{item.evidence}{name}",
        )
        for number, item in enumerate(book.checklist.items)
    ]
    dossier = [
        each.replace(commune_text="" if number == 0 else each.text)
        for number, each in enumerate(book.checklist.dossier)
    ]
    figures = book.checklist.figures
    figures = figures.replace(district=tuple(reversed(figures.province)))
    groups = [group.replace(title=f"{group.title}{name}") for group in book.checklist.groups]
    registers = [
        each.replace(
            columns=tuple(
                column.replace(
                    # Columns that only their indicators tell apart.
                    heading="Cột" if column.indicator else f"{column.heading}{name}",
                    default=name if number == 2 and column.id else column.default,
                )
                for number, column in enumerate(each.columns)
            )
        )
        for each in book.registers
    ]
    return book.replace(
        indicators=book.indicators.replace(indicators=tuple(items)),
        checklist=book.checklist.replace(
            items=tuple(checked), groups=tuple(groups), dossier=tuple(dossier), figures=figures
        ),
        registers=tuple(registers),
    )


@cache
def books() -> dict[str, Book]:
    return {"as it is": workshop().book, "own words": own_words(workshop().book)}


def judged(book: Book, verdict: str) -> LocalData:
    """All items of the checklist judged alike, so that they are counted."""
    answers = {f"{item.id}.{side}_cham": verdict for item in book.checklist.items for side in ("tu", "doan")}
    return NOTHING_TOLD.replace(answers={"phieu-kiem-tra": answers})


@pytest.mark.parametrize("plan", ["as it is", "own words"])
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.stem)
def test_what_another_unit_left_changes_nothing(recipe: Recipe, plan: str) -> None:
    """Unit, day and answer differ in turn; with what all others left the document is the same."""
    book = books()[plan]
    units = {name: book.units[name] for name in DIFFERENT}
    days = (None, date(2024, 3, 4), date(2024, 12, 20))
    orders = [(Order(unit, recipe), NOTHING_TOLD) for unit in units.values()]
    orders += [(Order(units["nam-dan"], recipe, Given(day, "7"), day), NOTHING_TOLD) for day in days]
    for name in ("nam-dan", "hoang-mai"):
        orders += [(Order(units[name], recipe), local) for local in locals_of(name).values()]
    late = Order(units["nam-dan"], recipe, Given(days[-1]), days[-1])
    orders += [(late, local) for local in locals_of("nam-dan").values()]
    orders += [(Order(units["vinh"], recipe), judged(book, verdict)) for verdict in ("Đạt", "Không đạt")]
    shared = Pieces()
    for order, local in [*orders, *orders[:3]]:
        assert context_of(book, order, local, shared) == context_of(book, order, local, Pieces())
    assert shared.kept


def test_two_forms_of_an_inspection_share_what_is_the_same() -> None:
    """The team of the province and that of the unit ask for other files and figures, in another order."""
    book = books()["own words"]
    shared, forms = Pieces(), [recipe for recipe in RECIPES if recipe.kind == "phieu-kiem-tra"]
    for unit in ("nam-dan", "hoang-mai"):
        for recipe in (*forms, *reversed(forms)):
            order = Order(book.units[unit], recipe)
            made = context_of(book, order, NOTHING_TOLD, shared)
            assert made == context_of(book, order, NOTHING_TOLD, Pieces())


def test_a_unit_is_known_anew_where_the_day_decides() -> None:
    """One workshop makes all documents of a unit; each as a workshop of its own does."""
    book = workshop().book
    # A body that goes, and one that comes.
    first = next(role for role in book.roles if role.level == book.units["nam-dan"].level and role.name)
    gone = first.replace(until=date(2024, 6, 30))
    come = first.replace(from_day=date(2024, 7, 1), name=f"{first.name} mới")
    roles = tuple(each for role in book.roles for each in ((gone, come) if role is first else (role,)))
    book = book.replace(roles=roles)
    days = (None, date(2024, 3, 4), date(2024, 12, 20), date(2024, 8, 1))
    shop = Workshop(book, workshop().templates)
    shop.words = workshop().words
    names = set()
    for unit in ("nam-dan", "cua-lo", "nam-dan"):
        for recipe in RECIPES:
            for day in days:
                order = Order(book.units[unit], recipe, Given(day), day)
                with guarded():
                    made = shop._context(order)
                assert made == context_of(book, order, NOTHING_TOLD, Pieces())
                names.add(shop.speech(order).context["roles"][first.id])
    assert len(names) > 1
