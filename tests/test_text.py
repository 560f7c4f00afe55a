"""Text from people: what is cleaned, what is refused and with which words, what a name is taken to mean."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_docs.text import (
    INVISIBLE,
    MAX_CHARACTERS,
    TextRefused,
    _refused,
    _unusual,
    clean,
    nearest,
    safe_name,
    slug,
)

DECOMPOSED = unicodedata.normalize("NFD", "Thái Hòa")


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("A & B", "A & B"),
        ("a < b, a<b> c", "a < b, a<b> c"),
        ("</w:t></w:r></w:p> ]]>", "</w:t></w:r></w:p> ]]>"),
        ("&lt; &#11;", "&lt; &#11;"),
        ("{{ 7*7 }} {% include 'x' %}", "{{ 7*7 }} {% include 'x' %}"),
        ("Müller, Søren, 30°C", "Müller, Søren, 30°C"),
        ("một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn"),
        ("a\tb\u00a0c", "a\tb\u00a0c"),
        ("\u00a0 hai đầu \n", "hai đầu"),
        (DECOMPOSED, "Thái Hòa"),
        ("\ufeffNam\u200b Đàn", "Nam Đàn"),
        ("😀", "😀"),
        ("a" * MAX_CHARACTERS, "a" * MAX_CHARACTERS),
        ("a\n" * 999 + "a", "a\n" * 999 + "a"),
    ],
)
def test_clean_keeps(value: str, printed: str) -> None:
    assert clean(value) == printed


CONTROL = "ký tự không hợp lệ {code} ở vị trí 5 -> {fix}"
RETYPE = "xóa ký tự này rồi gõ lại chỗ đó"
PIECE = "ký tự bị cắt đôi khi sao chép, hãy gõ lại chỗ đó"
SOFT = "xóa ngắt dòng mềm, xuống dòng bằng phím Enter"
TCVN3 = "có thể là phông TCVN3, hãy chuyển sang Unicode"
SYMBOLS = "có thể là phông ký hiệu (Symbol, Wingdings), hãy gõ bằng chữ Unicode"


@pytest.mark.parametrize(
    ("character", "code", "fix"),
    [
        ("\x00", "U+0000", RETYPE),
        ("\x07", "U+0007", RETYPE),
        ("\x08", "U+0008", RETYPE),
        ("\x0b", "U+000B", SOFT),
        ("\x0c", "U+000C", RETYPE),
        ("\x0e", "U+000E", RETYPE),
        ("\x1f", "U+001F", RETYPE),
        ("\x7f", "U+007F", RETYPE),
        ("\x80", "U+0080", TCVN3),
        ("\x85", "U+0085", TCVN3),
        ("\x9f", "U+009F", TCVN3),
        ("\u2028", "U+2028", SOFT),
        ("\u2029", "U+2029", SOFT),
        ("\ud800", "U+D800", PIECE),
        ("\udfff", "U+DFFF", PIECE),
        ("\ufdd0", "U+FDD0", RETYPE),
        ("\ufffd", "U+FFFD", "chữ đã hỏng từ nơi sao chép, hãy gõ lại chỗ đó"),
        ("\ufffe", "U+FFFE", RETYPE),
        ("\uffff", "U+FFFF", RETYPE),
        ("\U0010ffff", "U+10FFFF", RETYPE),
        ("\ue000", "U+E000", SYMBOLS),
        ("\U000f0000", "U+F0000", SYMBOLS),
    ],
)
def test_clean_refuses_what_cannot_print(character: str, code: str, fix: str) -> None:
    with pytest.raises(TextRefused) as refused:
        clean(f"abcd{character}e")
    assert str(refused.value) == CONTROL.format(code=code, fix=fix)


@pytest.mark.parametrize("character", "\u061c\u200e\u200f\u202a\u202e\u2066\u2069")
def test_clean_refuses_what_turns_text_round(character: str) -> None:
    with pytest.raises(TextRefused, match=f"^ký tự đảo chiều chữ U\\+{ord(character):04X} ở vị trí 2 -> "):
        clean(f"a{character}")


@pytest.mark.parametrize("reserved", ["{_{", "}_}", "{_%", "%_}", "{_\u200b{"])
def test_clean_refuses_what_docxtpl_would_take_for_its_own(reserved: str) -> None:
    with pytest.raises(TextRefused, match=r"^chuỗi dành riêng “.*” ở vị trí 3 -> "):
        clean(f"x {reserved}")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("a" * (MAX_CHARACTERS + 1), "dài 100001 ký tự, quá 100000"),
        ("a" * 10_000_000, "dài 10000000 ký tự, quá 100000"),
        ("a\n" * 49_999 + "a", "dài 50000 dòng, quá 1000"),
    ],
)
def test_clean_refuses_what_is_too_long(value: str, message: str) -> None:
    with pytest.raises(TextRefused) as refused:
        clean(value)
    assert refused.value.message == message


def test_a_refusal_says_where() -> None:
    with pytest.raises(ValueError, match=r"^units\.yaml:3: name: ký tự .* -> xóa"):
        clean("\x00", "units.yaml:3: name")


@given(st.text())
def test_clean_returns_the_exact_text_or_refuses(value: str) -> None:
    try:
        printed = clean(value)
    except TextRefused:
        return
    plain = INVISIBLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    assert printed == unicodedata.normalize("NFC", plain).strip()
    assert not any(unicodedata.category(letter) in ("Cs", "Co") for letter in printed)
    assert not any(unicodedata.category(letter) == "Cc" and letter not in "\t\n" for letter in printed)
    assert unicodedata.is_normalized("NFC", printed)
    assert clean(printed) == printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nam Đàn", "nam-dan"),
        ("NAM ĐÀN", "nam-dan"),
        ("Thái Hoà", "thai-hoa"),
        ("Thái Hòa", "thai-hoa"),
        (DECOMPOSED, "thai-hoa"),
        ("Ðô Lương", "do-luong"),
        ("  Quỳ   Hợp ", "quy-hop"),
        ("nam_dan", "nam-dan"),
        ("104/KH-UBND 2024", "104-kh-ubnd-2024"),
        ("…", ""),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nam Dàn", ["Nam Đàn"]),
        ("huyện Nam Đan", ["Nam Đàn"]),
        ("namdan", ["Nam Đàn"]),
        ("Quỳ", ["Quỳ Hợp", "Quỳ Châu"]),
        ("xyz", []),
    ],
)
def test_nearest(name: str, expected: list[str]) -> None:
    assert nearest(name, ["Vinh", "Nam Đàn", "Quỳ Hợp", "Quỳ Châu"]) == expected


def test_nearest_gives_three_at_most() -> None:
    assert len(nearest("ten_huyen", [f"ten_huyen{number}" for number in range(9)])) == 3


def test_nearest_is_sure_where_only_the_marks_differ() -> None:
    assert nearest("kim lien", ["Nam Lĩnh", "Kim Liên", "Kim Liêng"]) == ["Kim Liên"]


def test_nearest_gives_no_more_than_asked() -> None:
    assert nearest("ten_huyn", ["ten_xa", "ten_huyen", "ten_tinh", "ten"], n=1) == ["ten_huyen"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("đẹp?", "tên “đẹp?” không dùng được làm tên tệp -> "),
        ("a\nb", "tên “a\\nb” không dùng được làm tên tệp -> "),
        ("a" * 201, "tên tệp dài 201 byte, quá 200 -> "),
    ],
)
def test_safe_name_shows_what_it_refuses(name: str, said: str) -> None:
    with pytest.raises(TextRefused) as refused:
        safe_name(name, "ở.đây")
    assert str(refused.value).startswith(f"ở.đây: {said}")


@pytest.mark.parametrize(
    "name", ["nam-dan", "ke-hoach-nam-dan-2024.docx", "Thái Hòa", "console", "com10", "a" * 200]
)
def test_safe_name_lets_pass(name: str) -> None:
    assert safe_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../x", "a/b", "a\\b", "C:x", "/etc",
        "CON", "con", "nul.docx", "COM¹", "LPT9.a.b", "aux .txt", "CONIN$",
        "x.", "x ", " x", "~$x", ".x", "a\x00b", "a\nb", "\ud800", "a\u202eb",
        "a|b", "a*b", "a?b", 'a"b', "a<b", "a>b",
    ],
)  # fmt: skip
def test_safe_name_refuses(name: str) -> None:
    with pytest.raises(TextRefused, match="không dùng được làm tên tệp -> đặt tên"):
        safe_name(name)


def test_safe_name_refuses_what_is_too_long() -> None:
    with pytest.raises(TextRefused, match="tên tệp dài 201 byte, quá 200 -> đặt tên ngắn hơn"):
        safe_name("a" * 201)


def test_safe_name_is_composed() -> None:
    assert safe_name(DECOMPOSED) == "Thái Hòa"


def test_no_letter_that_is_refused_or_dropped_passes_for_usual() -> None:
    """Nearly all text is only asked whether there is anything unusual in it."""
    every = "".join(map(chr, (*range(0x1FFFF), *range(0x10FFF0, sys.maxunicode + 1))))
    found = {match[0] for match in _refused().finditer(every)} | set(INVISIBLE.findall(every))
    usual = set(every) - set(_unusual().findall(every))
    assert found.isdisjoint(usual)
    assert {"a", "ệ", "Đ", "…", "“", " ", "\n"} <= usual
