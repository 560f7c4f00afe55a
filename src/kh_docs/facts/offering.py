"""Which kinds of document a plan has data for, and by which day each is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kh_docs.errors import UsageError
from kh_docs.facts.calendar import resolve
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.kinds import Recipe, kinds, recipe
from kh_docs.text import nearest


def offered(book: Book, variant: str = "") -> tuple[Recipe, ...]:
    """One recipe for each kind that the plan has data for, in the order in which they are made."""
    chosen = (recipe(kind, variant) for kind in kinds())
    return tuple(each for each in chosen if not lacking(book, each))


def lacking(book: Book, recipe: Recipe) -> tuple[str, ...]:
    """The files of the plan that would have to say something for this kind."""
    files = [f"{part.replace('_', '-')}.yaml" for part in recipe.needs if not getattr(book, part)]
    if not files and recipe.span:
        asked = any(recipe.span in item.periods for item in book.indicators.indicators)
        return () if asked else ("indicators.yaml",)
    return tuple(files)


def chosen(book: Book, asked: Sequence[str], variant: str = "") -> tuple[Recipe, ...]:
    """The kinds asked for, all that the plan has data for where none was; raises UsageError for another."""
    has = offered(book, variant)
    if any(each.below for each in has) and not any(unit.children for unit in book.units.values()):
        message = _("đơn vị của kế hoạch {} không có cấp dưới để kiểm tra -> bỏ --inspector district")
        raise UsageError(message.format(book.head.id))
    for kind in asked:
        if kind not in kinds():
            close = nearest(kind, kinds()) or kinds()
            raise UsageError(_("không có loại văn bản “{}” -> chọn: {}").format(kind, ", ".join(close)))
        if kind not in (each.kind for each in has):
            raise UsageError(
                _("kế hoạch {} không có dữ liệu để làm “{}” (thiếu {}) -> làm được: {}").format(
                    book.head.id,
                    kind,
                    ", ".join(lacking(book, recipe(kind, variant))),
                    ", ".join(each.kind for each in has),
                )
            )
    return tuple(each for each in has if each.kind in asked or not asked)


def kind_name(book: Book, kind: str) -> str:
    """What the plan calls the kind, or everybody."""
    named = (item.name for item in book.head.kinds if item.id == kind)
    return next(named, "") or _(recipe(kind).name)


def deadline_of(book: Book, kind: str) -> str:
    """The id of the deadline that the kind serves; empty where the plan sets none."""
    return next((item.deadline for item in book.head.kinds if item.id == kind), "")


def reference_day(book: Book, kind: str) -> date:
    """The last working day of the kind's own deadline, else the plan's own day; never a clock."""
    deadline = deadline_of(book, kind)
    if not deadline:
        return book.head.issued_on
    return resolve(book.deadlines[deadline].rule).last_working_day
