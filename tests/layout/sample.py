"""Contexts as kh_docs.documents gives them, with every kind of run and block, for one made-up district."""

from __future__ import annotations

from typing import Any

from kh_docs.layout.header import under_abstract
from kh_docs.layout.tables import Column, number_column
from kh_docs.render.values import Run, Table

# Lists of drop-downs, by what is asked.
CHOICES = {
    "choice": ("Đạt", "Không đạt", "Không áp dụng", "Chưa đến hạn"),
    "yesno": ("Có", "Không"),
    "group": ("1. Nhân rộng", "2. Duy trì, củng cố"),
}


class Tags:
    """Runs with tags that are never used twice."""

    def __init__(self) -> None:
        self.count = 0

    def _control(self, kind: str, text: str, title: str) -> Run:
        self.count += 1
        return Run(kind, text, f"o.{self.count}", title)

    def blank(self, title: str, dots: int = 12) -> Run:
        return self._control("blank", "…" * dots, title)

    def space(self, title: str, width: int = 6) -> Run:
        return self._control("space", "\u00a0" * width, title)

    def value(self, text: str, title: str) -> Run:
        return self._control("value", text, title)

    def choice(self, kind: str, title: str, preset: str = "") -> Run:
        control = self._control("choice", preset or "\u00a0" * 4, title)
        return control._replace(preset=bool(preset), choices=CHOICES[kind])


def text(words: str) -> list[Run]:
    return [Run("text", words)]


def block(style: str, words: str) -> dict[str, Any]:
    return {"style": style, "runs": text(words)}


def row(**fields: Any) -> dict[str, Any]:
    """A table row: plain words become run lists."""
    return {
        "heading": "",
        **{key: text(value) if isinstance(value, str) else value for key, value in fields.items()},
    }


def common(tags: Tags, agency: str, symbol: str, place: str) -> dict[str, Any]:
    return {
        "under_abstract": under_abstract(["Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc"]),
        "props": {
            "title": "Kế hoạch & biểu mẫu <thử>",
            "subject": "Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc",
            "author": "Ủy ban nhân dân huyện Nam Đàn",
            "keywords": "kh-docs:thu",
            "comments": "Bản thử",
        },
        "form": dict.fromkeys(("plan", "unit", "kind", "from", "to", "version", "digest"), "thử"),
        "terms": {"unit_type": "huyện", "children": "Xã, thị trấn", "plan": "Kế hoạch số 104/KH-UBND"},
        "header": {
            "agency_top": "ỦY BAN NHÂN DÂN",
            "agency_top_bold": True,
            "agency": agency,
            "agency_narrow": False,
            "number": [*text("Số: "), tags.space("Số văn bản"), *text(f"/{symbol}")],
            "place_date": [
                *text(f"{place}, ngày "),
                tags.space("Ngày ban hành", 4),
                *text(" tháng "),
                tags.space("Tháng ban hành", 4),
                *text(" năm 2024"),
            ],
        },
        "recipients": [
            text("- UBND tỉnh (qua Công an tỉnh) (b/c);"),
            text("- Công an tỉnh (b/c);"),
            text("- TT Huyện ủy, TT HĐND huyện (b/c);"),
            text("- Chủ tịch, các PCT UBND huyện;"),
            text("- UBMTTQ và các tổ chức CT-XH huyện (p/h);"),
            text(
                "- Các phòng, ban, ngành; thành viên Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội "
                "và xây dựng phong trào toàn dân bảo vệ ANTQ huyện;"
            ),
            text("- UBND các xã, thị trấn (t/h);"),
            text("- Lưu: VT, CAH."),
        ],
        "signature": {
            "authority": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
            "name": [tags.blank("Họ và tên người ký")],
        },
    }


def annexes(tags: Tags, titles: dict[str, str], kind: str, symbol: str, issuer: str) -> dict[str, Any]:
    romans = ("I", "II", "III", "IV", "V")
    return {
        key: {
            "label": f"Phụ lục {roman}",
            "later": roman != "I",
            "title": title,
            "note": [
                *text(f"(Kèm theo {kind} số "),
                tags.space("Số văn bản"),
                *text(f"/{symbol} ngày "),
                tags.space("Ngày", 4),
                *text(" tháng "),
                tags.space("Tháng", 4),
                *text(f" năm 2024 của {issuer})"),
            ],
        }
        for (key, title), roman in zip(titles.items(), romans, strict=False)
    }


def table(tags: Tags, rows: int, *headings: str, closing: bool = False, name: str = "") -> dict[str, Any]:
    """A table whose columns the data declare: its number, a blank and white spaces."""
    width = 246 / len(headings)
    columns = (number_column(), *(Column(heading, width, "") for heading in headings))
    cells = [
        [text(str(number)), [tags.blank(headings[0])], *([tags.space(each, 3)] for each in headings[1:])]
        for number in range(1, rows + 1)
    ]
    return {"name": name, "table": Table(columns, cells, closing)}


LONG = (
    "Giao Công an huyện chủ trì, phối hợp Phòng Lao động - Thương binh và Xã hội, các đoàn thể và UBND "
    "các xã, thị trấn giữ vững các tiêu chí tại những xã đã được công nhận sạch về ma túy; lập lộ trình, "
    "tập trung làm sạch ma túy tại các xã còn lại trong năm 2024 (danh sách tại Phụ lục III)."
)


def body(tags: Tags, paragraphs: int = 3) -> list[dict[str, Any]]:
    return [
        {
            "style": "noi_dung",
            "runs": [
                *text(
                    "Thực hiện Kế hoạch số 104/KH-UBND ngày 07 tháng 02 năm 2024 của UBND tỉnh Nghệ An "
                    "về xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc trên địa bàn tỉnh năm 2024; "
                    "theo đề nghị của Công an huyện tại Tờ trình số "
                ),
                tags.blank("Số tờ trình của Công an huyện"),
                *text(" ngày "),
                tags.value("19/02/2024", "Ngày tờ trình"),
                *text(", Ủy ban nhân dân huyện ban hành Kế hoạch như sau:"),
            ],
        },
        block("muc", "I. MỤC ĐÍCH, YÊU CẦU"),
        block("khoan", "1. Mục đích"),
        *[block("gach", f"- {LONG}") for _ in range(2)],
        block("muc", "II. NỘI DUNG, BIỆN PHÁP THỰC HIỆN"),
        block("khoan_cau", f"1. {LONG}"),
        *[block("diem", f"{letter}) {LONG}") for letter in "abcd"],
        block("can_cu", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"),
        {
            "style": "nhap",
            "runs": [],
            "tag": "nhap.uu-diem",
            "title": "Ưu điểm",
            "hint": "Nêu kết quả chính, số liệu so với cùng kỳ, 01-02 điển hình; không quá 15 dòng.",
        },
        *[block("noi_dung", LONG) for _ in range(paragraphs)],
        block(
            "noi_dung",
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị các đơn vị báo cáo về UBND "
            "huyện (qua Công an huyện) để được hướng dẫn./.",
        ),
    ]


def ke_hoach(*, shares: bool = True) -> dict[str, Any]:
    tags = Tags()
    issuer = "Ủy ban nhân dân huyện Nam Đàn"
    names = {
        "targets": "CHỈ TIÊU XÂY DỰNG PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC NĂM 2024",
        "tasks": "PHÂN CÔNG NHIỆM VỤ, TIẾN ĐỘ, SẢN PHẨM THỰC HIỆN",
        "registration": "DANH SÁCH ĐĂNG KÝ XÂY DỰNG ĐIỂN HÌNH, MÔ HÌNH NĂM 2024",
        "shares": "GIAO CHỈ TIÊU CHO CÁC XÃ, THỊ TRẤN NĂM 2024",
    }
    heads = annexes(tags, names, "Kế hoạch", "KH-UBND", issuer)
    return {
        **common(tags, "HUYỆN NAM ĐÀN", "KH-UBND", "Nam Đàn"),
        "type_name": "KẾ HOẠCH",
        "abstract": [
            text("Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc"),
            text("trên địa bàn huyện Nam Đàn năm 2024"),
        ],
        "body": body(tags),
        "annexes": heads,
        "targets": [
            row(
                tt=f"{i}",
                text="Số xã, thị trấn xây dựng điển hình về phong trào toàn dân bảo vệ an ninh Tổ quốc",
                measure="Xã, thị trấn",
                given="Ít nhất 50% đơn vị cấp xã (mục II.5.b)",
                own="10/19",
                how="50% × 19 = 9,5, làm tròn lên",
                watcher="Công an huyện",
                due="Năm 2024",
            )
            for i in range(1, 9)
        ],
        "tasks": [
            line
            for group in ("I. Lãnh đạo, chỉ đạo", "II. Phối hợp với Mặt trận Tổ quốc")
            for line in (
                {"heading": group},
                *[
                    row(
                        tt=f"{i}",
                        text=LONG,
                        lead="Công an huyện",
                        due="Trước ngày 25/02/2024",
                        support="Phòng Lao động - Thương binh và Xã hội; Ủy ban Mặt trận Tổ quốc "
                        "Việt Nam huyện; UBND các xã, thị trấn",
                        product="Kế hoạch, báo cáo kết quả",
                        result="Báo cáo; 01 báo cáo",
                        target="10/19 xã, thị trấn",
                        clause="Điểm b khoản 5 Mục II",
                    )
                    for i in range(1, 7)
                ],
            )
        ],
        "lists": [
            {
                **heads["registration"],
                "tables": [
                    table(tags, 10, "Xã, thị trấn", "Năm đăng ký", "Tiêu chí", name="1. Xã đăng ký"),
                    table(tags, 0, "Khu dân cư", "Địa chỉ", name="2. Khu dân cư"),
                    table(tags, 5, "Tên mô hình", "Số điểm", "Số tổ", name="3. Mô hình", closing=True),
                ],
            },
            *(
                [{**heads["shares"], "tables": [table(tags, 19, "Xã", "Điển hình", "Camera", closing=True)]}]
                if shares
                else []
            ),
        ],
    }


def spaces(tags: Tags, *fields: str) -> dict[str, list[Run]]:
    return {field: [tags.space(field, 3)] for field in fields}


def bao_cao(period: str) -> dict[str, Any]:
    tags = Tags()
    issuer = "Ủy ban nhân dân huyện Nam Đàn"
    head = "Kết quả xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc"
    names = {
        "indicators": "TỔNG HỢP CHỈ TIÊU VỀ PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC",
        "communes": "KẾT QUẢ THEO ĐƠN VỊ HÀNH CHÍNH CẤP XÃ",
        "models": "DANH MỤC MÔ HÌNH",
        "exemplars": "DANH SÁCH ĐIỂN HÌNH",
        "funding": "KINH PHÍ, KHEN THƯỞNG",
    }
    figures = ("previous", "current", "cumulative", "vs_plan", "vs_previous", "note")
    heads = annexes(tags, names, "Báo cáo", "BC-UBND", issuer)
    lists = [(name, table(tags, 5, "Tên", "Loại", "Ghi chú", closing=True)) for name in list(names)[1:]]
    return {
        **common(tags, "HUYỆN THANH CHƯƠNG", "BC-UBND", "Thanh Chương"),
        "type_name": "BÁO CÁO",
        "abstract": [text(head), text("6 tháng đầu năm 2024, phương hướng, nhiệm vụ 6 tháng cuối năm 2024")]
        if period == "6"
        else [text(head), text("năm 2024, phương hướng, nhiệm vụ năm 2025")],
        "addressee": text("Kính gửi: Ủy ban nhân dân tỉnh Nghệ An (qua Phòng Tham mưu, Công an tỉnh)"),
        "body": body(tags, 6),
        "annexes": heads,
        "indicators": [
            line
            for group in ("A. Thông tin kỳ báo cáo, địa bàn", "B. Lãnh đạo, chỉ đạo, quán triệt")
            for line in (
                {"heading": group},
                *[
                    row(
                        tt=f"{i}",
                        text="Số xã có ít nhất 01 mô hình phòng, chống tội phạm, tệ nạn ma túy",
                        measure="đơn vị",
                        target="Không áp dụng",
                        **spaces(tags, *figures),
                    )
                    for i in range(1, 15)
                ],
            )
        ],
        "lists": [{**heads[name], "tables": [only]} for name, only in lists],
    }


def phieu_kiem_tra() -> dict[str, Any]:
    tags = Tags()
    issuer = "Đoàn kiểm tra Công an tỉnh Nghệ An"
    names = {
        "checklist": "PHIẾU KIỂM TRA VIỆC THỰC HIỆN PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC",
        "sheet": "PHIẾU ĐÁNH GIÁ MÔ HÌNH",
        "dossier": "DANH MỤC HỒ SƠ ĐÃ CUNG CẤP, CÒN THIẾU",
    }
    heads = annexes(tags, names, "Biên bản", "BB-ĐKT", issuer)
    base = common(tags, "ĐOÀN KIỂM TRA", "BB-ĐKT", "")
    del base["signature"], base["header"]["place_date"]
    base["header"] |= {"agency_top": "CÔNG AN TỈNH NGHỆ AN", "agency_top_bold": False}
    return {
        **base,
        "recipients": [
            text("- Công an tỉnh (PTM) (b/c);"),
            text("- UBND huyện Nam Đàn;"),
            text("- Lưu: VT, Hồ sơ."),
        ],
        "type_name": "BIÊN BẢN",
        "abstract": [
            text("Kiểm tra việc rà soát, đánh giá mô hình, điển hình tiên tiến"),
            text("và thực hiện phong trào toàn dân bảo vệ ANTQ tại huyện Nam Đàn"),
        ],
        "opening": [
            {
                "style": "noi_dung",
                "runs": [
                    *text("Thời gian bắt đầu: "),
                    tags.blank("Giờ", 3),
                    *text(" giờ "),
                    tags.blank("Phút", 3),
                    *text(", ngày "),
                    tags.blank("Ngày", 6),
                ],
            },
            {"style": "noi_dung", "runs": [*text("Địa điểm: "), tags.blank("Địa điểm", 24)]},
            block("muc", "I. THÀNH PHẦN"),
            block("khoan", "1. Đoàn kiểm tra"),
            *[
                {
                    "style": "gach",
                    "runs": [*text("- Đồng chí "), tags.blank("Họ tên", 12), *text(", Trưởng đoàn;")],
                }
                for _ in range(3)
            ],
            block("muc", "II. KẾT QUẢ KIỂM TRA"),
            block("khoan", "1. Tổng hợp theo nhóm tiêu chí"),
        ],
        "summary": [
            row(
                tt=letter,
                group="Chỉ đạo, kế hoạch",
                total="9",
                **spaces(tags, "self_pass", "self_fail", "team_pass", "team_fail"),
                na="1",
                not_due="0",
            )
            for letter in "ABCDE"
        ],
        "after_summary": [block("khoan", "2. Số liệu đối chiếu")],
        "figures": [
            row(
                tt=f"{i}",
                text="Số mô hình đang hoạt động",
                **spaces(tags, "reported", "filed", "actual", "note"),
            )
            for i in range(1, 6)
        ],
        "after_figures": [
            block("khoan", "3. Ưu điểm"),
            {"style": "nhap", "runs": [], "tag": "nhap.uu", "title": "Ưu điểm", "hint": "Nêu 3-5 ưu điểm."},
            block("khoan", "4. Kiến nghị, yêu cầu"),
        ],
        "remedies": [row(tt=f"{i}", **spaces(tags, "text", "body", "due")) for i in range(1, 4)],
        "closing": [
            {
                "style": "noi_dung",
                "runs": [
                    *text("Biên bản kết thúc vào "),
                    tags.blank("Giờ", 3),
                    *text(" giờ "),
                    tags.blank("Phút", 3),
                    *text(", ngày "),
                    tags.blank("Ngày", 6),
                    *text(
                        ", lập thành 02 bản, đã đọc lại cho những người có mặt cùng nghe, "
                        "thống nhất và ký tên./."
                    ),
                ],
            },
        ],
        "signatures": {
            side: [tags.blank(title, 8)]
            for side, title in (("secretary", "Thư ký"), ("inspected", "Đại diện"), ("leader", "Trưởng đoàn"))
        },
        "annexes": {**heads, "sheet": {**heads["sheet"], "later": False}},
        "left_out": "Nội dung không kiểm tra: tuyến biển (KT21): địa bàn không có tuyến biển.",
        "checklist": [
            line
            for group in ("A. Chỉ đạo, kế hoạch (I, II.1, III)", "B. Ma túy (II.1.c)")
            for line in (
                {"heading": group},
                *[
                    row(
                        tt=f"{i}",
                        code=f"KT{i:02}",
                        clause="II.6.a.1",
                        note=[tags.space("Ghi chú")],
                        text="Danh mục mô hình có đủ tên mô hình, số điểm, số tổ, thành viên, nơi chủ trì",
                        evidence="Danh mục; đối chiếu báo cáo thống kê",
                        self=[tags.choice("choice", "Tự chấm", "Không áp dụng" if i == 3 else "")],
                        team=[tags.choice("choice", "Đoàn chấm", "Chưa đến hạn" if i == 4 else "")],
                    )
                    for i in range(1, 9)
                ],
            )
        ],
        "sheets": [model_sheet(tags, heading) for heading in ("Phiếu số 01", "Phiếu số 02")],
        "dossier": [
            row(
                tt=f"{i}",
                text="Kế hoạch của UBND huyện",
                given=[tags.choice("yesno", "Đã cung cấp")],
                missing=[tags.choice("yesno", "Còn thiếu", "Không")],
                **spaces(tags, "note"),
            )
            for i in range(1, 6)
        ],
    }


def model_sheet(tags: Tags, heading: str) -> dict[str, Any]:
    titles = ("1. Thông tin", "2. Hồ sơ", "3. Hoạt động", "4. Đánh giá", "5. Kết luận")
    names = ("info", "files", "activity", "review", "conclusion")
    return {
        "heading": heading,
        "titles": dict(zip(names, titles, strict=True)),
        "info": [{"label": label, "value": [tags.blank(label)]} for label in ("Tên mô hình", "Mã", "Loại")],
        "files": [
            row(tt=f"{i}", text="Kế hoạch khảo sát, báo cáo đánh giá", state=[tags.choice("yesno", "Hồ sơ")])
            for i in range(1, 13)
        ],
        "activity": [{"text": text("Số lần sinh hoạt trong 6 tháng"), "value": [tags.space("Số lần")]}],
        "review": [
            row(
                tt=f"{i}",
                text="Thiết thực, phù hợp địa bàn",
                state=[tags.choice("choice", "Kết quả")],
                **spaces(tags, "note"),
            )
            for i in range(1, 6)
        ],
        "conclusion": [
            {"text": text("Xếp nhóm"), "value": [tags.choice("group", "Nhóm")]},
            {"text": text("Lý do"), "value": [tags.blank("Lý do")]},
        ],
        "signers": {
            side: {"title": title, "how": "(Ký, đóng dấu)"}
            for side, title in (("left", "NGƯỜI ĐÁNH GIÁ"), ("middle", "TRƯỞNG"), ("right", "XÁC NHẬN"))
        },
    }
