"""What stands in quotation marks: names of movements, forums and standards, held against the plan's own."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kh_docs.check.facts.attributed import Attribution
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.misquoted import PlanWords
from kh_docs.check.facts.passages import Passage, placed_sentences, sentences
from kh_docs.check.facts.weights import Weights
from kh_docs.check.facts.wording import Compared, Word, compared, quoted_words, words_in
from kh_docs.model.book import Book
from kh_docs.patterns import re

_QUOTED: Final = re.compile(r"[“\"](?P<words>[^“”\"]{6,300})[”\"]")
_FEWEST: Final = 2
# So long and so much the same that it can be no other name.
_LONG, _MOSTLY, _MUCH = 8, 0.7, 0.5
# Enough where the sentence speaks of what the plan names so.
_ALIKE, _TASK_ALIKE, _SURELY_ALIKE = 0.5, 0.6, 0.75
_WORDS_BEFORE: Final = 3


class Quoted(NamedTuple):
    """A phrase in quotation marks of the plan, with what is said around it."""

    name: str
    words: tuple[Word, ...]
    before: tuple[str, ...]
    around: str
    clause: str


class KnownQuotations(NamedTuple):
    """All of the plan."""

    quoted: tuple[Quoted, ...]
    weights: Weights
    attribution: Attribution
    # The words of each, as most are quoted.
    exact: frozenset[tuple[str, ...]]


def known_quotations(book: Book, weights: Weights, attribution: Attribution) -> KnownQuotations:
    """Those in the plan's clauses and in the titles of its bases."""
    texts = [(part, clause.id) for clause in book.clauses for part in sentences(clause.text)]
    texts += [(basis.subject, next(iter(basis.clauses), "")) for basis in book.bases.values()]
    quoted = tuple(
        _quoted(text, match, clause, weights) for text, clause in texts for match in _QUOTED.finditer(text)
    )
    exact = frozenset(_plain(each.words) for each in quoted)
    return KnownQuotations(quoted, weights, attribution, exact)


def _plain(words: tuple[Word, ...]) -> tuple[str, ...]:
    return tuple(word.plain for word in words)


def _quoted(text: str, match: re.Match[str], clause: str, weights: Weights) -> Quoted:
    words = quoted_words(match["words"], weights.short)
    before = tuple(each.plain for each in words_in(text[: match.start()], weights.short)[-_WORDS_BEFORE:])
    return Quoted(match["words"], words, before, text[: match.start()] + text[match.end() :], clause)


def quotations_in(passage: Passage, known: KnownQuotations, plan: PlanWords) -> Iterator[Statement]:
    """Each phrase that has other words than the plan's own, which need not stand in quotation marks there."""
    for start, part in placed_sentences(passage.text):
        for match in _QUOTED.finditer(part):
            told = _quoted(part, match, "", known.weights)
            if passage.row:
                told = told._replace(around=passage.row.replace(match[0], " "))
            cited = plan.cited.in_text(part)
            demanded = known.attribution.covers(part, match.start(), match.end())
            right = _meant(told, known, is_demanded=demanded, cited=cited)
            if right is not None and not plan.has(told.words):
                said = Statement("reference", match["words"], start + match.start("words"), "contradicts")
                yield said._replace(clause=right.clause, expected=right.name)


def _meant(
    told: Quoted, known: KnownQuotations, *, is_demanded: bool, cited: frozenset[str]
) -> Quoted | None:
    """The plan's phrase that is misquoted, if one is; `cited`: the clauses that the sentence speaks of."""
    if len(told.words) < _FEWEST or _plain(told.words) in known.exact:
        return None
    held = [(compared(each.words, told.words), each) for each in known.quoted]
    if any(how.same == how.written for how, _each in held):
        return None
    for how, each in sorted(held, key=lambda pair: pair[0].same / pair[0].written, reverse=True):
        demanded = is_demanded or each.clause in cited
        if _is_in_its_place(told, each, known, demanded) or (
            how.replaced and _is_misquoted(how, told, each, known, demanded)
        ):
            return each
    return None


def _is_in_its_place(told: Quoted, each: Quoted, known: KnownQuotations, is_demanded: bool) -> bool:
    """Whether the sentence is the plan's but for the phrase."""
    same = len(told.before) > 1 and told.before == each.before
    return same and (is_demanded or known.weights.likeness(each.around, told.around) >= _SURELY_ALIKE)


def _is_misquoted(
    how: Compared, told: Quoted, each: Quoted, known: KnownQuotations, is_demanded: bool
) -> bool:
    """Whether so much is the same that nothing else can be meant."""
    if how.same < how.planned * _MUCH:
        return False
    if how.written >= _LONG and how.same >= how.written * _MOSTLY:
        return True
    if how.same < how.written * _ALIKE:
        return False
    return is_demanded or known.weights.told(each.around, told.around) >= _TASK_ALIKE
