"""A document as its readers see it: letters and their marks in one, every blank a blank, capitals as such.

How characters are stored makes no difference to what a rule finds; only ND30-UNICODE asks for that.
"""

import unicodedata
from itertools import chain
from typing import Final

from kh_docs.check.old_code import UNICODE_ONLY
from kh_docs.unseen import is_seen_as_stored, seen
from kh_docs.word.document import Document, Paragraph, Run

_HARD_BLANKS: Final = "\u00a0\u2007\u202f"


def as_printed(document: Document) -> Document:
    """The same document, its characters made alike; `Paragraph.stored` keeps what the file holds."""
    stories = (story for section in document.sections for story in (section.headers, section.footers))
    printed = (each for story in stories for paragraphs in story.values() for each in paragraphs)
    for paragraph in chain(document.paragraphs(), document.notes, printed):
        make_as_printed(paragraph)
    return document


def make_as_printed(paragraph: Paragraph) -> None:
    """The same of one paragraph."""
    raw = paragraph.raw
    if not raw.isascii() and not _is_plain(raw):
        paragraph.say(_printed(paragraph.runs, UNICODE_ONLY.search(raw) is not None))
    for run in paragraph.runs:
        if run.format.caps and not run.text.isupper():
            paragraph.say([_in_capitals(each) if each.format.caps else each for each in paragraph.runs])
            break


def word_as_printed(text: str, *, caps: bool = False) -> str | None:
    """What is seen of a run, if that does not depend on others beside it."""
    seen_so = text if text.isascii() or _is_plain(text) else _with_plain_blanks(text)
    if not (seen_so.isascii() or _is_plain(seen_so)):
        return None
    return seen_so.upper() if caps else seen_so


def _in_capitals(run: Run) -> Run:
    """Letters that a look makes capitals, as such."""
    return Run(run.text.upper(), run.format, run.element, run.placeholder, run.symbol_font)


def _is_plain(raw: str) -> bool:
    return is_seen_as_stored(raw) and not ("\u00a0" in raw or "\u2007" in raw or "\u202f" in raw)


def _with_plain_blanks(text: str) -> str:
    """The same as str.translate, which asks for every letter."""
    for blank in _HARD_BLANKS:
        if blank in text:
            text = text.replace(blank, " ")
    return text


def _printed(runs: list[Run], is_unicode: bool) -> list[Run]:
    """The runs; a mark at the start of one belongs to the letter at the end of the one before."""
    texts: list[str] = []
    for run in runs:
        text = _with_plain_blanks(run.text)
        while texts and text and unicodedata.combining(text[0]):
            texts[-1], text = texts[-1] + text[0], text[1:]
        texts.append(text)
    made = [unicodedata.normalize("NFC", seen(text) if is_unicode else text) for text in texts]
    return [
        Run(text, run.format, run.element, run.placeholder, run.symbol_font)
        for text, run in zip(made, runs, strict=True)
    ]
