"""A sign stands in all that its pattern finds, so that to look for it first loses nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_docs import cache
from kh_docs.check.lexicon import SPELLINGS
from kh_docs.check.signs import signs_of, signs_of_each


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("thủ đô Hà Nội", ("thủ đô Hà ",)),
        (r"\bHội (Đồng|đồng) dân", ("Hội Đồng d", "Hội đồng d")),
        (r"(?:(?<= của )|(?<=[Tt]heo ))bộ (?=Y tế\b|Văn hóa)", ("bộ Y tế", "bộ Văn hóa")),
        ("(?<=[a-z,0-9)] )(?<!\\b[a-z]\\) )Tỉnh (?=[A-Z])", ("Tỉnh ",)),
        ("số:? ?\\d+[/-]", ("số",)),
        ("[^]a]x{0,3}yz+", ("yz",)),
        ("ab|cd", ("ab", "cd")),
        ("(ab|cd)", ("ab", "cd")),
        (
            r"\b(?:Bộ|Sở) (?:y tế|nội (vụ|chính))\b",
            ("Bộ y tế", "Bộ nội vụ", "Bộ nội chí", "Sở y tế", "Sở nội vụ", "Sở nội chí"),
        ),
        ("(Bộ|Sở(?: Y)?|Bộ)", ("Bộ", "Sở Y", "Sở")),
        ("(Công Ty|)", ("",)),
        ("(Công Ty)?abcdefghij", ("Công Tyabc", "abcdefghij")),
        ("(?=Công Ty|Sở Y)a", ("a",)),
        ("a(?=Công Ty|Sở Y)", ("aCông Ty", "aSở Y")),
        (r"(a[)|]\)|bc) ", (" ",)),
        ("a?b*c{2}", ("",)),
        ("a\\.bc", ("a.bc",)),
        ("ab+?cd", ("ab",)),
        ("(?i:Công Ty)ab", ("ab",)),
        ("(?P<name>ab)c", ("abc",)),
        ("[NnM]hân", ("Nhân", "nhân", "Mhân")),
        (r"x(?:\d dân|y tế) ", (" dân", "y tế")),
    ],
)
def test_the_most_telling_letters_of_which_some_must_stand(pattern: str, signs: tuple[str, ...]) -> None:
    assert signs_of(pattern).letters == signs


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [("(?<=a )bộ y", True), (r"\b(?:Bộ|Sở) y", True), (r"\dab", False), ("a?bcd", True),
     ("a?bc", False), ("a*bc", False),
     ("ab|cd", False), ("(?=Bộ)ab", True), ("(?:ab){2}cd", False), ("ab{2}cd", False)],
)  # fmt: skip
def test_whether_what_is_found_begins_with_them(pattern: str, begins: bool) -> None:
    assert signs_of(pattern).begins is begins


PIECES = st.lists(
    st.sampled_from(
        ["ab", "c", "(d|ef)", "(ghi|jkl(m|n)?)", "(?:opq|)", "(?:rst|u)+", "(?:g(h|i)?)", "[jk)]", "[^]x]",
         "l?", "m*", "n+", "o{0,2}", "p{1,2}?", r"\d", r"\.", ".", "(?=q)q", "(?!r)s", r"(t\))", "u*+", "v??",
         "(?=q|wx)", "[Aa]", "(?<=c)", "(?:xy|z(?=x))", "(?i:K)"]
    ),
    min_size=1,
    max_size=6,
).map("".join)  # fmt: skip


@given(st.data())
def test_one_stands_in_all_that_is_found(data: st.DataObject) -> None:
    pattern = data.draw(PIECES)
    text = data.draw(st.from_regex(pattern.replace("*+", "*").replace("(?!r)", ""), fullmatch=False))
    signs = signs_of(pattern)
    for found in re.finditer(pattern, text, re.ASCII):
        behind = text[found.start() :]
        assert any(behind.startswith(sign) if signs.begins else sign in behind for sign in signs.letters)


def test_all_spellings_have_some() -> None:
    assert all(len(sign) >= 3 for spelling in SPELLINGS for sign in signs_of(spelling.pattern).letters)


def test_those_of_one_run_are_those_of_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    cache._folder.cache_clear()
    patterns = ["thủ đô Hà Nội", r"\dab", "(ab|cd)"]
    try:
        first, second = signs_of_each(patterns), signs_of_each(patterns)
        assert first == second == [signs_of(each) for each in patterns]
        assert [entry.name.split("-")[0] for entry in (tmp_path / "kh-docs").iterdir()] == ["signs"]
        assert signs_of_each(patterns[:1]) == [signs_of(patterns[0])]
    finally:
        monkeypatch.undo()
        cache._folder.cache_clear()
