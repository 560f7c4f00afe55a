"""What a layout template prints: runs and blocks, the contract between documents and layouts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kh_docs.layout.tables import Column


class Run(NamedTuple):
    """`kind`: text, blank (dotted control), space (white), value (known, editable), choice (drop-down),
    date (picker), locked (known, not editable)."""

    kind: str
    text: str
    tag: str = ""
    title: str = ""
    preset: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `tag`, `title` and `hint` only where it is a control for a narrative."""

    style: str
    runs: list[Run] = field(default_factory=list)
    tag: str = ""
    title: str = ""
    hint: str = ""


class Table(NamedTuple):
    """A whole ruled table: a list of runs for each column of each row; a `closing` one ends its annex."""

    columns: tuple[Column, ...]
    rows: list[list[list[Run]]]
    closing: bool = False


# Values made only for templates: nothing they hold leads out of the sandbox.
PLAIN = (Run, Block)
