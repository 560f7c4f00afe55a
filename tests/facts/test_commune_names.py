"""Names of communes in lists are those of the catalogue, however they were typed."""

from __future__ import annotations

import pytest

from kh_docs.facts.commune_names import commune_named
from kh_docs.facts.judging_values import impossible
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book

from ..documents.produce import local_data


def plan(book: Book, name: str, kind: str = "đơn vị cấp xã") -> UnitPlan:
    local = local_data({"kept": [{"name": name, "kind": kind}]})
    return UnitPlan(book.replace(local={"nam-dan": local}), book.units["nam-dan"], book.head.issued_on)


@pytest.mark.parametrize("typed", ["Kim Liên", "xã Kim Liên", "Xã Kim Liên", "xa kim lien"])
def test_one_commune_in_any_spelling(typed: str, book: Book) -> None:
    assert commune_named(plan(book, typed), typed) == "Xã Kim Liên"
    assert list(impossible(plan(book, typed))) == []


@pytest.mark.parametrize("typed", ["Kim Liêm", "Nghi Hưng", "xã Nam Đàn"])
def test_another_name_is_told_of(typed: str, book: Book) -> None:
    (remark,) = impossible(plan(book, typed))
    assert remark.message == f"“{typed}” không phải tên đơn vị cấp xã của huyện Nam Đàn"


def test_an_office_may_be_called_as_it_likes(book: Book) -> None:
    assert list(impossible(plan(book, "Mẫu cơ quan", "cơ quan"))) == []
