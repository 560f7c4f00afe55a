"""Wording files and sentences of the data: strict, fenced in, with the line to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from kh_docs.errors import TemplateError
from kh_docs.render.words import Words


@pytest.fixture
def words(tmp_path: Path) -> Words:
    (tmp_path / "chung.j2").write_text(
        "{{ ten }}\n{% if xa %}\nxã {{ xa }}\n{% endif %}\nhết\n", encoding="utf-8"
    )
    (tmp_path / "sai.j2").write_text("một\nhai {{ ten }}\nba {{ thieu }}\n", encoding="utf-8")
    (tmp_path / "goi.j2").write_text("đầu\n{% include 'sai.j2' %}\n", encoding="utf-8")
    (tmp_path / "hong.j2").write_text("một\n{% if ten %}\nhai\n", encoding="utf-8")
    return Words(tmp_path)


def test_a_line_with_a_tag_alone_leaves_no_empty_line(words: Words) -> None:
    assert words.file("chung.j2", {"ten": "Nam Đàn", "xa": ""}) == "Nam Đàn\nhết\n"
    assert words.file("chung.j2", {"ten": "a", "xa": "Kim Liên"}) == "a\nxã Kim Liên\nhết\n"


def test_text_is_no_xml(words: Words) -> None:
    assert words.sentence("{{ a }} & 1 < 2", {"a": "<c> & <b>"}, "x") == "<c> & <b> & 1 < 2"


def test_a_sentence_over_lines_is_one(words: Words) -> None:
    assert words.sentence("a\n  {{ b }}\n c", {"b": "B"}, "x") == "a B c"


@pytest.mark.parametrize(("file", "line"), [("sai.j2", 3), ("goi.j2", 3)])
def test_an_unknown_name_says_file_and_line(file: str, line: int, words: Words) -> None:
    """Also when the file was included by another one."""
    with pytest.raises(TemplateError) as caught:
        words.file(file, {"ten": "a"})
    (problem,) = caught.value.problems
    assert (Path(problem.file).name, problem.line) == ("sai.j2", line)
    assert "mẫu cần “thieu” nhưng dữ liệu không có" in problem.message
    assert problem.fix


def test_a_broken_tag_says_file_and_line(words: Words) -> None:
    with pytest.raises(TemplateError) as caught:
        words.file("hong.j2", {"ten": "a"})
    (problem,) = caught.value.problems
    assert Path(problem.file).name == "hong.j2"
    assert problem.line in (2, 3)


def test_a_missing_file_is_named(words: Words) -> None:
    with pytest.raises(TemplateError, match=r"khong-co\.j2"):
        words.file("khong-co.j2", {})


def test_a_sentence_names_its_place(words: Words) -> None:
    with pytest.raises(
        TemplateError, match=r"^tasks\.yaml, N10: lời văn không dựng được: mẫu cần “ro” nhưng"
    ):
        words.sentence("Giao {{ ro.police }}", {}, "tasks.yaml, N10")


@pytest.mark.parametrize(
    "text",
    [
        "{{ x.__class__ }}",
        "{{ cycler.__init__.__globals__.os.popen('touch hacked') }}",
        "{{ x | attr('__class__') }}",
        "{{ x | safe }}",
        "{{ none }}",
        "{{ [1] }}",
        "{{ 1.5 }}",
    ],
)
def test_what_a_sentence_may_not_do(
    text: str, words: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TemplateError):
        words.sentence(text, {"x": "a"}, "tasks.yaml, N10")
    assert not (tmp_path / "hacked").exists()


def test_a_value_is_never_a_template(words: Words) -> None:
    assert words.sentence("{{ x }}", {"x": "{{ 7*7 }}"}, "x") == "{{ 7*7 }}"


def test_what_a_sentence_sets_stays_in_it(tmp_path: Path) -> None:
    """Sentences are rendered with one context as long as they cannot change it."""
    words = Words(tmp_path)
    names = words.vocabulary({"ten": "a"})
    for setting in (
        "{% set ten = 'b' %}{{ ten }}",
        "{% set _x = 'b' %}{{ _x }}",
        "{% macro ten() %}b{% endmacro %}b",
    ):
        assert words.sentence("{{ ten }}", names, "x.yaml") == "a"
        assert words.sentence(setting, names, "x.yaml") == "b"
        assert words.sentence("{{ ten }}", names, "x.yaml") == "a"
        with pytest.raises(TemplateError):
            words.sentence("{{ _x }}", names, "x.yaml")
    names["ten"] = "c"
    assert words.sentence("{{ ten }}", names, "x.yaml") == "c"


def test_a_function_is_called_straight_or_refused(tmp_path: Path) -> None:
    def barred() -> str:
        return "không được gọi"

    def ended() -> str:
        raise StopIteration

    barred.unsafe_callable = True  # type: ignore[attr-defined]
    words = Words(tmp_path)
    names = words.vocabulary(
        {"số": "5".zfill, "đếm": lambda *of: str(len(of)), "barred": barred, "ended": ended}
    )
    assert words.sentence("{{ đếm(1, số) }}{{ số(3) }}{{ đếm(đếm(1), 2) }}", names, "x.yaml") == "20052"
    for wrong in ("{{ barred() }}", "{{ ended() }}", "{{ thieu() }}", "{{ 'x'() }}"):
        with pytest.raises(TemplateError):
            words.sentence(wrong, names, "x.yaml")


def test_what_is_no_text_is_not_printed(tmp_path: Path) -> None:
    words = Words(tmp_path)
    names = words.vocabulary({"none": None, "list": ["a"], "yes": True, "two": 2, "text": "a"})
    assert words.sentence("{{ text }}{{ two }}{{ text ~ two ~ 'b' }}", names, "x.yaml") == "a2a2b"
    for wrong in ("none", "list", "yes", "text ~ none", "list ~ 'a'", "thieu"):
        with pytest.raises(TemplateError):
            words.sentence(f"{{{{ {wrong} }}}}", names, "x.yaml")
