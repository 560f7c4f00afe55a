"""The plan's text and its Phụ lục II say the same of who does what, and whoever is given work receives it."""

from __future__ import annotations

import re

import pytest

from .produce import UNITS, document


def orders(unit: str) -> list[str]:
    """How the text must begin an order, put together from the columns of Phụ lục II."""
    found = []
    for cells in document(unit, "ke-hoach").tables[3].entries:
        lead, asked = re.subn(r" \(đề nghị\)$", "", cells[2])
        *first, last = cells[3].split("; ")
        partners = f"{', '.join(first)} và {last}" if first else last
        partners = partners[:1].lower() + partners[1:] if partners.startswith(("Các ", "Lực ")) else partners
        found.append(f"{'đề nghị' if asked else 'giao'} {lead} chủ trì, phối hợp với {partners} ")
    return found


@pytest.mark.parametrize("unit", UNITS)
def test_text_and_annex_name_the_same_lead_and_partners(unit: str) -> None:
    body = " ".join(paragraph.plain for paragraph in document(unit, "ke-hoach").body)
    body = body.replace("Giao ", "giao ").replace("Đề nghị ", "đề nghị ")
    said = orders(unit)
    assert [order for order in said if order not in body] == []
    # And the text gives no work that no row of the annex holds.
    given = re.findall(r"(?:giao|đề nghị) [^.;:]*? chủ trì, phối hợp với ", body)
    assert len(given) == len(said)


# What a line of the recipients stands for.
TOGETHER = {
    r"^Phòng |^Trung tâm |^Văn phòng |^[Cc]ác phòng, ban, ngành": "Các phòng, ban, ngành",
    r"^Công an (huyện|thị xã|thành phố)$": "Lưu: VT, CA",
    r"thành viên Ban Chỉ đạo": "thành viên Ban Chỉ đạo",
    r"^UBND các |^Công an các ": "UBND các",
    r"^Hội |^Liên đoàn |đoàn$|^[Cc]ác tổ chức chính trị": "các tổ chức chính trị - xã hội",
}


def receives(body: str, recipients: str) -> bool:
    return body in recipients or any(
        re.search(pattern, body) and line in recipients for pattern, line in TOGETHER.items()
    )


@pytest.mark.parametrize("unit", UNITS)
def test_every_body_given_work_receives_the_plan(unit: str) -> None:
    made = document(unit, "ke-hoach")
    signed = next(table for table in made.tables if "Nơi nhận" in table.rows[0].texts[0])
    recipients = signed.rows[0].texts[0]
    bodies = set()
    for cells in made.tables[3].entries:
        bodies |= {cells[2].removesuffix(" (đề nghị)"), *cells[3].split("; ")}
    text = " ".join(paragraph.plain for paragraph in made.body)
    bodies |= set(re.findall(r"Ban (?:Tuyên giáo|Dân vận) (?:Huyện|Thị|Thành) ủy", text))
    wanted = {body[:1].lower() + body[1:] if body.startswith("Các ") else body for body in bodies}
    assert {body for body in wanted if not receives(body, recipients)} == set()


def test_who_is_asked_receives_it_by_name() -> None:
    """Named by hand: bodies outside the UBND differ from unit to unit."""
    expected = {
        "nam-dan": {"Ban Tuyên giáo Huyện ủy", "Ban Dân vận Huyện ủy", "Ban Chỉ huy Quân sự huyện", "THPT"},
        "ky-son": {"các Đồn Biên phòng đóng trên địa bàn", "Ban Chỉ huy Quân sự huyện", "THPT"},
        "vinh": {"Ban Tuyên giáo Thành ủy", "Ban Quản lý Khu kinh tế Đông Nam Nghệ An", "THPT"},
    }
    for unit, names in expected.items():
        text = document(unit, "ke-hoach").text
        recipients = text[text.index("Nơi nhận:") :]
        assert {name for name in names if name not in recipients[:1500]} == set(), unit
