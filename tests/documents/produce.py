"""Make documents of the checkout's plan once a session, read them once, and let all tests look at them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from kh_docs.documents.given import Given
from kh_docs.model.kinds import RECIPES
from kh_docs.model.local import LocalData
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.reading.book import load
from kh_docs.reading.shapes import shape_of, told
from kh_docs.reading.workspace import find_workspace

from .word import Document

ROOT = Path(__file__).parents[2]
COMMUNE_FORM = "phieu-kiem-tra-cap-xa"
# The four kinds and the inspection form for communes.
FORMS = tuple(recipe.stem for recipe in RECIPES)
REPORTS = ("bao-cao-6-thang", "bao-cao-nam")
CHECKLISTS = ("phieu-kiem-tra", COMMUNE_FORM)
# All 21, restated by hand: what a unit is called where it stands in a sentence.
UNITS = {
    "vinh": "thành phố Vinh",
    "cua-lo": "thị xã Cửa Lò",
    "thai-hoa": "thị xã Thái Hòa",
    "hoang-mai": "thị xã Hoàng Mai",
    "anh-son": "huyện Anh Sơn",
    "con-cuong": "huyện Con Cuông",
    "dien-chau": "huyện Diễn Châu",
    "do-luong": "huyện Đô Lương",
    "hung-nguyen": "huyện Hưng Nguyên",
    "ky-son": "huyện Kỳ Sơn",
    "nam-dan": "huyện Nam Đàn",
    "nghi-loc": "huyện Nghi Lộc",
    "nghia-dan": "huyện Nghĩa Đàn",
    "que-phong": "huyện Quế Phong",
    "quy-chau": "huyện Quỳ Châu",
    "quy-hop": "huyện Quỳ Hợp",
    "quynh-luu": "huyện Quỳnh Lưu",
    "tan-ky": "huyện Tân Kỳ",
    "thanh-chuong": "huyện Thanh Chương",
    "tuong-duong": "huyện Tương Dương",
    "yen-thanh": "huyện Yên Thành",
}
BORDER = {"ky-son", "tuong-duong", "con-cuong", "que-phong", "anh-son", "thanh-chuong"}
COAST = {"quynh-luu", "hoang-mai", "dien-chau", "nghi-loc", "cua-lo"}
MOUNTAIN = {*BORDER, "nghia-dan", "quy-chau", "quy-hop", "tan-ky", "thai-hoa"}
ECONOMIC_ZONE = {"vinh", "cua-lo", "nghi-loc", "dien-chau", "quynh-luu", "hoang-mai", "hung-nguyen"}
TOWNS = {"vinh", "cua-lo", "thai-hoa", "hoang-mai"}
DRUG_FREE = {"thai-hoa", "thanh-chuong", "con-cuong", "tuong-duong", "que-phong", "nghi-loc"}
RURAL = set(UNITS) - {"cua-lo"}


def local_data(values: dict[str, Any]) -> LocalData:
    """What a unit's file with these values tells."""
    fields = workshop().book.fields
    return told(fields, TypeAdapter(shape_of(fields)).validate_python(values))


def type_of(unit: str) -> str:
    """`huyện`, `thị xã` or `thành phố`."""
    return next(kind for kind in ("huyện", "thị xã", "thành phố") if UNITS[unit].startswith(kind))


@cache
def workshop() -> Workshop:
    workspace = find_workspace(ROOT, ROOT)
    return Workshop(load(workspace), workspace.templates)


def order(unit: str, form: str, given: Given | None = None, reference: date | None = None) -> Order:
    """The order of the document whose file's name begins with `form`."""
    recipe = next(recipe for recipe in RECIPES if recipe.stem == form)
    return Order(workshop().book.units[unit], recipe, given or Given(), reference)


@cache
def made(unit: str, form: str, reference: date | None, given: Given) -> bytes:
    """The document as it is published; `reference`: the day by which deadlines count as past."""
    result = workshop().make(order(unit, form, given, reference))
    assert result.content is not None, result.reason
    return result.content


@cache
def _read(unit: str, form: str, reference: date | None, given: Given) -> Document:
    return Document(made(unit, form, reference, given))


def document(unit: str, form: str, reference: date | None = None, given: Given | None = None) -> Document:
    # The usual day of a plan needs no second document.
    day = None if (form, reference) == ("ke-hoach", date(2024, 2, 23)) and given is None else reference
    return _read(unit, form, day, given or Given())


def documents(*forms: str) -> Iterator[tuple[str, str, Document]]:
    """Unit, form and document of every district for these forms, for all of them without any."""
    for unit in UNITS:
        for form in forms or FORMS:
            yield unit, form, document(unit, form)


@cache
def printed(*forms: str) -> dict[tuple[str, str], str]:
    """Every paragraph there is in these forms, by style and text, with one document that holds it.

    The districts share most of their text: a pattern need not be looked for 21 times.
    """
    found: dict[tuple[str, str], str] = {}
    for unit, form, made in documents(*forms):
        for paragraph in made.paragraphs:
            found.setdefault((paragraph.style, paragraph.plain), f"{form} {unit}")
    return found
