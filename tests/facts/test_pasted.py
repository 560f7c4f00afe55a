"""Words pasted from Word become paragraphs that a document can print under numbers of its own."""

from __future__ import annotations

import pytest

from kh_docs.facts.pasted import plain_paragraphs, plain_words

HEADS = ("1. Đặc điểm, tình hình địa bàn",)


def test_a_pasted_section() -> None:
    pasted = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nI. ĐẶC ĐIỂM, TÌNH HÌNH ĐỊA BÀN\n1.\tThuận lợi\n"
        "•\tĐược sự quan tâm\x0bcủa tỉnh.\n\uf0b7 Nhân dân ủng hộ.\na) Tình hình ổn định.\n-----\nHết./."
    )
    made = plain_paragraphs(pasted, HEADS)
    assert made.text == (
        "Thuận lợi\n- Được sự quan tâm\ncủa tỉnh.\n- Nhân dân ủng hộ.\n- Tình hình ổn định.\nHết."
    )
    assert made.told == (
        "ngắt dòng mềm đổi thành xuống dòng",
        "tiêu đề “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” đã bỏ, vì văn bản in sẵn",
        "tiêu đề “ĐẶC ĐIỂM, TÌNH HÌNH ĐỊA BÀN” đã bỏ, vì văn bản in sẵn",
        "số thứ tự “1.” ở đầu dòng đã bỏ, vì văn bản tự đánh số",
        "dấu đầu dòng “•” đổi thành “-”",
        "dấu đầu dòng “U+F0B7” đổi thành “-”",
        "số thứ tự “a)” ở đầu dòng đã bỏ, vì văn bản tự đánh số",
    )


def test_a_pasted_table_is_words_and_told_of() -> None:
    made = plain_paragraphs("STT\tNội dung\tSố liệu\n1\tTuyên truyền\t12\n2\tHội nghị\t5")
    assert made.text == "STT; Nội dung; Số liệu\n1; Tuyên truyền; 12\n2; Hội nghị; 5"
    assert made.told == ("bảng dán từ Word thành chữ, mỗi dòng một đoạn",)


@pytest.mark.parametrize(
    "text",
    [
        "Đã tổ chức 12 buổi, 15.250 lượt người.",
        "12 văn bản đã ban hành.",
        "19.2 là tiêu chí về ANTT.",
        "05/3/2024 tổ chức hội nghị.",
        "01 - 02 gương điển hình.",
        "- Gạch đầu dòng.\n+ Gạch dưới.",
        "“Trích dẫn” – ‘nhỏ’ …",
        "Ông Vi A và bà X.",
        "Xã điển hình: 04.\nDuy trì.",
        "...\n…………",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    expected = "" if set(text) <= set(".…\n") else text
    assert plain_paragraphs(text, HEADS).text in (expected, "…………")
    assert plain_paragraphs(text, HEADS).told == ()


@pytest.mark.parametrize(
    "text", ["1. Một.\n2. Hai.", "• Một\n• Hai", "I. TIÊU ĐỀ\nNội dung.", "a\tb\tc\nd\te\tf"]
)
def test_twice_is_once(text: str) -> None:
    once = plain_paragraphs(text, HEADS)
    assert once.told
    assert plain_paragraphs(once.text, HEADS) == (once.text, ())


def test_words_of_one_place_keep_their_marks() -> None:
    assert plain_words("1. Một\u2028  hai \t ba ") == (
        "1. Một\nhai ba",
        ("ngắt dòng mềm đổi thành xuống dòng",),
    )
