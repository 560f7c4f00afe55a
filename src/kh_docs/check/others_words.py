"""What in a document is not worded by us: the unit's answers and data, the province's plan.

The province may have spelt a name, or cited a document, otherwise than the decree does, and so may the unit:
that is not ours to mend.
"""

from __future__ import annotations

from functools import cached_property

from kh_docs.check.findings import Finding
from kh_docs.check.places import Place
from kh_docs.facts.pasted import plain_paragraphs
from kh_docs.i18n import _
from kh_docs.model.kinds import Kind
from kh_docs.model.local import NOTHING_TOLD, LocalData, texts_in

_SPELLINGS = "ND30-CAP-"
_CITATIONS = "ND30-CITE-FIRST"
# As much of what follows a symbol as tells one place of the plan from another.
_BEHIND = 12
# So many words behind a symbol tell who put them there.
_WORDS_BEHIND = 2


class OthersWords:
    """Those in the document of one kind of one unit, put together where something is wrong.

    `plan`: all that the plan says; `local`: what the unit told, if it did.
    """

    def __init__(self, unit: str, kind: Kind, local: LocalData | None, plan: str) -> None:
        self.unit, self.kind, self.plan = unit, kind, plan
        self.local = local or NOTHING_TOLD

    @cached_property
    def answers(self) -> dict[str, str]:
        """Each paragraph that the unit answered, and the place of the answer in its data."""
        return {
            line: f"{self.unit}: answers.{self.kind}.{tag}"
            for tag, text in self.local.answers.get(self.kind, {}).items()
            for line in plain_paragraphs(text).text.splitlines()
        }

    @cached_property
    def told(self) -> str:
        """All texts of its data, which are parts of our paragraphs."""
        return " ".join(texts_in(self.local))

    def has(self, finding: Finding) -> bool:
        """Whether what is wrong is wrong in these words only."""
        return self._is_answered(finding) or _is_cited(finding, self.plan) or _is_told(finding, self.told)

    def remark_on(self, finding: Finding, place: Place) -> str:
        """What is wrong in them, by where they come from."""
        if place.paragraph and (answer := self.answers.get(place.paragraph.full_text)):
            source = answer
        elif _is_told(finding, self.told):
            source = _("{unit}: dữ liệu của đơn vị").format(unit=self.unit)
        else:
            source = _("chữ trong kế hoạch của tỉnh")
        return f"{source}: {finding.found}: {finding.message}"

    def _is_answered(self, finding: Finding) -> bool:
        return all(each.paragraph and each.paragraph.full_text in self.answers for each in finding.places)


def _is_cited(finding: Finding, cited: str) -> bool:
    """Whether it is a spelling or a citation that stands so in the text that the document restates."""
    if finding.rule == _CITATIONS:
        return bool(finding.places) and all(_cites_so(finding, place, cited) for place in finding.places)
    if not finding.rule.startswith(_SPELLINGS):
        return False
    # What is shown of it ends with a word that may be ours already: “các Xã | quán triệt”.
    *words, last = finding.found.split()
    return " ".join((*words, last)) in cited or (len(words) > 1 and " ".join(words) in cited)


def _is_told(finding: Finding, told: str) -> bool:
    """The same of what the unit told: it may have put in the day or the issuer behind a symbol of ours."""
    if _is_cited(finding, told):
        return True
    places = finding.places if finding.rule == _CITATIONS else ()
    return bool(places) and all(_goes_on_with(finding, place, told) for place in places)


def _goes_on_with(finding: Finding, place: Place, told: str) -> bool:
    """Whether the two words behind the symbol that is cited are told by the unit."""
    text = place.paragraph.full_text if place.paragraph else ""
    behind = text.partition(finding.found.split()[0])[2].split()[:_WORDS_BEHIND]
    return len(behind) == _WORDS_BEHIND and " ".join(behind) in told


def _cites_so(finding: Finding, place: Place, cited: str) -> bool:
    """Whether the plan first mentions it there itself: a fuller mention before it was not left out."""
    symbol = finding.found.split()[0]
    text = place.paragraph.full_text if place.paragraph else ""
    start = text.find(symbol)
    piece = text[start : start + len(symbol) + _BEHIND].rstrip(" .,;")
    return start >= 0 and symbol in cited and cited.find(symbol) == cited.find(piece)
