"""Totals of the plan: of units that it names, and of communes that are no unit's own."""

from typing import Final

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.known_figures import COMMUNES, Known, KnownFigures
from kh_docs.check.facts.numbers import plain_number
from kh_docs.check.facts.said import Said, years_in
from kh_docs.check.facts.shares import (
    ALIKE,
    FAR_MORE,
    OWN_ALIKE,
    SURELY_ALIKE,
    contradicted,
    states_it_too,
    told_of,
)

# So far from a total its units are named.
_NEAR: Final = 400


def total_of_listed(
    plain: Statement, number: str, said: Said, same: list[Known], text: str, known: KnownFigures
) -> Statement | None:
    """The total of units named in the plan, said with several of them: whether another is among them."""
    behind = set(known.any_name.findall(said.behind[:_NEAR]))
    before = set(known.any_name.findall(said.before[-_NEAR:])) - {known.unit}
    for each in same:
        listed = known.listed(each)
        if len(listed & (behind | before)) > 1 and _is_miscounted(number, said, each, known):
            return contradicted(plain, each._replace(own=""), known)
        some = number != each.own and said.names_some_of_them and listed & behind
        if some and is_total(number, said, each, known, OWN_ALIKE):
            return plain._replace(state="matched", clause=each.target.clause)
        named = behind if len(listed & behind) > 1 else before
        if len(listed & named) > 1 and number != each.own and is_total(number, said, each, known):
            if named - listed and not said.leaves_out:
                return wrong_unit(plain, named, text, each._replace(own=""), known)
            return plain._replace(state="matched", clause=each.target.clause)
    return None


def wrong_unit(plain: Statement, named: set[str], text: str, each: Known, known: KnownFigures) -> Statement:
    """What is said where one of the units named with a total is none of those that the plan names."""
    wrong = named - known.listed(each)
    places = [match.span() for match in known.any_name.finditer(text) if match[0] in wrong]
    low, high = min(places, key=lambda place: abs(place[0] - plain.start), default=(plain.start, plain.start))
    at_unit = plain._replace(what="unit", literal=text[low:high], start=low) if low < high else plain
    return contradicted(at_unit, each, known)


def _is_miscounted(number: str, said: Said, each: Known, known: KnownFigures) -> bool:
    """Whether what its units built in a year gone by is given another number than the plan's."""
    past = {year for year in years_in(each.target.words) if int(year) < known.year}
    others = number not in each.values and bool(past & said.years)
    return others and told_of(each, said, known) >= SURELY_ALIKE and not states_it_too(each, said)


def far_more_of_another(number: str, said: Said, known: KnownFigures) -> Known | None:
    """A total of communes of which the passage speaks, though the unit's share comes to as many."""
    if not known.has_unit or not said.is_of_the_unit or said.is_of_others(known):
        return None
    shares = [told_of(each, said, known) for each in known.targets if each.reach]
    for each in known.targets:
        fits = each.target.measure in COMMUNES and not each.own and is_total(number, said, each, known)
        if fits and told_of(each, said, known) - max(shares, default=0.0) >= FAR_MORE:
            return each
    return None


def is_total(number: str, said: Said, each: Known, known: KnownFigures, enough: float = ALIKE) -> bool:
    """Whether the passage gives the plan's total, and speaks of it."""
    return number == plain_number(each.target.value) and told_of(each, said, known) >= enough


def of_the_wrong(number: str, said: Said, same: list[Known], known: KnownFigures) -> Known | None:
    """The total of units named in the plan that the passage gives to them and to another."""
    for each in same:
        listed = known.listed(each)
        # “Là một trong 06 đơn vị”, with as many: no more words are needed.
        enough = OWN_ALIKE if said.is_one_of_them else ALIKE
        if not listed or said.leaves_out or not is_total(number, said, each, known, enough):
            continue
        named = set(known.any_name.findall(said.context))
        if (listed & named and named - listed) or (said.is_one_of_them and not known.unit_is_in(listed)):
            return each
    return None
