"""B01-B34: what a district may write into its data."""

from __future__ import annotations

import json
import time
import tracemalloc
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from kh_docs.reading.yaml_text import read_yaml

from ..bench import WHOLE, Bench, Ran, W, parts_of, words_of
from ..rows import case

UNIT = "nam-dan"
# Where the context of the plan has the name of the residential area chosen for the festival.
AREA = "{{ lists[0].tables[3].table.rows[0][1][0].text }}"
# "&" and the like must also survive where only a layout template can put them.
NOTES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="1">'
    f"<w:p><w:r><w:t>{AREA}</w:t></w:r></w:p></w:footnote></w:footnotes>"
)
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NOTES_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def yaml_of(value: str, *, raw: bool = False) -> str:
    """A district's file with the value as its signer."""
    quoted = value if raw else json.dumps(value)
    return f"signer:\n  name: {quoted}\n"


def kept(bench: Bench, value: str, printed: str | None = None) -> Ran:
    """The value stands in the document exactly: as area, reason and agency (a signer must be a name)."""
    quoted = json.dumps(value)
    bench.district(
        UNIT,
        f"model_area:\n  name: {quoted}\n  reason: {quoted}\n"
        f"bodies:\n  - name: {quoted}\n    kind: cơ quan\n",
    )
    ran = bench.generate(UNIT)
    assert ran.code == 0, ran.err
    assert words_of(bench.path(UNIT)).count(printed or value) >= 3
    return ran


@case("B01")
def ampersand(bench: Bench) -> list[int]:
    value = "Công ty A & B; R&D"

    def add_places(parts: dict[str, bytes]) -> None:
        header = parts["word/header1.xml"].decode()
        paragraph = f"<w:p><w:r><w:t>{AREA}</w:t></w:r></w:p>"
        parts["word/header1.xml"] = header.replace("</w:hdr>", f"{paragraph}</w:hdr>").encode()
        core = parts["docProps/core.xml"].decode()
        parts["docProps/core.xml"] = core.replace(
            "{{ props.title }}", f"{{{{ props.title }}}} {AREA}"
        ).encode()
        parts["word/footnotes.xml"] = NOTES.encode()
        types = parts["[Content_Types].xml"].decode()
        override = f'<Override PartName="/word/footnotes.xml" ContentType="{NOTES_TYPE}"/></Types>'
        parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
        links = parts["word/_rels/document.xml.rels"].decode()
        link = f'<Relationship Id="rIdNotes" Type="{NOTES_KIND}" Target="footnotes.xml"/></Relationships>'
        parts["word/_rels/document.xml.rels"] = links.replace("</Relationships>", link).encode()

    bench.repack(bench.layouts / "ke-hoach.docx", add_places)
    ran = kept(bench, value)
    parts = parts_of(bench.path(UNIT))
    for name in ("word/header1.xml", "word/footnotes.xml", "docProps/core.xml"):
        assert value in parts[name], name
    assert _places(bench.path(UNIT), value) == {"table"}
    bench.district(UNIT, f"party_basis: {value}\n")
    in_the_body = bench.generate(UNIT)
    assert _places(bench.path(UNIT), value) == {"body"}
    return [ran.code, in_the_body.code]


def _places(path: Path, value: str) -> set[str]:
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return {
        "table" if any(above.tag == f"{W}tc" for above in paragraph.iterancestors()) else "body"
        for paragraph in root.iter(f"{W}p")
        if value in "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
    }


def _literal(*values: str) -> Callable[[Bench], list[int]]:
    return lambda bench: [kept(bench, value).code for value in values]


case("B02")(_literal("a<b> c > d < e, 1 < 2"))
case("B03")(_literal("x</w:t></w:r></w:p><w:p/>]]>y"))
case("B04")(_literal("a &lt; b &#11; &amp;"))
case("B25")(_literal("a {{ 7*7 }} {% raw %} b"))
case("B27")(_literal("a {% include 'ke-hoach.j2' %} {# b #}"))


def _refused(*pairs: tuple[str, tuple[str, ...]]) -> Callable[[Bench], list[int]]:
    def run(bench: Bench) -> list[int]:
        codes = []
        for value, said in pairs:
            bench.district(UNIT, yaml_of(value))
            codes.append(
                bench.refused(UNIT, f"data/districts/{UNIT}.yaml:2: signer.name: ", *said, good=None)
            )
        return codes

    return run


case("B05")(_refused(("Nam\0Đàn", ("ký tự không hợp lệ U+0000 ở vị trí 4",))))
case("B06")(_refused(("Nam\x0bĐàn", ("U+000B ở vị trí 4", "xóa ngắt dòng mềm"))))
case("B07")(_refused(("a\x07b", ("U+0007 ở vị trí 2",)), ("a\x0cb", ("U+000C ở vị trí 2",))))
case("B08")(_refused(("a\x80b", ("U+0080", "TCVN3")), ("a\x9fb", ("U+009F", "TCVN3"))))
case("B10")(_refused(("a\ufffeb", ("U+FFFE ở vị trí 2",)), ("a\uffffb", ("U+FFFF ở vị trí 2",))))
case("B11")(
    _refused(
        *((f"a{sign}b", (f"ký tự đảo chiều chữ U+{ord(sign):04X}",)) for sign in "\u202a\u202e\u2066\u2069")
    )
)
case("B15")(_refused(("đ" * 100_001, ("dài 100001 ký tự, quá 100000",))))
case("B17")(_refused(("x\n" * 49_999 + "x", ("dài 50000 dòng, quá 1000",))))
case("B26")(_refused(("a {_{ x }_} b", ("chuỗi dành riêng “{_{”",))))


@case("B09")
def half_a_pair(bench: Bench) -> list[int]:
    """As an escape that YAML cannot mean, and as raw bytes that UTF-8 cannot hold."""
    codes = []
    for data in (b'signer:\n  name: "a\\uD800b"\n', b"signer:\n  name: a\xed\xa0\x80b\n"):
        bench.district(UNIT, data)
        codes.append(bench.refused(UNIT, f"data/districts/{UNIT}.yaml:2", good=None))
    return codes


@case("B12")
def invisible(bench: Bench) -> int:
    ran = kept(bench, "Nam\u200b Đàn\ufeff mới", "Nam Đàn mới")
    ran.said(f"data/districts/{UNIT}.yaml:2: model_area.name: ", "U+200B")
    return ran.code


@case("B13")
def line_ends(bench: Bench) -> list[int]:
    """One break each; inside a sentence one blank, and what follows is no mark of the wording."""
    codes = [kept(bench, "một\r\nhai\rba", "một\nhai\nba").code]
    for mark in ("@muc ", "=== ", "- ", "@nhap ", "@khoan+ ")[: 5 if WHOLE else 2]:
        text = f"căn cứ một\n{mark}hai\nba"
        bench.district(UNIT, f"party_basis: {json.dumps(text)}\n")
        ran = bench.generate(UNIT)
        words = words_of(bench.path(UNIT))
        assert f"căn cứ một {mark}hai ba" in words, f"lost after a line break: {mark!r}"
        codes.append(ran.code)
    return codes


@case("B14")
def blanks(bench: Bench) -> int:
    return kept(bench, " \t\u00a0Nam\u00a0Đàn\tmới \u00a0", "Nam\u00a0Đàn\tmới").code


@case("B16")
def ten_megabytes(bench: Bench) -> int:
    path = bench.district(UNIT, yaml_of("đ" * 5_000_000, raw=True))
    assert path.stat().st_size > 10_000_000
    started = time.process_time()
    problems = read_yaml(path, path.name).problems
    assert time.process_time() - started < 1
    assert "dài 5000000 ký tự" in str(problems[0])
    tracemalloc.start()
    read_yaml(path, path.name)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10 * path.stat().st_size
    return bench.refused(UNIT, "dài 5000000 ký tự, quá 100000")


@case("B18")
def decomposed_value(bench: Bench) -> int:
    value = "Nguyễn Thị Đẹp"
    return kept(bench, unicodedata.normalize("NFD", value), value).code


COMMUNE = "Hùng Tiến"


@case("B19")
def decomposed_key(bench: Bench) -> int:
    name = unicodedata.normalize("NFD", COMMUNE)
    assert name != COMMUNE
    bench.district(UNIT, f"communes:\n  {name}:\n    exemplary: yes\n    due: Tháng 9 năm 2024\n")
    ran = bench.generate(UNIT)
    assert ran.code == 0, ran.err
    assert "Tháng 9 năm 2024" in words_of(bench.path(UNIT))
    return ran.code


@case("B20")
def key_in_both_forms(bench: Bench) -> int:
    """In a district's own file it refuses the district; in the plan's data it stops the run."""
    names = [unicodedata.normalize(form, COMMUNE) for form in ("NFC", "NFD")]
    bench.district(UNIT, "communes:\n" + "".join(f"  {name}: {{}}\n" for name in names))
    bench.refused(UNIT, f"trùng khóa “{COMMUNE}” (dòng 2 và 3)")
    roles = bench.workspace / "data" / "roles.yaml"
    line = "    huyện: Huyện ủy\n"
    bench.swap(roles, line, line + unicodedata.normalize("NFD", line))
    ran = bench.generate("vinh", options=["--out", bench.folder / "out2"])
    ran.said("roles.yaml", "trùng khóa “huyện”")
    assert not (bench.folder / "out2").exists()
    return ran.code


def _suspected(value: str, *said: str) -> Callable[[Bench], int]:
    def run(bench: Bench) -> int:
        ran = kept(bench, value)
        ran.said(f"data/districts/{UNIT}.yaml:2: model_area.name: nghi là", *said)
        assert ran.err.count("nghi là") == 1
        return ran.code

    return run


TCVN3 = "céng hßa x· héi chñ nghÜa ViÖt Nam"
VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"
case("B21")(_suspected(TCVN3, "TCVN3", "cộng hòa xã hội chủ nghĩa Việt Nam"))
case("B22")(_suspected(VNI, "VNI", "Cộng hòa xã hội chủ nghĩa Việt Nam"))
case("B23")(_suspected("HÃ\xa0 Ná»™i vÃ\xa0 Nghá»‡ An", "Hà Nội và Nghệ An"))


@case("B24")
def foreign_words(bench: Bench) -> int:
    ran = kept(bench, "Müller, Søren & Ångström, François, 30°C")
    assert "nghi là" not in ran.err
    return ran.code


@case("B28")
def nothing_there(bench: Bench) -> list[int]:
    """Nothing where text must be is refused; nothing where it may be missing prints a blank, never None."""
    codes = []
    for empty in ("", '""', '"  "'):
        bench.district(UNIT, f"bodies:\n  - name: {empty}\n    kind: cơ quan\n")
        codes.append(bench.refused(UNIT, ".yaml:2: bodies.0.name: để trống", good=None))
    bench.district(UNIT, "signer:\n  name:\n")
    assert bench.generate(UNIT).code == 0
    assert "None" not in words_of(bench.path(UNIT))
    return codes


@case("B29")
def not_a_text(bench: Bench) -> list[int]:
    codes = []
    for value in ("[a, b]", "{a: b}"):
        bench.district(UNIT, f"signer:\n  name: {value}\n")
        codes.append(bench.refused(UNIT, ".yaml:2: signer.name: sai kiểu", good=None))
    return codes


@case("B30", "B31", "B32")
def plain_scalars(bench: Bench) -> list[int]:
    values = (
        "no",
        "on",
        "yes",
        "012",
        "0901234567",
        "00123",
        "01/02",
        "12:30",
        "1e3",
        "1.10",
        "0x1F",
    )
    rows = "".join(
        f"  - name: Cơ sở {value} x\n    address: {value}\n    kind: cơ quan\n" for value in values
    )
    bench.district(UNIT, "bodies:\n" + rows)
    ran = bench.generate(UNIT)
    assert ran.code == 0, ran.err
    cells = words_of(bench.path(UNIT)).splitlines()
    for value in values:
        assert value in cells
        assert f"Cơ sở {value} x" in cells
    return [ran.code]


@case("B33", "B34")
def days_that_are_none(bench: Bench) -> list[int]:
    days = ("2025-13-45", "29/02/2025", "31/04/2025")
    one, two, three = days
    bench.district(
        UNIT,
        f"proposal:\n  number: 15/TTr-CAH\n  issued_on: {one}\n"
        f"plan_issued:\n  number: 05/KH-UBND\n  issued_on: {two}\n"
        f"high_schools:\n  - name: A\n    launched_on: {three}\n  - name: B\n    launched_on: 1/2/25\n",
    )
    places = (":3: proposal.issued_on", ":6: plan_issued.issued_on", ":9: high_schools.0.launched_on")
    said = [f"{place}: “{day}” là ngày không có thật" for place, day in zip(places, days, strict=True)]
    return [bench.refused(UNIT, *said, ":11: high_schools.1.launched_on: “1/2/25” không phải ngày dạng")]
