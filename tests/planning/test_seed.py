"""All that the seed's text holds is found in it, in every form of file, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.planning import answers
from tests.planning.plans import SEED, as_numbered_word, as_page, as_word, parts_of

from kh_docs.facts.calendar import resolve
from kh_docs.planning.draft import Draft, draft_of
from kh_docs.planning.stored import units_at

DATA = Path(__file__).parents[2] / "data"
FORMS: dict[str, Callable[[str], bytes]] = {
    "text": str.encode,
    "page": as_page,
    "word": as_word,
    "numbered word": as_numbered_word,
}


@pytest.fixture(scope="module", params=FORMS)
def draft(request: pytest.FixtureRequest) -> Draft:
    text = FORMS[request.param](SEED.read_text(encoding="utf-8"))
    return draft_of(parts_of(text), units_at(DATA, date(2024, 2, 7)))


def test_the_head(draft: Draft) -> None:
    head = draft.head
    assert (head.number, head.symbol, head.issued_on, head.year) == ("104", "KH-UBND", date(2024, 2, 7), 2024)
    assert head.issuer == "Ủy ban nhân dân tỉnh Nghệ An"
    assert head.title == (
        "Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc trên địa bàn tỉnh Nghệ An năm 2024"
    )
    assert head.signer == "Lê Hồng Vinh"


def test_deadlines(draft: Draft) -> None:
    found = [(each.clause, each.literal, resolve(each.rule).last_day) for each in draft.deadlines]
    assert found == answers.DEADLINES


def test_legal_bases(draft: Draft) -> None:
    found = [
        (each.kind, each.number, each.issued_on, each.issuer, next(iter(each.clauses), ""))
        for each in draft.bases
    ]
    assert found == answers.BASES
    laws = [each.subject for each in draft.bases if not each.number]
    assert laws == ["lực lượng tham gia bảo vệ ANTT ở cơ sở", "Ngân sách Nhà nước"]
    assert {each.number: each.cited_with for each in draft.bases if each.cited_with} == {"11-NQ/TU": "L06"}


def test_figures(draft: Draft) -> None:
    eachs = {"01 khu dân cư", "01 mô hình"}
    found = [
        (
            each.clause,
            each.words[: len(words)],
            each.value,
            each.measure,
            each.at_least,
            words in eachs and each.scope == "unit",
            " ".join(each.applies.units or ()),
        )
        for each, (_clause, words, *_rest) in zip(draft.targets, answers.FIGURES, strict=True)
    ]
    assert found == answers.FIGURES
    assert [each.per_unit for each in draft.targets if each.per_unit] == [{"vinh": "05", "hoang-mai": "02"}]


def test_the_words_of_a_figure_go_on_to_what_it_counts(draft: Draft) -> None:
    words = {each.value + each.measure: each.words for each in draft.targets}
    assert words["07Công an phường"] == (
        "07 Công an phường đạt “Điển hình, kiểu mẫu về ANTT và văn minh đô thị”"
    )
    assert words["50%"] == "ít nhất 50% đơn vị cấp xã điển hình về phong trào toàn dân bảo vệ ANTQ"
    assert words["15%"] == "ít nhất 15% đơn vị cấp xã"
    assert words["01doanh nghiệp"] == "01 doanh nghiệp"


def test_a_total_of_the_province_is_nobodys_own(draft: Draft) -> None:
    scopes = {
        scope: [each.value for each in draft.targets if each.scope == scope]
        for scope in ("shared", "province")
    }
    # Xã and huyện free of drugs, Công an phường kept and new, units kept, schools, xã still difficult.
    assert scopes["shared"] == ["105", "06", "16", "07", "48", "42", "04", "04"]
    # One xã and two models that Công an tỉnh chooses, what bodies of the province have to do.
    assert scopes["province"] == ["01", "08", "02"]


def test_a_deadline_binds_those_whom_its_sentence_names(draft: Draft) -> None:
    named = {
        (each.clause, each.literal): each.applies.units for each in draft.deadlines if each.applies.units
    }
    assert named == {
        ("II.5.a.2", "trong năm 2024"): ("vinh", "hoang-mai"),
        ("II.5.b.2", "vào năm 2025"): ("nam-dan",),
        ("II.5.c.2", "năm 2024"): ("hoang-mai",),
    }
    who = {(each.clause, each.literal): each.who for each in draft.deadlines}
    assert who["II.5.a.2", "trong năm 2024"] == "UBND thành phố Vinh, thị xã Hoàng Mai"
    assert who["II.6.a.1", "trong Quý II/2024"] == "Công an tỉnh"
    assert who["III.1", "trước ngày 25/02/2024"] == "UBND các huyện, thành, thị"


def test_questions(draft: Draft) -> None:
    assert [(each.clause, each.literal) for each in draft.questions] == answers.QUESTIONS


def test_every_value_is_a_piece_of_its_clause(draft: Draft) -> None:
    texts = {clause.id: clause.text for clause in draft.clauses}
    for deadline in draft.deadlines:
        assert deadline.literal in texts[deadline.clause]
        assert deadline.text in texts[deadline.clause]
        assert not deadline.who or any(deadline.who in text for text in texts.values())
    for target in draft.targets:
        assert target.words in texts[target.clause]
        assert target.value in target.words
    for basis in draft.bases[:-1]:
        assert basis.number in texts[basis.clauses[0]]
        assert basis.issuer in texts[basis.clauses[0]]
        assert basis.subject in texts[basis.clauses[0]]
    for question in draft.questions:
        assert question.literal in texts[question.clause]


def test_everything_is_a_proposal(draft: Draft) -> None:
    states = {each.state for values in (draft.deadlines, draft.bases, draft.targets) for each in values}
    assert states == {"đề xuất"}
