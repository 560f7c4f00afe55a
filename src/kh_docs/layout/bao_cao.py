"""The layout of the two report forms: narrative to fill in, then five annexes of figures."""

from __future__ import annotations

from kh_docs.layout.annex import ANNEX_LINES, annex_head, table_name
from kh_docs.layout.blocks import blocks
from kh_docs.layout.controls import slot
from kh_docs.layout.header import HEADER_LINES, abstract_line, header, title
from kh_docs.layout.package import package
from kh_docs.layout.page import ANNEX_WIDE, MAIN, section_end
from kh_docs.layout.signature import signature
from kh_docs.layout.styles import style_id
from kh_docs.layout.tables import Column, number_column, ruled_table
from kh_docs.layout.xml import paragraph, when

_INDICATORS = [
    number_column(),
    Column("Chỉ tiêu", 66, "text"),
    Column("Đơn vị tính", 17, "measure", centred=True),
    Column("Chỉ tiêu kế~hoạch năm", 26, "target", centred=True),
    Column("Kỳ trước (cùng~kỳ)", 20, "previous", centred=True),
    Column("Thực hiện kỳ~này", 23, "current", centred=True),
    Column("Lũy kế", 20, "cumulative", centred=True),
    Column("% so kế~hoạch", 19, "vs_plan", centred=True),
    Column("% so cùng~kỳ", 18, "vs_previous", centred=True),
    Column("Ghi chú", 37, "note"),
]
_COMMUNES = [
    number_column(),
    Column("{{ terms.children }}", 40, "name"),
    Column("Đăng ký điển~hình", 24, "registered", centred=True),
    Column("Kết quả điển~hình", 26, "result", centred=True),
    Column("Sạch về ma túy (giữ, làm mới)", 26, "drug_free", centred=True),
    Column("Mô hình phòng, chống tội phạm, ma túy", 34, "drug_model", centred=True),
    Column("Mô hình camera", 22, "camera", centred=True),
    Column("Đạt", 18, "safe_areas", centred=True, group="Khu dân cư “An toàn về ANTT”"),
    Column("Tổng số", 18, "total_areas", centred=True, group="Khu dân cư “An toàn về ANTT”"),
    Column("Số Tổ bảo vệ ANTT", 19, "teams", centred=True),
    Column("Xếp loại phong trào", 19, "grade", centred=True),
]
_MODELS = [
    number_column(),
    Column("Tên mô hình", 60, "name"),
    Column("Loại địa bàn", 34, "kind"),
    Column("Số điểm", 16, "points", centred=True),
    Column("Số tổ", 16, "teams", centred=True),
    Column("Số thành viên", 20, "members", centred=True),
    Column("Cơ quan chủ trì", 32, "lead"),
    Column("Năm xây dựng", 18, "year", centred=True),
    Column("Kết quả rà~soát (nhóm~1-4)", 24, "group", centred=True),
    Column("Ghi chú", 26, "note"),
]
_EXEMPLARS = [
    number_column(),
    Column("Đơn vị", 80, "name"),
    Column("Loại", 44, "kind"),
    Column("Duy trì, xây~dựng~mới", 36, "state", centred=True),
    Column("Quyết định công~nhận (số,~ngày)", 52, "decision"),
    Column("Ghi chú", 34, "note"),
]
_SOURCES = "Nguồn kinh phí (triệu đồng)"
_FUNDING = [
    number_column(),
    Column("Nội dung", 106, "text"),
    Column("Ngân sách {{ terms.unit_type }}", 35, "district", centred=True, group=_SOURCES),
    Column("Ngân sách cấp xã", 35, "commune", centred=True, group=_SOURCES),
    Column("Nông thôn mới", 35, "ntm", centred=True, group=_SOURCES),
    Column("Xã hội hóa", 35, "social", centred=True, group=_SOURCES),
]
_AWARDS = [
    number_column(),
    Column("Hình thức, cấp khen thưởng", 146, "text"),
    Column("Tập thể", 50, "groups", centred=True),
    Column("Cá nhân", 50, "persons", centred=True),
]


def half_year() -> bytes:
    """The report of the first six months."""
    return _report("6 tháng đầu năm 2024, phương hướng, nhiệm vụ 6 tháng cuối năm 2024")


def year() -> bytes:
    """The report of the year."""
    return _report("Kết quả xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc")


def _report(longest_abstract_line: str) -> bytes:
    under_abstract = abstract_line(longest_abstract_line)
    content = [
        header(),
        *title(under_abstract),
        *when("addressee", [paragraph(style_id("kinh_gui"), slot("addressee"))]),
        *blocks("body"),
        signature(),
        section_end(MAIN),
        *annex_head("I", "indicators", ANNEX_WIDE),
        ruled_table("indicators", _INDICATORS, grouped=True, closing=True),
        section_end(ANNEX_WIDE),
        *annex_head("II", "communes", ANNEX_WIDE),
        ruled_table("communes", _COMMUNES, closing=True),
        section_end(ANNEX_WIDE),
        *annex_head("III", "models", ANNEX_WIDE),
        ruled_table("models", _MODELS, closing=True),
        section_end(ANNEX_WIDE),
        *annex_head("IV", "exemplars", ANNEX_WIDE),
        ruled_table("exemplars", _EXEMPLARS, closing=True),
        section_end(ANNEX_WIDE),
        *annex_head("V", "funding", ANNEX_WIDE),
        table_name("{{ titles.funding }}"),
        ruled_table("funding", _FUNDING),
        table_name("{{ titles.awards }}"),
        ruled_table("awards", _AWARDS, closing=True),
        section_end(),
    ]
    return package(content, ANNEX_WIDE, [*HEADER_LINES, under_abstract, ANNEX_LINES[ANNEX_WIDE]])
