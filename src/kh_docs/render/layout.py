"""Take a .docx template and a context, give the bytes of a Word file, or refuse.

docxtpl is the front end: it knows what the tags that clerks write in Word mean. Its work on a
template is done once; the rendering after it is ours, because docxtpl re-parses its result with
`recover=True` and so drops text silently (reliability.md, finding 1).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Template
from jinja2 import TemplateError as JinjaError
from lxml import etree

from kh_docs.errors import Problem, RenderFault, TemplateError
from kh_docs.i18n import _
from kh_docs.render import guard
from kh_docs.render.environment import Environment, forbidden_constructs

# Same data, same bytes: the zip's own dates say nothing.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
WORD_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
PROPERTY_PART = re.compile(r"docProps/\w+\.xml$")
# Tags that make cells as they go: only they need docxtpl to mend the table's grid afterwards.
GRID_TAGS = re.compile(r"\{%-?\s*(?:tc\b|hm\b|colspan\b)")


@dataclass(frozen=True)
class Part:
    """One XML part that holds tags."""

    name: str
    template: Template
    mends_grid: bool


@dataclass(frozen=True)
class LayoutTemplate:
    """A template ready to be filled any number of times."""

    name: str
    docxtpl: DocxTemplate
    environment: Environment
    entries: tuple[tuple[str, bytes], ...]
    parts: Mapping[str, Part]


def load_layout(path: Path) -> LayoutTemplate:
    """Read, check and compile the template `path`; raises TemplateError with all faults found."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = tuple((info.filename, archive.read(info)) for info in archive.infolist())
    except OSError as error:
        raise _fault(path, _("không đọc được mẫu ({})").format(error.strerror or error)) from error
    except (zipfile.BadZipFile, zlib.error, RuntimeError) as error:
        raise _fault(path, _("không phải .docx (tệp .doc, tệp hỏng hoặc có mật khẩu)")) from error
    reasons = guard.template_faults(dict(entries))
    if reasons:
        raise TemplateError([_problem(path, reason) for reason in reasons])
    docxtpl = DocxTemplate(io.BytesIO(b""))
    environment = Environment(autoescape=True)
    parts: dict[str, Part] = {}
    problems: list[Problem] = []
    for name, content in entries:
        if not (WORD_PART.match(name) or PROPERTY_PART.match(name)) or not _has_tags(content):
            continue
        try:
            parts[name] = _compile(name, content, docxtpl, environment)
        except JinjaError as error:
            problems.append(_problem(path, _("{}: thẻ mẫu sai: {}").format(name, error)))
        except guard.Loss as error:
            problems.append(_problem(path, f"{name}: {error}"))
    if problems:
        raise TemplateError(problems)
    return LayoutTemplate(path.name, docxtpl, environment, entries, parts)


def _has_tags(content: bytes) -> bool:
    # A tag may be split over runs: `{` `{`; the text alone tells.
    text = re.sub(rb"<[^>]+>", b"", content)
    return b"{{" in text or b"{%" in text or b"{{" in content or b"{%" in content


def _compile(name: str, content: bytes, docxtpl: DocxTemplate, environment: Environment) -> Part:
    root = etree.fromstring(content, guard.strict_parser())
    source = etree.tostring(root, encoding="unicode")
    if WORD_PART.match(name):
        patched = docxtpl.patch_xml(source)
        guard.check_same_wording(source, patched)
        source = patched
    forbidden = forbidden_constructs(source, environment)
    if forbidden:
        raise guard.Loss(_("mẫu dùng thuộc tính cấm: {}").format(", ".join(sorted(set(forbidden)))))
    return Part(name, environment.from_string(source), bool(GRID_TAGS.search(source)))


def fill(layout: LayoutTemplate, context: Mapping[str, Any]) -> bytes:
    """The template `layout` with `context` in it, whole and strictly parsed; else RenderFault."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in layout.entries:
            part = layout.parts.get(name)
            if part is not None:
                content = _fill_part(layout, part, context)
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, content)
    return buffer.getvalue()


def _fill_part(layout: LayoutTemplate, part: Part, context: Mapping[str, Any]) -> bytes:
    printed = layout.environment.printed
    printed.clear()
    try:
        xml = part.template.render(context)
        if WORD_PART.match(part.name):
            if any("\n" in value or "\t" in value for value in printed):
                xml = layout.docxtpl.resolve_listing(xml)
            if part.mends_grid:
                xml = etree.tostring(layout.docxtpl.fix_tables(xml), encoding="unicode")
        root = etree.fromstring(xml.encode("utf-8"), guard.strict_parser())
        guard.mend_empty_containers(root)
        guard.check_nothing_lost(root, printed)
    except (JinjaError, ValueError, etree.XMLSyntaxError, guard.Loss) as error:
        raise RenderFault(f"{layout.name}, {part.name}: {error}") from error
    finally:
        printed.clear()
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _problem(path: Path, message: str) -> Problem:
    return Problem(
        str(path), None, "", message, _("sửa mẫu trong Word, hoặc dựng lại: python -m kh_docs.layout")
    )


def _fault(path: Path, message: str) -> TemplateError:
    return TemplateError([_problem(path, message)])
