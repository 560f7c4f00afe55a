"""A Word document as values: sections, blocks, runs with their effective format, and the lines drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kh_docs.unseen import compared
from kh_docs.word.formats import ParaFormat, RunFormat
from kh_docs.word.numbering import Label
from kh_docs.word.xml import Element

ContainerKind = Literal["body", "cell", "box", "header", "footer", "note"]
LineKind = Literal["shape", "border", "underscores", "underline"]


@dataclass(slots=True, eq=False)
class Container:
    """Where a paragraph stands; `x_mm` counts from the left margin, `width_mm` is the room for text."""

    kind: ContainerKind
    x_mm: float | None = None
    width_mm: float | None = None
    number: int = 0
    row: int = 0
    column: int = 0
    outer: "Container | None" = None
    # The column of the grid at which a cell begins, whatever stands or is merged before it.
    start: int = 0


@dataclass(slots=True, eq=False)
class Run:
    """Characters of one look; a placeholder is the prompt of an empty content control."""

    text: str
    format: RunFormat
    element: Element
    placeholder: bool = False
    symbol_font: str = ""


class DrawnLine(NamedTuple):
    """A line under a text; `None` where the file does not tell."""

    kind: LineKind
    width_mm: float | None
    centre_mm: float | None
    dashed: bool = False
    # Where its length can be set: the wp:anchor that draws it, or the w:p whose border it is.
    element: Element | None = None


class Field(NamedTuple):
    """A field such as PAGE, with the look of its result."""

    code: str
    format: RunFormat


@dataclass(slots=True, eq=False)
class Paragraph:
    """One paragraph as it reads once tracked changes are accepted."""

    element: Element
    runs: list[Run]
    format: ParaFormat
    style: str
    container: Container
    section: int
    number: int
    label: Label | None = None
    # Of these most paragraphs have none.
    fields: Sequence[Field] = ()
    lines: Sequence[DrawnLine] = ()
    boxes: "Sequence[list[Block]]" = ()
    page_break: bool = False
    has_object: bool = False
    frame: bool = False
    ends_section: bool = False

    # The characters one after another.
    raw: str = ""
    # The text to compare with, without its automatic number.
    text: str = ""
    _stored: str | None = None

    def take_words(self) -> None:
        """Once all runs are there, put down what they say: rules ask some thousand times."""
        runs = self.runs
        self.raw = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        self.text = compared(self.raw)

    def say(self, runs: list[Run]) -> None:
        """Put other characters in place of those of the file, which `stored` keeps."""
        self._stored, self.runs = self.stored, runs
        self.take_words()

    def saying(self, runs: list[Run], container: Container) -> "Paragraph":
        """One that looks the same in another place; its lines are not known."""
        other = Paragraph(
            self.element,
            runs,
            self.format,
            self.style,
            container,
            self.section,
            self.number,
            self.label,
            self.fields,
            (),
            self.boxes,
            self.page_break,
            self.has_object,
            self.frame,
            self.ends_section,
        )
        other.take_words()
        return other

    @property
    def stored(self) -> str:
        """The characters exactly as the file holds them."""
        return self.raw if self._stored is None else self._stored

    @property
    def full_text(self) -> str:
        """The text as printed, with its automatic number."""
        return f"{self.label.text} {self.text}".strip() if self.label else self.text

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed."""
        return not self.text and not self.has_object


@dataclass(slots=True, eq=False)
class Cell:
    """A table cell."""

    container: Container
    blocks: "list[Block]"
    bordered: bool


@dataclass(slots=True, eq=False)
class Table:
    """A table, its deleted rows left out."""

    element: Element
    number: int
    rows: list[list[Cell]]
    section: int
    bordered: bool
    # Gathered when first asked for: the parts of a document are looked for in all of them again and again.
    _paragraphs: list[Paragraph] | None = None

    def paragraphs(self) -> list[Paragraph]:
        """Every paragraph of its cells, in reading order."""
        if self._paragraphs is None:
            self._paragraphs = []
            for row in self.rows:
                for cell in row:
                    _gather(cell.blocks, self._paragraphs)
        return self._paragraphs


Block = Paragraph | Table


@dataclass(slots=True, eq=False)
class Section:
    """The page of one section; lengths in twips, `None` where not stated."""

    element: Element
    index: int
    width: int | None
    height: int | None
    landscape: bool
    margins: dict[str, int | None]
    title_page: bool
    number_format: str
    number_start: int | None
    starts: str
    headers: dict[str, list[Paragraph]]
    footers: dict[str, list[Paragraph]]
    has_table: bool = False
    even_and_odd: bool = False

    @property
    def is_landscape(self) -> bool:
        """Which way the sheet lies: by its sides, where they are stated."""
        if self.width is not None and self.height is not None and self.width != self.height:
            return self.width > self.height
        return self.landscape

    @property
    def shown_headers(self) -> list[Paragraph]:
        """The headers that print: those of even and first pages only where the file asks for them."""
        return self._shown(self.headers)

    @property
    def shown_footers(self) -> list[Paragraph]:
        """The footers that print."""
        return self._shown(self.footers)

    def _shown(self, stories: dict[str, list[Paragraph]]) -> list[Paragraph]:
        on = {"default": True, "first": self.title_page, "even": self.even_and_odd}
        return [paragraph for kind, story in stories.items() if on.get(kind) for paragraph in story]


@dataclass(slots=True, eq=False)
class Document:
    """A whole document."""

    blocks: list[Block]
    sections: list[Section]
    notes: list[Paragraph]
    even_and_odd: bool
    tracked: bool
    _paragraphs: list[Paragraph] | None = None

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the main text in reading order, tables and text boxes included."""
        if self._paragraphs is None:
            self._paragraphs = list(walk(self.blocks))
        return iter(self._paragraphs)


def walk(blocks: list[Block]) -> Iterator[Paragraph]:
    """The paragraphs inside these blocks, at any depth, in reading order."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and not blocks[0].boxes:
        return iter((blocks[0],))
    found: list[Paragraph] = []
    _gather(blocks, found)
    return iter(found)


def _gather(blocks: list[Block], found: list[Paragraph]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            for box in block.boxes:
                _gather(box, found)
            found.append(block)
        else:
            found += block.paragraphs()
