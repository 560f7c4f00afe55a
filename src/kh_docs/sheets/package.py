"""The parts of an .xlsx file (ECMA-376, part 1, 12.3): sheets, shared words, what styles mean."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal

from lxml import etree

NumberStyle = Literal["number", "date", "percent"]
# The number formats of Excel itself that show a date, a time or a percentage (18.8.30).
_DATES = (*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59))
_BUILT_IN: dict[int, NumberStyle] = {**dict.fromkeys(_DATES, "date"), 9: "percent", 10: "percent"}
# What in a number format is no code: words in quotes, escaped letters, colours and languages in brackets.
_NO_CODE = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_DATE_CODE = re.compile("[dmyhs]", re.IGNORECASE)
# 18.18.85: what XML cannot hold, and the underscore of what would be read as such.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True)
class SheetPart:
    """One sheet of the workbook and the part that holds its cells."""

    name: str
    hidden: bool
    part: str


class Package:
    """An open file; namespaces are not looked at, so that Excel's “strict” files read like the others."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.workbook = self._tree(_WORKBOOK)
        self.relations = self._relations()

    def sheets(self) -> Iterator[SheetPart]:
        """The sheets with cells, in their order."""
        for sheet in self.workbook.iter("{*}sheet"):
            target = next(str(value) for name, value in sheet.items() if str(name).endswith("}id"))
            kind, part = self.relations[target]
            if kind == "worksheet":
                yield SheetPart(sheet.get("name", ""), sheet.get("state", "visible") != "visible", part)

    def elements(self, part: str, *names: str) -> Iterator[etree._Element]:
        """The elements `names` of a part, each let go when the next is asked for."""
        with self.archive.open(part) as stream:
            tags = [f"{{*}}{name}" for name in names]
            found = etree.iterparse(
                stream, tag=tags, resolve_entities=False, no_network=True, remove_comments=True
            )
            for _event, element in found:
                yield element
                element.clear()

    @cached_property
    def strings(self) -> list[str]:
        """The words that cells refer to by number."""
        part = self._part("sharedStrings")
        return [text_of(item) for item in self.elements(part, "si")] if part else []

    @cached_property
    def styles(self) -> list[NumberStyle]:
        """What the numbers in a cell mean, by the number of its style."""
        part = self._part("styles")
        if not part:
            return []
        styles = self._tree(part)
        meant: dict[int, NumberStyle] = dict(_BUILT_IN)
        for item in styles.iter("{*}numFmt"):
            code = _NO_CODE.sub("", item.get("formatCode", "").split(";")[0])
            style: NumberStyle = "date" if _DATE_CODE.search(code) else "number"
            meant[int(item.get("numFmtId", "0"))] = "percent" if "%" in code else style
        formats = styles.findall("{*}cellXfs/{*}xf")
        return [meant.get(int(item.get("numFmtId", "0")), "number") for item in formats]

    def style(self, number: int) -> NumberStyle:
        """What a number means in a cell of the style `number`."""
        return self.styles[number] if number < len(self.styles) else "number"

    @cached_property
    def first_day(self) -> datetime:
        """The day that counts as 0: old Excel on a Mac began in 1904."""
        properties = self.workbook.find("{*}workbookPr")
        mac = properties is not None and properties.get("date1904") in ("1", "true")
        return datetime(1904, 1, 1) if mac else datetime(1899, 12, 30)

    def _part(self, kind: str) -> str | None:
        return next((part for found, part in self.relations.values() if found == kind), None)

    def _relations(self) -> dict[str, tuple[str, str]]:
        """Kind and part by id."""
        folder, name = posixpath.split(_WORKBOOK)
        found = self._tree(f"{folder}/_rels/{name}.rels")
        return {
            item.get("Id", ""): (
                item.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join(folder, item.get("Target", ""))).lstrip("/"),
            )
            for item in found.iter("{*}Relationship")
        }

    def _tree(self, part: str) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        return etree.fromstring(self.archive.read(part), parser)


def text_of(item: etree._Element) -> str:
    """The words of a string, plain or in runs, without the reading aids of East Asian text."""
    return unescaped(
        "".join(
            (part.text or "") if part.tag.endswith("}t") else part.findtext("{*}t", "")
            for part in item.iterchildren("{*}t", "{*}r")
        )
    )


def unescaped(text: str) -> str:
    """`so_x005F_xa` -> `so_xa`: how a workbook writes what XML or itself would take for something else."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
