"""B55-B63: layout templates as clerks and others may leave them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import partial

from lxml import etree

from kh_docs.render.filling import fill
from kh_docs.render.layout import load_layout

from ..bench import WHOLE, Bench, W, only_whole
from ..rows import case

LAYOUT = "ke-hoach.docx"
DOCUMENT, HEADER, CORE = "word/document.xml", "word/header1.xml", "docProps/core.xml"
RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Change = Callable[[dict[str, bytes]], object]


def put(part: str, tag: str, *, raw: bool = False) -> Change:
    """A paragraph with this tag at the end of a part (in the Title, for the core properties)."""

    def change(parts: dict[str, bytes]) -> None:
        text = parts[part].decode()
        escaped = tag if raw else tag.replace("&", "&amp;").replace("<", "&lt;")
        if part == CORE:
            parts[part] = text.replace("{{ props.title }}", escaped).encode()
            return
        paragraph = escaped if raw else f'<w:p><w:r><w:t xml:space="preserve">{escaped}</w:t></w:r></w:p>'
        mark = "<w:sectPr" if part == DOCUMENT else "</w:hdr>"
        at = text.rindex(mark)
        parts[part] = (text[:at] + paragraph + text[at:]).encode()

    return change


def refused(bench: Bench, *changes: Change, said: tuple[str, ...]) -> int:
    """With a template so changed nothing is written; the template is left as it was."""
    path = bench.layouts / LAYOUT
    right = path.read_bytes()
    for change in changes:
        bench.repack(path, change)
    ran = bench.generate("cua-lo")
    path.write_bytes(right)
    ran.said(LAYOUT, *said)
    bench.nothing_written()
    return ran.code


@case("B55")
def wrong_tags(bench: Bench) -> list[int]:
    places = (DOCUMENT, HEADER, CORE)
    all_at_once = [put(DOCUMENT, "{{ a|nosuch }}"), put(HEADER, "{% if a %}"), put(CORE, "{{ x")]
    codes = [refused(bench, *all_at_once, said=places)]
    codes += [
        refused(bench, put(DOCUMENT, tag), said=(DOCUMENT,))
        for tag in ("{{ x", "{% if x %}", "{{ x|nosuch }}")
    ]
    return codes


@case("B56")
def forbidden_attributes(bench: Bench) -> list[int]:
    witness = bench.folder / "ran"
    command = f"open('{witness}', 'w')"
    escapes = (
        f"{{{{ cycler.__init__.__globals__.os.popen('touch {witness}') }}}}",
        f"{{{{ ''.__class__.__mro__[1].__subclasses__() and {command} }}}}",
        f"{{{{ ''['__class__'] and {command} }}}}",
        f"{{{{ (''|attr('__class__')) and {command} }}}}",
        f"{{{{ ('{{0.__class__}}').format('') and {command} }}}}",
    )
    cases = [(part, put(part, escapes[0])) for part in (DOCUMENT, HEADER, CORE)]
    cases += [
        (f"word/{name}.xml", _new_part(name, escapes[0])) for name in ("footer1", "footnotes", "endnotes")
    ]
    codes = [
        refused(bench, change, said=(part, "mẫu dùng thuộc tính cấm"))
        for part, change in (cases if WHOLE else cases[-3:-1])
    ]
    for escape in escapes[1 if WHOLE else -1 :]:
        bench.repack(bench.layouts / LAYOUT, put(DOCUMENT, escape))
        ran = bench.generate("cua-lo")
        assert ran.code in (1, 2), escape
        assert "Traceback" not in ran.err
        bench.nothing_written()
        bench.repack(bench.layouts / LAYOUT, partial(_take_out, escape))
    path = bench.wording / "ke-hoach.j2"
    right = path.read_text(encoding="utf-8")
    for escape in escapes if WHOLE else escapes[:1]:
        path.write_text(f"{right}\n=== body\n{escape}\n", encoding="utf-8")
        ran = bench.generate("cua-lo")
        ran.said("ke-hoach.j2", "mẫu dùng thuộc tính cấm")
        bench.nothing_written()
        codes.append(ran.code)
    assert not witness.exists()
    return codes


def _new_part(name: str, tag: str) -> Change:
    """A part of Word's that our layouts do not have, with this tag in it."""
    root, inner = {
        "footer1": ("ftr", "{}"),
        "footnotes": ("footnotes", '<w:footnote w:id="1">{}</w:footnote>'),
        "endnotes": ("endnotes", '<w:endnote w:id="1">{}</w:endnote>'),
    }[name]
    paragraph = f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>"
    text = f'<w:{root} xmlns:w="{W[1:-1]}">{inner.format(paragraph)}</w:{root}>'

    def change(parts: dict[str, bytes]) -> None:
        parts[f"word/{name}.xml"] = text.encode()
        _link(name.rstrip("1"), f"{name}.xml", external=False)(parts)

    return change


def _take_out(tag: str, parts: dict[str, bytes]) -> None:
    escaped = tag.replace("&", "&amp;").replace("<", "&lt;").encode()
    assert escaped in parts[DOCUMENT]
    parts[DOCUMENT] = parts[DOCUMENT].replace(escaped, b"")


@case("B57")
def switched_off_guards(bench: Bench) -> list[int]:
    return [
        refused(bench, put(DOCUMENT, tag), said=(DOCUMENT, *said))
        for tag, said in (
            ("{{ type_name|safe }}", ("safe",)),
            ("{% autoescape false %}{{ type_name }}{% endautoescape %}", ("autoescape",)),
            ("{% include 'x' %}", ("include",)),
            ("{% import 'x' as x %}", ("import",)),
            ("{% from 'x' import y %}", ("import",)),
            ("{% extends 'x' %}", ("extends",)),
        )
    ]


@case("B58")
def rich_text_tag_with_plain_text(bench: Bench) -> int:
    """`{{r x}}` replaces its whole run: a plain text then stands outside every run and nobody sees it."""
    bench.repack(bench.layouts / LAYOUT, put(DOCUMENT, "{{r type_name }}"))
    ran = bench.generate("cua-lo")
    assert ran.code in (1, 2), ran.err
    ran.said(LAYOUT)
    bench.nothing_written()
    return ran.code


@case("B59")
def endless_loops(bench: Bench) -> list[int]:
    only_whole("đợi hết giờ hai lần")
    bench.district("vinh", "signer:\n  name: Nguyễn Văn Vinh\n")
    loop = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    huge = "{% set ns = namespace(x='x') %}{% for i in range(31) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}"
    codes = []
    for tag in (loop, huge):
        path = bench.layouts / LAYOUT
        right = path.read_bytes()
        bench.repack(path, put(DOCUMENT, tag))
        ran = bench.start("generate", "--district", "cua-lo", "--kind", "ke-hoach").end(60)
        path.write_bytes(right)
        ran.said("quá giờ" if tag == loop else "bộ nhớ")
        assert ran.seconds < 45
        assert ran.peak_mb < 1500
        bench.nothing_written()
        codes.append(ran.code)
    return codes


@case("B60")
def emptied_containers(bench: Bench) -> int:
    """The file is legal all the same: a cell ends in a paragraph, a table has rows."""
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    tag = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    emptied = "".join(map(tag.format, ("{%p if false %}", "x", "{%p endif %}")))
    properties = '<w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>'
    table = f"<w:tbl>{properties}<w:tr>{cell.format(emptied)}</w:tr></w:tbl>"
    rows = "".join(
        f"<w:tr>{cell.format(tag.format(text))}</w:tr>"
        for text in ("{%tr for x in [] %}", "{{ x }}", "{%tr endfor %}")
    )
    bench.repack(bench.layouts / LAYOUT, put(DOCUMENT, f"{table}<w:tbl>{properties}{rows}</w:tbl>", raw=True))
    # Through the renderer: the format of the decree, which the last gate asks for, knows no such tables.
    layout = load_layout(bench.layouts / LAYOUT)
    content = fill(layout, _context(bench))
    path = bench.folder / "filled.docx"
    path.write_bytes(content)
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read(DOCUMENT))
    for found in root.iter(f"{W}tc"):
        assert found[-1].tag in (f"{W}p", f"{W}sdt")
    for found in root.iter(f"{W}tbl"):
        assert found.find(f".//{W}tr") is not None
    return 0


def _context(bench: Bench) -> dict[str, object]:
    from kh_docs.documents.given import Given
    from kh_docs.documents.kinds import maker
    from kh_docs.model.kinds import recipe
    from kh_docs.pipeline.making import Order, Workshop
    from kh_docs.reading.book import load
    from kh_docs.reading.workspace import find_workspace

    workspace = find_workspace(bench.workspace)
    workshop = Workshop(load(workspace), workspace.templates)
    order = Order(workshop.book.units["cua-lo"], recipe("ke-hoach"))
    return maker(order.recipe)(workshop.speech(order), Given())._asdict()


def _link(kind: str, target: str, *, external: bool, name: str = "rIdBad") -> Change:
    def change(parts: dict[str, bytes]) -> None:
        mode = ' TargetMode="External"' if external else ""
        link = f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
        parts[RELS] = parts[RELS].replace(b"</Relationships>", link.encode())

    return change


def _add(name: str, content: bytes = b"x") -> Change:
    return lambda parts: parts.__setitem__(name, content)


@case("B61")
def foreign_contents(bench: Bench) -> list[int]:
    template = _link("attachedTemplate", "http://example.org/x.dotm", external=True)
    image = _link("image", "http://example.org/x.png", external=True)
    ole = _link("oleObject", "embeddings/oleObject1.bin", external=False)
    # A hyperlink is no danger, and must not hide what stands beside it.
    hyperlink = _link("hyperlink", "http://example.org/", external=True, name="rIdLink")
    return [
        refused(bench, _add("word/vbaProject.bin"), said=("macro",)),
        refused(bench, template, said=("attachedTemplate",)),
        refused(bench, image, said=("trỏ ra ngoài",)),
        refused(bench, hyperlink, image, said=("trỏ ra ngoài",)),
        refused(bench, _add("word/embeddings/oleObject1.bin"), ole, said=("OLE",)),
    ]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@case("B62")
def not_word_files(bench: Bench) -> list[int]:
    right = (bench.layouts / LAYOUT).read_bytes()
    codes = []
    for content, said in (
        (OLE, ".doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"%PDF-1.7\n", "PDF"),
        (b"", "rỗng"),
        (right[: len(right) // 2], "cắt"),
    ):
        (bench.layouts / LAYOUT).write_bytes(content)
        ran = bench.generate("cua-lo")
        assert ran.code == 2, ran.err
        ran.said(LAYOUT)
        bench.nothing_written()
        codes.append((ran, said))
    for ran, said in codes:
        ran.said(said)
    return [ran.code for ran, _said in codes]


@case("B63")
def our_own_document(bench: Bench) -> int:
    assert bench.generate("cua-lo").code == 0
    (bench.layouts / LAYOUT).write_bytes(bench.path("cua-lo").read_bytes())
    ran = bench.generate("vinh", options=["--out", bench.folder / "elsewhere"])
    ran.said(LAYOUT, "văn bản do kh-docs làm ra, không phải mẫu")
    assert not (bench.folder / "elsewhere").exists()
    return ran.code
