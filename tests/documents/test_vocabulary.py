"""What the words of the wording files give: days come from the data, not from whoever wrote the sentence."""

from __future__ import annotations

import pytest

from kh_docs.errors import TemplateError

from .produce import order, workshop


@pytest.mark.parametrize(
    ("wording", "printed"),
    [
        ('hoàn thành {{ due("D04") }}', "hoàn thành trước ngày 15/02/2024"),
        ('ra mắt {{ due("D08") }}', "ra mắt trong Quý I năm 2024"),
        ('sơ kết {{ due("D06") }}', "sơ kết trước tháng 10 năm 2024"),
        ('gửi {{ due("school_review_1") }}', "gửi trước ngày 10/5/2024"),
        ('ngày {{ day("D09") }}', "ngày 15/5/2024"),
        ('Ngày hội ({{ day("D11") }})', "Ngày hội (19/8/2024)"),
        ('đến {{ day("D05") }}', "đến 30/6/2024"),
    ],
)
def test_days_come_from_the_data(wording: str, printed: str) -> None:
    assert workshop().speech(order("vinh", "ke-hoach")).plain(wording, "") == printed


@pytest.mark.parametrize(
    "wording",
    [
        '{{ due("D99") }}',
        '{{ figure("D99") }}',
        '{% if listed("D99") %}a{% endif %}',
        '{{ task("D99").due }}',
    ],
)
def test_what_is_not_there_is_told_by_its_name(wording: str) -> None:
    with pytest.raises(TemplateError, match="không có mã “D99”"):
        workshop().speech(order("vinh", "ke-hoach")).plain(wording, "")
