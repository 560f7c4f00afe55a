"""What a layout template prints: runs and blocks, the contract between documents and layouts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
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


# What one place of a layout prints; empty where it prints nothing.
Slot = Sequence[Run]


class Block(NamedTuple):
    """One paragraph; `tag`, `title` and `hint` only where it is a control for a narrative."""

    style: str
    runs: Slot = ()
    tag: str = ""
    title: str = ""
    hint: str = ""


class Table(NamedTuple):
    """A whole ruled table: a slot for each column of each row; a `closing` one ends its annex."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Slot]]
    closing: bool = False


class Context(Protocol):
    """All that one document prints: a NamedTuple whose fields are the names that its layout asks for."""

    def _asdict(self) -> dict[str, Any]: ...
