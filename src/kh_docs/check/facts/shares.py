"""How much a passage speaks of a target, and what is said where its figure is another."""

from functools import lru_cache
from typing import Final

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.known_figures import COMMUNES, Known, KnownFigures
from kh_docs.check.facts.numbers import plain_number
from kh_docs.check.facts.said import Said
from kh_docs.i18n import _
from kh_docs.patterns import re

ALIKE: Final = 0.5
# Enough where the passage says that the figure is the unit's own.
OWN_ALIKE: Final = 0.35
SURELY_ALIKE: Final = 0.65
# Enough where the passage says that the figure is the province's.
TOTAL_ALIKE: Final = 0.6
FAR_MORE: Final = 0.3


def told_of(each: Known, said: Said, known: KnownFigures) -> float:
    """How much a passage speaks of a target."""
    subjects = filter(None, (each.subject, each.also, each.deed))
    return max(known.weights.told(subject, words) for subject in subjects for words in said.in_words)


def expected_of(known: Known, all_known: KnownFigures) -> str:
    """The unit's own figure; of a total, whose it is."""
    measure = known.target.measure
    if known.own:
        return f"{known.own}{'' if measure == '%' else ' '}{measure}"
    if all_known.has_unit:
        return known.target.words
    return f"{known.target.value}{'' if measure == '%' else ' '}{measure}"


def contradicted(plain: Statement, wrong: Known, known: KnownFigures) -> Statement:
    return plain._replace(state="contradicts", clause=wrong.target.clause, expected=expected_of(wrong, known))


def too_few_of(plain: Statement, few: Known, known: KnownFigures) -> Statement:
    expected = f"{expected_of(few, known)} ({few.reach}/{known.communes})"
    return plain._replace(state="contradicts", clause=few.target.clause, expected=expected)


def is_measure(planned: str, written: str) -> bool:
    return planned == written.replace("địa phương", "đơn vị") or (planned in COMMUNES and written in COMMUNES)


def clause_of(each: Known, known: KnownFigures) -> str:
    """The text in which the plan sets the target."""
    return next((words for clause, words in known.clauses if clause == each.target.clause), "")


def at_least(each: Known, known: KnownFigures) -> str:
    return _("ít nhất {figure}").format(figure=expected_of(each, known))


def states_it_too(each: Known, said: Said) -> bool:
    """Whether the sentence gives the plan's own figure of a target as well."""
    return each.target.measure != "%" and _stands_in(each.target.value, each.target.measure, said.context)


@lru_cache(1024)
def _stands_in(value: str, measure: str, context: str) -> bool:
    figure = rf"(?<![\d/])0*{re.escape(plain_number(value))}\s+{re.escape(measure)}"
    return re.search(figure, context) is not None
