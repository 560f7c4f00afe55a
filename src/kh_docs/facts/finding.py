"""Find the unit a clerk means, in whatever spelling, and never guess."""

from __future__ import annotations

import re

from kh_docs.errors import UsageError
from kh_docs.i18n import _, either
from kh_docs.model.book import Book
from kh_docs.model.units import Unit
from kh_docs.text import fold_unit_name, nearest, slug, spelt_alike

COMMUNE = re.compile(r"(xã|xa|phường|phuong|thị trấn|thi tran)\s", re.IGNORECASE)
TYPES = {"huyen": "huyện", "thi-xa": "thị xã", "thanh-pho": "thành phố"}


class UnknownUnit(UsageError):
    """No unit has this name; `nearest` holds names that come close."""

    def __init__(self, asked: str, close: list[str]) -> None:
        self.nearest = close
        list_them = _("xem tên các đơn vị: kh-docs districts")
        fix = _("có phải {}?").format(either(close)) if close else list_them
        super().__init__(_("không có đơn vị “{}” -> {}").format(asked, fix))


def units_of(book: Book) -> tuple[Unit, ...]:
    """All units of the plan, in the order of the unit table."""
    return tuple(book.units.values())


def unit_by_name(book: Book, asked: str) -> Unit:
    """The unit `asked` names, with or without diacritics or “huyện”; raises UnknownUnit with near names."""
    wanted = fold_unit_name(asked)
    if COMMUNE.match(asked.strip()):
        # “xã Nam Đàn” is no district, though a district bears the name.
        wanted = slug(asked)
    said = next((word for start, word in TYPES.items() if slug(asked).startswith(f"{start}-")), None)
    wanted = spelt_alike(wanted)
    for unit in book.units.values():
        if said and said != unit.type:
            continue
        spellings = (unit.id, unit.name, *unit.aliases)
        if wanted in {spelt_alike(fold_unit_name(spelling)) for spelling in spellings}:
            return unit
    names = {unit.name: unit.full_name for unit in book.units.values()}
    raise UnknownUnit(asked, [names[name] for name in nearest(asked, names)])
