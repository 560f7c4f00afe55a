"""A sign stands in all that its pattern finds, so that to ask for it first loses nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_docs.check.lexicon import SPELLINGS
from kh_docs.check.signs import signs_of


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("thủ đô Hà Nội", ("thủ đô Hà Nội",)),
        (r"\bHội (Đồng|đồng) dân", ("Hội ",)),
        (r"(?:(?<= của )|(?<=[Tt]heo ))bộ (?=Y tế\b)", ("bộ ",)),
        ("(?<=[a-z,0-9)] )(?<!\\b[a-z]\\) )Tỉnh (?=[A-Z])", ("Tỉnh ",)),
        ("số:? ?\\d+[/-]", ("số",)),
        ("[^]a]x{0,3}yz+", ("yz",)),
        ("ab|cd", ("",)),
        ("(ab|cd)", ("ab", "cd")),
        (r"\b(?:Bộ|Sở) (?:y tế|nội (vụ|chính))\b", ("y tế", "nội ")),
        ("(Bộ|Sở(?: Y)?|Bộ)", ("Bộ", "Sở")),
        ("(Công Ty|)", ("",)),
        ("(Công Ty)?a", ("a",)),
        ("(?=Công Ty|Sở Y)a", ("a",)),
        (r"(a[)|]\)|bc) ", (" ",)),
        ("a?b*c{2}", ("",)),
        ("a\\.bc", ("bc",)),
        ("ab+?cd", ("ab",)),
    ],
)
def test_the_longest_letters_of_which_some_must_stand(pattern: str, signs: tuple[str, ...]) -> None:
    assert signs_of(pattern) == signs


PIECES = st.lists(
    st.sampled_from(
        ["ab", "c", "(d|ef)", "(ghi|jkl(m|n)?)", "(?:opq|)", "(?:rst|u)+", "(?:g(h|i)?)", "[jk)]", "[^]x]",
         "l?", "m*", "n+", "o{0,2}", "p{1,2}?", r"\d", r"\.", ".", "(?=q)q", "(?!r)s", r"(t\))", "u*+", "v??"]
    ),
    min_size=1,
    max_size=6,
).map("".join)  # fmt: skip


@given(st.data())
def test_it_stands_in_all_that_is_found(data: st.DataObject) -> None:
    pattern = data.draw(PIECES)
    text = data.draw(st.from_regex(pattern.replace("*+", "*").replace("(?!r)", ""), fullmatch=False))
    if found := re.search(pattern, text, re.ASCII):
        assert any(sign in found[0] for sign in signs_of(pattern))


def test_all_spellings_have_some() -> None:
    assert all(len(sign) >= 2 for spelling in SPELLINGS for sign in spelling.signs)
