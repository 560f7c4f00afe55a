"""What a Word file is made of once it is read: paragraphs with their looks, tables, controls, sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Look:
    """How a run prints: sizes in points, colour as in the file, `fonts` of every script."""

    fonts: frozenset[str]
    size: float
    bold: bool
    italic: bool
    caps: bool
    color: str
    underline: str
    language: str


@dataclass(frozen=True)
class Run:
    text: str
    look: Look
    # The tag of the content control around it, and whether Word shows its placeholder.
    tag: str = ""
    placeholder: bool = False

    @property
    def blank(self) -> bool:
        """A place to fill in, not guidance on what belongs there."""
        return self.placeholder and not self.text.strip("…\u00a0")


@dataclass(frozen=True)
class Shape:
    """How a paragraph stands: lengths in twips, `line` as written with its rule."""

    align: str
    first_line: int
    left: int
    right: int
    before: int
    after: int
    line: int
    line_rule: str
    keep_next: bool
    outline: int | None
    top_border: str


@dataclass
class Paragraph:
    style: str
    shape: Shape
    runs: list[Run]
    fields: list[str]
    section: int = 0
    cell: Cell | None = None

    @cached_property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @cached_property
    def plain(self) -> str:
        """The text with “…” for every dotted or white blank, and all spaces between words alike."""
        return "".join("…" if run.blank else run.text for run in self.runs).replace("\u00a0", " ")

    @cached_property
    def looks(self) -> set[Look]:
        """The looks of everything printed, guidance that vanishes when one types left out."""
        return {run.look for run in self.runs if run.text.strip() and not run.placeholder}


@dataclass
class Cell:
    row: Row
    width: int
    span: int
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(paragraph.plain for paragraph in self.paragraphs)


@dataclass
class Row:
    table: Table
    header: bool
    unsplit: bool
    cells: list[Cell] = field(default_factory=list)

    @cached_property
    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]


@dataclass
class Table:
    style: str
    grid: list[int]
    section: int
    bordered: bool
    rows: list[Row] = field(default_factory=list)

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        return [item for row in self.rows for cell in row.cells for item in cell.paragraphs]

    @property
    def header_rows(self) -> list[Row]:
        return [row for row in self.rows if row.header]

    @cached_property
    def entries(self) -> list[list[str]]:
        """The texts of the rows that hold something: no column heads, no headings of groups."""
        return [row.texts for row in self.rows if not row.header and len(row.cells) > 1]


@dataclass(frozen=True)
class Control:
    tag: str
    title: str
    kind: str
    text: str
    placeholder: bool
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """Lengths in twips; `headers` by type as they hold here, those of the section before included."""

    width: int
    height: int
    landscape: bool
    margins: dict[str, int]
    start: int | None
    number_format: str
    title_page: bool
    kind: str
    headers: dict[str, Part]
    footers: dict[str, Part]


@dataclass(frozen=True)
class Part:
    paragraphs: tuple[Paragraph, ...]


NO_CONTROL = Control("", "", "", "", False, ())
