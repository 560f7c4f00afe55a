"""The colour of the text."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.words import STAMPS, fold
from kh_docs.decree30 import FONT
from kh_docs.i18n import _
from kh_docs.patterns import re

_DARKEST: Final = 0x1A


@rule("ND30-COLOR", "must", FONT.clause)
def colour(anatomy: Anatomy) -> Iterator[Fault]:
    """All text is black; urgency stamps alone are red.

    Bad:  a blue e-mail address
    Good: black, or "automatic"
    """
    if all(is_black(look.colour) for look in anatomy.looks):
        return
    for paragraph in anatomy.unjudged_paragraphs:
        for run in paragraph.runs:
            if is_black(run.format.colour):
                continue
            if run.placeholder or not run.text.strip() or fold(paragraph.text) in STAMPS:
                continue
            yield Fault(
                at(paragraph),
                f"#{run.format.colour}",
                _("đen"),
                _("Chữ không phải màu đen -> chọn đoạn chữ, Font Color, chọn Automatic"),
            )


@cache
def is_black(value: str) -> bool:
    """Whether a colour prints black, or so near that no eye tells it from black."""
    if value == "auto" or not re.fullmatch(r"[0-9A-Fa-f]{6}", value):
        return True
    return all(int(value[at : at + 2], 16) <= _DARKEST for at in (0, 2, 4))
