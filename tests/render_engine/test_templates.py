"""Templates that must not serve are refused before anything is made of them (reliability.md B55-B63)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kh_docs.errors import RenderFault, TemplateError
from kh_docs.render.filling import fill
from kh_docs.render.layout import load_layout

from .small import W, docx, filled, p, part, tbl, tr

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def refusal(tmp_path: Path, template: bytes) -> str:
    """What is said of a template that is refused."""
    path = tmp_path / "mau.docx"
    path.write_bytes(template)
    with pytest.raises(TemplateError) as caught:
        load_layout(path)
    assert all(problem.file == str(path) and problem.fix for problem in caught.value.problems)
    return str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        p("Kính gửi {{ x"),
        p("{% if x %}") + p("a"),
        p("{{ x | viet_hoa }}"),
        p("{% for a in %}"),
        p("{{ }}"),
        p("{%p if x %}") + p("a"),
    ],
)
def test_broken_tags_are_found_when_the_template_is_read(body: str, tmp_path: Path) -> None:
    """B55."""
    assert "word/document.xml" in refusal(tmp_path, docx(body))


def test_all_faults_of_a_template_at_once(tmp_path: Path) -> None:
    """B55: the clerk mends them in one go."""
    said = refusal(tmp_path, docx(p("{{ x"), header1=p("{% if x %}"), title="{{ x | la }}"))
    for name in ("word/document.xml", "word/header1.xml", "docProps/core.xml"):
        assert name in said
    assert len(said.split("\n")) == 3


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ x['__class__'] }}",
        "{{ cycler.__init__.__globals__.os.popen('touch hacked') }}",
        "{{ x | attr('__class__') }}",
        "{{ x['__cl' ~ 'ass__'] }}",
        "{{ x | map(attribute='__class__') | list }}",
        "{{ x.format.__globals__ }}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ self._TemplateReference__context }}",
    ],
)
@pytest.mark.parametrize("place", ["body", "title", "header1", "footer1", "footnotes"])
def test_injection_never_runs(place: str, tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """B56: refused when it is read, or at the latest when the tag would be printed."""
    monkeypatch.chdir(tmp_path)
    content = tag if place == "title" else p(tag)
    template = docx(content) if place == "body" else docx(p("a"), **{place: content})
    with pytest.raises((TemplateError, RenderFault)):
        filled(tmp_path, template, {"x": "giá trị"})
    assert not (tmp_path / "hacked").exists()


@pytest.mark.parametrize("tag", ["{{ x.append('b') }}", "{% set y = x.append('b') %}a", "{{ x.clear() }}"])
def test_a_template_changes_no_data(tag: str, tmp_path: Path) -> None:
    items = ["a"]
    with pytest.raises((TemplateError, RenderFault)):
        filled(tmp_path, docx(p(tag)), {"x": items})
    assert items == ["a"]


@pytest.mark.parametrize(
    "body",
    [
        p("{{ x | safe }}"),
        p("{% autoescape false %}{{ x }}{% endautoescape %}"),
        p("{% include 'b.docx' %}"),
        p("{% import 'b.docx' as b %}"),
        p("{% from 'b.docx' import c %}"),
        p("{% extends 'b.docx' %}"),
    ],
)
def test_what_a_template_may_not_use(body: str, tmp_path: Path) -> None:
    """B57."""
    refusal(tmp_path, docx(body))


@pytest.mark.parametrize("filter_", ["{{ x | e }}", "{{ x | upper }}", "{{ x | replace('a', 'A') }}"])
def test_a_value_stays_escaped_whatever_the_filter(filter_: str, tmp_path: Path) -> None:
    """docxtpl's own manual tells people to write `| e`."""
    shown = filled(tmp_path, docx(p(filter_)), {"x": "a&b<c>"})
    assert shown.paragraphs()[0].lower() == "a&b<c>"


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x + 1 }}",
        "{{ 1 // 0 }}",
        "{{ x() }}",
        "{{ x | sum }}",
        "{% for a in 5 %}a{% endfor %}",
        "{% for a in range(1000000) %}a{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    ],
)
def test_what_cannot_be_computed_refuses_the_document(tag: str, tmp_path: Path) -> None:
    """The template is at fault, not the program: no crash."""
    with pytest.raises((TemplateError, RenderFault)):
        filled(tmp_path, docx(p(tag)), {"x": "a"})


@pytest.mark.parametrize("tag", ["{{r x }}", "{{p x }}"])
def test_plain_text_in_a_rich_tag_is_refused_not_lost(tag: str, tmp_path: Path) -> None:
    """B58: docxtpl alone prints nothing and says nothing."""
    body = f"<w:p><w:r><w:t>a </w:t></w:r><w:r><w:t>{tag}</w:t></w:r></w:p>" + p("b")
    with pytest.raises((TemplateError, RenderFault)):
        filled(tmp_path, docx(body), {"x": "Nguyễn Văn Mẫu"})


@pytest.mark.parametrize(
    "body",
    [
        p("mất chữ {%p if x %} ở đây") + p("b") + p("{%p endif %}"),
        tbl(tr(p("tên {%tr for a in x %}")), tr(p("{{ a }}")), tr(p("{%tr endfor %}"))),
    ],
)
def test_wording_beside_a_tag_that_takes_its_paragraph_is_refused_not_lost(body: str, tmp_path: Path) -> None:
    """docxtpl drops the whole paragraph or row that such a tag stands in."""
    with pytest.raises((TemplateError, RenderFault)):
        filled(tmp_path, docx(body), {"x": ["1"]})


def test_an_emptied_cell_keeps_a_paragraph(tmp_path: Path) -> None:
    """B60: Word calls a cell without one corrupt."""
    body = tbl(tr(p("{%p if x %}") + p("a") + p("{%p endif %}"), p("b")))
    root = filled(tmp_path, docx(body), {"x": ""}).root()
    assert [[child.tag for child in cell] for cell in root.iter(f"{W}tc")] == [[f"{W}p"], [f"{W}p"]]


def test_a_table_without_rows_goes(tmp_path: Path) -> None:
    """B60."""
    body = p("trước") + tbl(tr(p("{%tr for a in x %}")), tr(p("{{ a }}")), tr(p("{%tr endfor %}"))) + p("sau")
    shown = filled(tmp_path, docx(body), {"x": []})
    assert shown.paragraphs() == ["trước", "sau"]
    assert list(shown.root().iter(f"{W}tbl")) == []


def test_a_tag_split_over_runs_works(tmp_path: Path) -> None:
    runs = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>" for text in ("{", "{ x", " }", "}"))
    assert filled(tmp_path, docx(f"<w:p>{runs}</w:p>"), {"x": "a"}).paragraphs() == ["a"]


RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"'
    ' Target="http://example.invalid/a" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"word/vbaProject.bin": b"x"}, "macro"),
        ({"word/_rels/settings.xml.rels": RELATIONS.format("attachedTemplate")}, "attachedTemplate"),
        ({"word/_rels/document.xml.rels": RELATIONS.format("image")}, "trỏ ra ngoài"),
        ({"word/_rels/document.xml.rels": RELATIONS.format("oleObject")}, "trỏ ra ngoài"),
        ({"word/embeddings/oleObject1.bin": OLE}, "OLE"),
        (
            {
                "word/_rels/document.xml.rels": RELATIONS.format("image").replace(
                    "</Relationships>", RELATIONS.format("hyperlink").split(">", 1)[1]
                )
            },
            "trỏ ra ngoài",
        ),
    ],
    ids=["macro", "attached", "image", "ole link", "ole", "image beside a hyperlink"],
)
def test_what_runs_or_fetches_is_refused(entries: dict[str, str | bytes], said: str, tmp_path: Path) -> None:
    """B61."""
    assert said in refusal(tmp_path, docx(p("a"), "", **entries))


def test_a_hyperlink_is_no_danger(tmp_path: Path) -> None:
    template = docx(p("a"), **{"word/_rels/document.xml.rels": RELATIONS.format("hyperlink")})
    assert filled(tmp_path, template, {}).paragraphs() == ["a"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (OLE, "không phải .docx"),
        (b"%PDF-1.7\n%%EOF", "không phải .docx"),
        (b"", "không phải .docx"),
        (docx(p("a" * 5_000))[:800], "không phải .docx"),
        (b"PK\x03\x04", "không phải .docx"),
    ],
    ids=["doc or encrypted", "pdf", "empty", "truncated", "head alone"],
)
def test_what_is_no_docx_is_named_so(content: bytes, said: str, tmp_path: Path) -> None:
    """B62."""
    assert said in refusal(tmp_path, content)


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert "thiếu word/document.xml" in refusal(tmp_path, buffer.getvalue())


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"khong-co\.docx: không đọc được mẫu"):
        load_layout(tmp_path / "khong-co.docx")


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
def test_entities_are_refused_wherever_they_stand(name: str, tmp_path: Path) -> None:
    """Their text would be missing from the result."""
    unsafe = '<!DOCTYPE a [<!ENTITY b "c">]>' + part("document", f"<w:body>{p('&b;')}</w:body>")
    assert "không an toàn" in refusal(tmp_path, docx(p("a"), **{name: unsafe}))


@pytest.mark.parametrize("broken", ["<w:body><w:p></w:body>", "<w:body>\x01</w:body>"])
def test_xml_that_is_not_well_formed_is_refused_by_name(broken: str, tmp_path: Path) -> None:
    content = part("document", broken.replace("<w:p>", "<w:p>{{ x }}"))
    assert "word/document.xml" in refusal(tmp_path, docx("", **{"word/document.xml": content}))


def test_a_document_of_ours_is_no_template(tmp_path: Path) -> None:
    """B63."""
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        "<cp:keywords>kh-docs:104-kh-ubnd-2024:nam-dan:ke-hoach</cp:keywords></cp:coreProperties>"
    )
    assert "văn bản do kh-docs làm ra" in refusal(tmp_path, docx(p("a"), **{"docProps/core.xml": core}))


def test_a_template_is_compiled_once_and_filled_often(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(docx(p("{{ x }}")))
    layout = load_layout(path)
    path.unlink()
    assert fill(layout, {"x": "a"}) != fill(layout, {"x": "b"})
