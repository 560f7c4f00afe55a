"""How many things there are to look at is what the list holds: bases, proposals, unclear places."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
PLANS = {
    "nam-dan": ("104-kh-ubnd-2024", "data/districts/nam-dan.yaml"),
    "kim-lien": ("vi-du-kh-ubnd-2026", "data/communes/kim-lien.yaml"),
}


@pytest.mark.parametrize("unit", PLANS)
@pytest.mark.parametrize("kinds", [(), ("--kind", "ke-hoach")])
def test_the_number_told_is_that_of_the_list(
    run: Run, workspace: Path, unit: str, kinds: tuple[str, ...]
) -> None:
    plan, shared = PLANS[unit]
    code, _out, err = run("generate", unit, "--plan", plan, *kinds)
    assert code == 0
    found = re.search(r"(\d+) điều nên xem trước khi trình ký: (\S+)", err)
    assert found is not None
    text = (workspace / found[2]).read_text(encoding="utf-8")
    # The parts at its head are lists of two spaces; the notes below a document those below LƯU Ý.
    head, *_rest = re.split(r"^\S+\.docx: ", text, flags=re.MULTILINE)
    notes = re.findall(r"^  LƯU Ý: những[^\n]*\n((?:    - .*\n?)*)", text, re.MULTILINE)
    count = len(re.findall(r"^  - ", head, re.MULTILINE)) + sum(each.count("    - ") for each in notes)
    assert int(found[1]) == count
    assert f"người ký vào {shared}" in text
    assert workspace.exists()
