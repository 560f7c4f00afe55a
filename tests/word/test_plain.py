"""The text of a piece, its tracked changes accepted or rejected."""

from __future__ import annotations

import pytest

from kh_docs.word.plain import lines_of, plain_text

from .small import body, cell, control, dele, ins, p, row, table

MOVED = (
    '<w:moveFrom w:id="1" w:author="Lan"><w:r><w:t>đi </w:t></w:r></w:moveFrom>',
    '<w:moveTo w:id="2" w:author="Lan"><w:r><w:t>đến </w:t></w:r></w:moveTo>',
)


@pytest.mark.parametrize(
    ("blocks", "accepted", "rejected"),
    [
        ([p("Giao Công an "), p("huyện.")], ["Giao Công an ", "huyện."], ["Giao Công an ", "huyện."]),
        ([p("Giao ", dele("Văn phòng"), ins("Công an"))], ["Giao Công an"], ["Giao Văn phòng"]),
        ([p(*MOVED, "hết")], ["đến hết"], ["đi hết"]),
        # Her insertion in which somebody deleted a word again.
        ([p("a", f'<w:ins w:id="1" w:author="Lan">{dele("b")}</w:ins>')], ["a"], ["a"]),
        # A paragraph mark deleted joins two, one inserted was no break before.
        ([p("một ", mark="del"), p("hai")], ["một hai"], ["một ", "hai"]),
        ([p("một ", mark="ins"), p("hai")], ["một ", "hai"], ["một hai"]),
        ([p("cuối", mark="del")], ["cuối"], ["cuối"]),
        ([p(dele("bỏ"), mark="del"), p("còn")], ["còn"], ["bỏ", "còn"]),
        (
            [table(row("1", "a"), row("2", "b", mark="del"), row("3", "c", mark="ins"))],
            ["1\ta", "3\tc"],
            ["1\ta", "2\tb"],
        ),
        ([p("<w:r><w:t>dòng</w:t><w:br/><w:t>hai</w:t><w:tab/></w:r>")], ["dòng\nhai\t"], ["dòng\nhai\t"]),
        ([p('<w:r><w:br w:type="page"/><w:t>trang</w:t></w:r>')], ["trang"], ["trang"]),
        ([p("a", "<w:r><w:instrText>PAGE</w:instrText></w:r>", "<!-- b -->")], ["a"], ["a"]),
    ],
)
def test_both_views(blocks: list[str], accepted: list[str], rejected: list[str]) -> None:
    assert lines_of(body(*blocks)) == accepted
    assert lines_of(body(*blocks), "rejected") == rejected


def test_prompts_are_text_unless_told_otherwise() -> None:
    blocks = body(
        p("Số: ", control("<w:r><w:t>nhập số</w:t></w:r>", prompt=True)),
        table(f"<w:tr>{cell('1')}{control(cell('hộp'), prompt=True)}</w:tr>"),
    )
    assert plain_text(blocks) == "Số: nhập số\n1\thộp"
    assert plain_text(blocks, prompts=False) == "Số: \n1\t"


def test_a_text_box_is_not_part_of_the_line_beside_it() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('KHẨN')}</w:txbxContent></w:pict></w:r>"
    assert lines_of(body(p("a", box))) == ["a"]
