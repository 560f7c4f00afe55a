"""Nghị định 30/2020/NĐ-CP by hand: head, title, signature, recipients, annexes (PL I, P.I, II and III)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .nd30_measures import LINE_TOLERANCE, ROMAN, TWIPS_PER_MM, looks, text_width, within
from .word import Document, Paragraph, Section, Table

SYMBOLS = {"KẾ HOẠCH": "KH-UBND", "BÁO CÁO": "BC-UBND", "BIÊN BẢN": "BB-ĐKT"}
PLACE_AND_DATE = re.compile(
    r"(?P<place>[^,]+), ngày (…|0[1-9]|[12]\d|3[01]) tháng (…|0[12]|[3-9]|1[0-2]) năm \d{4}"
)


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


def _drawn(
    line: Paragraph, width: int, reference: float, low: float, high: float, what: str
) -> Iterator[str]:
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


# -- II.7. Quyền hạn, chức vụ, họ tên; II.9. Nơi nhận -----------------------------------------------


def signature(made: Document) -> Iterator[str]:
    last = next(table for table in made.tables if "Nơi nhận:" in "".join(p.text for p in table.paragraphs))
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
        if not item.text.endswith(";"):
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
    dated = r"ngày (…|\d\d) tháng (…|\d{1,2}) năm \d{4}"
    if not re.fullmatch(rf"\(Kèm theo {kind} số (…|\d{{2,}})/\S+ {dated} của [^()]+\)", note.plain):
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
