"""Lists and numbers are written as each language writes them."""

import pytest

from kh_docs.i18n import either, number, set_language


@pytest.mark.parametrize(
    ("language", "names", "written"),
    [
        ("vi", ["xã Kim Liên"], "xã Kim Liên"),
        ("vi", ["Vinh", "Kỳ Sơn"], "Vinh hoặc Kỳ Sơn"),
        ("vi", ["Vinh", "Kỳ Sơn", "Cửa Lò"], "Vinh, Kỳ Sơn hoặc Cửa Lò"),
        ("en", ["Vinh", "Kỳ Sơn", "Cửa Lò"], "Vinh, Kỳ Sơn, or Cửa Lò"),
    ],
)
def test_choices(language: str, names: list[str], written: str) -> None:
    set_language(language)
    assert either(names) == written


@pytest.mark.parametrize(
    ("language", "count", "written"),
    [("vi", 0, "0"), ("vi", 999, "999"), ("vi", 1240, "1.240"), ("en", 1240, "1,240")],
)
def test_numbers(language: str, count: int, written: str) -> None:
    set_language(language)
    assert number(count) == written
