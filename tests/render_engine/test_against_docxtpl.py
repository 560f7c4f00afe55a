"""Our rendering of the shipped layouts is docxtpl's own, part by part; only its repairs are left out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree
from markupsafe import Markup, escape

from kh_docs.documents.kinds import maker
from kh_docs.layout.lines import Line
from kh_docs.layout.tables import ruled_table
from kh_docs.model.book import Book
from kh_docs.model.kinds import recipe
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.render.filling import fill
from kh_docs.render.layout import load_layout
from kh_docs.render.values import Run, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATES = Path(__file__).parents[2] / "templates"
PLACEHOLDERS = {
    "blank": "KhDocsDots",
    "value": "KhDocsDots",
    "space": "KhDocsBlank",
    "choice": "KhDocsBlank",
    "date": "KhDocsDots",
    "locked": "KhDocsDots",
}
DROP_DOWN = "<w:dropDownList>{}</w:dropDownList>"
DATE = (
    '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="vi-VN"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)
ORDERS = [
    *((kind, "province") for kind in ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra")),
    ("phieu-kiem-tra", "district"),
]


@pytest.fixture(scope="module")
def workshop(book: Book) -> Workshop:
    return Workshop(book, TEMPLATES)


@pytest.mark.parametrize(("kind", "inspector"), ORDERS)
@pytest.mark.parametrize("unit", ["nam-dan", "vinh", "ky-son"])
def test_the_same_document(unit: str, kind: str, inspector: str, workshop: Workshop) -> None:
    chosen = recipe(kind, inspector)
    order = Order(workshop.book.units[unit], chosen)
    context = maker(chosen)(workshop.speech(order), order.given)._asdict()
    path = TEMPLATES / "layout" / chosen.layout
    ours = _parts(fill(load_layout(path), context))
    theirs = _parts(_by_docxtpl(path, context))
    assert sorted(ours) == sorted(theirs)
    for name in ours:
        assert ours[name] == theirs[name], name


def _by_docxtpl(path: Path, context: dict[str, Any]) -> bytes:
    template = DocxTemplate(path)
    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=_rich)
    template.render(context, environment, autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def _rich(value: Any) -> Any:
    """A list of runs as docxtpl wants it for `{{r name }}`: XML that is printed as it stands."""
    if isinstance(value, Line):
        return Markup(etree.tostring(value.placed(), encoding="unicode"))
    if isinstance(value, Table):
        return Markup(_table(value))
    return Markup("".join(map(_run, value))) if isinstance(value, (list, tuple)) else value


def _table(table: Table) -> str:
    """The table as the layouts' own builder makes it, with a loop for docxtpl, filled by docxtpl."""
    columns = [column._replace(field=f"c{number}") for number, column in enumerate(table.columns)]
    source = etree.tostring(
        ruled_table("rows", columns, closing=table.closing, typed=True, short=True), encoding="unicode"
    )
    rows = [{f"c{number}": cell for number, cell in enumerate(cells)} for cells in table.rows]
    environment = Environment(autoescape=True, undefined=StrictUndefined, finalize=_rich)
    patched = DocxTemplate(io.BytesIO(b"")).patch_xml(source)
    return environment.from_string(patched).render(rows=rows)


def _run(run: Run) -> str:
    shown = run.kind in ("blank", "space") or (run.kind in ("choice", "date") and not run.preset)
    look = '<w:rPr><w:rStyle w:val="ChoTrong"/></w:rPr>' if shown else ""
    text = f'<w:r>{look}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'
    if run.kind == "text":
        return text
    kind = {"choice": DROP_DOWN, "date": DATE}.get(run.kind, '<w:text w:multiLine="1"/>')
    lock = '<w:lock w:val="contentLocked"/>' if run.kind == "locked" else ""
    items = "".join(f'<w:listItem w:displayText="{word}" w:value="{word}"/>' for word in run.choices)
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(run.title)}"/><w:tag w:val="{escape(run.tag)}"/>{lock}'
        f'<w:placeholder><w:docPart w:val="{PLACEHOLDERS[run.kind]}"/></w:placeholder>'
        f"{'<w:showingPlcHdr/>' if shown else ''}"
        f"{kind.format(items)}"
        f"</w:sdtPr><w:sdtContent>{text}</w:sdtContent></w:sdt>"
    )


def _parts(content: bytes) -> dict[str, list[str]]:
    """The text parts as canonical XML, one element a line so that a difference can be read."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and "rels" not in name]
        return {name: _canonical(archive.read(name)) for name in names}


def _canonical(content: bytes) -> list[str]:
    root = etree.fromstring(content)
    # A run that `{%r if %}` has emptied prints nothing; whether it stays is no difference.
    for run in list(root.iter(f"{W}r")):
        if not "".join(map(str, run.itertext())) and all(child.tag == f"{W}t" for child in run):
            run.getparent().remove(run)
    text = etree.tostring(root, method="c14n", exclusive=True).decode("utf-8")
    return text.replace("><", ">\n<").split("\n")
