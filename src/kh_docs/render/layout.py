"""Take a .docx template and a context, give the bytes of a Word file, or refuse.

docxtpl is the front end: it knows what the tags that clerks write in Word mean. Its work on a
template is done once; the rendering after it is ours, because docxtpl re-parses its result with
`recover=True` and so drops text silently (reliability.md, finding 1).
"""

from __future__ import annotations

import hashlib
import marshal
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Template
from lxml import etree

from kh_docs import cache
from kh_docs.bounded import read_bounded
from kh_docs.errors import KhDocsError, Problem, RenderFault, TemplateError
from kh_docs.i18n import _
from kh_docs.limits import guarded
from kh_docs.refusals import in_words
from kh_docs.render import guard, mending
from kh_docs.render.compiling import PROPERTY_PART, WORD_PART, Compiled, compile_part, docxtpl
from kh_docs.render.environment import Environment, Extraordinary, Recording
from kh_docs.render.inspecting import PRINTED, faults_of
from kh_docs.render.said import shape_of, unsaid
from kh_docs.render.spoken import spoken
from kh_docs.render.values import Context
from kh_docs.word.archive import read_archive
from kh_docs.word.package import Package
from kh_docs.word.refused import Refused
from kh_docs.word.writer import Entry, compressed, pack

# Our own templates come to a thousandth of it.
MAX_BYTES = 16 * 2**20
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


Finish = Callable[[str, bytes], bytes]


def plain(_name: str, content: bytes) -> bytes:
    """A part as it was filled."""
    return content


@guarded()
def load_layout(path: Path) -> LayoutTemplate:
    """Read, check and compile the template `path`; raises TemplateError with all faults found."""
    contents = _contents(path)
    environment = Environment(autoescape=True)
    compiled = _compiled(path, contents, environment)
    entries: list[Entry | Part] = []
    for name, content in contents.items():
        if name in compiled:
            code = compiled[name].code
            template = Template.from_code(environment, code, environment.make_globals(None))
            entries.append(Part(compiled[name], template))
        else:
            entries.append(compressed(name, content))
    return LayoutTemplate(path.name, environment, tuple(entries))


def _compiled(path: Path, contents: Mapping[str, bytes], environment: Environment) -> dict[str, Compiled]:
    """The parts with tags as code, from the cache when this very template was compiled before."""
    key = hashlib.sha256(
        b"\0".join(name.encode() + content for name, content in contents.items())
    ).hexdigest()
    kept = cache.load_as("layout", key, _kept_parts)
    if kept is not None:
        return kept
    compiled = _compile(path, contents, environment)
    fields = [(part.name, part.code, part.mends_grid, part.in_place) for part in compiled.values()]
    cache.save("layout", key, marshal.dumps(fields))
    return compiled


def _kept_parts(kept: bytes) -> dict[str, Compiled]:
    return {values[0]: Compiled(*values) for values in marshal.loads(kept)}


def _contents(path: Path) -> dict[str, bytes]:
    try:
        return read_archive(read_bounded(path, MAX_BYTES))
    except OSError as error:
        raise _fault(path, _("không đọc được mẫu ({})").format(error.strerror or error)) from error
    except Refused as refused:
        words = {
            "damaged": _("không phải .docx: tệp hỏng, bị cắt cụt hoặc có mật khẩu"),
            "other zip": _("không phải .docx (thiếu word/document.xml)"),
        }
        raise _fault(path, words.get(refused.why) or in_words(refused)) from refused


def _compile(path: Path, contents: Mapping[str, bytes], environment: Environment) -> dict[str, Compiled]:
    printed = _printed(path, contents)
    faults = list(faults_of(contents, printed))
    problems = [_problem(path, fault) for fault in guard.not_ours(contents)]
    problems += [_problem(path, fault.message) for fault in dict.fromkeys(faults)]
    broken = {fault.part for fault in faults}
    compiled: dict[str, Compiled] = {}
    for name, content in contents.items():
        filled = name in printed or PROPERTY_PART.match(name)
        if name in broken or not filled or not _has_tags(content):
            continue
        try:
            compiled[name] = compile_part(name, content, environment)
        except (guard.Loss, etree.XMLSyntaxError) as error:
            problems.append(_problem(path, f"{name}: {error}"))
    if problems:
        raise TemplateError(problems)
    return compiled


def _printed(path: Path, contents: Mapping[str, bytes]) -> set[str]:
    """The parts that are filled in, by their usual names and by their relationships."""
    usual = {name for name in contents if WORD_PART.match(name)}
    try:
        package = Package(contents, only_reading=True)
    except Refused as refused:
        if refused.why == "no main part" and "word/document.xml" in usual:
            return usual
        words = _("không phải .docx (thiếu word/document.xml)") if refused.why == "no main part" else ""
        raise _fault(path, words or in_words(refused)) from refused
    if package.is_strict:
        raise _fault(
            path, _("mẫu lưu ở dạng Strict Open XML -> trong Word lưu lại, kiểu “Word Document (*.docx)”")
        )
    linked = {name for kind, name in package.links.values() if kind in PRINTED}
    return {package.main, *linked, *usual}


def _has_tags(content: bytes) -> bool:
    # A tag may be split over runs: `{` `{`; the text alone tells.
    text = re.sub(rb"<[^>]+>", b"", content)
    return b"{{" in text or b"{%" in text or b"{{" in content or b"{%" in content


@guarded()
def fill(layout: LayoutTemplate, values: Mapping[str, Any], finish: Finish = plain) -> bytes:
    """The template `layout` with `values` in it, whole and strictly parsed; else RenderFault.

    `finish` gets the name and the content of each part that was filled, and gives what is written.
    """
    return _packed(layout, _filled(layout, values), finish)


@guarded()
def fill_whole(layout: LayoutTemplate, context: Context, finish: Finish = plain) -> bytes:
    """The same, and TemplateError where the layout leaves out something that it is given."""
    values = context._asdict()
    filled = _filled(layout, values)
    # Once for each form that contexts have: to look at every document would take as long as making it.
    shape = shape_of(values)
    if shape not in layout.environment.shapes:
        if (said := unsaid(values, filled.values())) is not None:
            message = _("mẫu không in “{}” ({})").format(said.text[:60], said.place)
            raise TemplateError([_problem(Path(f"templates/layout/{layout.name}"), message)])
        layout.environment.shapes.add(shape)
    return _packed(layout, filled, finish)


def _filled(layout: LayoutTemplate, values: Mapping[str, Any]) -> dict[str, bytes]:
    parts = (entry for entry in layout.entries if isinstance(entry, Part))
    return {part.compiled.name: _fill_part(layout, part, values) for part in parts}


def _packed(layout: LayoutTemplate, filled: Mapping[str, bytes], finish: Finish) -> bytes:
    finished = {name: compressed(name, finish(name, content)) for name, content in filled.items()}
    return pack(
        finished[entry.compiled.name] if isinstance(entry, Part) else entry for entry in layout.entries
    )


def _fill_part(layout: LayoutTemplate, part: Part, values: Mapping[str, Any]) -> bytes:
    name = part.compiled.name
    try:
        return _in_place(layout.environment, part, values) or _mended(layout.environment, part, values)
    except KhDocsError:
        raise
    except Exception as error:  # whatever a template makes Python say is a fault of the template
        raise RenderFault(f"{layout.name}, {name}: {spoken(error)}") from error


def _in_place(environment: Environment, part: Part, values: Mapping[str, Any]) -> bytes | None:
    """The short way, where template and values show that nothing can be lost; None where they do not."""
    if not part.compiled.in_place or part.compiled.mends_grid:
        return None
    environment.escaped = environment.known
    try:
        content = DECLARATION + part.template.render(values).encode("utf-8")
    except (Extraordinary, TypeError):
        return None
    if not environment.rows.all_sound(content):
        return None
    return content


def _mended(environment: Environment, part: Part, values: Mapping[str, Any]) -> bytes:
    """The long way: docxtpl's own finish, empty containers mended, every value looked for in the result."""
    environment.escaped = Recording(environment)
    printed = environment.printed
    printed.clear()
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


def _problem(path: Path, message: str) -> Problem:
    said, _arrow, fix = message.partition(" -> ")
    restore = _("sửa mẫu trong Word, hoặc lấy lại bản gốc: kh-docs init . --restore templates/layout/{}")
    return Problem(str(path), None, "", said, fix or restore.format(path.name))


def _fault(path: Path, message: str) -> TemplateError:
    return TemplateError([_problem(path, message)])
