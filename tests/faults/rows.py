"""The table of what may go wrong (rows.tsv) and the cases that cause it, matched by their number."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .bench import Bench

    # A case causes its fault and gives the exit codes it saw; None where no command runs to its end.
    Case = Callable[[Bench], "int | list[int] | None"]

TABLE = Path(__file__).with_name("rows.tsv")


@dataclass(frozen=True)
class Row:
    """One line of reliability.md, 4.2 or 4.3, its exit codes as interface.md numbers them."""

    id: str
    what: str
    promise: str
    exits: tuple[int, ...]


def read_rows() -> dict[str, Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    exits = {
        line["id"]: tuple(int(code) for code in line["exit"].split("/") if code != "-") for line in lines
    }
    return {line["id"]: Row(line["id"], line["what"], line["promise"], exits[line["id"]]) for line in lines}


CASES: dict[str, Case] = {}


def case(*ids: str) -> Callable[[Case], Case]:
    """The function causes what these rows describe."""

    def register(function: Case) -> Case:
        for name in ids:
            assert name not in CASES, f"two cases for {name}"
            CASES[name] = function
        return function

    return register
