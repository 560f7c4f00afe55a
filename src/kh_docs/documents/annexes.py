"""The annexes of a document: which it has, how they are numbered and called, what they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kh_docs.documents.given import Frame, Given
from kh_docs.documents.header import two_digits
from kh_docs.documents.numerals import roman
from kh_docs.documents.runs import words
from kh_docs.documents.speech import Speech
from kh_docs.facts.dates_vi import long_date
from kh_docs.i18n import _
from kh_docs.render.values import Run, Slot


class Head(NamedTuple):
    """What stands above an annex; `later` where another one ends before it."""

    label: str
    title: str
    note: Slot
    later: bool


def labels(names: Iterable[str]) -> dict[str, str]:
    """“Phụ lục I”, … in their order; an annex that is the only one has no number (PL I, P.I, III.1.b)."""
    listed = list(names)
    if len(listed) == 1:
        return {listed[0]: "Phụ lục"}
    return {name: f"Phụ lục {roman(number)}" for number, name in enumerate(listed, 1)}


def cited(names: Iterable[str]) -> dict[str, str]:
    """How the text of the document cites each of them."""
    found = labels(names)
    return {name: label if len(found) > 1 else f"{label} kèm theo" for name, label in found.items()}


def heads(
    speech: Speech,
    frame: Frame,
    given: Given,
    titles: Mapping[str, str],
    names: Iterable[str],
    issuer: str = "",
) -> dict[str, Head]:
    """The head of each annex."""
    numbered = labels(names)
    return {
        name: Head(
            label=label,
            title=titles.get(name) or _untitled(speech, name),
            note=_note(speech, frame, given, issuer or speech.unit_plan.issuer.name, name),
            later=name != next(iter(numbered)),
        )
        for name, label in numbered.items()
    }


def _untitled(speech: Speech, name: str) -> str:
    message = _("thiếu tên của phụ lục “{}” ở phần annex_titles").format(name)
    fix = _("thêm dòng “{} | TÊN PHỤ LỤC”").format(name)
    raise speech.words.fault_in(speech.recipe.wording, "=== annex_titles", message, fix)


def _note(speech: Speech, frame: Frame, given: Given, issuer: str, name: str) -> Slot:
    """`(Kèm theo Kế hoạch số …/KH-UBND ngày … của …)`; blank on a draft (PL I, P.I, III.1.c)."""
    controls, tag = speech.controls, f"kem_theo_{name}"
    number = controls.space(f"{tag}.so", "Số văn bản (phụ lục)", two_digits(given.number))
    day = words(f" {long_date(given.issued_on)}") if given.issued_on else [
        Run("text", " ngày "),
        controls.space(f"{tag}.ngay", "Ngày ban hành (phụ lục)", width=4),
        Run("text", " tháng "),
        controls.space(f"{tag}.thang", "Tháng ban hành (phụ lục)", width=4),
        Run("text", f" năm {speech.unit_plan.book.head.year}"),
    ]  # fmt: skip
    return [
        Run("text", f"(Kèm theo {frame.noun} số "),
        number,
        Run("text", f"/{frame.symbol}"),
        *day,
        Run("text", f" của {issuer})"),
    ]
