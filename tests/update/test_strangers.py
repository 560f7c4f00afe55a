"""New data come into documents that were put together from others, or these stay as they are, with why."""

from __future__ import annotations

import pytest

from kh_docs.update import merge
from kh_docs.update.refusing import Unfit

from .conftest import Document
from .exact import exact
from .reviewer import accepted, lines, rejected
from .strangers import put_together
from .test_properties import CASES, DATE, new_data


@pytest.mark.parametrize(("plan", "unit", "kind", "seed"), CASES)
def test_nothing_of_hers_is_lost_and_nothing_comes_twice(
    document: Document, plan: str, unit: str, kind: str, seed: int
) -> None:
    base = document(plan, unit, kind)
    stranger = put_together(base, seed)
    stranger.saves_as_word_does()
    mine, theirs = stranger.saved(), new_data(base, seed)
    assert merge(base, mine, base, DATE).content is mine
    try:
        merged = merge(base, mine, theirs, DATE)
    except Unfit as refused:
        # Rows whose cells were joined are the only thing of all this that is refused.
        assert "cột" in str(refused)  # noqa: PT017
        return
    assert exact(rejected(merged.content)) == exact(mine)
    both = accepted(merged.content)
    hers, said = "\n".join(lines(mine)), "\n".join(lines(both))
    assert [word for word in stranger.written if word in hers and word not in said] == []
    for chosen in (both, rejected(merged.content)):
        assert merge(merged.base, chosen, theirs, DATE).content is chosen
