"""Readers take anything: they read it back exactly or refuse it in words, and never fall over."""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kh_docs.check import check_bytes
from kh_docs.errors import RenderFault
from kh_docs.reading.yaml_text import YamlText, parse_yaml, read_yaml
from kh_docs.refusals import in_words
from kh_docs.render.filling import LayoutTemplate, fill
from kh_docs.render.layout import load_layout
from kh_docs.text import INVISIBLE, TextRefused, clean, mended
from kh_docs.word.archive import read_archive
from kh_docs.word.refused import Refused

from .bench import WHOLE

fuzz = settings(max_examples=2_000 if WHOLE else 200, deadline=None, derandomize=not WHOLE)
slowly = settings(max_examples=400 if WHOLE else 20, deadline=None, derandomize=not WHOLE)
# Vietnamese, the signs of XML, YAML and Jinja, and what no text should hold.
LETTERS = "ăâđêôơưàảãáạ" + unicodedata.normalize("NFD", "ấềộ") + "AbZ 09\n\t\r"
SIGNS = "<>&;\"'{}%#|[]:-,!*?@`~=\\/.\u00a0\u200b\ufeff"
BAD = "\x00\x07\x0b\x0c\x1b\x85\u2028\u202e\ud800\ufffe\ue000"
good_texts = st.text(st.sampled_from(LETTERS + SIGNS), max_size=40)
# With one sign that must not be, and of all that Unicode has: alone these would be refused nearly always.
bad_texts = st.tuples(good_texts, st.sampled_from(BAD), good_texts).map("".join)
texts = st.one_of(good_texts, good_texts, good_texts, bad_texts, st.text(max_size=20))
pieces = [
    "<w:p/>",
    "</w:t>",
    "]]>",
    "&amp;",
    "{{",
    "}}",
    "{%",
    "%}",
    "{_{",
    "- ",
    ": ",
    "#",
    "&a",
    "*a",
    "!!x",
    "---\n",
    "  ",
    "\n",
    "|",
    ">-",
]
source_texts = st.lists(st.one_of(st.sampled_from(pieces), texts), max_size=20).map("".join)


def cleaned(text: str) -> str | None:
    """The text as it must come out, None when it is refused."""
    try:
        return clean(text)
    except TextRefused:
        return None


@fuzz
@given(source_texts)
def test_clean_text_is_clean(text: str) -> None:
    result = cleaned(text)
    if result is not None:
        assert clean(result) == result
        assert (
            result
            == unicodedata.normalize(
                "NFC", INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
            ).strip()
        )


@fuzz
@given(source_texts)
def test_a_value_comes_out_of_yaml_exactly_or_is_refused(text: str) -> None:
    quoted = "".join(
        f"\\u{ord(sign):04x}" if "\ud800" <= sign <= "\udfff" else sign
        for sign in json.dumps(text, ensure_ascii=False)
    )
    found = parse_yaml(f"x: {quoted}\n", YamlText("x.yaml"))
    if found.problems:
        assert cleaned(text) is None, found.problems
        assert all(problem.file == "x.yaml" and problem.message and problem.fix for problem in found.problems)
    else:
        assert found.value == {"x": mended(cleaned(text) or "")}


def plain(value: object) -> bool:
    """Only texts, lists and mappings: nothing that YAML has typed, nothing that contains itself."""
    if isinstance(value, dict):
        return all(isinstance(key, str) and plain(item) for key, item in value.items())
    return all(map(plain, value)) if isinstance(value, list) else value is None or isinstance(value, str)


@fuzz
@given(source_texts)
def test_any_yaml_is_read_or_refused(source: str) -> None:
    found = parse_yaml(source.encode("utf-8", "replace").decode("utf-8"), YamlText("x.yaml"))
    assert plain(found.value)
    assert found.problems or found.value not in (None, "")


@fuzz
@given(
    st.one_of(st.binary(max_size=80), source_texts.map(lambda text: text.encode("utf-8", "surrogatepass")))
)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    path = scratch() / "x.yaml"
    path.write_bytes(content)
    found = read_yaml(path, "x.yaml")
    assert plain(found.value)
    for problem in found.problems:
        assert str(problem).startswith("x.yaml")


@cache
def scratch() -> Path:
    import tempfile

    return Path(tempfile.mkdtemp(prefix="kh-docs-fuzz-"))


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
    ),
}
DOCUMENT = (
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t xml:space="preserve">{{{{ x }}}}</w:t></w:r></w:p>'
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc><w:tcPr/>'
    '<w:p><w:r><w:t xml:space="preserve">{{ x }}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
    "<w:sectPr/></w:body></w:document>"
)


def docx(document: str | bytes, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in {**PARTS, "word/document.xml": document}.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@cache
def tiny() -> LayoutTemplate:
    path = scratch() / "tiny.docx"
    path.write_bytes(docx(DOCUMENT))
    return load_layout(path)


@fuzz
@given(source_texts)
def test_any_text_is_printed_exactly_or_refused(text: str) -> None:
    """In a paragraph and in a cell, read back with another reader than the one that wrote it."""
    value = cleaned(text)
    if not value:
        return
    try:
        content = fill(tiny(), {"x": value})
    except RenderFault:
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    signs = {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    runs = root.iter(f"{{{W}}}p")
    printed = [
        "".join(signs.get(str(item.tag), item.text or "") for item in run.iter(f"{{{W}}}t", *signs))
        for run in runs
    ]
    assert printed == [value, value]


# A change of a file: where, what stands there instead, how much of the old goes.
changes = st.lists(
    st.tuples(st.floats(0, 1), st.binary(max_size=8), st.integers(0, 8)), min_size=1, max_size=6
)


def changed(content: bytes, how: list[tuple[float, bytes, int]]) -> bytes:
    for where, new, gone in how:
        at = int(where * len(content))
        content = content[:at] + new + content[at + gone :]
    return content


@fuzz
@given(changes, st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
def test_a_damaged_archive_is_read_or_refused(how: list[tuple[float, bytes, int]], compression: int) -> None:
    try:
        read_archive(changed(docx(DOCUMENT, compression), how))
    except Refused as refusal:
        assert " -> " in in_words(refusal)  # noqa: PT017 - it may as well be read


@slowly
@given(st.one_of(st.binary(max_size=200), st.binary(max_size=100).map(lambda rest: b"PK\x03\x04" + rest)))
def test_any_file_is_judged_or_refused(content: bytes) -> None:
    report = check_bytes(content, "x.docx")
    assert report.refused_reason


NAMES = ("p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "hyperlink", "txbxContent")
xml_pieces = st.sampled_from(
    [f"<w:{name}>" for name in NAMES]
    + [f"</w:{name}>" for name in NAMES]
    + ["<w:sectPr/>", "<w:fldSimple/>", '<w:pgSz w:w="1e9" w:h="x"/>', "&#0;", "<!-- -->", "<?x?>"]
    + ['<w:pPr><w:jc w:val="x"/></w:pPr>', '<w:rPr><w:sz w:val="-1"/></w:rPr>']
    + ['<w:numPr><w:ilvl w:val="99"/><w:numId w:val="7"/></w:numPr>', "Số: 12/KH-UBND", "Nơi nhận:"]
    + ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH", "TM. ỦY BAN NHÂN DÂN"]
)


@slowly
@given(st.lists(st.one_of(xml_pieces, texts), max_size=25).map("".join))
def test_any_word_xml_is_judged_or_refused(body: str) -> None:
    content = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode("utf-8", "replace")
    report = check_bytes(docx(content), "x.docx")
    assert report.ok or report.findings or report.refused_reason
