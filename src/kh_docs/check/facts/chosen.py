"""What the plan chooses by name: the school that is to be the model, the office through which reports go."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kh_docs.check.facts.fact import Statement, What
from kh_docs.check.facts.passages import Passage, placed_sentences, sentences
from kh_docs.check.facts.weights import Weights, likest
from kh_docs.check.words import UPPER
from kh_docs.model.book import Book
from kh_docs.patterns import re

_NAME: Final = rf"[{UPPER}][^\W\d_]*"
_SCHOOL: Final = re.compile(
    r"[Tt]rường (?:THPT|THCS|[Tt]rung học|[Tt]iểu học|[Mm]ầm non)(?: chuyên| [a-zđ]+)? "
    rf"{_NAME}(?: {_NAME}){{0,4}}"
)
# The one that the province chose, not one that a unit chose for itself.
_MODEL: Final = re.compile(r"điểm của tỉnh|tỉnh[^;.]{0,60}?\bchọn\b[^;.]{0,30}?\blàm điểm")
_THROUGH: Final = re.compile(r"\bqua (?P<office>Phòng [^;.()]{3,80}?), (?:Công an|CA) tỉnh\b")
_ALIKE: Final = 0.5


class Chosen(NamedTuple):
    """A name that the plan chooses, and where."""

    name: str
    clause: str
    # The sentence in which the plan chooses it.
    sentence: str


class KnownChoices(NamedTuple):
    """Schools that are to be models for the province, offices that reports go through."""

    schools: tuple[Chosen, ...]
    offices: tuple[Chosen, ...]
    weights: Weights

    def meant(self, choices: tuple[Chosen, ...], sentence: str) -> Chosen | None:
        """The choice of which a sentence speaks most, if it speaks of any."""
        share, best = likest((self.weights.told(each.sentence, sentence), each) for each in choices)
        return best if share >= _ALIKE else None


def known_choices(book: Book, weights: Weights) -> KnownChoices:
    """All of the plan."""
    parts = [(clause.id, part) for clause in book.clauses for part in sentences(clause.text)]

    def named(
        pattern: re.Pattern[str], group: str | int, only: re.Pattern[str] | None = None
    ) -> tuple[Chosen, ...]:
        return tuple(
            Chosen(match[group], clause, part)
            for clause, part in parts
            if only is None or only.search(part)
            for match in pattern.finditer(part)
        )

    return KnownChoices(named(_SCHOOL, 0, _MODEL), named(_THROUGH, "office"), weights)


def choices_in(passage: Passage, known: KnownChoices) -> Iterator[Statement]:
    """Each name where the plan has another."""
    for start, part in placed_sentences(passage.text):
        named = list(_SCHOOL.finditer(part))
        if known.schools and _MODEL.search(part):
            ours = {each.name.casefold() for each in known.schools}
            meant = known.meant(known.schools, part)
            if meant and named and not any(match[0].casefold() in ours for match in named):
                yield _another("unit", named[0][0], start + named[0].start(), meant)
        for match in _THROUGH.finditer(part) if known.offices else ():
            meant = known.meant(known.offices, part)
            if meant and match["office"] not in {each.name for each in known.offices}:
                yield _another("body", match["office"], start + match.start("office"), meant)


def _another(what: What, literal: str, start: int, right: Chosen) -> Statement:
    return Statement(what, literal, start, "contradicts", right.clause, right.name)
