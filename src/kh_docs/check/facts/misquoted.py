"""Words in quotation marks that a passage says are the plan's: where other words stand among them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final

from kh_docs.check.facts.attributed import Attribution
from kh_docs.check.facts.cited_clauses import CitedClauses
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import Passage
from kh_docs.check.facts.weights import Weights
from kh_docs.check.facts.wording import Word, is_short_for, quoted_words, same_runs
from kh_docs.model.book import Book
from kh_docs.model.plan import Clause
from kh_docs.patterns import re

_QUOTED: Final = re.compile(r"[“\"](?P<words>[^“”\"]{20,900})[”\"]")
# Names and titles stand in quotation marks too; they are not what is said.
_NAMED: Final = re.compile(
    r"\b(?:về|chủ đề|chuyên đề|chủ điểm|khẩu hiệu|tên|tên gọi|câu lạc bộ|hội thi|cuộc thi|dự án|đề án"
    r"|danh hiệu|tiêu chuẩn|tiêu chí)[: ]*$",
    re.IGNORECASE,
)
_BEFORE_MARKS: Final = re.compile(r"(?P<words>\w+ \w+) [“\"](?=\w)")
_LEFT_OUT: Final = re.compile(r"\.\.\.|…|\[")
_FEWEST, _MOSTLY = 5, 0.6
# So many words on each side of what is replaced are the same, or so many on one side.
_BESIDE, _BEFORE_ALONE = 2, 4
_OTHER_WORDS, _SHOWN = 5, 3
# Left out of what is quoted, such words change what is demanded.
_MEASURING: Final = frozenset({"it", "nhat", "toi", "thieu", "khong", "chi", "tat", "ca", "toan", "bo"})
# A place or a level that the unit puts in for its own.
_OF_A_LEVEL: Final = "xa phuong thi tran huyen thanh pho tinh dia ban don vi cap"
_LEVELS: Final = frozenset({"tinh", "huyen", "xa"})
_ITS_OWN: Final = frozenset(_OF_A_LEVEL.split())


class PlanWords:
    """The plan's words in their order, and where each pair of them stands; made when first asked for."""

    def __init__(self, book: Book, weights: Weights, attribution: Attribution) -> None:
        self._clauses = book.clauses
        self.weights = weights
        self.attribution = attribution
        self.cited = CitedClauses(book)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All of them."""
        return tuple(word for word, _clause in self._placed)

    @cached_property
    def naming(self) -> frozenset[str]:
        """Two words that stand before quotation marks in the plan: what is named there, not said."""
        found = (_BEFORE_MARKS.finditer(clause.text.lower()) for clause in self._clauses)
        return frozenset(match["words"] for matches in found for match in matches)

    def names(self, before: str) -> bool:
        """Whether what is quoted behind these words is a name or a title."""
        return _NAMED.search(before) is not None or " ".join(before.lower().split()[-2:]) in self.naming

    def has(self, told: tuple[Word, ...]) -> bool:
        """Whether the words stand in the plan one after the other."""
        return f" {' '.join(word.plain for word in told)} " in self._plain

    @cached_property
    def _plain(self) -> str:
        return f" {' '.join(word.plain for word in self.words)} "

    def clause_of(self, at: int) -> Clause:
        """The clause in which a word stands."""
        return self._placed[at][1]

    def literal(self, low: int, high: int) -> str:
        """As it is written in the plan, as far as the clause of the first word goes."""
        clause = self.clause_of(low)
        high = next((at for at in range(low, high) if self.clause_of(at) is not clause), high)
        return clause.text[self.words[low].start : self.words[high - 1].end]

    @cached_property
    def pairs(self) -> dict[tuple[str, str], list[int]]:
        """Where each word stands before each other."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, (one, other) in enumerate(pairwise(self.words)):
            found[one.plain, other.plain].append(at)
        return found

    @cached_property
    def _placed(self) -> tuple[tuple[Word, Clause], ...]:
        short = self.weights.short
        return tuple((word, clause) for clause in self._clauses for word in quoted_words(clause.text, short))


def misquoted_in(passage: Passage, known: PlanWords) -> Iterator[Statement]:
    """The first words in each quotation of the plan that are not the plan's."""
    text = passage.text
    for match in _QUOTED.finditer(text):
        before = text[: match.start()]
        speaks = known.attribution.speaks_around
        if known.names(before) or not (speaks(text, *match.span()) or speaks(passage.row, 0, 0)):
            continue
        wrong = _wrong_in(match["words"], known)
        if wrong is not None:
            yield wrong._replace(start=match.start("words") + wrong.start)
    yield from _recited_in(text, known)


def _recited_in(text: str, known: PlanWords) -> Iterator[Statement]:
    """A word of another's place where a clause that is cited is said again without quotation marks."""
    told = quoted_words(text, known.weights.short) if (cited := known.cited.in_text(text)) else ()
    for clause in sorted(cited):
        planned = quoted_words(known.cited.texts[clause], known.weights.short)
        for run, following in pairwise(same_runs(planned, told)):
            left_out, put_in = planned[run.planned_end : following.planned], told[run.end : following.written]
            if len(left_out) != 1 or len(put_in) != 1 or min(run.length, following.length) < _BEFORE_ALONE:
                continue
            literal = text[put_in[0].start : put_in[0].end]
            if literal.islower() and _is_another(
                left_out, put_in, run.length, following.length, planned[: run.planned_end]
            ):
                first, last = planned[run.planned_end - 1], planned[following.planned]
                expected = known.cited.texts[clause][first.start : last.end]
                yield Statement("reference", literal, put_in[0].start, "contradicts", clause, expected)


def _wrong_in(quoted: str, known: PlanWords) -> Statement | None:
    told = quoted_words(quoted, known.weights.short)
    low = _likest(told, known) if len(told) >= _FEWEST else None
    if low is None:
        return None
    planned = known.words[low : low + len(told) + 2 * _OTHER_WORDS]
    blocks = same_runs(planned, told)
    if sum(run.length for run in blocks) < len(told) * _MOSTLY:
        return None
    for run, following in pairwise(blocks):
        left_out, put_in = planned[run.planned_end : following.planned], told[run.end : following.written]
        if not following.length:
            # The plan's sentence goes on, the quotation ends.
            left_out = left_out[: len(put_in)]
        if not _is_another(left_out, put_in, run.length, following.length, planned[: run.planned_end]):
            continue
        wrong = put_in or told[following.written :][:_SHOWN]
        if _LEFT_OUT.search(quoted[told[run.end - 1].end : wrong[0].start]):
            continue
        first, last = low + run.planned_end - _SHOWN, low + run.planned_end + len(left_out) + _SHOWN
        literal = quoted[wrong[0].start : wrong[-1].end]
        clause = known.clause_of(low + run.planned).id
        expected = known.literal(max(first, low + run.planned), last)
        return Statement("reference", literal, wrong[0].start, "contradicts", clause, expected)
    return None


def _is_another(
    left_out: tuple[Word, ...], put_in: tuple[Word, ...], before: int, behind: int, lead: tuple[Word, ...]
) -> bool:
    """Whether words stand for others, or one is left out that says how much is demanded.

    `lead`: the plan's words before them, of which so many are the same.
    """
    if min(before, behind) < _BESIDE and not (not behind and before >= _BEFORE_ALONE):
        return False
    planned = {word.plain for word in left_out}
    if not put_in:
        return bool(planned) and planned <= _MEASURING and behind > _BESIDE
    both = planned | {word.plain for word in put_in}
    if not left_out or max(len(left_out), len(put_in)) > _OTHER_WORDS:
        return False
    if both <= _ITS_OWN:
        # “Trên địa bàn huyện” is the unit's; “cấp huyện” where the plan says “cấp xã” is not.
        return both <= _LEVELS and lead[-1].plain == "cap"
    return not all(is_short_for(word.plain, left_out) for word in put_in)


def _likest(told: tuple[Word, ...], known: PlanWords) -> int | None:
    """Where the part of the plan begins that has most of its words one after the other."""
    where: Counter[int] = Counter()
    for at, (one, other) in enumerate(pairwise(told)):
        for place in known.pairs.get((one.plain, other.plain), ()):
            where[place - at] += 1
    if not where:
        return None

    def near(place: int) -> int:
        # Words put in or left out move what comes behind them.
        return sum(where[place + step] for step in range(-_OTHER_WORDS, _OTHER_WORDS + 1))

    return max(0, max(where, key=lambda place: (near(place), where[place])) - _OTHER_WORDS)
