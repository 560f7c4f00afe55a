"""`check --facts`: kinds of statements that other words could be taken for."""

from __future__ import annotations

import pytest

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
