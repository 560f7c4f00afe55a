"""A document whose head was forgotten is judged, and told what it lacks; a student's report is not."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from kh_docs.check import check_bytes

HEAD = {"ND30-QH-TEXT", "ND30-NUM-SYNTAX", "ND30-DATE-SYNTAX"}
BODY = (
    "Phòng thông báo để các đơn vị biết, triển khai thực hiện nghiêm túc nội dung nêu trên đúng thời gian. "
)


def written(*lines: str) -> bytes:
    """Lines in capitals stand in the middle."""
    document = Document()
    for line in lines:
        paragraph = document.add_paragraph(line)
        if line.isupper():
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def judged(*lines: str) -> tuple[bool, set[str]]:
    report = check_bytes(written(*lines), "x.docx")
    return report.judged, {each.rule for each in report.findings if each.severity == "must"}


@pytest.mark.parametrize(
    ("lines", "lacks"),
    [
        (
            ("TRƯỜNG ĐẠI HỌC A", "KHOA SƯ PHẠM", "THÔNG BÁO", "Về việc xét tốt nghiệp", BODY),
            {"ND30-NN-LABEL"},
        ),
        (("UBND HUYỆN B", "PHÒNG NỘI VỤ", "TỜ TRÌNH", "Về kinh phí", BODY), set()),
        (("BÁO CÁO", "Kết quả tuần", BODY, "Nơi nhận:", "- Lãnh đạo Phòng;", "- Lưu: VT."), set()),
    ],
)
def test_what_the_head_lacks_is_told(lines: tuple[str, ...], lacks: set[str]) -> None:
    is_judged, rules = judged(*lines)
    assert is_judged
    assert rules >= HEAD | lacks


@pytest.mark.parametrize(
    "lines",
    [
        ("TRƯỜNG ĐẠI HỌC A", "KHOA CÔNG NGHỆ", "BÁO CÁO", "Đồ án tốt nghiệp", BODY),
        ("TRƯỜNG THPT B", "KẾ HOẠCH BÀI DẠY", BODY),
        ("THÔNG BÁO", BODY),
    ],
)
def test_what_no_office_issued_is_not_judged(lines: tuple[str, ...]) -> None:
    assert judged(*lines) == (False, set())


def test_a_form_behind_it_is_a_document_of_its_own() -> None:
    form = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ĐƠN XIN CẤP BẰNG",
        "Kính gửi: Khoa",
    )
    report = check_bytes(
        written("TRƯỜNG ĐẠI HỌC A", "KHOA B", "THÔNG BÁO", "Về đơn", *[BODY] * 9, *form), "x.docx"
    )
    assert any("nhiều văn bản" in note for note in report.notes)
    assert "ND30-QH-TEXT" in {each.rule for each in report.findings}
