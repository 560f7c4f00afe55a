"""Packages: parts by relationship, written again with the rest as it was; bookmarks and comments in them."""

from __future__ import annotations

import io
import itertools
import zipfile

import pytest

from kh_docs.word.bookmarks import bookmarks_of, remove_bookmark, set_bookmark
from kh_docs.word.comment_marks import place_for
from kh_docs.word.comments import Comment, Commenter, comments_of
from kh_docs.word.identities import free_numbers_of
from kh_docs.word.package import open_package
from kh_docs.word.plain import plain_text
from kh_docs.word.refused import Refused
from kh_docs.word.runs import runs_between
from kh_docs.word.writer import rewritten
from kh_docs.word.xml import W

from .small import docx, main_of, opened, p, row, table

DATE = "2024-02-23T00:00:00Z"


def unzipped(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_the_main_part_is_found_by_its_relationship() -> None:
    package = open_package(docx(p("x"), main="word/document2.xml"))
    assert package.main == "word/document2.xml"


def test_what_did_not_change_stays_byte_for_byte() -> None:
    data = docx(p("một"), extra={"customXml/item1.xml": b"<b />", "word/odd.xml": b"<a  b='1'></a>"})
    package = open_package(data)
    package.root("word/odd.xml")
    assert package.changed_parts() == {}
    next(main_of(package).iter(W + "t")).text = "hai"
    assert list(package.changed_parts()) == [package.main]
    with unzipped(data) as before, unzipped(package.to_bytes()) as after:
        assert before.namelist() == after.namelist()
        assert [n for n in before.namelist() if before.read(n) != after.read(n)] == [package.main]
        assert {info.date_time for info in after.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert package.to_bytes() == package.to_bytes()


def test_new_parts_come_last_and_sorted() -> None:
    with unzipped(rewritten({"b": b"1", "a": b"2"}, {"z": b"", "c": b"", "a": b"3"})) as made:
        assert made.namelist() == ["b", "a", "c", "z"]
        assert made.read("a") == b"3"


@pytest.mark.parametrize(
    ("data", "why", "about"),
    [
        (b"", "empty", ""),
        (b"%PDF-1.7", "pdf", ""),
        (b"PK\x03\x04cut", "damaged", ""),
        (docx(p("x"), extra={"../x": b""}), "entry points outside", "../x"),
        (docx("<w:p>"), "damaged part", "word/document.xml"),
    ],
)
def test_a_refusal_is_a_value(data: bytes, why: str, about: str) -> None:
    with pytest.raises(Refused) as refused:
        open_package(data)
    assert (refused.value.why, refused.value.about) == (why, about)


def test_hidden_bookmarks_find_their_blocks_again() -> None:
    package = opened(
        p('<w:bookmarkStart w:id="41" w:name="hers"/>', "một", '<w:bookmarkEnd w:id="41"/>'),
        table(row("a", "b"), row("c", "d")),
    )
    main = main_of(package)
    numbers = free_numbers_of(package)
    second = next(main.iter(W + "tbl"))[-1]
    set_bookmark(main[0][0], "_kh.1", numbers)
    set_bookmark(second, "_kh.2", numbers)
    again = main_of(open_package(package.to_bytes()))
    found = bookmarks_of(again)
    assert list(found) == ["_kh.1", "hers", "_kh.2"]
    assert [each.start.get(W + "id") for each in found.values()] == ["42", "41", "43"]
    block, mark_row = found["_kh.1"].block, found["_kh.2"].row
    assert block is not None
    assert mark_row is not None
    assert (plain_text(block), plain_text(mark_row)) == ("một", "c\td")
    remove_bookmark(found["hers"])
    assert list(bookmarks_of(again)) == ["_kh.1", "_kh.2"]
    with pytest.raises(ValueError, match="40"):
        set_bookmark(block, "_" * 41, itertools.count())


def test_a_comment_at_some_words() -> None:
    package = opened(p("Thực hiện ", "kế hoạch số 5"))
    paragraph = main_of(package)[0][0]
    spans = runs_between(paragraph, 10, 18)
    Commenter(package, "kh-docs", DATE).add(spans[0].run, spans[-1].run, "Phải viết hoa.\nKhoản V.6")
    again = open_package(package.to_bytes())
    assert list(comments_of(again)) == [Comment("1", "kh-docs", DATE, "Phải viết hoa.\nKhoản V.6")]
    assert plain_text(main_of(again)) == "Thực hiện kế hoạch số 5"
    pieces = [(each.tag.removeprefix(W), plain_text(each)) for each in main_of(again)[0][0]]
    assert pieces == [
        ("r", "Thực hiện "),
        ("commentRangeStart", ""),
        ("r", "kế hoạch"),
        ("commentRangeEnd", ""),
        ("r", ""),
        ("r", " số 5"),
    ]


def test_comments_that_are_there_stay() -> None:
    first = opened(p("một"), "<w:p/>")
    Commenter(first, "Lan", DATE).add(main_of(first)[0][0], main_of(first)[0][0], "Xem lại")
    package = open_package(first.to_bytes())
    blank = main_of(package)[0][1]
    Commenter(package, "kh-docs", DATE).add(blank, blank, "Trống")
    again = open_package(package.to_bytes())
    assert [(each.number, each.author, each.text) for each in comments_of(again)] == [
        ("1", "Lan", "Xem lại"),
        ("2", "kh-docs", "Trống"),
    ]
    assert [name for name in again.parts if "comments" in name] == ["word/comments.xml"]


def test_what_floats_is_commented_on_at_the_paragraph_that_holds_it() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('KHẨN')}</w:txbxContent></w:pict></w:r>"
    main = main_of(opened(p("a", box)))
    inner = next(next(main.iter(W + "txbxContent")).iter(W + "r"))
    assert place_for(inner) is main[0][0]
    assert place_for(main[0][0][0]) is main[0][0][0]
