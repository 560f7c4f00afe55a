"""Laws, ministries and members of associations: in whose place the plan names others."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kh_docs.check.facts.attributed import Attribution
from kh_docs.check.facts.cited_clauses import CitedClauses
from kh_docs.check.facts.fact import Statement, What
from kh_docs.check.facts.passages import Passage, placed_sentences, sentences
from kh_docs.check.facts.weights import Weights
from kh_docs.check.facts.wording import words_in
from kh_docs.check.words import UPPER
from kh_docs.model.book import Book
from kh_docs.patterns import re

_NAME: Final = rf"[{UPPER}][^\W\d_]*"
_ASSOCIATIONS: Final = (
    "nông dân|phụ nữ|cựu chiến binh|CCB|thanh niên|công đoàn|người cao tuổi|chữ thập đỏ|khuyến học"
    "|cựu giáo chức|luật gia|cựu công an nhân dân|cựu thanh niên xung phong|sinh viên|học sinh"
)


class Kind(NamedTuple):
    """How things of a kind are named, and when another one contradicts."""

    what: What
    # Laws are known by their first words.
    pattern: re.Pattern[str]
    # Whether a unit may have one of its own there, so that only what the plan is said to demand counts.
    is_free: bool


_KINDS: Final = (
    Kind(
        "reference",
        re.compile(
            r"\bLuật (?P<name>(?![A-ZĐ]{2})[^\W\d_]+,? [^\W\d_]+)"
            r"(?:[^,;.\d]{0,60}?(?= (?:theo|và|được|để|nhằm)\b|[,;.)]|$))?"
        ),
        is_free=False,
    ),
    Kind("body", re.compile(rf"\bBộ (?!trưởng|Chính trị)(?P<name>{_NAME} [^\W\d_]+)"), is_free=False),
    Kind(
        "body", re.compile(rf"\b(?:hội|đoàn) viên (?P<name>{_ASSOCIATIONS})\b", re.IGNORECASE), is_free=True
    ),
)
# Who issued a document is told with it.
_ISSUED: Final = re.compile(r"[\dA-ZĐ] (?:của|giữa) (?:Bộ trưởng )?$")
_BESIDE: Final = 2
_ALIKE, _SURELY_ALIKE = 0.5, 0.6


class Mention(NamedTuple):
    """Something that is named, with the words beside it that say something."""

    kind: Kind
    literal: str
    start: int
    name: tuple[str, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]

    def stands_like(self, other: "Mention") -> bool:
        """Whether the words before or behind are the same."""
        before = len(self.before) == _BESIDE and self.before == other.before
        return before or (len(self.behind) == _BESIDE and self.behind == other.behind)


class Named(NamedTuple):
    """A mention of the plan, in which clause and sentence."""

    mention: Mention
    clause: str
    sentence: str


class KnownMentions(NamedTuple):
    """All of the plan."""

    named: tuple[Named, ...]
    weights: Weights
    attribution: Attribution
    cited: CitedClauses


def known_mentions(book: Book, weights: Weights, attribution: Attribution) -> KnownMentions:
    """Those in the plan's clauses."""
    named = (
        Named(mention, clause.id, part)
        for clause in book.clauses
        for part in sentences(clause.text)
        for mention in _mentions(part, weights)
    )
    return KnownMentions(tuple(named), weights, attribution, CitedClauses(book))


def _mentions(text: str, weights: Weights) -> Iterator[Mention]:
    for kind in _KINDS:
        for match in kind.pattern.finditer(text):
            if _ISSUED.search(text[: match.start()]):
                continue
            before = words_in(text[: match.start()], weights.short)[-_BESIDE:]
            behind = words_in(text[match.end() :], weights.short)[:_BESIDE]
            name, left, right = (
                tuple(word.plain for word in words) for words in (words_in(match["name"]), before, behind)
            )
            yield Mention(kind, match[0], match.start(), name, left, right)


def mentions_in(passage: Passage, known: KnownMentions) -> Iterator[Statement]:
    """Each that stands where the plan names another."""
    for start, part in placed_sentences(passage.text):
        told = list(_mentions(part, known.weights))
        for mention in told:
            right = _right(mention, {each.name for each in told}, part, known)
            if right is not None:
                said = Statement(mention.kind.what, mention.literal, start + mention.start, "contradicts")
                yield said._replace(clause=right.clause, expected=right.mention.literal)


def _right(mention: Mention, told: set[tuple[str, ...]], part: str, known: KnownMentions) -> Named | None:
    """What the plan names in its place, if it is not named as well."""
    same = [each for each in known.named if each.mention.kind is mention.kind]
    in_clause = known.cited.in_text(part) if same else frozenset()
    cited = [each for each in same if each.clause in in_clause]
    own = [each for each in same if each.mention.name == mention.name]
    if mention.kind.is_free:
        demanded = known.attribution.covers(part, mention.start, mention.start + len(mention.literal))
        likely = same if demanded and not own else []
        return next((each for each in likely if known.weights.told(each.sentence, part) >= _ALIKE), None)
    for each in cited:
        if not own and each.mention.name not in told:
            return each
    for each in same:
        stands = mention.stands_like(each.mention) and each.mention.name not in told
        its_own = each in own or any(mention.stands_like(other.mention) for other in own)
        if stands and not its_own and known.weights.told(each.sentence, part) >= _SURELY_ALIKE:
            return each
    return None
