"""Whether a passage says the plan's own words again: then nothing that it gives is wrong."""

from typing import Final

from kh_docs.check.facts.attributed import Attribution
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import Passage
from kh_docs.check.facts.weights import Weights
from kh_docs.check.facts.wording import Word, all_words
from kh_docs.check.words import fold
from kh_docs.model.book import Book
from kh_docs.patterns import re

# So many words beside a figure or a day are the plan's.
_BESIDE: Final = 4
# So many words before are looked at, so many of the plan's may be left out.
_NEAR, _LEFT_OUT, _FEWEST = 12, 10, 3
_COUNTED: Final = 2
# Behind whose words they are.
_PAUSE: Final = re.compile(r"[:,] ")
_STOP: Final = re.compile(r"[;:.]\s+")
_OF_A_DAY: Final = frozenset({"ngay", "thang", "nam"})


class Verbatim:
    """The words of a plan, to be asked whether a passage repeats them."""

    def __init__(self, book: Book, weights: Weights, attribution: Attribution) -> None:
        self._short = weights.short
        self._attribution = attribution
        self._units = tuple(unit.name for unit in book.units.values())
        self._folded = tuple(map(fold, self._units))
        parts = (part for clause in book.clauses for part in _STOP.split(clause.text))
        # Where something begins that is said of somebody is told apart from the rest.
        self._plan = " | ".join(_joined(all_words(part, self._short)) for part in parts)

    def repeats(self, passage: Passage, said: Statement) -> bool:
        """Whether the plan says what the sentence says up to what is stated, and some words with it."""
        at, sentence = passage.sentence_as_written(said.start)
        words = all_words(sentence, self._short)
        low, high = said.start - at, said.start - at + len(said.literal)
        inside = [number for number, word in enumerate(words) if low < word.end and word.start < high]
        if not inside or passage.row:
            return False
        first, last = inside[0], inside[-1] + 1
        while first > 0 and self._holds(words[first - 1 : last]):
            first -= 1
        while last < len(words) and self._holds(words[first : last + 1]):
            last += 1
        if last - first - len(inside) < _BESIDE or not self._holds(words[first:last]):
            return False
        before = sentence[: words[first].start]
        # What a figure counts stands behind it.
        counts_it = said.what != "figure" or last - inside[-1] > _COUNTED
        for low in (0, self._own_from(before)) if counts_it else ():
            own = [word for word in words[:first] if word.start >= low]
            if self._goes_before(own, words[first:last]):
                return True
        if not self._begins_it(before):
            return False
        if said.what == "figure" and f" | {_joined(words[first:last])} " not in f" | {self._plan} ":
            # Of whom it is said is left out: it may be another's figure.
            return False
        # In a list of units another one may follow.
        return not any(name in sentence[words[last - 1].end :] for name in self._units)

    def _begins_it(self, before: str) -> bool:
        """Whether nothing is said before, or only whose words they are."""
        before = before.strip('“"-+ ')
        return (
            not before or before.endswith(":") or (before.endswith(",") and self._attribution.is_in(before))
        )

    def _own_from(self, before: str) -> int:
        """Where what is said begins, behind whose words they are."""
        starts = [
            stop.end()
            for stop in _PAUSE.finditer(before)
            if stop[0] == ": " or self._attribution.is_in(before[: stop.end()])
        ]
        return starts[0] if starts else 0

    def _goes_before(self, before: list[Word], run: tuple[Word, ...]) -> bool:
        """Whether what is said before is what the plan says before these words, or the end of it.

        A heading may stand before its first sentence; something may be left out, but no unit.
        """
        told = [word.plain for word in before][-_NEAR:]
        planned = f" {self._plan} ".partition(f" {_joined(run)} ")[0].split(" ")[-_NEAR - _LEFT_OUT :]
        at = len(planned)
        for word in reversed(told):
            at = next((place for place in range(at - 1, -1, -1) if planned[place] == word), -1)
            if at < 0:
                return False
        between = [word for word in planned[at:] if word != "|"]
        enough = len(told) >= _FEWEST and len(between) - len(told) <= _LEFT_OUT
        return enough and not self._names_more(" ".join(between), " ".join(told))

    def _names_more(self, planned: str, told: str) -> bool:
        """Whether the plan names a unit that is not told."""
        return any(f" {name} " in f" {planned} " and f" {name} " not in f" {told} " for name in self._folded)

    def _holds(self, words: tuple[Word, ...]) -> bool:
        return f" {_joined(words)} " in f" {self._plan} "


def _joined(words: tuple[Word, ...]) -> str:
    return " ".join(word.plain for word in words if word.plain not in _OF_A_DAY)
