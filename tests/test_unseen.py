"""One list of what nobody sees, by Unicode's own categories, and every room that holds to it."""

from __future__ import annotations

import io
import re
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_docs import shown, unseen
from kh_docs.cli.main import main
from kh_docs.facts.spelt_values import value_of
from kh_docs.planning.lines import tidy
from kh_docs.reading.yaml_text import YamlText, parse_yaml
from kh_docs.text import INVISIBLE, TextRefused, clean, safe_name, slip
from kh_docs.unseen import compared

from .check.builder import build

SOURCES = Path(__file__).parents[1] / "src" / "kh_docs"
EVERY = [chr(code) for code in range(sys.maxunicode + 1)]
# Numbers of Arabic, Syriac, Kaithi: signs that are drawn round or over what follows them.
DRAWN = set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
KINDS = {
    "soft hyphen": "\u00ad",
    "joiner of marks": "\u034f",
    "Hangul filler": "\u115f",
    "filler of today's Hangul": "\u3164",
    "half a filler": "\uffa0",
    "Mongolian vowel separator": "\u180e",
    "Mongolian selector": "\u180f",
    "space without width": "\u200b",
    "joiner": "\u200d",
    "word joiner": "\u2060",
    "deprecated": "\u206a",
    "byte order mark": "\ufeff",
    "selector": "\ufe0f",
    "further selector": "\U000e0100",
    "language tag": "\U000e0001",
    "tag": "\U000e0041",
    "shorthand": "\U0001bca0",
    "beam": "\U0001d173",
    "hieroglyphs": "\U00013430",
    "empty Braille": "\u2800",
}
MEANT = "\u00a0\u202f\u2009\u2011\u2013…“”‘’\t\n€°²½\u0301\u0323\u031b"


def matched(characters: str) -> set[str]:
    return set(filter(re.compile(f"[{characters}]").match, EVERY))


def test_every_format_character_is_on_the_list() -> None:
    """Category Cf: unseen, but for the marks that are drawn."""
    formats = {each for each in EVERY if unicodedata.category(each) == "Cf"}
    assert formats - matched(unseen.IGNORABLE + unseen.TURNING + unseen.ANNOTATING) == DRAWN & formats


def test_what_turns_text_is_what_unicode_says() -> None:
    turning = {
        each
        for each in EVERY
        if unicodedata.bidirectional(each) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    }
    assert turning | set("\u061c\u200e\u200f") == matched(unseen.TURNING)
    assert not matched(unseen.TURNING) & matched(unseen.IGNORABLE)


def test_controls_are_all_but_tab_and_line_feed() -> None:
    controls = {each for each in EVERY if unicodedata.category(each) in ("Cc", "Zl", "Zp")}
    assert controls - matched(unseen.CONTROL) == {"\t", "\n"}


def test_nothing_that_is_written_is_on_the_list() -> None:
    """Letters but fillers, marks but joiners and selectors, all figures, signs and blanks are meant."""
    listed = matched(unseen.IGNORABLE + unseen.TURNING + unseen.CONTROL)
    assert not listed & set(MEANT)
    kept_off = {"Lo": set("\u115f\u1160\u3164\uffa0"), "So": {"\u2800"}}
    for each in listed:
        category = unicodedata.category(each)
        named = category in ("Cf", "Cc", "Cn", "Zl", "Zp") or each in kept_off.get(category, set())
        assert named or re.search("SELECTOR|JOINER|INHERENT|HIEROGLYPH", unicodedata.name(each)), hex(
            ord(each)
        )
    for form in ("NFC", "NFD"):
        for code in (*range(0x20, 0x7F), *range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)):
            assert not listed & set(unicodedata.normalize(form, chr(code)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_room_holds_to_the_list(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    character = KINDS[kind]
    code = f"U+{ord(character):04X}"
    text = f"Nam{character} Đàn"
    assert clean(text) == "Nam Đàn"
    assert (told := slip(text)) is not None
    assert code in told.message
    assert shown.visible(text) == shown.writable(text) == f"Nam<{code}> Đàn"
    assert tidy(text) == compared(text) == "Nam Đàn"
    assert value_of(f"1{character}2", "n").value == 12
    with pytest.raises(TextRefused):
        safe_name(f"nam{character}dan")
    found = parse_yaml(f'"na{character}me": "{text}"\n', YamlText("x.yaml"))
    assert found.value == {"name": "Nam Đàn"}
    assert len(found.warnings) == 1
    main([f"--{character}"])
    assert character not in capsys.readouterr().err


@pytest.mark.parametrize("character", ["\u200e", "\u202e", "\u2066", "\u061c"])
def test_what_turns_text_is_refused_in_data_and_ignored_in_files_of_others(character: str) -> None:
    with pytest.raises(TextRefused, match="đảo chiều"):
        clean(f"Nam{character} Đàn")
    assert compared(f"Nam{character} Đàn") == "Nam Đàn"
    assert value_of(f"{character}15/6/2024", "d").value == "2024-06-15"
    assert shown.visible(character) == f"<U+{ord(character):04X}>"


@pytest.mark.parametrize("character", MEANT)
def test_what_is_meant_stays(character: str) -> None:
    assert shown.visible(f"a{character}b") == f"a{character}b"
    assert not INVISIBLE.search(character)
    assert slip(f"a{character}b") is None


@pytest.mark.parametrize("character", ["\u200b", "\u3164", "\u202a", "\U000e0001"])
def test_check_names_the_code_point(
    character: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """B6."""
    monkeypatch.chdir(tmp_path)
    for number, words in enumerate((f"Thực{character} hiện kế hoạch.", "Điện thoại ☎\ufe0f: không rõ.")):
        document = build()
        document.add_paragraph(words)
        document.save(str(tmp_path / f"{number}.docx"))
        main(["check", f"{number}.docx", "--json"])
        found = f"ký tự vô hình U+{ord(character):04X}" in capsys.readouterr().out
        assert found is (number == 0)


def test_no_room_has_a_list_of_its_own() -> None:
    """But for a byte order mark that libyaml stops at, and soft hyphens that are an element of Word's."""
    named = re.compile(r"(?i)\\u(200[b-f]|feff|2060|202[a-e]|2066|3164|fe0f|00ad)|\\xad")
    found = {
        str(path.relative_to(SOURCES))
        for path in SOURCES.rglob("*.py")
        if named.search(path.read_text(encoding="utf-8"))
    }
    assert found == {
        "unseen.py", "reading/yaml_text.py", "reading/legacy.py", "update/flow.py", "word/revised_runs.py",
    }  # fmt: skip


def test_a_stream_gets_none_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    from kh_docs.cli import streams

    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    streams.put("".join(KINDS.values()))
    streams.put_json({"name": "".join(KINDS.values())})
    assert not unseen.first_unseen(stream.getvalue())
    assert "\\u3164" in stream.getvalue()


@given(st.text(alphabet=st.sampled_from("aế e\u0301\u00ad\u200b\u00a0\ufe0f\U0001f600é")))
def test_what_is_seen_as_it_is_stored_is_left_as_it_is(text: str) -> None:
    as_read = unicodedata.normalize("NFC", unseen.seen(text))
    assert unseen.is_seen_as_stored(text) == (unseen.seen(text) == text == as_read)
    assert compared(text) == " ".join(as_read.split())
