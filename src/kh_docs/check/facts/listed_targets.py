"""Figures in a list behind a colon, of which the head says that the province gives them."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.known_figures import COMMUNES, Known, KnownFigures
from kh_docs.check.facts.numbers import plain_number
from kh_docs.check.facts.passages import Passage
from kh_docs.check.facts.shares import contradicted, is_measure
from kh_docs.patterns import re

_HEAD: Final = re.compile(r"[^:;.]*:")
# Where the list ends: a full stop, or before the head of the next one.
_NEXT: Final = re.compile(r"(?:; | - |, )(?=(?:(?! - |, )[^:;])*:)|\.\s|$")
_FEWEST, _LONGEST = 2, 80


def listed_in(passage: Passage, known: KnownFigures) -> Iterator[Statement]:
    """Each figure that is not the clause's, where others of the list are."""
    text = passage.text
    for head in _HEAD.finditer(text) if known.has_unit and ";" in text else ():
        if not known.attribution.is_in(head[0]):
            continue
        end = _NEXT.search(text, head.end())
        high = end.start() if end else len(text)
        if set(known.any_name.findall(text[head.end() : high])) - {known.unit}:
            continue
        figures = [match for match in known.pattern.finditer(text, head.end(), high) if _is_item(match, text)]
        told = [(match, _of_measure(match, known)) for match in figures]
        # The clause of which most of the list is.
        right = Counter(
            clause
            for match, targets in told
            for clause in {each.target.clause for each in targets if each.own == _number(match)}
        )
        clause, count = max(right.items(), key=lambda pair: pair[1], default=("", 0))
        for match, targets in told if count >= _FEWEST else ():
            own = [each for each in targets if each.target.clause == clause]
            if own and all(each.own != _number(match) for each in targets):
                yield contradicted(Statement("figure", match[0], match.start()), own[0], known)


def _is_item(match: re.Match[str], text: str) -> bool:
    """Whether hardly more than the figure stands between two semicolons."""
    low, high = text.rfind(";", 0, match.start()), text.find(";", match.end())
    low = max(low, text.rfind(":", 0, match.start()))
    return (high if high >= 0 else len(text)) - low <= _LONGEST


def _number(match: re.Match[str]) -> str:
    return plain_number(match["n"])


def _of_measure(match: re.Match[str], known: KnownFigures) -> list[Known]:
    """The unit's own targets with the measure of a figure; communes are counted in shares as well."""
    measure = match["measure"].strip()
    return [
        each
        for each in known.targets
        if each.own and measure not in COMMUNES and is_measure(each.target.measure, measure)
    ]
