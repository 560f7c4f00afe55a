"""Which unit a piece of text names: in a letterhead, in a file's name, by the codes of its communes."""

from __future__ import annotations

from collections.abc import Iterable

from kh_docs.model.book import Book
from kh_docs.text import slug


class UnitNames:
    """The units of a plan by what names them, worked out once for all files."""

    def __init__(self, book: Book) -> None:
        self._ids = {unit.id: unit.id for unit in book.units.values()}
        self._full = {slug(unit.full_name): unit.id for unit in book.units.values()}
        self._longest = max((name.count("-") + 1 for name in (*self._ids, *self._full)), default=0)
        self._owners: dict[str, set[str]] = {}
        for unit in book.units.values():
            for child in unit.children:
                self._owners.setdefault(child.code, set()).add(unit.id)

    def in_head(self, text: str) -> str | None:
        """The unit whose full name stands in the text; the longest, as one name may hold another."""
        return self._named(text, self._full)

    def in_path(self, path: str) -> str | None:
        """The unit that the name of a file tells; of one that cannot be read nothing else is known."""
        name = path.rpartition("/")[2]
        return self._named(name, self._full) or self._named(name, self._ids)

    def of_communes(self, codes: Iterable[str]) -> str | None:
        """The one unit to which these communes belong."""
        owners = set[str]().union(*(self._owners.get(code, ()) for code in codes))
        return next(iter(owners)) if len(owners) == 1 else None

    def _named(self, text: str, names: dict[str, str]) -> str | None:
        words = slug(text).split("-")
        for length in range(min(self._longest, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                if unit := names.get("-".join(words[start : start + length])):
                    return unit
        return None
