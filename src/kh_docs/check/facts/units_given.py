"""Units to which a passage says that the plan gives what it gives to others that are named beside them."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.known_figures import Known, KnownFigures
from kh_docs.check.facts.passages import Passage, placed_sentences
from kh_docs.check.facts.said import years_in
from kh_docs.check.words import UPPER
from kh_docs.patterns import re

# “Huyện A, B và C được giao …”: a list goes on behind its commas.
_ONE_MORE: Final = (
    rf"(?:(?:các |UBND )?(?:huyện|thị xã|thành phố|TX|TP) )?[{UPPER}]\w+(?: [{UPPER}]\w+)*(?=,| và\b)"
)
_PART: Final = re.compile(rf"[^,:]+(?:, (?=[^,]{{0,40}}\bvà\b|{_ONE_MORE})[^,:]+)*")
_BESIDE_IT: Final = re.compile(
    r"\b(?:không|ngoài|phối hợp|học tập|giáp|cùng với|so với|hơn|mời|dự|trong khi|còn)\b", re.IGNORECASE
)
# Who gives several units something stands above them all.
_GIVEN: Final = re.compile(r"\bđược (?:tỉnh |UBND tỉnh )?giao\b", re.IGNORECASE)
_ALIKE, _SURELY_ALIKE, _NEARLY = 0.6, 0.85, 0.15


def units_given_in(passage: Passage, known: KnownFigures) -> Iterator[Statement]:
    """Each unit that is named among those of a target and is none of them."""
    if passage.row:
        return
    for start, sentence in placed_sentences(passage.text):
        for part in _PART.finditer(sentence):
            named = list(known.any_name.finditer(part[0]))
            if len({match[0] for match in named}) < 2 or _BESIDE_IT.search(part[0]):
                continue
            demanded = (
                known.attribution.covers(sentence, *part.span())
                or known.attribution.is_in(part[0])
                or _GIVEN.search(part[0]) is not None
            )
            # What they are given may go on behind a comma.
            told = part[0] + known.any_name.split(sentence[part.end() :])[0]
            wrong = _not_listed({match[0] for match in named}, told, known, demanded=demanded)
            for match in named:
                if wrong is not None and match[0] not in known.listed(wrong):
                    said = Statement("unit", match[0], start + part.start() + match.start(), "contradicts")
                    yield said._replace(clause=wrong.target.clause, expected=wrong.target.words)


def _not_listed(names: set[str], words: str, known: KnownFigures, *, demanded: bool) -> Known | None:
    """The target with a list of units of which the words speak, where some of them are named and another."""
    told = {each.target.id: _told_of(each, words, known) for each in known.targets}
    best = max(
        (each for each in known.targets if known.listed(each) & names),
        key=lambda each: told[each.target.id],
        default=None,
    )
    if best is None or told[best.target.id] < (_ALIKE if demanded else _SURELY_ALIKE):
        return None
    # What is said of several targets at once is said of the units of each.
    nearly = told[best.target.id] - _NEARLY
    theirs = {name for each in known.targets if told[each.target.id] >= nearly for name in known.listed(each)}
    return best if names - theirs else None


def _told_of(each: Known, words: str, known: KnownFigures) -> float:
    """How much words speak of a target; not at all without a share where it is one, or of another year."""
    years, own = years_in(words), years_in(each.target.words)
    # What is kept up was built in another year than what is to be built.
    other_year = years and own and own.isdisjoint(years)
    if other_year or (each.target.measure == "%" and "%" not in words):
        return 0.0
    return known.weights.told(each.deed or each.subject, words)
