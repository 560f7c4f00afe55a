"""What `kh-docs collect` was asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kh_docs.model.book import Book
from kh_docs.model.kinds import Recipe
from kh_docs.render.words import Words
from kh_docs.returns.changes import Earlier
from kh_docs.returns.decisions import NO_DECISIONS, Decisions
from kh_docs.returns.guide import Guide

# Bytes of an old format and its suffix to those of a .docx; None where it cannot be done.
Convert = Callable[[bytes, str], bytes | None]


class Request(NamedTuple):
    """What `kh-docs collect` was asked for; `blank` makes our empty form for a unit."""

    book: Book
    recipe: Recipe
    paths: tuple[Path, ...]
    as_of: date
    guide: Guide
    blank: Callable[[str], bytes]
    # The wording, by which a workbook knows its own rows.
    words: Callable[[], Words]
    # What the officer decided after an earlier run.
    decisions: Decisions = NO_DECISIONS
    # LibreOffice, where this machine has it.
    convert: Convert | None = None
    # Of the year's report: what each unit reported for the six months.
    earlier: Mapping[str, Mapping[str, Earlier]] = {}
