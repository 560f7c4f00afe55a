"""A deadline that lies before the reference date is reported, never ordered (issue 2; wording.md 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from .nd30_text import text_findings
from .produce import document

# The usual day, and days after each of the plan's deadlines of the year.
DAYS = [
    date(2024, 2, 23),
    date(2024, 4, 10),
    date(2024, 5, 20),
    date(2024, 7, 5),
    date(2024, 10, 10),
    date(2024, 11, 20),
]
# Every branch of the wording: named units, towns, border, coast, mountain, neither.
UNITS = ["vinh", "cua-lo", "thai-hoa", "hoang-mai", "nam-dan", "ky-son", "nghi-loc"]

BEFORE_DAY = re.compile(r"[Tt]rước ngày ((?:\d{1,2}/\d{1,2}/2024[^\d]{0,3})+)")
BEFORE_MONTH = re.compile(r"[Tt]rước tháng (\d{1,2})(?: năm |/)2024")
QUARTER = re.compile(r"(?:[Qq]uý (?:IV|I{1,3})(?:,| và|;) )*[Qq]uý (IV|I{1,3})(?: năm |/)2024")
ON_DAY = re.compile(r"^[Nn]gày (\d{1,2})/(\d{1,2})/2024$")
DAY = re.compile(r"(\d{1,2})/(\d{1,2})/2024")
QUARTER_END = {"I": (3, 31), "II": (6, 30), "III": (9, 30), "IV": (12, 31)}


def last_days(text: str) -> Iterator[tuple[str, date]]:
    """Every deadline in `text`, with its last day counted by hand."""
    for match in BEFORE_DAY.finditer(text):
        for day, month in DAY.findall(match[1]):
            yield match[0], date(2024, int(month), int(day)) - timedelta(days=1)
    for match in BEFORE_MONTH.finditer(text):
        yield match[0], date(2024, int(match[1]), 1) - timedelta(days=1)
    for match in QUARTER.finditer(text):
        yield match[0], date(2024, *QUARTER_END[match[1]])
    for match in ON_DAY.finditer(text):
        yield match[0], date(2024, int(match[2]), int(match[1]))


def ordered(text: str) -> str:
    """`text` without what it quotes or puts in brackets: there a day gone by is a matter of record."""
    text = re.sub("“[^”]*”", "", text)
    while "(" in text and (shorter := re.sub(r"\([^()]*\)", "", text)) != text:
        text = shorter
    return text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gửi trước ngày 15/5/2024, xong", [date(2024, 5, 14)]),
        ("Trước ngày 20/11/2024, 30/11/2024", [date(2024, 11, 19), date(2024, 11, 29)]),
        ("trước tháng 10 năm 2024", [date(2024, 9, 30)]),
        ("trong Quý I/2024", [date(2024, 3, 31)]),
        ("Quý II, Quý III năm 2024", [date(2024, 9, 30)]),
        ("Ngày 19/8/2024", [date(2024, 8, 19)]),
        ("Kế hoạch ngày 07 tháng 02 năm 2024; Quý này", []),
    ],
)
def test_deadlines_are_found(text: str, found: list[date]) -> None:
    assert [day for _words, day in last_days(text)] == found


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_day_gone_by_is_ordered_in_the_body(day: date) -> None:
    wrong = set()
    for unit in UNITS:
        for paragraph in document(unit, "ke-hoach", day).body:
            for words, last in last_days(ordered(paragraph.plain)):
                if last < day:
                    wrong.add(f"{words}: {paragraph.plain[:140]}")
    assert sorted(wrong) == []


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_day_gone_by_is_a_target_s_deadline(day: date) -> None:
    """Phụ lục I."""
    wrong = set()
    for unit in UNITS:
        for cells in document(unit, "ke-hoach", day).tables[2].entries:
            for words, last in last_days(ordered(cells[7])):
                if last < day:
                    wrong.add(f"{words}: {cells[1][:70]}")
    assert sorted(wrong) == []


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_day_gone_by_is_a_task_s_deadline(day: date) -> None:
    """Phụ lục II: “Thời hạn đã qua: …” stands where the day has passed, and nowhere else."""
    wrong = set()
    for unit in UNITS:
        for cells in document(unit, "ke-hoach", day).tables[3].entries:
            task, due = cells[1], cells[4]
            if due.startswith("Thời hạn đã qua"):
                named = [last for _words, last in last_days(due.removeprefix("Thời hạn đã qua:"))]
                if named and min(named) >= day:
                    wrong.add(f"not yet: {due}: {task[:60]}")
                continue
            for words, last in last_days(ordered(f"{due}\n{task}")):
                if last < day:
                    wrong.add(f"{words}: {task[:90]} | {due}")
    assert sorted(wrong) == []


def test_a_task_reported_reads_otherwise_than_one_ordered() -> None:
    """Where a task's day has passed its sentence is another one: what was done, what is still open."""
    early, late = (document("nam-dan", "ke-hoach", day).tables[3].entries for day in (DAYS[0], DAYS[-1]))
    assert len(early) == len(late)
    changed = [(old[1], new) for old, new in zip(early, late, strict=True) if old[4] != new[4]]
    assert len(changed) >= 11
    assert [new for old, new in changed if old == new[1]] == []
    reported = r"Báo cáo|Tổng hợp|Gửi|Khắc phục|Theo dõi"
    assert [new[1] for _old, new in changed if not re.match(reported, new[1])] == []


@pytest.mark.parametrize("day", DAYS[1:], ids=str)
def test_a_plan_of_any_day_is_well_written(day: date) -> None:
    """The sentences that stand only where a day has passed keep the decree's words, too."""
    wrong = set()
    for unit in UNITS:
        made = document(unit, "ke-hoach", day)
        wrong |= set(text_findings(made))
        for text in {paragraph.plain for paragraph in made.paragraphs}:
            wrong |= {f"brackets in brackets: {found}" for found in re.findall(r"\([^()]*\([^()]*\)", text)}
            wrong |= {f"capital: {text[:90]}" for _found in re.findall(r"; (Trước|Trong) ", text)}
    assert sorted(wrong) == []


# An event gone by -> words that would still order it.
EVENTS = {
    date(2024, 10, 10): r"([Cc]họn|lựa chọn) 01 khu dân cư[^.;]*làm điểm",
    date(2024, 11, 20): r"([Cc]hủ trì hướng dẫn tổ chức|^Tổ chức) “Ngày hội Đại đoàn kết",
}


@pytest.mark.parametrize(("day", "words"), EVENTS.items(), ids=map(str, EVENTS))
def test_a_festival_that_is_over_is_not_ordered(day: date, words: str) -> None:
    wrong = set()
    for unit in UNITS:
        for paragraph in document(unit, "ke-hoach", day).paragraphs:
            if paragraph.cell is None or paragraph.section == 2:
                wrong |= {paragraph.plain[:150] for _match in re.finditer(words, paragraph.plain)}
    assert sorted(wrong) == []


@pytest.mark.parametrize(
    ("day", "name"), [(date(2024, 2, 23), "Bảo vệ dân phố"), (date(2024, 7, 5), "Tổ bảo vệ ANTT")]
)
def test_the_forces_bear_the_name_of_the_day(day: date, name: str) -> None:
    """G16: Bảo vệ dân phố and Công an xã bán chuyên trách became Tổ bảo vệ ANTT on 01/7/2024."""
    body = " ".join(paragraph.plain for paragraph in document("nam-dan", "ke-hoach", day).body)
    sentence = next(words for words in body.split(".") if "kịp thời động viên" in words)
    assert name in sentence
    if day > date(2024, 7, 1):
        assert "Bảo vệ dân phố" not in body
        assert "bán chuyên trách" not in body
