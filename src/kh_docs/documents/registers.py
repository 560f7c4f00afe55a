"""The lists that a district fills in: Phụ lục III and IV of its plan."""

from __future__ import annotations

from typing import Any

from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.dates_vi import short_date

# Rows printed for a list whose length only the district knows.
OPEN_ROWS = 5


def of_plan(speech: Speech) -> dict[str, Any]:
    """The tables of Phụ lục III and IV."""
    return {
        "reg_communes": _communes(speech),
        "reg_drugs": _drugs(speech),
        "reg_bodies": _bodies(speech),
        "reg_areas": _areas(speech),
        "reg_schools": _schools(speech),
        "reg_models": models(speech, "dk_mo_hinh"),
        "has_shares": bool(speech.unit_plan.local.shares),
        "share_rows": _shares(speech),
    }


def _communes(speech: Speech) -> list[dict[str, Any]]:
    """Communes that register: those chosen, all of them at 100 %, else as many empty rows as are due."""
    unit_plan = speech.unit_plan
    due = int(unit_plan.figure("T10").text)
    chosen = [item.model_dump() for item in unit_plan.local.exemplary_communes]
    if not chosen and due == len(unit_plan.district.communes):
        chosen = [{"name": commune.name} for commune in unit_plan.district.communes]
    if len(chosen) < due:
        speech.miss("dk_xa_dien_hinh", f"Danh sách {due:02d} đơn vị cấp xã đăng ký điển hình", "Phụ lục III")
    chosen += [{} for _index in range(due - len(chosen))]
    columns = {
        "name": ("ten", "Tên xã đăng ký điển hình"),
        "year": ("nam", "Năm đăng ký"),
        "met": ("so_dat", "Số tiêu chí đạt"),
        "missing": ("con_thieu", "Tiêu chí còn thiếu"),
        "due": ("thoi_diem", "Thời điểm đề nghị công nhận"),
    }
    year = str(unit_plan.book.head.year)
    return [
        row(speech, "dk_xa_dien_hinh", number, columns, {**item, "year": item.get("year") or year})
        for number, item in enumerate(chosen, 1)
    ]


def _drugs(speech: Speech) -> list[dict[str, Any]]:
    """Every commune with its state; the plan does not say which ones are drug-free (G17)."""
    unit_plan = speech.unit_plan
    local = unit_plan.local
    if not (local.drug_free_communes or local.to_clean_communes):
        speech.miss("dk_ma_tuy", "Tình trạng sạch về ma túy của từng đơn vị cấp xã", "Phụ lục III")
    rows = []
    for number, commune in enumerate(unit_plan.district.communes, 1):
        state = ""
        if commune.name in local.drug_free_communes:
            state = "Giữ vững"
        elif commune.name in local.to_clean_communes:
            state = f"Làm sạch năm {unit_plan.book.head.year}"
        title = commune.name
        rows.append(
            {
                "tt": words(str(number)),
                "name": words(f"{commune.type.capitalize()} {commune.name}"),
                "state": speech.cell(
                    f"dk_ma_tuy.tinh_trang.{commune.code}", f"Giữ vững/Làm sạch – {title}", state
                ),
                "due": speech.cell(f"dk_ma_tuy.thoi_diem.{commune.code}", f"Thời điểm – {title}"),
                "note": speech.cell(f"dk_ma_tuy.ghi_chu.{commune.code}", f"Ghi chú – {title}"),
            }
        )
    return rows


def _bodies(speech: Speech) -> list[dict[str, Any]]:
    """Agencies, enterprises and schools: one row for each that is due, kinds filled in."""
    unit_plan = speech.unit_plan
    due = {"cơ quan": "T11", "doanh nghiệp": "T12", "cơ sở giáo dục": "T13"}
    items: list[dict[str, str]] = []
    for kind, target in due.items():
        known = [body.model_dump() for body in unit_plan.local.bodies if body.kind == kind]
        lacking = int(unit_plan.figure(target).text) - len(known)
        items += known + [{"kind": kind} for _index in range(lacking)]
    if any("name" not in item for item in items):
        speech.miss("dk_co_quan", "Danh sách cơ quan, doanh nghiệp, cơ sở giáo dục đăng ký", "Phụ lục III")
    columns = {
        "name": ("ten", "Tên đơn vị đăng ký"),
        "kind": ("loai", "Loại đơn vị"),
        "size": ("quy_mo", "Quy mô, cấp học"),
        "address": ("dia_chi", "Địa chỉ (xã)"),
    }
    for item in items:
        item["kind"] = item["kind"].capitalize()
    return [row(speech, "dk_co_quan", number, columns, item) for number, item in enumerate(items, 1)]


def _areas(speech: Speech) -> list[dict[str, Any]]:
    area = speech.unit_plan.local.model_area
    if area is None:
        speech.miss("dk_kdc_diem", "Khu dân cư làm điểm Ngày hội", "Phụ lục III")
    columns = {
        "name": ("ten", "Khu dân cư làm điểm Ngày hội"),
        "address": ("dia_chi", "Thuộc xã"),
        "reason": ("ly_do", "Lý do chọn"),
    }
    return [row(speech, "dk_kdc_diem", 1, columns, area.model_dump() if area else {})]


def _schools(speech: Speech) -> list[dict[str, Any]]:
    items = [
        {
            "name": school.name,
            "officer": school.officer,
            "launch": short_date(school.launched_on) if school.launched_on else "",
        }
        for school in speech.unit_plan.local.high_schools
    ]
    if not items:
        speech.miss("dk_thpt", "Danh sách trường trung học phổ thông ra mắt mô hình", "Phụ lục III")
        items = [{} for _index in range(OPEN_ROWS)]
    columns = {
        "name": ("ten", "Tên trường trung học phổ thông"),
        "launch": ("ngay_ra_mat", "Ngày ra mắt dự kiến"),
        "officer": ("cong_an", "Công an phụ trách"),
    }
    return [row(speech, "dk_thpt", number, columns, item) for number, item in enumerate(items, 1)]


def models(speech: Speech, tag: str, place: str = "Phụ lục III") -> list[dict[str, Any]]:
    """The district's models, counted by points, teams and members; open rows when none is known."""
    items = [
        {key: str(value) for key, value in model.model_dump().items() if value not in (None, "")}
        for model in speech.unit_plan.local.models
    ]
    if not items:
        speech.miss(tag, "Danh mục mô hình, điển hình (tên, số điểm, số tổ, thành viên)", place)
        items = [{} for _index in range(OPEN_ROWS)]
    columns = {
        "name": ("ten", "Tên mô hình"),
        "kind": ("loai", "Loại địa bàn"),
        "points": ("so_diem", "Số điểm"),
        "teams": ("so_to", "Số tổ"),
        "members": ("thanh_vien", "Số thành viên"),
        "lead": ("chu_tri", "Cơ quan chủ trì"),
        "year": ("nam", "Năm xây dựng"),
        "group": ("nhom", "Kết quả rà soát (nhóm 1-4)"),
    }
    return [row(speech, tag, number, columns, item) for number, item in enumerate(items, 1)]


def _shares(speech: Speech) -> list[dict[str, Any]]:
    local = speech.unit_plan.local
    rows = []
    for number, commune in enumerate(speech.unit_plan.district.communes, 1):
        share = local.shares.get(commune.name)
        values = share.model_dump() if share else {}
        rows.append(
            {
                "tt": words(str(number)),
                "name": words(f"{commune.type.capitalize()} {commune.name}"),
                **{
                    field: speech.cell(
                        f"giao_chi_tieu.{tag}.{commune.code}",
                        f"{title} – {commune.name}",
                        values.get(field, ""),
                    )
                    for field, (tag, title) in SHARE_COLUMNS.items()
                },
            }
        )
    return rows if local.shares else []


SHARE_COLUMNS = {
    "exemplary": ("dien_hinh", "Xã điển hình"),
    "drug_free": ("sach_ma_tuy", "Sạch về ma túy"),
    "drug_model": ("mo_hinh", "Mô hình phòng, chống ma túy"),
    "camera": ("camera", "Mô hình camera"),
    "safe_areas": ("kdc_an_toan", "Khu dân cư An toàn về ANTT"),
}


def row(
    speech: Speech, tag: str, number: int, columns: dict[str, tuple[str, str]], values: dict[str, Any]
) -> dict[str, Any]:
    """One row of a list: `<list>.<column>.<row number>` are the tags of its cells."""
    cells = {
        name: speech.cell(
            f"{tag}.{column}.{number:02d}", f"{title}, dòng {number}", str(values.get(name) or "")
        )
        for name, (column, title) in columns.items()
    }
    return {"tt": words(str(number)), **cells}
