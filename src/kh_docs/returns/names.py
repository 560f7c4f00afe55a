"""Which unit a piece of text names: in a letterhead, in a file's name, by the codes of its communes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.patterns import re
from kh_docs.returns.values import Question
from kh_docs.text import slug

_DATE_LINE = re.compile(r"(?:^|\t)([^\t\n,]+), ngày\b", re.IGNORECASE | re.MULTILINE)


class UnitNames:
    """The units of a plan by what names them, worked out once for all files."""

    def __init__(self, book: Book) -> None:
        self._ids = {unit.id: unit.id for unit in book.units.values()}
        self._full = {slug(unit.full_name): unit.id for unit in book.units.values()}
        self._longest = max((name.count("-") + 1 for name in (*self._ids, *self._full)), default=0)
        self._full_names = {unit.id: unit.full_name for unit in book.units.values()}
        self._children = {
            unit.id: [child.full_name for child in unit.children] for unit in book.units.values()
        }
        self._places: dict[str, list[str]] = {}
        for unit in book.units.values():
            self._places.setdefault(slug(unit.name), []).append(unit.id)
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

    def of_place(self, text: str) -> str | None:
        """The one unit that is called like the place of a date line: “Nam Đàn, ngày …”."""
        match = _DATE_LINE.search(unicodedata.normalize("NFC", text))
        named = self._places.get(slug(match[1]), []) if match else []
        return named[0] if len(named) == 1 else None

    def below(self, text: str, unit: str) -> str:
        """The unit below this one that a letterhead names: it filled in the form that it was handed on."""
        letterhead = _DATE_LINE.split(unicodedata.normalize("NFC", text), maxsplit=1)[0]
        lines = [slug(line) for line in re.split(r"[\t\n]", letterhead)]
        for name in self._children.get(unit, ()):
            if any(line.endswith(f"-{slug(name)}") or line == slug(name) for line in lines):
                return name
        return ""

    def asked_of_path(self, path: str, unit: str) -> list[Question]:
        """A question where the file is called after another unit: its form may have been that one's."""
        named = self.in_path(path)
        file = path.rpartition("/")[2]
        if named in (None, unit) or self._named(file, {unit: unit}):
            return []
        told = _(
            "tên tệp ghi {named}, trong tệp là báo cáo của {unit}: đề nghị xác nhận báo cáo của đơn vị nào"
        )
        names = self._full_names
        message = told.format(named=names[str(named)], unit=names[unit])
        return [Question(file, "", message, "")]

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
