"""What the plan chooses by name: the school that is to be the model, the office through which reports go."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from kh_docs.check.facts.attributed import Attribution
from kh_docs.check.facts.fact import Statement, What
from kh_docs.check.facts.passages import Passage, placed_sentences, sentences
from kh_docs.check.facts.weights import Weights, likest
from kh_docs.check.words import UPPER
from kh_docs.model.book import Book
from kh_docs.patterns import re

_NAME: Final = rf"[{UPPER}][^\W\d_]*"
_SCHOOL: Final = re.compile(
    r"(?:(?:[Tt]rường )?(?:THPT|THCS)|[Tt]rường (?:[Tt]rung học|[Tt]iểu học|[Mm]ầm non))"
    rf"(?: chuyên| [a-zđ]+)? {_NAME}(?: {_NAME}){{0,4}}"
)
# The one that the province chose, not one that a unit chose for itself.
_MODEL: Final = re.compile(r"điểm của tỉnh|tỉnh[^;.]{0,60}?\bchọn\b[^;.]{0,80}?\blàm điểm")
_THROUGH: Final = re.compile(r"\bqua (?P<office>Phòng [^;.()]{3,80}?), (?:Công an|CA) tỉnh\b")
# “UBND tỉnh (qua Công an tỉnh)”.
_THROUGH_A_BODY: Final = re.compile(
    r"\btỉnh,? \(?(?:thông )?qua (?P<office>(?:Sở|Ban|Văn phòng|Công an|CA|Thanh tra|Bộ)\b[^;.(),]{2,60}?)"
    r"(?= để\b|[),;.]|$)"
)
# Said of any school that is chosen, whatever for.
_ANY: Final = re.compile(
    r"\b(?:trường|học sinh|tỉnh|chọn|làm điểm|điểm|thành phố|huyện|thị xã|đơn vị|UBND)\b", re.IGNORECASE
)
_ALIKE, _SCHOOL_ALIKE = 0.5, 0.35


class Chosen(NamedTuple):
    """A name that the plan chooses, and where."""

    name: str
    clause: str
    # What the plan says where it chooses it.
    sentence: str


class KnownChoices(NamedTuple):
    """Schools that are to be models for the province, offices that reports go through."""

    schools: tuple[Chosen, ...]
    offices: tuple[Chosen, ...]
    bodies: tuple[Chosen, ...]
    weights: Weights
    attribution: Attribution

    def meant(self, choices: tuple[Chosen, ...], sentence: str, enough: float = _ALIKE) -> Chosen | None:
        """The choice of which a sentence speaks most, if it speaks of any."""
        share, best = likest((self.weights.told(each.sentence, sentence), each) for each in choices)
        return best if share >= enough else None

    def meant_school(self, sentence: str) -> Chosen | None:
        """The same of schools, by what they are chosen for."""
        if not self.weights.says_enough(_what_for(sentence)):
            return self.meant(self.schools, sentence)
        schools = tuple(each._replace(sentence=_what_for(each.sentence)) for each in self.schools)
        return self.meant(schools, _what_for(sentence), _SCHOOL_ALIKE)


def known_choices(book: Book, weights: Weights, attribution: Attribution) -> KnownChoices:
    """All of the plan."""
    # The sentence before the one in which it is named tells what for.
    parts = [
        (clause.id, f"{before} {part}")
        for clause in book.clauses
        for before, part in pairwise(("", *sentences(clause.text)))
    ]

    def named(
        pattern: re.Pattern[str], group: str | int, only: re.Pattern[str] | None = None
    ) -> tuple[Chosen, ...]:
        return tuple(
            Chosen(match[group], clause, part)
            for clause, part in parts
            if only is None or only.search(part)
            for match in pattern.finditer(part)
        )

    bodies = named(_THROUGH_A_BODY, "office")
    return KnownChoices(named(_SCHOOL, 0, _MODEL), named(_THROUGH, "office"), bodies, weights, attribution)


def choices_in(passage: Passage, known: KnownChoices) -> Iterator[Statement]:
    """Each name where the plan has another."""
    for start, part in placed_sentences(passage.text):
        whole = passage.row or part
        named = list(_SCHOOL.finditer(part))
        if known.schools and _MODEL.search(whole):
            ours = {_bare(each.name) for each in known.schools}
            meant = known.meant_school(whole)
            if meant and named and not any(_bare(match[0]) in ours for match in named):
                yield _another("unit", named[0][0], start + named[0].start(), meant)
        for match in _THROUGH.finditer(part) if known.offices else ():
            meant = known.meant(known.offices, part)
            if meant and match["office"] not in {each.name for each in known.offices}:
                yield _another("body", match["office"], start + match.start("office"), meant)
        for match, meant in _through_another(part, known) if known.bodies else ():
            yield _another("body", match["office"], start + match.start("office"), meant)


def _what_for(text: str) -> str:
    return _ANY.sub(" ", _SCHOOL.sub(" ", text))


def _through_another(part: str, known: KnownChoices) -> Iterator[tuple[re.Match[str], Chosen]]:
    """Each body through which a sentence says that the plan has something sent, and the one that it names."""
    bodies = {_whole(each.name) for each in known.bodies}
    for match in _THROUGH_A_BODY.finditer(part):
        meant = known.meant(known.bodies, part) if _whole(match["office"]) not in bodies else None
        if meant and known.attribution.covers(part, *match.span()):
            yield match, meant


def _whole(body: str) -> str:
    return re.sub(r"^CA\b", "Công an", body)


def _bare(school: str) -> str:
    """Without the word for what it is."""
    return school.casefold().removeprefix("trường ")


def _another(what: What, literal: str, start: int, right: Chosen) -> Statement:
    return Statement(what, literal, start, "contradicts", right.clause, right.name)
