"""What Word and Explorer show about the file, and the mark by which our own files are known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kh_docs.documents.given import Frame
from kh_docs.documents.speech import Speech


class Properties(NamedTuple):
    """`props` of a context."""

    title: str
    subject: str
    author: str
    keywords: str
    comments: str


def properties(speech: Speech, frame: Frame, abstract: Iterable[str]) -> Properties:
    """The file's properties in Word; the keywords say plan, unit and kind."""
    unit_plan = speech.unit_plan
    about = " ".join(abstract)
    return Properties(
        title=f"{frame.noun} {about[:1].lower()}{about[1:]}",
        subject=speech.context["plan"].full_citation,
        author=unit_plan.issuer.short,
        keywords=f"kh-docs:{unit_plan.book.head.id}:{unit_plan.unit.id}:{speech.recipe.kind}",
        comments=f"Dự thảo lập từ dữ liệu {unit_plan.book.head.id}",
    )
