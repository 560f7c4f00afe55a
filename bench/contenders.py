"""One contender in a process of its own: make documents until the count is reached, print seconds and bytes.

Usage: python contenders.py NAME COUNT FOLDER. The contexts are ready before the clock starts, and nothing is
checked or published: what the others do not do is not asked of them.
"""

from __future__ import annotations

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
            content = maker(recipe)(workshop.speech(order), order.given)
            found.append((workspace.templates / "layout" / recipe.layout, content))
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
    from kh_docs.render.layout import fill, load_layout

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
    global started
    started = time.perf_counter()


def texts(value: Any) -> Iterator[str]:
    """Every text in a context that is printed."""
    if isinstance(value, str):
        yield re.sub("[\x00-\x1f]", " ", value)
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif hasattr(value, "runs"):
        yield from texts(value.runs)
    elif hasattr(value, "text"):
        yield value.text


def _merge_template(path: Path, count: int) -> None:
    fields = "".join(
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD t{number} '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        for number in range(count)
    )
    plain_document(path, fields)


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


CONTENDERS: dict[str, Callable[[Iterator[Context], Path], Iterator[Path]]] = {
    "docxtpl-naive": docxtpl_naive,
    "docxtpl-reused": docxtpl_reused,
    "docx-mailmerge2": docx_mailmerge2,
    "floor": floor,
}

started = time.perf_counter()

if __name__ == "__main__":
    name, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    todo = islice(cycle(contexts()), count if name.startswith("docxtpl") else None)
    restart_clock()
    paths = list(CONTENDERS[name](todo, folder))
    seconds = time.perf_counter() - started
    size = sum(path.stat().st_size for path in paths) / len(paths)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"documents": len(paths), "seconds": seconds, "bytes": size, "peak_mb": peak_mb}))
