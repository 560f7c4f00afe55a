"""A unit that became part of another before the report was due counts once, whatever both of them send."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kh_docs.returns.decided import decisions_in

from .conftest import of

Run = Callable[..., tuple[int, str, str]]
YEAR = "bao-cao-nam"
MEETINGS, HELD, COMMUNES = (
    "so_buoi_tuyen_truyen.ky_nay",
    "luot_nguoi_tuyen_truyen.ky_nay",
    "tong_don_vi_cap_xa.ky_nay",
)
ANSWER = "da_gom_cua_lo.noi_dung"


@pytest.fixture
def both(sent: Callable[..., Path], run: Run, workspace: Path) -> Callable[..., dict[str, Any]]:
    """What collect makes of both reports; the first says `answer` of the second."""

    def collect(answer: str, mine: dict[str, str], theirs: dict[str, str] | None) -> dict[str, Any]:
        for unit, values in (("vinh", mine), ("cua-lo", theirs)):
            if values is not None:
                values = values | ({ANSWER: answer} if answer and unit == "vinh" else {})
                sent(unit, lambda form, told=values: [form.fill(*each) for each in told.items()], kind=YEAR)
        _code, out, _err = run("collect", "in", "--kind", YEAR, "--as-of", "14/12/2024", "--json")
        found: dict[str, Any] = json.loads(out)
        return found

    return collect


MINE, THEIRS = {MEETINGS: "100", HELD: "5.000"}, {MEETINGS: "40", HELD: "900"}


def questions(found: dict[str, Any]) -> list[str]:
    return [each["message"] for each in of(found, "vinh")["questions"] if "Cửa Lò" in each["where"]]


def test_what_is_in_is_not_added_again(both: Callable[..., dict[str, Any]]) -> None:
    found = both("Đã cộng", MINE, THEIRS)
    assert found["totals"][MEETINGS] == {"value": 100, "units": 1, "of": 20}
    assert not questions(found)
    # Its own number of communes the form prints, and so without those of the other.
    assert found["totals"][COMMUNES]["value"] == 25 + 7
    # What its own return says stays readable.
    assert of(found, "cua-lo")["values"][MEETINGS]["value"] == 40


def test_what_is_apart_is_added(both: Callable[..., dict[str, Any]]) -> None:
    found = both("Ghi riêng, chưa cộng vào phụ lục", MINE, THEIRS)
    assert found["totals"][MEETINGS] == {"value": 140, "units": 2, "of": 21}
    assert found["totals"][COMMUNES]["value"] == 25 + 7
    assert not questions(found)


def test_the_form_says_that_it_is_apart_unless_somebody_writes_another_word(
    both: Callable[..., dict[str, Any]],
) -> None:
    found = both("", MINE, THEIRS)
    assert found["totals"][MEETINGS] == {"value": 140, "units": 2, "of": 21}
    assert not questions(found)


@pytest.mark.parametrize("answer", ["…", "Xem phụ lục", "Đã cộng hoặc ghi riêng"])
def test_where_it_does_not_say_it_is_asked_and_counted_once(
    answer: str, both: Callable[..., dict[str, Any]]
) -> None:
    found = both(answer, MINE, THEIRS)
    assert found["totals"][MEETINGS]["value"] == 100
    assert len(questions(found)) == 1


def test_a_figure_that_the_other_lacks_counts(both: Callable[..., dict[str, Any]]) -> None:
    """Nothing of it is lost where the one that took over left a cell blank, or has less than that."""
    found = both("Đã cộng", {MEETINGS: "30"}, THEIRS)
    assert found["totals"][HELD] == {"value": 900, "units": 1, "of": 21}
    assert found["totals"][MEETINGS]["value"] == 70
    assert any("chỉ có 30" in each["message"] for each in of(found, "cua-lo")["conflicts"])


def test_no_letter_goes_to_a_unit_whose_figures_are_in(
    both: Callable[..., dict[str, Any]], workspace: Path
) -> None:
    found = both("Đã cộng", MINE, None)
    assert found["totals"][MEETINGS]["of"] == 20
    assert not any("don-doc-cua-lo" in path for path in found["outputs"])
    found = both("Ghi riêng", MINE, None)
    assert any("don-doc-cua-lo" in path for path in found["outputs"])


def test_the_officer_decides(both: Callable[..., dict[str, Any]], run: Run, workspace: Path) -> None:
    from openpyxl import load_workbook

    (message,) = questions(both("Xem phụ lục", MINE, THEIRS))
    tracker = workspace / f"out/104-kh-ubnd-2024/_tong-hop/{YEAR}/theo-doi-{YEAR}-2024.xlsx"
    for words, value, left in (("ghi riêng", 140, 0), ("chấp nhận", 100, 0), ("chờ", 100, 1)):
        workbook = load_workbook(tracker)
        for row in workbook["Câu hỏi"].iter_rows():
            if row[4].value == message:
                row[5].value = words
        workbook.save(tracker)
        assert decisions_in(tracker.read_bytes(), {"vinh"}, {}).verdicts
        _code, out, _err = run("collect", "in", "--kind", YEAR, "--as-of", "14/12/2024", "--json")
        found = json.loads(out)
        assert found["totals"][MEETINGS]["value"] == value
        assert len(questions(found)) == left


def test_before_that_day_both_count(
    sent: Callable[..., Path], collected: Callable[..., dict[str, Any]]
) -> None:
    for unit, text in (("vinh", "100"), ("cua-lo", "40")):
        sent(unit, lambda form, told=text: form.fill(MEETINGS, told))
    assert collected()["totals"][MEETINGS] == {"value": 140, "units": 2, "of": 21}
