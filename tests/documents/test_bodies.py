"""A body is named only where it exists, and asked for help where the UBND cannot give it orders."""

from __future__ import annotations

import re

import pytest

from .produce import (
    BORDER,
    COAST,
    ECONOMIC_ZONE,
    FORMS,
    MOUNTAIN,
    RURAL,
    TOWNS,
    UNITS,
    document,
    documents,
    type_of,
)

DISTRICTS = set(UNITS) - TOWNS

# A name -> the units that have such a body or place (domain.md 2.3).
EXISTS = {
    r"[Bb]iên phòng": BORDER | COAST,
    r"tuyến biên giới|vùng biên giới": BORDER,
    r"tuyến biển(?!,? ?đảo)|ngư dân": COAST,
    r"Phòng Dân tộc": MOUNTAIN,
    r"già làng|trưởng bản": MOUNTAIN,
    r"Khu kinh tế|khu kinh tế|khu công nghiệp": ECONOMIC_ZONE,
    r"Phòng Nông nghiệp và Phát triển nông thôn": DISTRICTS,
    # Of the towns, those that build up ward police.
    r"Phòng Quản lý đô thị": {"vinh", "hoang-mai"},
    r"UBND các phường|các xã, phường|các phường, xã|Công an các phường": TOWNS,
    r"các xã, thị trấn": DISTRICTS,
    r"Công an xã bán chuyên trách": RURAL,
    r"Văn phòng Điều phối nông thôn mới": RURAL,
}


@pytest.mark.parametrize(("name", "units"), EXISTS.items())
def test_named_in_a_plan_only_where_it_exists(name: str, units: set[str]) -> None:
    found = {unit for unit in UNITS if re.search(name, document(unit, "ke-hoach").text)}
    assert found == units


@pytest.mark.parametrize("name", [r"Đồn Biên phòng", r"Phòng Dân tộc", r"Phòng Quản lý đô thị"])
def test_named_in_no_document_where_it_does_not_exist(name: str) -> None:
    units = EXISTS.get(name, BORDER | COAST)
    assert {unit for unit, _form, made in documents(*FORMS) if re.search(name, made.text)} <= units


# What belongs to one type of unit.
OF_TYPE = {
    "huyện": r"Công an huyện|UBND huyện|Huyện ủy|Huyện đoàn|HĐND huyện|Ban Chỉ đạo huyện|CAH\b",
    "thị xã": r"Công an thị xã|UBND thị xã|Thị ủy|Thị đoàn|HĐND thị xã|Ban Chỉ đạo thị xã|CATX\b",
    "thành phố": r"Công an thành phố|UBND thành phố|Thành ủy|Thành đoàn|HĐND thành phố|CATP\b",
}


def test_bodies_carry_the_unit_s_own_type() -> None:
    wrong = []
    for unit, form, made in documents(*FORMS):
        # Of the two that merged, each names the other in its year report.
        text = re.sub(r"UBND (thị xã Cửa Lò|thành phố Vinh)", "", made.text)
        for kind, names in OF_TYPE.items():
            if kind != type_of(unit) and (match := re.search(names, text)):
                wrong.append(f"{form} {unit}: {match[0]}")
    assert wrong == [] or all(entry.startswith(("bao-cao-nam vinh", "bao-cao-nam cua-lo")) for entry in wrong)


def test_every_plan_names_its_own_police_and_party() -> None:
    for unit in UNITS:
        names = [name for name in OF_TYPE[type_of(unit)].split("|")[:5] if "đoàn" not in name]
        text = document(unit, "ke-hoach").text
        assert [words for words in names if words not in text] == [], unit


# Whom a UBND can ask, not order: Party, Front, mass organisations, army, border guard, courts, schools.
OUTSIDE = (
    r"(Mặt trận|MTTQ|Hội Nông dân|Hội Liên hiệp Phụ nữ|Huyện đoàn|Thị đoàn|Thành đoàn|Hội Cựu chiến binh"
    r"|Liên đoàn Lao động|tổ chức chính trị - xã hội|Quân sự|Biên phòng|Huyện ủy|Thị ủy|Thành ủy"
    r"|Ban Tuyên giáo"
    r"|Ban Dân vận|[Tt]rường trung học phổ thông|[Tt]rường THPT|Tòa án|Viện kiểm sát)"
)
VERBS = (
    "chủ trì|phối hợp|tham mưu|tổ chức|triển khai|báo cáo|quan tâm|củng cố|tổng hợp|xây dựng|rà soát|cùng"
    "|có đơn vị|thực hiện|hướng dẫn|theo dõi|chỉ đạo|tự "
)


def test_whom_a_plan_gives_orders() -> None:
    """wording.md 4: “Giao”, “Yêu cầu” its own bodies; “Đề nghị” the others."""
    wrong = []
    for unit, _form, made in documents("ke-hoach"):
        for paragraph in made.paragraphs:
            for match in re.finditer(rf"\b(?:Giao|Yêu cầu)\s+(.*?)(?:{VERBS}|[.;:]|$)", paragraph.text):
                if re.search(OUTSIDE, match[1]):
                    wrong.append(f"{unit}: {match[0]}")
    assert wrong == []


def test_no_order_follows_a_request_in_one_breath() -> None:
    """Whoever is asked is asked by name: “Đề nghị Ủy ban Mặt trận …”, never a bare duty."""
    wrong = []
    for unit, _form, made in documents("ke-hoach"):
        for paragraph in made.body:
            for sentence in re.split(r"(?<=[.;])\s", paragraph.text):
                starts = re.match(rf"(?:[a-zđ]\) |\d+\. |- )?{OUTSIDE}", sentence)
                if starts and paragraph.style in ("Khoản", "Điểm", "Nội dung"):
                    wrong.append(f"{unit}: {sentence[:80]}")
    assert wrong == []


def test_leads_that_are_only_asked_say_so() -> None:
    wrong = []
    for unit, _form, made in documents("ke-hoach"):
        for cells in made.tables[3].entries:
            lead = cells[2]
            if bool(re.search(OUTSIDE, lead)) != lead.endswith("(đề nghị)"):
                wrong.append(f"{unit}: {lead}")
    assert wrong == []


def test_every_task_has_lead_deadline_and_product() -> None:
    wrong = []
    for unit, _form, made in documents("ke-hoach"):
        table = made.tables[3]
        assert table.header_rows[0].texts == [
            "TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm, chỉ tiêu",
            "Điều khoản của Kế hoạch số 104/KH-UBND",
        ]  # fmt: skip
        numbers = [cells[0] for cells in table.entries]
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)], unit
        for cells in table.entries:
            if not all(cells[:7]):
                wrong.append(f"{unit}: {cells}")
            if cells[2].removesuffix(" (đề nghị)") in cells[3]:
                wrong.append(f"{unit}: leads and helps itself: {cells[:4]}")
    assert wrong == []


def test_recipients_are_those_of_the_unit() -> None:
    for unit in UNITS:
        kind = type_of(unit)
        text = document(unit, "ke-hoach").text
        short = {"huyện": "CAH", "thị xã": "CATX", "thành phố": "CATP"}[kind]
        assert f"- Lưu: VT, {short}." in text, unit
        assert "- UBND tỉnh (qua Công an tỉnh) (b/c);" in text, unit
        assert f"- Chủ tịch, các Phó Chủ tịch UBND {kind};" in text, unit
        report = document(unit, "bao-cao-nam").text
        assert "- Như trên;" in report, unit
        # Cửa Lò is gone by then: tests/documents/test_handing_over.py.
        asked = "Ủy ban nhân dân tỉnh Nghệ An (qua Phòng Tham mưu, Công an tỉnh)"
        asked = "Ủy ban nhân dân thành phố Vinh" if unit == "cua-lo" else asked
        assert f"Kính gửi: {asked}" in report, unit
