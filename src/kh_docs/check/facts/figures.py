"""Figures with their measure, held against the targets of the plan and of the unit."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.facts.demanded import given_otherwise, least_meant, of_other_things
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.known_figures import COMMUNES, Known, KnownFigures
from kh_docs.check.facts.numbers import amount, plain_number
from kh_docs.check.facts.other_measures import remeasured_in, slogans_in
from kh_docs.check.facts.passages import Passage
from kh_docs.check.facts.said import Said, said_around, years_in
from kh_docs.check.facts.shares import (
    ALIKE,
    FAR_MORE,
    OWN_ALIKE,
    SURELY_ALIKE,
    TOTAL_ALIKE,
    at_least,
    clause_of,
    contradicted,
    is_measure,
    states_it_too,
    told_of,
    too_few_of,
)
from kh_docs.check.facts.totals import (
    far_more_of_another,
    is_total,
    of_the_wrong,
    total_of_listed,
    wrong_unit,
)
from kh_docs.i18n import _
from kh_docs.patterns import re

_QUOTED: Final = re.compile(r"“[^”]*”")
_BY_TYPE: Final = re.compile(
    r"(?<!\d)(?P<one>\d{1,3}) (?:xã|phường|thị trấn)(?:,| và) (?P<other>\d{1,3}) (?:xã|phường|thị trấn)\b"
)
_PAIR_REACH: Final = 30
_RESTATED: Final = 0.8


def figures_in(passage: Passage, known: KnownFigures) -> Iterator[Statement]:
    """Each figure with one of the plan's measures, and what the plan says of it."""
    yield from slogans_in(passage.text, known)
    yield from remeasured_in(passage, known)
    for match in known.pattern.finditer(passage.text):
        plain = Statement("figure", match[0], match.start())
        measure, number = match["measure"].strip(), plain_number(match["n"])
        counted = known.counted.get((number, plain_number(match["of"]) if match["of"] else ""))
        said = said_around(passage, match, known)
        if said.counts_all_communes and not said.is_of_others(known) and (kind := known.by_type.get(measure)):
            yield _of_type(plain, number == str(kind), f"{known.unit}: {kind} {measure}")
            continue
        if _is_part_of_all(match, passage.text, known):
            yield plain._replace(state="matched")
            continue
        other = far_more_of_another(number, said, known) if counted is not None else None
        if other is not None:
            yield contradicted(plain, other, known)
        elif counted is not None and measure in COMMUNES:
            yield plain._replace(state="matched", clause=counted)
        elif match["of"] and measure in COMMUNES and known.has_unit:
            yield _of_all(plain, number, match["of"], said, known)
        else:
            yield _judged(plain, passage, number, measure, said, known)


def _is_part_of_all(match: re.Match[str], text: str, known: KnownFigures) -> bool:
    """“22 xã và 01 thị trấn”: together all that the unit has."""
    near = max(0, match.start() - _PAIR_REACH), match.end() + _PAIR_REACH
    for pair in _BY_TYPE.finditer(text, *near):
        if pair.start() > match.start():
            return False
        if pair.start() <= match.start() < pair.end():
            return int(pair["one"]) + int(pair["other"]) == known.communes
    return False


def _of_type(plain: Statement, right: bool, expected: str) -> Statement:
    return (
        plain._replace(state="matched") if right else plain._replace(state="contradicts", expected=expected)
    )


def _of_all(plain: Statement, number: str, of: str, said: Said, known: KnownFigures) -> Statement:
    """So many of the unit's communes; of another number of them it is somebody else's."""
    few = _too_few(number, said, known)
    others = said.is_one_of_them or said.names_others(known)
    if int(of) != known.communes or few is None or others:
        return plain
    return too_few_of(plain, few, known)


def _judged(
    plain: Statement, passage: Passage, number: str, measure: str, said: Said, known: KnownFigures
) -> Statement:
    same = [each for each in known.targets if is_measure(each.target.measure, measure)]
    total = total_of_listed(plain, number, said, same, passage.text, known)
    if total is not None:
        return total
    own = [each for each in same if _holds(each, number, measure, said)]
    quoted = any(low.start() <= plain.start < low.end() for low in _QUOTED.finditer(passage.text))
    own_words = known.has_unit and not quoted and not said.is_of_others(known)
    if own:
        # The row of a table speaks of many things at once.
        nearer = _nearer(number, said, same, own, known) if own_words and not passage.row else None
        if said.is_at_most and (most := least_meant(said, own, known)):
            return plain._replace(
                state="contradicts", clause=most.target.clause, expected=at_least(most, known)
            )
        if nearer is None and said.is_demanded and (other := of_other_things(said, own, known)):
            nearer = other
        if nearer is None:
            return plain._replace(state="matched", clause=own[0].target.clause)
        return contradicted(plain, nearer, known)
    if own_words and measure in COMMUNES and (found := _too_many(number, said, known)):
        return plain._replace(state="contradicts", clause=found[0], expected=found[1])
    if own_words and measure in COMMUNES and (few := _too_few(number, said, known)):
        return too_few_of(plain, few, known)
    if (given := given_otherwise(number, said, same, known)) is not None:
        return contradicted(plain, given, known)
    # “Sáu đơn vị” and “6 đơn vị” are “06 đơn vị”.
    literals = (plain.literal, f"{number.zfill(2)} {measure}")
    clause = next((clause for clause, text in known.clauses if any(each in text for each in literals)), None)
    if clause is None and not own_words:
        clause = next((each.target.clause for each in same if is_total(number, said, each, known)), None)
    if said.is_history(known.year):
        same = [each for each in same if _tells_of(each, said, known)]
    told = own_words or clause is None
    missed = _target_missed(number, said, same, known) if told else of_the_wrong(number, said, same, known)
    if missed is not None and not told and not said.is_one_of_them:
        return wrong_unit(plain, set(known.any_name.findall(said.context)), passage.text, missed, known)
    if missed is not None:
        return contradicted(plain, missed, known)
    return plain if clause is None else plain._replace(state="matched", clause=clause)


def _holds(each: Known, number: str, measure: str, said: Said) -> bool:
    """Whether this target gives the figure; one for another year does not."""
    if said.years and years_in(each.target.words) - said.years:
        return False
    return each.binds and number == (
        each.own or plain_number(each.target.value) if measure == "%" else each.own
    )


def _nearer(
    number: str, said: Said, same: list[Known], own: list[Known], known: KnownFigures
) -> Known | None:
    """A target of which the passage speaks far more than of those that the figure would suit."""
    best = max(same, key=lambda each: told_of(each, said, known) if each.own else 0.0)
    share = told_of(best, said, known)
    suits = max(told_of(each, said, known) for each in own)
    far = share >= ALIKE and share - suits >= FAR_MORE
    return best if best.own and best.own != number and far else None


def _too_many(number: str, said: Said, known: KnownFigures) -> tuple[str, str] | None:
    """More communes than the unit has, or fewer said to be all: clause, and how many there are."""
    others = [name for name in said.units if not name.startswith(known.unit)]
    fits = int(number) == known.communes if said.is_all_of_them else int(number) <= known.communes
    if fits or others or said.is_of_several:
        return None
    clause = next((each.target.clause for each in known.targets if number in each.values), "")
    return clause, _("{unit}: {count} đơn vị cấp xã").format(unit=known.unit, count=known.communes)


def _too_few(number: str, said: Said, known: KnownFigures) -> Known | None:
    """The share of the communes that the passage aims at with fewer of them than the least."""
    if not said.is_aim or said.is_result or said.is_history(known.year):
        return None
    shares = [each for each in known.targets if each.reach and each.target.at_least]
    nearest = max(shares, key=lambda each: told_of(each, said, known), default=None)
    stated = [each for each in shares if said.states_the_least(each.target.value)]
    if stated:
        nearest = stated[0]
    elif nearest is None or told_of(nearest, said, known) < SURELY_ALIKE:
        return None
    return nearest if int(number) < int(nearest.reach) else None


def _target_missed(number: str, said: Said, same: list[Known], known: KnownFigures) -> Known | None:
    """The target of which the passage speaks with a figure that is another's, the province's, or nobody's."""
    for each in sorted(same, key=lambda one: told_of(one, said, known), reverse=True):
        if each.target.kind == "horizon" and said.years.isdisjoint(years_in(each.target.words)):
            # Of a later year only where that is named.
            continue
        if not number.strip("0") and not said.is_aim:
            # “00 doanh nghiệp”: nobody aims at none.
            continue
        share = max(told_of(one, said, known) for one in (each, *_in_its_place(each, said, same, known)))
        if number not in each.values and states_it_too(each, said):
            # Out of three that are sent in two are chosen.
            continue
        others = number in each.values and each.own != number
        total = others and not each.own and said.is_of_the_unit
        if known.has_unit and others and share >= (OWN_ALIKE if total or said.is_demanded else ALIKE):
            return each
        # What all built in a year gone by is told as the plan tells it, not reached.
        past = said.is_close_to_the_province and _tells_of(each, said, known) and said.is_history(known.year)
        told = said.is_result and not said.is_aim and not past
        enough = TOTAL_ALIKE if said.is_close_to_the_province and not each.own else SURELY_ALIKE
        enough = ALIKE if past and not each.own else enough
        wanted = (share >= enough and not told) or _is_restated_lower(number, said, each, known)
        all_of_them = said.is_of_several and said.is_demanded
        theirs = each.own or not known.has_unit or said.is_close_to_the_province or all_of_them
        more = _does_more(number, each) and not (said.asks_the_least and said.is_demanded)
        if wanted and number not in each.values and theirs and not more:
            return each
    return None


def _in_its_place(each: Known, said: Said, same: list[Known], known: KnownFigures) -> list[Known]:
    """What holds for other units in place of a target: it tells the same at more length."""
    if not each.own or not said.is_demanded or said.names_others(known):
        return []
    return [other for other in same if other.target.overrides == each.target.id]


def _does_more(number: str, each: Known) -> bool:
    """Whether a unit asks more of itself than the least that it must."""
    return bool(each.own) and each.target.at_least and amount(number) > amount(each.own)


def _is_restated_lower(number: str, said: Said, each: Known, known: KnownFigures) -> bool:
    """Whether the passage says a clause again, with a lower figure for the least of one of its measures."""
    if not each.own or not each.target.at_least or each.target.measure in (*COMMUNES, "%"):
        return False
    lower = amount(number) < amount(each.own) and said.asks_the_least
    alike = max(known.weights.likeness(words, clause_of(each, known)) for words in (said.context, said.near))
    return lower and alike >= _RESTATED


def _tells_of(each: Known, said: Said, known: KnownFigures) -> bool:
    """Whether the target itself is about a year that the passage names: what was built then is kept up."""
    return not said.years.isdisjoint(years_in(clause_of(each, known)))
