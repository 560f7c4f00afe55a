"""Files that are broken or meant to harm: refused with a reason, quickly; and no bytes at all raise."""

import copy
import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from kh_docs.check import Refused, check_bytes, check_file, fix_bytes

from . import builder as b

GOOD = b.data(b.build(b.plan(bases=b.BASES, annexes=[b.ANNEX])))
with zipfile.ZipFile(io.BytesIO(GOOD)) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist()}
XML = PARTS["word/document.xml"]


def packed(parts: list[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


def with_document(xml: bytes) -> bytes:
    return packed(
        [*((n, c) for n, c in PARTS.items() if n != "word/document.xml"), ("word/document.xml", xml)]
    )


def bad_crc() -> bytes:
    data = bytearray(GOOD)
    at = data.index(b"PK\x01\x02") + 16
    data[at] ^= 0xFF
    return bytes(data)


def duplicate_entry() -> bytes:
    data = packed([*PARTS.items(), ("word/documenu.xml", XML)])
    return data.replace(b"word/documenu.xml", b"word/document.xml")


DTD = b'<!DOCTYPE x [<!ENTITY a "b">]>'
BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(12))
    + b"]>"
)
HEAD, TAIL = XML.split(b"<w:body>")[0], b"</w:document>"
HOSTILE = {
    "rỗng": (b"", "rỗng"),
    "không phải zip": (b"hello", "không phải .docx"),
    "pdf": (b"%PDF-1.7 ...", "PDF"),
    "rtf": (b"{\\rtf1", "RTF"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".doc"),
    "có mật khẩu": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "cụt": (GOOD[: len(GOOD) // 2], "hỏng"),
    "sai CRC": (bad_crc(), "hỏng"),
    "zip khác": (packed([("a.txt", b"x")]), "không phải .docx"),
    "xlsx": (
        packed(
            [
                ("[Content_Types].xml", b"<a/>"),
                ("_rels/.rels", PARTS["_rels/.rels"].replace(b"word/document.xml", b"xl/workbook.xml")),
                ("xl/workbook.xml", b"<workbook/>"),
            ]
        ),
        "không phải văn bản Word",
    ),
    "trỏ ra ngoài": (packed([*PARTS.items(), ("../x.xml", b"<a/>")]), "trỏ ra ngoài"),
    "gạch ngược": (
        packed([*PARTS.items(), ("word\\x.xml", b"<a/>")]).replace(b"word/x.xml", b"word\\x.xml"),
        "ra ngoài",
    ),
    "trùng tên": (duplicate_entry(), "hai mục cùng tên"),
    "bom media": (packed([*PARTS.items(), ("word/media/a.bin", b"\0" * 300_000_000)]), "quá lớn"),
    "bom chữ": (with_document(XML.replace(b"</w:t>", b"A" * 20_000_000 + b"</w:t>", 1)), "quá lớn"),
    "nhiều mục": (packed([*PARTS.items(), *((f"a{i}", b"") for i in range(2001))]), "quá nhiều mục"),
    "nhiều đoạn": (with_document(HEAD + b"<w:body>" + b"<w:p/>" * 300_000 + b"</w:body>" + TAIL), "phần tử"),
    "dtd": (with_document(XML.replace(b"<w:document", DTD + b"<w:document", 1)), "DTD"),
    "cười": (
        with_document(
            XML.replace(b"<w:document", BOMB + b"<w:document", 1).replace(b"</w:t>", b"&m;</w:t>", 1)
        ),
        "”",
    ),
    "lồng": (with_document(XML.replace(b"<w:body>", b"<w:body>" + b"<w:x>" * 5000, 1)), "hỏng"),
    "xml hỏng": (with_document(XML[:-40]), "hỏng"),
    "không thân": (with_document(HEAD + TAIL), "thiếu phần nội dung"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_refused_with_a_reason(name: str) -> None:
    data, word = HOSTILE[name]
    started = time.process_time()
    report = check_bytes(data, "x.docx")
    assert time.process_time() - started < 2
    assert report.ok is False
    assert report.findings == ()
    assert report.refused_reason is not None
    assert word in report.refused_reason
    with pytest.raises(Refused):
        fix_bytes(data)


def test_missing_file(tmp_path: Path) -> None:
    assert "không đọc được tệp" in str(check_file(tmp_path / "khong-co.docx").refused_reason)


def test_good_file(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(GOOD)
    assert check_file(path).ok


CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@CALM
@given(st.binary(max_size=400))
def test_any_bytes_are_refused(data: bytes) -> None:
    assert check_bytes(data, "").refused_reason


@CALM
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_any_damage_is_judged_or_refused(at: int, noise: bytes) -> None:
    report = check_bytes(GOOD[:at] + noise + GOOD[at + len(noise) :], "")
    assert report.refused_reason or report.findings is not None


TAGS = [
    b"w:p",
    b"w:r",
    b"w:t",
    b"w:tbl",
    b"w:tr",
    b"w:tc",
    b"w:pPr",
    b"w:rPr",
    b"w:tcPr",
    b"w:sectPr",
    b"w:ind",
    b"w:spacing",
    b"w:jc",
    b"w:sz",
    b"w:tcW",
    b"w:gridCol",
    b"wp:extent",
    b"wp:anchor",
    b"w:numPr",
    b"w:sdt",
    b"w:sdtContent",
    b"w:txbxContent",
    b"w:ins",
    b"w:del",
    b"w:fldChar",
    b"w:hyperlink",
    b"w:style",
    b"w:basedOn",
    b"w:abstractNum",
    b"w:lvl",
    b"w:hdr",
    b"w:framePr",
]
VALUES = [
    b'""',
    b'"x"',
    b'"-1"',
    b'"0"',
    b'"99999999999999999999"',
    b'"1.5"',
    b'"auto"',
    b'"NaN"',
    b'"inf"',
    b'"12pt"',
    b'"\xe1\xba\xa0"',
]


FOUND_IN_OFFICES = (
    """<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>Mới</w:t></w:r></w:ins>
    <w:del w:id="2" w:author="a"><w:r><w:delText>Cũ</w:delText></w:r></w:del>
    <w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/></w:p>""",
    """<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>
    <w:p><w:r><w:t>Bấm vào đây</w:t></w:r></w:p></w:sdtContent></w:sdt>""",
    """<w:p><w:r><w:pict><v:shape style="position:absolute;margin-left:9pt;width:90pt;height:0"><v:textbox>
    <w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>
    </v:textbox></v:shape></w:pict></w:r></w:p>""",
    """<w:p><w:pPr><w:framePr w:w="2000" w:hAnchor="margin" w:xAlign="right" w:y="1"/>
    <w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pBdr><w:top w:val="single"/></w:pBdr></w:pPr>
    <w:r><w:t>I. Mục</w:t></w:r></w:p>""",
    """<w:p><w:hyperlink w:anchor="x"><w:r><w:rPr><w:color w:val="0000FF" w:themeColor="hyperlink"/></w:rPr>
    <w:t>ubnd</w:t><w:br/><w:tab/><w:sym w:font="Wingdings" w:char="F0A7"/></w:r></w:hyperlink></w:p>""",
    """<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid><w:tr>
    <w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr>
    <w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:t>Số: 5</w:t></w:r></w:p></w:tc></w:tr>
    </w:tbl>""",
)


def office_file() -> dict[str, bytes]:
    """The parts of a file with what real ones hold: changes, controls, boxes, frames, nested tables."""
    document = b.build(b.letter(annexes=[b.ANNEX]))
    body = document.element.body
    names = nsdecls("w") + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    for xml in FOUND_IN_OFFICES:
        body.insert(len(body) // 2, parse_xml(xml.replace(">", f" {names}>", 1)))
    with zipfile.ZipFile(io.BytesIO(b.data(document))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


OFFICE = office_file()
MUTABLE = sorted(
    name for name in OFFICE if re.match(r"word/(document|styles|numbering|settings|header\d)\.xml", name)
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The file with elements renamed, dropped and doubled, attributes given nonsense, parts left out."""
    parts = dict(OFFICE)
    for _round in range(draw(st.integers(1, 6))):
        name = draw(st.sampled_from([each for each in MUTABLE if each in parts]))
        xml = parts[name]
        match draw(st.sampled_from(["rename", "value", "drop", "double", "without"])):
            case "rename":
                old, new = draw(st.sampled_from(TAGS)), draw(st.sampled_from(TAGS))
                parts[name] = re.sub(rb"(</?)" + old + rb"(?=[ />])", rb"\g<1>" + new, xml)
            case "value":
                places = [match.span(1) for match in re.finditer(rb' (?!xmlns)[\w:]+=("[^"]*")', xml)]
                places = [(low, high) for low, high in places if b"http" not in xml[low:high]]
                if places:
                    low, high = draw(st.sampled_from(places))
                    parts[name] = xml[:low] + draw(st.sampled_from(VALUES)) + xml[high:]
            case "without" if name != "word/document.xml":
                del parts[name]
            case what:
                elements = [each for each in etree.fromstring(xml).iter() if each.getparent() is not None]
                if elements:
                    chosen = draw(st.sampled_from(elements))
                    parent = chosen.getparent()
                    if what == "double":
                        chosen.addnext(copy.deepcopy(chosen))
                    else:
                        parent.remove(chosen)
                    parts[name] = etree.tostring(parent.getroottree())
    return packed(list(parts.items()))


@CALM
@given(mutated())
def test_any_mutated_document_is_judged_or_refused(document: bytes) -> None:
    """Well-formed XML that no program would write: never an exception, nor from --fix, nor other words."""
    report = check_bytes(document, "")
    if report.refused_reason:
        return
    mended, _changes, _left = fix_bytes(document)
    assert check_bytes(mended, "").refused_reason is None


def test_a_huge_document_is_judged_in_time() -> None:
    """Just below the limit of paragraphs."""
    text = b"<w:p><w:r><w:t>" + "Nội dung ".encode() + b"</w:t></w:r></w:p>"
    started = time.process_time()
    check_bytes(with_document(XML.replace(b"<w:body>", b"<w:body>" + text * 18_000, 1)), "")
    assert time.process_time() - started < 5


def test_crc_is_checked_of_every_part() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
    data = stored.getvalue().replace(b"Times New Roman", b"Times New Romax", 1)
    assert check_bytes(data, "").refused_reason
