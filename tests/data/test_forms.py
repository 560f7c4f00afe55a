"""The report and inspection forms ask what the plan asks, in order and in flawless words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "data" / "plans" / "104-kh-ubnd-2024"
WORDING = ROOT / "templates" / "wording" / "104-kh-ubnd-2024"
FORMS = ("indicators.yaml", "checklist.yaml", "model-sheet.yaml")
MINUTES = ("phieu-kiem-tra.j2", "phieu-kiem-tra-cap-xa.j2")
WORDS = ("_bao-cao.j2", "bao-cao-6-thang.j2", "bao-cao-nam.j2", *MINUTES)

# Tags of the filled-in Word files are made of these ids: a changed id loses what clerks typed.
INDICATORS = {
    "A": """
        ky_bao_cao ngay_chot_so_lieu tong_don_vi_cap_xa tong_phuong tong_khu_dan_cu tong_ho_gia_dinh
        tong_co_quan tong_doanh_nghiep tong_co_so_giao_duc
    """,
    "B": """
        so_van_ban_huyen_ban_hanh so_van_ban_xa_ban_hanh ngay_gui_ke_hoach_huyen so_xa_co_ke_hoach
        so_xa_dang_uy_co_nghi_quyet so_hoi_nghi_quan_triet so_luot_nguoi_quan_triet
        so_cuoc_kiem_tra_phong_trao
    """,
    "C": """
        tinh_trang_tong_ket_nd06 tinh_trang_tong_ket_ct26 tinh_trang_tong_ket_ct172
        tinh_trang_tong_ket_ct07_ct13 tinh_trang_so_ket_2_nam_dien_hinh
    """,
    "D": """
        xa_da_cong_nhan_sach_ma_tuy xa_sach_ma_tuy_moi_2024 xa_giu_sach_ma_tuy
        xa_tai_phuc_tap_ma_tuy ty_le_xa_sach_ma_tuy huyen_sach_ma_tuy
        xa_co_mo_hinh_phong_chong_ma_tuy ty_le_xa_co_mo_hinh_ma_tuy
    """,
    "E": """
        so_chuong_trinh_phoi_hop kdc_diem_ngay_hoi_ten xa_to_chuc_ngay_hoi kdc_to_chuc_ngay_hoi
        cq_dn_csgd_to_chuc_ngay_hoi luot_nguoi_du_ngay_hoi kdc_to_chuc_dai_doan_ket
        so_dien_dan_cong_an_lang_nghe luot_nguoi_du_dien_dan y_kien_gop_y_tai_dien_dan
        hoi_vien_nong_dan_bieu_duong hoi_vien_phu_nu_bieu_duong
    """,
    "F": """
        so_buoi_tuyen_truyen luot_nguoi_tuyen_truyen buoi_tuyen_truyen_vung_ton_giao
        buoi_tuyen_truyen_truong_hoc buoi_tuyen_truyen_cq_dn tin_bai_mang_xa_hoi
        so_trang_nhom_mang_xa_hoi luot_phat_thanh_truyen_thanh bang_ron_pano_to_roi hom_thu_to_giac
        ho_ky_cam_ket_antt
    """,
    "G": """
        luot_gap_go_chuc_sac_nguoi_uy_tin vu_viec_phuc_tap_giai_quyet_tai_co_so co_so_ton_giao_tong
        co_so_ton_giao_treo_co ty_le_co_so_ton_giao_treo_co mo_hinh_vung_giao_dan_toc_bien_gioi
        mo_hinh_dan_van_kheo
    """,
    "H": """
        ca_phuong_duy_tri ca_phuong_dat_moi xa_dien_hinh_duy_tri cq_dn_csgd_dien_hinh_duy_tri
        chi_tieu_xa_dien_hinh_2024 xa_dang_ky_dien_hinh xa_dat_dien_hinh_moi ty_le_xa_dien_hinh
        co_quan_dien_hinh_moi doanh_nghiep_dien_hinh_moi csgd_dien_hinh_moi
        so_tieu_chi_xa_dat_binh_quan cap_huyen_dien_hinh_trang_thai
    """,
    "I": """
        mo_hinh_loai mo_hinh_diem mo_hinh_to mo_hinh_thanh_vien mo_hinh_da_ra_soat
        ngay_hoan_thanh_ra_soat mo_hinh_hieu_qua mo_hinh_can_cung_co mo_hinh_thanh_loai
        mo_hinh_nhan_rong mo_hinh_xay_moi dien_hinh_tien_tien_tap_the dien_hinh_tien_tien_ca_nhan
        mo_hinh_tieu_bieu_ten ngay_hoi_nghi_mo_hinh mo_hinh_de_cu_bo doan_kiem_tra_trang_thai
    """,
    "K": """
        xa_co_mo_hinh_camera xa_ntm_nc_km_co_camera xa_ntm_nc_km_tong camera_so_mat camera_ai_so_mat
        camera_ket_noi_ca_xa camera_vu_viec_khai_thac camera_kinh_phi_xhh
    """,
    "L": """
        thpt_tong thpt_da_ra_mat_mo_hinh ty_le_thpt_ra_mat truong_cap_khac_co_mo_hinh
        luot_hoc_sinh_tuyen_truyen so_vu_hoc_sinh_vi_pham so_ket_truong_hoc_gd1
        so_ket_truong_hoc_gd2
    """,
    "M": """
        xa_trong_diem_antt_dau_ky xa_trong_diem_antt_ra_khoi xa_trong_diem_ttatxh_ra_khoi
        xa_dat_tieu_chi_19_2 kdc_dang_ky_an_toan kdc_dat_an_toan xa_dat_an_toan
        cq_dn_csgd_dat_an_toan ty_le_kdc_dat_an_toan xa_phan_loai_xuat_sac xa_phan_loai_kha
        xa_phan_loai_trung_binh xa_phan_loai_yeu huyen_tu_phan_loai to_hoa_giai vu_hoa_giai_thanh
        vu_hoa_giai_tong
    """,
    "N": """
        bao_ve_dan_pho_nguoi ca_xa_ban_chuyen_trach_nguoi to_bao_ve_antt thanh_vien_to_bao_ve_antt
        kdc_co_to_bao_ve_antt dqtv_luot_tuan_tra_phoi_hop lop_tap_huan luot_nguoi_tap_huan
        lop_tap_huan_bao_ve_cq_dn
    """,
    "O": """
        tap_the_khen_thuong ca_nhan_khen_thuong kinh_phi_ngan_sach_huyen kinh_phi_ngan_sach_xa
        kinh_phi_chuong_trinh_ntm kinh_phi_xa_hoi_hoa mo_hinh_duoc_ho_tro_20tr
    """,
    "P": """
        nguon_tin_nhan_dan_cung_cap nguon_tin_co_gia_tri vu_viec_lam_ro_tu_tin
        doi_tuong_bat_van_dong_dau_thu vu_khi_vat_lieu_no_giao_nop nguoi_duoc_cam_hoa_giao_duc
        pham_phap_hinh_su_so_vu pham_phap_hinh_su_tang_giam
    """,
}

# What the printed form asks; the rest is asked in Excel only. Of domain.md 6.4 three are left out (R2):
# the last day of the figures stands in the opening, a share and a target beside the row they belong to.
CORE = """
    tong_don_vi_cap_xa tong_khu_dan_cu so_van_ban_huyen_ban_hanh
    ngay_gui_ke_hoach_huyen so_xa_co_ke_hoach tinh_trang_tong_ket_nd06 tinh_trang_tong_ket_ct26
    tinh_trang_tong_ket_ct172 tinh_trang_tong_ket_ct07_ct13
    tinh_trang_so_ket_2_nam_dien_hinh xa_da_cong_nhan_sach_ma_tuy xa_sach_ma_tuy_moi_2024
    xa_tai_phuc_tap_ma_tuy huyen_sach_ma_tuy xa_co_mo_hinh_phong_chong_ma_tuy
    kdc_diem_ngay_hoi_ten xa_to_chuc_ngay_hoi kdc_to_chuc_ngay_hoi
    luot_nguoi_du_ngay_hoi so_dien_dan_cong_an_lang_nghe y_kien_gop_y_tai_dien_dan
    so_buoi_tuyen_truyen luot_nguoi_tuyen_truyen tin_bai_mang_xa_hoi co_so_ton_giao_tong
    co_so_ton_giao_treo_co ca_phuong_duy_tri ca_phuong_dat_moi xa_dien_hinh_duy_tri
    cq_dn_csgd_dien_hinh_duy_tri xa_dang_ky_dien_hinh
    xa_dat_dien_hinh_moi ty_le_xa_dien_hinh co_quan_dien_hinh_moi doanh_nghiep_dien_hinh_moi
    csgd_dien_hinh_moi cap_huyen_dien_hinh_trang_thai mo_hinh_loai mo_hinh_diem mo_hinh_to
    mo_hinh_thanh_vien mo_hinh_da_ra_soat ngay_hoan_thanh_ra_soat mo_hinh_hieu_qua
    mo_hinh_thanh_loai mo_hinh_nhan_rong mo_hinh_xay_moi mo_hinh_tieu_bieu_ten
    ngay_hoi_nghi_mo_hinh mo_hinh_de_cu_bo doan_kiem_tra_trang_thai xa_co_mo_hinh_camera
    camera_so_mat thpt_tong thpt_da_ra_mat_mo_hinh so_ket_truong_hoc_gd1
    xa_trong_diem_antt_ra_khoi xa_dat_tieu_chi_19_2 kdc_dang_ky_an_toan kdc_dat_an_toan
    xa_dat_an_toan cq_dn_csgd_dat_an_toan to_bao_ve_antt thanh_vien_to_bao_ve_antt lop_tap_huan
    luot_nguoi_tap_huan tap_the_khen_thuong ca_nhan_khen_thuong kinh_phi_ngan_sach_huyen
    kinh_phi_ngan_sach_xa kinh_phi_chuong_trinh_ntm kinh_phi_xa_hoi_hoa
    nguon_tin_nhan_dan_cung_cap nguon_tin_co_gia_tri vu_khi_vat_lieu_no_giao_nop
"""
CORE_SIX_MONTHS = "bao_ve_dan_pho_nguoi ca_xa_ban_chuyen_trach_nguoi"
CORE_YEAR = "so_ket_truong_hoc_gd2 huyen_tu_phan_loai"

ITEMS_PER_GROUP = {"A": 9, "B": 3, "C": 4, "D": 6, "E": 16, "F": 5, "G": 8, "H": 4, "I": 7}
CRITICAL = ["KT01", "KT03", "KT24", "KT25", "KT26", "KT35", "KT41", "KT44", "KT46"]
# First and last item of each run that can be judged at a commune.
COMMUNE_RUNS = [(3, 5), (8, 8), (10, 11), (13, 23), (25, 35), (38, 40), (44, 47), (49, 49), (52, 62)]
ITEM_DEADLINES = {
    "KT01": "D01",
    "KT02": "D01",
    "KT24": "D04",
    "KT36": "D06",
    "KT37": "D07",
    "KT41": "D08",
    "KT42": "D09",
    "KT61": "D02",
}
BOUND = {
    "ca_phuong_duy_tri": {"units": ["vinh", "cua-lo", "thai-hoa"]},
    "ca_phuong_dat_moi": {"units": ["vinh", "hoang-mai"]},
    "cap_huyen_dien_hinh_trang_thai": {"units": ["thai-hoa", "cua-lo", "hoang-mai", "nam-dan"]},
    "tong_phuong": {"traits": ["wards"]},
    "xa_dat_tieu_chi_19_2": {"traits": ["rural_communes"]},
}

MAX_TITLE = 64
MAX_SHORT = 46
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
# Targets that the plan gives to the whole province: nobody's own figure.
PROVINCIAL = re.compile(r"(?<![\d/])(105|48|42|16|07|04)(?![\d/])|T0[1578]\b|T17|T22|T24")
# A row of dots is a line to fill in; a single ellipsis in a sentence is a thought left unfinished.
UNFINISHED = re.compile(r"(?<!…)…(?!…)|\.\.\.|v\.v|\"")
UNDEFINED_SHORT_FORMS = re.compile(
    r"\b(CQ|DN|CSGD|KDC|NTM|CA|CATP|BCĐ|MTTQ|THPT|THCS|DQTV|BVDP|BVANTT|TNXH|PCTP|XDPT|KH|QĐ|NQ|TT|HD|CT)\b(?![-/])"
)


def load(name: str) -> Any:
    return yaml.load((PLAN / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def strings(value: Any) -> Iterator[str]:
    """Every text in a value read from YAML."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    else:
        for item in value:
            yield from strings(item)


TABLE = load("indicators.yaml")
ROWS = {row["id"]: row for row in TABLE["indicators"]}
CHECKLIST = load("checklist.yaml")
ITEMS = {item["id"]: item for item in CHECKLIST["items"]}
SHEET = load("model-sheet.yaml")
COMMUNE_ITEMS = [f"KT{n:02d}" for first, last in COMMUNE_RUNS for n in range(first, last + 1)]


def printed_lines(name: str) -> list[str]:
    """A wording file without its Jinja, line by line."""
    return JINJA.sub("", (WORDING / name).read_text(encoding="utf-8")).splitlines()


def test_indicators_are_all_there_in_order() -> None:
    expected = [(group, name) for group, names in INDICATORS.items() for name in names.split()]
    assert len(expected) == 147
    assert [(row["group"], row["id"]) for row in TABLE["indicators"]] == expected
    assert [group["id"] for group in TABLE["groups"]] == list(INDICATORS)


def test_core_set_and_periods() -> None:
    core = {name: row["periods"] for name, row in ROWS.items() if row["core"] == "yes"}
    assert [name for name, periods in core.items() if periods == ["6-thang", "nam"]] == CORE.split()
    assert [name for name, periods in core.items() if periods == ["6-thang"]] == CORE_SIX_MONTHS.split()
    assert [name for name, periods in core.items() if periods == ["nam"]] == CORE_YEAR.split()
    assert {row["core"] for row in ROWS.values()} == {"yes", "no"}


@pytest.mark.parametrize("row", TABLE["indicators"], ids=lambda row: row["id"])
def test_indicator_fields(row: dict[str, Any]) -> None:
    assert len(row["id"]) <= 40
    assert len(row.get("short", row["label"])) <= MAX_SHORT
    assert row["type"] in set("npmdbt")
    assert row["time"] in {"F", "S", "R", "-"}
    assert (row["time"] == "R") == (row["aggregate"] in {"ratio", "recompute", "weighted_mean"})
    assert (row["time"] == "R") == ("formula" in row)
    if row["type"] == "d" or (row["type"] == "t" and "choices" not in row):
        assert row["time"] == "-"
    if row["applies"] != "all":
        assert row["otherwise"]


def test_formulas_name_existing_counts() -> None:
    ratios = {name: row["formula"] for name, row in ROWS.items() if row["aggregate"] == "ratio"}
    assert {name for name in ROWS if name.startswith("ty_le_")} == set(ratios)
    for name, formula in ratios.items():
        assert set(formula) == {"numerator", "denominator"}, name
    for name, row in ROWS.items():
        for part in row.get("formula", {}).values():
            for other in part:
                assert ROWS[other]["type"] == "n", f"{name} -> {other}"


def test_exemplary_share_counts_kept_and_new_communes() -> None:
    formula = ROWS["ty_le_xa_dien_hinh"]["formula"]
    assert formula == {
        "numerator": ["xa_dien_hinh_duy_tri", "xa_dat_dien_hinh_moi"],
        "denominator": ["tong_don_vi_cap_xa"],
    }


def test_cross_checks_name_existing_indicators() -> None:
    ids = [check["id"] for check in TABLE["checks"]]
    assert len(ids) == len(set(ids)) >= 10
    for check in TABLE["checks"]:
        assert check["relation"] in {"at_most", "equal"}
        assert set(check["left"] + check["right"]) <= set(ROWS), check["id"]


@pytest.mark.parametrize(("name", "applies"), BOUND.items())
def test_named_duties_bind_only_the_named(name: str, applies: dict[str, list[str]]) -> None:
    assert ROWS[name]["applies"] == applies


def test_no_provincial_total_stands_as_a_district_target() -> None:
    for name, row in ROWS.items():
        found = PROVINCIAL.search(row.get("target_text", ""))
        assert not found, f"{name}: {row['target_text']}"


def test_targets_of_the_plan_stand_beside_their_indicators() -> None:
    assert ROWS["ngay_gui_ke_hoach_huyen"]["target_text"] == "Trước 25/02/2024"
    assert ROWS["ty_le_xa_co_mo_hinh_ma_tuy"]["target_text"] == "100%"
    assert ROWS["ca_phuong_dat_moi"]["target_text"] == "{{ figure('T06') }}"
    assert ROWS["co_quan_dien_hinh_moi"]["target_text"] == "Ít nhất {{ figure('T11') }}"


def test_old_and_new_forces_have_their_days() -> None:
    for name in ("bao_ve_dan_pho_nguoi", "ca_xa_ban_chuyen_trach_nguoi"):
        assert ROWS[name]["era"] == {"until": "30/06/2024"}
    for name in ("to_bao_ve_antt", "thanh_vien_to_bao_ve_antt"):
        assert ROWS[name]["era"] == {"from": "01/07/2024"}


def test_checklist_is_all_there_in_order() -> None:
    groups = [group for group, count in ITEMS_PER_GROUP.items() for _ in range(count)]
    assert len(groups) == 62
    assert [item["group"] for item in CHECKLIST["items"]] == groups
    assert [item["id"] for item in CHECKLIST["items"]] == [f"KT{number:02d}" for number in range(1, 63)]
    assert [group["id"] for group in CHECKLIST["groups"]] == list(ITEMS_PER_GROUP)


def test_groups_are_printed_once_and_models_first_for_the_province() -> None:
    assert CHECKLIST["order"]["province"][0] == "E"
    for order in CHECKLIST["order"].values():
        assert sorted(order) == list(ITEMS_PER_GROUP)


def test_critical_items_and_deadlines() -> None:
    assert [name for name, item in ITEMS.items() if item.get("critical") == "yes"] == CRITICAL
    assert {name: item["deadline"] for name, item in ITEMS.items() if "deadline" in item} == ITEM_DEADLINES


def test_what_is_judged_at_a_commune() -> None:
    assert [name for name, item in ITEMS.items() if "commune_text" in item] == COMMUNE_ITEMS


@pytest.mark.parametrize("item", CHECKLIST["items"], ids=lambda item: item["id"])
def test_item_can_be_answered_at_the_table(item: dict[str, Any]) -> None:
    assert item["clause"]
    assert item["evidence"]
    for key in ("text", "commune_text", "evidence"):
        assert not item.get(key, "").endswith("."), key
    # Others' figures must not stand even in a row printed as “Không áp dụng”.
    plain = JINJA.sub("", item["text"])
    if item["id"] in {"KT12", "KT48", "KT49", "KT50", "KT51"}:
        assert item["applies"] != "all"
        assert not re.search(r"\b(0[1-9]|50%|100%) ", plain)


def test_unknown_traits_are_never_preset() -> None:
    for name in ("KT19", "KT20"):
        assert ITEMS[name]["applies"] == "all"
        assert "(nơi " in ITEMS[name]["evidence"]


def test_figures_to_reconcile_and_dossier() -> None:
    for form, names in CHECKLIST["figures"].items():
        assert 8 <= len(names) <= 12, form
        assert set(names) <= set(ROWS), form
    assert CHECKLIST["remedies"]["rows"] == "4"
    assert 10 <= len(CHECKLIST["dossier"]) <= 14


def test_model_sheet_has_six_parts() -> None:
    parts = ("info", "files", "activity", "review", "conclusion", "signatures")
    assert list(SHEET) == ["title", "sheet", *parts]
    assert [SHEET[part]["title"][0] for part in parts] == list("123456")
    rows = [row for part in parts for row in SHEET[part].get("rows", SHEET[part].get("fields"))]
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    assert len(SHEET["files"]["rows"]) == 12
    assert [choice[:2] for choice in SHEET["conclusion"]["fields"][0]["choices"]] == ["1.", "2.", "3.", "4."]


@pytest.mark.parametrize("name", FORMS)
def test_printed_words_of_the_data(name: str) -> None:
    for text in strings(load(name)):
        plain = JINJA.sub("", text)
        assert unicodedata.is_normalized("NFC", text), text
        assert not UNFINISHED.search(plain), text
        assert not UNDEFINED_SHORT_FORMS.search(plain), text


@pytest.mark.parametrize("name", WORDS)
def test_printed_words_of_the_wording_files(name: str) -> None:
    assert unicodedata.is_normalized("NFC", (WORDING / name).read_text(encoding="utf-8"))
    for line in printed_lines(name):
        assert not UNFINISHED.search(line), line
        assert not UNDEFINED_SHORT_FORMS.search(line), line


def test_narrative_controls_have_an_id_a_title_and_a_hint() -> None:
    for name in WORDS:
        for line in (WORDING / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("@nhap "):
                tag, title, hint = [part.strip() for part in line.removeprefix("@nhap ").split("|")]
                # Of several units that were taken over, each has its own.
                assert re.fullmatch(r"[a-z0-9_]{1,40}", JINJA.sub("11", tag)), line
                assert 0 < len(title) <= MAX_TITLE, line
                assert "{" not in title, line
                assert hint.rstrip(".") == hint != "", line


@pytest.mark.parametrize("name", ["_bao-cao.j2", *MINUTES])
def test_text_ends_with_the_end_mark(name: str) -> None:
    part = "closing" if name in MINUTES else "body"
    source = "\n".join(line for line in printed_lines(name) if line.strip())
    wording = source.split(f"=== {part}\n")[1].split("\n=== ")[0]
    assert wording.endswith("./.")


def test_minutes_have_the_parts_between_their_tables() -> None:
    for name in MINUTES:
        parts = [line.removeprefix("=== ") for line in printed_lines(name) if line.startswith("=== ")]
        assert parts[:4] == ["opening", "after_summary", "after_figures", "closing"]
