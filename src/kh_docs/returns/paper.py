"""Where a figure stands on the paper that the unit has before it, in the words printed there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from kh_docs.documents.annexes import labels
from kh_docs.documents.indicator_table import COLUMNS
from kh_docs.i18n import _
from kh_docs.layout.bao_cao import INDICATORS
from kh_docs.model.book import Book
from kh_docs.model.registers import Register, RegisterColumn

_FIGURES: Final = "indicators"
_TAGS: Final = {"target": "chi_tieu", **{field: tag for field, (tag, _name) in COLUMNS.items()}}
# What is printed above a column of figures, by the column's name in tags.
HEADS: Final = {
    _TAGS[column.field]: column.head.replace("~", " ") for column in INDICATORS if column.field in _TAGS
}


class Paper(NamedTuple):
    """The annexes of one kind of report, by what they hold; `names`: “F1 Số buổi …” by indicator."""

    figures: str
    tables: Mapping[str, str]
    names: Mapping[str, str]

    def cell(self, indicator: str, column: str) -> str:
        """“F1 Số buổi tuyên truyền (Phụ lục I, cột “Thực hiện kỳ này”)”."""
        return f"{self.names.get(indicator, indicator)} ({self.column(self.figures, HEADS[column])})"

    def table(self, register: Register, column: RegisterColumn | None = None) -> str:
        """“Phụ lục II, cột “Tổng số khu dân cư””."""
        annex = self.tables[register.id]
        return self.column(annex, _head(column)) if column else annex

    def column(self, annex: str, head: str) -> str:
        return _("{annex}, cột “{column}”").format(annex=annex, column=head)


def paper_of(book: Book, kind: str) -> Paper:
    """Annexes are numbered as a form of this kind numbers them."""
    registers = [each for each in book.registers if kind in each.kinds and not each.needs]
    numbered = labels([_FIGURES, *dict.fromkeys(each.annex for each in registers)])
    names = {
        item.id: f"{item.code} {item.short or item.label}".strip() for item in book.indicators.indicators
    }
    return Paper(numbered[_FIGURES], {each.id: numbered[each.annex] for each in registers}, names)


def spoken(units: Iterable[str], most: int) -> str:
    """So many of them by name: “Kim Liên, Nam Anh và 05 đơn vị khác”."""
    listed = list(units)
    if len(listed) <= most:
        return ", ".join(listed)
    named = ", ".join(listed[:most])
    return _("{named} và {count:02d} đơn vị khác").format(named=named, count=len(listed) - most)


def _head(column: RegisterColumn) -> str:
    """What is printed above it, without places for a unit's own words."""
    head = column.title if "{" in column.heading else column.heading
    return head.replace("~", " ")
