"""Which body of the province does what: one that leads a task of another's contradicts the plan."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import Passage, placed_sentences, sentences
from kh_docs.check.facts.weights import Weights, likest
from kh_docs.check.words import UPPER
from kh_docs.model.book import Book
from kh_docs.patterns import re

# Bodies of the province: what a unit gives its own bodies is its own matter.
_BODY: Final = re.compile(
    r"\b(?:(?:Công an|CA|Thanh tra|Bộ (?:CHQS|Chỉ huy quân sự)|Văn phòng UBND"
    r"|Hội [^\W\d_]+(?: [^\W\d_]+){0,3}|(?:Ủy|Uỷ) ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?) tỉnh|Tỉnh đoàn"
    rf"|Sở (?=[{UPPER}]))"
)
_DOES: Final = re.compile(r"\b(?:chủ trì|thành lập|lựa chọn|(?:[Cc]ơ quan )?thường trực)\b")
# Between a body and what it does.
_LINK: Final = re.compile(
    r"(?: \([^()]{0,30}\))?"
    r"(?:,? (?:là )?(?:đơn vị |cơ quan )?| được (?:UBND )?(?:tỉnh )?(?:giao |phân công )| ?\()$"
)
_LONGEST_NAME: Final = 120
# Names of one body.
_SHORT: Final = (
    ("CA ", "Công an "),
    ("CHQS", "Chỉ huy quân sự"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("UBND", "Ủy ban nhân dân"),
    ("Uỷ", "Ủy"),
    (" Việt Nam", ""),
)
_ALIKE, _ALL_SAID = 0.6, 0.8
_SHORTLY, _VERB_ALONE = 160, 12


class Doer(NamedTuple):
    """A body of the province with what the plan gives it to do."""

    body: str
    does: str
    clause: str
    # All that the clause says.
    task: str


class KnownDoers(NamedTuple):
    """All of them."""

    doers: tuple[Doer, ...]
    weights: Weights


def known_doers(book: Book, weights: Weights) -> KnownDoers:
    """Every body of the province that leads something in the plan."""
    found = (
        Doer(doing.body, doing.does, clause.id, clause.text)
        for clause in book.clauses
        for part in sentences(clause.text)
        for doing in _doing(part)
    )
    return KnownDoers(tuple(found), weights)


class Doing(NamedTuple):
    """A body, where it is named, and what it is said to do."""

    body: str
    start: int
    does: str


def _doing(text: str) -> Iterator[Doing]:
    for match in _DOES.finditer(text):
        first = max(0, match.start() - _LONGEST_NAME)
        before = text[first : match.start()]
        bodies, link = list(_BODY.finditer(before)), _LINK.search(before)
        if not bodies or link is None or link.start() < bodies[-1].end() - 1:
            continue
        named = bodies[-1]
        body = before[named.start() : link.start()].rstrip()
        # A department's name goes on to what it does; any other body's ends where it is found.
        if not body.startswith("Sở") and body != named[0]:
            continue
        behind = text[match.start() :][:_SHORTLY]
        # “Việc … được tỉnh giao … chủ trì.”: what is done stands before.
        does = behind if len(behind) > _VERB_ALONE else before[: named.start()]
        yield Doing(body, first + named.start(), does)


def doers_in(passage: Passage, known: KnownDoers) -> Iterator[Statement]:
    """Each body of the province that is said to lead what the plan gives another."""
    for start, part in placed_sentences(passage.text):
        for doing in _doing(part):
            alike = [(_alike(each, doing.does, known.weights), each) for each in known.doers]
            share, nearest = likest(alike)
            own = max((other for other, each in alike if _is_same(each.body, doing.body)), default=0.0)
            if nearest is not None and share >= _ALIKE and own < _ALIKE:
                said = Statement("body", doing.body, start + doing.start, "contradicts")
                yield said._replace(clause=nearest.clause, expected=nearest.body)


def _alike(each: Doer, does: str, weights: Weights) -> float:
    """How much what is said to be done is what the plan gives a body; its clause says it at more length."""
    whole = weights.likeness(does, each.task) if weights.says_enough(does) else 0.0
    return max(weights.told(each.does, does), whole if whole >= _ALL_SAID else 0.0)


def _is_same(one: str, other: str) -> bool:
    """Whether two names are of one body; “Sở GDĐT” may be any whose words begin so."""
    return _whole(one) == _whole(other) or _letters(one) == _letters(other)


def _whole(body: str) -> str:
    for short, whole in _SHORT:
        body = body.replace(short, whole)
    return body


def _letters(body: str) -> str:
    kind, _space, name = _whole(body).partition(" ")
    short = name.replace("&", "").replace("-", "")
    if short.isupper():
        return kind + short
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word != "và"]
    return kind + "".join(word[0].upper() for word in words)
