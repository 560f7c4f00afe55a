"""Bad data files (reliability.md B05-B47): what is typed, what is said of it and at which line."""

from __future__ import annotations

import codecs
import re
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from kh_docs.model.base import Day, Model
from kh_docs.reading import yaml_text
from kh_docs.reading.typed import Collector
from kh_docs.reading.yaml_text import read_yaml

NFD = unicodedata.normalize("NFD", "xã")
# Each level doubles the one before: a billion laughs in nine lines.
BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def read(tmp_path: Path, content: str | bytes) -> Any:
    path = tmp_path / "nam-dan.yaml"
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return read_yaml(path, "data/districts/nam-dan.yaml")


# id, file, line of the message, what the message must hold.
REFUSED = [
    ("B05 raw", "a: b\nx: a\0b\n", 2, ["ký tự không hợp lệ U+0000 ở vị trí 5"]),
    ("B10 raw", "a: b\nx: a\ufffe\n", 2, ["ký tự không hợp lệ U+FFFE ở vị trí 5"]),
    ("B05", 'x: "a\\0b"\n', 1, ["x: ", "ký tự không hợp lệ U+0000 ở vị trí 2"]),
    ("B06", 'a: b\nx: "a\\vb"\n', 2, ["U+000B", "xóa ngắt dòng mềm"]),
    ("B07", 'x: "a\\x07b"\n', 1, ["U+0007"]),
    ("B07 page", 'x: "a\\fb"\n', 1, ["U+000C"]),
    ("B08", 'x: "\\x85\\x96"\n', 1, ["U+0085", "TCVN3"]),
    ("B09", 'x: "\\uD800"\n', 1, []),
    ("B10", 'x: "\\uFFFE"\n', 1, ["U+FFFE"]),
    ("B11", 'x: "a\\u202Eb"\n', 1, ["ký tự đảo chiều chữ U+202E"]),
    ("B15", f"x: {'a' * 100_001}\n", 1, ["dài 100001 ký tự, quá 100000"]),
    ("B17", "x: |\n" + "  a\n" * 1_001, 1, ["quá 1000", "dòng"]),
    ("B20", f"xã: a\n{NFD}: b\n", 2, ["trùng khóa “xã” (dòng 1 và 2)"]),
    ("B26", "x: 'a {_{ b }_} c'\n", 1, ["chuỗi dành riêng"]),
    ("B35", "a: 1\nb: 2\na: 3\n", 3, ["a: trùng khóa “a” (dòng 1 và 3)", "giữ một dòng"]),
    ("B35 deep", "s:\n  - a: 1\n  - a: 1\n    a: 2\n", 4, ["s.1.a: trùng khóa “a” (dòng 3 và 4)"]),
    ("B36", "a: b\nx: {{ y }}\n", 2, ["quên dấu nháy?"]),
    ("B37", "a: b\nx: Số 12: về\n", 2, ["sai cú pháp", "dấu nháy"]),
    ("B38", "a:\n\tb: c\n", 2, ["bằng dấu cách"]),
    ("B40", BOMB, 1, ["không dùng neo"]),
    ("B41", "x: &a [*a]\n", 1, ["không dùng neo"]),
    ("B42", "x: " + "[" * 5_000 + "]" * 5_000, 1, ["lồng quá 30 tầng"]),
    ("B43", "a: b\nx: !!python/object/apply:os.system ['touch hacked']\n", 2, ["không dùng thẻ kiểu"]),
    ("B43 int", "x: !!int 5\n", 1, ["không dùng thẻ kiểu"]),
    ("merge key", "a: b\n<<: {c: d}\n", 2, ["không dùng khóa ghép"]),
    ("B44 empty", "", None, ["tệp trống"]),
    ("B44 comment", "# chỉ có ghi chú\n", None, ["tệp trống"]),
    ("B44 two", "a: b\n---\nc: d\n", 2, ["tệp có hai tài liệu"]),
    ("B45 cp1258", "a: b\nx: Nghệ An\n".encode("utf-16-le"), 2, ["không phải UTF-8 (byte 22)"]),
    ("B45 bytes", b"a: b\nx: Ng\xe0y\n", 2, ["không phải UTF-8 (byte 10)", "bảng mã UTF-8"]),
    ("B45 utf-16", codecs.BOM_UTF16_LE + "x: a\n".encode("utf-16-le"), 1, ["không phải UTF-8 (byte 0)"]),
    ("B45 tcvn", b"x: Ng\xa8n h\xb5ng\n", 1, ["không phải UTF-8 (byte 5)"]),
]


# What is typed, line and column of the fault, the field named, what is said: no word of libyaml's English.
SYNTAX = [
    ("a:\n\tb: c\n", 2, 1, "b", "thụt dòng bằng phím Tab -> thụt dòng bằng dấu cách"),
    ("a:\n  b: c\n\td: e\n", 3, 1, "d", "thụt dòng bằng phím Tab"),
    ("a: |\n\t x\n", 2, 1, "", "thụt dòng bằng phím Tab"),
    ("a: b\nx: 'c\ny: d\n", 2, 4, "x", "dấu nháy mở ở đây mà không đóng -> thêm dấu nháy đóng"),
    ('a: "b\n---\nc"\n', 1, 4, "a", "dấu nháy mở ở đây mà không đóng"),
    ('a: "C:\\Users"\n', 1, 9, "a", "không phải một mã ký tự -> viết \\\\ thay cho \\"),
    (
        "a: b\nx: Số 12: về\n",
        2,
        9,
        "x",
        "dấu hai chấm thứ hai trong một dòng -> đặt cả giá trị trong dấu nháy",
    ),
    ("a:\n  b: 1\n   c: 2\n", 3, 5, "c", "không nối được với dòng trên -> thụt các trường cùng cấp"),
    ("a:\n  b:1\n  c: 2\n", 3, 4, "c", "không nối được với dòng trên"),
    ("a: [b, c\nd: e\n", 1, 4, "a", "dấu ngoặc mở ở đây mà không đóng"),
    ("a: {b: c\nd: e\n", 1, 4, "a", "dấu ngoặc mở ở đây mà không đóng"),
    ("a:\n  b: 1\n  ông C\n  d: 2\n", 3, 3, "", "thiếu dấu hai chấm sau tên trường"),
    ("a: @b\n", 1, 4, "a", "giá trị không được bắt đầu bằng dấu này -> đặt cả giá trị trong dấu nháy"),
    ("a: , b\n", 1, 4, "a", "giá trị không được bắt đầu bằng dấu này"),
    ("a: - b\n", 1, 4, "a", "dấu gạch đầu dòng không đứng được ở đây"),
    ("a:\n  - b\n  c: d\n", 3, 3, "c", "danh sách bị ngắt"),
    ("a:\n   b: 1\n  c: 2\n", 3, 3, "c", "thụt dòng không khớp các dòng trên"),
    ('a: UBND\nb: "UBND "huyện" A"\n', 2, 11, "b", "còn chữ sau khi giá trị đã kết thúc -> đặt cả giá trị"),
    ("a: & b\n", 1, 5, "a", "không dùng neo"),
    ("a: !x!y z\n", 1, 4, "a", "không dùng thẻ kiểu"),
    ("a: |x\n  b\n", 1, 5, "a", "sau dấu | hoặc > phải xuống dòng"),
    ("a: 1\n... b\n", 2, 5, "", "dòng này không thuộc trường nào"),
    ("a: ? b\n", 1, 4, "a", "không hiểu được chỗ này -> kiểm tra dấu hai chấm"),
]


# The second reads where PyYAML was installed without libyaml; it tells of the same faults in other words.
@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize(("content", "line", "column", "field", "said"), SYNTAX)
def test_syntax(
    content: str, line: int, column: int, field: str, said: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_text, "LOADER", loader)
    (problem,) = yaml_text.parse_yaml(content, yaml_text.YamlText("a.yaml")).problems
    where = f"a.yaml:{line}: {field}: " if field else f"a.yaml:{line}: "
    assert str(problem).startswith(f"{where}sai cú pháp YAML ở cột {column}: ")
    assert said in str(problem)
    assert not re.search(r"found|expect|while|allowed", str(problem))


def test_a_mark_inside_a_text_is_dropped_with_a_warning(tmp_path: Path) -> None:
    """B12: also as it stands in the file, where libyaml would not have it."""
    found = read(tmp_path, "a: b\nx: Nam\ufeff Đàn\n")
    assert (found.value["x"], found.problems) == ("Nam Đàn", [])
    assert str(found.warnings[0]).startswith("data/districts/nam-dan.yaml:2: x: ký tự vô hình")


@pytest.mark.parametrize(
    ("content", "line", "said"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_refused(content: str | bytes, line: int | None, said: list[str], tmp_path: Path) -> None:
    start = time.process_time()
    found = read(tmp_path, content)
    assert time.process_time() - start < 0.5
    assert len(found.problems) == 1
    message = str(found.problems[0])
    place = f":{line}" if line else ""
    assert message.startswith(f"data/districts/nam-dan.yaml{place}: ")
    assert " -> " in message
    for words in said:
        assert words in message
    assert not Path("hacked").exists()


# What YAML libraries make something else of: kept as the text that was typed.
TEXT = [
    *(("B30", word) for word in ("no", "on", "yes", "off", "null", "~", "true", "N")),
    *(("B31", word) for word in ("012", "0901234567", "00123", "0x1F", "0o17")),
    *(("B32", word) for word in ("01/02", "12:30", "1e3", "1.10", "1_000", "2024-02-07", ".5", "1,5")),
    ("B01", "A & B"),
    ("B03", "</w:t></w:r></w:p>"),
    ("B14", "a\u00a0b"),
]


@pytest.mark.parametrize(("number", "word"), TEXT, ids=[f"{row[0]} {row[1]}" for row in TEXT])
def test_kept_as_text(number: str, word: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"x: {word}\n")
    assert (found.value, found.problems, found.warnings) == ({"x": word}, [], [])


def test_blanks_around_a_value_are_cut_and_line_ends_are_one(tmp_path: Path) -> None:
    assert read(tmp_path, 'x: "  a\\r\\nb\\rc  "\n').value == {"x": "a\nb\nc"}


def test_nfd_reads_as_nfc_in_keys_and_values(tmp_path: Path) -> None:
    """B18, B19."""
    assert read(tmp_path, unicodedata.normalize("NFD", "xã: Đô Lương\n")).value == {"xã": "Đô Lương"}


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    """B46."""
    assert read(tmp_path, codecs.BOM_UTF8 + b"x: a\n").value == {"x": "a"}


def test_what_follows_a_sharp_is_warned_of(tmp_path: Path) -> None:
    """B39: nobody sees in the result that “#3” has gone."""
    found = read(tmp_path, "a: b\nx: Tổ dân phố #3\ny: 'Tổ #4'\nz: c  # ghi chú\n")
    assert found.value == {"a": "b", "x": "Tổ dân phố", "y": "Tổ #4", "z": "c"}
    assert [(problem.line, problem.field) for problem in found.warnings] == [(2, "x"), (4, "z")]
    assert "phần sau dấu # bị coi là ghi chú" in str(found.warnings[0])


def test_one_bad_value_does_not_hide_the_next(tmp_path: Path) -> None:
    found = read(tmp_path, 'a: "\\0"\nb: c\nb: d\ne: "\\v"\n')
    assert [(problem.line, problem.field) for problem in found.problems] == [(1, "a"), (3, "b"), (4, "e")]


class Item(Model):
    day: Day
    ten_huyen: str = ""


class Shape(Item):
    items: tuple[Item, ...] = ()


TYPED = [
    ("B33", "day: 2025-13-45\n", 1, ["day: ", "“2025-13-45” là ngày không có thật"]),
    ("B34 leap", "ten_huyen: a\nday: 29/02/2025\n", 2, ["“29/02/2025” là ngày không có thật"]),
    ("B34 april", "day: 31/04/2025\n", 1, ["“31/04/2025” là ngày không có thật"]),
    ("B34 year", "day: 1/2/25\n", 1, ["“1/2/25” không phải ngày", "07/02/2026"]),
    ("B34 words", "day: hôm qua\n", 1, ["không phải ngày"]),
    ("B44 list", "- day: 07/02/2024\n", 1, ["sai kiểu"]),
    ("B47", "day: 07/02/2024\nten_huyn: a\n", 2, ["không biết trường “ten_huyn”", "có phải “ten_huyen”?"]),
    (
        "B47 deep",
        "day: 07/02/2024\nitems:\n  - day: 07/02/2024\n  - dya: 07/02/2024\n    day: 08/02/2024\n",
        4,
        ["items.1.dya", "không biết trường “dya”", "có phải “day”?"],
    ),
    ("missing", "ten_huyen: a\n", None, ["day: thiếu trường “day”", "thêm dòng “day: …”"]),
    ("missing deep", "day: 07/02/2024\nitems:\n  - ten_huyen: b\n", 3, ["items.0.day: thiếu trường “day”"]),
    ("list for text", "day: 07/02/2024\nten_huyen: [a]\n", 2, ["ten_huyen: sai kiểu"]),
    ("empty", "day: ''\n", 1, ["day: "]),
]


@pytest.mark.parametrize(
    ("content", "line", "said"), [row[1:] for row in TYPED], ids=[row[0] for row in TYPED]
)
def test_typed(content: str, line: int | None, said: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
    collector = Collector(tmp_path)
    assert collector.read(tmp_path / "a.yaml", Shape) is None
    (problem,) = collector.problems
    assert str(problem).startswith(f"a.yaml:{line}: " if line else "a.yaml:")
    assert " -> " in str(problem)
    for words in said:
        assert words in str(problem)


@pytest.mark.parametrize("written", ["07/02/2024", "7/2/2024", "07-02-2024", "2024-02-07"])
def test_dates_are_read_as_they_are_written_here(written: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"day: {written}\n", encoding="utf-8")
    shape = Collector(tmp_path).read(tmp_path / "a.yaml", Shape)
    assert shape is not None
    assert shape.day.isoformat() == "2024-02-07"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    collector = Collector(tmp_path)
    assert collector.read(tmp_path / "b.yaml", Shape) is None
    assert str(collector.problems[0]).startswith("b.yaml: không đọc được tệp")
