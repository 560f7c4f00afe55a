"""An old plan against a new one in lines for people: what changed, and what has to be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kh_docs.i18n import N_, _
from kh_docs.planning.diff import Diff
from kh_docs.planning.matching import ClausePair, State, word_changes
from kh_docs.planning.pairing import Pair

STATES: Final[dict[State, str]] = {
    "same": N_("như cũ"),
    "moved": N_("đổi chỗ"),
    "changed": N_("sửa"),
    "new": N_("mới"),
    "gone": N_("bỏ"),
}
_THINGS: Final = {
    "task": N_("nhiệm vụ"),
    "indicator": N_("chỉ tiêu báo cáo"),
    "criterion": N_("tiêu chí kiểm tra"),
    "wording": N_("lời văn"),
}
# Words of context kept at each side of a change.
_CONTEXT: Final = 4


def lines(diff: Diff) -> Iterator[str]:
    """The whole comparison."""
    counts = {state: sum(pair.state == state for pair in diff.clauses) for state in STATES}
    yield f"{diff.old} -> {diff.new}"
    yield _("Mục: {counts}").format(
        counts=", ".join(f"{_(STATES[state])} {count}" for state, count in counts.items())
    )
    for pair in diff.clauses:
        if pair.state != "same":
            yield _clause(pair)
    for heading, found in sections(diff):
        yield ""
        yield heading
        yield from (f"  {line}" for line in found)


def sections(diff: Diff) -> Iterator[tuple[str, list[str]]]:
    """Deadlines, figures and bases that changed, and what to look at: each with its heading."""
    for heading, pairs in (
        (_("Thời hạn"), diff.deadlines),
        (_("Chỉ tiêu"), diff.figures),
        (_("Căn cứ"), diff.legal_bases),
    ):
        if found := [_pair(pair) for pair in pairs if pair.state != "same"]:
            yield heading, found
    if diff.look_at:
        yield (
            _("Cần xem lại"),
            [
                _("{what} {id}: vì {clause} thay đổi").format(
                    what=_(_THINGS[each.what]), id=each.id, clause=each.because
                )
                for each in diff.look_at
            ],
        )


def _pair(pair: Pair) -> str:
    ids = " -> ".join(dict.fromkeys(each for each in (pair.old, pair.new) if each))
    return f"{ids}: {_(STATES[pair.state])}"


def _clause(pair: ClausePair) -> str:
    ids = " -> ".join(dict.fromkeys(each.id for each in (pair.old, pair.new) if each))
    text = f"  {ids}: {_(STATES[pair.state])}"
    if pair.state != "changed" or not pair.old or not pair.new:
        return text
    return f"{text}: {_excerpt(word_changes(pair.old.text, pair.new.text))}"


def _excerpt(pieces: Sequence[tuple[str, str]]) -> str:
    """The changes in their context: […] for what stays, [-gone-], [+new+]."""
    shown: list[str] = []
    for kind, text in pieces:
        if kind == "same":
            words = text.split(" ")  # with what stands empty before and behind
            short = words if len(words) <= 2 * _CONTEXT else [*words[:_CONTEXT], "…", *words[-_CONTEXT:]]
            shown.append(" ".join(short))
        else:
            sign = "-" if kind == "gone" else "+"
            shown.append(f"[{sign}{text}{sign}]")
    return "".join(shown)
