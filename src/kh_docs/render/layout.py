"""Take a .docx template and a context, give the bytes of a Word file, or refuse.

docxtpl is the front end: it knows what the tags that clerks write in Word mean. Its work on a
template is done once; the rendering after it is ours, because docxtpl re-parses its result with
`recover=True` and so drops text silently (reliability.md, finding 1).
"""

from __future__ import annotations

import hashlib
import marshal
import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Template
from lxml import etree

from kh_docs import cache
from kh_docs.bounded import read_bounded, reason_of
from kh_docs.errors import TemplateError
from kh_docs.i18n import _
from kh_docs.limits import guarded
from kh_docs.refusals import in_words
from kh_docs.render import guard, losing
from kh_docs.render.compiling import PROPERTY_PART, WORD_PART, Compiled, compile_part
from kh_docs.render.environment import Environment
from kh_docs.render.filling import LayoutTemplate, Part, problem
from kh_docs.render.inspecting import PRINTED, faults_of
from kh_docs.render.whole import Whole
from kh_docs.word.archive import read_archive
from kh_docs.word.package import Package
from kh_docs.word.refused import Refused
from kh_docs.word.writer import Entry, compressed

# Our own templates come to a thousandth of it.
MAX_BYTES = 16 * 2**20


@guarded()
def load_layout(path: Path) -> LayoutTemplate:
    """Read, check and compile the template `path`; raises TemplateError with all faults found."""
    contents = _contents(path)
    environment = Environment(autoescape=True)
    key = _key(contents)
    compiled = _compiled(path, contents, environment, key)
    environment.whole = Whole(key)
    entries: list[Entry | Part] = []
    for name, content in contents.items():
        if name in compiled:
            code = compiled[name].code
            template = Template.from_code(environment, code, environment.make_globals(None))
            entries.append(Part(compiled[name], template))
        else:
            entries.append(compressed(name, content))
    return LayoutTemplate(path.name, environment, tuple(entries))


def _key(contents: Mapping[str, bytes]) -> str:
    """A digest of the template."""
    parts = b"\0".join(name.encode() + content for name, content in contents.items())
    return hashlib.sha256(parts).hexdigest()


def _compiled(
    path: Path, contents: Mapping[str, bytes], environment: Environment, key: str
) -> dict[str, Compiled]:
    """The parts with tags as code, from the cache when this very template was compiled before."""
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
        raise _fault(path, _("không đọc được mẫu ({})").format(reason_of(error))) from error
    except Refused as refused:
        words = {
            "damaged": _("không phải .docx: tệp hỏng, bị cắt cụt hoặc có mật khẩu"),
            "other zip": _("không phải .docx (thiếu word/document.xml)"),
        }
        raise _fault(path, words.get(refused.why) or in_words(refused)) from refused


def _compile(path: Path, contents: Mapping[str, bytes], environment: Environment) -> dict[str, Compiled]:
    printed = _printed(path, contents)
    faults = list(faults_of(contents, printed))
    problems = [problem(path, fault) for fault in losing.not_ours(contents)]
    problems += [problem(path, fault.message) for fault in dict.fromkeys(faults)]
    broken = {fault.part for fault in faults}
    compiled: dict[str, Compiled] = {}
    for name, content in contents.items():
        filled = name in printed or PROPERTY_PART.match(name)
        if name in broken or not filled or not _has_tags(content):
            continue
        try:
            compiled[name] = compile_part(name, content, environment)
        except (guard.Loss, etree.XMLSyntaxError) as error:
            problems.append(problem(path, f"{name}: {error}"))
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


def _fault(path: Path, message: str) -> TemplateError:
    return TemplateError([problem(path, message)])
