"""Each block that says something has a hidden bookmark; what says the same keeps its name."""

from __future__ import annotations

import re

from kh_docs.render import marking
from kh_docs.word.cutting import cut

BEFORE = "<w:body>{}</w:body>"


def p(text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def marked(name: str, content: bytes) -> bytes:
    return b"".join(marking.marked(name, cut(content)))


def names(*blocks: str) -> list[str]:
    content = marked("word/document.xml", BEFORE.format("".join(blocks)).encode()).decode()
    found = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"/><w:bookmarkEnd w:id="\1"/>', content)
    assert [number for number, _name in found] == [str(n + 1) for n in range(len(found))]
    return [name for _number, name in found]


def test_a_paragraph_and_a_row_have_one_mark_each() -> None:
    assert len(names(p("a"), "<w:tbl>" + row("1", "b") + row("2", "c") + "</w:tbl>", p("d"))) == 4


def test_the_mark_stands_behind_the_properties() -> None:
    content = marked("word/document.xml", p("a").encode()).decode()
    assert content.startswith('<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:bookmarkStart w:id="1"')


def test_names_follow_what_is_said_not_where() -> None:
    first, second = names(p("a"), p("b"))
    assert names(p("new"), p("a"), p("b"))[1:] == [first, second]
    assert all(name.startswith("_kh_") and len(name) <= 40 for name in (first, second))


def test_no_name_twice() -> None:
    first, second, third = names(p("a"), p("a"), p("a"))
    assert (second, third) == (f"{first}_2", f"{first}_3")


def test_what_says_nothing_has_no_mark() -> None:
    assert names('<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>', p("a")) == names(p("a"))


def test_other_parts_stay_as_they_are() -> None:
    assert marked("word/header1.xml", p("a").encode()) == p("a").encode()
