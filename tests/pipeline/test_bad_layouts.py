"""Layouts as clerks, Word and others leave them: refused when loaded, or filled whole."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kh_docs.cli.main import main

LAYOUT = "templates/layout/ke-hoach.docx"
DOCUMENT, SETTINGS = "word/document.xml", "word/settings.xml"
RELS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
ONE = ["generate", "--unit", "Nam Đàn", "--kind", "ke-hoach"]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Parts = dict[str, bytes]
Edit = Callable[[Parts], object]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad-layouts") / "ws"
    assert main(["init", str(folder)]) == 0
    return folder


@pytest.fixture
def layout(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(shipped)
    path = shipped / LAYOUT
    right = path.read_bytes()
    yield path
    path.write_bytes(right)
    for left in shipped.glob("out/**/ke-hoach-*.docx"):
        left.unlink()


def edited(path: Path, edit: Edit) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    edit(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def xml(words: str) -> Edit:
    """This XML at the end of the body."""

    def edit(parts: Parts) -> None:
        text = parts[DOCUMENT].decode()
        at = text.rindex("<w:sectPr")
        parts[DOCUMENT] = (text[:at] + words + text[at:]).encode()

    return edit


def run(words: str, inner: str = "") -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t>{inner}</w:r>'


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def part(name: str, content: bytes, kind: str) -> Edit:
    def edit(parts: Parts) -> None:
        parts[name] = content
        override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
        parts[TYPES] = parts[TYPES].replace(b"</Types>", override.encode())

    return edit


def link(kind: str, target: str, *, outside: bool = False, rels: str = RELS, words: str = "") -> Edit:
    def edit(parts: Parts) -> None:
        mode = ' TargetMode="External"' if outside else ""
        relation = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        parts[rels] = parts.get(rels, empty).replace(b"</Relationships>", relation.encode())
        if words:
            xml(words)(parts)

    return edit


def both(*edits: Edit) -> Edit:
    def edit(parts: Parts) -> None:
        for each in edits:
            each(parts)

    return edit


def setting(words: str) -> Edit:
    def edit(parts: Parts) -> None:
        parts[SETTINGS] = re.sub(
            rb"(<w:settings[^>]*>)", lambda m: m[0] + words.encode(), parts[SETTINGS], count=1
        )

    return edit


def field(*codes: str) -> Edit:
    texts = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return xml(p(begin, texts, end))


def said(name: str, behind: str) -> Edit:
    """The first tag of this name behind a mark says something else."""

    def edit(parts: Parts) -> None:
        before, mark, after = parts[DOCUMENT].decode().partition(behind)
        assert mark, behind
        assert f"{{{{r {name} }}}}" in after
        parts[DOCUMENT] = (before + mark + after.replace(f"{{{{r {name} }}}}", "x", 1)).encode()

    return edit


def style(name: str, inner: str) -> Edit:
    words = (
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{name}"/>{inner}</w:style></w:styles>'
    )
    return lambda parts: parts.update(
        {"word/styles.xml": parts["word/styles.xml"].replace(b"</w:styles>", words.encode())}
    )


R = f'xmlns:r="{OFFICE}"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
BLIP = f'<a:blip {A} {R} r:link="rIdX"/>'
SPLIT = (run("{{ header."), run("agency }}"))
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)
INS = '<w:ins w:id="9" w:author="A">{}</w:ins>'
DELETED = '<w:del w:id="9" w:author="A"><w:r><w:delText>{{ 1/0 }}</w:delText></w:r></w:del>'
TAGGED = {
    "A1 ins": (xml(p(SPLIT[0], INS.format(SPLIT[1]))), "theo dõi"),
    "A1 hyperlink": (
        xml(p(SPLIT[0], f'<w:hyperlink w:anchor="x">{SPLIT[1]}</w:hyperlink>')),
        "bị cắt bởi hyperlink",
    ),
    "A1 smartTag": (
        xml(p(SPLIT[0], f'<w:smartTag w:element="x">{SPLIT[1]}</w:smartTag>')),
        "bị cắt bởi smartTag",
    ),
    "A1 control": (
        xml(
            f"<w:sdt><w:sdtContent>{p(run('{%p for x in body %}'))}</w:sdtContent></w:sdt>"
            + p(run("a"))
            + p(run("{%p endfor %}"))
        ),
        "{% for x in body %}",
    ),
    "A2 whole tag": (xml(p(INS.format(run("{{ type_name }}")))), "theo dõi"),
    "A2 deleted": (xml(p(DELETED)), "theo dõi"),
    "A2 format": (
        xml(p('<w:r><w:rPr><w:rPrChange w:id="9" w:author="A"/></w:rPr><w:t>a</w:t></w:r>')),
        "theo dõi",
    ),
    "A3 value": (xml(p(run("{%p if body %}"), run("{{ type_name }}")) + p(run("{%p endif %}"))), "sẽ mất"),
    "A3 note": (
        xml(p(run("{%p if body %}"), '<w:r><w:footnoteReference w:id="1"/></w:r>') + p(run("{%p endif %}"))),
        "sẽ mất",
    ),
    "A3 bookmark": (
        xml(
            p('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>', run("{%p if body %}"))
            + p(run("{%p endif %}"))
        ),
        "sẽ mất",
    ),
    "A3 page break": (
        xml(p(run("{%p if body %}"), '<w:r><w:br w:type="page"/></w:r>') + p(run("{%p endif %}"))),
        "sẽ mất",
    ),
    "A3 section": (
        xml(p("<w:pPr><w:sectPr/></w:pPr>", run("{%p if body %}")) + p(run("{%p endif %}"))),
        "sẽ mất",
    ),
    "A3 control": (
        xml(
            p(run("{%p if body %}"), f"<w:sdt><w:sdtContent>{run('x')}</w:sdtContent></w:sdt>")
            + p(run("{%p endif %}"))
        ),
        "mất",
    ),
    "A4 abstract": (said("line", "{%p for line in abstract %}"), "mẫu không in"),
    "A4 points": (said("b.runs", "{%p elif b.style == 'diem' %}"), "mẫu không in"),
    "A5 target": (link("hyperlink", "http://x/%7B%7B type_name %7D%7D", outside=True), "không được điền"),
    "A5 theme": (
        both(
            part("word/theme/theme1.xml", b"<a>{{ type_name }}</a>", THEME),
            link("theme", "theme/theme1.xml"),
        ),
        "không được điền",
    ),
    "A5 settings": (setting('<w:themeFontLang w:val="{{ x }}"/>'), "không được điền"),
    "A9 mergefield": (field(" MERGEFIELD ten "), "MERGEFIELD"),
    "A9 one brace": (xml(p(run("{ type_name }"))), "ngoặc nhọn lẻ"),
    "A9 wide braces": (xml(p(run("｛｛ type_name ｝｝"))), "ngoặc nhọn lẻ"),
    "A9 protection": (setting('<w:documentProtection w:edit="forms"/>'), "khóa"),
    "A9 comment": (xml(p('<w:commentRangeStart w:id="1"/>', run("a"))), "ghi chú"),
}
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
CODE = "<w:r><w:instrText> {} </w:instrText></w:r>".format
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format
BOUND = '<w:dataBinding w:xpath="/a"/>'
PROMPT = "<w:showingPlcHdr/>"
SHAPE = '<w:r><w:drawing><wp:x xmlns:wp="urn:x"><wp:docPr id="7" name="a"/></wp:x></w:drawing></w:r>'
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ type_name }}</w:t></w:r>"
MATH = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{}</m:oMath>'.format
ALT = '<wp:docPr xmlns:wp="urn:x" id="1" name="a" descr="{{ type_name }}"/>'
WATERMARK = '<v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="{{ type_name }}"/>'


def cell(*inner: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(inner)}</w:tc>"


def table(*rows: str) -> str:
    grid = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>{p()}"


# More of the same kinds, as clerks and Word make them; each names the paragraph and what to do.
TAGGED |= {
    "A1 simple field": (
        xml(p(run("{{ header."), f'<w:fldSimple w:instr=" PAGE ">{run("agency }}")}</w:fldSimple>')),
        "bị cắt bởi fldSimple",
    ),
    "A2 moved": (
        xml(p('<w:moveFromRangeStart w:id="9" w:name="m"/>', run("a"), '<w:moveFromRangeEnd w:id="9"/>')),
        "theo dõi",
    ),
    "A2 switched on": (setting("<w:trackRevisions/>"), "tắt Track Changes"),
    "A3 formula": (
        xml(p(run("{%p if body %}"), MATH("<m:r><m:t>x</m:t></m:r>")) + p(run("{%p endif %}"))),
        "ở đoạn “{%p if body %}”: thẻ “{%p if body %}” đứng cùng đoạn với công thức, sẽ mất",
    ),
    "A3 bookmark in the row": (
        xml(
            table(
                cell(p(run("{%tr for x in [1] %}"))) + cell(p('<w:bookmarkStart w:id="1" w:name="a"/>')),
                cell(p('<w:bookmarkEnd w:id="1"/>', run("a"))),
                cell(p(run("{%tr endfor %}"))),
            )
        ),
        "đứng cùng hàng với dấu trang, sẽ mất",
    ),
    "A1 first tag deleted": (
        lambda parts: parts.update(
            {DOCUMENT: parts[DOCUMENT].replace(b"{%p if b.style == 'muc' %}", b"", 1)}
        ),
        "{{r b.runs }}",
    ),
    "A3 words beside": (
        xml(p(run("{%p if body %} Chữ")) + p(run("{%p endif %}"))),
        "thẻ “{%p if body %}” phải đứng một mình trong đoạn, chữ và thẻ khác ở đó sẽ mất",
    ),
    "A3 words in the row": (
        xml(
            table(
                cell(p(run("{%tr for x in [1] %}"))) + cell(p(run("tiêu đề"))),
                cell(p(run("a"))),
                cell(p(run("{%tr endfor %}"))),
            )
        ),
        "phải đứng một mình trong hàng, chữ và thẻ khác ở đó sẽ mất",
    ),
    "A3 both ends in one row": (
        xml(table(cell(p(run("{%tr for x in [1] %}"))) + cell(p(run("{%tr endfor %}"))))),
        "phải đứng một mình trong hàng",
    ),
    "A3 row tag outside a table": (
        xml(p(run("{%tr for x in [1] %}")) + p(run("x")) + p(run("{%tr endfor %}"))),
        "chỉ dùng trong bảng",
    ),
    "A3 words beside a table": (xml(p(run("Bảng: {{p under_abstract }}"))), "phải đứng một mình trong đoạn"),
    "A4 hidden": (xml(p(HIDDEN)), "ở chữ ẩn, không in ra"),
    "A4 hidden by a style": (
        both(
            xml(p('<w:r><w:rPr><w:rStyle w:val="An2"/></w:rPr><w:t>{{ type_name }}</w:t></w:r>')),
            style("An", "<w:rPr><w:vanish/></w:rPr>"),
            style("An2", '<w:basedOn w:val="An"/>'),
        ),
        "ở chữ ẩn, không in ra",
    ),
    "A4 a hidden row": (
        xml(table(f"<w:trPr><w:hidden/></w:trPr>{cell(p(run('{{ type_name }}')))}")),
        "ở chữ ẩn, không in ra",
    ),
    "A4 a field without end": (xml(p(FIELD("begin"), CODE("PAGE"), run("1"))), "không có chỗ kết thúc"),
    "A4 replaced by a field": (
        xml(p(FIELD("begin"), CODE("PAGE"), FIELD("separate"), run("{{ type_name }}"), FIELD("end"))),
        "ở đoạn “{{ type_name }}”: thẻ trong trường PAGE sẽ bị Word thay",
    ),
    "A4 replaced in a simple field": (
        xml(p(f'<w:fldSimple w:instr=" TITLE ">{run("{{ type_name }}")}</w:fldSimple>')),
        "thẻ trong trường TITLE sẽ bị Word thay",
    ),
    "A4 replaced at a click": (xml(p(CONTROL(PROMPT, run("{{ type_name }}")))), "coi thẻ là lời nhắc"),
    "A4 prompt of a paragraph": (xml(CONTROL(PROMPT, p(run("Nơi: {{ type_name }}")))), "coi thẻ là lời nhắc"),
    "A4 replaced by a property": (xml(p(CONTROL(BOUND, run("{{ type_name }}")))), "Word sẽ thay chữ trong ô"),
    "A4 recipients": (said("line", "{%p for line in recipients %}"), "mẫu không in"),
    "A5 field code": (xml(p(FIELD("begin"), CODE("REF {{ type_name }}"), FIELD("end"))), "không được điền"),
    "A5 formula": (xml(p(MATH("<m:r><m:t>{{ type_name }}</m:t></m:r>"))), "không được điền"),
    "A5 alternative text": (xml(p(f"<w:r><w:drawing>{ALT}</w:drawing></w:r>")), "không được điền"),
    "A5 watermark": (xml(p(f"<w:r><w:pict>{WATERMARK}</w:pict></w:r>")), "không được điền"),
    "A9 merge field as text": (xml(p(run("Kính gửi «Ten_huyen»"))), "“«Ten_huyen»” không phải thẻ"),
    "A9 angles": (xml(p(run("&lt;&lt;type_name&gt;&gt;"))), "không phải thẻ"),
    "B6 turned text": (
        xml(p(run("chữ \u202e xoay"))),
        "đoạn “chữ <U+202E> xoay”: ký tự đảo chiều",
    ),
    "E6 missing header": (lambda parts: parts.pop("word/header1.xml"), "cần “header1.xml” mà trong tệp"),
    "E6 missing note": (
        xml(p(run("a"), '<w:r><w:footnoteReference w:id="7"/></w:r>')),
        "cần “footnote 7” mà trong tệp không có",
    ),
    "E6 missing settings": (lambda parts: parts.pop(SETTINGS), "cần “settings.xml” mà trong tệp"),
    "E6 missing links": (lambda parts: parts.pop(RELS), "cần “rIdFirstHeader” mà trong tệp không có"),
    "E6 template document": (
        lambda parts: parts.update({TYPES: parts[TYPES].replace(b"document.main", b"template.main")}),
        "Save As, kiểu Word Document (*.docx)",
    ),
    "E6 embedded font": (
        part("word/font1.odttf", b"x", "application/vnd.openxmlformats-officedocument.obfuscatedFont"),
        "Embed fonts in the file",
    ),
    "E6 picture of another type": (part("word/media/a.webp", b"x", "image/webp"), "PNG hoặc JPEG"),
    "E15 unknown in a header": (
        lambda parts: parts.update(
            {
                "word/header1.xml": parts["word/header1.xml"].replace(
                    b"</w:hdr>", f"{p(run('{{ ten_huyen }}'))}</w:hdr>".encode()
                )
            }
        ),
        "word/header1.xml: mẫu cần “ten_huyen” nhưng dữ liệu không có -> tìm chỗ đó trong mẫu",
    ),
}
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TAGGED["A8 strict"] = (
    lambda parts: parts.update({DOCUMENT: parts[DOCUMENT].replace(TRANSITIONAL, STRICT)}),
    "Strict Open XML",
)
FOREIGN = {
    "E6 dde": (field(" DDEAUTO c:\\\\x "), "DDEAUTO"),
    "E6 dde in pieces": (field(" dde", "auto x"), "ddeauto"),
    "E6 picture": (field(' INCLUDEPICTURE "http://x/y.png" '), "INCLUDEPICTURE"),
    "E6 text": (field(" IncludeText c:/x "), "IncludeText"),
    "E6 link": (field(" LINK Excel.Sheet x "), "LINK"),
    "E6 database": (field(" DATABASE x "), "DATABASE"),
    "E6 simple": (xml(p('<w:fldSimple w:instr=" import x "/>')), "import"),
    "E6 empty code": (field(" "), "trường"),
    "E6 altChunk": (link("aFChunk", "x.html", words=f'<w:altChunk {R} r:id="rIdX"/>'), "aFChunk"),
    "E6 vml": (
        xml(
            p(
                '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://x/y"/>'
                "</v:shape></w:pict></w:r>"
            )
        ),
        "imagedata",
    ),
    "E6 hyperlink for a picture": (
        link("hyperlink", "http://x/y.png", outside=True, words=p(f"<w:r>{BLIP}</w:r>")),
        "blip",
    ),
    "E6 macro by name": (part("word/data.bin", b"x", "application/vnd.ms-office.vbaProject"), "vbaProject"),
    "E6 macro by type": (part("word/theme2.xml", b"<a/>", "application/vnd.ms-word.vbaData+xml"), "vbaData"),
    "E6 ole as picture": (part("word/media/a.png", OLE, "image/png"), "OLE"),
    "E6 customUI": (link("ui/extensibility", "customUI/x.xml", rels="_rels/.rels"), "extensibility"),
    "E6 mail merge": (setting("<w:mailMerge/>"), "mailMerge"),
    "E6 template": (
        link("AttachedTemplate", "http://x/y.dotm", outside=True, rels="word/_rels/settings.xml.rels"),
        "Template",
    ),
    "E6 macro document": (
        lambda parts: parts.update(
            {
                TYPES: parts[TYPES].replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            }
        ),
        "macroEnabled",
    ),
    "E6 utf-16": (
        lambda parts: parts.update(
            {SETTINGS: parts[SETTINGS].decode().replace("UTF-8", "UTF-16").encode("utf-16")}
        ),
        "UTF-16",
    ),
    "E6 file target": (link("hyperlink", "file:///c:/x", outside=True), "file:"),
    "E10 many openings": (xml(p(run("{{ " * 20_000))), "quá nhiều thẻ"),
    "E10 power": (xml(p(run("{{ (9**(9**9)) > 1 }}"))), "phép tính **"),
    "E10 long": (xml(p(run("{{ 'a'*3000000000 }}"))), "phép tính *"),
    "E15 keyword": (xml(p(run("{{ unit.class }}"))), "unit"),
    "E15 cycler": (xml(p(run("{{ cycler() }}"))), "gọi sai cách"),
}
CASES = {**TAGGED, **FOREIGN}


@pytest.mark.parametrize("name", CASES)
def test_a_layout_that_must_not_serve_is_refused(
    name: str, layout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit, said = CASES[name]
    edited(layout, edit)
    code = main(ONE)
    err = capsys.readouterr().err
    assert code in (1, 2), err
    assert "ke-hoach.docx" in err
    assert said in err
    assert not list(layout.parents[2].glob("out/**/ke-hoach-*.docx"))
    for english in ("Traceback", "Error", "error", "mismatch", "expected", "line 1"):
        assert english not in err


LEFT_OUT = [
    ("ke-hoach", "{{ annexes.targets.label }}", "“Phụ lục I” (annexes.targets.label)"),
    ("ke-hoach", "{{r signature.name }}", "chỗ phải điền (signature.name)"),
    ("bao-cao-nam", "{{r row.previous }}", "(indicators.previous)"),
    ("bao-cao-nam", "{{ annex.label }}", "“Phụ lục II” (indicators.current, lists.label)"),
    ("bao-cao-nam", "{{ b.hint }}", "(body (nhap))"),
    ("phieu-kiem-tra", "{{r row.team_fail }}", "(summary.team_fail)"),
    ("phieu-kiem-tra", "{{r row.due }}", "(remedies.due)"),
]


@pytest.mark.parametrize(("kind", "tag", "said"), LEFT_OUT, ids=lambda value: value)
def test_a_place_that_is_left_out_is_missed(
    kind: str, tag: str, said: str, layout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A4: also a place to be filled in, and words that stand elsewhere in the document."""
    path = layout.with_name(f"{kind}.docx")
    right = path.read_bytes()
    words = tag.encode()
    edited(path, lambda parts: parts.update({DOCUMENT: parts[DOCUMENT].replace(words, b"")}))
    assert path.read_bytes() != right
    code = main(["generate", "--unit", "Nam Đàn", "--kind", kind])
    path.write_bytes(right)
    err = capsys.readouterr().err
    assert code == 2, err
    assert "mẫu không in " in err
    assert said in err


def test_words_beside_a_tag_take_nothing_away(layout: Path) -> None:
    edited(layout, lambda parts: parts.update({
        DOCUMENT: parts[DOCUMENT].replace(b"{{r signature.name }}", "Ông {{r signature.name }} nay".encode())
    }))  # fmt: skip
    assert main(ONE) == 0


@pytest.mark.parametrize("name", ["A1 ins", "A1 control", "A5 theme", "E6 dde", "A4 abstract", "E15 cycler"])
def test_doctor_says_what_generate_would(name: str, layout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A10."""
    edit, said = CASES[name]
    assert main(["doctor"]) == 0
    capsys.readouterr()
    edited(layout, edit)
    assert main(["doctor"]) == 1
    assert said in " ".join(capsys.readouterr().out.split())


COMMON = "templates/wording/_chung"


@pytest.mark.parametrize(
    ("file", "stem"), [("bao-cao-tong-hop.j2", "bao-cao-tong-hop"), ("cong-van-don-doc.j2", "don-doc")]
)
def test_doctor_makes_what_collect_would(
    file: str, stem: str, layout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A10: the province's report and the letters too."""
    path = layout.parents[2] / COMMON / file
    right = path.read_text(encoding="utf-8")
    path.write_text(right.replace("\n=== ", "\n{{ khong_co }}\n=== ", 1), encoding="utf-8")
    assert main(["doctor"]) == 1
    out = " ".join(capsys.readouterr().out.split())
    path.write_text(right, encoding="utf-8")
    assert f"làm thử {stem}" in out
    assert "mẫu cần “khong_co”" in out


def test_doctor_judges_the_letters_layout(layout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = layout.with_name("cong-van.docx")
    right = path.read_bytes()
    edited(path, field(" DDEAUTO c:\\\\x "))
    assert main(["doctor"]) == 1
    path.write_bytes(right)
    assert "DDEAUTO" in capsys.readouterr().out


def text_of(layout: Path) -> str:
    (path,) = layout.parents[2].glob("out/**/ke-hoach-nam-dan-2024.docx")
    with zipfile.ZipFile(path) as archive:
        main_part = next(name for name in archive.namelist() if re.match(r"word/document\d*\.xml", name))
        return archive.read(main_part).decode()


def moved_main(parts: Parts) -> None:
    for name in [name for name in parts if name in (DOCUMENT, RELS)]:
        parts[name.replace("document.xml", "document2.xml")] = parts.pop(name)
    for name in (TYPES, "_rels/.rels"):
        parts[name] = parts[name].replace(b"word/document.xml", b"word/document2.xml")


GOOD = {
    "A7 printed": (xml(p(run("{{ 'A &amp; B' }}"))), "A &amp; B"),
    "A7 compared": (xml(p(run("{% if 'A &amp; B'|length == 5 %}đúng{% endif %}"))), "đúng"),
    "A8 main part": (both(xml(p(run("{{ type_name }} hai"))), moved_main), "KẾ HOẠCH hai"),
    "A8 empty text": (
        xml(p('<w:r><w:t xml:space="preserve"/></w:r>', run("{{ type"), run("_name }} ba"))),
        "KẾ HOẠCH ba",
    ),
    "A6 bookmark": (
        xml(p(run("{%p for x in [1, 2] %}"))
            + p('<w:bookmarkStart w:id="1" w:name="a"/>', run("x"), '<w:bookmarkEnd w:id="1"/>')
            + p(run("{%p endfor %}"))),
        'w:name="a_2"',
    ),
    "A6 control": (
        xml(p(run("{%p for x in [1, 2] %}"))
            + CONTROL('<w:id w:val="777"/>', p(run("y{{ x }}")))
            + p(run("{%p endfor %}"))),
        "y2",
    ),
    "A6 shape": (
        xml(p(run("{%p for x in [1, 2] %}"))
            + p(SHAPE)
            + p(run("{%p endfor %}"))),
        '<wp:docPr id="2" name="a"/>',
    ),
    "A6 empty cell": (xml(table(cell(p(run("{%p if not body %}")), p(run("x")), p(run("{%p endif %}")))
                                + cell(p(run("sau"))))), "<w:tc><w:tcPr/><w:p/></w:tc>"),
    "A6 all cells dropped": (xml(table(cell(p(run("{%tc if not body %}"))) + cell(p(run("x")))
                                       + cell(p(run("{%tc endif %}"))), cell(p(run("sau"))))), "sau"),
    "A6 colour of a cell": (
        xml(table(cell(p(run('{% cellbg "FFFF00" %}vàng'))))),
        '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/></w:tcPr>',
    ),
    "A7 loose marks": (xml(p(run(unicodedata.normalize("NFD", "Dấu rời")), run("{{ 1 }}"))), "Dấu rời"),
    "A7 paragraph mark hidden": (
        xml(p("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>", run("{{ type_name }} hiện"))), "KẾ HOẠCH hiện",
    ),
    "A7 less than": (xml(p(run("{% if 1 &lt; 2 %}nhỏ hơn{% endif %}"))), "nhỏ hơn"),
    "A7 turned quotes": (xml(p(run("{% if type_name == “KẾ HOẠCH” %}cong{% endif %}"))), "cong"),
    "A7 low quotes": (xml(p(run("{% if type_name == „KẾ HOẠCH“ %}thấp{% endif %}"))), "thấp"),
    "A7 single quotes": (xml(p(run("{% if type_name == ‘KẾ HOẠCH’ %}đơn{% endif %}"))), "đơn"),
    "A7 dash": (xml(p(run("{{ [1, 2]|length – 1 }} trừ"))), "1 trừ"),
    "A7 dash in quotes": (xml(p(run("{{ “A – B” }}"))), "A – B"),
    "A7 no-break blanks": (
        xml(p(run("{%p\u00a0for\u00a0x in [1, 2] %}")) + p(run("b{{\u00a0x }}"))
            + p(run("{%p\u00a0endfor %}"))),
        "b2",
    ),
    "A7 nobody sees": (xml(p(run("{{ type\u200b_\u00adname }} ẩn\ufeff đây"))), "KẾ HOẠCH ẩn đây"),
    "A7 capital and blank": (
        xml(p(run("{%P for x in [1, 2] %}")) + p(run("c{{ x }}")) + p(run("{% p endfor %}"))), "c2",
    ),
    "A8 cursor left in a tag": (
        xml(p(run("{%p for x "), '<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/>',
              run("in [1, 2] %}")) + p(run("d{{ x }}")) + p(run("{%p endfor %}"))),
        "d2",
    ),
    "A8 bookmark in a tag": (
        xml(p(run("{{ type_"), '<w:bookmarkStart w:id="1" w:name="a"/>', run("name }} dấu"),
              '<w:bookmarkEnd w:id="1"/>')),
        "KẾ HOẠCH dấu",
    ),
    "A8 spelling in a tag": (
        xml(p(run("{{ "), '<w:proofErr w:type="spellStart"/>', run("type_name"),
              '<w:proofErr w:type="spellEnd"/>', run(" }} lỗi"))),
        "KẾ HOẠCH lỗi",
    ),
    "A8 revision save ids": (
        xml(p('<w:r w:rsidR="00AA1122"><w:t>{</w:t></w:r>', run("{ type_name }"), run("} rsid"))),
        "KẾ HOẠCH rsid",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_a_good_layout_is_filled(name: str, layout: Path) -> None:
    edit, expected = GOOD[name]
    edited(layout, edit)
    assert main(ONE) == 0
    assert expected in text_of(layout)
