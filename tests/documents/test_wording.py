"""The text is that of a state document: no residue of the making, no slips, whole sentences."""

from __future__ import annotations

import re
import unicodedata

import pytest

from .produce import FORMS, documents, printed

RESIDUE = {
    "tags": r"\{\{|\}\}|\{%|%\}|\{#|#\}",
    "python": r"\bNone\b|\bTrue\b|\bFalse\b|Undefined|<bound|object at 0x",
    "variables": r"\b(unit|roles|plan|local|own|figure|passed|has|does)\.\w|\broles\b|_\w+\(",
    "notes of ours": r"\[đề xuất\]|\[[JPSM]\]|\bTODO\b|XXX|\b[GNTDL]\d\d\b",
    "glyphs": "[☐☑☒✓✔■□●•–—−]",
    "three dots": r"\.\.\.|\. \. \.|v\.v",
    "straight quotes": "[\"'`´]",
    "double blanks": r" {2,}|\t",
    "blank before a sign": r" [,;.:!?)”](?!/)",
    "no blank after a sign": r"[,;](?=[^\W\d_])|\)(?=[^\W\d_])|”(?=[^\W\d_])",
    "doubled signs": r",,|;;|\.\.(?!/)|;\.|,\.|\.;|,;|::",
    "empty brackets": r"\(\s*\)|“\s*”",
    "doubled words": r"\b([^\W\d_]{2,})(?: \1\b){1,}",
}
# Words that Vietnamese says twice; “mô hình hình thức”.
TWICE = {"ngày ngày", "dần dần", "luôn luôn", "song song", "hình hình"}


@pytest.mark.parametrize("name", RESIDUE)
def test_no_residue(name: str) -> None:
    assert slips(RESIDUE[name], allowed=TWICE) == []


def slips(pattern: str, forms: tuple[str, ...] = FORMS, allowed: set[str] = frozenset()) -> list[str]:  # type: ignore[assignment]
    """Where `pattern` is found, with the words around it."""
    found = []
    for (_style, text), where in printed(*forms).items():
        for match in re.finditer(pattern, text):
            if match[0] not in allowed:
                found.append(f"{where}: {text[max(0, match.start() - 30) : match.end() + 20]}")
    return found[:20]


def test_characters_are_composed_and_common() -> None:
    wrong = set()
    for unit, form, made in documents(*FORMS):
        text = made.text + "".join(control.title for control in made.controls)
        if not unicodedata.is_normalized("NFC", text):
            wrong.add(f"{form} {unit}: not NFC")
        for sign in set(text):
            category = unicodedata.category(sign)
            if category in ("Co", "Cc", "Cf", "Cs", "Cn", "Mn") and sign != "\n":
                wrong.add(f"{form} {unit}: U+{ord(sign):04X} {category}")
    assert sorted(wrong) == []


def test_quotation_marks_and_brackets_pair() -> None:
    wrong = []
    for (_style, text), where in printed(*FORMS).items():
        # The closing bracket of a điểm opens nowhere.
        bare = re.sub(r"^[a-zđ]\) ", "", text)
        for opening, closing in ("“”", "()", "‘’"):
            depth = 0
            for sign in bare:
                depth += (sign == opening) - (sign == closing)
                if depth < 0 or (opening == "“" and depth > 1):
                    break
            if depth:
                wrong.append(f"{where}: {opening}{closing} in {text[:90]}")
    assert wrong == []


def test_sentences_of_a_plan_begin_and_end() -> None:
    """Headings have no full stop, everything else has one; what goes on ends with a colon or semicolon."""
    wrong = set()
    for unit, _form, made in documents("ke-hoach"):
        for paragraph in made.body:
            text, style = paragraph.text.strip(), paragraph.style
            if style in ("Nội dung", "Khoản", "Điểm", "Gạch đầu dòng", "Căn cứ"):
                if not re.search(r"[.;:]$|\./\.$", text):
                    wrong.add(f"{unit}: no end: {text[-60:]}")
                if not re.match(r"([a-zđ]\) |\d+\. |- )?[A-ZĐÀ-Ỹ“\d]", text):
                    wrong.add(f"{unit}: no capital: {text[:60]}")
            elif style in ("Mục La Mã", "Khoản có tiêu đề") and re.search(r"[.;:,]$", text):
                wrong.add(f"{unit}: heading with a stop: {text}")
    assert sorted(wrong) == []


def test_sentences_of_reports_and_minutes_end() -> None:
    """There a line may end in a blank, and a heading of a điểm is followed by the place to write."""
    wrong = set()
    for unit, form, made in documents(*FORMS[1:]):
        for paragraph in made.body:
            text = paragraph.text.strip()
            last = paragraph.runs[-1] if paragraph.runs else None
            if (
                paragraph.style not in ("Nội dung", "Khoản", "Gạch đầu dòng", "Căn cứ")
                or last is None
                or last.tag
            ):
                continue
            if not re.search(r"[.;:]$", text):
                wrong.add(f"{form} {unit}: {text[-80:]}")
    assert sorted(wrong)[:20] == []


# Spellings that clerks check first (wording.md 7, domain.md 10).
SPELLING = {
    r"\ban ninh tổ quốc\b": "an ninh Tổ quốc",
    r"(?<!Ủy ban )(?<!Hội đồng )(?<!Tòa án )(?<!kiểm sát )(?<!an ninh )(?<!Công an )\bnhân dân\b": "Nhân dân",
    r"Uỷ ban|Ủy ban Nhân dân|Uỷ Ban": "Ủy ban nhân dân",
    r"\bHoà\b|\bhoà\b|\bthuỷ\b|\bThuỷ\b": "tone mark in the new style",
    r"(?<=.)\b(TP|TX|H)\. ": "the type of a unit in full",
    r"của Đáng|Công an tính|Tài Chính": "typos of the source",
    r"chính trị xã hội": "chính trị - xã hội",
    r"phòng chống": "phòng, chống",
    r"\bnhà nước\b(?! về)": "Nhà nước",
    r"\d %": "15% without a blank",
    r"(?<!giai đoạn )\b(?!0)\d (xã|phường|thị trấn|mô hình|cơ quan|khu dân cư|báo cáo|lớp)\b": "under 10: 01",
    r"[Tt]ăng cường (?!sự lãnh đạo|xây dựng, củng cố nền)": "no object to be seen",
    r"đẩy mạnh (?!phong trào toàn dân)": "no object to be seen either",
}
QUOTED = re.compile("“[^”]*”|theo Luật Ngân sách nhà nước|Luật Ngân sách nhà nước")


@pytest.mark.parametrize("slip", SPELLING, ids=list(SPELLING.values()))
def test_spelling(slip: str) -> None:
    found = []
    for (_style, text), where in printed(*FORMS).items():
        own = QUOTED.sub("", text)
        for match in re.finditer(slip, own):
            found.append(f"{where}: {own[max(0, match.start() - 30) : match.end() + 20]}")
    assert found[:20] == []


ABBREVIATIONS = {
    "UBND": "Ủy ban nhân dân (UBND)",
    "ANTQ": "an ninh Tổ quốc (ANTQ)",
    "ANTT": "an ninh, trật tự (ANTT)",
    "MTTQ": "Mặt trận Tổ quốc (MTTQ)",
    "THPT": "trung học phổ thông (THPT)",
}


@pytest.mark.parametrize("form", ["ke-hoach", "bao-cao-6-thang", "bao-cao-nam"])
def test_abbreviations_are_defined_at_first_use(form: str) -> None:
    """In the order of reading, from the first sentence of the body on; symbols of documents are names."""
    wrong = []
    for unit, _form, made in documents(form):
        text = " ".join(paragraph.text for paragraph in made.body)
        text = re.sub(r"\d+(/\d{4})?[/-][\w-]+(/[\w-]+)?", "", text[text.index("Thực hiện") :])
        for short, full in ABBREVIATIONS.items():
            first = re.search(rf"\b{short}\b", text)
            if first and text.find(full) != first.start() - len(full) + len(short) + 1:
                wrong.append(f"{unit}: {short} at “{text[max(0, first.start() - 50) : first.end() + 5]}”")
    assert sorted(set(wrong))[:5] == []


def test_no_sentence_stands_twice_in_a_document() -> None:
    """Section III says what, section V who, Phụ lục II by when (domain.md 5.6): never the same words."""
    wrong = set()
    for unit, form, made in documents(*FORMS):
        seen: dict[str, int] = {}
        for paragraph in made.body:
            for sentence in re.split(r"(?<=[.;])\s", paragraph.text):
                if len(sentence) > 60 and paragraph.style not in ("Kèm theo", "Trích yếu"):
                    seen[sentence] = seen.get(sentence, 0) + 1
        wrong |= {f"{form} {unit}: {sentence[:90]}" for sentence, count in seen.items() if count > 1}
    assert sorted(wrong)[:20] == []
