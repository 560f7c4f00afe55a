"""Who receives a document where its wording does not say: by level, type and date, and by the work given."""

from __future__ import annotations

from datetime import date

import pytest

from kh_docs.facts.recipients import recipients, working_bodies
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book


def test_of_a_commune(book_of_2026: Book) -> None:
    plan = UnitPlan(book_of_2026, book_of_2026.units["kim-lien"], date(2026, 1, 15))
    assert recipients(plan, "qua Sở Nội vụ", ("finance", "police", "party_building", "women")) == (
        "- UBND tỉnh Nghệ An (qua Sở Nội vụ) (b/c);",
        "- Sở Nội vụ (b/c);",
        "- Thường trực Đảng ủy xã, Thường trực HĐND xã (b/c);",
        "- Chủ tịch, các Phó Chủ tịch UBND xã;",
        "- Ủy ban Mặt trận Tổ quốc Việt Nam xã, các tổ chức chính trị - xã hội xã (p/h);",
        "- Ban Xây dựng Đảng xã (p/h);",
        "- Các phòng, ban, đơn vị thuộc UBND xã (t/h);",
        "- Các khối, xóm, bản (t/h);",
        "- Công an xã (t/h);",
    )


def test_of_a_district(book: Book) -> None:
    plan = UnitPlan(book, book.units["thai-hoa"], date(2024, 2, 23))
    assert recipients(plan, "", ()) == (
        "- UBND tỉnh Nghệ An (b/c);",
        "- Thường trực Thị ủy, Thường trực HĐND thị xã (b/c);",
        "- Chủ tịch, các Phó Chủ tịch UBND thị xã;",
        "- Ủy ban Mặt trận Tổ quốc Việt Nam thị xã, các tổ chức chính trị - xã hội thị xã (p/h);",
        "- Các phòng, ban, ngành thị xã (t/h);",
        "- UBND các xã, phường (t/h);",
    )


@pytest.mark.parametrize("unit", ["nam-dan", "cua-lo", "vinh", "ky-son"])
def test_whoever_is_given_work_receives_it(unit: str, book: Book) -> None:
    plan = UnitPlan(book, book.units[unit], date(2024, 2, 23))
    covered = {role for entry in book.recipients for role in (*entry.roles, *entry.covers)}
    text = "\n".join(recipients(plan, "", working_bodies(plan))).lower()
    for name in working_bodies(plan):
        role = plan.role(name)
        assert name in covered or role is None or plan.role_name(role).lower() in text, name
