"""Nghị định 30/2020/NĐ-CP, Phụ lục I, read once more by hand: what of it a finished document does not keep.

Its own figures, its own reader; it shares nothing with kh_docs.decree30 and kh_docs.check, so that one wrong
number there cannot hide itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .nd30_letters import text_width
from .word import Document, Paragraph, Section, Table

TWIPS_PER_MM = 1440 / 25.4
# ±0.5 mm for page and margins, ±15 twips for indents, ±15 % for drawn lines.
PAGE_TOLERANCE = 28
INDENT_TOLERANCE = 15
LINE_TOLERANCE = 0.15

HEADINGS = ("Mục La Mã", "Khoản có tiêu đề")
BODY = ("Nội dung", "Khoản", "Điểm", "Gạch đầu dòng", "Căn cứ", *HEADINGS)
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
POINTS = "a b c d đ e g h i k l m n o p q r s t u v x y".split()
SYMBOLS = {"KẾ HOẠCH": "KH-UBND", "BÁO CÁO": "BC-UBND", "BIÊN BẢN": "BB-ĐKT"}
PLACE_AND_DATE = re.compile(
    r"(?P<place>[^,]+), ngày (…|0[1-9]|[12]\d|3[01]) tháng (…|0[12]|[3-9]|1[0-2]) năm \d{4}"
)


def findings(made: Document, place: str) -> list[str]:
    """What `made` breaks, each with the clause of Phụ lục I, Phần I; `place`: the name for the date line."""
    checks = (
        page(made),
        letters(made),
        page_numbers(made),
        state_header(made, place),
        title(made),
        body(made),
        outline(made),
        bases(made),
        signature(made),
        annexes(made),
        tables(made),
    )
    return [finding for check in checks for finding in check]


def within(value: float, low: float, high: float, tolerance: float = 0) -> bool:
    return low - tolerance <= value <= high + tolerance


def looks(paragraph: Paragraph, sizes: tuple[float, float], *, bold: bool, italic: bool) -> bool:
    return all(
        sizes[0] <= look.size <= sizes[1] and look.bold == bold and look.italic == italic for look in paragraph.looks
    )


# -- I. Khổ giấy, lề, phông chữ, số trang ---------------------------------------------------------


def page(made: Document) -> Iterator[str]:
    for number, section in enumerate(made.sections, 1):
        size = sorted((section.width, section.height))
        if not (within(size[0], 11906, 11906, 30) and within(size[1], 16838, 16838, 30)):
            yield f"I.1: khổ giấy của phần {number}: {size}"
        if section.landscape != (section.width > section.height):
            yield f"I.2: hướng giấy của phần {number}"
        if section.landscape and (number == 1 or not any(table.section == number - 1 for table in made.tables)):
            yield f"I.2: phần {number} nằm ngang mà không có bảng"
        yield from _margins(section, number)


def _margins(section: Section, number: int) -> Iterator[str]:
    # The decree gives no figures for landscape; its own landscape pages have 15-30 mm.
    portrait = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
    for side, (low, high) in portrait.items():
        if section.landscape:
            low, high = 15, 35
        value = section.margins[side] + (section.margins["gutter"] if side == "left" else 0)
        if not within(value, low * TWIPS_PER_MM, high * TWIPS_PER_MM, PAGE_TOLERANCE):
            yield f"I.3: lề {side} của phần {number}: {value / TWIPS_PER_MM:.1f} mm"


def letters(made: Document) -> Iterator[str]:
    paragraphs = [
        *made.paragraphs,
        *(item for section in made.sections for part in section.headers.values() for item in part.paragraphs),
    ]
    for paragraph in paragraphs:
        for run in paragraph.runs:
            look = run.look
            if look.fonts != {"Times New Roman"}:
                yield f"I.4: phông chữ {set(look.fonts)}: {run.text[:40]}"
            if look.color not in ("auto", "000000"):
                yield f"I.4: màu chữ {look.color}: {run.text[:40]}"
            if look.underline != "none":
                yield f"V: gạch chân: {run.text[:40]}"
            if look.language != "vi-VN":
                yield f"ngôn ngữ {look.language!r}: {run.text[:40]}"


def page_numbers(made: Document) -> Iterator[str]:
    for number, section in enumerate(made.sections, 1):
        fields = {
            kind: [item for item in part.paragraphs if "PAGE" in item.fields] for kind, part in section.headers.items()
        }
        for paragraph in fields.get("default", []):
            if paragraph.shape.align != "center":
                yield f"I.7: số trang của phần {number} không ở giữa"
            if not looks(paragraph, (13, 14), bold=False, italic=False):
                yield f"V.14: kiểu chữ số trang của phần {number}"
            if not paragraph.text.strip().isdigit():
                yield f"I.7: số trang của phần {number} có chữ khác: {paragraph.text}"
        if not fields.get("default"):
            yield f"I.7: phần {number} không có số trang ở lề trên"
        if not section.title_page or fields.get("first"):
            yield f"I.7: phần {number} hiện số ở trang đầu"
        if any("PAGE" in item.fields for part in section.footers.values() for item in part.paragraphs):
            yield f"I.7: số trang của phần {number} ở lề dưới"
        if section.number_format != "decimal":
            yield f"I.7: số trang của phần {number} không phải chữ số Ả Rập"


# -- II.1-II.4. Quốc hiệu, tiêu ngữ, cơ quan, số, địa danh ------------------------------------------


def state_header(made: Document, place: str) -> Iterator[str]:
    first = made.blocks[0]
    if not isinstance(first, Table) or len(first.rows) != 2 or len(first.rows[0].cells) != 2:
        yield "IV: khối đầu văn bản không phải bảng hai cột"
        return
    agency, state = first.rows[0].cells
    yield from _state(state.paragraphs, first.grid[1])
    yield from _agency(agency.paragraphs, first.grid[0])
    number, date = first.rows[1].cells
    kind = next(item.plain for item in made.body if item.style == "Tên loại")
    for paragraph in number.paragraphs:
        if not re.fullmatch(rf"Số: (…|\d{{2,}})/{SYMBOLS[kind]}", paragraph.plain):
            yield f"II.3: số, ký hiệu: {paragraph.plain}"
        if not looks(paragraph, (13, 13), bold=False, italic=False) or paragraph.shape.align != "center":
            yield "V.3: kiểu chữ số, ký hiệu"
    for paragraph in date.paragraphs:
        # Mẫu 1.9: a biên bản has its time in the text.
        if kind == "BIÊN BẢN":
            if paragraph.text:
                yield f"Mẫu 1.9: có dòng ngày tháng: {paragraph.text}"
            continue
        match = PLACE_AND_DATE.fullmatch(paragraph.plain)
        if not match or match["place"] != place:
            yield f"II.4: địa danh, ngày tháng: {paragraph.plain}"
        if not looks(paragraph, (13, 14), bold=False, italic=True) or paragraph.shape.align != "center":
            yield "V.4: kiểu chữ địa danh, ngày tháng"


def _state(paragraphs: list[Paragraph], width: int) -> Iterator[str]:
    name, motto, line = paragraphs
    if name.text != "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM":
        yield f"II.1.a: Quốc hiệu: {name.text}"
    if motto.text != "Độc lập - Tự do - Hạnh phúc":
        yield f"II.1.b: Tiêu ngữ: {motto.text}"
    sizes = (name.runs[0].look.size, motto.runs[0].look.size)
    if sizes not in ((13, 14), (12, 13)):
        yield f"V, ghi chú 1: cỡ chữ Quốc hiệu, Tiêu ngữ: {sizes}"
    for paragraph in (name, motto):
        if not looks(paragraph, (12, 14), bold=True, italic=False) or paragraph.shape.align != "center":
            yield f"V.1: kiểu chữ: {paragraph.text}"
        if (paragraph.shape.line, paragraph.shape.line_rule) != (240, "auto"):
            yield f"II.1.c: giãn dòng: {paragraph.text}"
    if name.shape.after or motto.shape.before:
        yield "II.1.c: Quốc hiệu và Tiêu ngữ không liền nhau"
    if text_width(name.text, sizes[0]) > width:
        yield "II.1.a: Quốc hiệu không vừa một dòng"
    yield from _drawn(line, width, text_width(motto.text, sizes[1]), 1, 1, "II.1.b: đường kẻ dưới Tiêu ngữ")


def _agency(paragraphs: list[Paragraph], width: int) -> Iterator[str]:
    *names, line = paragraphs
    bold = [paragraph for paragraph in names if all(look.bold for look in paragraph.looks)]
    for paragraph in names:
        if not looks(paragraph, (12, 13), bold=paragraph in bold, italic=False):
            yield f"V.2: kiểu chữ: {paragraph.text}"
        if paragraph.text != paragraph.text.upper() or paragraph.shape.align != "center":
            yield f"II.2.b: tên cơ quan: {paragraph.text}"
        if (paragraph.shape.line, paragraph.shape.before, paragraph.shape.after) != (240, 0, 0):
            yield f"II.2.b: giãn dòng: {paragraph.text}"
    if not bold or names[-1] not in bold:
        yield "II.2.b: tên cơ quan ban hành không đậm"
        return
    if "UBND" in bold[-1].text:
        yield f"II.2.b: tên cơ quan ban hành viết tắt: {bold[-1].text}"
    if names[0] not in bold and any(paragraph.shape.top_border for paragraph in names):
        yield "II.2.b: có đường kẻ dưới cơ quan chủ quản"
    # Of several lines in bold the drawn one goes with the widest, or with the last.
    widths = [text_width(paragraph.text, paragraph.runs[0].look.size) for paragraph in bold]
    found = [
        list(_drawn(line, width, reference, 1 / 3, 1 / 2, "II.2.b: đường kẻ dưới tên cơ quan"))
        for reference in (max(widths), widths[-1])
    ]
    if all(found):
        yield from found[0]


def _drawn(line: Paragraph, width: int, reference: float, low: float, high: float, what: str) -> Iterator[str]:
    """A line drawn as a paragraph's upper border, between its indents."""
    if line.text or line.shape.top_border != "single":
        yield f"{what}: không có"
        return
    length = width - line.shape.left - line.shape.right
    if not within(length / reference, low * (1 - LINE_TOLERANCE), high * (1 + LINE_TOLERANCE)):
        yield f"{what}: {length / reference:.2f} lần độ dài dòng chữ"
    if abs(line.shape.left - line.shape.right) > 3 * TWIPS_PER_MM:
        yield f"{what}: không cân đối"


# -- II.5. Tên loại, trích yếu; II.9.b: Kính gửi ----------------------------------------------------


def title(made: Document) -> Iterator[str]:
    kinds = [item for item in made.body if item.style == "Tên loại"]
    lines = [item for item in made.body if item.style == "Trích yếu"]
    if len(kinds) != 1 or not lines or made.body[0] is not kinds[0]:
        yield "II.5: tên loại, trích yếu đặt sai chỗ"
        return
    if kinds[0].text not in SYMBOLS:
        yield f"II.5: tên loại: {kinds[0].text}"
    for paragraph in (*kinds, *lines):
        if not looks(paragraph, (13, 14), bold=True, italic=False) or paragraph.shape.align != "center":
            yield f"V.5: kiểu chữ: {paragraph.text}"
        if paragraph.shape.first_line or paragraph.shape.left or paragraph.shape.right:
            yield f"II.5.b: thụt dòng: {paragraph.text}"
    if lines[-1].plain.endswith("."):
        yield f"II.5.b: trích yếu có dấu chấm: {lines[-1].plain}"
    position = made.body.index(lines[-1]) + 1
    text = made.sections[0].width - made.sections[0].margins["left"] - made.sections[0].margins["right"]
    longest = max(text_width(item.text, item.runs[0].look.size) for item in lines)
    yield from _drawn(made.body[position], text, longest, 1 / 3, 1 / 2, "II.5.b: đường kẻ dưới trích yếu")
    addressed = [item for item in made.paragraphs if item.plain.startswith("Kính gửi")]
    # II.9.b: a report to a higher body has it, a plan and minutes have not.
    if len(addressed) != (kinds[0].text == "BÁO CÁO"):
        yield f"II.9.b: Kính gửi: {len(addressed)}"
    for paragraph in addressed:
        if not re.fullmatch(r"Kính gửi: [^;.]+", paragraph.plain):
            yield f"II.9.d: {paragraph.plain}"
        if not looks(paragraph, (13, 14), bold=False, italic=False):
            yield "V.8a: kiểu chữ Kính gửi"


# -- II.6. Nội dung ---------------------------------------------------------------------------------


def body(made: Document) -> Iterator[str]:
    text = [item for item in made.body if item.section == 0 and item.style in BODY]
    sizes = {look.size for item in text for look in item.looks}
    if len(sizes) != 1 or not sizes <= {13, 14}:
        yield f"II.6.e: cỡ chữ nội dung: {sizes}"
    for paragraph in text:
        shape = paragraph.shape
        expected = {"bold": paragraph.style in HEADINGS, "italic": paragraph.style == "Căn cứ"}
        if not looks(paragraph, (13, 14), **expected):
            yield f"V.6: kiểu chữ: {paragraph.plain[:50]}"
        if shape.align != "both":
            yield f"II.6.e: không căn đều hai lề: {paragraph.plain[:50]}"
        if not any(within(shape.first_line, at, at, INDENT_TOLERANCE) for at in (567, 720)) or shape.left:
            yield f"II.6.e: lùi đầu dòng {shape.first_line}: {paragraph.plain[:50]}"
        if shape.line_rule == "auto" and not 240 <= shape.line <= 360:
            yield f"II.6.e: giãn dòng {shape.line}: {paragraph.plain[:50]}"
        if shape.line_rule != "auto" and not 1.15 * 14 <= shape.line / 20 <= 1.725 * 14:
            yield f"II.6.e: giãn dòng {shape.line / 20} pt: {paragraph.plain[:50]}"
        if paragraph.style in HEADINGS and not shape.keep_next:
            yield f"đề mục có thể đứng cuối trang: {paragraph.plain[:50]}"
    for before, after in pairwise(text):
        follows = made.blocks.index(after) == made.blocks.index(before) + 1
        if follows and max(before.shape.after, after.shape.before) < 120:
            yield f"II.6.e: khoảng cách đoạn dưới 6 pt: {after.plain[:50]}"
    if not text[-1].plain.endswith("./."):
        yield f"Mẫu 1.4: kết thúc không có ./.: {text[-1].plain[-30:]}"


def outline(made: Document) -> Iterator[str]:
    """V.6b: I. uppercase and bold, 1. bold with a title, a) upright; each series complete and in order."""
    romans: list[str] = []
    numbers: list[str] = []
    points: list[str] = []
    for paragraph in made.body:
        if paragraph.section or paragraph.style not in BODY:
            continue
        text = paragraph.plain
        if match := re.match(r"([IVXL]+)\. (.+)", text):
            romans.append(match[1])
            numbers, points = [], []
            if text != text.upper() or paragraph.style != "Mục La Mã":
                yield f"V.6b: mục La Mã: {text}"
        elif re.match(r"\d+\.\d+", text):
            yield f"V.6b: số kiểu 1.1: {text[:40]}"
        elif match := re.match(r"(\d+)\. (.)", text):
            numbers.append(match[1])
            points = []
            if match[1] != str(len(numbers)):
                yield f"II.6.đ: thứ tự khoản: {text[:40]}"
            if paragraph.style not in ("Khoản", "Khoản có tiêu đề"):
                yield f"V.6b: khoản: {text[:40]}"
        elif match := re.match(r"(\w)\) (.)", text):
            points.append(match[1])
            if points != POINTS[: len(points)]:
                yield f"II.6.đ: thứ tự điểm {' '.join(points)}: {text[:40]}"
            if paragraph.style != "Điểm":
                yield f"V.6b: điểm: {text[:40]}"
        elif paragraph.style in ("Mục La Mã", "Khoản có tiêu đề", "Khoản", "Điểm"):
            yield f"V.6b: thiếu số thứ tự: {text[:40]}"
    if romans != ROMAN[: len(romans)] or len(romans) < 2:
        yield f"II.6.đ: thứ tự mục: {romans}"


def bases(made: Document) -> Iterator[str]:
    """II.6.a: căn cứ in italics, each ends with a semicolon, the last with a full stop."""
    text = [item for item in made.body if item.style == "Căn cứ"]
    for paragraph in made.body:
        if paragraph.plain.startswith("Căn cứ ") and paragraph.style not in ("Căn cứ", "Nội dung"):
            yield f"II.6.a: {paragraph.plain[:40]}"
    for number, paragraph in enumerate(text, 1):
        if not paragraph.plain.endswith("." if number == len(text) else ";"):
            yield f"II.6.a: dấu cuối căn cứ: {paragraph.plain[-40:]}"
        if not re.match(r"Căn cứ \S+( \S+)? số \S+ ngày (…|\d\d tháng \d{1,2} năm \d{4}) của .+", paragraph.plain):
            yield f"II.6.a: nội dung căn cứ: {paragraph.plain[:80]}"


# -- II.7. Quyền hạn, chức vụ, họ tên; II.9. Nơi nhận -----------------------------------------------


def signature(made: Document) -> Iterator[str]:
    last = next(table for table in made.tables if "Nơi nhận:" in "".join(p.text for p in _all(table)))
    if last.section or any(not row.unsplit for row in last.rows):
        yield "II.7: khối chữ ký bị ngắt"
    minutes = last.rows[0].texts[0] == "THƯ KÝ"
    cell = next(cell for row in last.rows for cell in row.cells if "Nơi nhận:" in cell.text)
    # II.9.d: level with the authority; Mẫu 1.9: below the secretary.
    if cell.row is not last.rows[2 if minutes else 0]:
        yield "II.9.d: Nơi nhận không ngang với quyền hạn, chức vụ"
    signers = last.rows[0].cells if minutes else last.rows[0].cells[1:]
    names = last.rows[1].cells if minutes else signers
    for signer in signers:
        for paragraph in signer.paragraphs:
            if paragraph.style != "Họ tên":
                yield from _authority(paragraph)
    if not minutes and signers[0].paragraphs[0].text != "TM. ỦY BAN NHÂN DÂN":
        yield f"II.7.b: quyền hạn: {signers[0].paragraphs[0].text}"
    for named in names:
        paragraph = named.paragraphs[-1]
        if not looks(paragraph, (13, 14), bold=True, italic=False) or paragraph.shape.align != "center":
            yield f"V.7: kiểu chữ họ tên: {paragraph.plain}"
        if paragraph.shape.before < 45 * 20:
            yield "IV: thiếu chỗ ký, đóng dấu"
        if any(not run.look.bold for run in paragraph.runs) or paragraph.plain.isupper():
            yield f"II.7.đ: họ tên: {paragraph.plain}"
    yield from _recipients([item for item in cell.paragraphs if item.text], made)


def _all(table: Table) -> list[Paragraph]:
    return [item for row in table.rows for cell in row.cells for item in cell.paragraphs]


def _authority(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.text != paragraph.text.upper():
        yield f"II.7.đ: quyền hạn, chức vụ viết thường: {paragraph.text}"
    if not looks(paragraph, (13, 14), bold=True, italic=False) or paragraph.shape.align != "center":
        yield f"V.7: kiểu chữ quyền hạn, chức vụ: {paragraph.text}"


def _recipients(lines: list[Paragraph], made: Document) -> Iterator[str]:
    label, *items = lines
    if label.text != "Nơi nhận:" or not looks(label, (12, 12), bold=True, italic=True) or label.shape.left:
        yield "II.9.d: “Nơi nhận:” không phải cỡ 12, đậm, nghiêng, sát lề"
    for item in items:
        if not looks(item, (11, 11), bold=False, italic=False) or item.shape.left or item.shape.first_line:
            yield f"V.8b: kiểu chữ: {item.text}"
        if not item.text.startswith("- "):
            yield f"II.9.d: không có gạch đầu dòng: {item.text}"
    for item in items[:-1]:
        if not item.text.endswith(";") or ";" in item.text[:-1] and "Các phòng" not in item.text:
            yield f"II.9.d: dấu cuối dòng: {item.text}"
    if not re.fullmatch(r"- Lưu: VT, [^.;]+\.", items[-1].text):
        yield f"II.9.d: dòng Lưu: {items[-1].text}"
    reported = any(item.text == "BÁO CÁO" for item in made.body)
    if (items[0].text == "- Như trên;") != reported:
        yield f"II.9.b: dòng đầu Nơi nhận: {items[0].text}"


# -- III.1. Phụ lục ---------------------------------------------------------------------------------


def annexes(made: Document) -> Iterator[str]:
    text = " ".join(item.plain for item in made.body if item.section == 0)
    heads = [item for item in made.body if item.style == "Phụ lục"]
    kind = next(item.text for item in made.body if item.style == "Tên loại").capitalize()
    if len(heads) != len(made.sections) - 1:
        yield f"III.1.đ: {len(heads)} phụ lục trong {len(made.sections)} phần"
    for number, head in enumerate(heads):
        if head.text != f"Phụ lục {ROMAN[number]}":
            yield f"III.1.a: số phụ lục: {head.text}"
        if not re.search(rf"\b{head.text}\b", text):
            yield f"III.1.a: văn bản không nhắc đến {head.text}"
        if not looks(head, (14, 14), bold=True, italic=False) or head.shape.align != "center":
            yield f"V.9: kiểu chữ: {head.text}"
        section = made.sections[head.section]
        if head.section != number + 1 or section.kind != "nextPage" or section.start != 1:
            yield f"III.1.đ: {head.text} không sang trang, đánh số trang riêng từ 1"
        yield from _annex_head(made, made.body.index(head), section, kind)
        inside = [item for item in made.paragraphs if item.section == head.section and item.plain.strip()]
        # Whoever signs a sheet signs below its end.
        ended = [item.plain for item in inside if item.cell is None or item.cell.row.table.bordered]
        if ended[-1] != "./.":
            yield f"Mẫu 2.1: {head.text} không kết thúc bằng ./."
        if any("CỘNG HÒA" in item.plain for item in inside):
            yield f"Mẫu 2.1: {head.text} có Quốc hiệu"


def _annex_head(made: Document, position: int, section: Section, kind: str) -> Iterator[str]:
    name, note, line = made.body[position + 1 : position + 4]
    if name.text != name.text.upper() or not looks(name, (13, 14), bold=True, italic=False):
        yield f"III.1.b: tên phụ lục: {name.text}"
    if not re.fullmatch(rf"\(Kèm theo {kind} số (…|\d{{2,}})/\S+ ngày (…|\d\d) tháng (…|\d{{1,2}}) năm \d{{4}}"
                        r" của [^()]+\)", note.plain):  # fmt: skip
        yield f"III.1.c: dòng kèm theo: {note.plain}"
    if not looks(note, (13, 14), bold=False, italic=True):
        yield f"III.1.c: kiểu chữ: {note.plain}"
    if {name.shape.align, note.shape.align} != {"center"}:
        yield f"III.1.b-c: không căn giữa: {name.text}"
    width = section.width - section.margins["left"] - section.margins["right"]
    length = width - line.shape.left - line.shape.right
    # Mẫu 2.1 draws about 25 mm.
    if line.shape.top_border != "single" or not within(length / TWIPS_PER_MM, 20, 60):
        yield f"Mẫu 2.1: đường kẻ dưới dòng kèm theo: {length / TWIPS_PER_MM:.0f} mm"


def tables(made: Document) -> Iterator[str]:
    """No rule of the decree: rows stay whole, heads are repeated, nothing runs over the margin."""
    for table in made.tables:
        section = made.sections[table.section]
        width = section.width - section.margins["left"] - section.margins["right"]
        name = table.rows[0].texts[0][:30]
        if sum(table.grid) > width + PAGE_TOLERANCE:
            yield f"bảng “{name}” rộng quá lề: {sum(table.grid)} > {width}"
        if any(not row.unsplit for row in table.rows):
            yield f"bảng “{name}”: dòng có thể bị ngắt"
        for row in table.rows:
            if sum(cell.span for cell in row.cells) != len(table.grid):
                yield f"bảng “{name}”: dòng thiếu ô: {row.texts}"
            if abs(sum(cell.width for cell in row.cells) - sum(table.grid)) > 20:
                yield f"bảng “{name}”: bề rộng ô"
        if table.bordered:
            yield from _data_table(table, name)


def _data_table(table: Table, name: str) -> Iterator[str]:
    heads = table.header_rows
    if heads != table.rows[: len(heads)]:
        yield f"bảng “{name}”: dòng tiêu đề không ở đầu"
    # Two columns, label and answer, need no head.
    if not heads and len(table.grid) > 2:
        yield f"bảng “{name}”: không lặp lại dòng tiêu đề"
    for paragraph in _all(table):
        if any(look.size < 11 for look in paragraph.looks):
            yield f"bảng “{name}”: cỡ chữ dưới 11"
        if paragraph.shape.first_line or paragraph.shape.left:
            yield f"bảng “{name}”: thụt đầu dòng trong ô"
    for row in heads:
        for cell in row.cells:
            if any(not look.bold for item in cell.paragraphs for look in item.looks):
                yield f"bảng “{name}”: tiêu đề không đậm"
