"""Numbers spelt out."""

from __future__ import annotations

import pytest

from kh_docs.facts.spelt_words import spelt_out


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Hai", 2), ("mười", 10), ("mười hai", 12), ("mười lăm", 15), ("hai mươi", 20), ("hai mươi mốt", 21),
        ("ba mươi tư", 34), ("một trăm linh năm", 105), ("một trăm hai mươi", 120), ("không", 0),
        ("một nghìn hai trăm", 1200), ("ba trăm năm mươi triệu", 350_000_000),
        ("một tỷ hai trăm linh năm triệu năm trăm nghìn", 1_205_500_000),
    ],
)  # fmt: skip
def test_numbers(text: str, number: int) -> None:
    assert spelt_out(text) == number


@pytest.mark.parametrize("text", ["", "trong đó hai xã", "hai ba", "trăm", "nghìn", "năm 2024", "mới"])
def test_what_is_none(text: str) -> None:
    assert spelt_out(text) is None
