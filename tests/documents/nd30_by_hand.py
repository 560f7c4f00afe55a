"""Nghị định 30/2020/NĐ-CP, Phụ lục I, read once more by hand: what of it a finished document does not keep.

Its own figures, its own reader; it shares nothing with kh_docs.decree30 and kh_docs.check, so that one wrong
number there cannot hide itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .nd30_frame import annexes, signature, state_header, title
from .nd30_measures import INDENT_TOLERANCE, PAGE_TOLERANCE, ROMAN, TWIPS_PER_MM, looks, within
from .word import Document, Paragraph, Section, Table

HEADINGS = ("Mục La Mã", "Khoản có tiêu đề")
BODY = ("Nội dung", "Khoản", "Điểm", "Gạch đầu dòng", "Căn cứ", *HEADINGS)
POINTS = list("abcdđeghiklmnopqrstuvxy")


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


# -- I. Khổ giấy, lề, phông chữ, số trang ---------------------------------------------------------


def page(made: Document) -> Iterator[str]:
    for number, section in enumerate(made.sections, 1):
        size = sorted((section.width, section.height))
        if not (within(size[0], 11906, 11906, 30) and within(size[1], 16838, 16838, 30)):
            yield f"I.1: khổ giấy của phần {number}: {size}"
        if section.landscape != (section.width > section.height):
            yield f"I.2: hướng giấy của phần {number}"
        if section.landscape and (
            number == 1 or not any(table.section == number - 1 for table in made.tables)
        ):
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
            # A prompt is no part of the document: it vanishes when one types.
            if look.color not in ("auto", "000000") and not run.placeholder:
                yield f"I.4: màu chữ {look.color}: {run.text[:40]}"
            if look.underline != "none":
                yield f"V: gạch chân: {run.text[:40]}"
            if look.language != "vi-VN":
                yield f"ngôn ngữ {look.language!r}: {run.text[:40]}"


def page_numbers(made: Document) -> Iterator[str]:
    for number, section in enumerate(made.sections, 1):
        fields = {
            kind: [item for item in part.paragraphs if "PAGE" in item.fields]
            for kind, part in section.headers.items()
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
    ours = [item if isinstance(item, Paragraph) and item.style in BODY else None for item in made.blocks]
    for before, after in pairwise(ours):
        if before and after and after.section == 0 and max(before.shape.after, after.shape.before) < 120:
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
        if not re.match(
            r"Căn cứ \S+( \S+)? số \S+ ngày (…|\d\d tháng \d{1,2} năm \d{4}) của .+", paragraph.plain
        ):
            yield f"II.6.a: nội dung căn cứ: {paragraph.plain[:80]}"


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
    for paragraph in table.paragraphs:
        if any(look.size < 11 for look in paragraph.looks):
            yield f"bảng “{name}”: cỡ chữ dưới 11"
        if paragraph.shape.first_line or paragraph.shape.left:
            yield f"bảng “{name}”: thụt đầu dòng trong ô"
    for row in heads:
        for cell in row.cells:
            if any(not look.bold for item in cell.paragraphs for look in item.looks):
                yield f"bảng “{name}”: tiêu đề không đậm"
