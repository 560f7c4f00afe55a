"""With which mark a legal basis ends."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.bases import bases
from kh_docs.check.words import BASIS, without_fields
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.document import Paragraph

_BASIS = PARTS["can_cu"]
# What somebody will fill in may end it as it will.
BLANK: Final = re.compile(r"[.…_]{2,}|…|\bsố:? ?/|ngày tháng|tháng năm\b|\{\{?|«")


@rule("ND30-BASIS-PUNCT", "must", _BASIS.clause)
def basis_punctuation(anatomy: Anatomy) -> Iterator[Fault]:
    """Each basis ends with ";", the last with ".".

    Bad:  a comma at the end of each
    Good: …; …; ….
    """
    found = bases(anatomy)
    for paragraph in found:
        mark = "." if paragraph is found[-1] and not _another_below(anatomy, paragraph) else ";"
        last = paragraph.text[-1:]
        # A comma is no mark of a basis, whatever will be filled in before it.
        open_end = BLANK.search(paragraph.text[-4:]) or without_fields(paragraph.text).endswith("…")
        if last != mark and (last == "," or not open_end):
            yield Fault(
                at(paragraph),
                last if not last.isalnum() else _("không có dấu"),
                mark,
                _("Cuối mỗi căn cứ là dấu “;”, căn cứ cuối cùng là dấu “.” -> sửa dấu"),
            )
    for paragraph in _unmarked_in_a_list(anatomy, found):
        last = paragraph.text[-1:]
        yield Fault(
            at(paragraph),
            last if last in ",." else _("không có dấu"),
            ";",
            _("Cuối mỗi căn cứ là dấu “;”, căn cứ cuối cùng là dấu “.” -> sửa dấu"),
        )


def _unmarked_in_a_list(anatomy: Anatomy, own: list[Paragraph]) -> Iterator[Paragraph]:
    """In a list of bases further down: those before its last that end otherwise than one beside them."""
    further: list[Paragraph | None] = [
        p if BASIS.match(p.text.lstrip("-–+ ")) and p not in own else None for p in anatomy.body
    ]
    # No more than the paragraph and the two beside it: the gate passes over what stood so before.
    for above, paragraph, below in zip([None, *further], further, further[1:], strict=False):
        if paragraph is None or below is None:
            continue
        last, beside = paragraph.text[-1:], (above.text if above else "", below.text)
        if (last in ",.)" or last.isalnum()) and any(text.endswith(";") for text in beside):
            yield paragraph


def _another_below(anatomy: Anatomy, paragraph: Paragraph) -> bool:
    """Whether the line below begins like a basis too, though it goes on as a sentence."""
    body = anatomy.body
    at_it = next((index for index, each in enumerate(body) if each is paragraph), len(body))
    return at_it + 1 < len(body) and BASIS.match(body[at_it + 1].text) is not None
