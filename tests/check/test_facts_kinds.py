"""`check --facts`: kinds of statements that other words could be taken for."""

from __future__ import annotations

import io

import pytest
from docx import Document

from kh_docs.model.book import Book
from kh_docs.model.head import Head

from .test_facts import facts, written, wrong


def contradicted(text: str, book: Book, unit: str = "nam-dan") -> list[str]:
    return [
        literal for _what, literal, *_rest in wrong(facts(written("BÁO CÁO", text, "Đoạn sau."), book, unit))
    ]


@pytest.mark.parametrize(
    "text",
    [
        # Another name of the same body; a body that leads something else.
        "CA tỉnh chủ trì, phối hợp Sở GD&ĐT xây dựng điểm mô hình giáo dục pháp luật tại 04 cấp học.",
        "Sở Tài chính chủ trì hội nghị giao ban khối doanh nghiệp.",
        # What goes through another office is no report for the plan.
        "Đề nghị cấp kinh phí trang phục gửi qua Phòng Hậu cần, Công an tỉnh.",
        "Trường THPT Kim Liên ra mắt mô hình với 1.200 học sinh.",
        # Numbers above nineteen are read whole.
        "Ba mươi sáu xã của tỉnh bạn đến học tập kinh nghiệm.",
        "Có một trăm mười hai xã tham gia diễn đàn toàn quốc.",
        # Days that are none.
        "Ra mắt mô hình trước tháng 13/2024.",
        "Gửi kế hoạch về UBND tỉnh trước ngày 05/3/0000.",
        "Thời gian: tháng 13/2024.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str, book: Book) -> None:
    assert contradicted(text, book) == []


@pytest.mark.parametrize(
    "body", ["Sở Giáo dục và Đào tạo", "Sở Tài chính", "Sở Khoa học và Công nghệ", "Tỉnh đoàn"]
)
def test_any_body_that_leads_another_s_task_is_found(body: str, book: Book) -> None:
    text = (
        f"{body} chủ trì xây dựng điểm mô hình giáo dục, nâng cao ý thức chấp hành pháp luật tại 04 cấp học."
    )
    assert contradicted(text, book) == [body]


def test_the_year_of_what_is_kept_up_is_told_once(book: Book) -> None:
    text = "Giữ vững kết quả 16 Công an phường điển hình, kiểu mẫu về ANTT đã xây dựng năm 2022."
    assert contradicted(text, book, "vinh") == ["năm 2022"]


def test_a_least_with_a_comma_is_an_amount(book: Book) -> None:
    """Data may say 12,5 %: it is compared, not refused."""
    targets = {
        name: each.replace(value="12,5", key="") if each.measure == "%" and each.at_least else each
        for name, each in book.targets.items()
    }
    changed = book.replace(targets=targets)
    assert contradicted("Tuyên truyền đạt 20% dân số.", changed) == []


def test_another_name_than_the_signer_s_of_the_plan_is_found(book: Book) -> None:
    number = f"Kế hoạch số {book.head.number}/{book.head.symbol}"
    for name, found in ((book.head.signer, []), ("Trần Văn Bốn", ["Trần Văn Bốn"])):
        for text in (
            f"{number} ngày 07/02/2024 của UBND tỉnh Nghệ An do đồng chí {name} ký ban hành.",
            f"Đồng chí {name}, Chủ tịch UBND tỉnh ký ban hành {number}.",
        ):
            assert contradicted(text, book) == found
    unit = f"Thực hiện {number}, kế hoạch của huyện do đồng chí Trần Văn Bốn ký ngày 20/02/2024."
    assert contradicted(unit, book) == []
    assert contradicted(f"{number} do đồng chí Trần Văn Bốn ký.", book.replace(head=_unsigned(book))) == []


def _unsigned(book: Book) -> Head:
    """The head of a plan of which nobody knows who signed it."""
    return book.head.replace(signer="")


def test_a_heading_may_stand_before_the_plan_s_own_sentence(book: Book) -> None:
    heading, text = "Thanh tra, giám sát, xử lý vi phạm", "Thành lập 03 đoàn kiểm tra liên ngành tuyến tỉnh"
    clauses = (
        book.clauses[0].replace(id="IV", text=heading),
        book.clauses[0].replace(id="IV.1", text=f"{text};"),
    )
    target = book.targets["T22"].replace(
        clause="IV.1", words=text, value="03", measure="đoàn", at_least=False
    )
    other = book.replace(clauses=(*book.clauses, *clauses), targets={**book.targets, "T99": target})
    assert contradicted(f"{heading} {text};", other) == []
    assert contradicted(f"UBND tỉnh yêu cầu: thanh tra, xử lý vi phạm {text};", other) == []
    assert contradicted(f"Theo kế hoạch của tỉnh, {heading} {text.replace('03', '05')};", other) == [
        "05 đoàn"
    ]


def test_a_deadline_in_the_plan_s_very_words_is_its_own(book: Book) -> None:
    """Whatever the data make of it."""
    number = f"Kế hoạch số {book.head.number}/{book.head.symbol}"
    due = book.deadlines["D08"].replace(literal="trước quý II năm 2024")
    other = book.replace(deadlines={**book.deadlines, "D08": due})
    text = f"Theo {number}, các trường THPT hoàn thành việc ra mắt mô hình trước {{}} năm 2024."
    assert contradicted(text.format("quý II"), other) == []
    assert contradicted(text.format("quý IV"), other) == ["quý IV năm 2024"]
    assert contradicted(f"Theo {number}, xong trong tháng 01/2024.", book) == []


def test_units_that_are_not_there_yet_are_known_by_their_first_day(book: Book) -> None:
    name, day = next((name, day) for name, day in book.coming.items() if day.year > book.head.year)
    text = f"Phối hợp với Công an {name} giữ vùng giáp ranh."
    assert contradicted(text, book) == [name]
    assert contradicted(text, book.replace(coming={name: day.replace(year=book.head.year)})) == []
    assert contradicted(f"Đoàn đi học tập ở {name}, tỉnh Thanh Hóa.", book) == []


def test_what_is_quoted_in_a_table_is_read_with_its_row(book: Book) -> None:
    cells = ["KH 104 yêu cầu", "“có đánh giá, khen thưởng, kỷ luật, khắc phục những tồn tại, hạn chế”"]
    assert of_a_row(cells, book) == ["kỷ luật"]
    assert of_a_row(["Huyện yêu cầu", cells[1]], book) == []
    assert of_a_row([cells[0], cells[1].replace("kỷ luật", "chấn chỉnh")], book) == []


def test_a_school_and_a_period_in_a_table_are_read_with_their_row(book: Book) -> None:
    model = "Mô hình giáo dục, nâng cao ý thức chấp hành pháp luật: trường làm điểm của tỉnh"
    assert of_a_row([model, "THPT Hà Huy Tập"], book) == ["THPT Hà Huy Tập"]
    assert of_a_row([model, "THPT chuyên Phan Bội Châu"], book) == []
    programme = (
        "Nâng cao chất lượng, hiệu quả thực hiện tiêu chí an ninh, trật tự trong xây dựng nông thôn mới"
    )
    assert of_a_row([programme, "giai đoạn 2021 - 2026"], book) == ["giai đoạn 2021 - 2026"]
    assert of_a_row([programme, "giai đoạn 2021 - 2025"], book) == []


def of_a_row(cells: list[str], book: Book) -> list[str]:
    """What contradicts in a table of one row."""
    document = Document()
    table = document.add_table(rows=1, cols=len(cells))
    for cell, text in zip(table.rows[0].cells, cells, strict=True):
        cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return [literal for _what, literal, *_rest in wrong(facts(stream.getvalue(), book, "nam-dan"))]
