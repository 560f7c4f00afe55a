"""The units that a command about documents was asked for: some by name, or all of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kh_docs.i18n import _

if TYPE_CHECKING:
    from kh_docs.model.book import Book
    from kh_docs.model.units import Unit


def refuse_none_or_both(names: Sequence[str], everyone: bool) -> None:
    """Told before the data are read."""
    if everyone and names:
        raise click.UsageError(_("chỉ dùng một trong hai: --district hoặc --all"))
    if not everyone and not names:
        raise click.UsageError(_("cần --district TÊN (một hay nhiều lần), hoặc --all"))


def units_asked(book: Book, names: Sequence[str], everyone: bool) -> tuple[Unit, ...]:
    """In the order named; one that was named twice, in two spellings, is meant once."""
    from kh_docs.facts.finding import unit_by_name, units_of

    units = units_of(book) if everyone else [unit_by_name(book, name) for name in names]
    return tuple({unit.id: unit for unit in units}.values())
