"""All signs of a text are found at once, and so misspellings as if each was looked for alone."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kh_docs.check.lexicon import SPELLINGS
from kh_docs.check.rules import capitals
from kh_docs.check.sought import Sought

SIGNS = st.lists(st.lists(st.text("abc.", min_size=1, max_size=4), max_size=3), max_size=6)


@given(SIGNS, st.text("abc.d", max_size=30))
def test_each_sign_is_found_wherever_it_stands(signs: list[list[str]], text: str) -> None:
    places = {
        number: [at for at in range(len(text)) if any(text.startswith(sign, at) for sign in letters)]
        for number, letters in enumerate(signs)
    }
    assert Sought(signs).places(text) == {number: found for number, found in places.items() if found}


# What patterns are made of, so that by chance some of them are found.
WORDS = sorted(
    {word for each in SPELLINGS for word in re.findall(r"\w+", re.sub(r"\\\\\w", " ", each.pattern))}
)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(["của", "các", "tỉnh", "Tỉnh", "Huyện", "Yên", "1", "II", "-", "104/KH-UBND"]),
        # As it is wrong, if what stands around it is taken for its own.
        st.sampled_from([re.sub(r"\(\?<?[=!]", "(?:", each.pattern) for each in SPELLINGS]).flatmap(
            st.from_regex
        ),
    ),
    max_size=8,
).map(" ".join)


@given(TEXTS)
def test_nothing_misspelt_is_passed_over(text: str) -> None:
    found = [
        (spelling.rule, match.expand(spelling.right))
        for spelling in SPELLINGS
        for match in re.finditer(spelling.pattern, text)
        if not (spelling.rule == "ND30-CAP-ORG" and capitals._NAMED_SO.search(text[: match.start()]))
    ]
    assert [(each.rule, each.right) for each in capitals._misspelt(text)] == found
