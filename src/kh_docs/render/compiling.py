"""Turn a part of a .docx template into Python code, once: docxtpl's tags first, then Jinja's.

docxtpl knows what the tags that clerks write in Word mean; what it makes of them is checked here.
"""

from __future__ import annotations

import io
from functools import cache
from types import CodeType
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import nodes
from lxml import etree

from kh_docs.errors import KhDocsError
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.render import guard, losing, slots
from kh_docs.render.blocks import check_blocks
from kh_docs.render.codegen import brings_xml
from kh_docs.render.environment import Environment, forbidden_constructs
from kh_docs.render.paragraphs import MOST_SHOWN
from kh_docs.render.retyping import retype
from kh_docs.render.spoken import spoken

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

WORD_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
PROPERTY_PART = re.compile(r"(docProps/\w+|customXml/item\d+)\.xml$")
# Tags that make cells as they go: only they need docxtpl to mend the table's grid afterwards.
GRID_TAGS = re.compile(r"\{%-?\s*(?:tc\b|hm\b|colspan\b)")
EMPTY = re.compile(r"<w:(t|tcPr)( [^>]*)?/>")
# docxtpl splits a run at every {%r %} tag and leaves an empty one on each side; they print nothing and
# would make half of a document's size.
EMPTY_RUN = re.compile(
    r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    r'<w:t(?: xml:space="preserve")?(?:/>|></w:t>)</w:r>'
)
# What stands before a value that somebody will read: the start of a text or of a control's name.
READ_AFTER = re.compile(r'<w:t(?: xml:space="preserve")?>[^<]*|<w:(?:tag|alias) w:val="[^"]*')

# The same in a part of properties.
TEXT_AFTER = re.compile(r"</?\w[^<>]*(?<!/)>[^<]*")

# Left-over tags, and containers that are empty from the start: these take a look at every document.
UNSURE = (*guard.LEFT_OVER, "<w:tc/>", "<w:tbl/>")


class Compiled(NamedTuple):
    """One part as code; `in_place`: the template alone shows that each value stands where it is read."""

    name: str
    code: CodeType
    mends_grid: bool
    in_place: bool


@cache
def docxtpl() -> DocxTemplate:
    """docxtpl without a document, for what it knows of tags; imported only where that is needed."""
    from docxtpl import DocxTemplate

    return DocxTemplate(io.BytesIO(b""))


def jinja_source(name: str, content: bytes) -> str:
    """The part `name` as a Jinja template; raises guard.Loss where docxtpl would lose something of it."""
    root = etree.fromstring(content, guard.strict_parser())
    retype(root)
    # docxtpl does not see the end of what is empty and closes itself.
    source = EMPTY.sub(r"<w:\1\2></w:\1>", etree.tostring(root, encoding="unicode"))
    if forbidden := [name for name in (slots.SLOT, slots.BLOCK) if name in source]:
        raise guard.Loss(_("mẫu dùng thuộc tính cấm: {}").format(forbidden[0]))
    if PROPERTY_PART.match(name) is None:
        patched = docxtpl().patch_xml(source)
        losing.check_same_wording(source, patched)
        losing.check_same_things(source, patched)
        check_blocks(patched)
        source = slots.named(EMPTY_RUN.sub("", patched))
    # Inside a tag `&amp;` is Jinja's to read, and stands for what the clerk typed.
    return guard.TAG.sub(lambda tag: _typed(tag[0]), source)


def _typed(escaped: str) -> str:
    """A tag as it was typed; the `unescape` of the standard library takes 8 ms to import."""
    for name, letter in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("apos", "'"), ("amp", "&")):
        escaped = escaped.replace(f"&{name};", letter)
    return escaped


def compile_part(name: str, content: bytes, environment: Environment) -> Compiled:
    """The part `name`; raises guard.Loss or jinja2's errors for tags that must not be."""
    source = jinja_source(name, content)
    try:
        parsed = environment.parse(source)
        forbidden = forbidden_constructs(parsed)
        if forbidden:
            raise guard.Loss(_("mẫu dùng thuộc tính cấm: {}").format(", ".join(sorted(set(forbidden)))))
        code = environment.compile(parsed)
    except (KhDocsError, guard.Loss):
        raise
    except Exception as error:  # Jinja's, and Python's of the code that the template becomes
        where = _("ở đoạn “{}”: ").format(text) if (text := _paragraph_at_fault(source, environment)) else ""
        raise guard.Loss(where + spoken(error)) from error
    return Compiled(name, code, bool(GRID_TAGS.search(source)), _is_in_place(name, source, parsed))


def _is_in_place(name: str, source: str, parsed: nodes.Template) -> bool:
    if PROPERTY_PART.match(name) is None:
        outputs = parsed.find_all(nodes.Output)
        return not guard.REPEATED_BADLY.search(source) and all(
            _in_place(each, READ_AFTER) for each in outputs
        )
    plain = all(isinstance(node, nodes.Output) for node in parsed.body) and "<!" not in source
    return plain and all(_in_place(each, TEXT_AFTER) for each in parsed.find_all(nodes.Output))


def _paragraph_at_fault(source: str, environment: Environment) -> str:
    """The text of the paragraph where Jinja stumbles; it counts lines, and a part of Word's is one."""
    lines = re.sub("(?=<w:p[ />])", "\n", source)
    try:
        environment.compile(lines)
    except Exception as error:
        line: int | None = getattr(error, "lineno", None)
        text = slots.as_typed(re.sub("<[^>]*>", "", lines.split("\n")[line - 1])) if line else ""
        return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…"
    return ""


def _in_place(output: nodes.Output, read_after: re.Pattern[str]) -> bool:
    """Whether the template itself shows that each value of `output` is read where it stands."""
    before = ""
    for node in output.nodes:
        if isinstance(node, nodes.TemplateData):
            if any(mark in node.data for mark in UNSURE):
                return False
            before = node.data[node.data.rfind("<") :] if "<" in node.data else before + node.data
        elif not brings_xml(node) and read_after.fullmatch(before) is None:
            return False
    return True
