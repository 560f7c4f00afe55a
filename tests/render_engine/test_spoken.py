"""What is wrong with a template is said in Vietnamese and names what it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from kh_docs.errors import TemplateError
from kh_docs.render.words import Words

SAID = [
    ("{{ x", "thẻ mở mà không đóng"),
    ("{# x", "thẻ mở mà không đóng"),
    ("{% if d %}", "thẻ “if” chưa được đóng"),
    ("{% for a in d %}x", "thẻ “for” chưa được đóng"),
    ("{% foo %}", "thẻ “foo” không có, hoặc thừa"),
    ("{% endif %}", "thẻ “endif” không có, hoặc thừa"),
    ("{{ d|nosuch }}", "không có bộ lọc “nosuch”"),
    ("{{ d is nosuch }}", "không có phép thử “nosuch”"),
    ("{{ }}", "thẻ thiếu nội dung"),
    ("{{ d + }}", "thẻ thiếu nội dung"),
    ("{{ d e }}", "thẻ sai ở chỗ “e”"),
    ("{{ d ? }}", "thẻ sai ở chỗ “?”"),
    ("{{ 'd }}", "thẻ sai ở chỗ “'”"),
    ("{{ (d }}", "thẻ sai ở chỗ “}”"),
    ("{{ d }", "thẻ sai ở chỗ “}”"),
    ("{{ thieu }}", "mẫu cần “thieu” nhưng dữ liệu không có"),
    ("{{ d.thieu }}", "mẫu cần “thieu” nhưng dữ liệu không có"),
    ("{{ thieu.ten }}", "mẫu cần “thieu” nhưng dữ liệu không có"),
    ("{{ l[3] }}", "mẫu cần “3” nhưng dữ liệu không có"),
    ("{{ d.__class__ }}", "mẫu dùng thuộc tính cấm: __class__"),
    ("{{ 1 / 0 }}", "chia cho 0"),
    ("{% for i in range(1000000) %}{% endfor %}", "dài quá giới hạn"),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "quá nhiều tầng"),
]


@pytest.mark.parametrize(("template", "said"), SAID)
def test_what_is_said(template: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.j2").write_text(f"một\n{template}", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        Words(tmp_path).file("a.j2", {"d": {}, "e": "", "l": []})
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (str(tmp_path / "a.j2"), 2)
    assert problem.message.startswith("lời văn không dựng được: ")
    assert said in problem.message
    assert problem.fix
