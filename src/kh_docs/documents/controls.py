"""All content controls of one document: known again by tag, their blanks remembered."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kh_docs.blanks import CLOSE, OPEN
from kh_docs.facts.numbers_vi import printed_number
from kh_docs.patterns import re
from kh_docs.render.values import Run

# Word cuts neither: it refuses the file (ECMA-376, 17.5.2).
MAX_TITLE = 64

DOTS = "……………………"

SHORT_DOTS = "……"

# Printed as white space that Word can still click into.
SPACE = "\u00a0" * 6

# Columns that hold numbers wherever they stand.
NUMBER_COLUMNS = {
    "ky_truoc",
    "ky_nay",
    "chi_tieu",
    "bao_cao",
    "ho_so",
    "thuc_te",
    "so",
}

MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")


class Missing(NamedTuple):
    """A blank that the clerk has to fill: where it is and what belongs there."""

    tag: str
    title: str
    place: str
    # Rows of a form count one each.
    rows: int = 1


@dataclass
class Controls:
    """All controls of one document: tags are unique, titles fit Word, blanks are remembered."""

    runs: list[Run] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    # In the order in which they were made, which is that of reading.
    tags: dict[str, None] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)
    # How often something came out as it did because of what this document already had.
    bound: int = 0
    # What the unit has told us to write into a control, by its tag.
    answers: Mapping[str, str] = field(default_factory=dict)
    # The tags of controls that wait for somebody to fill them in.
    unfilled: list[str] = field(default_factory=list)

    def blank(self, tag: str, title: str, place: str = "", value: str = "", dots: str = DOTS) -> Run:
        """A dotted control, or the known `value` inside one. `place` empty: not listed for the clerk."""
        value = self.answer(tag, value)
        if value:
            return self._add("value", value, tag, title)
        self.unfilled.append(tag)
        if place:
            self.missing.append(Missing(tag, title, place))
        return self._add("blank", dots, tag, title)

    def space(self, tag: str, title: str, value: str = "", width: int = 6) -> Run:
        """A control printed as white space: number and date, which are given at signing."""
        value = self.answer(tag, value)
        if value:
            return self._add("value", value, tag, title)
        return self._add("space", "\u00a0" * width, tag, title)

    def choice(self, tag: str, title: str, choices: tuple[str, ...], preset: str = "") -> Run:
        """A drop-down, blank on paper unless preset."""
        preset = self.answer(tag, preset)
        self.unfilled += [] if preset else [tag]
        return self._add("choice", preset or SPACE, tag, title, bool(preset), choices)

    def day(self, tag: str, title: str, value: str = "") -> Run:
        """A date picker."""
        value = self.answer(tag, value)
        self.unfilled += [] if value else [tag]
        return self._add("date", value or SHORT_DOTS, tag, title, bool(value))

    def locked(self, tag: str, title: str, text: str) -> Run:
        """A control that says why there is nothing to fill in; nobody can type in it."""
        return self._add("locked", text, tag, title)

    def known(self, tag: str, title: str, text: str) -> Run:
        """A control that holds `text` whatever else is known of it."""
        return self._add("value", text, tag, title)

    def all_of(self, runs: Sequence[Run]) -> Sequence[Run]:
        """Controls in their order, with titles that no other of the document has; `runs` where they had."""
        tags, titles = dict.fromkeys(run.tag for run in runs), dict.fromkeys(run.title for run in runs)
        if (
            len(tags) == len(titles) == len(runs)
            and max(map(len, (*tags, *titles)), default=0) <= MAX_TITLE
            and self.tags.keys().isdisjoint(tags)
            and self.titles.keys().isdisjoint(titles)
        ):
            self.tags |= tags
            self.titles |= titles
            return runs
        return [self._add(*run) for run in runs]

    def answer(self, tag: str, known: str = "") -> str:
        """What the unit says of this control, else what is `known` without it."""
        text = self.answers.get(tag, known)
        if text and set(tag.split(".")[1:2]) & NUMBER_COLUMNS:
            return printed_number(text)
        return text

    def mark(self, run: Run) -> str:
        """`run` as characters that survive a text template."""
        self.runs.append(run)
        return f"{OPEN}{len(self.runs) - 1}{CLOSE}"

    def split(self, text: str) -> list[Run]:
        """Rendered wording as runs, its marks turned back into controls."""
        if OPEN not in text:
            return [Run("text", text)] if text else []
        self.bound += 1
        pieces = MARK.split(text)
        found: list[Run] = []
        for index, piece in enumerate(pieces):
            if index % 2:
                found.append(self.runs[int(piece)])
            elif piece:
                found.append(Run("text", piece))
        return found

    def _add(
        self,
        kind: str,
        text: str,
        tag: str,
        title: str,
        preset: bool = False,
        choices: tuple[str, ...] = (),
    ) -> Run:
        if tag in self.tags:
            raise ValueError(f"content control tag used twice: {tag}")
        if len(tag) > MAX_TITLE:
            raise ValueError(f"content control tag longer than {MAX_TITLE}: {tag}")
        self.tags[tag] = None
        if len(title) > MAX_TITLE:
            title = title[: MAX_TITLE - 1].rsplit(" ", 1)[0] + "…"
        if title in self.titles:
            self.bound += 1
            title = _distinct(title, self.titles)
        self.titles[title] = None
        return Run(kind, text, tag, title, preset, choices)


def _distinct(title: str, taken: Container[str]) -> str:
    """The title with the first number that makes it the only one of its document."""
    number, shown = 1, title
    while shown in taken:
        number += 1
        shown = f"{title[: MAX_TITLE - len(str(number)) - 3]} ({number})"
    return shown
