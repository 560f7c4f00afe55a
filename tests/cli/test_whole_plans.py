"""Whole plans of six subjects, put into this province: their documents keep the decree."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.test_plan_annexes import text_of
from tests.planning.marks import plans

Run = Callable[..., tuple[int, str, str]]
# The plan, whose province it was, a unit of its day.
PLANS = {
    "c1-cchc-2025": ("Thanh Hóa", "nam-dan"),
    "c2-cds-2026": ("Quảng Trị", "kim-lien"),
    "c3-dai-2026": ("Lâm Đồng", "kim-lien"),
    "c4-pbgdpl-2024": ("Cà Mau", "vinh"),
    "c5-atgt-2026": ("Sơn La", "truong-vinh"),
    "c6-giamngheo-2026": ("Hà Tĩnh", "kim-lien"),
}


@pytest.mark.parametrize("name", PLANS)
def test_its_document(name: str, run: Run, workspace: Path) -> None:
    province, unit = PLANS[name]
    text = plans()[name].text.replace(province, "Nghệ An").replace(province.upper(), "NGHỆ AN")
    file = workspace / "a.txt"
    file.write_text(text, encoding="utf-8")
    run("plan", "import", str(file), "--id", "thu")
    code, out, err = run("generate", unit, "--plan", "thu", "--kind", "ke-hoach")
    assert (code, len(out.splitlines())) == (0, 1), err
    made = text_of(workspace / out.strip())
    body = made.partition("Nơi nhận:")[0]
    assert not re.search(r"\bGiao (?:Công an tỉnh|Sở)\b", body)
    assert not re.search(r"UBND (?:(?:các|cấp) huyện|cấp xã)", re.sub("“[^”]*”", "", body))
    assert "1.250" not in made, "a total of the province"
    assert run("coverage", "--plan", "thu")[0] == 0
