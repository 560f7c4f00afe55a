"""A name is found behind every type and abbreviation of data/units/types.yaml, and behind nothing else."""

from __future__ import annotations

import unicodedata

import pytest

from kh_docs.facts.spellings import Asked
from kh_docs.model.book import Book


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nam Đàn", "nam-dan"),
        ("huyện Nam Đàn", "nam-dan"),
        ("HUYEN NAM DAN", "nam-dan"),
        ("H. Nam Đàn", "nam-dan"),
        ("h.Nam Đàn", "nam-dan"),
        (unicodedata.normalize("NFD", "Thị xã Thái Hoà"), "thai-hoa"),
        ("thi xa thai hoa", "thai-hoa"),
        ("TX. Thái Hòa", "thai-hoa"),
        ("T.X. Thái Hòa", "thai-hoa"),
        ("thành phố Vinh", "vinh"),
        ("TP.Vinh", "vinh"),
        ("tp vinh", "vinh"),
        ("tỉnh Nghệ An", "nghe-an"),
        ("Tĩnh Gia", "tinh-gia"),
        ("xã Xá Lượng", "xa-luong"),
        ("Xá Lượng", "xa-luong"),
        ("phường Quán Bàu", "quan-bau"),
        ("thị trấn Kim Sơn", "kim-son"),
        ("Thanh Phong", "thanh-phong"),
        ("huyện", "huyen"),
    ],
)
def test_the_name_without_its_type(text: str, expected: str, book: Book) -> None:
    assert expected in Asked.of(text, book.types.values()).names


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("H. Nam Đàn", ["huyện"]),
        ("TX Thái Hòa", ["thị xã"]),
        ("X. Kim Liên", ["xã"]),
        ("P.Vinh Phú", ["phường"]),
        ("ĐK Hòn Mê", ["đặc khu"]),
        ("UBND xã Kim Liên", ["xã"]),
        # A word with marks is the type itself or none: these names begin like “xã” and “tỉnh”.
        ("Xá Lượng", []),
        ("Tĩnh Gia", []),
        ("Thanh Phong", []),
        ("Xuân Lâm", []),
        ("huyện", []),
    ],
)
def test_the_types_that_are_said(text: str, types: list[str], book: Book) -> None:
    assert [kind for kind, _name in Asked.of(text, book.types.values()).types] == types
