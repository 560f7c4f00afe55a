"""Names of places and bodies, broken as they were planted in real files, and kept."""

from __future__ import annotations

import pytest

from .test_habits_by_rule import with_body
from .test_real_habits import musts


@pytest.mark.parametrize(
    "name",
    [
        "ở ba tỉnh Lâm Đồng, Đắk Nông, Bình thuận",
        "tỉnh Bình thuận",
        "tỉnh bình thuận",
        "tỉnh bình Thuận",
        "UBND tỉnh Quảng ninh",
        "thành phố Hà nội",
        "trong nước Việt nam",
        "huyện Nam đàn",
        "xã Kim liên, huyện Nam Đàn",
        "phường Hưng dũng",
        "thị trấn Thanh chương",
    ],
)
def test_a_name_of_a_place_has_every_syllable_capital(name: str) -> None:
    assert musts(with_body(("text", f"Các đơn vị gửi kết quả đến {name} để tổng hợp."))) == {"ND30-CAP-PLACE"}


@pytest.mark.parametrize(
    "words",
    [
        "tỉnh Bình Thuận, tỉnh Hòa Bình",
        # What follows a name of one syllable; no name at all.
        "xã Lạt tổ chức hội nghị",
        "UBND tỉnh Quyết định thành lập",
        "xã An toàn khu",
        "tỉnh Tại buổi làm việc",
        "huyện Đồng chí bí thư",
        "huyện Nông thôn mới nâng cao",
        # Words of every day.
        "ý thức giữ gìn hòa bình và hải dương học",
        "giữ gìn tỉnh hòa bình",
    ],
)
def test_what_is_no_name_of_a_place(words: str) -> None:
    assert "ND30-CAP-PLACE" not in musts(with_body(("text", f"Các đơn vị gửi kết quả đến {words} theo dõi.")))


@pytest.mark.parametrize(
    "name",
    [
        "phòng Cải cách hành chính",
        "phòng Vật tư - thiết bị y tế",
        "phòng Hậu Cần – Kỹ Thuật",
        "Phòng Hậu Cần-Kỹ Thuật",
        "khoa Điều khiển",
        "khoa Cấp cứu",
        "hội Truyền thống Trường Sơn",
        "hội đồng Thi đua",
        "đội Quản lý thị trường",
        "trạm Khuyến nông",
        "tổ Công nghệ số",
        "quỹ Vì người nghèo",
        "liên đoàn Cầu lông tỉnh",
        "các sở, vụ Tổ chức cán bộ",
        "Vụ tổ chức cán bộ",
        "ban Thường vụ Đảng ủy",
        "Bộ chính trị",
        "Bộ công an",
        "cấp trên để trình bộ Tài chính",
        "Công an tỉnh (qua Phòng tham mưu)",
        "Mặt trận Tổ Quốc Việt Nam tỉnh",
        "trung tâm Phục vụ hành chính công",
        "lãnh đạo công an tỉnh",
        "Văn phòng chính phủ",
    ],
)
def test_the_word_for_a_type_of_body_is_capital_before_its_name(name: str) -> None:
    assert musts(with_body(("text", f"Các đơn vị gửi kết quả cho {name} để tổng hợp."))) == {"ND30-CAP-ORG"}


@pytest.mark.parametrize(
    "words",
    [
        "Trưởng phòng Tổ chức cán bộ",
        "Văn phòng Chính phủ",
        "Bộ Quốc phòng và Bộ đội Biên phòng",
        "Bệnh viện Đa khoa tỉnh",
        "sách giáo khoa Ngữ văn",
        "Đại hội Thể dục thể thao",
        "Lễ hội Cầu ngư",
        "Ngày hội Văn hóa các dân tộc",
        "Ngày hội Đại đoàn kết toàn dân",
        "mạng xã hội Việt nhân",
        "ông ở phòng Họp số 1",
        "các phòng Giáo dục và Đào tạo",
        "khoa Nguyễn Văn A",
        "quân đội Nhân dân",
        "liên phòng Chính trị và Công tác sinh viên",
        "nhiệm vụ Đào tạo",
        "cán bộ Công an, nội bộ Công an tỉnh",
        "Phòng tham mưu UBND huyện",
        "một trung tâm Anh ngữ lớn",
        "các trung tâm Giáo dục thường xuyên",
        "lực lượng công an tỉnh",
        "Trung tâm Dịch vụ Khoa học và Công nghệ",
        "dịch vụ Khoa học và công nghệ",
        "Phó Trưởng ban Thường trực",
        "Trưởng ban Tuyên giáo",
        "Ủy ban Thường vụ Quốc hội",
    ],
)
def test_what_only_ends_like_a_type_of_body(words: str) -> None:
    assert "ND30-CAP-ORG" not in musts(
        with_body(("text", f"Các đơn vị gửi kết quả cho {words} để tổng hợp."))
    )


@pytest.mark.parametrize(
    ("law", "broken"), [("Luật Đấu Thầu", True), ("Luật Đất Đai", True), ("Luật Đất đai", False)]
)
def test_the_name_of_a_law(law: str, broken: bool) -> None:
    document = with_body(("text", f"Các đơn vị thực hiện đúng {law} và các văn bản hướng dẫn thi hành."))
    assert ("ND30-CAP-DOC" in musts(document)) is broken


@pytest.mark.parametrize(
    ("person", "broken"),
    [
        ("bà Trần thị Hoa", True),
        ("Đồng chí: Nguyễn văn An", True),
        ("ông Nguyễn Văn An", False),
        ("ông Lê là Giám đốc", False),
    ],
)
def test_a_person_in_the_text(person: str, broken: bool) -> None:
    document = with_body(("text", f"Các đơn vị gửi kết quả cho {person} để tổng hợp, báo cáo."))
    assert ("ND30-CAP-PERSON" in musts(document)) is broken


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("UBND quận 3 và các đơn vị", True),
        ("Công an phường 5 tại địa bàn", True),
        ("mỗi xã, phường 5 đồng chí", False),
    ],
)
def test_a_unit_with_a_number(words: str, broken: bool) -> None:
    document = with_body(("text", f"Đề nghị {words} thực hiện đúng thời gian quy định."))
    assert ("ND30-CAP-PLACE-NUM" in musts(document)) is broken
