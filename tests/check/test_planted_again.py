"""Faults of citations, bases, pages and heads planted in real files once more, each broken and kept."""

from __future__ import annotations

import pytest

from . import builder as b
from .builder import style
from .test_real_habits import musts
from .test_rules import find
from .test_seen_in_offices import with_body

DATED = "Quyết định số 24/QĐ-UBND ngày 05/12/2022 của UBND tỉnh về việc thành lập đoàn kiểm tra"


@pytest.mark.parametrize(
    ("words", "broken"),
    [
        # The day of another act stands near.
        (f"Thực hiện Quyết định số 23/QĐ-UBND của UBND tỉnh về khắc phục hậu quả và {DATED}.", True),
        (f"Thực hiện {DATED}, tỉnh đã ban hành Kế hoạch số 9/KH-UBND của UBND tỉnh về kiểm tra.", True),
        (f"Thực hiện {DATED}, có đơn đề nghị xem xét lại Công văn số 9/UBND-NC của UBND tỉnh.", True),
        # One day for both.
        (f"Thực hiện Quyết định số 23/QĐ-UBND và {DATED}.", False),
        (f"Ngày 06/10/2025, Bộ Nội vụ ban hành Công văn số 33/BNV-TC của Bộ Nội vụ thay {DATED}.", False),
        # Nobody is named who issued it.
        (
            "UBND tỉnh thực hiện theo Quyết định số 36/2016/QĐ-UBND ngày 16/12/2016 về việc ban hành giá.",
            True,
        ),
        (
            "UBND tỉnh nhận được Công văn số 17/BTC-QLCS ngày 14/02/2025 hướng dẫn luân chuyển hồ sơ.",
            True,
        ),
        ("Chủ tịch UBND căn cứ Luật, Nghị định số 75/2012/NĐ-CP ngày 03/10/2012 quy định chi tiết.", True),
        ("Sở Nội vụ căn cứ Luật, Nghị định số 75/2012/NĐ-CP ngày 03/10/2012 của Chính phủ quy định.", False),
        ("UBND tỉnh đã ban hành Quyết định số 36/2016/QĐ-UBND ngày 16/12/2016 về việc ban hành giá.", False),
        ("Chính phủ ban hành Nghị quyết số 93/NQ-CP ngày 16/4/2025 về kế hoạch thực hiện.", False),
        ("Thực hiện Kế hoạch số 36/KH-UBND ngày 16/12/2016 về giá dịch vụ của UBND tỉnh, Sở báo cáo.", False),
    ],
)
def test_the_day_and_the_issuer_of_each_act(words: str, broken: bool) -> None:
    assert ("ND30-CITE-FIRST" in musts(with_body(("text", words)))) is broken


@pytest.mark.parametrize(
    ("basis", "broken"),
    [
        ("Nghị định số 138/2020/NĐ-CP của Chính phủ quy định về tuyển dụng công chức;", True),
        ("Quyết định số 42/2025/QĐ-UBND ngày 20/9/2025 phân cấp thẩm quyền quản lý tài sản;", True),
        ("Nghị định số 138/2020/NĐ-CP ngày 27/11/2020 của Chính phủ quy định về tuyển dụng;", False),
    ],
)
def test_a_basis_that_does_not_say_it_is_one(basis: str, broken: bool) -> None:
    bases = [*b.BASES[:1], basis, *b.BASES[1:]]
    body = [("text", "QUYẾT ĐỊNH:"), ("text", "Thành lập Đoàn kiểm tra công tác văn thư ở các phòng.")]
    spec = b.plan(type_name="QUYẾT ĐỊNH", number="Số: 05/QĐ-UBND", bases=bases, body=body)
    document = b.build(spec)
    assert ("ND30-BASIS-CONTENT" in musts(document)) is broken


LAW = "Căn cứ Luật Quản lý thuế ngày 13 tháng 6 năm 2019 và các văn bản hướng dẫn thi hành"
ACT = "Căn cứ Nghị định số 126/2024/NĐ-CP ngày 08 tháng 10 năm 2024 của Chính phủ quy định về hội"
TOLD = "Xét đề nghị của Sở Nội vụ tại Tờ trình số 3/TTr-SNV ngày 28/11/2024, Sở có ý kiến như sau:"
FURTHER = ["Căn cứ Luật Đấu thầu;", f"{ACT};", f"{LAW};", "Căn cứ Luật Đầu tư."]
PUNCT, LOOK = "ND30-BASIS-PUNCT", "ND30-BASIS-FMT"


@pytest.mark.parametrize("mark", [",", "", ";"])
def test_a_single_basis_above_one_that_goes_on(mark: str) -> None:
    found = musts(b.build(b.plan(body=[("text", f"{ACT}{mark}"), ("text", TOLD), *b.BODY])))
    assert (PUNCT in found) is (mark != ";")


def test_a_sentence_is_no_basis() -> None:
    body = [("text", f"{ACT}, Sở Nội vụ báo cáo"), ("text", TOLD), *b.BODY]
    assert PUNCT not in musts(b.build(b.plan(body=body)))


@pytest.mark.parametrize("mark", [",", "", ".", ";"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_list_of_bases_in_the_text(mark: str, place: int) -> None:
    listed = [f"{line.rstrip(';')}{mark}" if at == place else line for at, line in enumerate(FURTHER)]
    found = musts(
        with_body(("text", "Cuộc họp xem xét các văn bản sau."), *(("text", each) for each in listed))
    )
    assert (PUNCT in found) is (mark != ";")


@pytest.mark.parametrize(
    "label", ["Mã số thuế: 3200286802", "Địa chỉ: Khu phố 1, xã Cát Ngạn", "(Địa chỉ:{{DIA_CHI}})"]
)
def test_bases_of_a_letter_below_who_it_is_about(label: str) -> None:
    body = [
        ("text", label),
        ("text", f"{LAW};"),
        ("text", f"{ACT};"),
        ("text", "Sở Nội vụ có ý kiến như sau:"),
    ]
    assert LOOK in musts(b.build(b.letter(body=body)))


@pytest.mark.parametrize(
    ("basis", "broken"),
    [
        # The day and the issuer of the second act are not those of the first.
        (f"Căn cứ Nghị định số 35/2017/NĐ-CP của Chính phủ quy định về thuê đất; {ACT[7:]};", True),
        (f"{ACT}; Thông tư số 89/2017/TT-BTC ngày 23/8/2017 của Bộ Tài chính hướng dẫn thi hành;", False),
        ("Căn cứ văn bản số 540/ĐĐQG-VP ngày 23/02/2024 của Trung tâm Điều độ Quốc gia;", True),
        (
            "Căn cứ văn bản số 540/ĐĐQG-VP ngày 23/02/2024 của Trung tâm Điều độ Quốc gia về quốc phòng;",
            False,
        ),
        ("Căn cứ công văn 342/LĐLĐ của LĐLĐ tỉnh về việc cho thôi và bầu bổ sung ủy viên;", True),
        ("Căn cứ công văn 342/LĐLĐ ngày 29/5/2024 của LĐLĐ tỉnh về việc bầu bổ sung ủy viên;", False),
    ],
)
def test_what_each_act_of_a_basis_lacks(basis: str, broken: bool) -> None:
    assert ("ND30-BASIS-CONTENT" in musts(b.build(b.plan(bases=[basis, *b.BASES])))) is broken


@pytest.mark.parametrize(
    "date", ["Nam Đàn, 05/3/2024", "Nam Đàn, ngày 05/3/2024", "Thành phố Vinh, 5-3-2024."]
)
def test_a_day_without_its_words_is_the_date(date: str) -> None:
    document = b.build(b.plan(place_date=date))
    style(find(document, date), 14, italic=False)
    assert {"ND30-DATE-SYNTAX", "ND30-DATE-FMT"} <= musts(document)


def test_minutes_with_a_day_without_its_words() -> None:
    minutes = b.build(b.minutes(place_date="Nam Đàn, 05/3/2024"))
    assert "ND30-DATE-SYNTAX" in musts(minutes)


@pytest.mark.parametrize(
    ("parent", "agency"),
    [
        (["BỆNH VIỆN ĐA KHOA TỈNH"], ["PHÒNG: KẾ HOẠCH"]),
        (["BAN QUẢN LÝ DỰ ÁN", "ĐẦU TƯ XÂY DỰNG HUYỆN"], ["TỔ KẾ HOẠCH - KỸ THUẬT"]),
        (["TRUNG TÂM ĐIỀU ĐỘ", "ĐIỆN QUỐC GIA"], ["TRUNG TÂM ĐIỀU ĐỘ", "ĐIỆN MIỀN NAM"]),
    ],
)
@pytest.mark.parametrize("bold", [True, False])
def test_a_parent_whose_last_line_is_bold(parent: list[str], agency: list[str], bold: bool) -> None:
    document = b.build(b.plan(parent=parent, agency=agency))
    if bold:
        find(document, parent[-1]).runs[0].bold = True
    assert ("ND30-AGENCY-PARENT" in musts(document)) is bold


@pytest.mark.parametrize(
    "agency", [["BAN QUẢN LÝ RỪNG", "PHÒNG HỘ NAM ĐÀN"], ["TRUNG TÂM Y TẾ", "HUYỆN NAM ĐÀN"]]
)
def test_a_name_that_goes_on_is_no_unit_of_it(agency: list[str]) -> None:
    assert "ND30-AGENCY-PARENT" not in musts(b.build(b.plan(agency=agency)))


@pytest.mark.parametrize(
    ("kept", "broken"),
    [
        ("- Lưu: VT, P.CNTT", True),
        ("- Lưu: VT, P.CNTT.", False),
        ("- Lưu: VT, 8.13.06", True),
        ("- Lưu: VT, 8.13.06.", False),
        ("- Lưu: VT, NC.Châu", False),
        ("- Lưu: VT, CAH. NG.05", False),
    ],
)
def test_full_stops_within_the_last_recipient_end_nothing(kept: str, broken: bool) -> None:
    assert ("ND30-NN-LAST" in musts(b.build(b.plan(recipients=["- UBND tỉnh;", kept])))) is broken


@pytest.mark.parametrize(
    ("words", "rule", "broken"),
    [
        (f"Theo khoản 2 Điều 15 nghị định số 35/2017/NĐ-CP {ACT[28:]}.", "CAP-DOC", True),
        (f"Giải quyết tại quyết định số 1627a/QĐ-UBND {ACT[28:]}.", "CAP-DOC", True),
        (f"Giải quyết tại Quyết định số 1627a/QĐ-UBND {ACT[28:]}.", "CAP-DOC", False),
        ("Các học viên trong danh sách ở điều 1 chịu trách nhiệm.", "CAP-CITE", True),
        ("Các học viên trong danh sách ở Điều 1 chịu trách nhiệm.", "CAP-CITE", False),
        ("Theo số liệu của sở Du lịch Nghệ An, khách đến nhiều.", "CAP-ORG", True),
        ("Xin ý kiến sở TN và MT về đất.", "CAP-ORG", True),
        ("Các cơ sở Du lịch Nghệ An đón khách.", "CAP-ORG", False),
        ("Thông tư của Bộ trưởng bộ Tư pháp đã có hiệu lực.", "CAP-ORG", True),
        ("Thông tư của Bộ trưởng Bộ Tư pháp đã có hiệu lực.", "CAP-ORG", False),
        ("Cán bộ phòng Dịch vụ kỹ thuật - Trung tâm dự họp.", "CAP-ORG", True),
        ("Chuyên viên theo dõi phòng Nội chính - Văn phòng UBND tỉnh.", "CAP-ORG", True),
        ("Đơn vị phối hợp phòng CNTT thực hiện.", "CAP-ORG", True),
        ("Đơn vị phối hợp Phòng Nội chính - Văn phòng UBND tỉnh.", "CAP-ORG", False),
        ("Tăng cường quốc phòng Nam Đàn cũ - Trung tâm của huyện.", "CAP-ORG", False),
    ],
)
def test_capitals_of_acts_parts_and_bodies(words: str, rule: str, broken: bool) -> None:
    assert (f"ND30-{rule}" in musts(with_body(("text", words)))) is broken


@pytest.mark.parametrize(("length_mm", "broken"), [(8.0, True), (35.0, False)])
def test_a_line_that_stands_under_a_note(length_mm: float, broken: bool) -> None:
    note = "(Từ ngày 22/6/2026 đến ngày 25/6/2026)"
    document = b.build(b.plan(type_name="BÁO CÁO CÔNG TÁC TUẦN", number="Số: 05/BC-UBND", abstract=[note]))
    paragraph = find(document, note)
    for drawn in paragraph._p.xpath(".//w:drawing | .//w:pict"):
        drawn.getparent().getparent().remove(drawn.getparent())
    b.add_line(paragraph, length_mm, 165)
    assert ("ND30-ABSTRACT-LINE" in musts(document)) is broken
