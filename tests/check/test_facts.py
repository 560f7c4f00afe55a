"""`check --facts`: what a document states, held against the plan; the figures here stand in the plan."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from docx import Document

from kh_docs.check.engine import take_apart
from kh_docs.check.facts import Fact, facts_of, plan_facts
from kh_docs.cli.main import main
from kh_docs.model.book import Book
from kh_docs.word.comments import comments_of
from kh_docs.word.package import open_package

from .test_rules import TABLES

KINDS = ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra")


def facts(data: bytes, book: Book, unit: str | None, profile: str = "ubnd") -> list[Fact]:
    plan = plan_facts(book, book.units[unit] if unit else None, TABLES)
    return facts_of(take_apart(data, profile), plan)


def wrong(found: list[Fact]) -> list[tuple[str, str, str, str]]:
    return [(f.what, f.literal, f.clause, f.expected) for f in found if f.state == "contradicts"]


def written(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    assert main(["generate", "--all", "--out", str(out)]) == 0
    return out / "104-kh-ubnd-2024"


def test_nothing_contradicts_in_our_own_documents(documents: Path, book: Book) -> None:
    plans = {unit: plan_facts(book, each, TABLES) for unit, each in book.units.items()}
    found = {
        file.name: wrong(facts_of(take_apart(file.read_bytes()), plans[file.parent.name]))
        for file in sorted(documents.glob("*/*.docx"))
    }
    assert len(found) == 84
    assert {name: each for name, each in found.items() if each} == {}


# planted.tsv: what is planted, and what has to be said of it. II.5.b.2 gives Nam Đàn 50%, others 15%; II.1.c
# gives 105 communes to the whole province; L01 is of 22/01/2019; III.1 asks for the plan before 25/02/2024.
PLANTED = {
    fault: (text, tuple(said))
    for fault, text, *said in csv.reader(
        Path(__file__).with_name("planted.tsv").read_text(encoding="utf-8").splitlines()[1:], delimiter="\t"
    )
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fault", PLANTED)
def test_what_is_planted_is_found(kind: str, fault: str, documents: Path, book: Book) -> None:
    text, expected = PLANTED[fault]
    document = Document(str(documents / "nam-dan" / f"{kind}-nam-dan-2024.docx"))
    body = [p for p in document.paragraphs if len(p.text) > 60]
    body[len(body) // 2].insert_paragraph_before(text)
    stream = io.BytesIO()
    document.save(stream)
    assert wrong(facts(stream.getvalue(), book, "nam-dan")) == [expected]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        # Hoàng Mai has 02 Công an phường, Vinh 05; the plan says so of each.
        (
            "Xây dựng 05 Công an phường đạt “Điển hình, kiểu mẫu về ANTT và văn minh đô thị” trong năm 2024.",
            "vinh",
        ),
        ("Xây dựng ít nhất 50% đơn vị cấp xã điển hình về phong trào.", "nam-dan"),
        ("Toàn tỉnh phấn đấu có 105 đơn vị cấp xã sạch về ma túy.", "nam-dan"),
        ("Phấn đấu trong năm 2024 có 105 đơn vị cấp xã sạch về ma túy.", None),
        ("Hoàn thành trước ngày 24/02/2024 để kịp gửi UBND tỉnh.", "nam-dan"),
        ("Thực hiện Chỉ thị số 09-CT/TW, ngày 01/12/2011 của Ban Bí thư.", None),
        ("Sở Nông nghiệp và Phát triển nông thôn phối hợp thực hiện.", None),
        ("Kế hoạch số 999/KH-UBND ngày 01 tháng 3 năm 2024 của UBND huyện.", "nam-dan"),
    ],
)
def test_what_is_right_or_not_the_plans_is_not_called_wrong(text: str, unit: str | None, book: Book) -> None:
    assert wrong(facts(written(text), book, unit)) == []


def test_figures_of_neighbours_are_told_apart(book: Book) -> None:
    text = "Xây dựng 05 Công an phường đạt “Điển hình, kiểu mẫu về ANTT và văn minh đô thị” trong năm 2024."
    assert wrong(facts(written(text), book, "hoang-mai")) == [
        ("figure", "05 Công an phường", "II.5.a.2", "2 Công an phường")
    ]


@pytest.mark.parametrize(
    ("day", "text", "found"),
    [
        # Cửa Lò belongs to Vinh from 01/12/2024 on (NQ 1243/NQ-UBTVQH15).
        ("12 tháng 12", "Phối hợp với UBND thị xã Cửa Lò giữ vùng giáp ranh.", ["thị xã Cửa Lò"]),
        ("12 tháng 12", "Địa bàn thị xã Cửa Lò (cũ) do Công an thành phố phụ trách.", []),
        ("12 tháng 11", "Phối hợp với UBND thị xã Cửa Lò giữ vùng giáp ranh.", []),
    ],
)
def test_a_unit_that_is_no_more_on_the_documents_day(
    day: str, text: str, found: list[str], book: Book
) -> None:
    draft = written("Số: 12/BC-UBND", f"Nghi Lộc, ngày {day} năm 2024", "BÁO CÁO", "Kết quả phối hợp", text)
    assert [(what, literal) for what, literal, *_rest in wrong(facts(draft, book, "nghi-loc"))] == [
        ("body", each) for each in found
    ]


def test_nothing_contradicts_in_the_provinces_own_text(book: Book, province_text: str) -> None:
    found = facts(written(*province_text.splitlines()), book, None)
    assert wrong(found) == []
    matched = {f.literal for f in found if f.state == "matched"}
    assert {"105 đơn vị cấp xã", "44-KL/TW ngày 22/01/2019", "15%", "thành phố Vinh"} <= matched


@pytest.fixture
def province_text(book: Book) -> str:
    """The plan's clauses, word for word."""
    return "\n".join(clause.text for clause in book.clauses)


def test_the_command(documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], book: Book) -> None:
    good = documents / "nam-dan" / "ke-hoach-nam-dan-2024.docx"
    command = ["check", str(good), "--facts", "--plan", "104-kh-ubnd-2024", "--district", "Nam Dan"]
    assert main([*command, "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)["files"]
    assert all(
        list(fact) == ["what", "literal", "where", "state", "clause", "expected"] for fact in result["facts"]
    )
    assert {fact["state"] for fact in result["facts"]} == {"matched", "unknown"}
    bad = tmp_path / "sai.docx"
    document = Document(str(good))
    document.paragraphs[20].insert_paragraph_before(PLANTED["a deadline moved"][0])
    document.save(str(bad))
    command[1] = str(bad)
    assert main(command) == 1
    told = capsys.readouterr().out
    assert "[trái kế hoạch] thời hạn, ngày, đoạn “" in told
    assert "ngày 28/02/2024 -> kế hoạch: trước ngày 25/02/2024 (khoản 1 Mục III)" in told
    assert main([*command, "--comment", "--out", str(tmp_path / "out")]) == 1
    texts = [
        comment.text for comment in comments_of(open_package((tmp_path / "out" / "sai.docx").read_bytes()))
    ]
    assert (
        "Trái với kế hoạch: “ngày 28/02/2024”\nKế hoạch: trước ngày 25/02/2024\n"
        "Kế hoạch ghi tại: khoản 1 Mục III" in texts
    )


def test_a_plan_is_only_asked_for_with_facts(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    assert main(["check", str(tmp_path / "a.docx"), "--district", "Vinh"]) == 2


def test_a_document_numbered_in_a_way_of_its_own_is_known_by_no_number(book: Book) -> None:
    """With a period in its title it once ended the command."""
    basis = book.bases["L03"]
    bases = {**book.bases, "L03": basis.replace(number="15A/KH")}
    other = book.replace(bases=bases)
    text = "Thực hiện Kế hoạch số 15A/KH giai đoạn 2021 - 2025."
    assert wrong(facts(written("BÁO CÁO", text, "Đoạn sau."), other, "nam-dan")) == []
