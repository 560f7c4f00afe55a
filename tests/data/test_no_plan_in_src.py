"""Nothing in src/ knows one plan, its subject, its year or a unit: those are data."""

from __future__ import annotations

import re
from pathlib import Path

SRC = Path(__file__).parents[2] / "src" / "kh_docs"
KNOWS = re.compile(
    r"ma túy|điển hình|Ngày hội|ANTQ|Nam Đàn|Hoàng Mai|drug_free|\b2024\b"
    r"|[\"'][TDNGL]\d\d[\"']|[\"']II\.\d"
)
# Days by which files are dated, so that the same data give the same bytes; words of any province's plan.
ALLOWED = {"layout/properties.py", "planning/figures.py", "planning/measures.py"}


def test_no_module_knows_a_plan() -> None:
    found = [
        f"{path.relative_to(SRC).as_posix()}:{number}: {line.strip()}"
        for path in sorted(SRC.rglob("*.py"))
        if path.relative_to(SRC).as_posix() not in ALLOWED
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if KNOWS.search(line) and not line.lstrip().startswith("#") and '"""' not in line
    ]
    assert found == []


def test_the_search_finds_what_it_looks_for() -> None:
    lines = ('figure("T10")', "sạch về ma túy", "date(2024, 2, 7)", 'clause_name("II.5.b")', "huyện Nam Đàn")
    assert all(map(KNOWS.search, lines))
    assert not KNOWS.search("2_0240 II.5 T101")
