"""What the plan demands said otherwise: a most for its least, a share of other things."""

from typing import Final

from kh_docs.check.facts.known_figures import Known, KnownFigures
from kh_docs.check.facts.said import Said
from kh_docs.check.facts.shares import OWN_ALIKE, clause_of, told_of
from kh_docs.check.facts.weights import content_list
from kh_docs.patterns import re

# Where the words end that say what a share is of.
_THINGS_END: Final = re.compile(
    r"[;.():]|^\s*,|\b(?:tỉnh|giao|theo|như|so|trên|tại|thuộc|đạt|có|được|đã|cơ bản|vào|trong|của)\b"
)


# “…: tỉnh giao ít nhất 10%”: given in so many words, and nothing between.
_GIVEN: Final = re.compile(
    r"\btỉnh (?:đã )?(?:giao|yêu cầu|quy định|đề ra|ấn định)"
    r"(?: (?:cho )?(?:huyện|thị xã|thành phố|xã|phường))?"
    r"(?: ít nhất| tối thiểu| là|:)*\s*$",
    re.IGNORECASE,
)
_ALL_OF_IT, _FEWEST = 0.8, 2


def given_otherwise(number: str, said: Said, same: list[Known], known: KnownFigures) -> Known | None:
    """The target of which a few words speak, with a figure that the province never gives."""
    given = _GIVEN.search(said.before)
    if given is None or any(number in each.values for each in same):
        return None
    label = said.before[: given.start()]
    if len(content_list(label)) < _FEWEST:
        return None
    named = [each for each in same if known.weights.likeness(label, clause_of(each, known)) >= _ALL_OF_IT]
    own = [each for each in named if each.own] or named
    return max(own, key=lambda each: told_of(each, said, known), default=None)


def least_meant(said: Said, own: list[Known], known: KnownFigures) -> Known | None:
    """The target that sets a least, of which a passage speaks that makes a most of it."""
    return next(
        (each for each in own if each.target.at_least and told_of(each, said, known) >= OWN_ALIKE), None
    )


def of_other_things(said: Said, own: list[Known], known: KnownFigures) -> Known | None:
    """The target of whose things the share is to be, where the passage has others: “100% trường THCS”."""
    told = _things(said.behind)
    planned = [(_things(each.target.words.partition("%")[2]), each) for each in own]
    if not told or any(things[: len(told)] == told[: len(things)] for things, _each in planned):
        return None
    meant = [each for things, each in planned if things]
    return max(meant, key=lambda each: told_of(each, said, known), default=None)


def _things(behind: str) -> tuple[str, ...]:
    """What a share is of: the first words behind its sign."""
    return content_list(_THINGS_END.split(behind)[0])[:2]
