"""Names of bodies as offices write them, wrong and right."""

from __future__ import annotations

import pytest

from .test_habits_by_rule import with_body
from .test_real_habits import musts


@pytest.mark.parametrize(
    "name",
    [
        "phòng tài chính - kế hoạch huyện",
        "sở giáo dục và đào tạo",
        "Tỉnh Ủy",
        "Đảng Uỷ xã",
        "viện kiểm sát nhân dân tỉnh",
        "tòa án nhân dân tỉnh",
        "Bộ Văn hóa, Thể Thao và Du lịch",
        "Bảo hiểm xã Hội tỉnh",
        "Thanh tra Tỉnh",
        "Hội Liên hiệp phụ nữ tỉnh",
        "Đoàn thanh niên",
        "Đoàn Thanh niên cộng sản Hồ Chí Minh",
        "Khoa dược",
        "Phòng điều dưỡng",
        "Phòng vật tư - thiết bị y tế",
        "Trường trung học cơ sở Kim Liên",
        "Công ty Cổ Phần Sơn Hải",
        "Công ty Trách Nhiệm Hữu Hạn Sơn Hải",
        "văn phòng UBND tỉnh",
        "Trung tâm hành chính công",
        "Ban tiếp công dân",
        "Đài phát thanh và truyền hình",
        "Ngân hàng chính sách xã hội",
        "Liên minh hợp tác xã tỉnh",
        "Hạt Kiểm Lâm",
        "Đội quản lý thị trường",
        "Phòng công nghệ thông tin",
        "thủ tướng Chính phủ",
        "Thủ tướng chính phủ",
    ],
)
def test_wrong(name: str) -> None:
    assert musts(with_body(("text", f"Các đơn vị gửi kết quả cho {name} để tổng hợp."))) == {"ND30-CAP-ORG"}


@pytest.mark.parametrize(
    "words",
    [
        # Places called so.
        "UBND xã Trung Tâm",
        "Công an phường Trung Tâm",
        "UBND huyện Hội Đồng",
        "Phòng Tài chính - Kế hoạch huyện",
        "Sở Giáo dục và Đào tạo",
        "Tỉnh ủy và Đảng ủy xã",
        "Viện kiểm sát nhân dân, Tòa án nhân dân tỉnh",
        "các tòa án nhân dân và các viện kiểm sát nhân dân",
        "Bảo hiểm xã hội tỉnh",
        "người nộp bảo hiểm xã hội",
        "Đoàn Thanh niên và đội thanh niên tình nguyện",
        "Khoa Dược, Khoa Nội tổng hợp",
        "Khoa ngoại ngữ và khoa học",
        "Phòng chống thiên tai và phòng họp",
        "Chánh Văn phòng UBND tỉnh",
        "văn phòng của đơn vị và văn phòng phẩm",
        "Trung tâm Phục vụ hành chính công",
        "trung tâm hành chính của tỉnh",
        "chủ trương của chính phủ điện tử",
        "công ty cổ phần và công ty trách nhiệm hữu hạn",
        "Trường Trung học cơ sở Kim Liên",
        "trường trung học cơ sở",
        "lĩnh vực giáo dục và đào tạo",
        "Tỉnh Ủy ban nhân dân",
        "Liên minh Hợp tác xã và các hợp tác xã",
        "đài truyền thanh cơ sở",
    ],
)
def test_right(words: str) -> None:
    assert musts(with_body(("text", f"Các đơn vị gửi kết quả cho {words} để tổng hợp."))) == set()


@pytest.mark.parametrize(
    "words",
    [
        "nghị quyết 18-NQ/TW",
        "bộ luật Hình sự",
        "Bộ Luật Dân sự",
        "hiến pháp năm 2013",
        "pháp lệnh Ưu đãi người có công",
        "nội dung của luật đất đai năm 2024",
        "Luật Ban hành Văn bản quy phạm pháp luật",
    ],
)
def test_names_of_acts(words: str) -> None:
    assert musts(with_body(("text", f"Các đơn vị thực hiện {words} để tổng hợp."))) >= {"ND30-CAP-DOC"}


@pytest.mark.parametrize(
    "words",
    [
        "Nghị quyết số 18-NQ/TW",
        "Bộ luật Hình sự",
        "Hiến pháp năm 2013",
        "quy định của luật, nghị quyết của hội nghị",
        "các bộ luật và pháp lệnh về đất",
        "kế hoạch 5 năm và kế hoạch 2024",
    ],
)
def test_right_names_of_acts(words: str) -> None:
    found = musts(with_body(("text", f"Các đơn vị thực hiện {words} để tổng hợp.")))
    assert found - {"ND30-CITE-FIRST"} == set()


@pytest.mark.parametrize(
    ("after", "rules"),
    [
        (" đề nghị báo cáo giá", set()),
        (" yêu cầu rà soát hồ sơ", set()),
        (" cho phép đổi tên Hội", set()),
        (" gia hạn thời gian nộp", set()),
        ("", {"ND30-CITE-FIRST"}),
    ],
)
def test_what_a_cited_act_is_about(after: str, rules: set[str]) -> None:
    act = (
        f"Thực hiện Công văn số 12/UBND-VX ngày 05 tháng 3 năm 2024 của UBND tỉnh{after}, các đơn vị báo cáo."
    )
    assert musts(with_body(("text", act))) == rules
