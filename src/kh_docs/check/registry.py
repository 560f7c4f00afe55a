"""What a rule is: one generator function with an id, a severity, a clause and its help."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.findings import Finding, Severity
from kh_docs.check.places import Place, somewhere
from kh_docs.i18n import _


class Fault(NamedTuple):
    """What a rule yields; a rule with two severities states the one that is not its own."""

    where: Place | str
    found: str
    expected: str
    message: str
    severity: Severity | None = None


Judge = Callable[[Anatomy], Iterator[Fault]]


class Rule(NamedTuple):
    """A registered rule."""

    id: str
    severity: Severity
    clause: str
    judge: Judge

    @property
    def help(self) -> str:
        """The rule in words, with a bad and a good example."""
        return self.judge.__doc__ or ""


RULES: Final[dict[str, Rule]] = {}


def rule(rule_id: str, severity: Severity, clause: str) -> Callable[[Judge], Judge]:
    """Register the decorated generator under `rule_id`."""

    def register(judge: Judge) -> Judge:
        assert rule_id not in RULES, rule_id
        assert judge.__doc__, rule_id
        RULES[rule_id] = Rule(rule_id, severity, clause, judge)
        return judge

    return register


def judge(anatomy: Anatomy, rules: Iterable[Rule]) -> Iterator[Finding]:
    """Every fault that the rules find; the same fault in many places becomes one finding."""
    for each in rules:
        # Most find nothing.
        if not (found_by_it := list(each.judge(anatomy))):
            continue
        groups: dict[tuple[str, str, Severity, str], list[Fault]] = {}
        for fault in found_by_it:
            severity = fault.severity or each.severity
            groups.setdefault((fault.found, fault.expected, severity, fault.message), []).append(fault)
        for (found, expected, severity, message), faults in groups.items():
            places = _places(faults)
            where = _in_words(places, found)
            yield Finding(each.id, severity, each.clause, where, found, expected, message, places)


def _places(faults: list[Fault]) -> tuple[Place, ...]:
    """The places, each paragraph once."""
    places = (each.where if isinstance(each.where, Place) else somewhere(each.where) for each in faults)
    return tuple(
        {id(place.paragraph) if place.paragraph else place.named: place for place in places}.values()
    )


def _in_words(places: tuple[Place, ...], found: str) -> str:
    where = places[0].in_words(found)
    if len(places) == 1:
        return where
    return _("{where} và {count} chỗ khác").format(where=where, count=len(places) - 1)
