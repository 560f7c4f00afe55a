"""The targets of the plan and of the unit, ready to hold figures against."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from kh_docs.check.facts.attributed import Attribution
from kh_docs.check.facts.numbers import NUMBER_IN_WORDS, plain_number
from kh_docs.check.facts.passages import sentences
from kh_docs.check.facts.phrases import phrases_of
from kh_docs.check.facts.weights import Weights, content_words
from kh_docs.check.words import UPPER
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.book import Book
from kh_docs.model.targets import Target
from kh_docs.patterns import re

# What offices write for a measure of the plan.
COMMUNES: Final = frozenset({"đơn vị cấp xã", "xã", "phường", "thị trấn"})
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_ENOUGH_WORDS: Final = 5
_BEFORE, _BEHIND, _SHORTLY = 80, 240, 30


class Known(NamedTuple):
    """A target with the unit's own figure, where there is a unit and it has one."""

    target: Target
    # What it is about, the figure itself left out.
    subject: str
    # What the target is about that holds for the unit in its place.
    also: str
    own: str
    binds: bool
    values: frozenset[str]
    # How many communes a share of them comes to.
    reach: str = ""
    # What it is about without the names of its units, where it has any: another may stand in their place.
    deed: str = ""


class KnownFigures(NamedTuple):
    """All targets, and how a figure with one of their measures is found."""

    targets: tuple[Known, ...]
    pattern: re.Pattern[str]
    clauses: tuple[tuple[str, str], ...]
    counted: dict[tuple[str, str], str]
    has_unit: bool
    # The unit's name, how many communes it has, and the year of the plan.
    unit: str
    communes: int
    by_type: dict[str, int]
    year: int
    # The names of the units beside it, and all of them by their ids.
    others: frozenset[str]
    names: dict[str, str]
    weights: Weights
    attribution: Attribution
    # Phrases in quotation marks with a number in them, by their words: each clause and phrase.
    phrases: dict[str, list[tuple[str, str]]]
    # Any of the names, whole.
    any_name: re.Pattern[str]

    def listed(self, each: Known) -> set[str]:
        """The names of the units for which the plan sets a target, where it names them."""
        units = each.target.per_unit or each.target.applies.units or ()
        return {self.names[unit] for unit in units if unit in self.names}

    def unit_is_in(self, names: set[str]) -> bool:
        """Whether the unit whose document it is, if there is one, is among them."""
        return not self.has_unit or self.unit in names


def known_figures(
    book: Book, unit_plan: UnitPlan | None, weights: Weights, attribution: Attribution
) -> KnownFigures:
    """The targets as they bind the unit, or all of them where none is meant."""
    any_name = _whole_names(each.name for each in book.units.values())
    targets = tuple(
        _without_names(_known(target, book, unit_plan), any_name)
        for target in book.targets.values()
        if target.value
    )
    measures = {part for each in targets for part in _spellings(each.target.measure)} - {"%"}
    words = "|".join(re.escape(each) for each in sorted(measures, key=len, reverse=True))
    pattern = re.compile(
        rf"(?<![\w/.,])(?<![Nn]ăm )(?<!giai đoạn )(?<!đợt )(?P<n>\d+|(?i:{NUMBER_IN_WORDS}))"
        r"(?:/(?P<of>\d+))?"
        rf"(?P<measure>%|\s(?:{words})\b)"
    )
    clauses = tuple((clause.id, clause.text) for clause in book.clauses)
    unit = unit_plan.unit if unit_plan is not None else None
    return KnownFigures(
        targets,
        pattern,
        clauses,
        _counted(book, unit_plan),
        unit is not None,
        unit.name if unit else "",
        len(unit.children) if unit else 0,
        dict(Counter(each.type for each in unit.children)) if unit else {},
        book.head.year,
        frozenset(each.name for each in book.units.values() if unit is not None and each.id != unit.id),
        {each.id: each.name for each in book.units.values()},
        weights,
        attribution,
        phrases_of(clauses),
        any_name,
    )


def _whole_names(names: Iterable[str]) -> re.Pattern[str]:
    """Any of them; “Anh Sơn” is not in “Anh Sơn Đông”."""
    longest_first = sorted(set(names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b(?! [{UPPER}]\w)")


def _known(target: Target, book: Book, unit_plan: UnitPlan | None) -> Known:
    values = frozenset(map(plain_number, (target.value, *target.per_unit.values())))
    subject = _subject(target, book)
    if unit_plan is None or not unit_plan.binds(target):
        return Known(target, subject, "", "", unit_plan is None, values)
    # Another target may hold for this unit in place of this one.
    holds = target if target.overrides else unit_plan.target(target.id)
    own = count = ""
    if holds.measure == "%":
        # A share of the communes stays a share here; how many that are is counted apart.
        own = plain_number(holds.value)
        if holds.base == "communes":
            count = plain_number(unit_plan.figure(holds.overrides or holds.id).text)
    elif holds.scope == "unit" or unit_plan.unit.id in holds.per_unit:
        own = plain_number(unit_plan.figure(holds.overrides or holds.id).text)
    return Known(target, subject, _subject(holds, book), own, holds is target, values, count)


def _without_names(known: Known, any_name: re.Pattern[str]) -> Known:
    deed = any_name.sub(" ", known.subject)
    return known if deed == known.subject else known._replace(deed=deed)


def _subject(target: Target, book: Book) -> str:
    """What the target is about: its own words, with those around them where they are few."""
    text = next((clause.text for clause in book.clauses if clause.id == target.clause), "")
    at = text.find(target.words)
    if at < 0:
        return _without(target, target.words)
    end = at + len(target.words)
    if len(content_words(target.words)) >= _ENOUGH_WORDS:
        # A list is about what its sentence says behind it.
        first, *_rest = (*sentences(text[end : end + _SHORTLY]), "")
        return _without(target, target.words + (first if target.per_unit else ""))
    return _without(target, text[max(0, at - _BEFORE) : end + _BEHIND])


def _without(target: Target, words: str) -> str:
    """The words without the figure, which a passage with another one cannot have, and what is in brackets."""
    words = _IN_BRACKETS.sub(" ", words)
    return re.sub(rf"(?<!\d)0*{re.escape(plain_number(target.value))}(?!\d)", " ", words)


def _counted(book: Book, unit_plan: UnitPlan | None) -> dict[tuple[str, str], str]:
    """(figure, of how many) -> clause: the shares of the unit's communes as counts, and all of them."""
    if unit_plan is None:
        return {}
    total = str(len(unit_plan.unit.children))
    counted = {(total, ""): "", (total, total): ""}
    for target in book.targets.values():
        if target.base == "communes" and unit_plan.binds(target):
            count = plain_number(unit_plan.figure(target.overrides or target.id).text)
            counted |= {(count, ""): target.clause, (count, total): target.clause}
    return counted


def _spellings(measure: str) -> tuple[str, ...]:
    """“06 địa phương cấp huyện” are “06 đơn vị cấp huyện”."""
    if measure in COMMUNES:
        return tuple(COMMUNES)
    return (measure, re.sub(r"^đơn vị\b", "địa phương", measure))
