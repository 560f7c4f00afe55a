"""Whatever the data hold stands in the document, exactly (reliability.md B01-B04, B13, B14, B25)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kh_docs.errors import RenderFault
from kh_docs.render.filling import LayoutTemplate, fill
from kh_docs.render.layout import load_layout
from kh_docs.text import TextRefused, clean

from .small import Shown, docx, filled, p, tbl, tr

EVERYWHERE = docx(
    p("Ông {{ x }}.") + tbl(tr(p("{{ x }}"), p("a"))),
    title="{{ x }}",
    header1=p("{{ x }}"),
    footer1=p("{{ x }}"),
    footnotes=f"<w:footnote>{p('{{ x }}')}</w:footnote>",
)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("A & B", id="B01"),
        pytest.param("A&B;", id="B01 entity"),
        pytest.param("a < b > c, a<b> c", id="B02"),
        pytest.param("</w:t></w:r></w:p>", id="B03 end"),
        pytest.param("<w:p/>", id="B03 start"),
        pytest.param("]]> <![CDATA[", id="B03 cdata"),
        pytest.param("&lt; &#11; &amp;", id="B04"),
        pytest.param("\"quoted\" 'single'", id="quotes"),
        pytest.param("{{ 7*7 }}", id="B25"),
        pytest.param("{% raw %}a{% endraw %} {# b #}", id="B27"),
        pytest.param("{{ cycler.__init__.__globals__ }}", id="B25 injection"),
        pytest.param("Đặng Thị Ưỡng – “Nhà văn hóa”", id="Vietnamese"),
        pytest.param("𠀀 😀 \u00ad", id="astral"),
    ],
)
def test_written_exactly_in_every_part(value: str, tmp_path: Path) -> None:
    shown = filled(tmp_path, EVERYWHERE, {"x": value})
    assert shown.paragraphs() == [f"Ông {value}.", value, "a"]
    assert [shown.paragraphs(name) for name in ("header1", "footer1", "footnotes")] == [[value]] * 3
    assert shown.title == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("a\nb", "a\nb", id="B13"),
        pytest.param("a\n\nb\nc", "a\n\nb\nc", id="B13 blank line"),
        pytest.param("a\tb", "a\tb", id="B14 tab"),
        pytest.param("a\u00a0b", "a\u00a0b", id="B14 no-break space"),
        pytest.param("a  b", "a  b", id="B14 blanks"),
    ],
)
def test_line_ends_and_blanks(value: str, text: str, tmp_path: Path) -> None:
    body = p("{{ x }}") + tbl(tr(p("{{ x }}")))
    assert filled(tmp_path, docx(body), {"x": value}).paragraphs() == [text, text]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("a\x0bb", id="B06"),
        pytest.param("a\x07b", id="B07"),
        pytest.param("a\x0cb", id="B07 page"),
        pytest.param("a\x00b", id="B05"),
        pytest.param("a\ud800b", id="B09"),
        pytest.param("a\ufffeb", id="B10"),
        pytest.param("a {_{ b }_} c", id="B26"),
        pytest.param("a\r\nb", id="B13 not cleaned"),
    ],
)
def test_a_value_that_clean_would_refuse_is_never_lost_in_silence(value: str, tmp_path: Path) -> None:
    """The last fence, for a value that went round clean(): refused, or written as it is."""
    try:
        shown = filled(tmp_path, docx(p("{{ x }}") + p("đuôi")), {"x": value})
    except (RenderFault, UnicodeEncodeError):
        return
    assert shown.paragraphs() == [value, "đuôi"]


@pytest.mark.parametrize(
    "value", [None, 1.5, [1], {"a": 1}, pytest.param(object(), id="object"), True], ids=repr
)
def test_what_is_no_text_is_not_printed(value: object, tmp_path: Path) -> None:
    """B28, B29: never `None`, `0.30000000000000004` or `[...]` in a document."""
    with pytest.raises(RenderFault, match=r"mau\.docx, word/document\.xml: mẫu in một giá trị"):
        filled(tmp_path, docx(p("{{ x }}")), {"x": value})


def test_an_unknown_name_is_refused_with_part_and_name(tmp_path: Path) -> None:
    with pytest.raises(RenderFault, match=r"mau\.docx, word/header1\.xml: mẫu cần “ten”"):
        filled(tmp_path, docx(p("a"), header1=p("{{ ten }}")), {})


def test_an_unknown_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderFault, match="mẫu cần “ho” nhưng dữ liệu không có"):
        filled(tmp_path, docx(p("{{ x.ho }}")), {"x": {"ten": "a"}})


def test_same_data_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(EVERYWHERE)
    first = fill(load_layout(path), {"x": "Nam Đàn"})
    layout = load_layout(path)
    fill(layout, {"x": "giữa chừng"})
    assert fill(layout, {"x": "Nam Đàn"}) == first
    with zipfile.ZipFile(io.BytesIO(Shown(first).content)) as archive:
        assert archive.testzip() is None


def test_the_zip_names_no_time(tmp_path: Path) -> None:
    shown = filled(tmp_path, EVERYWHERE, {"x": "a"})
    (tmp_path / "ra.docx").write_bytes(shown.content)
    with zipfile.ZipFile(tmp_path / "ra.docx") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_fault_in_one_document_does_not_reach_the_next(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(EVERYWHERE)
    layout = load_layout(path)
    expected = fill(layout, {"x": "a"})
    with pytest.raises(RenderFault):
        fill(layout, {"x": None})
    assert fill(layout, {"x": "a"}) == expected


LOOP = docx(
    p("{%p for item in items %}")
    + p("{{ item }}")
    + p("{%p endfor %}")
    + tbl(tr(p("{%tr for item in items %}")), tr(p("{{ item }}"), p("x")), tr(p("{%tr endfor %}")))
)
# Letters, digits, the signs XML and Jinja use, blanks, controls and anything else there is.
TEXT = st.text(
    st.one_of(st.sampled_from("aăâđêôơưỵ Ị&<>{}%#\"'\n\t\r_/;:=\u00a0"), st.characters()), max_size=60
)


@pytest.fixture(scope="module")
def loop(tmp_path_factory: pytest.TempPathFactory) -> LayoutTemplate:
    path = tmp_path_factory.mktemp("mau") / "lap.docx"
    path.write_bytes(LOOP)
    return load_layout(path)


@settings(max_examples=300, deadline=None)
@given(values=st.lists(TEXT, min_size=1, max_size=4))
def test_any_clean_text_reads_back_exactly(values: list[str], loop: LayoutTemplate) -> None:
    """In paragraphs and in table rows; what clean() refuses never gets here."""
    kept = []
    for value in values:
        try:
            kept.append(clean(value))
        except TextRefused:
            continue
    shown = Shown(fill(loop, {"items": kept}))
    assert shown.paragraphs() == kept + [cell for value in kept for cell in (value, "x")]
