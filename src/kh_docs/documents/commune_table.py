"""Phụ lục II and IV of a report: figures by commune, and the list of exemplary units."""

from __future__ import annotations

from typing import Any

from kh_docs.documents import registers
from kh_docs.documents.indicator_table import NO_MEANING
from kh_docs.documents.known_figures import total
from kh_docs.documents.runs import YES_NO, words
from kh_docs.documents.speech import Speech
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.model.local import NO_COMMUNE_DATA
from kh_docs.model.units import Unit
from kh_docs.render.values import Run

# Tag of the indicator, heading, and the words of the cell where it is neither a number nor free.
COMMUNE_COLUMNS = {
    "registered": ("xa_dang_ky_dien_hinh", "Đăng ký điển hình"),
    "result": ("xa_dat_dien_hinh_moi", "Kết quả điển hình"),
    "drug_free": ("xa_giu_sach_ma_tuy", "Sạch về ma túy"),
    "drug_model": ("xa_co_mo_hinh_phong_chong_ma_tuy", "Mô hình phòng, chống ma túy"),
    "camera": ("xa_co_mo_hinh_camera", "Mô hình camera"),
    "safe_areas": ("kdc_dat_an_toan", "Khu dân cư đạt An toàn"),
    "total_areas": ("tong_khu_dan_cu", "Tổng số khu dân cư"),
    "teams": ("to_bao_ve_antt", "Số Tổ bảo vệ ANTT"),
    "grade": ("xa_phan_loai", "Xếp loại phong trào"),
}
COMMUNE_CHOICES = {
    "result": ("Đạt", "Chưa đạt", "Không đăng ký"),
    "drug_model": YES_NO,
    "camera": YES_NO,
    "grade": ("Xuất sắc", "Khá", "Trung bình", "Yếu"),
}
NUMBERS = ("safe_areas", "total_areas", "teams")
# The words that count as one when the column is summed up.
_COUNTED = {
    "registered": ("Có",),
    "result": ("Đạt",),
    "drug_free": ("Giữ", "Làm mới"),
    "drug_model": ("Có",),
    "camera": ("Có",),
}


def commune_rows(speech: Speech) -> list[dict[str, Any]]:
    """A row for each commune and a total; the tags are `<indicator>.xa.<commune code>`."""
    communes = speech.unit_plan.unit.children
    values = {commune.code: _values(speech, commune) for commune in communes}
    with speech.table("so_lieu_xa", "Số liệu theo từng đơn vị cấp xã", "Phụ lục II"):
        rows = [
            {
                "tt": words(str(number)),
                "name": words(f"{commune.type.capitalize()} {commune.name}"),
                **{
                    name: speech.cell(
                        f"{tag}.xa.{commune.code}", f"{title} – {commune.name}", values[commune.code][name]
                    )
                    for name, (tag, title) in COMMUNE_COLUMNS.items()
                },
            }
            for number, commune in enumerate(communes, 1)
        ]
        totals = {
            name: _total(speech, name, [row[name] for row in values.values()]) for name in COMMUNE_COLUMNS
        }
    return [*rows, {"tt": [], "name": words("Tổng cộng"), **totals}]


def _values(speech: Speech, commune: Unit) -> dict[str, str]:
    """What is known of one commune, here or from the list of communes."""
    local = speech.unit_plan.local
    told = local.communes.get(commune.name, NO_COMMUNE_DATA)
    registered = ""
    if local.exemplary_communes:
        registered = "Có" if told.exemplary else "Không"
    known = {
        "registered": registered,
        "result": "Không đăng ký" if registered == "Không" else "",
        "drug_free": {"giữ vững": "Giữ", "làm sạch": "Làm mới"}.get(told.drugs, ""),
    }
    return {
        name: speech.controls.answer(f"{tag}.xa.{commune.code}", known.get(name, ""))
        for name, (tag, _title) in COMMUNE_COLUMNS.items()
    }


def _total(speech: Speech, name: str, cells: list[str]) -> list[Run]:
    """The sum once every commune has answered; before that, how many have not."""
    tag, title = COMMUNE_COLUMNS[name]
    given = [cell for cell in cells if cell]
    amount = ""
    if given and len(given) < len(cells):
        amount = f"thiếu {len(cells) - len(given):02d}/{len(cells):02d}"
    elif given:
        words_counted = _COUNTED.get(name, ())
        amount = (
            total(cells)
            if name in NUMBERS
            else printed_number(str(sum(cell in words_counted for cell in cells)))
        )
    if name == "grade" and given:
        return words(NO_MEANING)
    return speech.cell(f"{tag}.tong_xa", f"{title} – tổng cộng", amount)


def exemplar_rows(speech: Speech) -> list[dict[str, Any]]:
    """Units that stay exemplary and units that become so; empty rows while the unit has named none."""
    items = _exemplars(speech)
    due = sum(int(speech.unit_plan.figure(target).text) for target in ("T10", "T11", "T12", "T13"))
    columns = {
        "name": ("ten", "Tên đơn vị điển hình"),
        "kind": ("loai", "Loại đơn vị"),
        "state": ("trang_thai", "Duy trì hay xây dựng mới"),
        "decision": ("quyet_dinh", "Quyết định công nhận"),
        "note": ("ghi_chu", "Ghi chú"),
    }
    rows = items or [{} for _index in range(due + registers.OPEN_ROWS)]
    with speech.table("dien_hinh", "Danh sách đơn vị điển hình duy trì, xây dựng mới", "Phụ lục IV"):
        return [
            # A unit that only registers has no decision yet.
            registers.row(
                speech, "dien_hinh", number, columns, item, ("note", "decision") if item else ("note",)
            )
            for number, item in enumerate(rows, 1)
        ]


def _exemplars(speech: Speech) -> list[dict[str, str]]:
    local = speech.unit_plan.local
    types = {commune.name: commune.type for commune in speech.unit_plan.unit.children}
    kept = [{**vars(item), "kind": _capital(item.kind), "state": "Duy trì"} for item in local.kept]
    new = [
        {
            "name": f"{types[name].capitalize()} {name}",
            "kind": "Đơn vị cấp xã",
            "state": "Xây dựng mới",
            "decision": local.communes[name].decision,
        }
        for name in local.exemplary_communes
    ]
    bodies = [
        {"name": body.name, "kind": _capital(body.kind), "state": "Xây dựng mới", "decision": body.decision}
        for body in local.bodies
    ]
    return [*kept, *new, *bodies]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
