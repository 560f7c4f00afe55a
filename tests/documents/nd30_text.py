"""Nghị định 30/2020/NĐ-CP in the words themselves, by hand: dates, citations (PL I), capitals (PL II)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .word import Document

LONG_DATE = re.compile(r"ngày (\d+) tháng (\d+) năm (\d+)")
SHORT_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{2,4}))?(?![\d/%])")
SYMBOL = re.compile(r"\b\d+(?:/\d{4})?[/-](?:[A-ZĐ][A-Za-zĐ]*)(?:[-/][A-ZĐ0-9]+)+")


def text_findings(made: Document) -> list[str]:
    """What the words of `made` break, each with the clause."""
    found = [finding for paragraph in made.paragraphs for finding in slips(paragraph.plain)]
    return [*found, *citations(made)]


@cache
def slips(text: str) -> tuple[str, ...]:
    """The slips in one paragraph; most paragraphs are those of every district."""
    return (*zeros(text), *capitals(text))


def zeros(text: str) -> Iterator[str]:
    """II.4.b: a zero for days under 10 and for months 1 and 2, for no others."""
    for day, month, _year in LONG_DATE.findall(text):
        if not well_written(day, month):
            yield f"II.4.b: ngày {day} tháng {month}"
    for match in SHORT_DATE.finditer(text):
        day, month, year = match.groups()
        # Shares (04/25 xã), scores (28/34) and symbols (37/CT-…) are no dates.
        if (
            int(month) > 12
            or int(day) > 31
            or int(day) == 0
            or not (year or re.search(r"\(19/8\)|\(18/11\)", text))
        ):
            continue
        if not year and (day, month) not in (("19", "8"), ("18", "11")):
            continue
        if not well_written(day, month) or len(year or "2024") != 4:
            yield f"II.4.b: {match[0]}"


def well_written(day: str, month: str) -> bool:
    return len(day) == 2 and month == (f"{int(month):02d}" if int(month) < 3 else str(int(month)))


def citations(made: Document) -> Iterator[str]:
    """II.6.b: in full when first cited in the text, afterwards by kind and symbol alone."""
    seen: set[str] = set()
    text = "\n".join(item.plain for item in made.body if item.section == 0)
    for match in SYMBOL.finditer(text):
        symbol, before, after = match[0], text[: match.start()], text[match.end() :]
        dated = re.match(r",? ngày (\d|…)", after)
        if symbol in seen and dated:
            yield f"II.6.b: {symbol} viện dẫn lại mà vẫn ghi ngày"
        if symbol not in seen and not dated:
            yield f"II.6.b: {symbol} viện dẫn lần đầu mà thiếu ngày"
        # “theo đề nghị của Công an huyện tại Tờ trình số …” has named the body already.
        issued = re.match(r",? ngày (… |\d\d tháng \d{1,2} năm \d{4} )(của|giữa) \S", after)
        if dated and not issued and not re.search(r"đề nghị của [^;.]+ tại \S+ \S+ số $", before):
            yield f"II.6.b: {symbol}{after[:60]}"
        if not before.endswith(" số "):
            yield f"II.6.b: {symbol} không có chữ “số”"
        seen.add(symbol)
    for law in re.finditer(r"\b(Luật|Pháp lệnh) [^;.,]* số \d+/\d{4}/QH", text):
        yield f"II.6.a: luật ghi số: {law[0]}"


# PL II. What is found -> the clause.
CAPITALS = {
    r"(?<=[a-zà-ỹđ,;] )(Khoản|Điểm) [\dIVXa-zđ]\b": "V.7",
    r"\bđiều \d": "V.7",
    r"(?<=[a-zà-ỹđ,;] )mục [IVX]+\b": "V.7",
    r"(?<=[a-zà-ỹđ,;] )(kế hoạch|nghị định|nghị quyết|kết luận) số [\d…]": "V.6",
    r"(?<=[a-zà-ỹđ,;] )(chỉ thị|quyết định|thông tư|hướng dẫn) số [\d…]": "V.6",
    r"(?<=[a-zà-ỹđ,;] )(Tỉnh|Huyện|Xã|Phường|Thị trấn|Thị xã|Thành phố) [A-ZĐ]": "III.1.a",
    r"\b(ủy ban|hội đồng) nhân dân|Ủy Ban|Uỷ ban|Ủy ban Nhân dân": "IV.1.a",
    r"\bcông an (tỉnh|huyện|thị xã|thành phố|xã|phường)\b": "IV.1.a",
    r"\bPhòng (nội vụ|tư pháp|văn hóa|giáo dục|tài chính|kinh tế|lao động)": "IV.1.a",
    r"\bbộ (công an|tài chính)|(?<![Cc]ơ )\bsở (giáo dục|nội vụ)|\bban chỉ đạo\b": "IV.1.a",
    r"\bđảng ủy\b|\bhuyện ủy\b": "IV.1.a",
    r"\bquý (IV|I{1,3})\b": "usage",
}


def capitals(text: str) -> Iterator[str]:
    for pattern, clause in CAPITALS.items():
        for match in re.finditer(pattern, text):
            yield f"PL II, {clause}: {text[max(0, match.start() - 20) : match.end() + 15]}"
