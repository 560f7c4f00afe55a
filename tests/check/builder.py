"""Builds administrative documents with python-docx: compliant as they come, broken by whoever asks."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from kh_docs.word.widths import text_width_mm

CENTER, BOTH, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
NBSP = "\u00a0"

BASES = [
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "Theo đề nghị của Công an huyện.",
]
BODY = [
    (
        "text",
        "Thực hiện Kế hoạch số 104/KH-UBND ngày 07 tháng 02 năm 2024 của Ủy ban nhân dân tỉnh về "
        "phát động phong "
        "trào, Ủy ban nhân dân huyện ban hành Kế hoạch với nội dung như sau (Phụ lục kèm theo):",
    ),
    ("roman", "I. MỤC ĐÍCH, YÊU CẦU"),
    ("title", "1. Mục đích"),
    (
        "text",
        "Nâng cao nhận thức của cấp ủy, chính quyền và Nhân dân về công tác bảo đảm an ninh, "
        "trật tự trên địa bàn "
        "huyện Nam Đàn, góp phần phát triển kinh tế - xã hội của địa phương.",
    ),
    ("title", "2. Yêu cầu"),
    (
        "point",
        "a) Tổ chức thực hiện đồng bộ, thiết thực, hiệu quả, đúng quy định tại khoản 2 Điều 5 của Luật;",
    ),
    ("point", "b) Phân công rõ trách nhiệm của từng cơ quan, đơn vị."),
    ("roman", "II. TỔ CHỨC THỰC HIỆN"),
    (
        "text",
        "1. Công an huyện chủ trì, phối hợp với các phòng, ban, ngành của huyện hướng dẫn, đôn "
        "đốc, kiểm tra việc "
        "thực hiện Kế hoạch số 104/KH-UBND và Kế hoạch này trên địa bàn.",
    ),
    (
        "text",
        "2. Ủy ban nhân dân các xã, thị trấn căn cứ Kế hoạch này xây dựng kế hoạch của địa "
        "phương để tổ chức thực "
        "hiện, báo cáo kết quả về Ủy ban nhân dân huyện để theo dõi, chỉ đạo./.",
    ),
]


@dataclass
class Spec:
    """What the document says; change a field to say something else."""

    parent: list[str] = field(default_factory=list)
    agency: list[str] = field(default_factory=lambda: ["ỦY BAN NHÂN DÂN", "HUYỆN NAM ĐÀN"])
    number: str | None = f"Số:{NBSP * 7}/KH-UBND"
    place_date: str | None = f"Nam Đàn, ngày{NBSP * 6}tháng{NBSP * 6}năm 2024"
    subject: str | None = None
    type_name: str | None = "KẾ HOẠCH"
    abstract: list[str] = field(
        default_factory=lambda: [
            "Triển khai thực hiện phong trào toàn dân bảo vệ",
            "an ninh Tổ quốc trên địa bàn huyện năm 2024",
        ]
    )
    addressee: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    body: list[tuple[str, str]] = field(default_factory=lambda: list(BODY))
    recipients: list[str] = field(
        default_factory=lambda: [
            "- UBND tỉnh (b/c);",
            "- Công an tỉnh;",
            "- Lưu: VT, CAH.",
        ]
    )
    authority: list[str] = field(default_factory=lambda: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"])
    name: str = ""
    signers: list[tuple[str, str]] = field(default_factory=list)
    annexes: list[tuple[str, str, str]] = field(default_factory=list)
    landscape_annex: bool = False


Mutation = Callable[[Any], None]


def style(paragraph: Any, size: float, bold: bool = False, italic: bool = False, align: Any = None) -> Any:
    """Set the look directly on paragraph and runs."""
    look = paragraph.paragraph_format
    look.space_before = look.space_after = Pt(0)
    look.line_spacing = 1.0
    if align is not None:
        paragraph.alignment = align
    for run in paragraph.runs:
        run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return paragraph


def line_xml(width_mm: float, offset_mm: float, dashed: bool = False) -> str:
    """A floating straight line, as Word 2010 and later draw it, with a VML fallback."""
    cx, left = round(width_mm * 36000), round(offset_mm * 36000)
    width_pt = width_mm / 25.4 * 72
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    return (
        f'<w:r {names}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset>'
        "</wp:positionH>"
        f'<wp:extent cx="{cx}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="line"/><a:ln>{dash}</a:ln>'
        f"</wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f'<mc:Fallback><w:pict><v:line from="0,0" to="{width_pt:.2f}pt,0"/></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def add_line(paragraph: Any, width_mm: float, room_mm: float, dashed: bool = False) -> None:
    """Draw a line in the middle of `room_mm`."""
    paragraph._p.append(parse_xml(line_xml(width_mm, (room_mm - width_mm) / 2, dashed)))


LEFT_MM, RIGHT_MM = 64.0, 101.0
_PADDING_MM = 108 / 1440 * 25.4


def build(spec: Spec | None = None) -> Any:
    """The document as python-docx sees it."""
    spec = spec or Spec()
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    section = document.sections[0]
    _page(section)
    _page_number(section)
    _head(document, spec)
    _title(document, spec)
    for text in spec.bases:
        _body_paragraph(document, text, italic=True)
    for kind, text in spec.body:
        _body_paragraph(document, text, bold=kind in ("roman", "title"))
    _closing(document, spec)
    for annex in spec.annexes:
        _annex(document, spec, annex)
    return document


def _page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)


def _page_number(section: Any) -> None:
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    for kind, code in (("begin", ""), ("", "PAGE"), ("separate", ""), ("text", "2"), ("end", "")):
        run = paragraph.add_run("2" if kind == "text" else "")
        if kind == "":
            instruction = OxmlElement("w:instrText")
            instruction.text = code
            run._r.append(instruction)
        elif kind != "text":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
    style(paragraph, 13, align=CENTER)
    style_reset(paragraph)


def style_reset(paragraph: Any) -> None:
    """Header paragraphs of python-docx's template have a style of their own: keep the font only."""
    for run in paragraph.runs:
        run.font.name = "Times New Roman"


def _fill(cell: Any, lines: Sequence[tuple[str, float, bool, bool, Any]]) -> list[Any]:
    made = []
    for index, (text, size, bold, italic, align) in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.add_run(text)
        made.append(style(paragraph, size, bold, italic, align))
    return made


def _table(document: Any, rows: int) -> Any:
    table = document.add_table(rows, 2)
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, (LEFT_MM, RIGHT_MM), strict=True):
            cell.width = Mm(width)
    for column, width in zip(table.columns, (LEFT_MM, RIGHT_MM), strict=True):
        column.width = Mm(width)
    return table


def _head(document: Any, spec: Spec) -> None:
    table = _table(document, 2)
    left = [(text, 13, False, False, CENTER) for text in spec.parent]
    left += [(text, 13, True, False, CENTER) for text in spec.agency]
    names = _fill(table.cell(0, 0), left)
    if names:
        add_line(names[-1], 0.4 * text_width_mm(spec.agency[-1], 13, True), LEFT_MM - 2 * _PADDING_MM)
    motto = "Độc lập - Tự do - Hạnh phúc"
    right = _fill(
        table.cell(0, 1),
        [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, False, CENTER),
            (motto, 14, True, False, CENTER),
        ],
    )
    add_line(right[-1], text_width_mm(motto, 14, True), RIGHT_MM - 2 * _PADDING_MM)
    if spec.number is not None:
        lines = [(spec.number, 13, False, False, CENTER)]
        if spec.subject:
            lines.append((spec.subject, 12, False, False, CENTER))
        made = _fill(table.cell(1, 0), lines)
        if spec.subject:
            made[-1].paragraph_format.space_before = Pt(6)
    if spec.place_date is not None:
        _fill(table.cell(1, 1), [(spec.place_date, 14, False, True, CENTER)])


def _title(document: Any, spec: Spec) -> None:
    style(document.add_paragraph(), 14)
    if spec.type_name is not None:
        style(document.add_paragraph(spec.type_name), 14, True, align=CENTER)
        for text in spec.abstract:
            last = style(document.add_paragraph(text), 14, True, align=CENTER)
        if spec.abstract:
            add_line(last, 0.4 * text_width_mm(spec.abstract[-1], 14, True), 165)
        style(document.add_paragraph(), 14)
    if len(spec.addressee) == 1:
        style(document.add_paragraph(f"Kính gửi: {spec.addressee[0]}"), 14, align=CENTER)
    elif spec.addressee:
        style(document.add_paragraph("Kính gửi:"), 14, align=LEFT)
        for index, text in enumerate(spec.addressee):
            mark = "." if index == len(spec.addressee) - 1 else ";"
            style(
                document.add_paragraph(f"- {text}{mark}"), 14, align=LEFT
            ).paragraph_format.left_indent = Cm(3)


def _body_paragraph(document: Any, text: str, bold: bool = False, italic: bool = False) -> Any:
    paragraph = style(document.add_paragraph(text), 14, bold, italic, BOTH)
    paragraph.paragraph_format.first_line_indent = Cm(1.27)
    paragraph.paragraph_format.space_before = Pt(6)
    return paragraph


def _closing(document: Any, spec: Spec) -> None:
    if spec.signers:
        _minutes_closing(document, spec)
        return
    table = _table(document, 1)
    left = [("Nơi nhận:", 12.0, True, True, LEFT)] + [
        (text, 11.0, False, False, LEFT) for text in spec.recipients
    ]
    _fill(table.cell(0, 0), left if spec.recipients else [])
    _fill(table.cell(0, 1), _signature(spec.authority, spec.name))


def _signature(authority: list[str], name: str) -> list[tuple[str, float, bool, bool, Any]]:
    lines = [(text, 14.0, True, False, CENTER) for text in authority]
    if name:
        lines += [("", 14.0, False, False, CENTER)] * 4 + [(name, 14.0, True, False, CENTER)]
    return lines


def _minutes_closing(document: Any, spec: Spec) -> None:
    table = _table(document, 2)
    for cell, (title, name) in zip(table.rows[0].cells, spec.signers, strict=False):
        _fill(cell, _signature([title], name))
    lines = [("Nơi nhận:", 12.0, True, True, LEFT)] + [
        (text, 11.0, False, False, LEFT) for text in spec.recipients
    ]
    _fill(table.cell(1, 0), lines)


def _annex(document: Any, spec: Spec, annex: tuple[str, str, str]) -> None:
    head, title, attached = annex
    section = document.add_section(WD_SECTION.NEW_PAGE)
    if spec.landscape_annex:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.append(numbers)
    style(document.add_paragraph(head), 14, True, align=CENTER)
    style(document.add_paragraph(title), 14, True, align=CENTER)
    last = style(document.add_paragraph(attached), 14, italic=True, align=CENTER)
    add_line(last, 25, 165)
    style(document.add_paragraph(), 14)
    table = document.add_table(2, 3)
    for cell, text in zip(table.rows[0].cells, ("TT", "Nhiệm vụ", "Thời hạn"), strict=True):
        _fill(cell, [(text, 12, True, False, CENTER)])
    for cell, text in zip(table.rows[1].cells, ("1", "Tuyên truyền", "Tháng 3"), strict=True):
        _fill(cell, [(text, 12, False, False, LEFT)])


def data(document: Any) -> bytes:
    """The document as a file holds it."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_parts(original: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """The same archive with some parts rewritten."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(original)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            content = old.read(info)
            new.writestr(
                info.filename, changes[info.filename](content) if info.filename in changes else content
            )
    return stream.getvalue()


def plan(**changes: Any) -> Spec:
    """A kế hoạch."""
    return Spec(**changes)


def letter(**changes: Any) -> Spec:
    """A công văn."""
    values: dict[str, Any] = {
        "number": "Số: 12/UBND-VX",
        "subject": "V/v triển khai phong trào",
        "type_name": None,
        "addressee": ["Công an tỉnh Nghệ An"],
        "place_date": "Nam Đàn, ngày 05 tháng 3 năm 2024",
        "recipients": ["- Như trên;", "- Lưu: VT, CAH."],
        "body": [("text", BODY[0][1].replace("như sau (Phụ lục kèm theo):", "để các đơn vị thực hiện./."))],
    }
    return Spec(**(values | changes))


def minutes(**changes: Any) -> Spec:
    """A biên bản after Mẫu 1.9."""
    values: dict[str, Any] = {
        "number": f"Số:{NBSP * 7}/BB-ĐKT",
        "place_date": None,
        "type_name": "BIÊN BẢN",
        "abstract": ["Kiểm tra việc thực hiện phong trào", "tại huyện Nam Đàn năm 2024"],
        "body": [
            ("text", "Thời gian bắt đầu: 08 giờ 00 phút, ngày 28 tháng 6 năm 2024."),
            ("text", "Địa điểm: Trụ sở Công an huyện Nam Đàn."),
            (
                "text",
                "Biên bản được lập thành 02 bản, các bên thống nhất và cùng ký tên dưới đây vào hồi 11 "
                "giờ 00 phút "
                "cùng ngày./.",
            ),
        ],
        "signers": [("THƯ KÝ", "Nguyễn Thị B"), ("TRƯỞNG ĐOÀN", "Trần Văn C")],
        "recipients": ["- Công an tỉnh;", "- Lưu: VT, Hồ sơ."],
    }
    return Spec(**(values | changes))


ANNEX = (
    "Phụ lục",
    "DANH MỤC NHIỆM VỤ",
    f"(Kèm theo Kế hoạch số{NBSP * 6}/KH-UBND ngày{NBSP * 4}tháng{NBSP * 4}"
    "năm 2024 của Ủy ban nhân dân huyện Nam Đàn)",
)
