"""Words put into a document read before: it reads as if it had been parsed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kh_docs.check.engine import take_apart
from kh_docs.check.gate import Gate
from kh_docs.check.made_of import Listed
from kh_docs.check.seen import MAIN, Rest
from kh_docs.check.shapes import shaped
from kh_docs.errors import RenderFault
from kh_docs.model.book import Book
from kh_docs.model.kinds import recipe
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.word.cutting import Cut, cut
from kh_docs.word.document import Block, Paragraph, Table, walk

pytestmark = pytest.mark.usefixtures("runs")

TEMPLATES = Path(__file__).parents[2] / "templates"
KINDS = ("ke-hoach", "bao-cao-6-thang", "bao-cao-nam", "phieu-kiem-tra")
# The second is of the frame of the first, whose words it does not share.
BEFORE, UNIT = ("nam-dan", "hoang-mai", "ky-son", "nghi-loc"), "thanh-chuong"


def paragraph(words: str, properties: str = "") -> bytes:
    return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>".encode()


@pytest.fixture(scope="module")
def made(book: Book) -> Callable[[str, str], bytes]:
    workshop = Workshop(book, TEMPLATES)

    def make(kind: str, unit: str) -> bytes:
        document = workshop.make(Order(book.units[unit], recipe(kind)))
        assert document.content is not None, document.reason
        return document.content

    return make


def rest_of(gate: Gate, content: bytes) -> Rest:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return gate.seen.rest(parts, cut(parts[MAIN]))


def as_read(each: Paragraph) -> tuple[Any, ...]:
    place = each.container
    runs = [(run.text, run.format, run.placeholder, run.symbol_font) for run in each.runs]
    where = (place.kind, place.x_mm, place.width_mm, place.number, place.row, place.column, place.start)
    lines = [line._replace(element=None) for line in each.lines]
    marks = (each.page_break, each.has_object, each.frame, each.ends_section, each.label)
    return (runs, each.format, each.style, each.section, where, lines, each.fields, marks, each.text)


@pytest.mark.parametrize("kind", KINDS)
def test_it_reads_as_if_it_had_been_parsed(kind: str, made: Callable[[str, str], bytes]) -> None:
    gate = Gate(recipe(kind).profile)
    for unit in BEFORE:
        gate.pass_or_refuse(made(kind, unit), "")
    for key in (*gate.seen.frames, *gate.seen.frames.kept):
        frame = gate.seen.frames.asked(key)
        assert frame is not None
        frame.judged.clear()
    content = made(kind, UNIT)
    rest = rest_of(gate, content)
    assert rest.document is not None, "no frame: this test says nothing"
    parsed = take_apart(content, gate.profile).document
    assert len(rest.document.blocks) == len(parsed.blocks)
    said = 0
    for part, mine, other in zip(rest.parts, rest.document.blocks, parsed.blocks, strict=True):
        assert type(mine) is type(other)
        if isinstance(part, Listed):
            said += _cells_are_among(mine, other)
        else:
            assert [*map(as_read, walk([mine]))] == [*map(as_read, walk([other]))]
    assert said or kind == "phieu-kiem-tra"


def _cells_are_among(mine: Block, other: Block) -> int:
    """The new cells of a list read as they do among the known ones, but for the place in the row."""
    assert isinstance(mine, Table)
    assert isinstance(other, Table)
    every = [in_a_list(each) for each in walk([other])]
    found = [in_a_list(each) for each in walk([mine])]
    assert all(each in every for each in found)
    return len(found)


def in_a_list(each: Paragraph) -> tuple[object, ...]:
    runs, look, style, section, (kind, _x, _width, number, *_place), *rest = as_read(each)
    return (runs, look, style, section, kind, number, rest)


def test_a_row_that_says_of_itself_what_none_did_is_parsed(made: Callable[[str, str], bytes]) -> None:
    gate = Gate(recipe("ke-hoach").profile)
    for unit in BEFORE:
        gate.pass_or_refuse(made("ke-hoach", unit), "")
    with zipfile.ZipFile(io.BytesIO(made("ke-hoach", UNIT))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    pieces = cut(parts[MAIN])
    assert gate.seen.rest(parts, pieces).document is not None
    # The last row of a table that repeats its first one.
    start = next(at for at in range(1, len(pieces), 2) if b"<w:tblHeader/>" in pieces[at])
    last = next(at for at in range(start, len(pieces), 2) if b"</w:tbl>" in pieces[at + 1])
    assert last > start
    head, _cell, _rest = pieces[last].partition(b"<w:tc>")
    pieces[last] = pieces[last].replace(head, b"<w:tr><w:trPr><w:hidden/></w:trPr>", 1)
    assert gate.seen.rest(parts, pieces).document is None


@pytest.mark.parametrize(
    ("written", "read"),
    [("a &amp; b", "a & b"), ("&lt;&quot;&apos;&gt;", "<\"'>"), ("&amp;lt;", "&lt;"), ("Đ", "Đ")],
)
def test_words_are_read_as_a_parser_reads_them(written: str, read: str) -> None:
    assert shaped(paragraph(written)).words == (read,)


@pytest.mark.parametrize("words", ["&#65;", "&b;", "a & b", "a\rb", "a\tb", "\x01", "\ufffe", "\u2003"])
def test_what_a_parser_reads_otherwise_or_refuses_is_left_to_it(words: str) -> None:
    assert shaped(paragraph(words)).words is None


def test_letters_cut_in_two_are_left_to_the_parser() -> None:
    assert shaped(paragraph("Đ").replace("Đ".encode(), "Đ".encode()[:1])).words is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (paragraph("ab"), paragraph(" ")),
        (paragraph("ab"), paragraph("\u00a0")),
        (paragraph("ab"), paragraph("")),
        (paragraph("ab"), paragraph("1. ab")),
        (paragraph("ab"), paragraph("b. ab")),
        (paragraph("a/ ab"), paragraph("b/ ab")),
        (paragraph("A. ab"), paragraph("B. ab")),
        (paragraph("I ab"), paragraph("II ab")),
        (paragraph("Phần thứ nhất ab"), paragraph("Phần hai ab")),
        (paragraph("ab"), paragraph("“ab")),
        (paragraph("ab"), paragraph("ab”;")),
        (paragraph("ab"), paragraph("ab</w:t><w:t>b")),
        (paragraph("ab"), paragraph("ab", '<w:pPr><w:jc w:val="center"/></w:pPr>')),
        (paragraph("ab"), paragraph("ab<!-- b -->")),
        (paragraph("I. ab"), paragraph("II. ab")),
    ],
)
def test_the_shape_tells_apart_all_but_words(one: bytes, other: bytes) -> None:
    assert shaped(one).shape != shaped(other).shape
    assert shaped(one).shape == shaped(one.replace(b"b<", b"c d<")).shape


@pytest.mark.parametrize("block", ["<w:tbl><w:tr></w:tr></w:tbl>", "<w:p></w:p>", "<!-- <w:t> -->"])
def test_a_block_that_holds_another_does_not_stand_alone(block: str) -> None:
    assert not shaped(paragraph("a", block)).alone
    assert not shaped(b"<w:tr><w:tc>" + block.replace("<w:p>", "<w:tr>").encode() + b"</w:tc></w:tr>").alone


def test_pieces_of_another_file_are_not_taken_for_those_of_this_one(
    made: Callable[[str, str], bytes],
) -> None:
    gate = Gate(recipe("ke-hoach").profile)
    for unit in BEFORE:
        gate.pass_or_refuse(made("ke-hoach", unit), "")
    content = made("ke-hoach", UNIT)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        main = archive.read(MAIN)
    # A fault in the file, and what was made before it came in.
    faulty = main.replace("huyện Thanh Chương".encode(), "Huyện Thanh Chương".encode())
    assert faulty != main
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            new.writestr(info, faulty if info.filename == MAIN else old.read(info))
    given = Cut(main, cut(main))
    assert gate.pass_or_refuse(content, "", main=given) == []
    with pytest.raises(RenderFault):
        gate.pass_or_refuse(stream.getvalue(), "", main=given)
