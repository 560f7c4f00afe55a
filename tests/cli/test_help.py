"""Every command explains all its options, in Vietnamese by itself and in English when asked."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from kh_docs.cli.bar import Bar
from kh_docs.cli.main import kh_docs, main

# The public face, interface.md.
OPTIONS = {
    "generate": [
        *("--district", "--all", "--plan", "--kind", "--out", "--date", "--number", "--inspector"),
        *("--jobs", "--pdf", "--open", "--dry-run", "--json"),
    ],
    "update": ["--district", "--all", "--plan", "--kind", "--out", "--dry-run", "--undo", "--json"],
    "collect": ["--kind", "--plan", "--out", "--as-of", "--dry-run", "--json"],
    "districts": ["--plan", "--json"],
    "deadlines": ["--district", "--plan", "--today", "--ics", "--json"],
    "coverage": ["--plan", "--json", "--xlsx"],
    "data": [],
    "check": [
        *("--json", "--fix", "--comment", "--out", "--profile"),
        *("--facts", "--plan", "--district", "--rules", "--explain"),
    ],
    "plan": [],
    "init": ["--restore"],
    "doctor": [],
    "pack": ["--district", "--plan", "--out"],
    "completion": [],
}


def help_of(*arguments: str) -> str:
    result = CliRunner().invoke(kh_docs, [*arguments, "--help"])
    assert result.exit_code == 0
    return result.output


def test_the_commands_stand_in_the_order_of_the_work() -> None:
    listed = re.findall(r"^  ([a-z]+)  ", help_of().partition("Các lệnh:")[2], re.MULTILINE)
    assert listed == list(OPTIONS)


@pytest.mark.parametrize("command", OPTIONS)
def test_help_is_vietnamese_and_names_every_option(command: str) -> None:
    text = help_of(command)
    assert text.startswith(f"Cách dùng: kh-docs {command} [TÙY CHỌN]")
    assert re.findall(r"^  (?:-h, )?(--[a-z-]+)", text, re.MULTILINE) == [*OPTIONS[command], "--help"]
    assert "Hiện hướng dẫn này rồi thoát." in text


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("command", [(), *((name,) for name in OPTIONS)])
def test_help_fits_the_screen(
    command: tuple[str, ...], columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert [line for line in help_of(*command).splitlines() if len(line) > columns] == []


@pytest.mark.parametrize(
    ("columns", "label", "bar"), [(120, "Làm văn bản", 36), (40, "Làm văn bản", 8), (20, "Đọc", 1)]
)
def test_a_bar_leaves_room_for_its_label_and_time(
    columns: int, label: str, bar: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    shown = Bar(3, label, lambda _lines: None)
    assert shown._bar.width == bar


@pytest.mark.parametrize("command", [(), *((name,) for name in OPTIONS)])
def test_help_in_english_holds_no_vietnamese_but_names(command: tuple[str, ...]) -> None:
    text = help_of("--lang", "en", *command)
    assert text.startswith("Usage: kh-docs")
    words = {word.strip('“”".,)') for word in text.split() if not word.isascii()}
    assert words <= {"Đàn", "huyện", "Tết", "TX", "X", "P"}


def test_the_language_can_come_from_the_environment() -> None:
    assert CliRunner().invoke(kh_docs, ["--help"], env={"KH_DOCS_LANG": "en"}).output.startswith("Usage:")


def test_a_mistyped_option_is_answered_in_the_language_asked_for() -> None:
    assert "No such option '--langg'." in CliRunner().invoke(kh_docs, ["--lang", "en", "--langg"]).output
    assert "Không có tùy chọn '--langg'." in CliRunner().invoke(kh_docs, ["--langg"]).output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["generate", "--datee", "3"], "Không có tùy chọn “--datee”. Có phải “--date”?"),
        (["generate", "Vinh", "--jobs", "x"], "cho “--jobs”: “x” không phải là số."),
        (["foo"], "Không có lệnh “foo”."),
        (["--lang", "en", "foo"], "No such command “foo”."),
        # An apostrophe is no quotation mark.
        (["generate", "d'E'f"], "d'E'f"),
    ],
)
def test_what_click_quotes_stands_in_our_quotation_marks(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    shown = capsys.readouterr().err
    assert told in shown
    assert not re.search(r"(?<!\w)'", shown)
