"""Cells that a document prints apart and the data hold as one: rows of a form, paragraphs of an answer."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Final, NamedTuple

from kh_docs.facts.adding_up import every_commune, tag_of
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.registers import Register
from kh_docs.model.units import Unit
from kh_docs.returns.cells import Cell
from kh_docs.text import slug

# Paragraphs and ruled lines behind the first one of an answer.
_MORE: Final = re.compile(r"(.+)\.(doan|dong)_(\d+)")
_LINE: Final = "dong"
_FIRST: Final = "noi_dung"
# The row of a form: its register, column and number; the column of names has none of its own.
_ROW: Final = re.compile(r"(\w+)\.(\w+)\.(\d\d)")
_NAME: Final = "ten_xa"


class Rows(NamedTuple):
    """The cells under the tags that the list will have; what cannot be told apart, with why."""

    cells: dict[str, Cell]
    doubts: list[tuple[Cell, str]]


def of_communes(cells: Mapping[str, Cell], book: Book, unit: Unit, kind: str) -> Rows:
    """Once the list is printed, its rows are those of all communes: each by its code."""
    registers = {
        each.id: each for each in book.registers if each.form and kind in each.kinds and every_commune(each)
    }
    found, doubts = dict[str, Cell](), list[tuple[Cell, str]]()
    for tag, cell in cells.items():
        match = _ROW.fullmatch(tag)
        if match is None or match[1] not in registers:
            found[tag] = cell
        elif match[2] != _NAME:
            name = cells.get(f"{match[1]}.{_NAME}.{match[3]}")
            code = _code(unit, name.raw if name else "")
            if code:
                found[_tag(registers[match[1]], match[2], code)] = cell
            else:
                doubts.append((cell, _doubt(unit, name)))
    return Rows(found, doubts)


def is_more(tag: str, blank: Container[str]) -> bool:
    """Whether the place belongs to an answer that begins in another; `blank`: the places of a blank form."""
    match = _MORE.fullmatch(tag)
    # Paragraphs that the blank form has are those of the plan, each a place of its own.
    return match is not None and (match[2] == _LINE or tag not in blank)


def whole_answers(cells: Mapping[str, Cell], blank: Container[str]) -> dict[str, Cell]:
    """The cells with each answer of several paragraphs or ruled lines as one."""
    more: dict[str, dict[int, Cell]] = {}
    found = dict[str, Cell]()
    for tag, cell in cells.items():
        match = _MORE.fullmatch(tag)
        if match and is_more(tag, blank):
            more.setdefault(f"{match[1]}.{_FIRST}", {})[int(match[3])] = cell
        else:
            found[tag] = cell
    for tag, parts in more.items():
        in_order = [parts[number] for number in sorted(parts)]
        first = found.get(tag)
        lines = [part.raw.strip() for part in ([first, *in_order] if first else in_order)]
        found[tag] = (first or in_order[0])._replace(raw="\n".join(lines))
    return found


def _tag(register: Register, column: str, code: str) -> str:
    return tag_of(register, next(each for each in register.columns if each.id == column), code)


def _code(unit: Unit, typed: str) -> str:
    asked = slug(typed)
    found = [child.code for child in unit.children if asked in (slug(child.name), slug(child.full_name))]
    return found[0] if len(found) == 1 else ""


def _doubt(unit: Unit, name: Cell | None) -> str:
    if name is None:
        return _("dòng chưa ghi tên đơn vị cấp xã")
    message = _("{unit} không có đơn vị cấp xã “{name}”")
    return message.format(unit=unit.full_name, name=" ".join(name.raw.split()))
