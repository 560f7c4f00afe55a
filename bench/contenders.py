"""One contender in a process of its own: make documents until the count is reached, print seconds and bytes.

Usage: python contenders.py NAME COUNT FOLDER. The contexts are ready before the clock starts, and nothing is
checked or published: what the others do not do is not asked of them.
"""

from __future__ import annotations

import html
import io
import json
import re
import resource
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from kh_docs.documents.kinds import maker
from kh_docs.facts.offering import offered
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.reading.kept import load_kept
from kh_docs.reading.workspace import find_workspace
from kh_docs.render.values import Run

Context = tuple[Path, dict[str, Any]]


def contexts() -> list[Context]:
    """The template and the context of each kind for a few districts."""
    workspace = find_workspace(Path(__file__).parent)
    book = load_kept(workspace)
    workshop = Workshop(book, workspace.templates)
    found = []
    for unit in list(book.units.values())[:5]:
        for recipe in offered(book):
            order = Order(unit, recipe)
            context = maker(recipe)(workshop.speech(order), order.given)
            found.append((workspace.templates / "layout" / recipe.layout, context._asdict()))
    return found


def docxtpl_naive(todo: Iterator[Context], folder: Path) -> Iterator[Path]:
    """As docxtpl's own documentation has it: open, render, save."""
    from docxtpl import DocxTemplate

    for number, (template, context) in enumerate(todo):
        document = DocxTemplate(template)
        document.render(context, autoescape=True)
        document.save(path := folder / f"{number}.docx")
        yield path


def docxtpl_reused(todo: Iterator[Context], folder: Path) -> Iterator[Path]:
    """One DocxTemplate for each template; it reads the file again before each render."""
    from docxtpl import DocxTemplate

    opened: dict[Path, DocxTemplate] = {}
    for number, (template, context) in enumerate(todo):
        document = opened.setdefault(template, DocxTemplate(template))
        document.render(context, autoescape=True)
        document.save(path := folder / f"{number}.docx")
        yield path


def docxtpl_fair(todo: Iterator[Context], folder: Path) -> Iterator[Path]:
    """As a user would write such documents for docxtpl: one loop over the rows of a table, nothing else.

    The texts of ours, paragraph by paragraph, and as much XML around them; opened, rendered and saved as in
    docxtpl_naive.
    """
    from docxtpl import DocxTemplate

    ready = [_fair(template, context, folder) for template, context in islice(todo, 20)]
    restart_clock()
    for number in range(int(sys.argv[2])):
        template, rows = ready[number % len(ready)]
        document = DocxTemplate(template)
        document.render({"rows": rows}, autoescape=True)
        document.save(path := folder / f"{number}.docx")
        yield path


def _fair(template: Path, context: Any, folder: Path) -> tuple[Path, list[list[str]]]:
    """A plain template for documents of this kind, and the rows of this one."""
    from kh_docs.render.filling import fill
    from kh_docs.render.layout import load_layout

    with zipfile.ZipFile(io.BytesIO(fill(load_layout(template), context))) as archive:
        ours = archive.read("word/document.xml").decode()
    paragraphs = ["".join(re.findall(r"<w:t[ >][^<]*", p)) for p in ours.split("</w:p>")[:-1]]
    found = [html.unescape(re.sub(r"<w:t[^>]*>", "", paragraph)) for paragraph in paragraphs]
    rows = [(found[at : at + COLUMNS] + [""] * COLUMNS)[:COLUMNS] for at in range(0, len(found), COLUMNS)]
    plain = folder / f"fair-{template.name}"
    if not plain.exists():
        around = (len(ours) - sum(map(len, found))) // (len(rows) * COLUMNS)
        _fair_template(plain, around)
    return plain, rows


def _fair_template(path: Path, around: int) -> None:
    """A table of one loop; each cell has at most `around` characters of formatting, as Word writes them."""
    cell = "<w:tc><w:tcPr/><w:p><w:pPr/><w:r><w:rPr/><w:t>{{ row[0] }}</w:t></w:r></w:p></w:tc>"
    for place, pieces in FORMATTING.items():
        fitting: list[str] = []
        for piece in pieces:
            if len(cell) + len("".join(fitting)) + len(piece) <= around:
                fitting.append(piece)
        cell = cell.replace(f"<{place}/>", f"<{place}>{''.join(fitting)}</{place}>")
    cells = "".join(cell.replace("row[0]", f"row[{column}]") for column in range(COLUMNS))
    edge = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    loop = edge.format("{%tr for row in rows %}") + f"<w:tr>{cells}</w:tr>" + edge.format("{%tr endfor %}")
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2400"/>' * COLUMNS + "</w:tblGrid>"
    plain_document(path, f"<w:tbl>{grid}{loop}</w:tbl><w:p/>")


def docx_mailmerge2(todo: Iterator[Context], folder: Path) -> Iterator[Path]:
    """A merge field for each text of the context, in plain paragraphs: it has neither rows nor controls."""
    from mailmerge import MailMerge

    template = folder / "template.docx"
    prepared = [list(texts(context)) for _template, context in islice(todo, 20)]
    _merge_template(template, max(map(len, prepared)))
    for number in range(int(sys.argv[2])):
        values = prepared[number % len(prepared)]
        with MailMerge(template) as document:
            document.merge(**{f"t{index}": text for index, text in enumerate(values)})
            document.write(path := folder / f"{number}.docx")
        yield path


def floor(todo: Iterator[Context], folder: Path) -> Iterator[Path]:
    """Bytes that are ready, written to disk and nothing else."""
    from kh_docs.render.filling import fill
    from kh_docs.render.layout import load_layout

    ready = list(islice(todo, 20))
    layouts = {template: load_layout(template) for template, _context in ready}
    contents = [fill(layouts[template], context) for template, context in ready]
    restart_clock()
    for number in range(int(sys.argv[2])):
        path = folder / f"{number}.docx"
        path.write_bytes(contents[number % len(contents)])
        yield path


def restart_clock() -> None:
    """Getting ready is over."""
    global started, started_work
    started = time.perf_counter()
    started_work = time.process_time()


def texts(value: Any) -> Iterator[str]:
    """Every text in a context that is printed."""
    if isinstance(value, str):
        yield re.sub("[\x00-\x1f]", " ", value)
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, Run):
        yield value.text
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts(item)


def _merge_template(path: Path, count: int) -> None:
    fields = "".join(
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD t{number} '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        for number in range(count)
    )
    plain_document(path, fields)


def size_of_main(path: Path) -> int:
    """How large the main part is, unpacked."""
    with zipfile.ZipFile(path) as archive:
        return archive.getinfo("word/document.xml").file_size


def plain_document(path: Path, body: str) -> None:
    """The smallest .docx with this body."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{main}.document.main+xml"/><Override PartName="/word/settings.xml" '
        f'ContentType="{main}.settings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship '
        f'Id="rId1" Type="{office}/settings" Target="settings.xml"/></Relationships>',
        "word/settings.xml": f'<w:settings xmlns:w="{word}"/>',
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, head + content)


COLUMNS = 4
# Dearest first; within each place in the order of the schema.
FORMATTING = {
    "w:tcPr": ['<w:tcW w:w="2400" w:type="dxa"/>', '<w:vAlign w:val="center"/>'],
    "w:rPr": ['<w:rFonts w:ascii="Times New Roman"/>', '<w:sz w:val="26"/>', '<w:lang w:val="vi-VN"/>'],
    "w:pPr": [
        '<w:spacing w:before="60" w:after="60"/>',
        '<w:ind w:left="0" w:firstLine="0"/>',
        '<w:jc w:val="both"/>',
    ],
}

CONTENDERS: dict[str, Callable[[Iterator[Context], Path], Iterator[Path]]] = {
    "docxtpl-naive": docxtpl_naive,
    "docxtpl-reused": docxtpl_reused,
    "docxtpl-fair": docxtpl_fair,
    "docx-mailmerge2": docx_mailmerge2,
    "floor": floor,
}

started = time.perf_counter()
started_work = time.process_time()

if __name__ == "__main__":
    name, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    todo = islice(cycle(contexts()), count if name.startswith("docxtpl") else None)
    restart_clock()
    paths = list(CONTENDERS[name](todo, folder))
    seconds, processor = time.perf_counter() - started, time.process_time() - started_work
    size = sum(path.stat().st_size for path in paths) / len(paths)
    xml = sum(size_of_main(path) for path in paths) / len(paths)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "documents": len(paths),
                "seconds": seconds,
                "processor_seconds": processor,
                "bytes": size,
                "xml_bytes": xml,
                "peak_mb": peak_mb,
            }
        )
    )
