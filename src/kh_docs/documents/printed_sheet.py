"""What the sheet of one model prints, as a typed value."""

from __future__ import annotations

from typing import NamedTuple

from kh_docs.render.values import Slot


class Titles(NamedTuple):
    """The names of the five tables."""

    info: str
    files: str
    activity: str
    review: str
    conclusion: str


class PrintedQuestion(NamedTuple):
    """What is asked about the model itself."""

    label: str
    value: Slot


class PrintedAnswer(NamedTuple):
    """What is asked about its work and what becomes of it."""

    text: Slot
    value: Slot


class PrintedFile(NamedTuple):
    """A file that is there or not."""

    tt: Slot
    text: Slot
    state: Slot


class PrintedReview(NamedTuple):
    """What is judged."""

    tt: Slot
    text: Slot
    state: Slot
    note: Slot


class Signer(NamedTuple):
    """Who signs, and what is done there; both empty where nobody does."""

    title: str = ""
    how: str = ""


class Signers(NamedTuple):
    """Those who sign side by side."""

    left: Signer = Signer()
    middle: Signer = Signer()
    right: Signer = Signer()


class PrintedSheet(NamedTuple):
    """One sheet; `heading` only where there are several."""

    heading: str
    titles: Titles
    info: list[PrintedQuestion]
    files: list[PrintedFile]
    activity: list[PrintedAnswer]
    review: list[PrintedReview]
    conclusion: list[PrintedAnswer]
    signers: Signers
