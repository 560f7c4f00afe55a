"""The first citation of an act, where clerks leave out a part of it: each shape broken and kept."""

from __future__ import annotations

import pytest

from . import builder as b
from .test_real_habits import musts
from .test_seen_in_offices import with_body

ACT = "Nghị định số 35/2022/NĐ-CP ngày 28/5/2022 của Chính phủ"

LACKING = [
    f"Thực hiện khoản 6 Điều 9 {ACT} đã quy định 05 trường hợp không phải áp dụng điều kiện.",
    f"Điều 12 {ACT} giao UBND cấp tỉnh quyết định thực hiện nội dung này.",
    f"Khoản 2 Điều 14 {ACT} quy định: “Tổ chức, cá nhân xuất khẩu hóa chất phải có Giấy phép”.",
    f"Khoản 2 Điều 14 {ACT} quy định như sau:",
    f"Các trường căn cứ vào {ACT} để ban hành mức thu học phí.",
    f"Thực hiện theo {ACT} và các văn bản hướng dẫn liên quan.",
    (
        f"Theo quy định tại {ACT} (được sửa đổi bổ sung tại Nghị định số 136/2024/NĐ-CP ngày "
        "23/10/2024 của Chính phủ); trong đó, Chính phủ quy định cụ thể."
    ),
    (
        "Dự án được Phòng Quản lý đô thị thẩm định tại Công văn số 1380/QLĐT-HT ngày 11 tháng 11 "
        "năm 2024 và Công văn số 109/QLĐT-HT ngày 05 tháng 02 năm 2025 và được phê duyệt điều chỉnh."
    ),
    (
        "Thực hiện Kế hoạch số 145/KH-SYT, ngày 16/01/2017 của Sở Y tế về phát động thi đua; Kế "
        "hoạch số 1454/KH-SYT ngày 12/9/2017 về việc kiểm tra chấm điểm thi đua, Đoàn kiểm tra "
        "tiến hành chấm điểm."
    ),
    (
        "Thực hiện Kế hoạch số 145/KH-SYT ngày 16/01/2017 của Sở Y tế về phát động thi đua và Kế "
        "hoạch số 1454/KH-SYT ngày 12/9/2017 về việc kiểm tra chấm điểm."
    ),
    (
        "Theo Nghị định số 25/2026/NĐ-CP có hiệu lực từ ngày 17/01/2026 thì tổ chức phải có "
        "người chịu trách nhiệm."
    ),
    "Thực hiện Nghị quyết số 28/2026/QH16 của Quốc hội về phát triển văn hóa Việt Nam trên địa bàn xã.",
    "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ.",
    "Thực hiện Nghị quyết 57-NQ/TW về đột phá phát triển khoa học, công nghệ.",
    "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, UBND xã xây dựng kế hoạch.",
    "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 về đột phá phát triển khoa học, công nghệ.",
    "Thực hiện Chỉ thị số 05-CT/TW, xã đã tổ chức học tập.",
    (
        "Thực hiện Nghị quyết số 1678/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội về việc sắp xếp "
        "các đơn vị hành chính cấp xã."
    ),
    "Thực hiện Kế hoạch số 5/KH-UBND của UBND tỉnh, Sở tổ chức hội nghị ngày 20/5/2024.",
    "Thực hiện Kế hoạch số 5/KH-UBND của UBND tỉnh về chuyển đổi số, xã đã họp ngày 20/5/2024.",
    "Thực hiện Nghị định số 30 năm 2020 của Chính phủ về công tác văn thư.",
    "Thực hiện Nghị định số 181/2024/NĐCP ngày 31/12/2024 của Chính phủ quy định chi tiết một số điều.",
    "Triển khai Kế hoạch số 25/KH-UBND ngày 05/3/2024 của UBND tỉnh trên địa bàn xã.",
    (
        "Căn cứ hướng dẫn tại Công văn số 25/SGDĐT-TCCB ngày 05/3/2024 của Sở Giáo dục và Đào "
        "tạo, nhà trường xây dựng kế hoạch."
    ),
    (
        "Theo Thông tư số 22/2021/TT-BGDĐT ngày 20 tháng 7 năm 2021 của Bộ trưởng Bộ Giáo dục và "
        "Đào tạo thì học sinh được đánh giá."
    ),
    "Thực hiện Công văn số 25/SGDĐT-TCCB về việc báo cáo kết quả năm học.",
    "Trả lời Công văn số 25/SGDĐT-TCCB của Sở Giáo dục và Đào tạo về việc báo cáo kết quả.",
    "Tiếp nhận Quyết định số 25/QĐ-UBND của UBND huyện ngày 05/3/2024.",
    "Theo Công văn số 25/SGDĐT-TCCB ngày 05/3/2024.",
    "Thực hiện Quyết định số 25/QĐ-UBND ngày 05/3/2024 của Chủ tịch UBND huyện, nhà trường đã rà soát.",
    "Thực hiện Thông báo kết luận số 25/TB-UBND ngày 05/3/2024 của UBND huyện.",
    "Căn cứ Hướng dẫn số 25/HD-SNV ngày 05-3-2024 của Sở Nội vụ, xã báo cáo như sau.",
    "Thực hiện Công văn số 1234/UBND-VX của UBND tỉnh ngày 05 tháng 3 năm 2024, nhà trường báo cáo.",
    "Thực hiện Quyết định số 25/QĐ-UBND ban hành ngày 05/3/2024 của UBND huyện, xã đã triển khai.",
    "Thực hiện Thông tư 27/2020/TT-BGDĐT của Bộ Giáo dục và Đào tạo về đánh giá học sinh tiểu học.",
    "Thực hiện theo Thông tư 27/2020/TT-BGDĐT.",
    "Thực hiện theo Thông tư 27 của Bộ Giáo dục và Đào tạo.",
    "Theo quy định tại Thông tư số 06/2021/TT-BXD ngày 30/6/2021 của Bộ Xây dựng.",
    (
        "Theo quy định tại Thông tư số 06/2021/TT-BGTVT ngày 30/6/2021 của Bộ Giao thông vận "
        "tải, xã thực hiện."
    ),
    "Thực hiện Công văn số 25/SXD-QLN ngày 05/3/2024 của Sở Xây dựng, nhà trường báo cáo.",
]
COMPLETE = [
    f"Thực hiện {ACT} quy định chi tiết về khu công nghiệp.",
    f"Thực hiện {ACT} (sau đây gọi là Nghị định 35) quy định về quản lý khu công nghiệp.",
    f"Thực hiện {ACT} về quản lý khu công nghiệp và các văn bản hướng dẫn.",
    f"Theo khoản 1 Điều 9 {ACT} quy định về quản lý khu công nghiệp, đề nghị xã báo cáo.",
    (
        "Thực hiện Quyết định số 5/QĐ-UBND ngày 05/3/2024 và Quyết định số 6/QĐ-UBND ngày "
        "06/3/2024 của UBND tỉnh về giao chỉ tiêu."
    ),
    (
        "Thực hiện Công văn số 779/SNV-TCBC ngày 14/8/2025 và Công văn số 1940/SNV-TCBC ngày "
        "07/10/2025 của Sở Nội vụ đôn đốc thực hiện sắp xếp các hội."
    ),
    (
        "UBND tỉnh ban hành Quyết định số 2374/QĐ-KPHQ ngày 05/12/2022 về buộc khắc phục hậu quả "
        "và Quyết định số 2617/QĐ-CCXP ngày 23/12/2022 về việc cưỡng chế."
    ),
    (
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá "
        "phát triển khoa học."
    ),
    (
        "Thực hiện Kế hoạch số 22-KH/TU ngày 14/01/2026 của Tỉnh ủy triển khai thực hiện Nghị "
        "quyết số 57-NQ/TW năm 2026 trên địa bàn tỉnh."
    ),
    (
        "Thực hiện Kế hoạch số 3450/KH-UBND ngày 17/3/2026 của UBND tỉnh về việc triển khai thực "
        "hiện Nghị quyết số 57-NQ/TW trên địa bàn tỉnh năm 2026."
    ),
    (
        "Thực hiện Nghị quyết số 28/2026/QH16 ngày 20 tháng 6 năm 2026 của Quốc hội về phát "
        "triển văn hóa Việt Nam."
    ),
    (
        "Ngày 12/06/2025, Quốc hội ban hành Nghị quyết số 202/2025/QH15 về việc sắp xếp đơn vị "
        "hành chính cấp tỉnh."
    ),
    "Thực hiện Luật Hóa chất số 69/2025/QH15 của Quốc hội.",
    (
        "Thực hiện Nghị quyết số 1678/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội "
        "về việc sắp xếp các đơn vị hành chính."
    ),
    (
        "Thực hiện Kế hoạch số 199/KH-BGDĐT của Bộ Giáo dục và Đào tạo ngày 05 tháng 02 năm 2026 "
        "về việc nghiên cứu mô hình."
    ),
    "Sở Nội vụ có Công văn số 1012/SCT-KYATMT ngày 09 tháng 3 năm 2026 về việc tham vấn nội dung.",
    (
        "Sở Nội vụ đã ban hành các văn bản như: Công văn số 144/SNV-TCBC ngày 18/7/2025 về sắp "
        "xếp hội; Công văn số 145/SNV-TCBC ngày 19/7/2025 về sắp xếp quỹ."
    ),
    (
        "Quy chế ban hành kèm theo Quyết định số 1614/QĐ-TCT ngày 13/10/2020 của Tổng cục trưởng "
        "Tổng cục Thuế."
    ),
    "Trả lời Công văn số 25/SGDĐT-TCCB ngày 05/3/2024 của Sở Giáo dục và Đào tạo về việc báo cáo kết quả.",
    "Theo Tờ trình số 25/TTr-SNV ngày 05/3/2024 của Sở Nội vụ đề nghị công nhận kết quả.",
    (
        "Thực hiện Quyết định số 1050/QĐ-SCT ngày 06/3/2026 của Giám đốc Sở Công Thương (sau đây "
        "viết tắt là Đoàn kiểm tra) về việc tiến hành kiểm tra."
    ),
    (
        "Thực hiện Thông tư số 22/2021/TT-BGDĐT ngày 20 tháng 7 năm 2021 của Bộ trưởng Bộ Giáo "
        "dục và Đào tạo quy định về đánh giá học sinh."
    ),
    "Thực hiện Quyết định số 1737/QĐ-UBND, ngày 17/10/2025 của UBND tỉnh “Về việc ban hành Bộ chỉ số”.",
    "Xét đề nghị của Sở Nội vụ tại Tờ trình số 25/TTr-SNV ngày 05/3/2024, UBND tỉnh thống nhất.",
    (
        "Thực hiện Thông báo số 81/TB-VPCP ngày 24/3/2022 của Văn phòng Chính phủ thông báo Kết "
        "luận của Phó Thủ tướng tại cuộc họp."
    ),
    "Thực hiện Quyết định số 25/QĐ-UBND ngày 05/3/2024 của UBND tỉnh, về việc giao chỉ tiêu.",
    (
        "Thực hiện Công điện số 63/CĐ-VPCP ngày 11/01/2026 của Văn phòng Chính phủ mời dự Phiên "
        "họp lần thứ nhất (chủ trì: Thủ tướng)."
    ),
    (
        "- Quyết định phê duyệt kết quả lựa chọn nhà thầu số 4045/QĐ-BVE ngày 25/9/2025 của Bệnh "
        "viện E (mặt hàng: băng ghim)."
    ),
    "Thực hiện Quyết định số 688/QĐ-BCĐ ngày 08/8/2025 của Ban Chỉ đạo ban hành Quy chế hoạt động.",
    "Thực hiện Quyết định số 688/QĐ-BXD ngày 08/8/2025 của Bộ Xây dựng ban hành Quy chế hoạt động.",
    "Thực hiện Quyết định số 688/QĐ-UBND ngày 08/8/2025 của UBND tỉnh giao chỉ tiêu, nhiệm vụ.",
]


@pytest.mark.parametrize("words", LACKING)
def test_a_part_of_the_citation_is_missing(words: str) -> None:
    assert "ND30-CITE-FIRST" in musts(with_body(("text", words)))


@pytest.mark.parametrize("words", COMPLETE)
def test_nothing_of_the_citation_is_missing(words: str) -> None:
    assert "ND30-CITE-FIRST" not in musts(with_body(("text", words)))


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        ("Thực hiện Quyết định số 569, các xã báo cáo kết quả.", True),
        ("Thực hiện Công văn số 4055 lấy ý kiến về thủ tục hành chính.", True),
        ("Thực hiện Công điện số 63 ngày 11/01/2026 của Văn phòng Chính phủ mời dự họp.", True),
        ("Theo Văn bản số 1779 báo cáo, đề xuất giải quyết đơn.", True),
        ("Theo Nghị định ngày 21/12/2021 của Chính phủ quy định chi tiết một số điều.", True),
        ("Thực hiện Chỉ thị số 01/CT-BTC, huyện đã ban hành Công văn số 204/VP.UBND-NC về triển khai.", True),
        ("Nhận được văn bản số 1650/SGTVTXD-KT&VL của Sở Xây dựng về việc tham gia thẩm định.", True),
        (
            "Ngày 12/6/2025, Quốc hội ban hành Nghị quyết số 202/2025/QH15 về sắp xếp, căn cứ Nghị định"
            " số 104/2025/NĐ-CP của Chính phủ quy định chi tiết một số điều.",
            True,
        ),
        ("UBND tỉnh nhận được Thông báo thụ lý số 11/TB-TA ngày 13/4/2026 về việc xét xử vụ án.", True),
        ("Ngày 06/10/2025, Bộ Nội vụ ban hành Công văn số 33/BNV-TC và Công văn số 34/BNV-TC.", False),
        # Named in full in another sentence of the document.
        ("Thực hiện Kế hoạch số 104, Quyết định số 104, các xã báo cáo kết quả.", False),
        ("Theo Tờ trình ngày 21/12/2021 của Tổ Điều hành dự án, phòng đã thẩm định.", False),
        ("Nhận được văn bản số 1650/SGTVTXD-KT&VL ngày 09/5/2019 của Sở Xây dựng về việc thẩm định.", False),
        ("Các xã thực hiện Mẫu số 12, Phụ lục số 3 và Quyết định số .... của huyện.", False),
    ],
)
def test_a_document_of_which_too_little_is_said(words: str, broken: bool) -> None:
    assert ("ND30-CITE-FIRST" in musts(with_body(("text", words)))) is broken


@pytest.mark.parametrize(
    ("basis", "broken"),
    [
        ("Căn cứ Nghị định số 124/2020/NĐ-CP ngày 19/10/2020 quy định chi tiết Luật Khiếu nại;", True),
        ("Căn cứ Quyết định số 1187/QĐ-BNV ngày 15/10/2025 phê duyệt Đề án “Chỉ số cải cách”;", True),
        ("Căn cứ Nghị định số 35/2017/NĐ-CP ngày 03/4/2017 của Chính phủ; Thông tư số 89/2017/TT-BTC"
         " ngày 23/8/2017 của Bộ Tài chính hướng dẫn thi hành;", True),
        ("Căn cứ quyết định ngày 23/4/2015 của Giám đốc Sở Y tế về việc ban hành điều lệ;", True),
        ("Căn cứ văn bản ngày 23/02/2024 của Trung tâm Điều độ về việc thực hiện công tác quân sự;", True),
        ("Căn cứ văn bản số 540 ngày 23/02/2024 của Trung tâm Điều độ về việc thực hiện;", True),
        ("Căn cứ Nghị định số 137/2018/NĐ-CP ngày 08/10/2018 sửa đổi, bổ sung một số điều Nghị định số"
         " 123/2013/NĐ-CP ngày 14/10/2013 của Chính phủ quy định chi tiết Luật Luật sư;", False),
        ("Căn cứ Nghị định số 124/2020/NĐ-CP ngày 19/10/2020 của Chính phủ quy định chi tiết;", False),
        ("Căn cứ Quyết định số 24/QĐ-UBND ngày 05/12/2022 về việc thành lập đoàn của UBND tỉnh;", False),
    ],
)  # fmt: skip
def test_a_basis_that_says_too_little(basis: str, broken: bool) -> None:
    body = [("text", "QUYẾT ĐỊNH:"), ("text", "Thành lập Đoàn kiểm tra công tác văn thư ở các phòng.")]
    bases = [b.BASES[0], basis, b.BASES[2]]
    spec = b.plan(type_name="QUYẾT ĐỊNH", number="Số: 05/QĐ-UBND", bases=bases, body=body)
    # A number without its letters is told of any text.
    assert bool({"ND30-BASIS-CONTENT", "ND30-CITE-FIRST"} & musts(b.build(spec))) is broken
