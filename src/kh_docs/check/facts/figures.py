"""Figures with their measure, held against the targets of the plan and of the unit."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import Passage, content_words, likeness
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.model.targets import Target

_OF_THE_PROVINCE: Final = re.compile(
    r"toàn tỉnh|của tỉnh|cả tỉnh|trên địa bàn tỉnh|(UBND )?tỉnh giao|cấp tỉnh|Công an tỉnh", re.IGNORECASE
)
_QUOTED: Final = re.compile(r"“[^”]*”")
# What offices write for a measure of the plan.
_COMMUNES: Final = frozenset({"đơn vị cấp xã", "xã", "phường", "thị trấn"})
_ALIKE: Final = 0.5
_SURELY_ALIKE: Final = 0.75
_ENOUGH_WORDS: Final = 5
_AROUND: Final = 80
_FAR_MORE: Final = 0.3
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_UNIT: Final = re.compile(r"\b(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố) ([A-ZĐ]\w+(?: [A-ZĐ]\w+)*)")
_SEVERAL_UNITS: Final = re.compile(r"các huyện|các địa phương|cả nước|toàn quốc", re.IGNORECASE)


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
    year: int


def known_figures(book: Book, unit_plan: UnitPlan | None) -> KnownFigures:
    """The targets as they bind the unit, or all of them where none is meant."""
    targets = tuple(_known(target, book, unit_plan) for target in book.targets.values() if target.value)
    measures = {part for each in targets for part in _spellings(each.target.measure)} - {"%"}
    words = "|".join(re.escape(each) for each in sorted(measures, key=len, reverse=True))
    pattern = re.compile(
        rf"(?<![\d/.,])(?<![Nn]ăm )(?P<n>\d+)(?:/(?P<of>\d+))?(?P<measure>%|\s(?:{words})\b)"
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
        book.head.year,
    )


def _known(target: Target, book: Book, unit_plan: UnitPlan | None) -> Known:
    values = frozenset(map(_number, (target.value, *target.per_unit.values())))
    subject = _subject(target, book)
    if unit_plan is None or not unit_plan.binds(target):
        return Known(target, subject, "", "", unit_plan is None, values)
    # Another target may hold for this unit in place of this one.
    holds = target if target.overrides else unit_plan.target(target.id)
    own = ""
    if holds.measure == "%":
        # A share of the communes stays a share here; how many that are is counted apart.
        own = _number(holds.value)
    elif holds.scope == "unit" or unit_plan.unit.id in holds.per_unit:
        own = _number(unit_plan.figure(holds.overrides or holds.id).text)
    return Known(target, subject, _subject(holds, book), own, holds is target, values)


def _subject(target: Target, book: Book) -> str:
    """What the target is about: its own words, with those around them where they are few."""
    if len(content_words(target.words)) >= _ENOUGH_WORDS:
        return _without(target, target.words)
    text = next((clause.text for clause in book.clauses if clause.id == target.clause), "")
    at = text.find(target.words)
    around = text[max(0, at - _AROUND) : at + len(target.words) + _AROUND] if at >= 0 else target.words
    return _without(target, around)


def _without(target: Target, words: str) -> str:
    """The words without the figure, which a passage with another one cannot have."""
    return re.sub(rf"(?<!\d)0*{re.escape(_number(target.value))}(?!\d)", " ", words)


def _counted(book: Book, unit_plan: UnitPlan | None) -> dict[tuple[str, str], str]:
    """(figure, of how many) -> clause: the shares of the unit's communes as counts, and all of them."""
    if unit_plan is None:
        return {}
    total = str(len(unit_plan.unit.children))
    counted = {(total, ""): "", (total, total): ""}
    for target in book.targets.values():
        if target.base == "communes" and unit_plan.binds(target):
            count = _number(unit_plan.figure(target.overrides or target.id).text)
            counted |= {(count, ""): target.clause, (count, total): target.clause}
    return counted


def _spellings(measure: str) -> tuple[str, ...]:
    return tuple(_COMMUNES) if measure in _COMMUNES else (measure,)


def _number(text: str) -> str:
    return text.lstrip("0") or "0"


def figures_in(passage: Passage, known: KnownFigures) -> Iterator[Statement]:
    """Each figure with one of the plan's measures, and what the plan says of it."""
    for match in known.pattern.finditer(passage.text):
        plain = Statement("figure", match[0], match.start())
        measure = match["measure"].strip()
        counted = known.counted.get((_number(match["n"]), _number(match["of"]) if match["of"] else ""))
        if counted is not None and measure in _COMMUNES:
            yield plain._replace(state="matched", clause=counted)
        elif match["of"] and measure in _COMMUNES and known.has_unit:
            yield plain
        else:
            yield _judged(plain, passage, _number(match["n"]), measure, known)


def _judged(plain: Statement, passage: Passage, number: str, measure: str, known: KnownFigures) -> Statement:
    same = [each for each in known.targets if _is_measure(each.target.measure, measure)]
    context = passage.around(plain.start)
    own = [each for each in same if _holds(each, number, measure, context)]
    quoted = any(low.start() <= plain.start < low.end() for low in _QUOTED.finditer(passage.text))
    own_words = known.has_unit and not quoted and not _OF_THE_PROVINCE.search(context)
    if own:
        # The row of a table speaks of many things at once.
        nearer = _nearer(number, context, same, own) if own_words and not passage.row else None
        if nearer is None:
            return plain._replace(state="matched", clause=own[0].target.clause)
        return _wrong(plain, nearer, known)
    if own_words and measure in _COMMUNES and (found := _too_many(number, context, known)):
        return plain._replace(state="contradicts", clause=found[0], expected=found[1])
    said = next((clause for clause, text in known.clauses if plain.literal in text), None)
    told = not _is_history(context, known.year) and (own_words or said is None)
    wrong = _contradicted(number, context, same, known) if told else None
    if wrong is not None:
        return _wrong(plain, wrong, known)
    return plain if said is None else plain._replace(state="matched", clause=said)


def _wrong(plain: Statement, wrong: Known, known: KnownFigures) -> Statement:
    return plain._replace(state="contradicts", clause=wrong.target.clause, expected=_expected(wrong, known))


def _holds(each: Known, number: str, measure: str, context: str) -> bool:
    """Whether this target gives the figure; one for another year does not."""
    years = set(_YEAR.findall(context))
    if years and set(_YEAR.findall(each.target.words)) - years:
        return False
    return each.binds and number == (each.own or _number(each.target.value) if measure == "%" else each.own)


def _nearer(number: str, context: str, same: list[Known], own: list[Known]) -> Known | None:
    """A target of which the passage speaks far more than of those that the figure would suit."""
    best = max(same, key=lambda each: _share(each, context) if each.own else 0.0)
    share = _share(best, context)
    suits = max(_share(each, context) for each in own)
    far = share >= _ALIKE and share - suits >= _FAR_MORE
    return best if best.own and best.own != number and far else None


def _is_history(context: str, year: int) -> bool:
    """Whether it only tells of years before the plan's."""
    years = {int(each) for each in _YEAR.findall(context)}
    return bool(years) and max(years) < year


def _too_many(number: str, context: str, known: KnownFigures) -> tuple[str, str] | None:
    """More communes than the unit has: clause, and how many there are."""
    others = [name for name in _UNIT.findall(context) if not name.startswith(known.unit)]
    if int(number) <= known.communes or others or _SEVERAL_UNITS.search(context):
        return None
    clause = next((each.target.clause for each in known.targets if number in each.values), "")
    return clause, _("{unit}: {count} đơn vị cấp xã").format(unit=known.unit, count=known.communes)


def _contradicted(number: str, context: str, same: list[Known], known: KnownFigures) -> Known | None:
    """The target of which the passage speaks with a figure that is another's, the province's, or nobody's."""
    for each in sorted(same, key=lambda one: _share(one, context), reverse=True):
        share = _share(each, context)
        others = number in each.values and each.own != number
        if known.has_unit and others and share >= _ALIKE:
            return each
        if share >= _SURELY_ALIKE and number not in each.values and (each.own or not known.has_unit):
            return each
    return None


def _share(each: Known, context: str) -> float:
    """How much a passage speaks of a target."""
    return max(likeness(each.subject, context), likeness(each.also, context) if each.also else 0.0)


def _is_measure(planned: str, written: str) -> bool:
    return planned == written or (planned in _COMMUNES and written in _COMMUNES)


def _expected(known: Known, all_known: KnownFigures) -> str:
    """The unit's own figure; of a total, whose it is."""
    measure = known.target.measure
    if known.own:
        return f"{known.own}{'' if measure == '%' else ' '}{measure}"
    if all_known.has_unit:
        return known.target.words
    return f"{known.target.value} {measure}"
