"""A row that was sound once is not looked at again; what is wrong beside it, or in another row, is found."""

from __future__ import annotations

import pytest
from lxml import etree

from kh_docs.render.rows import Rows
from kh_docs.word.cutting import cut

GOOD = b"<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"
OTHER = GOOD.replace(b">a<", b">b<")


def part(*rows: bytes, after: bytes = b"<w:p/>") -> bytes:
    return b'<w:body xmlns:w="w"><w:tbl>%s</w:tbl>%s</w:body>' % (b"".join(rows), after)


@pytest.fixture
def rows() -> Rows:
    rows = Rows()
    assert rows.all_sound(cut(part(GOOD)))
    return rows


def test_a_row_that_came_before_is_sound(rows: Rows) -> None:
    assert rows.all_sound(cut(part(GOOD, GOOD, OTHER)))


@pytest.mark.parametrize(
    "row",
    [
        b"<w:tr></w:tr>",
        b"<w:tr><w:tc></w:tc></w:tr>",
        b"<w:tr><w:tc><w:tbl></w:tbl></w:tc></w:tr>",
        b"<w:tr><w:tc><w:p/><w:tbl>" + GOOD + b"</w:tbl></w:tc></w:tr>",
    ],
    ids=["no cell", "empty cell", "no row inside", "a cell that ends with a table"],
)
def test_an_empty_container_beside_known_rows_is_found(rows: Rows, row: bytes) -> None:
    assert not rows.all_sound(cut(part(GOOD, row, GOOD)))


@pytest.mark.parametrize(
    "content",
    [
        part(GOOD, b"<w:tr><w:tc><w:p></w:tc></w:tr>"),
        part(GOOD[: -len(b"</w:tr>")]),
        part(GOOD, after=b"<w:p>"),
        part(GOOD + b"</w:tr>"),
        part(GOOD, b"<w:tr>"),
    ],
    ids=["in a new row", "a row without end", "outside", "an end too many", "a beginning too many"],
)
def test_what_is_not_well_formed_is_found(rows: Rows, content: bytes) -> None:
    try:
        sound = rows.all_sound(cut(content))
    except etree.XMLSyntaxError:
        return
    assert not sound


def test_a_row_that_holds_rows_is_never_taken_as_known(rows: Rows) -> None:
    nested = b"<w:tr><w:tc><w:tbl>" + GOOD + b"</w:tbl><w:p></w:p></w:tc></w:tr>"
    assert rows.all_sound(cut(part(nested)))
    assert not any(b"<w:tbl>" in row for row in rows.known)
