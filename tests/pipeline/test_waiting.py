"""Jobs that come back from workers that died are done in their order, whichever worker died first."""

from __future__ import annotations

import pytest

from kh_docs.pipeline.pool import _Waiting


@pytest.mark.parametrize("first", [0, 1])
def test_jobs_that_come_back_stand_in_their_order(first: int) -> None:
    waiting = _Waiting("abcdefgh")
    held = [waiting.take(3), waiting.take(3)]
    # The first job of each is lost with its worker.
    for hand in (held[first], held[1 - first]):
        waiting.put_back(hand[1:])
    assert [at for at, _job in waiting.take(9)] == [1, 2, 4, 5, 6, 7]
