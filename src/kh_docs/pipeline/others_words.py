"""What in a document is not worded by us: the unit's answers and data, the province's plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from kh_docs.facts.pasted import plain_paragraphs
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.kinds import Kind
from kh_docs.model.local import texts_in
from kh_docs.model.units import Unit

if TYPE_CHECKING:
    from kh_docs.check.findings import Finding


class OthersWords(NamedTuple):
    """Whose words they are; what is wrong in them keeps no document back, and is told of."""

    unit: str
    # Each paragraph that the unit answered, and the place of the answer in its data.
    answers: dict[str, str]
    # All texts of its data, which are parts of our paragraphs; all that the plan says.
    told: str
    plan: str

    def remarks(self, found: Iterable[Finding]) -> tuple[str, ...]:
        """What is wrong in them, each by where it comes from."""
        from kh_docs.check.gate import is_told

        remarks: list[str] = []
        for finding in found:
            if is_told(finding, self.told):
                other = _("{unit}: dữ liệu của đơn vị").format(unit=self.unit)
            else:
                other = _("chữ trong kế hoạch của tỉnh")
            for place in finding.places:
                if place.paragraph:
                    source = self.answers.get(place.paragraph.full_text) or other
                    remarks.append(f"{source}: {finding.found}: {finding.message}")
        return tuple(remarks)


def others_words(book: Book, unit: Unit, kind: Kind, plan: str) -> OthersWords:
    """Those in the document of one kind of one unit; `plan`: all that the plan says."""
    local = book.local.get(unit.id)
    answers = local.answers.get(kind, {}) if local else {}
    lines = {
        line: f"{unit.id}: answers.{kind}.{tag}"
        for tag, text in answers.items()
        for line in plain_paragraphs(text).text.splitlines()
    }
    return OthersWords(unit.id, lines, " ".join(texts_in(local)) if local else "", plan)
