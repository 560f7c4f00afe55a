"""Which body of the province does what: one that leads a task of another's contradicts the plan."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.passages import Passage, placed_sentences, sentences
from kh_docs.check.facts.weights import Weights
from kh_docs.model.book import Book

_CAPITAL: Final = r"[A-ZĐÂÊÔƠƯĂÁÀẢÃẠ][^\W\d_]*"
# Bodies of the province: what a unit gives its own bodies is its own matter.
_BODY: Final = (
    r"(?:Công an|CA|Thanh tra|Bộ (?:CHQS|Chỉ huy quân sự)|Văn phòng UBND|Hội [^\W\d_]+(?: [^\W\d_]+){0,3}"
    r"|Ủy ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?) t[ỉí]nh|Tỉnh đoàn"
    rf"|Sở (?:[A-ZĐ&-]{{2,}}\b|{_CAPITAL}(?:(?:,| và| -)? {_CAPITAL}"
    rf"| [^\W\d_A-ZĐ]+(?= (?:và |- )?{_CAPITAL})| vụ\b| thông\b| pháp\b| tế\b)*)"
)
_DOES: Final = re.compile(
    rf"(?P<body>{_BODY})(?: \([^()]{{0,30}}\))?"
    r"(?:,? (?:là )?(?:đơn vị |cơ quan )?| được (?:UBND )?(?:tỉnh )?(?:giao |phân công )| \()"
    r"(?P<does>(?:chủ trì|thành lập|lựa chọn|[Cc]ơ quan thường trực|thường trực)\b)"
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
        Doer(body, does, clause.id, clause.text)
        for clause in book.clauses
        for part in sentences(clause.text)
        for body, does, _match in _doing(part)
    )
    return KnownDoers(tuple(found), weights)


def _doing(text: str) -> Iterator[tuple[str, str, re.Match[str]]]:
    for match in _DOES.finditer(text):
        behind = text[match.start("does") :][:_SHORTLY]
        # “Việc … được tỉnh giao … chủ trì.”: what is done stands before.
        does = behind if len(behind) > _VERB_ALONE else text[: match.start()][-_SHORTLY:]
        yield match["body"].replace("tính", "tỉnh"), does, match


def doers_in(passage: Passage, known: KnownDoers) -> Iterator[Statement]:
    """Each body of the province that is said to lead what the plan gives another."""
    for start, part in placed_sentences(passage.text):
        for body, does, match in _doing(part):
            alike = [(_alike(each, does, known.weights), each) for each in known.doers]
            share, nearest = max(alike, key=lambda pair: pair[0], default=(0.0, None))
            own = max((other for other, each in alike if _is_same(each.body, body)), default=0.0)
            if nearest is not None and share >= _ALIKE and own < _ALIKE:
                said = Statement("body", match["body"], start + match.start(), "contradicts")
                yield said._replace(clause=nearest.clause, expected=nearest.body)


def _alike(each: Doer, does: str, weights: Weights) -> float:
    """How much what is said to be done is what the plan gives a body; its clause says it at more length."""
    whole = weights.likeness(does, each.task) if weights.says_enough(does) else 0.0
    return max(weights.told(each.does, does), whole if whole >= _ALL_SAID else 0.0)


def _is_same(one: str, other: str) -> bool:
    """Whether two names are of one body; “Sở GDĐT” may be any whose words begin so."""
    return one == other or _letters(one) == _letters(other)


def _letters(body: str) -> str:
    kind, _space, name = body.partition(" ")
    if name.replace("&", "").replace("-", "").isupper():
        return kind + name.replace("&", "").replace("-", "")
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word != "và"]
    return kind.replace("Công an", "CA") + "".join(word[0].upper() for word in words)
