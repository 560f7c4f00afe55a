"""`check --facts` on drafts in other words than the plan's: what is right stays, what is wrong is found."""

from __future__ import annotations

import pytest

from kh_docs.model.book import Book

from .test_facts import facts, written, wrong

# Nam Đàn: at least 50% of its 19 communes; Hoàng Mai 100%; the others 15% (II.5.b.2). The plan of the unit
# goes to the province before 25/02/2024, its reports before 14/6 and 14/12 (III.1).
RIGHT = [
    ("nam-dan", "Kế hoạch của huyện gửi về Công an tỉnh để tổng hợp trước ngày 25 tháng 02 năm 2024."),
    ("nam-dan", "Ban hành Kế hoạch và gửi UBND tỉnh chậm nhất là ngày 24/02/2024."),
    ("nam-dan", "Gửi Kế hoạch về UBND tỉnh (qua Công an tỉnh) trước ngày 20/02/2024."),
    ("nam-dan", "Báo cáo 6 tháng gửi trước ngày 14/6/2024; báo cáo năm gửi trước ngày 14/12/2024."),
    ("nam-dan", "Chậm nhất ngày 13/6 gửi báo cáo sơ kết 6 tháng về Công an tỉnh."),
    ("nam-dan", "Các xã, thị trấn xây dựng kế hoạch thực hiện, gửi Công an huyện trước ngày 28/02/2024."),
    ("nam-dan", "Các xã gửi báo cáo 6 tháng về Công an huyện trước ngày 20/6/2024."),
    ("nam-dan", "Trước ngày 20/12/2024, các đơn vị bình xét thi đua năm 2024."),
    ("nam-dan", "Đại hội cấp xã hoàn thành trước ngày 30/4/2024."),
    ("nam-dan", "Phấn đấu 10/19 xã, thị trấn đạt điển hình về phong trào toàn dân bảo vệ an ninh Tổ quốc."),
    ("nam-dan", "Năm 2023, toàn huyện có 15% đơn vị cấp xã điển hình về phong trào toàn dân bảo vệ ANTQ."),
    ("nam-dan", "Số tin báo về tội phạm tăng 15% so với cùng kỳ năm 2023."),
    ("nam-dan", "Theo chỉ tiêu tỉnh giao là 105 đơn vị cấp xã sạch về ma túy trên toàn tỉnh."),
    ("nam-dan", "Huyện Thanh Chương có 38 xã, thị trấn giáp ranh nhiều địa bàn."),
    ("nam-dan", "Phát hành 5.000 tờ rơi; in 200 băng rôn tại 19 xã, thị trấn."),
    ("nam-dan", "Tổng kết năm học 2023 - 2024 với 100% học sinh ký cam kết."),
    ("nam-dan", "100% trường THPT trên địa bàn xây dựng mô hình."),
    ("nam-dan", "Thay thế Kế hoạch số 104/KH-UBND ngày 10/3/2022 của UBND huyện."),
    ("nam-dan", "Quyết định số 57/QĐ-UBND ngày 15/01/2024 của UBND huyện về giao dự toán."),
    ("nam-dan", "Thực hiện Chỉ thị số 09-CT/TW, ngày 01 tháng 12 năm 2011 của Ban Bí thư."),
    ("hoang-mai", "Xây dựng 100% xã, phường điển hình về phong trào toàn dân bảo vệ ANTQ."),
    ("con-cuong", "Xây dựng ít nhất 15% đơn vị cấp xã điển hình về phong trào toàn dân bảo vệ ANTQ."),
    # Who asks more of himself than the least keeps it; the case of a symbol says nothing.
    ("que-phong", "Phấn đấu 20% đơn vị cấp xã đạt điển hình về phong trào toàn dân bảo vệ ANTQ."),
    ("que-phong", "Thực hiện Chương trình số 07/CTrPH-BCA-MTTQ ngày 17/10/2023."),
    ("quynh-luu", "Đã xây dựng được 01 cơ sở giáo dục điển hình về phong trào toàn dân bảo vệ ANTQ."),
    ("quynh-luu", "Giữ vững 48 xã, phường, thị trấn điển hình trên địa bàn tỉnh đã xây dựng năm 2023."),
    ("quynh-luu", "UBND các xã báo cáo kết quả 6 tháng về UBND huyện trước ngày 20/6/2024."),
    ("vinh", "Sơ kết giai đoạn 1 trước ngày 10/5/2024; giai đoạn 2 trước ngày 10/11/2024."),
    ("vinh", "Các phường gửi danh sách mô hình về UBND thành phố trước ngày 20/02/2024."),
]

WRONG = [
    ("nam-dan", "Đến hết năm 2024, có tối thiểu 15% đơn vị cấp xã đạt điển hình về phong trào.", "15%"),
    (
        "nam-dan",
        "Phấn đấu xây dựng 40% đơn vị cấp xã đạt điển hình về phong trào toàn dân bảo vệ ANTQ.",
        "40%",
    ),
    ("nam-dan", "Năm 2024 xây dựng 100% xã điển hình về phong trào toàn dân bảo vệ ANTQ.", "100%"),
    ("nam-dan", "Năm 2024 huyện phấn đấu có 105 xã, thị trấn sạch về ma túy.", "105 xã"),
    ("nam-dan", "Gửi Kế hoạch về UBND tỉnh (qua Công an tỉnh) chậm nhất ngày 05/3/2024.", "ngày 05/3/2024"),
    (
        "nam-dan",
        "Gửi báo cáo kết quả 06 tháng về UBND tỉnh (qua Công an tỉnh) trước ngày 20/6/2024.",
        "ngày 20/6/2024",
    ),
    (
        "nam-dan",
        "Báo cáo kết quả năm gửi UBND tỉnh (qua Công an tỉnh) trước ngày 20/12/2024.",
        "ngày 20/12/2024",
    ),
    ("nam-dan", "Hoàn thành rà soát, đánh giá các mô hình trong Quý III/2024.", "Quý III/2024"),
    ("nam-dan", "Xây dựng mô hình phòng chống tội phạm, tệ nạn ma túy tại 80% xã, phường, thị trấn.", "80%"),
    ("nam-dan", "Chọn 03 mô hình tiêu biểu nhất để tổ chức hội nghị sơ kết, tổng kết.", "03 mô hình"),
    (
        "nam-dan",
        "Thực hiện Kết luận 44-KL/TW, ngày 20/01/2019 của Ban Bí thư.",
        "44-KL/TW, ngày 20/01/2019",
    ),
    (
        "nam-dan",
        "Thực hiện Nghị quyết số 06/NQ-TU ngày 21/12/2021 của Ban Chấp hành Đảng bộ tỉnh.",
        "06/NQ-TU ngày 21/12/2021",
    ),
    (
        "nam-dan",
        "Thực hiện Kế hoạch số 140/KH-UBND ngày 07/02/2024 của UBND tỉnh.",
        "140/KH-UBND ngày 07/02/2024",
    ),
    ("hoang-mai", "Xây dựng 15% xã, phường điển hình về phong trào toàn dân bảo vệ ANTQ.", "15%"),
    (
        "con-cuong",
        "Hoàn thành việc rà soát, đánh giá các mô hình, điển hình tiên tiến trước ngày 15/3/2024.",
        "ngày 15/3/2024",
    ),
    # The province's totals as those of one district; less than the least; a report by another name.
    (
        "con-cuong",
        "Năm 2024, huyện phấn đấu đưa 04 xã còn lại trên địa bàn huyện ra khỏi diện trọng điểm phức tạp.",
        "04 xã",
    ),
    (
        "quynh-luu",
        "Giữ vững kết quả 48 xã, phường, thị trấn điển hình đã xây dựng năm 2023 trên địa bàn huyện.",
        "48 xã, phường, thị trấn",
    ),
    (
        "con-cuong",
        "Xây dựng ít nhất 01 doanh nghiệp và 01 cơ sở giáo dục điển hình về phong trào toàn dân bảo vệ ANTQ.",
        "01 cơ sở giáo dục",
    ),
    ("quynh-luu", "Gửi báo cáo định kỳ 6 tháng về UBND tỉnh trước ngày 15/6/2024.", "ngày 15/6/2024"),
    ("quynh-luu", "Báo cáo tổng kết năm gửi Công an tỉnh chậm nhất ngày 20/12/2024.", "ngày 20/12/2024"),
    (
        "que-phong",
        "Thực hiện Chương trình số 07/CTrPH-BCA-MTTQ ngày 07/10/2023.",
        "07/CTrPH-BCA-MTTQ ngày 07/10/2023",
    ),
    ("con-cuong", "Có 37 xã, thị trấn trên địa bàn huyện xây dựng kế hoạch.", "37 xã"),
]


@pytest.mark.parametrize(("unit", "text"), RIGHT)
def test_a_right_draft_in_other_words(unit: str, text: str, book: Book) -> None:
    assert wrong(facts(written(text), book, unit)) == []


@pytest.mark.parametrize(("unit", "text", "literal"), WRONG)
def test_a_wrong_draft_in_other_words(unit: str, text: str, literal: str, book: Book) -> None:
    assert [said for _what, said, *_rest in wrong(facts(written(text), book, unit))] == [literal]
