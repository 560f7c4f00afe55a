"""The lists that a unit fills in: Phụ lục III and IV of its plan."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.model.local import NO_COMMUNE_DATA, LocalData, MovementModel
from kh_docs.model.units import Unit

# Rows printed for a list whose length only the unit knows.
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
    known = unit_plan.local.communes
    titles = {each.name: f"{each.type.capitalize()} {each.name}" for each in unit_plan.unit.children}
    chosen: list[dict[str, Any]] = [
        {"name": titles[name], **vars(known[name])} for name in unit_plan.local.exemplary_communes
    ]
    if not chosen and due == len(unit_plan.unit.children):
        chosen = [{"name": title} for title in titles.values()]
    chosen += [{} for _index in range(due - len(chosen))]
    columns = {
        "name": ("ten", "Tên xã đăng ký điển hình"),
        "year": ("nam", "Năm đăng ký"),
        "met": ("so_dat", "Số tiêu chí đạt"),
        "missing": ("con_thieu", "Tiêu chí còn thiếu"),
        "due": ("thoi_diem", "Thời điểm đề nghị công nhận"),
    }
    # A total includes communes that registered in earlier years.
    year = "" if unit_plan.target("T10").cumulative else str(unit_plan.book.head.year)
    with speech.table(
        "dk_xa_dien_hinh", f"Danh sách {due:02d} đơn vị cấp xã đăng ký điển hình", "Phụ lục III"
    ):
        return [
            # Whoever counts the criteria that are met knows when none is missing.
            row(
                speech,
                "dk_xa_dien_hinh",
                number,
                columns,
                {**item, "year": item.get("year") or year},
                may_be_empty=("missing",) if item.get("met") is not None else (),
            )
            for number, item in enumerate(chosen, 1)
        ]


def _drugs(speech: Speech) -> list[dict[str, Any]]:
    """Every commune with its state; the plan does not say which ones are drug-free (G17)."""
    unit_plan = speech.unit_plan
    states = {"giữ vững": "Giữ vững", "làm sạch": f"Làm sạch năm {unit_plan.book.head.year}", "": ""}
    with speech.table("dk_ma_tuy", "Tình trạng sạch về ma túy của từng đơn vị cấp xã", "Phụ lục III"):
        return [
            _drug_row(speech, number, commune, states)
            for number, commune in enumerate(unit_plan.unit.children, 1)
        ]


def _drug_row(speech: Speech, number: int, commune: Unit, states: dict[str, str]) -> dict[str, Any]:
    told = speech.unit_plan.local.communes.get(commune.name, NO_COMMUNE_DATA)
    title = commune.name
    # A commune that keeps what it has been recognised for has no deadline.
    due_cell = speech.note_cell if told.drugs == "giữ vững" else speech.cell
    return {
        "tt": words(str(number)),
        "name": words(f"{commune.type.capitalize()} {commune.name}"),
        "state": speech.cell(
            f"dk_ma_tuy.tinh_trang.{commune.code}", f"Giữ vững/Làm sạch – {title}", states[told.drugs]
        ),
        "due": due_cell(f"dk_ma_tuy.thoi_diem.{commune.code}", f"Thời điểm – {title}", told.drugs_due),
        "note": speech.note_cell(f"dk_ma_tuy.ghi_chu.{commune.code}", f"Ghi chú – {title}", told.drugs_note),
    }


def _bodies(speech: Speech) -> list[dict[str, Any]]:
    """Agencies, enterprises and schools: one row for each that is due, kinds filled in."""
    unit_plan = speech.unit_plan
    due = {"cơ quan": "T11", "doanh nghiệp": "T12", "cơ sở giáo dục": "T13"}
    items: list[dict[str, str]] = []
    for kind, target in due.items():
        known = [dict(vars(body)) for body in unit_plan.local.bodies if body.kind == kind]
        lacking = int(unit_plan.figure(target).text) - len(known)
        items += known + [{"kind": kind} for _index in range(lacking)]
    columns = {
        "name": ("ten", "Tên đơn vị đăng ký"),
        "kind": ("loai", "Loại đơn vị"),
        "size": ("quy_mo", "Quy mô, cấp học"),
        "address": ("dia_chi", "Địa chỉ (xã)"),
    }
    for item in items:
        item["kind"] = item["kind"].capitalize()
    with speech.table("dk_co_quan", "Danh sách cơ quan, doanh nghiệp, cơ sở giáo dục đăng ký", "Phụ lục III"):
        return [row(speech, "dk_co_quan", number, columns, item) for number, item in enumerate(items, 1)]


def _areas(speech: Speech) -> list[dict[str, Any]]:
    area = speech.unit_plan.local.model_area
    columns = {
        "name": ("ten", "Khu dân cư làm điểm Ngày hội"),
        "address": ("dia_chi", "Thuộc xã"),
        "reason": ("ly_do", "Lý do chọn"),
    }
    with speech.table("dk_kdc_diem", "Khu dân cư làm điểm Ngày hội", "Phụ lục III"):
        return [row(speech, "dk_kdc_diem", 1, columns, vars(area) if area else {})]


def _schools(speech: Speech) -> list[dict[str, Any]]:
    items = [
        {
            "name": school.name,
            "officer": school.officer,
            "launch": short_date(school.launched_on) if school.launched_on else "",
        }
        for school in speech.unit_plan.local.high_schools
    ]
    items = items or [{} for _index in range(OPEN_ROWS)]
    columns = {
        "name": ("ten", "Tên trường trung học phổ thông"),
        "launch": ("ngay_ra_mat", "Ngày ra mắt dự kiến"),
        "officer": ("cong_an", "Công an phụ trách"),
    }
    with speech.table("dk_thpt", "Danh sách trường trung học phổ thông ra mắt mô hình", "Phụ lục III"):
        return [row(speech, "dk_thpt", number, columns, item) for number, item in enumerate(items, 1)]


def models(speech: Speech, tag: str, place: str = "Phụ lục III") -> list[dict[str, Any]]:
    """The unit's models, counted by points, teams and members; open rows when none is known."""
    items = [_model_values(model) for model in speech.unit_plan.local.models]
    items = items or [{} for _index in range(OPEN_ROWS)]
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
    with speech.table(tag, "Danh mục mô hình, điển hình (tên, số điểm, số tổ, thành viên)", place):
        return [row(speech, tag, number, columns, item) for number, item in enumerate(items, 1)]


def _model_values(model: MovementModel) -> dict[str, str]:
    counts = {"points": model.points, "teams": model.teams, "members": model.members}
    numbers = {name: "" if value is None else printed_number(str(value)) for name, value in counts.items()}
    return {
        "name": model.name,
        "kind": model.kind,
        "lead": model.lead,
        "year": model.year,
        "group": model.group,
        "note": model.note,
        **numbers,
    }


def _shares(speech: Speech) -> list[dict[str, Any]]:
    local = speech.unit_plan.local
    rows = []
    for number, commune in enumerate(speech.unit_plan.unit.children, 1):
        values = _share_values(local, commune.name)
        rows.append(
            {
                "tt": words(str(number)),
                "name": words(f"{commune.type.capitalize()} {commune.name}"),
                **{
                    # Not every commune is given everything.
                    field: speech.note_cell(
                        f"giao_chi_tieu.{tag}.{commune.code}",
                        f"{title} – {commune.name}",
                        printed_number(values.get(field, "")),
                    )
                    for field, (tag, title) in SHARE_COLUMNS.items()
                },
            }
        )
    return rows if local.shares else []


def _share_values(local: LocalData, name: str) -> dict[str, str]:
    """What the commune is given; what the lists of Phụ lục III already say of it need not be said twice."""
    share = local.shares.get(name)
    told = local.communes.get(name, NO_COMMUNE_DATA)
    known = {
        "exemplary": "Đăng ký" if told.exemplary else "",
        "drug_free": {"giữ vững": "Giữ vững", "làm sạch": "Làm sạch"}.get(told.drugs, ""),
    }
    return known | {field: value for field, value in (vars(share) if share else {}).items() if value}


SHARE_COLUMNS = {
    "exemplary": ("dien_hinh", "Xã điển hình"),
    "drug_free": ("sach_ma_tuy", "Sạch về ma túy"),
    "drug_model": ("mo_hinh", "Mô hình phòng, chống ma túy"),
    "camera": ("camera", "Mô hình camera"),
    "safe_areas": ("kdc_an_toan", "Khu dân cư An toàn về ANTT"),
}


def row(
    speech: Speech,
    tag: str,
    number: int,
    columns: dict[str, tuple[str, str]],
    values: Mapping[str, Any],
    may_be_empty: Collection[str] = (),
) -> dict[str, Any]:
    """One row of a list: `<list>.<column>.<row number>` are the tags of its cells."""
    cells = {}
    for name, (column, title) in columns.items():
        value = values.get(name)
        make = speech.note_cell if name in may_be_empty else speech.cell
        shown = "" if value is None else str(value)
        cells[name] = make(f"{tag}.{column}.{number:02d}", f"{title}, dòng {number}", shown)
    return {"tt": words(str(number)), **cells}
