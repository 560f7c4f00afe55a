"""The tables that registers.yaml declares: as wide as the page, heads that break between words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kh_docs.word.widths import text_width_mm

PLAN = Path(__file__).parents[2] / "data" / "plans" / "104-kh-ubnd-2024"
REGISTERS = yaml.load((PLAN / "registers.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register["id"])
def test_columns_fill_the_page(register: dict[str, Any]) -> None:
    # 257 mm landscape, without the column of numbers.
    assert sum(int(column["width"]) for column in register["columns"]) == 246


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register["id"])
def test_no_word_of_a_column_head_is_wider_than_its_column(register: dict[str, Any]) -> None:
    for column in register["columns"]:
        heading = column["heading"].replace("{{ unit.child_types|capitalize }}", "Phường")
        words = heading.replace("{{ unit.type }}", "huyện").split(" ")
        # A blank that does not break is part of the word; 1 mm of padding on each side.
        wide = [word for word in words if text_width_mm(word, 12, bold=True) > int(column["width"]) - 2]
        assert wide == []
