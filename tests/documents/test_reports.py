"""The two report forms: what they ask, what they know beforehand, how the periods differ (domain.md 6)."""

from __future__ import annotations

import re

import pytest

from kh_docs.facts.adding_up import sources, tag_of
from kh_docs.model.book import Book

from .produce import REPORTS, RURAL, UNITS, document, workshop
from .word import Document

HALF, YEAR = REPORTS

# domain.md 6.4, the core set; (6T), (năm): only in that period's form. Left out (R2): the last day of the
# figures, which the opening says, a share and a target that stand beside the row they belong to.
CORE = """
tong_don_vi_cap_xa tong_khu_dan_cu ngay_gui_ke_hoach_huyen so_xa_co_ke_hoach
so_van_ban_huyen_ban_hanh tinh_trang_tong_ket_nd06 tinh_trang_so_ket_2_nam_dien_hinh
tinh_trang_tong_ket_ct26 tinh_trang_tong_ket_ct172 tinh_trang_tong_ket_ct07_ct13
xa_da_cong_nhan_sach_ma_tuy xa_sach_ma_tuy_moi_2024 xa_tai_phuc_tap_ma_tuy huyen_sach_ma_tuy
xa_co_mo_hinh_phong_chong_ma_tuy kdc_diem_ngay_hoi_ten xa_to_chuc_ngay_hoi
kdc_to_chuc_ngay_hoi luot_nguoi_du_ngay_hoi so_dien_dan_cong_an_lang_nghe y_kien_gop_y_tai_dien_dan
so_buoi_tuyen_truyen luot_nguoi_tuyen_truyen tin_bai_mang_xa_hoi co_so_ton_giao_treo_co co_so_ton_giao_tong
ca_phuong_duy_tri ca_phuong_dat_moi xa_dien_hinh_duy_tri cq_dn_csgd_dien_hinh_duy_tri ty_le_xa_dien_hinh
xa_dang_ky_dien_hinh xa_dat_dien_hinh_moi co_quan_dien_hinh_moi
doanh_nghiep_dien_hinh_moi csgd_dien_hinh_moi cap_huyen_dien_hinh_trang_thai mo_hinh_loai mo_hinh_diem
mo_hinh_to mo_hinh_thanh_vien mo_hinh_da_ra_soat ngay_hoan_thanh_ra_soat mo_hinh_hieu_qua mo_hinh_thanh_loai
mo_hinh_nhan_rong mo_hinh_xay_moi mo_hinh_tieu_bieu_ten ngay_hoi_nghi_mo_hinh mo_hinh_de_cu_bo
doan_kiem_tra_trang_thai xa_co_mo_hinh_camera camera_so_mat thpt_tong thpt_da_ra_mat_mo_hinh
so_ket_truong_hoc_gd1 so_ket_truong_hoc_gd2(năm) xa_trong_diem_antt_ra_khoi xa_dat_tieu_chi_19_2
kdc_dang_ky_an_toan kdc_dat_an_toan xa_dat_an_toan cq_dn_csgd_dat_an_toan huyen_tu_phan_loai(năm)
bao_ve_dan_pho_nguoi(6T) ca_xa_ban_chuyen_trach_nguoi(6T) to_bao_ve_antt thanh_vien_to_bao_ve_antt
lop_tap_huan luot_nguoi_tap_huan tap_the_khen_thuong ca_nhan_khen_thuong kinh_phi_ngan_sach_huyen
kinh_phi_ngan_sach_xa kinh_phi_chuong_trinh_ntm kinh_phi_xa_hoi_hoa nguon_tin_nhan_dan_cung_cap
nguon_tin_co_gia_tri vu_khi_vat_lieu_no_giao_nop
"""
# Indicator -> the units for which it has a meaning; the others print “Không áp dụng”.
BINDS = {
    "ca_phuong_duy_tri": {"vinh", "cua-lo", "thai-hoa"},
    "ca_phuong_dat_moi": {"vinh", "hoang-mai"},
    "cap_huyen_dien_hinh_trang_thai": {"thai-hoa", "cua-lo", "hoang-mai", "nam-dan"},
    "xa_dat_tieu_chi_19_2": RURAL,
    # II.7.a: “UBND các huyện có liên quan”.
    "xa_trong_diem_antt_ra_khoi": set(UNITS) - {"vinh", "cua-lo", "thai-hoa", "hoang-mai"},
    "kinh_phi_chuong_trinh_ntm": RURAL,
    "ca_xa_ban_chuyen_trach_nguoi": RURAL,
}
# From 01/7/2024: no meaning in the form of the first half year (G16).
LATER = {
    "to_bao_ve_antt", "thanh_vien_to_bao_ve_antt",
    # The festival on 19/8, and what is judged at the year's end.
    "xa_to_chuc_ngay_hoi", "kdc_to_chuc_ngay_hoi", "luot_nguoi_du_ngay_hoi",
    "kdc_dat_an_toan", "xa_dat_an_toan", "cq_dn_csgd_dat_an_toan",
}  # fmt: skip


def core(form: str) -> list[str]:
    other = "(năm)" if form == HALF else "(6T)"
    return [re.sub(r"\(.*\)", "", name) for name in CORE.split() if not name.endswith(other)]


def table(made: Document) -> dict[str, list[str]]:
    """The rows of Phụ lục I by the words of the indicator."""
    return {cells[1]: cells for cells in made.tables[2].entries}


@pytest.fixture(scope="module")
def labels(book: Book) -> dict[str, str]:
    return {indicator.id: indicator.label for indicator in book.indicators.indicators}


@pytest.mark.parametrize("form", REPORTS)
def test_the_core_set_and_nothing_else(form: str, labels: dict[str, str]) -> None:
    for unit in UNITS:
        shown = table(document(unit, form))
        assert sorted(shown) == sorted(labels[name] for name in core(form)), unit
        codes = [row[0] for row in shown.values()]
        assert len(set(codes)) == len(codes), unit


@pytest.mark.parametrize("form", REPORTS)
def test_not_applicable_is_neither_nought_nor_blank(form: str, labels: dict[str, str]) -> None:
    for unit in UNITS:
        expected = {name for name, units in BINDS.items() if unit not in units and name in core(form)}
        later = LATER if form == HALF else set()
        shown = table(document(unit, form))
        for reason, names in (("Không áp dụng", expected), ("Chưa đến kỳ", later)):
            assert {name for name in core(form) if shown[labels[name]][5] == reason} == names, unit
        for name in expected | later:
            row = shown[labels[name]]
            assert row[3] == row[5], (unit, name)
            assert row[6] not in ("", "…"), (unit, name)
            # Nothing to fill in where nothing is asked.
            assert "…" not in "".join(row), (unit, name)


@pytest.mark.parametrize("form", REPORTS)
def test_every_cell_is_filled_a_blank_or_marked_as_meaningless(form: str) -> None:
    for unit in UNITS:
        for row in table(document(unit, form)).values():
            assert all(row[3:]), (unit, row)


@pytest.mark.parametrize(
    ("name", "form", "target"),
    [
        ("ngay_gui_ke_hoach_huyen", HALF, "25/02/2024"),
        ("ngay_hoan_thanh_ra_soat", HALF, "15/02/2024"),
        ("thpt_da_ra_mat_mo_hinh", HALF, "100%"),
        ("so_ket_truong_hoc_gd1", HALF, "15/5/2024"),
        ("so_ket_truong_hoc_gd2", YEAR, "15/11/2024"),
        ("ngay_hoi_nghi_mo_hinh", YEAR, "tháng 10/2024"),
        ("co_quan_dien_hinh_moi", YEAR, "01"),
        ("csgd_dien_hinh_moi", YEAR, "02"),
        ("kdc_diem_ngay_hoi_ten", YEAR, "01"),
    ],
)
def test_the_plan_s_target_stands_beside_the_indicator(
    name: str, form: str, target: str, labels: dict[str, str]
) -> None:
    for unit in UNITS:
        assert target in table(document(unit, form))[labels[name]][3], unit


def headings(made: Document) -> list[str]:
    return [item.plain for item in made.body if item.style in ("Mục La Mã", "Khoản có tiêu đề")]


def test_the_outline() -> None:
    """domain.md 6.2; the year adds lessons, the own mark, and a plan for the next year."""
    for unit in UNITS:
        # What a unit that is gone by then hands over: tests/documents/test_handing_over.py.
        for form in (HALF,) if unit == "cua-lo" else REPORTS:
            romans = [text for text in headings(document(unit, form)) if re.match("[IVX]+\\. ", text)]
            assert [text.split(". ")[0] for text in romans] == ["I", "II", "III", "IV", "V"]
            names = ["TÌNH HÌNH", "KẾT QUẢ", "ĐÁNH GIÁ", "PHƯƠNG HƯỚNG", "KIẾN NGHỊ"]
            assert all(name in text for name, text in zip(names, romans, strict=True)), (unit, romans)
    half, year = (set(headings(document("nam-dan", form))) for form in REPORTS)
    assert {"4. Bài học kinh nghiệm", "5. Tự chấm điểm, đề nghị phân loại phong trào"} <= year - half
    assert "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ 06 THÁNG CUỐI NĂM 2024" in half - year
    assert "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025" in year - half


def test_results_come_in_the_order_of_the_plan() -> None:
    """The eight sections of II, then the people's part and the inspections."""
    words = ["Quán triệt", "Phối hợp", "địa bàn", "Tuyên truyền", "điển hình", "mô hình", "An toàn",
             "lực lượng",             "Nhân dân tham gia", "kiểm tra"]  # fmt: skip
    for unit in UNITS:
        for form in REPORTS:
            texts = headings(document(unit, form))
            second = texts[texts.index("II. KẾT QUẢ THỰC HIỆN") + 1 :]
            for number, word in enumerate(words, 1):
                heading = second[number - 1]
                assert heading.startswith(f"{number}. "), (unit, form, heading)
                assert word.lower() in heading.lower(), (unit, form, heading)


@pytest.mark.parametrize(
    ("form", "title", "period"),
    [
        (HALF, "06 tháng đầu năm 2024, phương hướng, nhiệm vụ 06 tháng cuối năm 2024", "31/5/2024"),
        (YEAR, "năm 2024, phương hướng, nhiệm vụ năm 2025", "30/11/2024"),
    ],
)
def test_title_and_period(form: str, title: str, period: str) -> None:
    """G05: a default period that the clerk may change stands in controls."""
    for unit in UNITS:
        made = document(unit, form)
        lines = [item.plain for item in made.body if item.style == "Trích yếu"]
        handed_over = unit == "cua-lo" and form == YEAR
        assert (
            handed_over
            or " ".join(lines) == f"Kết quả xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc {title}"
        ), unit
        controls = {control.tag: control.text for control in made.controls}
        assert controls["ky_so_lieu.tu_ngay"] == "01/12/2023", unit
        assert controls["ky_so_lieu.den_ngay"] == period, unit


# domain.md 6.2: what one of the forms asks and the other does not.
ONLY_HALF = ["Chuẩn bị Ngày hội", "Tiến độ tổng kết", "dự kiến chọn", "Quý I"]
ONLY_YEAR = ["Bài học kinh nghiệm", "Tự chấm điểm", "giai đoạn 2 (", "công nhận mới, dự kiến", "xếp loại"]


@pytest.mark.parametrize(("form", "words"), [(HALF, ONLY_HALF), (YEAR, ONLY_YEAR)])
def test_the_guidance_is_that_of_the_period(form: str, words: list[str]) -> None:
    for unit in UNITS:
        asked, other = (
            " ".join(
                f"{item.title}: {item.text}"
                for item in document(unit, name).controls
                if item.kind == "richText"
            )
            for name in (form, YEAR if form == HALF else HALF)
        )
        assert [word for word in words if word not in asked or word in other] == [], unit


def test_the_half_year_form_has_coming_tasks_of_the_plan_only() -> None:
    """Reference date 13/6/2024: what lies before it is no task of the second half."""
    for unit in UNITS:
        made = document(unit, HALF)
        texts = [item.plain for item in made.body]
        start = next(number for number, text in enumerate(texts) if text.startswith("IV. "))
        coming = " ".join(texts[start : next(n for n, t in enumerate(texts) if t.startswith("V. "))])
        assert "trước tháng 10 năm 2024" in coming, unit
        assert "15/11/2024" in coming, unit
        for gone in ("15/02/2024", "25/02/2024", "15/5/2024", "Quý I ", "Quý I/2024"):
            assert gone not in coming, (unit, gone)


def test_guidance_is_short_and_its_title_fits() -> None:
    for unit in UNITS:
        for form in REPORTS:
            for control in document(unit, form).controls:
                if control.kind == "richText":
                    assert 20 <= len(control.text) <= 200, (unit, form, control.text)
                    assert not control.text.endswith((".", ";", ",")), (unit, form, control.text)


def test_the_annexes_of_each_period() -> None:
    """Exemplary units, money and praise are told once a year."""
    for unit in UNITS:
        for form, numbers in ((HALF, ("I", "II", "III")), (YEAR, ("I", "II", "III", "IV"))):
            heads = [item.plain for item in document(unit, form).body if item.style == "Phụ lục"]
            assert heads == [f"Phụ lục {number}" for number in numbers], (unit, form)


def test_the_target_of_forums_is_that_of_all_communes() -> None:
    """Proposed: one a commune, so 19 in Nam Đàn and 25 in Vinh."""
    for unit, due in (("nam-dan", "19"), ("vinh", "25")):
        row = next(cells for label, cells in table(document(unit, HALF)).items() if "Số diễn đàn" in label)
        assert row[3] == due


def test_a_figure_that_could_not_be_a_year_before_is_not_asked_for(labels: dict[str, str]) -> None:
    shown = table(document("nam-dan", HALF))
    assert shown[labels["thpt_da_ra_mat_mo_hinh"]][4] == "x"
    assert shown[labels["so_buoi_tuyen_truyen"]][4] == "…"


def test_sums_are_no_places_to_fill_in() -> None:
    """The number is asked for once: of the communes, or in Phụ lục I."""
    for form in REPORTS:
        tags = [control.tag for control in document("nam-dan", form).controls]
        assert [tag for tag in tags if tag.endswith((".tong_xa", ".tong"))] == []


def test_what_is_registered_is_no_result() -> None:
    made = document("nam-dan", HALF)
    heads = next(t for t in made.tables if "Được công nhận sạch về ma túy" in " ".join(t.rows[0].texts))
    assert "Đăng ký sạch về ma túy" in heads.rows[0].texts


def test_columns_that_are_counted_are_chosen_from_a_list() -> None:
    """What decides a sum is no free text, in any table of either form."""
    for form in REPORTS:
        for unit in UNITS:
            controls = {control.tag: control for control in document(unit, form).controls}
            for name, source in sources(workshop().book, form).items():
                for column in source.columns:
                    first = tag_of(source.register, column, "")
                    mine = [control for tag, control in controls.items() if tag.startswith(first)]
                    free = {control.tag for control in mine if control.kind != "dropDownList"}
                    typed = column.total == "sum" or not (column.counted or column.id in source.where)
                    assert typed or not free, (unit, form, name, column.id)


def test_what_counts_says_so_in_its_head() -> None:
    """A commune recognised the year before is no new one, and is not counted with them."""
    for form in REPORTS:
        for unit in UNITS:
            heads = next(t for t in document(unit, form).tables if "Mô hình camera" in t.rows[0].texts).rows[
                0
            ]
            assert {"Đăng ký điển hình mới", "Công nhận mới trong kỳ", "Đăng ký sạch về ma túy"} <= set(
                heads.texts
            )


# What no annex asks for: numbers that only the narrative has.
ONLY_IN_WORDS = {
    "hội viên", "lượt tuần", "tổ hòa", "vụ hòa", "cuộc", "tiêu chí", "vụ trước", "dự kiến",
}  # fmt: skip


@pytest.mark.parametrize("form", REPORTS)
def test_the_narrative_asks_for_no_number_of_an_annex(form: str, book: Book) -> None:
    """R2: each number is asked for once. Of results the narrative wants names, causes, a judgement."""
    labels = {item.label.removeprefix("Số ") for item in book.indicators.indicators if item.core}
    assert not [word for word in ONLY_IN_WORDS if any(label.startswith(f"{word} ") for label in labels)]
    for unit in UNITS:
        for control in document(unit, form).controls:
            if control.kind == "richText" and control.tag.startswith("ii_"):
                asked = re.findall(r"\b[Ss]ố (?!liệu|\d)(\w+(?: \w+)?)", control.text)
                known = [words for words in asked if words.startswith(tuple(ONLY_IN_WORDS))]
                assert asked == known, (unit, control.tag, control.text)
                assert not re.search(r"lượt người|[Tt]ỷ lệ|[Ss]ố tiền|/34", control.text), (
                    unit,
                    control.text,
                )


@pytest.mark.parametrize(
    ("form", "days"),
    [(HALF, "từ 01/12/2022 đến 31/5/2023"), (YEAR, "từ 01/12/2022 đến 30/11/2023")],
)
def test_the_days_of_the_year_before_are_given(form: str, days: str) -> None:
    for unit in UNITS:
        made = document(unit, form).tables[2]
        assert "Cùng kỳ năm trước" in made.rows[0].texts
        assert sum(f"Cùng kỳ năm trước: {days}." in row.texts[0] for row in made.rows) == 1, unit


def test_totals_say_that_nobody_has_to_work_them_out() -> None:
    """A total is no place to fill in, and no cell without a word: also where no figure is known yet."""
    for form in REPORTS:
        for unit in UNITS:
            made = document(unit, form)
            rows = [row.texts for each in made.tables for row in each.rows if "Tổng cộng" in row.texts]
            assert len(rows) == (1 if form == HALF else 3)
            assert {text for row in rows for text in row[2:]} <= {"tự cộng", "x"}, (unit, rows)
            legend = next(row.texts[0] for row in made.tables[2].rows if "“tự cộng”" in row.texts[0])
            annexes = {cells[5] for cells in made.tables[2].entries if cells[5].startswith("Phụ lục")}
            assert set(re.findall("Phụ lục [IVX]+", legend)) == annexes, (unit, legend)


def test_both_forms_say_by_when_they_are_due() -> None:
    for unit in UNITS:
        for form, day in ((HALF, "14/6/2024"), (YEAR, "30/11/2024" if unit == "cua-lo" else "14/12/2024")):
            (hint,) = [each.text for each in document(unit, form).controls if each.tag == "ii_10.noi_dung"]
            assert "Báo cáo này gửi" in hint
            assert day in hint, unit


def test_how_to_fill_in_stands_above_the_table() -> None:
    rows = [row.texts[0] for row in document("nam-dan", HALF).tables[2].rows]
    assert [text[:8] for text in rows[1:5]] == ["Cách ghi", "“Không á", "Số lẻ vi", "“Phụ lục"]


def test_the_list_of_exemplary_units_has_room_for_what_is_due() -> None:
    for unit in UNITS:
        # 01 cơ quan, 01 doanh nghiệp, 02 cơ sở giáo dục (T11-T13), and communes.
        due = 4 + 3
        made = next(
            t for t in document(unit, YEAR).tables if "Quyết định công nhận" in " ".join(t.rows[0].texts)
        )
        assert len(made.entries) >= due, unit
