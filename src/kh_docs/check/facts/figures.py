"""Figures with their measure, held against the targets of the plan and of the unit."""

import re
from collections.abc import Iterator
from typing import Final

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.known_figures import COMMUNES, Known, KnownFigures, plain_number
from kh_docs.check.facts.passages import Passage
from kh_docs.i18n import _

_OF_THE_PROVINCE: Final = re.compile(
    r"toàn tỉnh|của tỉnh|cả tỉnh|trên địa bàn tỉnh|(UBND )?tỉnh giao|cấp tỉnh|Công an tỉnh", re.IGNORECASE
)
_OF_THE_UNIT: Final = re.compile(
    r"(toàn|trên địa bàn|địa bàn|của) (huyện|thị xã|thành phố|xã|phường)\b|"
    r"(huyện|thị xã|thành phố|xã|phường) phấn đấu",
    re.IGNORECASE,
)
_AT_LEAST: Final = re.compile(r"ít nhất|tối thiểu", re.IGNORECASE)
_AIMS: Final = re.compile(r"phấn đấu|chỉ tiêu|mục tiêu|ít nhất|tối thiểu", re.IGNORECASE)
# What is told of comes short of a target; it does not set another.
_IS_DONE: Final = re.compile(r"\bđã\b|đến nay|hiện có|đạt được|kết quả:", re.IGNORECASE)
_QUOTED: Final = re.compile(r"“[^”]*”")
_ALIKE: Final = 0.5
# Enough where the passage says that the figure is the unit's own.
_OWN_ALIKE: Final = 0.35
_SURELY_ALIKE: Final = 0.75
_RESTATED: Final = 0.8
_FAR_MORE: Final = 0.3
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_UNIT: Final = re.compile(r"\b(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố) ([A-ZĐ]\w+(?: [A-ZĐ]\w+)*)")
_SEVERAL_UNITS: Final = re.compile(r"các huyện|các địa phương|cả nước|toàn quốc", re.IGNORECASE)


def figures_in(passage: Passage, known: KnownFigures) -> Iterator[Statement]:
    """Each figure with one of the plan's measures, and what the plan says of it."""
    for match in known.pattern.finditer(passage.text):
        plain = Statement("figure", match[0], match.start())
        measure = match["measure"].strip()
        counted = known.counted.get(
            (plain_number(match["n"]), plain_number(match["of"]) if match["of"] else "")
        )
        if counted is not None and measure in COMMUNES:
            yield plain._replace(state="matched", clause=counted)
        elif match["of"] and measure in COMMUNES and known.has_unit:
            yield plain
        else:
            yield _judged(plain, passage, plain_number(match["n"]), measure, known)


def _judged(plain: Statement, passage: Passage, number: str, measure: str, known: KnownFigures) -> Statement:
    same = [each for each in known.targets if _is_measure(each.target.measure, measure)]
    context = passage.around(plain.start)
    own = [each for each in same if _holds(each, number, measure, context)]
    quoted = any(low.start() <= plain.start < low.end() for low in _QUOTED.finditer(passage.text))
    own_words = known.has_unit and not quoted and not _is_of_others(context, known)
    if own:
        # The row of a table speaks of many things at once.
        nearer = _nearer(number, context, same, own, known) if own_words and not passage.row else None
        if nearer is None:
            return plain._replace(state="matched", clause=own[0].target.clause)
        return _wrong(plain, nearer, known)
    if own_words and measure in COMMUNES and (found := _too_many(number, context, known)):
        return plain._replace(state="contradicts", clause=found[0], expected=found[1])
    if own_words and measure in COMMUNES and (few := _too_few(number, context, known)):
        expected = f"{_expected(few, known)} ({few.reach}/{known.communes})"
        return plain._replace(state="contradicts", clause=few.target.clause, expected=expected)
    said = next((clause for clause, text in known.clauses if plain.literal in text), None)
    if _is_history(context, known.year):
        same = [each for each in same if _tells_of(each, context, known)]
    told = own_words or said is None
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
    return each.binds and number == (
        each.own or plain_number(each.target.value) if measure == "%" else each.own
    )


def _is_of_others(context: str, known: KnownFigures) -> bool:
    """Whether it speaks of the province, or of other units too."""
    return _OF_THE_PROVINCE.search(context) is not None or any(
        name in known.others for name in _UNIT.findall(context)
    )


def _nearer(
    number: str, context: str, same: list[Known], own: list[Known], known: KnownFigures
) -> Known | None:
    """A target of which the passage speaks far more than of those that the figure would suit."""
    best = max(same, key=lambda each: _share(each, context, known) if each.own else 0.0)
    share = _share(best, context, known)
    suits = max(_share(each, context, known) for each in own)
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


def _too_few(number: str, context: str, known: KnownFigures) -> Known | None:
    """The share of the communes that the passage aims at with fewer of them than the least."""
    if not _AIMS.search(context) or _IS_DONE.search(context) or _is_history(context, known.year):
        return None
    shares = [each for each in known.targets if each.reach and each.target.at_least]
    nearest = max(shares, key=lambda each: _share(each, context, known), default=None)
    if nearest is None or _share(nearest, context, known) < _SURELY_ALIKE:
        return None
    return nearest if int(number) < int(nearest.reach) else None


def _contradicted(number: str, context: str, same: list[Known], known: KnownFigures) -> Known | None:
    """The target of which the passage speaks with a figure that is another's, the province's, or nobody's."""
    for each in sorted(same, key=lambda one: _share(one, context, known), reverse=True):
        share = _share(each, context, known)
        others = number in each.values and each.own != number
        total = others and not each.own and _OF_THE_UNIT.search(context) is not None
        if known.has_unit and others and share >= (_OWN_ALIKE if total else _ALIKE):
            return each
        told = _IS_DONE.search(context) is not None and not _AIMS.search(context)
        wanted = (share >= _SURELY_ALIKE and not told) or _is_restated_lower(number, context, each, known)
        binding = number not in each.values and (each.own or not known.has_unit)
        if wanted and binding and not _does_more(number, each):
            return each
    return None


def _does_more(number: str, each: Known) -> bool:
    """Whether a unit asks more of itself than the least that it must."""
    return bool(each.own) and each.target.at_least and int(number) > int(each.own)


def _is_restated_lower(number: str, context: str, each: Known, known: KnownFigures) -> bool:
    """Whether the passage says a clause again, with a lower figure for the least of one of its measures."""
    if not each.own or not each.target.at_least or each.target.measure in (*COMMUNES, "%"):
        return False
    lower = int(number) < int(each.own) and _AT_LEAST.search(context) is not None
    return lower and known.weights.likeness(context, _clause(each, known)) >= _RESTATED


def _tells_of(each: Known, context: str, known: KnownFigures) -> bool:
    """Whether the target itself is about a year that the passage names: what was built then is kept up."""
    return not set(_YEAR.findall(context)).isdisjoint(_YEAR.findall(_clause(each, known)))


def _clause(each: Known, known: KnownFigures) -> str:
    """The text in which the plan sets the target."""
    return next((words for clause, words in known.clauses if clause == each.target.clause), "")


def _share(each: Known, context: str, known: KnownFigures) -> float:
    """How much a passage speaks of a target."""
    alike = known.weights.told
    return max(alike(each.subject, context), alike(each.also, context) if each.also else 0.0)


def _is_measure(planned: str, written: str) -> bool:
    return planned == written or (planned in COMMUNES and written in COMMUNES)


def _expected(known: Known, all_known: KnownFigures) -> str:
    """The unit's own figure; of a total, whose it is."""
    measure = known.target.measure
    if known.own:
        return f"{known.own}{'' if measure == '%' else ' '}{measure}"
    if all_known.has_unit:
        return known.target.words
    return f"{known.target.value} {measure}"
