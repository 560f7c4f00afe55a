"""Jobs that come back from workers that died are done in their order, whichever worker died first."""

from __future__ import annotations

import pytest

from kh_docs.pipeline.waiting import Waiting


@pytest.mark.parametrize("first", [0, 1])
def test_jobs_that_come_back_stand_in_their_order(first: int) -> None:
    waiting = Waiting("abcdefgh")
    held = [waiting.take(3), waiting.take(3)]
    # The first job of each is lost with its worker.
    for hand in (held[first], held[1 - first]):
        waiting.put_back(hand[1:])
    assert [at for at, _job in waiting.take(9)] == [1, 2, 4, 5, 6, 7]


def kind(job: str) -> str:
    return job[0]


def test_a_worker_does_the_kinds_it_began_and_then_those_of_nobody() -> None:
    waiting = Waiting(f"{kind}{unit}" for unit in range(6) for kind in "abc")
    assert [job for _at, job in waiting.take_alike(2, 12, 0, kind)] == ["a0", "a1"]
    assert [job for _at, job in waiting.take_alike(2, 12, 1, kind)] == ["b0", "b1"]
    # Not beyond the end: what is made in between waits for the first ones to be taken.
    assert [job for _at, job in waiting.take_alike(9, 12, 0, kind)] == ["a2", "a3"]
    assert [job for _at, job in waiting.take_alike(9, 12, 0, kind)] == ["c0", "c1", "c2", "c3"]
    assert [job for _at, job in waiting.take_alike(9, 12, 1, kind)] == ["b2", "b3"]
    assert waiting.take_alike(9, 12, 1, kind) == []
    assert [job for _at, job in waiting.take_alike(9, 18, 0, kind)] == ["a4", "a5"]


def test_a_worker_without_a_kind_of_its_own_helps_the_one_with_the_most() -> None:
    waiting = Waiting(["a0", "b0", "a1", *(f"b{unit}" for unit in range(1, 10))])
    waiting.take_alike(1, 12, 0, kind)
    waiting.take_alike(1, 12, 1, kind)
    assert [job for _at, job in waiting.take_alike(1, 12, 2, kind)] == ["b1"]
    assert [job for _at, job in waiting.take_alike(1, 12, 1, kind)] == ["b2"]
    # What it has learnt it does to the end; its owner does what is its own first.
    assert [job for _at, job in waiting.take_alike(6, 12, 2, kind)] == ["b3", "b4", "b5", "b6", "b7", "b8"]
    assert [job for _at, job in waiting.take_alike(9, 12, 2, kind)] == ["b9"]
    assert waiting.take_alike(9, 12, 2, kind) == []
    assert [job for _at, job in waiting.take_alike(9, 12, 0, kind)] == ["a1"]


def test_for_a_few_no_worker_begins_a_kind_that_another_does() -> None:
    waiting = Waiting(["a0", "b0", *(f"a{unit}" for unit in range(1, 8))])
    waiting.take_alike(1, 9, 0, kind)
    waiting.take_alike(1, 9, 1, kind)
    assert waiting.take_alike(9, 9, 1, kind) == []
    assert waiting.count == 7
    assert [job for _at, job in waiting.take_alike(9, 9, 0, kind)] == [f"a{unit}" for unit in range(1, 8)]


def test_what_comes_back_from_a_dead_worker_is_done_and_what_has_no_kind_is_not() -> None:
    waiting = Waiting(["a0", "b0", "a1", "b1"])
    held = waiting.take_alike(2, 4, 0, kind)
    waiting.put_back(held[1:])
    assert waiting.take_alike(9, 4, 0, lambda job: kind(job) if kind(job) == "a" else None) == [(2, "a1")]
    assert waiting.first() == (1, "b0")
    assert waiting.count == 2


def test_nothing_is_looked_at_before_it_is_time() -> None:
    coming = iter(["a0", "b0", "a1", "b1"])
    waiting = Waiting(coming)
    assert waiting.take_alike(9, 2, 0, kind) == [(0, "a0")]
    assert list(coming) == ["a1", "b1"]
