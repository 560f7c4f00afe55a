"""A template that is ready, filled: the short way where nothing can be lost, else the long one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Template
from lxml import etree

from kh_docs.errors import KhDocsError, Problem, RenderFault, TemplateError
from kh_docs.i18n import _
from kh_docs.limits import TooLong, guarded, too_much
from kh_docs.patterns import re
from kh_docs.render import guard, mending
from kh_docs.render.assembling import assembled
from kh_docs.render.compiling import PROPERTY_PART, Compiled, docxtpl
from kh_docs.render.environment import Environment
from kh_docs.render.known import Extraordinary
from kh_docs.render.said import unsaid
from kh_docs.render.spoken import spoken
from kh_docs.render.values import Context
from kh_docs.word.cutting import Cut, cut
from kh_docs.word.writer import Entry, compressed_quickly, pack

_EMPTY = re.compile(rb"<([\w:]+)((?: [^<>]*)?)></\1>")
DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


class Part(NamedTuple):
    """One XML part that holds tags."""

    compiled: Compiled
    template: Template


class LayoutTemplate(NamedTuple):
    """A template ready to be filled any number of times; parts without tags are packed already."""

    name: str
    environment: Environment
    entries: tuple[Entry | Part, ...]


# A part cut into its blocks (`word.cutting`).
Pieces = list[bytes]
Finish = Callable[[str, Pieces], Pieces]
MAIN = "word/document.xml"


class Filled(NamedTuple):
    """A document ready to be written, and its main part as it was before it was finished."""

    content: bytes
    main: Cut | None


def plain(_name: str, pieces: Pieces) -> Pieces:
    """A part as it was filled."""
    return pieces


@guarded()
def fill(layout: LayoutTemplate, values: Mapping[str, Any], finish: Finish = plain) -> bytes:
    """The template `layout` with `values` in it, whole and strictly parsed; else RenderFault.

    `finish` gets the name and the pieces of each part that was filled, and gives what is written.
    """
    return _packed(layout, _filled(layout, values), finish).content


@guarded()
def fill_whole(layout: LayoutTemplate, context: Context, finish: Finish = plain) -> Filled:
    """The same, and TemplateError where the layout leaves out something that it is given."""
    values = context._asdict()
    filled = _filled(layout, values)
    # Once for each form that contexts have: to look at every document would take as long as making it.
    shape = layout.environment.shapes.of(values)
    if shape not in layout.environment.whole:
        said = unsaid(values, map(b"".join, filled.values()), lambda: _printed(layout, values))
        if said is not None:
            words = _("mẫu không in “{}” ({})").format(said.text[:60], said.place)
            blank = _("mẫu không in chỗ phải điền ({})").format(said.place)
            message = words if any(map(str.isalnum, said.text)) else blank
            raise TemplateError([problem(Path(f"templates/layout/{layout.name}"), message)])
        layout.environment.whole.add(shape)
    return _packed(layout, filled, finish)


def _filled(layout: LayoutTemplate, values: Mapping[str, Any]) -> dict[str, Pieces]:
    parts = (entry for entry in layout.entries if isinstance(entry, Part))
    return {part.compiled.name: _fill_part(layout, part, values) for part in parts}


def _printed(layout: LayoutTemplate, values: Mapping[str, Any]) -> list[str]:
    """Every value that the layout prints."""
    environment = layout.environment
    environment.show_all()
    for entry in layout.entries:
        if isinstance(entry, Part):
            entry.template.render(values)
    printed = list(environment.printed)
    environment.printed.clear()
    return printed


def _packed(layout: LayoutTemplate, filled: Mapping[str, Pieces], finish: Finish) -> Filled:
    written = {name: b"".join(finish(name, pieces)) for name, pieces in filled.items()}
    content = pack(
        compressed_quickly(entry.compiled.name, written[entry.compiled.name])
        if isinstance(entry, Part)
        else entry
        for entry in layout.entries
    )
    return Filled(content, Cut(written[MAIN], filled[MAIN]) if MAIN in filled else None)


def _fill_part(layout: LayoutTemplate, part: Part, values: Mapping[str, Any]) -> Pieces:
    name = part.compiled.name
    where = f"{layout.name}, {name}"
    try:
        return _in_place(layout.environment, part, values) or cut(_mended(layout.environment, part, values))
    except TooLong as error:
        raise TooLong(f"{where}: {_with_mend(layout, str(error))}") from error
    except KhDocsError:
        raise
    except MemoryError as error:
        raise TooLong(f"{where}: {_with_mend(layout, too_much())}") from error
    except Exception as error:  # whatever a template makes Python say is a fault of the template
        raise RenderFault(f"{where}: {_with_mend(layout, spoken(error))}") from error


def _with_mend(layout: LayoutTemplate, said: str) -> str:
    if " -> " in said:
        return said
    mend = _("tìm chỗ đó trong mẫu (Ctrl+F) mà sửa, hoặc lấy lại bản gốc: kh-docs init . --restore {}")
    return f"{said} -> {mend.format(f'templates/layout/{layout.name}')}"


def _in_place(environment: Environment, part: Part, values: Mapping[str, Any]) -> Pieces | None:
    """The short way, where template and values show that nothing can be lost; None where they do not."""
    if not part.compiled.in_place or part.compiled.mends_grid:
        return None
    is_text = PROPERTY_PART.match(part.compiled.name) is None
    environment.show_quickly(part.compiled.name, is_text=is_text)
    try:
        # As Jinja renders it; to put the pieces together and encode them then takes three times as long.
        yielded = part.template.root_render_func(part.template.new_context(dict(values)))
        pieces, sound = assembled(yielded, environment.encoded, DECLARATION)
    except (Extraordinary, TypeError):
        return None
    if not is_text:
        content = b"".join(pieces)
        guard.check_well_formed(content)
        # As the long way writes what is empty.
        return [_EMPTY.sub(rb"<\1\2/>", content)]
    return pieces if environment.rows.all_sound(pieces, sound) else None


def _mended(environment: Environment, part: Part, values: Mapping[str, Any]) -> bytes:
    """The long way: docxtpl's own finish, empty containers mended, every value looked for in the result."""
    environment.show_all()
    printed = environment.printed
    try:
        xml = part.template.render(values)
        if PROPERTY_PART.match(part.compiled.name) is None:
            if any("\n" in value or "\t" in value for value in printed):
                xml = docxtpl().resolve_listing(xml)
            if part.compiled.mends_grid:
                xml = etree.tostring(docxtpl().fix_tables(xml), encoding="unicode")
        root = etree.fromstring(xml.encode("utf-8"), guard.strict_parser())
        mending.mend_empty_containers(root)
        mending.mend_twins(root)
        guard.check_nothing_lost(root, printed)
    finally:
        printed.clear()
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def problem(path: Path, message: str) -> Problem:
    said, _arrow, fix = message.partition(" -> ")
    restore = _("sửa mẫu trong Word, hoặc lấy lại bản gốc: kh-docs init . --restore templates/layout/{}")
    return Problem(str(path), None, "", said, fix or restore.format(path.name))
