"""Names of bodies of the State and the Party, of schools and hospitals: wrong ones told, right ones not."""

from __future__ import annotations

import pytest

from .test_real_habits import musts
from .test_seen_in_offices import with_body

WRONG = """Sở Công thương|Bộ Công thương|sở y tế tỉnh Nghệ An|sở giáo dục và đào tạo tỉnh Nghệ An|Chính Phủ
Quốc Hội khóa XV|Thủ Tướng Chính phủ|Thanh tra chính phủ|Thanh Tra tỉnh|bảo hiểm xã hội tỉnh Nghệ An
tỉnh ủy Nghệ An|đảng ủy xã Vạn An|Thường trực tỉnh ủy|Ban tổ chức Tỉnh ủy|Ban nội chính Tỉnh ủy
Viện kiểm sát Nhân dân tỉnh|Hội đồng Thi đua - khen thưởng tỉnh|Đoàn Thanh Niên Cộng sản
Hội Cựu Chiến binh xã|Trung tâm Y Tế huyện|Trường Trung học phổ Thông Kim Liên|Bệnh viện nhi tỉnh
Phòng quản lý công nghiệp|Phòng phổ biến, giáo dục pháp luật|Chánh văn phòng UBND tỉnh
Ban Quản lý Khu Kinh tế tỉnh|Ban Quản lý các Khu Công nghiệp|Ban Tiếp Công dân tỉnh"""
RIGHT = """Sở Công Thương|Bộ Công Thương|các sở y tế tỉnh, thành phố|cơ sở y tế tỉnh Nghệ An|công sở|Chính phủ
Quốc hội khóa XV|Thủ tướng Chính phủ|Thanh tra Chính phủ|Thanh tra tỉnh|Bảo hiểm xã hội tỉnh Nghệ An
các tỉnh ủy, thành ủy|bí thư đảng ủy các xã|Thường trực Tỉnh ủy|Ban Nội chính Tỉnh ủy
Viện kiểm sát nhân dân tỉnh|Hội đồng Thi đua - Khen thưởng tỉnh|Đoàn Thanh niên Cộng sản
Hội Cựu chiến binh xã|Trung tâm Y tế huyện|Trường Trung học phổ thông Kim Liên|Bệnh viện Nhi tỉnh
bảo hiểm xã hội tự nguyện|hệ thống công thương nghiệp
Phòng quản lý hồ sơ|Chánh Văn phòng UBND tỉnh|Ban Quản lý Khu kinh tế tỉnh|Ban Tiếp công dân tỉnh"""


def told(name: str) -> set[str]:
    words = f"Các đơn vị phối hợp với {name} trong quá trình thực hiện và tổng hợp kết quả."
    return musts(with_body(("text", words)))


@pytest.mark.parametrize("name", WRONG.replace("\n", "|").split("|"))
def test_a_wrong_capital(name: str) -> None:
    assert told(name) == {"ND30-CAP-ORG"}


@pytest.mark.parametrize("name", RIGHT.replace("\n", "|").split("|"))
def test_a_right_one(name: str) -> None:
    assert told(name) - {"ND30-CAP-PLACE"} == set()
