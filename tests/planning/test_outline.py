"""The clauses of a plan's text: their ids, what continues them, and that printed they are the text again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.planning.plans import (
    SEED,
    as_numbered_word,
    as_page,
    as_restarted_word,
    as_word,
    body,
    clauses_of,
    parts_of,
)

from kh_docs.planning.outline import printed, read_outline
from kh_docs.planning.source import text_lines

_SEED_IDS = """
opening I I.1 I.2 I.3 II II.1 II.1.a II.1.b II.1.c II.1.d II.2 II.2.a II.2.b II.2.c II.3 II.3.a
II.3.b II.3.c II.4 II.4.a II.4.b II.4.c II.5 II.5.a II.5.a.1 II.5.a.2 II.5.b II.5.b.1 II.5.b.2
II.5.c II.5.c.1 II.5.c.2 II.5.d II.6 II.6.a II.6.a.1 II.6.a.2 II.6.a.3 II.6.a.4 II.6.b II.6.c II.7
II.7.a II.7.b II.7.c II.8 II.8.a II.8.b II.8.c III III.1 III.2 III.end
"""
SEED_IDS = _SEED_IDS.split()


def ids(*lines: str) -> list[str]:
    return [clause.id for clause in body(*lines)]


@pytest.mark.parametrize("form", ["text", "page", "word", "numbered word"])
def test_the_seed_in_every_form(form: str) -> None:
    text = SEED.read_text(encoding="utf-8")
    forms: dict[str, Callable[[str], bytes]] = {
        "text": str.encode,
        "page": as_page,
        "word": as_word,
        "numbered word": as_numbered_word,
    }
    clauses = clauses_of(forms[form](text), "ke-hoach." + form)
    assert [clause.id for clause in clauses] == SEED_IDS
    assert [clause.text for clause in clauses] == [clause.text for clause in clauses_of(text)]


def test_the_lines_of_the_seed() -> None:
    lines = {clause.id: clause.line for clause in clauses_of(SEED.read_text(encoding="utf-8"))}
    assert (lines["opening"], lines["II.5.b.2"], lines["III.end"]) == (13, 42, 66)


def test_the_seed_printed_is_the_seed() -> None:
    text = SEED.read_text(encoding="utf-8").splitlines()
    assert printed(clauses_of("\n".join(text))) == text[12:66]


def test_titles_give_no_order() -> None:
    titles = {clause.id for clause in clauses_of(SEED.read_text(encoding="utf-8")) if clause.heading}
    assert titles == set("I II II.1 II.2 II.3 II.4 II.5 II.5.a II.5.b II.5.c II.6 II.7 II.8 III".split())  # noqa: SIM905


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["I. A", "1. B", "đ) C"], ["I", "I.1", "I.1.đ"]),
        (
            ["I. A", "1. B", "a) C", "- D", "- E", "b) F", "- G"],
            ["I", "I.1", "I.1.a", "I.1.a.1", "I.1.a.2", "I.1.b", "I.1.b.1"],
        ),
        # “2.1.” makes room for itself: dashes are then told apart by a hyphen everywhere.
        (["I. A", "2. B", "2.1. C", "- D", "2.2. E"], ["I", "I.2", "I.2.1", "I.2.1-1", "I.2.2"]),
        (["I. A", "1. B", "- C", "2. D", "2.1. E"], ["I", "I.1", "I.1-1", "I.2", "I.2.1"]),
        (["I. A", "1. B", "1.1. C", "a) D", "1.2. E"], ["I", "I.1", "I.1.1", "I.1.1.a", "I.1.2"]),
        # Dashes and numbers under one part would get the same ids.
        (["I. A", "- B", "1. C"], ["I", "I-1", "I.1"]),
        (["1. A", "- B", "2. C"], ["1", "1.1", "2"]),
        (["Mở đầu", "thứ hai", "I. A", "1. B"], ["opening", "I", "I.1"]),
        (["I. A", "1. B.", "Đoạn cuối./."], ["I", "I.1", "I.end"]),
        # A bare title has no text of its own: the last paragraph is its text.
        (["I. A", "1. Sở Y tế", "Chủ trì./."], ["I", "I.1"]),
        (["I/ A", "1) B", "a/ C", "– D", "• E"], ["I", "I.1", "I.1.a", "I.1.a.1", "I.1.a.2"]),
        (["A. Một", "I. Hai", "1. Ba", "B. Bốn", "I. Năm"], ["A", "A.I", "A.I.1", "B", "B.I"]),
    ],
)  # fmt: skip
def test_ids(lines: list[str], expected: list[str]) -> None:
    assert ids(*lines) == expected


def test_what_continues_a_clause() -> None:
    read = body(
        "I. A", "1. B:", "+ một;", "+ hai.", "Tiếp theo.", "TT | Việc | Thời gian", "1 | Họp | Quý I", "2. C."
    )
    assert {clause.id: clause.text for clause in read} == {
        "I": "A",
        "I.1": "B:\n+ một;\n+ hai.\nTiếp theo.\nTT | Việc | Thời gian\n1 | Họp | Quý I",
        "I.2": "C.",
    }


@pytest.mark.parametrize(
    "line",
    ["15/5 là hạn", "2024. Số liệu", "1.5 triệu đồng", "12.500 hộ", "IV/2026 hoàn thành", "3,5 ha rừng"],
)
def test_a_number_at_the_start_of_a_line_is_no_clause(line: str) -> None:
    assert ids("I. A", "1. B", line, "2. C") == ["I", "I.1", "I.2"]


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [
        (["I. A", "1. B", "3. C"], 6, "đánh số “3.” đứng sau “1.”"),
        (["I. A", "1. B", "a) C", "c) D"], 7, "đánh số “c)” đứng sau “a)”"),
        (["I. A", "III. B"], 5, "đánh số “III.” đứng sau “I.”"),
        (["I. A", "2. B"], 5, "đánh số bắt đầu từ “2.”"),
        (["I. A", "1. B", "2.1. C"], 6, "số “2.1.” không nối tiếp mục phía trên"),
    ],
)
def test_broken_numbers_are_asked_about(lines: list[str], line: int, message: str) -> None:
    text = "\n".join(("KẾ HOẠCH", "Phòng dịch", "____", *lines))
    questions = read_outline(parts_of(text).body).questions
    assert [(question.line, question.message) for question in questions] == [(line, message)]


def test_d_may_be_followed_by_e_or_dd() -> None:
    for letters in ("a b c d đ e", "a b c d e f"):
        text = "\n".join(
            ("KẾ HOẠCH", "Phòng dịch", "____", "I. A", "1. B", *(f"{each}) C" for each in letters.split()))
        )
        assert not read_outline(parts_of(text).body).questions


def test_two_clauses_of_one_number_are_both_kept() -> None:
    assert ids("I. A", "1. B", "1. C") == ["I", "I.1", "I.1_2"]


WORDS = st.text(alphabet="abc đêươ,;.:“”()%/-+|0123456789", min_size=1, max_size=30).map(
    lambda text: "Việc " + " ".join(text.split())
)
MARKS = st.sampled_from(["I.", "II.", "1.", "2.", "2.1.", "a)", "đ)", "-", "+", ""])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(MARKS, WORDS), min_size=1, max_size=25))
def test_clauses_printed_are_the_lines_again(lines: list[tuple[str, str]]) -> None:
    text = [" ".join(f"{mark} {words}".split()) for mark, words in lines]
    assert printed(read_outline(text_lines("\n".join(text))).clauses) == text


def test_lists_of_word_that_begin_anew() -> None:
    made = as_restarted_word(
        ("KẾ HOẠCH", None, 90), ("Phòng dịch năm 2026", None, 90), ("_____", None, 90),
        ("NỘI DUNG", 0, 90), ("Tuyên truyền.", 1, 90), ("Giám sát.", 1, 90),
        ("II. TỔ CHỨC THỰC HIỆN", None, 90), ("Sở Y tế:", 1, 91), ("UBND các xã:", 1, 91),
        ("III. KINH PHÍ", None, 90), ("Ngân sách.", 1, 95), ("Xã hội hóa.", 1, 95),
    )  # fmt: skip
    found = [(clause.id, clause.mark, clause.text) for clause in clauses_of(made, "a.docx")]
    assert found == [
        ("I", "I.", "NỘI DUNG"), ("I.1", "1.", "Tuyên truyền."), ("I.2", "2.", "Giám sát."),
        ("II", "II.", "TỔ CHỨC THỰC HIỆN"), ("II.1", "1.", "Sở Y tế:"), ("II.2", "2.", "UBND các xã:"),
        ("III", "III.", "KINH PHÍ"), ("III.a", "a)", "Ngân sách."), ("III.b", "b)", "Xã hội hóa."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "title", "name"),
    [
        ("PHẦN THỨ HAI", "KẾ HOẠCH NĂM 2025", "PHAN2"),
        ("Phần II. Kế hoạch năm 2025", "", "PHANII"),
        ("Phần B: Kế hoạch năm 2025", "", "PHANB"),
        ("PHẦN 2", "KẾ HOẠCH NĂM 2025", "PHAN2"),
    ],
)
def test_a_part_above_all_begins_the_numbers_anew(head: str, title: str, name: str) -> None:
    first = {"PHAN2": "PHẦN THỨ NHẤT", "PHANII": "Phần I. Kết quả", "PHANB": "Phần A: Kết quả"}[name]
    outline = read_outline(
        text_lines(
            "\n".join([first, "I. ĐẠT ĐƯỢC", "1. Việc một.", head, title, "I. MỤC TIÊU", "1. Việc hai."])
        )
    )
    assert [clause.id for clause in outline.clauses][3:] == [name, f"{name}.I", f"{name}.I.1"]
    assert outline.clauses[3].text.casefold().endswith("kế hoạch năm 2025")
    assert outline.questions == ()


def test_a_part_without_a_title_loses_nothing() -> None:
    clauses = body("PHẦN THỨ NHẤT", "I. ĐẠT ĐƯỢC", "1. Việc một.")
    assert (clauses[0].id, clauses[0].text) == ("PHAN1", "PHẦN THỨ NHẤT")
    assert printed(clauses)[0] == "PHẦN THỨ NHẤT"


@pytest.mark.parametrize(
    "text", ["Phần 2 của Kế hoạch nêu rõ nhiệm vụ.", "Phần lớn các xã đã làm.", "Phần thứ phụ"]
)
def test_a_sentence_that_begins_with_the_word_is_no_part(text: str) -> None:
    assert [clause.id for clause in body("I. MỤC TIÊU", "1. Việc một.", text)] == ["I", "I.1", "I.end"]
