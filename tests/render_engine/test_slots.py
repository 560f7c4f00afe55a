"""One tag prints a slot: `{{r name }}` gives the runs of the list, wherever a clerk types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kh_docs.errors import RenderFault, TemplateError
from kh_docs.render.values import Run

from .small import W, docx, filled, p

RUNS = [
    Run("text", "Số: "),
    Run("space", "\u00a0\u00a0", "so.gia_tri", "Số văn bản"),
    Run("text", "/KH-UBND & <1>"),
    Run("choice", "Có", "co.khong", "Có hay “không”", True, ("Có", "Không")),
]


@pytest.mark.parametrize(
    "body",
    [
        p("{{r so }}"),
        p("{{r  so}}"),
        "<w:p>" + "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in ("{", "{r s", "o }", "}")) + "</w:p>",
        p("{%p for line in lines %}") + p("{{r line }}") + p("{%p endfor %}"),
    ],
)
def test_the_runs_of_a_list(body: str, tmp_path: Path) -> None:
    shown = filled(tmp_path, docx(body), {"so": RUNS, "lines": [RUNS]})
    assert shown.paragraphs() == ["Số: \u00a0\u00a0/KH-UBND & <1>Có"]
    tags = [tag.get(f"{W}val") for tag in shown.root().iter(f"{W}tag")]
    assert tags == ["so.gia_tri", "co.khong"]
    assert [item.get(f"{W}value") for item in shown.root().iter(f"{W}listItem")] == ["Có", "Không"]


def test_words_around_the_tag_stay(tmp_path: Path) -> None:
    context = {"so": [Run("text", "a")], "ten": "b"}
    shown = filled(tmp_path, docx(p("Trước {{r so }} sau {{ ten }}.")), context)
    assert shown.paragraphs() == ["Trước a sau b."]


def test_line_breaks_in_a_value(tmp_path: Path) -> None:
    shown = filled(tmp_path, docx(p("{{r so }}")), {"so": [Run("value", "a\nb", "t.1", "T")]})
    assert [node.tag for node in shown.root().iter(f"{W}br")] == [f"{W}br"]


def test_an_empty_list_prints_nothing(tmp_path: Path) -> None:
    assert filled(tmp_path, docx(p("a{{r so }}b")), {"so": []}).paragraphs() == ["ab"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (p("{{ so }}"), "viết {{r … }}"),
        (p("{{r ten }}"), "viết {{ … }}"),
        (p("{{r thieu }}"), "mẫu cần “thieu”"),
        (p("{{p so }}"), "không phải bảng"),
        (p("{{ so|__slot__ }}"), "__slot__"),
        (p("{{r lạ }}"), "không biết (màu)"),
    ],
)
def test_what_is_no_slot_is_told(body: str, said: str, tmp_path: Path) -> None:
    context = {"so": RUNS, "ten": "Nguyễn Văn Mẫu", "lạ": [Run("màu", "đỏ")]}
    with pytest.raises((TemplateError, RenderFault)) as refused:
        filled(tmp_path, docx(body), context)
    assert said in str(refused.value)
