"""A piece: one printed line of a paragraph, so that headers set with tabs or line breaks read like tables."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from kh_docs.check.places import Place
from kh_docs.check.words import without_fields
from kh_docs.patterns import re
from kh_docs.unseen import compared
from kh_docs.word.document import Container, Paragraph, Run
from kh_docs.word.extent import runs_width_mm
from kh_docs.word.lengths import mm_of_twips

Side = Literal["left", "right", ""]

_WORD: Final = re.compile(r"\S+")


# An indent by which a centred line stands at one side.
_ASIDE_TWIPS: Final = 1_000


@dataclass(slots=True, eq=False)
class Piece:
    """Part of a paragraph between tabs and line breaks; `alone` when it is the whole paragraph."""

    paragraph: Paragraph
    runs: list[Run]
    side: Side
    alone: bool
    raw: str
    # Made when first asked for, as rules ask again and again.
    _text: str | None = None
    _inked: list[Run] | None = None
    _lettered: list[Run] | None = None
    _ink_width: float | None = None
    _upper: bool | None = None

    @property
    def text(self) -> str:
        """The text to compare with; of a whole paragraph with its automatic number."""
        if self._text is None:
            text, label = compared(self.raw), self.paragraph.label
            self._text = f"{label.text} {text}".strip() if label and self.alone else text
        return self._text

    @property
    def where(self) -> Place:
        """The place of these runs."""
        return Place(self.paragraph, tuple(self.inked))

    @property
    def container(self) -> Container:
        """The cell, box or page it stands in."""
        return self.paragraph.container

    @property
    def is_line_of_text(self) -> bool:
        """Whether it is a whole paragraph of the page, in no cell, box, frame or column of blanks."""
        return self.alone and self.container.kind == "body" and not self.paragraph.frame

    @property
    def in_mid_page(self) -> bool:
        """Whether it is a line of the page that is centred between its margins."""
        look = self.paragraph.format
        aside = abs(look.left - look.right) >= _ASIDE_TWIPS
        return self.is_line_of_text and look.align == "center" and not aside

    @property
    def inked(self) -> list[Run]:
        """The runs that print something that is not a prompt."""
        if self._inked is None:
            self._inked = [run for run in self.runs if not run.placeholder and run.text.strip()]
        return self._inked

    @property
    def lettered(self) -> list[Run]:
        """Those of them that print letters or digits, marks of notes left out."""
        if self._lettered is None:
            self._lettered = [
                run for run in self.inked if not run.format.raised and any(map(str.isalnum, run.text))
            ]
        return self._lettered

    @property
    def size_pt(self) -> float | None:
        """The size when all of it has one size."""
        sizes = {run.format.size_pt for run in self.inked}
        return sizes.pop() if len(sizes) == 1 else None

    @property
    def bold(self) -> bool:
        """Whether most of it is bold."""
        return _mostly(self.inked, lambda run: run.format.bold)

    @property
    def italic(self) -> bool:
        """Whether most of it is italic."""
        return _mostly(self.inked, lambda run: run.format.italic)

    @property
    def upper(self) -> bool:
        """Whether it prints in capitals."""
        if self._upper is None:
            self._upper = self._is_upper()
        return self._upper

    def _is_upper(self) -> bool:
        raw = without_fields(self.raw)
        if raw is not self.raw:
            # The name of a field is no word of the text.
            return raw.isupper() or not any(map(str.isalpha, raw))
        words = [run for run in self.inked if any(letter.isalpha() for letter in run.text)]
        return bool(words) and all(run.format.caps or run.text.isupper() for run in words)

    @property
    def width_mm(self) -> float:
        """How wide it prints."""
        return runs_width_mm(self.runs)

    @property
    def ink_width_mm(self) -> float:
        """How wide it prints, the blanks at both ends left out."""
        if self._ink_width is None:
            start = len(self.raw) - len(self.raw.lstrip())
            self._ink_width = runs_width_mm(runs_between(self.runs, start, len(self.raw.rstrip())))
        return self._ink_width

    @property
    def room_mm(self) -> float | None:
        """How wide a line may print, the indents of both sides counted."""
        look, width = self.paragraph.format, self.container.width_mm
        return None if width is None else max(width - mm_of_twips(look.left + look.right), 1.0)

    def line_widths_mm(self, room: float) -> list[float]:
        """How wide each line prints where a line may not be wider than `room`."""
        lines: list[float] = []
        begins: int | None = None
        for word in _WORD.finditer(self.raw):
            start = word.start() if begins is None else begins
            width = runs_width_mm(runs_between(self.runs, start, word.end()))
            if lines and begins is not None and width <= room:
                lines[-1] = width
            else:
                begins = word.start()
                lines.append(runs_width_mm(runs_between(self.runs, begins, word.end())))
        return lines or [0.0]

    @property
    def centre_mm(self) -> float | None:
        """The middle of its room from the left margin, indents counted."""
        room, left = self.container.width_mm, self.container.x_mm
        if room is None or left is None:
            return None
        look = self.paragraph.format
        return left + (room + mm_of_twips(look.left + look.first_line - look.right)) / 2


def cut(piece: Piece, start: int, end: int) -> Piece:
    """The piece without what stands before `start` and from `end` on."""
    runs = runs_between(piece.runs, start, end)
    return Piece(piece.paragraph, runs, piece.side, piece.alone, piece.raw[start:end])


def _mostly(runs: list[Run], test: Callable[[Run], bool]) -> bool:
    total = sum(len(run.text.strip()) for run in runs)
    return total > 0 and 2 * sum(len(run.text.strip()) for run in runs if test(run)) > total


def runs_between(runs: list[Run], start: int, end: int) -> list[Run]:
    """The runs, cut to the characters from `start` to `end`."""
    cut: list[Run] = []
    position = 0
    for run in runs:
        low, high = max(start - position, 0), min(end - position, len(run.text))
        if low < high:
            cut.append(Run(run.text[low:high], run.format, run.element, run.placeholder, run.symbol_font))
        position += len(run.text)
    return cut
