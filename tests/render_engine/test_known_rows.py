"""Rows that many documents share are made once; each document comes out as if its rows were made anew."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kh_docs.errors import RenderFault
from kh_docs.layout.tables import Column
from kh_docs.render.assembling import Drawn, assembled
from kh_docs.render.filling import LayoutTemplate, fill
from kh_docs.render.layout import load_layout
from kh_docs.render.rows import Rows
from kh_docs.render.values import Run, Slot, Table
from kh_docs.word.cutting import cut

from .small import Shown, docx, p, tbl, tr


class Row(NamedTuple):
    text: Slot
    kind: str = ""


LAYOUT = docx(
    tbl(
        tr(p("{%tr for row in rows %}")),
        tr(p("{% if loop.last %}cuối {% endif %}{% if row.kind == 'a' %}A {% endif %}{{r row.text }}")),
        tr(p("{%tr endfor %}")),
    )
    + p("{%p for row in rows %}")
    + p("{{r row.text }}, {{ ten }}")
    + p("{%p endfor %}")
    + p("{{p bang }}")
    + p("hết")
)
NOTHING = Table((Column("Tên", 100, "ten"),), [])


def row(text: str, kind: str = "") -> Row:
    return Row([Run("text", text)], kind)


@pytest.fixture
def layout(tmp_path: Path) -> LayoutTemplate:
    path = tmp_path / "mau.docx"
    path.write_bytes(LAYOUT)
    return load_layout(path)


def paragraphs(layout: LayoutTemplate, *rows: Any, ten: str = "x", bang: Table = NOTHING) -> list[str]:
    return Shown(fill(layout, {"rows": list(rows), "ten": ten, "bang": bang})).paragraphs()


def test_a_known_row_says_what_its_place_asks(layout: LayoutTemplate) -> None:
    first, second = row("m", "a"), row("n")
    for _time in range(3):
        assert paragraphs(layout, first, second) == ["A m", "cuối n", "m, x", "n, x", "hết"]
        assert paragraphs(layout, second, first) == ["n", "cuối A m", "n, x", "m, x", "hết"]
        assert paragraphs(layout, first) == ["cuối A m", "m, x", "hết"]


def test_what_stands_beside_the_row_is_printed_anew(layout: LayoutTemplate) -> None:
    each = row("m")
    for ten in "abc":
        assert paragraphs(layout, each, ten=ten)[1] == f"m, {ten}"


def test_a_dict_or_a_list_may_change(layout: LayoutTemplate) -> None:
    changing: dict[str, Any] = {"text": [Run("text", "m")], "kind": ""}
    for text in "abc":
        changing["text"] = [Run("text", text)]
        assert paragraphs(layout, changing)[0] == f"cuối {text}"


def test_rows_that_are_gone_leave_nothing_behind(layout: LayoutTemplate) -> None:
    """What stands where a row of an earlier document stood in memory is another row."""
    for number in range(2_000):
        assert paragraphs(layout, row(str(number)))[0] == f"cuối {number}"
    kept = layout.environment.parts["word/document.xml"]
    assert not kept
    assert len(kept.new) <= kept.most_new


def test_known_rows_are_few(layout: LayoutTemplate) -> None:
    kept = layout.environment.parts.setdefault("word/document.xml", _kept(layout))
    kept.most = 5
    rows = [row(str(number)) for number in range(20)]
    for _time in range(3):
        assert len(paragraphs(layout, *rows)) == 41
    assert len(kept) == 5


def _kept(layout: LayoutTemplate) -> Any:
    paragraphs(layout)
    return layout.environment.parts["word/document.xml"]


@pytest.mark.parametrize("bad", ["\x01", "\x0b", "\ufffe"])
@pytest.mark.parametrize("kind", ["text", "value", "choice"])
def test_what_no_xml_can_hold_is_refused_in_every_place(layout: LayoutTemplate, bad: str, kind: str) -> None:
    good, wrong = Run(kind, "m", "t.1", "T"), Run(kind, f"m{bad}", "t.1", "T")
    table = Table(NOTHING.columns, [[[wrong]]])
    with pytest.raises(RenderFault):
        paragraphs(layout, bang=table)
    with pytest.raises(RenderFault):
        paragraphs(layout, Row([wrong]))
    assert paragraphs(layout, Row([good]), bang=Table(NOTHING.columns, [[[good]]]))[-2] == "m"


@pytest.mark.parametrize("said", ["100%", "%s %d {}", "{0}", "a & b <c>", "“x”", 'a "b"'])
def test_a_cell_says_what_it_is_given(layout: LayoutTemplate, said: str) -> None:
    runs = [
        Run("text", said),
        Run("value", said, f"{said[0]}.1", said),
        Run("choice", said, f"{said[0]}.2", said, True, (said,)),
    ]
    columns = tuple(Column(f"Cột % {{}} {number}", 50, str(number)) for number in range(3))
    for rows in ([[[run] for run in runs]], [[runs, [], runs[:1]]]):
        shown = Shown(fill(layout, {"rows": [], "ten": "x", "bang": Table(columns, rows)}))
        assert "".join(shown.paragraphs()).count(said) == sum(map(len, rows[0]))


PIECES = (
    *("<w:tbl>", "</w:tbl>", "chữ", "<w:p/>", "<w:sectPr/>", "<w:pPr>", ""),
    *("<w:p><w:r/></w:p>", "<w:tr><w:tc><w:p>a</w:p></w:tc></w:tr>", '<w:p w:id="1"/>', "<w:tr>", "</w:p>"),
)


def test_the_pieces_are_those_of_the_whole() -> None:
    """Also where a block goes on behind a known one, as a paragraph that closes itself seems to."""
    chance = random.Random(17)
    for _time in range(3_000):
        yielded = [_piece(chance) for _number in range(chance.randrange(8))]
        whole = "".join(each if isinstance(each, str) else b"".join(each).decode() for each in yielded)
        found = assembled(yielded, _Encoded(), b"<w:body>")
        assert found.pieces == cut(f"<w:body>{whole}".encode())
        assert all(found.pieces[at].startswith((b"<w:p", b"<w:tr")) for at in found.sound)


def _piece(chance: random.Random) -> Any:
    if chance.random() < 0.5:
        return chance.choice(PIECES)
    rows = [b"<w:tr><w:tc><w:p>%d</w:p></w:tc></w:tr>" % number for number in range(chance.randrange(1, 3))]
    made = Drawn if chance.random() < 0.5 else tuple
    return made([b"<w:tbl>", *b" ".join(rows).replace(b"> <", b">\0\0<").split(b"\0"), b"</w:tbl>"])


class _Encoded(dict[str, bytes]):
    def __missing__(self, text: str) -> bytes:
        return text.encode()


def test_of_known_blocks_that_follow_one_another_one_is_looked_at() -> None:
    """A cell or a table that holds nothing else is not taken for an empty one, an empty one is found."""
    known = [f"<w:tr><w:tc>{p(str(number))}</w:tc></w:tr>".encode() for number in range(3)]
    rows = Rows()
    whole = b'<w:body xmlns:w="w"><w:tbl>%s</w:tbl></w:body>'
    assert rows.all_sound(cut(whole % b"".join(known)))
    assert rows.all_sound(cut(whole % b"".join(known * 2)))
    assert not rows.all_sound(cut(whole % (b"".join(known) + b"<w:tr></w:tr>" + known[0])))
    assert not rows.all_sound(cut(whole % (b"".join(known) + b"</w:tbl><w:tbl>")))
