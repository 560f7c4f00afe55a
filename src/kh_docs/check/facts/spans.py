"""Periods (“giai đoạn 2021 - 2025”) and how many years are looked back on, held against the plan's own."""

from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import Final, NamedTuple

from kh_docs.check.facts.attributed import Attribution
from kh_docs.check.facts.cited_clauses import CitedClauses
from kh_docs.check.facts.days_found import without_days
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.numbers import NUMBER_IN_WORDS, plain_number
from kh_docs.check.facts.passages import Passage, placed_sentences, sentences
from kh_docs.check.facts.references import numbers_in
from kh_docs.check.facts.said import years_in
from kh_docs.check.facts.weights import Weights, likest
from kh_docs.check.facts.wording import words_in
from kh_docs.model.book import Book
from kh_docs.patterns import re

_SPAN: Final = re.compile(r"\bgiai đoạn (?P<from>20\d\d)\s*[-–]\s*(?P<to>20\d\d)\b", re.IGNORECASE)
_LOOKED_BACK: Final = re.compile(
    r"\b(?:(?:tổng kết|sơ kết|đánh giá)(?:,? đánh giá)?(?: kết quả)?|kết quả) "
    rf"(?P<n>\d{{1,2}}|{NUMBER_IN_WORDS}) năm (?=thực hiện|triển khai|xây dựng|chỉ thị|nghị định|nghị quyết)",
    re.IGNORECASE,
)
_IN_YEAR: Final = re.compile(
    r"(?P<built>\bđã (?:được )?(?:xây dựng|công nhận)[^;.,]{0,60})?"
    # Up to a year is a deadline.
    r"\b(?:trong |từ )?(?<!vào )(?<!đến )(?<!hết )năm (?P<year>20\d\d)\b"
)
# So far before a period, and behind a number of years, the plan says what is meant.
_NEAR: Final = 160
_ALIKE, _SURELY_ALIKE, _MORE = 0.5, 0.75, 0.2
# Enough where the clause itself is cited; or so many words before are the same.
_ALIKE_ENOUGH, _BESIDE = 0.35, 2


class Known(NamedTuple):
    """A period or a number of years that the plan names, and the words beside it."""

    value: str
    literal: str
    words: str
    clause: str


class KnownSpans(NamedTuple):
    """All of the plan."""

    periods: tuple[Known, ...]
    looked_back: tuple[Known, ...]
    # The years looked back on by the number of the document that they were carried out in.
    by_number: dict[str, Known]
    # The period in the title of each document that has one, by its number.
    in_title: dict[str, Known]
    years: tuple[Known, ...]
    # The year of each sentence that names one and no other, with all that the sentence says.
    year_of: tuple[Known, ...]
    # Those in which what is kept up was built.
    built: tuple[Known, ...]
    year: int
    weights: Weights
    attribution: Attribution
    cited: CitedClauses


def known_spans(book: Book, weights: Weights, attribution: Attribution) -> KnownSpans:
    """Those in the plan's clauses and in the titles of its bases."""
    year = book.head.year
    told = [(part, clause.id) for clause in book.clauses for part in sentences(clause.text)]
    years = [(found, clause) for text, clause in told for found in _years(text)]
    titles = [
        (f"{each.kind} số {each.number} {each.subject}", each.clauses[0])
        for each in book.bases.values()
        if each.number and each.clauses
    ]
    return KnownSpans(
        tuple(_known(found, clause) for text, clause in told + titles for found in _periods(text, year)),
        tuple(_known(found, clause) for text, clause in told for found in _looked_back(text, year)),
        {number: one for clause in book.clauses for number, one in _by_number(clause.text, clause.id)},
        {
            number: _known(found, clause)
            for text, clause in titles
            # What is numbered in a way of its own is known by no number.
            for number in islice(numbers_in(text), 1)
            for found in _periods(text, year)
        },
        tuple(_known(found, clause) for found, clause in years),
        tuple(each for text, clause in told for each in _year_of(text, clause, year)),
        tuple(_known(found, clause) for found, clause in years if found[0]["built"]),
        year,
        weights,
        attribution,
        CitedClauses(book),
    )


def _by_number(text: str, clause: str) -> Iterator[tuple[str, Known]]:
    """Each document of a list behind a number of years: “tổng kết 10 năm thực hiện A; B; C”."""
    found = list(_LOOKED_BACK.finditer(text))
    for match, following in zip_longest(found, found[1:]):
        behind = text[match.end() : following.start() if following else None].partition(". ")[0]
        for number in numbers_in(behind):
            yield number, Known(plain_number(match["n"]), f"{match['n']} năm", behind, clause)


def _known(found: tuple[re.Match[str], str, str], clause: str) -> Known:
    match, value, words = found
    return Known(value, match[0].strip(), words, clause)


def _periods(text: str, year: int, lead: str = "") -> Iterator[tuple[re.Match[str], str, str]]:
    """Each with its value and the words before it; `lead`: what stands before the text."""
    for match in _SPAN.finditer(text):
        before = without_days(lead + text[: match.start()], year)[-_NEAR:]
        yield match, f"{match['from']}-{match['to']}", before


def _years(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each year with the words before it."""
    for match in _IN_YEAR.finditer(text):
        yield match, match["year"], text[: match.start()][-_NEAR:]


def _year_of(text: str, clause: str, year: int) -> Iterator[Known]:
    """The only year that a sentence names."""
    found = list(_IN_YEAR.finditer(text))
    if len({match["year"] for match in found}) == 1 and len(years_in(text)) == 1:
        match = found[0]
        words = without_days(text[: match.start()] + text[match.end() :], year)
        yield Known(match["year"], match[0].strip(), words, clause)


def _looked_back(text: str, year: int) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each with its value and the words behind it."""
    for match in _LOOKED_BACK.finditer(text):
        behind = without_days(text[match.end() : match.end() + _NEAR], year)
        yield match, plain_number(match["n"]), behind.partition(",")[0]


def spans_in(passage: Passage, known: KnownSpans) -> Iterator[Statement]:
    """Each period and number of years with what the plan says of it."""
    for start, part in placed_sentences(passage.text):
        for match, value, words in _periods(part, known.year, passage.lead):
            plain = Statement("date", match[0], start + match.start())
            titled = _of_the_title(part[: match.start()], known)
            if titled is not None and titled.value != value:
                yield plain._replace(state="contradicts", clause=titled.clause, expected=titled.literal)
            else:
                yield _judged(plain, value, words, known.periods, known.weights)
        for match, value, words in _years(part):
            demanded = known.attribution.covers(part, match.start(), match.end())
            plain = Statement("date", f"năm {value}", start + match.start("year") - len("năm "))
            if match["built"]:
                said = _judged(plain, value, words, known.built, known.weights, _ALIKE)
            else:
                said = _judged(plain, value, words, known.years, known.weights)
            other = _of_the_cited(part, value, words, known, is_demanded=demanded)
            if other is not None:
                yield plain._replace(state="contradicts", clause=other.clause, expected=other.literal)
            elif said.state == "contradicts" and (demanded or match["built"]):
                yield said
            elif demanded and (told := _only_year(part, match, known)) is not None:
                yield plain._replace(state="contradicts", clause=told.clause, expected=told.literal)
        for match, value, words in _looked_back(part, known.year):
            plain = Statement("figure", f"{match['n']} năm", start + match.start("n"))
            number = next(numbers_in(part[match.end() :]), "")
            if (same := known.by_number.get(number)) is not None and same.value != value:
                yield plain._replace(state="contradicts", clause=same.clause, expected=same.literal)
            else:
                yield _judged(plain, value, words, known.looked_back, known.weights)


def _of_the_title(before: str, known: KnownSpans) -> Known | None:
    """The period in the title of the document named last before one, where its title is being said."""
    number = next(reversed(list(numbers_in(before))), "")
    titled = known.in_title.get(number)
    if titled is None:
        return None
    words = without_days(re.split(re.escape(number), before, flags=re.IGNORECASE)[-1], known.year)
    says_it = (
        known.weights.says_enough(words) and known.weights.likeness(words, titled.words) >= _SURELY_ALIKE
    )
    return titled if says_it else None


def _of_the_cited(part: str, year: str, before: str, known: KnownSpans, *, is_demanded: bool) -> Known | None:
    """The year of the clause that is cited, where it has one year and the passage gives another for it."""
    clauses = known.cited.in_text(part)
    years = [each for each in known.years if each.clause in clauses]
    if len({each.value for each in years}) != 1 or years[0].value == year:
        return None
    if any(_last_words(each.words, known) == _last_words(before, known) for each in years):
        return years[0]
    alike = max(known.weights.told(known.cited.texts[each.clause], part) for each in years)
    return years[0] if is_demanded and alike >= _ALIKE_ENOUGH else None


def _only_year(part: str, match: re.Match[str], known: KnownSpans) -> Known | None:
    """What the plan says for another year, where it says that of no other, and this sentence nothing else."""
    words = part[: match.start()] + part[match.end() :]
    is_own = match["year"] == str(known.year)
    if is_own or len(years_in(part)) != 1 or not known.weights.says_enough(words):
        return None
    alike = [(known.weights.told(each.words, words), each) for each in known.year_of]
    share, nearest = likest(alike)
    suits = max((other for other, each in alike if each.value == match["year"]), default=0.0)
    sure = share >= _ALIKE and share - suits >= _MORE
    return nearest if nearest is not None and sure and nearest.value != match["year"] else None


def _last_words(text: str, known: KnownSpans) -> tuple[str, ...]:
    return tuple(word.plain for word in words_in(text, known.weights.short)[-_BESIDE:])


def _judged(
    plain: Statement,
    value: str,
    words: str,
    known: tuple[Known, ...],
    weights: Weights,
    enough: float = _SURELY_ALIKE,
) -> Statement:
    alike = [(weights.told(each.words, words), each) for each in known]
    same = [(share, each) for share, each in alike if each.value == value]
    suits = max((share for share, _each in same), default=0.0)
    share, nearest = likest(alike)
    if nearest is not None and share >= enough and suits < _ALIKE:
        return plain._replace(state="contradicts", clause=nearest.clause, expected=nearest.literal)
    if same:
        return plain._replace(state="matched", clause=max(same, key=lambda pair: pair[0])[1].clause)
    return plain
