"""The layout of ke-hoach.docx: a unit's plan with its annexes of targets, tasks, lists and shares."""

from __future__ import annotations

from itertools import chain

from lxml import etree

from kh_docs.layout.annex import ANNEX_LINES, annex_end, annex_head, table_name
from kh_docs.layout.blocks import blocks
from kh_docs.layout.header import HEADER_LINES, abstract_line, header, title
from kh_docs.layout.package import package
from kh_docs.layout.page import ANNEX_WIDE, MAIN, section_end
from kh_docs.layout.signature import signature
from kh_docs.layout.tables import Column, number_column, ruled_table
from kh_docs.layout.xml import tag_paragraph, when

_TARGETS = [
    number_column(),
    Column("Chỉ tiêu", 52, "text"),
    Column("Đơn vị tính", 18, "measure", centred=True),
    Column("Chỉ tiêu tỉnh giao (điều khoản của {{ terms.plan }})", 66, "given"),
    Column("Chỉ tiêu của {{ terms.unit_type }}", 22, "own", centred=True),
    Column("Cách tính", 42, "how"),
    Column("Cơ quan theo~dõi", 24, "watcher"),
    Column("Thời hạn", 22, "due"),
]
_TASKS = [
    number_column(9),
    Column("Nhiệm vụ", 80, "text"),
    Column("Cơ quan chủ~trì", 29, "lead"),
    Column("Cơ quan phối hợp", 50, "support"),
    Column("Thời hạn", 26, "due"),
    Column("Sản phẩm, chỉ~tiêu", 35, "result"),
    Column("Điều khoản của {{ terms.plan }}", 28, "clause"),
]
_LISTS = {
    "reg_communes": [
        number_column(),
        Column("{{ terms.children }}", 56, "name"),
        Column("Năm đăng ký", 28, "year", centred=True),
        Column("Số tiêu chí đã~đạt", 32, "met", centred=True),
        Column("Tiêu chí còn thiếu", 80, "missing"),
        Column("Thời điểm đề~nghị công~nhận", 50, "due"),
    ],
    "reg_drugs": [
        number_column(),
        Column("{{ terms.children }}", 66, "name"),
        Column("Tình trạng hiện nay", 70, "state"),
        Column("Thời hạn hoàn thành", 50, "due"),
        Column("Ghi chú", 60, "note"),
    ],
    "reg_bodies": [
        number_column(),
        Column("Tên cơ quan, doanh nghiệp, cơ sở giáo dục", 86, "name"),
        Column("Loại", 44, "kind"),
        Column("Quy mô, cấp học", 50, "size"),
        Column("Địa chỉ", 66, "address"),
    ],
    "reg_areas": [
        number_column(),
        Column("Khu dân cư", 76, "name"),
        Column("Địa chỉ", 76, "address"),
        Column("Lý do lựa chọn", 94, "reason"),
    ],
    "reg_schools": [
        number_column(),
        Column("Tên trường", 106, "name"),
        Column("Ngày ra mắt mô hình (dự kiến)", 60, "launch", centred=True),
        Column("Cán bộ Công an phụ trách", 80, "officer"),
    ],
}
_MODELS = [
    number_column(),
    Column("Tên mô hình", 70, "name"),
    Column("Loại địa bàn", 40, "kind"),
    Column("Số điểm", 20, "points", centred=True),
    Column("Số tổ", 20, "teams", centred=True),
    Column("Số thành viên", 24, "members", centred=True),
    Column("Cơ quan chủ trì", 40, "lead"),
    Column("Xếp nhóm", 32, "group"),
]
_SHARES = [
    number_column(),
    Column("{{ terms.children }}", 56, "name"),
    Column("Xây dựng điển hình về phong trào", 38, "exemplary", centred=True),
    Column("Sạch về ma túy", 38, "drug_free", centred=True),
    Column("Mô hình phòng, chống tội phạm, tệ nạn ma túy", 40, "drug_model", centred=True),
    Column("Mô hình camera an ninh", 36, "camera", centred=True),
    Column("Khu dân cư đạt “An toàn về an ninh, trật tự”", 38, "safe_areas", centred=True),
]


def build() -> bytes:
    """Plan, Phụ lục I to III, and Phụ lục IV if the unit shares its targets out among its communes."""
    under_abstract = abstract_line("Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc")
    content = [
        header(),
        *title(under_abstract),
        *blocks("body"),
        signature(),
        section_end(MAIN),
        *annex_head("I", "targets", ANNEX_WIDE),
        ruled_table("targets", _TARGETS, closing=True),
        section_end(ANNEX_WIDE),
        *annex_head("II", "tasks", ANNEX_WIDE),
        ruled_table("tasks", _TASKS, grouped=True, closing=True),
        section_end(ANNEX_WIDE),
        *annex_head("III", "registration", ANNEX_WIDE),
        *_registration(),
        # Phụ lục III ends either here, or with the file: both have the same section.
        *when(
            "has_shares",
            [
                section_end(ANNEX_WIDE),
                *annex_head("IV", "shares", ANNEX_WIDE),
                ruled_table("share_rows", _SHARES, closing=True),
            ],
        ),
        section_end(),
    ]
    return package(content, ANNEX_WIDE, [*HEADER_LINES, under_abstract, ANNEX_LINES[ANNEX_WIDE]])


def _registration() -> list[etree._Element]:
    lists = [
        when(name, [table_name(f"{{{{ titles.{name} }}}}"), ruled_table(name, columns)])
        for name, columns in _LISTS.items()
    ]
    models = [table_name("{{ titles.reg_models }}"), ruled_table("reg_models", _MODELS, closing=True)]
    return [
        *chain(*lists),
        tag_paragraph("if reg_models"),
        *models,
        tag_paragraph("else"),
        annex_end(),
        tag_paragraph("endif"),
    ]
