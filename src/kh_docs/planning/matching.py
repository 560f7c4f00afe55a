"""Match the clauses of an old plan with those of a new one by their text, not by their number."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from kh_docs.model.plan import Clause
from kh_docs.word.words import Piece, pieces_of

State = Literal["same", "moved", "changed", "new", "gone"]
# Less alike than this, two clauses are two clauses.
LEAST_RATIO = 0.5


class ClausePair(NamedTuple):
    """A clause in the old plan, the new one, or both; `ratio` of their words that agree."""

    old: Clause | None
    new: Clause | None
    state: State
    ratio: float


def match_clauses(old: Sequence[Clause], new: Sequence[Clause]) -> list[ClausePair]:
    """Every clause of both plans once: in the order of the new one, then what is gone."""
    corrections = [(each.was, each.now) for clause in (*old, *new) for each in clause.corrections]
    old_words = [_words(clause, corrections) for clause in old]
    new_words = [_words(clause, corrections) for clause in new]
    partner: dict[int, tuple[int, float]] = {}
    free = set(range(len(old)))

    def take(here: int, there: int, ratio: float) -> None:
        partner[here] = there, ratio
        free.discard(there)

    # The same words under the same number first: short titles stand in a plan several times.
    for same_id in (True, False):
        for here, words in enumerate(new_words):
            if here not in partner:
                there = next(
                    (
                        at
                        for at in sorted(free)
                        if old_words[at] == words and (not same_id or old[at].id == new[here].id)
                    ),
                    None,
                )
                if there is not None:
                    take(here, there, 1.0)
    left = [here for here in range(len(new)) if here not in partner]
    ratios = [
        (ratio, old[there].id == new[here].id, -there, -here)
        for here in left
        for there in sorted(free)
        if (ratio := _ratio(old_words[there], new_words[here])) >= LEAST_RATIO
    ]
    for ratio, _same_id, there, here in sorted(ratios, reverse=True):
        if -here not in partner and -there in free:
            take(-here, -there, ratio)
    pairs = [_pair(old, new[here], partner.get(here)) for here in range(len(new))]
    return pairs + [ClausePair(old[at], None, "gone", 0.0) for at in sorted(free)]


def _pair(old: Sequence[Clause], new: Clause, found: tuple[int, float] | None) -> ClausePair:
    if found is None:
        return ClausePair(None, new, "new", 0.0)
    before, ratio = old[found[0]], found[1]
    state: State = "changed" if ratio < 1 else "same" if before.id == new.id else "moved"
    return ClausePair(before, new, state, round(ratio, 3))


def _words(clause: Clause, corrections: Sequence[tuple[str, str]]) -> list[str]:
    """The words, slips mended as a person mended them in either plan."""
    text = " ".join(clause.text.split())
    for was, now in corrections:
        if was in text and now not in text:
            text = text.replace(was, now)
    return text.split()


def _ratio(one: list[str], other: list[str]) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < LEAST_RATIO or matcher.quick_ratio() < LEAST_RATIO:
        return 0.0
    # Equal words in another order would make 1.0 of what differs.
    return min(matcher.ratio(), 0.999)


def word_changes(old: str, new: str) -> list[Piece]:
    """The texts of two clauses as pieces, however their lines were broken."""
    return pieces_of(" ".join(old.split()), " ".join(new.split()))
