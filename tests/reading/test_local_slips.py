"""What people leave empty, paste or mistype in a unit's data (faults.md, B4-B7, B9)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kh_docs.cli.main import main
from kh_docs.facts.calendar import is_working_day, last_working_day

FILE = "data/districts/nam-dan.yaml"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "ws"]) == 0
    monkeypatch.chdir(tmp_path / "ws")
    (tmp_path / "ws" / "data/districts").mkdir(exist_ok=True)
    return tmp_path / "ws"


SAID = {
    "B5 empty mapping": ("signer:\n", ":1: signer: để trống"),
    "B5 a raised 2": ('communes: {Kim Liên: {met: "²"}}\n', "“²” phải là số nguyên"),
    "B5 a tilde where text is needed": ("bodies:\n- name: ~\n", ":2: bodies.0.name: để trống"),
    "B5 null where text is needed": ("bodies:\n- name: null\n", ":2: bodies.0.name: để trống"),
    "B6 joiner": ('signer: {name: "Trần\u2060 A"}\n', "ký tự vô hình U+2060"),
    "B6 soft hyphen": ('signer: {name: "Trần\u00ad A"}\n', "ký tự vô hình U+00AD"),
    "B6 eth": ("signer: {name: Ðặng A}\n", "chữ U+00D0"),
    "B7 another year": (
        "proposal: {number: 15/TTr-CAH, issued_on: 19/02/2026}\n",
        "không thuộc năm của kế hoạch (2024)",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_slips_are_told_in_vietnamese(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, said = SAID[name]
    (here / FILE).write_text(content, encoding="utf-8")
    assert main(["data", "check"]) in (0, 1)
    out, err = capsys.readouterr()
    assert said in out + err
    for english in ("Input", "literal", "valid", "base 10"):
        assert english not in out + err


@pytest.mark.parametrize("written", ["~", "null", "NULL", '""'])
def test_nothing_is_nothing(written: str, here: Path) -> None:
    """B5: “null” was printed as the signer's name."""
    (here / FILE).write_text(f"signer: {{name: {written}}}\n", encoding="utf-8")
    assert main(["generate", "--unit", "Nam Đàn", "--kind", "ke-hoach"]) == 0
    empty = next(here.glob("out/*/nam-dan/*.docx")).read_bytes()
    (here / FILE).unlink()
    assert main(["generate", "--unit", "Nam Đàn", "--kind", "ke-hoach"]) == 0
    assert next(here.glob("out/*/nam-dan/*.docx")).read_bytes() == empty


def test_a_saturday_that_was_worked_is_a_working_day() -> None:
    """B9: 29/04/2024 was off, and Saturday 04/5/2024 worked for it."""
    assert last_working_day(date(2024, 5, 4)) == date(2024, 5, 4)
    assert not is_working_day(date(2024, 4, 29))
    assert not is_working_day(date(2024, 5, 11))
    assert is_working_day(date(2026, 8, 22))
