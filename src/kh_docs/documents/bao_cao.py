"""The 6-month and the year report: forms with a narrative to write and five annexes of figures."""

from __future__ import annotations

from typing import Any

from kh_docs.documents import registers
from kh_docs.documents.frame import Frame, Given, issued_by_committee, lines
from kh_docs.documents.indicator_table import indicator_rows
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.dates_vi import short_date
from kh_docs.model.plan import Period
from kh_docs.render.values import Run

FRAME = Frame("BÁO CÁO", "BC-UBND", "Báo cáo")


def half_year(speech: Speech, given: Given) -> dict[str, Any]:
    """The context of bao-cao-6-thang.docx."""
    return _context(speech, given, "bao-cao-6-thang", "6-thang")


def year(speech: Speech, given: Given) -> dict[str, Any]:
    """The context of bao-cao-nam.docx."""
    return _context(speech, given, "bao-cao-nam", "nam")


def _context(speech: Speech, given: Given, kind: str, span: str) -> dict[str, Any]:
    book = speech.unit_plan.book
    period = next(period for period in book.head.periods if period.kind == kind)
    speech.context["period"] = _period_controls(speech, period, span)
    parts = speech.parts(f"{kind}.j2")
    # In tables the same days stand as text: a control's tag is used only once.
    speech.context["period"] = _period_words(period, span)
    addressee = f"Kính gửi: {book.head.issuer} ({book.head.channels.report})"
    return {
        **issued_by_committee(speech, FRAME, given, parts),
        "addressee": words(addressee),
        "indicators": indicator_rows(speech, span, period),
        "communes": _communes(speech),
        "models": [
            {**row, "note": speech.cell(f"mo_hinh.ghi_chu.{number:02d}", f"Ghi chú, dòng {number}")}
            for number, row in enumerate(registers.models(speech, "mo_hinh", "Phụ lục III"), 1)
        ],
        "exemplars": _exemplars(speech),
        "funding": _money(speech, lines(parts["funding"])),
        "awards": _awards(speech, lines(parts["awards"])),
    }


def _period_controls(speech: Speech, period: Period, span: str) -> dict[str, str]:
    """The days of the period as controls: a default that the clerk may change (G05)."""
    shown = _period_words(period, span)
    for name, column, title in (
        ("from_text", "tu_ngay", "Số liệu tính từ ngày"),
        ("to_text", "den_ngay", "Số liệu tính đến ngày"),
    ):
        run = speech.controls.blank(f"ky_so_lieu.{column}", title, "", shown[name])
        shown[name] = speech.controls.mark(run)
    return shown


def _period_words(period: Period, span: str) -> dict[str, str]:
    return {
        "name": "6 tháng" if span == "6-thang" else "Năm",
        "from_text": short_date(period.from_day),
        "to_text": short_date(period.to_day),
    }


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


def _communes(speech: Speech) -> list[dict[str, Any]]:
    """Phụ lục II: a row for each commune and a total; the tags are `<indicator>.xa.<commune code>`."""
    speech.miss("so_lieu_xa", "Số liệu theo từng đơn vị cấp xã", "Phụ lục II")
    district = speech.unit_plan.district
    rows = [
        {
            "tt": words(str(number)),
            "name": words(f"{commune.type.capitalize()} {commune.name}"),
            **{
                name: speech.cell(f"{tag}.xa.{commune.code}", f"{title} – {commune.name}")
                for name, (tag, title) in COMMUNE_COLUMNS.items()
            },
        }
        for number, commune in enumerate(district.communes, 1)
    ]
    total = {
        name: speech.cell(f"{tag}.tong_xa", f"{title} – tổng cộng")
        for name, (tag, title) in COMMUNE_COLUMNS.items()
    }
    return [*rows, {"tt": [], "name": words("Tổng cộng"), **total}]


def _exemplars(speech: Speech) -> list[dict[str, Any]]:
    """Phụ lục IV: as many rows as the district must show, and some for what it keeps from before."""
    due = sum(int(speech.unit_plan.figure(target).text) for target in ("T10", "T11", "T12", "T13"))
    speech.miss("dien_hinh", "Danh sách đơn vị điển hình duy trì, xây dựng mới", "Phụ lục IV")
    columns = {
        "name": ("ten", "Tên đơn vị điển hình"),
        "kind": ("loai", "Loại đơn vị"),
        "state": ("trang_thai", "Duy trì hay xây dựng mới"),
        "decision": ("quyet_dinh", "Quyết định công nhận"),
        "note": ("ghi_chu", "Ghi chú"),
    }
    return [
        registers.row(speech, "dien_hinh", number, columns, {})
        for number in range(1, due + registers.OPEN_ROWS + 1)
    ]


def _money(speech: Speech, items: list[str]) -> list[dict[str, Any]]:
    """Funding by purpose and source, in million đồng."""
    speech.miss("kinh_phi", "Kinh phí theo nội dung và nguồn", "Phụ lục V")
    columns = {
        "district": ("huyen", "Ngân sách cấp huyện"),
        "commune": ("xa", "Ngân sách cấp xã"),
        "ntm": ("ntm", "Chương trình nông thôn mới"),
        "social": ("xhh", "Xã hội hóa"),
    }
    return _listed(speech, "kinh_phi", items, columns)


def _awards(speech: Speech, items: list[str]) -> list[dict[str, Any]]:
    speech.miss("khen_thuong", "Khen thưởng theo hình thức, cấp khen", "Phụ lục V")
    return _listed(
        speech, "khen_thuong", items, {"groups": ("tap_the", "Tập thể"), "persons": ("ca_nhan", "Cá nhân")}
    )


def _listed(
    speech: Speech, tag: str, items: list[str], columns: dict[str, tuple[str, str]]
) -> list[dict[str, list[Run]]]:
    """Rows whose first column the wording file gives; a line of dots is left for the clerk to name."""
    rows = []
    for number, item in enumerate(items, 1):
        text = (
            words(item)
            if item.strip("… ")
            else speech.cell(f"{tag}.noi_dung.{number:02d}", f"Nội dung, dòng {number}")
        )
        cells = registers.row(speech, tag, number, columns, {})
        rows.append({**cells, "text": text})
    return rows
