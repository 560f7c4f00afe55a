"""Whether a passage says the plan's own words again: then nothing that it gives is wrong."""

from typing import Final

from kh_docs.check.facts.attributed import Attribution
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import Passage
from kh_docs.check.facts.weights import Weights
from kh_docs.check.facts.wording import Word, all_words
from kh_docs.model.book import Book
from kh_docs.patterns import re

# So many words beside a figure or a day are the plan's.
_BESIDE: Final = 4
_STOP: Final = re.compile(r"[;:.]\s+")
_OF_A_DAY: Final = frozenset({"ngay", "thang", "nam"})


class Verbatim:
    """The words of a plan, to be asked whether a passage repeats them."""

    def __init__(self, book: Book, weights: Weights, attribution: Attribution) -> None:
        self._short = weights.short
        self._attribution = attribution
        self._units = tuple(unit.name for unit in book.units.values())
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
        enough = last - first - len(inside) >= _BESIDE and self._holds(words[first:last])
        if not enough or not self._begins_it(sentence[: words[first].start]):
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

    def _holds(self, words: tuple[Word, ...]) -> bool:
        return f" {_joined(words)} " in f" {self._plan} "


def _joined(words: tuple[Word, ...]) -> str:
    return " ".join(word.plain for word in words if word.plain not in _OF_A_DAY)
