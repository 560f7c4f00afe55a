"""Each rule: one document that breaks it, and the nearest one that keeps it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt, RGBColor

from kh_docs.check import RULES, check_bytes
from kh_docs.reading.in_force import load_in_force
from kh_docs.reading.workspace import find_workspace

from . import builder as b

TABLES = load_in_force(find_workspace(Path(__file__).parent))
CENTER, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
Edit = Callable[[Any], object]


@dataclass(frozen=True)
class Case:
    """A document and what is done to it; `good` is done to the one that keeps the rule."""

    bad: Edit
    good: Edit = lambda document: None
    spec: b.Spec | None = None
    good_spec: b.Spec | None = None


def find(document: Any, text: str) -> Any:
    """The first paragraph, in a table too, that starts with `text`."""
    body = list(document.paragraphs)
    cells = [
        p for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs
    ]
    return next(p for p in cells + body if p.text.startswith(text))


def font(text: str, **values: Any) -> Edit:
    def edit(document: Any) -> None:
        for run in find(document, text).runs:
            for name, value in values.items():
                setattr(run.font, name, Pt(value) if name == "size" else value)

    return edit


def look(text: str, **values: Any) -> Edit:
    def edit(document: Any) -> None:
        paragraph = find(document, text)
        for name, value in values.items():
            setattr(paragraph if name == "alignment" else paragraph.paragraph_format, name, value)

    return edit


def write(text: str, new: str) -> Edit:
    def edit(document: Any) -> None:
        paragraph = find(document, text)
        run = next(run for run in paragraph.runs if run.text)
        paragraph._p.attrib.clear()
        for other in paragraph.runs:
            if other.text and other is not run:
                other.text = ""
        run.text = new

    return edit


def pushed(text: str, blanks: int) -> Edit:
    """Blanks in front instead of centring; none, and the line stays centred."""

    def edit(document: Any) -> None:
        paragraph = find(document, text)
        paragraph.alignment = LEFT if blanks else CENTER
        paragraph.runs[0].text = b.NBSP * blanks + paragraph.runs[0].text

    return edit


def remove_lines(text: str) -> Edit:
    def edit(document: Any) -> None:
        for run in list(find(document, text)._p.iter(qn("w:r"))):
            if not "".join(t.text or "" for t in run.iter(qn("w:t"))):
                run.getparent().remove(run)

    return edit


def section(index: int = 0, **values: Any) -> Edit:
    def edit(document: Any) -> None:
        for name, value in values.items():
            setattr(document.sections[index], name, value)

    return edit


def body(*texts: tuple[str, str]) -> b.Spec:
    """A plan with these paragraphs before its last one."""
    return b.plan(body=[*b.BODY[:-1], *texts, b.BODY[-1]])


def page_field(document: Any) -> Any:
    return document.sections[0].header.paragraphs[0]


def number_in_footer(document: Any) -> None:
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    footer._element.append(page_field(document)._p)


def no_restart(document: Any) -> None:
    for number in list(document.element.body.iter(qn("w:pgNumType"))):
        number.getparent().remove(number)


def blank_between_mottoes(document: Any) -> None:
    find(document, "Độc lập").insert_paragraph_before("")


def second_row(document: Any) -> None:
    """Move the date to a row of its own below the number."""
    table = document.tables[0]
    row = table.add_row()
    row.cells[1].paragraphs[0]._p.getparent().replace(
        row.cells[1].paragraphs[0]._p, find(document, "Nam Đàn, ")._p
    )
    table.cell(1, 1).add_paragraph("")


def recipients_lower(document: Any) -> None:
    """Move Nơi nhận one row below the authority."""
    table = document.tables[-1]
    row = table.add_row()
    for paragraph in list(table.cell(0, 0).paragraphs):
        row.cells[0]._tc.append(paragraph._p)
    row.cells[0]._tc.remove(row.cells[0].paragraphs[0]._p)
    table.cell(0, 0).add_paragraph("")


def addressee_below(document: Any) -> None:
    write("Kính gửi", "Kính gửi:")(document)
    below = b.style(document.add_paragraph("- Công an tỉnh Nghệ An."), 14)
    find(document, "Kính gửi")._p.addnext(below._p)


def annex_header(document: Any) -> None:
    paragraph = find(document, "(Kèm theo")
    for text in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",):
        paragraph._p.addnext(b.style(document.add_paragraph(text), 13, True, align=CENTER)._p)


def in_same_page(document: Any) -> None:
    for ppr in document.element.body.iter(qn("w:pPr")):
        for sect in ppr.findall(qn("w:sectPr")):
            ppr.remove(sect)


def red(document: Any) -> None:
    for run in find(document, "Nâng cao").runs:
        run.font.color.rgb = RGBColor(0xFF, 0, 0)


def black(document: Any) -> None:
    for run in find(document, "Nâng cao").runs:
        run.font.color.rgb = RGBColor(0, 0, 0)


def decomposed(document: Any) -> None:
    import unicodedata

    run = find(document, "Nâng cao").runs[0]
    run.text = unicodedata.normalize("NFD", run.text)


def old_font(document: Any) -> None:
    run = find(document, "Nâng cao").runs[0]
    run.text = "N©ng cao nhËn thøc cña cÊp ñy vÒ c«ng t¸c b¶o ®¶m an ninh."
    run.font.name = ".VnTime"


def decoration(text: str) -> Edit:
    def edit(document: Any) -> None:
        page_field(document).add_run(text)

    return edit


def roman_pages(document: Any) -> None:
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:fmt"), "lowerRoman")
    document.sections[0]._sectPr.append(numbers)


def typed_beside_automatic(document: Any) -> None:
    document.part.numbering_part  # noqa: B018 - makes the part
    paragraph = find(document, "1. Mục đích")
    paragraph.style = document.styles["List Number"]
    paragraph.paragraph_format.left_indent = Cm(0)


def landscape(document: Any) -> None:
    first = document.sections[0]
    first.orientation, first.page_width, first.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)


A_LINE = (
    "Ủy ban nhân dân các xã, thị trấn tổ chức tuyên truyền, vận động Nhân dân tham gia phong "
    "trào trên địa bàn "
)


def numbered(own: str, repeated: str) -> Edit:
    """The number in the head, and again in the annex."""

    def edit(document: Any) -> None:
        write("Số:", f"Số: {own}/KH-UBND")(document)
        write("(Kèm theo", b.ANNEX[2].replace(f"số{b.NBSP * 6}", f"số {repeated}"))(document)

    return edit


ONE_ANNEX = b.plan(annexes=[b.ANNEX])
LANDSCAPE = b.plan(annexes=[b.ANNEX], landscape_annex=True)
REPORT = {"number": "Số: 12/BC-UBND", "type_name": "BÁO CÁO"}
SUBMISSION = {
    "number": "Số: 12/TTr-UBND",
    "type_name": "TỜ TRÌNH",
    "recipients": ["- Như trên;", "- Lưu: VT, CAH."],
}
DECREE = {
    "number": "Số: 12/QĐ-UBND",
    "type_name": "QUYẾT ĐỊNH",
    "abstract": ["Về việc ban hành Quy định công tác văn thư"],
    "recipients": ["- Như Điều 2;", "- Lưu: VT."],
}
RULES_TEXT = [
    ("center", "Chương I"),
    ("center", "QUY ĐỊNH CHUNG"),
    ("center", "Mục 1"),
    ("center", "NHIỆM VỤ"),
    ("title", "Điều 1. Phạm vi điều chỉnh"),
    ("text", "1. " + A_LINE + "huyện."),
    ("title", "Điều 2. Hiệu lực"),
    ("text", A_LINE + "huyện./."),
]


def articles(old: str = "", new: str = "") -> Edit:
    """Turn the body into one of chapters and articles, one line of it rewritten."""

    def edit(document: Any) -> None:
        for text in ("Chương I", "QUY ĐỊNH CHUNG", "Mục 1", "NHIỆM VỤ"):
            paragraph = find(document, text)
            paragraph.paragraph_format.first_line_indent = 0
            b.style(paragraph, 14, True, align=CENTER).paragraph_format.space_before = Pt(6)
        if old:
            write(old, new)(document)

    return edit


ARTICLES = b.plan(**DECREE, body=RULES_TEXT)
NAMED = b.plan(name="Nguyễn Văn An")
# The same text once there are no districts.
LINE = "Số: 15/KH-UBND; 2024-03-05T14:30:05+07:00"


def signed(line: str, size: float = 10, above: str = "CỘNG HÒA") -> Edit:
    """The line of a digital signature, above a paragraph or above the header."""

    def edit(document: Any) -> None:
        paragraph = b.style(document.add_paragraph(line), size, align=WD_ALIGN_PARAGRAPH.RIGHT)
        place = document.tables[0]._tbl if above == "CỘNG HÒA" else find(document, above)._p
        place.addprevious(paragraph._p)

    return edit


MODERN_BODY = [
    (kind, text.replace("huyện", "xã").replace("Ủy ban nhân dân các xã, thị trấn", "Các xóm"))
    for kind, text in b.BODY
]
MODERN: dict[str, Any] = {
    "body": MODERN_BODY,
    "place_date": "Vạn An, ngày 05 tháng 01 năm 2026",
    "number": "Số: 05/KH-UBND",
    "agency": ["ỦY BAN NHÂN DÂN", "XÃ VẠN AN"],
}
BASED = b.plan(bases=b.BASES)


def cited(text: str) -> b.Spec:
    return body(
        ("text", f"Công an huyện hướng dẫn các xã thực hiện {text} trên địa bàn trong thời gian tới.")
    )


CASES: dict[str, Case] = {
    "ND30-PAGE-SIZE": Case(
        section(page_width=Mm(215.9), page_height=Mm(279.4)), section(page_width=Mm(210.2))
    ),
    "ND30-PAGE-ORIENT": Case(landscape, spec=None, good_spec=LANDSCAPE),
    "ND30-MARGIN-TOP": Case(section(top_margin=Mm(15)), section(top_margin=Mm(25))),
    "ND30-MARGIN-BOTTOM": Case(section(bottom_margin=Mm(30)), section(bottom_margin=Mm(25))),
    "ND30-MARGIN-LEFT": Case(section(left_margin=Mm(25)), section(left_margin=Mm(30.3))),
    "ND30-MARGIN-RIGHT": Case(section(right_margin=Mm(10)), section(right_margin=Mm(15))),
    "ND30-MARGIN-LANDSCAPE": Case(section(1, left_margin=Mm(5)), spec=LANDSCAPE, good_spec=LANDSCAPE),
    "ND30-FONT": Case(font("Nâng cao", name="Calibri"), font("Nâng cao", name="Times New Roman")),
    "ND30-UNICODE": Case(old_font),
    "ND30-COLOR": Case(red, black),
    "ND30-PAGENUM-POS": Case(number_in_footer),
    "ND30-PAGENUM-FMT": Case(roman_pages),
    "ND30-PAGENUM-FIRST": Case(section(different_first_page_header_footer=False)),
    "ND30-PAGENUM-ANNEX": Case(no_restart, spec=ONE_ANNEX, good_spec=ONE_ANNEX),
    "ND30-PAGENUM-ANNEX-FIRST": Case(
        section(1, different_first_page_header_footer=False),
        section(1, different_first_page_header_footer=True),
        ONE_ANNEX,
        ONE_ANNEX,
    ),
    "ND30-SIZE-CONSISTENT": Case(font("Độc lập", size=13)),
    "ND30-CENTRED": Case(pushed("Số:", 6), pushed("Số:", 0)),
    "ND30-QH-TEXT": Case(
        write("CỘNG HÒA", "CỘNG HÒA XÃ HỘI CHỦ NGĨA VIỆT NAM"),
        write("CỘNG HÒA", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ),
    "ND30-QH-FMT": Case(font("CỘNG HÒA", size=14), font("CỘNG HÒA", size=12)),
    "ND30-TN-TEXT": Case(
        write("Độc lập", "Độc lập – Tự do – Hạnh phúc"), write("Độc lập", "Độc lập -\u00a0Tự do - Hạnh phúc")
    ),
    "ND30-TN-FMT": Case(font("Độc lập", bold=False)),
    "ND30-TN-LINE": Case(remove_lines("Độc lập")),
    "ND30-QH-SPACING": Case(blank_between_mottoes),
    "ND30-AGENCY-PARENT": Case(
        font("UBND HUYỆN", bold=True),
        spec=b.plan(parent=["UBND HUYỆN NAM ĐÀN"], agency=["PHÒNG NỘI VỤ"]),
        good_spec=b.plan(parent=["UBND HUYỆN NAM ĐÀN"], agency=["PHÒNG NỘI VỤ"]),
    ),
    "ND30-AGENCY-NAME": Case(font("HUYỆN NAM ĐÀN", bold=False)),
    "ND30-AGENCY-LINE": Case(remove_lines("HUYỆN NAM ĐÀN")),
    "ND30-AGENCY-SPACING": Case(look("HUYỆN NAM ĐÀN", space_before=Pt(12))),
    "ND30-NUM-FMT": Case(font("Số:", size=14)),
    "ND30-NUM-SYNTAX": Case(write("Số:", "Số: 5/KH-UBND"), write("Số:", "Số:05/KH-UBND")),
    "ND30-NUM-SYMBOL": Case(write("Số:", "Số: 05/BC-UBND"), write("Số:", "Số: 05/KH-UBND")),
    "ND30-ABBR": Case(
        lambda document: None,
        spec=b.plan(**(SUBMISSION | {"number": "Số: 12/TTR-UBND"}), addressee=["Hội đồng nhân dân huyện"]),
        good_spec=b.plan(**SUBMISSION, addressee=["Hội đồng nhân dân huyện"]),
    ),
    "ND30-DATE-FMT": Case(font("Nam Đàn, ", italic=False)),
    "ND30-DATE-SYNTAX": Case(
        write("Nam Đàn, ", "Nam Đàn, ngày 5 tháng 3 năm 2024"),
        write("Nam Đàn, ", "Nam Đàn, ngày 05 tháng 3 năm 2024"),
    ),
    "ND30-DATE-PLACE": Case(
        write("Nam Đàn, ", "TP. Vinh, ngày 05 tháng 3 năm 2024"),
        write("Nam Đàn, ", "Vinh, ngày 05 tháng 3 năm 2024"),
    ),
    "ND30-DATE-PLACE-LEVEL": Case(write("Nam Đàn, ", "Huyện Nam Đàn, ngày 05 tháng 3 năm 2024")),
    "ND30-BB-NODATE": Case(
        lambda document: None,
        spec=b.minutes(place_date="Nam Đàn, ngày 28 tháng 6 năm 2024"),
        good_spec=b.minutes(),
    ),
    "ND30-TYPE-FMT": Case(font("KẾ HOẠCH", bold=False)),
    "ND30-ABSTRACT-FMT": Case(font("Triển khai thực hiện", italic=True)),
    "ND30-ABSTRACT-LINE": Case(remove_lines("an ninh Tổ quốc")),
    "ND30-CV-VV": Case(font("V/v", italic=True), spec=b.letter(), good_spec=b.letter()),
    "ND30-CV-NOTITLE": Case(
        lambda document: None,
        spec=b.letter(type_name="CÔNG VĂN", abstract=["Triển khai"]),
        good_spec=b.letter(),
    ),
    "ND30-KG-REQUIRED": Case(
        lambda document: None,
        spec=b.plan(**SUBMISSION),
        good_spec=b.plan(**SUBMISSION, addressee=["Hội đồng nhân dân huyện"]),
    ),
    "ND30-KG-FMT": Case(font("Kính gửi", bold=True), spec=b.letter(), good_spec=b.letter()),
    "ND30-KG-ONE": Case(addressee_below, spec=b.letter(), good_spec=b.letter()),
    "ND30-KG-MANY": Case(
        write("- Công an tỉnh;", "- Công an tỉnh,"),
        spec=b.letter(addressee=["Công an tỉnh", "Sở Nội vụ"]),
        good_spec=b.letter(addressee=["Công an tỉnh", "Sở Nội vụ"]),
    ),
    "ND30-BODY-SIZE": Case(font("Nâng cao", size=12)),
    "ND30-BODY-ALIGN": Case(look("Nâng cao", alignment=LEFT)),
    "ND30-BODY-INDENT": Case(
        look("Nâng cao", first_line_indent=Cm(0)), look("Nâng cao", first_line_indent=Cm(1))
    ),
    "ND30-BODY-PARASPACE": Case(look("Nâng cao", space_before=Pt(0)), look("Nâng cao", space_before=Pt(12))),
    "ND30-BODY-LINESPACE": Case(look("Nâng cao", line_spacing=2.0), look("Nâng cao", line_spacing=1.5)),
    "ND30-END-MARK": Case(write("2. Ủy ban", "2. " + A_LINE + "huyện.")),
    "ND30-BASIS-FMT": Case(font("Căn cứ Nghị định", italic=False), spec=BASED, good_spec=BASED),
    "ND30-BASIS-PUNCT": Case(write("Căn cứ Luật", b.BASES[0][:-1] + ","), spec=BASED, good_spec=BASED),
    "ND30-BASIS-CONTENT": Case(
        write("Căn cứ Nghị định", "Căn cứ Nghị định số 30/2020/NĐ-CP về công tác văn thư;"),
        spec=BASED,
        good_spec=BASED,
    ),
    "ND30-CITE-FIRST": Case(
        lambda document: None,
        spec=cited("Quyết định số 15/QĐ-UBND"),
        good_spec=cited("Quyết định số 15/QĐ-UBND ngày 05 tháng 3 năm 2024 của UBND huyện về giao đất"),
    ),
    "ND30-CITE-NEXT": Case(
        lambda document: None,
        spec=cited("Kế hoạch số 104/KH-UBND ngày 07 tháng 02 năm 2024"),
        good_spec=cited("Kế hoạch số 104/KH-UBND"),
    ),
    "ND30-CITE-DATE": Case(
        lambda document: None,
        spec=cited("Quyết định số 15/QĐ-UBND ngày 05/3/2024 của UBND huyện về giao đất"),
        good_spec=cited("Quyết định số 15/QĐ-UBND ngày 05 tháng 3 năm 2024 của UBND huyện về giao đất"),
    ),
    "ND30-H-PHAN": Case(articles("Chương I", "CHƯƠNG 1"), articles(), ARTICLES, ARTICLES),
    "ND30-H-PHAN-T": Case(articles("QUY ĐỊNH CHUNG", "Quy định chung"), articles(), ARTICLES, ARTICLES),
    "ND30-H-MUCTIEU": Case(articles("Mục 1", "Mục I"), articles(), ARTICLES, ARTICLES),
    "ND30-H-MUCTIEU-T": Case(articles("NHIỆM VỤ", "Nhiệm vụ"), articles(), ARTICLES, ARTICLES),
    "ND30-H-DIEU": Case(articles("Điều 1.", "Điều 1: Phạm vi điều chỉnh"), articles(), ARTICLES, ARTICLES),
    "ND30-STRUCT-A": Case(articles("Điều 2.", "Điều 3. Hiệu lực"), articles(), ARTICLES, ARTICLES),
    "ND30-H-I": Case(write("I. MỤC", "I. Mục đích, yêu cầu")),
    "ND30-H-1": Case(font("1. Mục đích", bold=False)),
    "ND30-H-1N": Case(font("1. Công an", bold=True)),
    "ND30-H-a": Case(write("a) Tổ", "a. Tổ chức thực hiện đồng bộ, thiết thực;")),
    "ND30-H-DASH": Case(
        lambda document: None,
        spec=body(("text", "• " + A_LINE + "huyện.")),
        good_spec=body(("text", "- " + A_LINE + "huyện.")),
    ),
    "ND30-H-DECIMAL": Case(
        lambda document: None, spec=body(("text", "1.1. " + A_LINE + "huyện.")), good_spec=None
    ),
    "ND30-STRUCT-B": Case(write("II. TỔ", "III. TỔ CHỨC THỰC HIỆN")),
    "ND30-SIGN-AUTH": Case(write("TM. ỦY", "T/M ỦY BAN NHÂN DÂN")),
    "ND30-SIGN-AUTH-COMBO": Case(
        lambda document: None,
        spec=b.plan(authority=["KT. CHỦ TỊCH", "CHỦ TỊCH"]),
        good_spec=b.plan(authority=["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    ),
    "ND30-SIGN-FMT": Case(font("CHỦ TỊCH", size=12)),
    "ND30-SIGN-NAME": Case(font("Nguyễn Văn An", bold=False), spec=NAMED, good_spec=NAMED),
    "ND30-SIGN-NODEGREE": Case(write("Nguyễn Văn An", "ThS. Nguyễn Văn An"), spec=NAMED, good_spec=NAMED),
    "ND30-SIGN-SPACE": Case(
        lambda document: [
            p._p.getparent().remove(p._p) for p in document.tables[-1].cell(0, 1).paragraphs[2:5]
        ],
        spec=NAMED,
        good_spec=NAMED,
    ),
    "ND30-SIGN-LEVEL": Case(recipients_lower),
    "ND30-CAP-PERSON": Case(write("Nguyễn Văn An", "Nguyễn văn An"), spec=NAMED, good_spec=NAMED),
    "ND30-NN-LABEL": Case(font("Nơi nhận:", size=14)),
    "ND30-NN-ITEMS": Case(font("- Công an tỉnh;", size=12)),
    "ND30-NN-LAST": Case(write("- Lưu:", "- Lưu VT, CAH."), write("- Lưu:", "- Lưu: VT.")),
    "ND30-NN-NHUTREN": Case(write("- Như trên", "- UBND tỉnh;"), spec=b.letter(), good_spec=b.letter()),
    "ND30-PL-REF": Case(
        write("Thực hiện Kế", b.BODY[0][1].replace("(Phụ lục kèm theo)", "")),
        spec=ONE_ANNEX,
        good_spec=ONE_ANNEX,
    ),
    "ND30-PL-NUM": Case(write("Phụ lục", "Phụ lục 1"), write("Phụ lục", "Phụ lục I"), ONE_ANNEX, ONE_ANNEX),
    "ND30-PL-HEAD": Case(write("Phụ lục", "PHỤ LỤC"), spec=ONE_ANNEX, good_spec=ONE_ANNEX),
    "ND30-PL-TITLE": Case(write("DANH MỤC", "Danh mục nhiệm vụ"), spec=ONE_ANNEX, good_spec=ONE_ANNEX),
    "ND30-PL-KEMTHEO": Case(font("(Kèm theo", italic=False), spec=ONE_ANNEX, good_spec=ONE_ANNEX),
    "ND30-PL-NUMBER": Case(numbered("45", "54"), numbered("45", "45"), ONE_ANNEX, ONE_ANNEX),
    "ND30-PL-LINE": Case(remove_lines("(Kèm theo"), spec=ONE_ANNEX, good_spec=ONE_ANNEX),
    "ND30-PL-NOHEADER": Case(annex_header, spec=ONE_ANNEX, good_spec=ONE_ANNEX),
    "ND30-PL-NEWPAGE": Case(in_same_page, spec=ONE_ANNEX, good_spec=ONE_ANNEX),
    "ND30-CAP-SENT": Case(
        write("Nâng cao", A_LINE + "huyện. các đơn vị tổ chức thực hiện nghiêm túc."),
        write("Nâng cao", A_LINE + "huyện. Các đơn vị tổ chức thực hiện nghiêm túc."),
    ),
    "ND30-CAP-PLACE": Case(
        write("Nâng cao", "Nâng cao nhận thức trên địa bàn Huyện Nam Đàn."),
        write("Nâng cao", "Nâng cao nhận thức của Huyện ủy và của phường Lê Lợi."),
    ),
    "ND30-CAP-PLACE-NUM": Case(
        write("Nâng cao", "Nâng cao nhận thức của quận 1, phường 7."),
        write("Nâng cao", "Nâng cao nhận thức trong phường 5 năm liền."),
    ),
    "ND30-CAP-PLACE-SPECIAL": Case(
        write("Nâng cao", "Nâng cao nhận thức tại thành phố Hồ Chí Minh."),
        write("Nâng cao", "Nâng cao nhận thức tại Thành phố Hồ Chí Minh."),
    ),
    "ND30-CAP-ORG": Case(
        write("Nâng cao", "Nâng cao trách nhiệm của Ủy ban Nhân dân các xã."),
        write("Nâng cao", "Nâng cao trách nhiệm của lực lượng công an xã."),
    ),
    "ND30-CAP-DOC": Case(
        write("1. Công an", "1. Công an huyện theo dõi việc thực hiện kế hoạch số 104/KH-UBND."),
        write("1. Công an", "1. Công an huyện theo dõi việc thực hiện kế hoạch của các xã."),
    ),
    "ND30-CAP-CITE": Case(
        write("Nâng cao", "Nâng cao trách nhiệm theo Điểm a Khoản 2 Điều 5."),
        write("Nâng cao", "Nâng cao trách nhiệm theo điểm a khoản 2 Điều 5."),
    ),
    "ND30-CAP-ND-NN": Case(
        write("Nâng cao", "Nâng cao nhận thức của các tầng lớp nhân dân."),
        write("Nâng cao", "Nâng cao nhận thức của các tầng lớp Nhân dân."),
    ),
    "ND30-CAP-DAY": Case(
        write("Nâng cao", "Nâng cao cảnh giác trong dịp tết Nguyên Đán."),
        write("Nâng cao", "Nâng cao cảnh giác trong dịp tết Nguyên đán, là nhiệm vụ thứ hai."),
    ),
    "ND30-CAP-HOLIDAY": Case(
        write("Nâng cao", "Nâng cao cảnh giác trong dịp quốc khánh."),
        write("Nâng cao", "Nâng cao cảnh giác trong dịp Quốc khánh."),
    ),
    "ND30-HYPHEN": Case(
        write("Nâng cao", "Nâng cao hiệu quả phát triển kinh tế-xã hội."),
        write("Nâng cao", "Nâng cao hiệu quả phát triển kinh tế - xã hội."),
    ),
    "ND30-2T-HEADER": Case(
        lambda document: None,
        spec=b.plan(place_date="Nam Đàn, ngày 05 tháng 01 năm 2026", body=MODERN_BODY),
        good_spec=b.plan(),
    ),
    "ND30-2T-WORDS": Case(
        lambda document: None,
        spec=b.plan(**(MODERN | {"body": b.BODY})),
        good_spec=b.plan(
            **(
                MODERN
                | {
                    "body": [
                        (
                            "text",
                            "Các đơn vị của huyện Nam Đàn trước đây, gồm cả thị trấn, tổ chức thực hiện./.",
                        )
                    ]
                }
            )
        ),
    ),
    "ND30-2T-PLACE": Case(
        lambda document: None,
        spec=b.plan(**(MODERN | {"place_date": "Huyện Nam Đàn, ngày 05 tháng 01 năm 2026"})),
        good_spec=b.plan(**MODERN),
    ),
    "ND30-2T-LAW": Case(
        lambda document: None,
        spec=b.plan(**MODERN, bases=[b.BASES[0], b.BASES[1].replace("thư;", "thư.")]),
        good_spec=b.plan(
            **MODERN, bases=[b.BASES[0].replace("19 tháng 6 năm 2015", "16 tháng 6 năm 2025"), *b.BASES[1:2]]
        ),
    ),
    "ND30-2T-BODY": Case(
        write("b) Phân công", "b) Sở Thông tin và Truyền thông hướng dẫn các xã thực hiện."),
        write("b) Phân công", "b) Tiếp nhận hồ sơ từ Sở Thông tin và Truyền thông (cũ)."),
        spec=b.plan(**MODERN),
        good_spec=b.plan(**MODERN),
    ),
    "ND30-ESIGN-INFO": Case(signed(LINE, size=14), signed(LINE)),
    "ND30-ESIGN-TIME": Case(signed(LINE.replace("T14:30:05+07:00", ", 14h30")), signed(LINE)),
    "ND30-ESIGN-ANNEX": Case(
        signed(LINE, above="Phụ lục"),
        spec=b.plan(annexes=[b.ANNEX]),
        good_spec=b.plan(annexes=[b.ANNEX]),
    ),
    "ND30-BASIS-FORCE": Case(
        lambda document: None,
        spec=b.plan(**MODERN, bases=["Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011."]),
        good_spec=b.plan(**MODERN, bases=["Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024."]),
    ),
    "ND30-DATE-REAL": Case(
        write("b) Phân công", "b) Báo cáo kết quả trước ngày 31/02/2024."),
        write("b) Phân công", "b) Báo cáo kết quả trước ngày 29/02/2024."),
    ),
    "ND30-TEXT-SUM": Case(
        write("b) Phân công", "b) Đã xử lý 10 vụ, trong đó: 4 vụ trộm cắp, 5 vụ đánh bạc, 3 vụ gây rối."),
        write("b) Phân công", "b) Đã xử lý 12 vụ, trong đó: 4 vụ trộm cắp, 5 vụ đánh bạc, 3 vụ gây rối."),
    ),
    "ND30-TEXT-TWICE": Case(
        write("b) Phân công", "b) Phân công rõ trách nhiệm của của từng cơ quan."),
        write("b) Phân công", "b) Luôn luôn phân công rõ trách nhiệm trong năm năm."),
    ),
}


@cache
def broken(rule_id: str) -> bytes:
    """The document that breaks the rule."""
    return made(CASES[rule_id].spec, CASES[rule_id].bad)


def made(spec: b.Spec | None, edit: Edit) -> bytes:
    document = b.build(spec)
    edit(document)
    return b.data(document)


def severities(data: bytes) -> dict[str, str]:
    """Rule -> severity of what the document breaks."""
    report = check_bytes(data, "thu.docx", in_force=TABLES)
    assert report.refused_reason is None
    return {finding.rule: finding.severity for finding in report.findings}


def test_every_rule_has_a_case() -> None:
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("rule_id", CASES)
def test_broken_and_no_other_must(rule_id: str) -> None:
    found = severities(broken(rule_id))
    assert rule_id in found
    musts = {rule for rule, severity in found.items() if severity == "must"}
    assert musts - {rule_id} - ALSO.get(rule_id, set()) == set()


@pytest.mark.parametrize("rule_id", CASES)
def test_kept(rule_id: str) -> None:
    case = CASES[rule_id]
    assert rule_id not in severities(made(case.good_spec, case.good))


# Faults that are two at once: old letters in an old font, a phụ lục without a section.
ALSO: dict[str, set[str]] = {
    "ND30-UNICODE": {"ND30-FONT"},
    "ND30-PL-NEWPAGE": {"ND30-PAGENUM-ANNEX"},
}


@pytest.mark.parametrize("rule_id", RULES)
def test_help_shows_a_bad_and_a_good_example(rule_id: str) -> None:
    assert "Bad: " in RULES[rule_id].help
    assert "Good: " in RULES[rule_id].help
