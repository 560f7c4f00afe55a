"""Templates that an earlier run tried out are not tried again by workers, unless anything changed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kh_docs import cache
from kh_docs.errors import TemplateError
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.render.said import unsaid

from .conftest import PLAN, Desk, Statuses

KIND = ("phieu-kiem-tra",)
MARK = "=== opening"


@pytest.fixture(autouse=True)
def _cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    cache._folder.cache_clear()
    yield
    cache._folder.cache_clear()


@pytest.fixture
def trials(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents this process put together ahead, by run."""
    counts: list[int] = []
    prepare = Workshop.prepare

    def counted(workshop: Workshop, orders: Iterable[Order]) -> None:
        counts.append(len(listed := list(orders)))
        prepare(workshop, listed)

    monkeypatch.setattr(Workshop, "prepare", counted)
    return counts


def wording(desk: Desk) -> Path:
    return desk.workspace.templates / "wording" / PLAN / "phieu-kiem-tra.j2"


def put(desk: Desk, words: str) -> int:
    """Put a line of words behind the mark of the first part; its number."""
    text = wording(desk).read_text(encoding="utf-8")
    wording(desk).write_text(text.replace(f"{MARK}\n", f"{MARK}\n{words}\n", 1), encoding="utf-8")
    return text.split("\n").index(MARK) + 2


def run(desk: Desk, out: str, **more: object) -> dict[str, bytes]:
    desk.out = desk.out.with_name(out)
    desk.order("nam-dan", "vinh", kinds=KIND, **{"jobs": 2, **more})
    return desk.files()


def test_what_was_tried_out_is_made_the_same_at_once(desk: Desk, trials: list[int]) -> None:
    first = run(desk, "one")
    assert len(first) == 4
    assert run(desk, "two") == first
    assert trials == [2]
    # One process puts all together anyway, and learns nothing for those with workers.
    assert run(desk, "three", jobs=1) == first
    assert trials == [2, 2]


def test_one_process_alone_leaves_the_trial_to_the_next(desk: Desk, trials: list[int]) -> None:
    assert run(desk, "one", jobs=1) == run(desk, "two")
    assert trials == [2, 2]


def test_another_kind_is_tried_out_and_then_both_are_known(desk: Desk, trials: list[int]) -> None:
    run(desk, "one")
    both = (*KIND, "ke-hoach")
    for out in ("two", "three"):
        desk.out = desk.out.with_name(out)
        desk.order("nam-dan", kinds=both, jobs=2)
    assert trials == [2, 2]


def test_a_fault_that_came_into_the_wording_stops_before_anything_is_written(
    desk: Desk, trials: list[int]
) -> None:
    run(desk, "one")
    line = put(desk, "{{ khong_co }}")
    with pytest.raises(TemplateError, match=rf"phieu-kiem-tra\.j2:{line}: "):
        run(desk, "two")
    assert desk.files() == {}
    assert trials == [2, 2]


def test_a_layout_that_was_broken_since_leaves_not_even_a_folder(desk: Desk, trials: list[int]) -> None:
    run(desk, "one")
    (desk.workspace.templates / "layout" / "phieu-kiem-tra.docx").write_bytes(b"khong phai docx")
    with pytest.raises(TemplateError, match=r"phieu-kiem-tra\.docx"):
        run(desk, "two")
    assert not desk.out.exists()
    assert trials == [2]


def test_what_is_told_of_the_wording_is_told_by_every_run(desk: Desk, statuses: Statuses) -> None:
    line = put(desk, "Một\u00ad đoạn mới.")
    for out in ("one", "two"):
        desk.out = desk.out.with_name(out)
        result = desk.order("nam-dan", "vinh", kinds=KIND, jobs=2)
        assert statuses(result) == ["written"] * 2
        assert any(f"phieu-kiem-tra.j2:{line}: " in note for note in result.notes), out


def test_without_a_cache_all_is_tried_out_every_time(
    desk: Desk, trials: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    cache._folder.cache_clear()
    assert run(desk, "one") == run(desk, "two")
    assert trials == [2, 2]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_layout_was_seen_to_print_whole_is_not_looked_for_again(
    desk: Desk, jobs: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where it is other bytes it is: the same words in another file are another layout."""
    looked = tmp_path / "looked"

    def noted(*given: Any) -> object:
        with looked.open("a") as file:
            file.write("once\n")
        return unsaid(*given)

    monkeypatch.setattr("kh_docs.render.filling.unsaid", noted)
    first = run(desk, "one", jobs=jobs)
    assert looked.read_text() == "once\n"
    assert run(desk, "two", jobs=jobs) == first
    assert looked.read_text() == "once\n"
    layout = desk.workspace.templates / "layout" / "phieu-kiem-tra.docx"
    with zipfile.ZipFile(layout, "a") as archive:
        archive.writestr("customXml/other.xml", "<a/>")
    run(desk, "three", jobs=jobs)
    assert looked.read_text() == "once\nonce\n"
