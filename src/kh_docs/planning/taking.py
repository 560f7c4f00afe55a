"""Take over into a new plan what was made for clauses of an old one that did not change.

Files are handled as text, so that comments come along. What the new plan then has against them, be it a name
that is not there or a document that cannot be printed, is left behind: a plan that printed still prints.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from kh_docs.errors import Problem
from kh_docs.i18n import _
from kh_docs.model.head import Head
from kh_docs.planning.diff import Diff
from kh_docs.planning.files import HEAD
from kh_docs.planning.item_texts import items_in, outermost
from kh_docs.planning.own_days import days_asked, own_days
from kh_docs.planning.taken_texts import Left, pruned, renamed, without, without_clauses

# What they hold is of the subject, not of a clause: taken whole.
WHOLE: Final = ("fields.yaml", "traits.yaml", "roles.yaml", "model-sheet.yaml")
# In this order, for the later speak of the earlier.
ITEMS: Final = (
    "tasks.yaml",
    "duties.yaml",
    "target-rows.yaml",
    "registers.yaml",
    "indicators.yaml",
    "checklist.yaml",
)

Faults = Callable[[Mapping[str, str]], Sequence[Problem]]


class Taken(NamedTuple):
    """The files to write, how many items of the old plan are in each, and what stayed behind."""

    files: Mapping[str, str]
    items: Mapping[str, int]
    left: tuple[Left, ...]


def take_over(
    old: Mapping[str, str], there: Mapping[str, str], diff: Diff, heads: tuple[Head, Head], faults: Faults
) -> Taken:
    """Of the texts of the `old` files; `faults` says what the new plan has against files put into it.

    What is `there`, the new plan's own files, stays as it is; only its head gets the days that others name.
    """
    renames, lost = _ids(diff)
    before, now = heads
    if before.year != now.year:
        lost[str(before.year)] = _("còn ghi năm {}").format(before.year)
    files: dict[str, str] = {}
    left: list[Left] = []
    number, new_number = f"{before.number}/{before.symbol}", f"{now.number}/{now.symbol}"
    for name in (*WHOLE, *ITEMS):
        if name not in old or name in there:
            continue
        text = old[name]
        if name in WHOLE:
            text = without_clauses(text, lost)
        else:
            text, dropped = without(text, lost)
            left += [Left(name, item, because) for item, because in dropped]
            whole = {item.id for item in outermost(items_in(old[name]))}
            lost |= {item: because for item, because in dropped if item in whole - renames.keys()}
        files[name] = renamed(text, renames).replace(number, new_number)
    head = there[HEAD]
    if files and (days := own_days(old[HEAD], before, head, now, lost)):
        files[HEAD] = head + renamed(days, renames)
    left += _what_does_not_stand(files, faults)
    if HEAD in files:
        files[HEAD] = days_asked(files[HEAD], [text for name, text in files.items() if name != HEAD])
        if files[HEAD] == head:
            del files[HEAD]
    counts = {name: len(outermost(items_in(text))) for name, text in files.items() if name in ITEMS}
    return Taken(files, {name: count for name, count in counts.items() if count}, tuple(left))


def _what_does_not_stand(files: dict[str, str], faults: Faults) -> list[Left]:
    """Take out of `files` what the new plan has something against, until it has no more than without them."""
    known: set[Problem] = set()
    left: list[Left] = []
    while problems := [problem for problem in faults(files) if problem not in known]:
        found = pruned(files, problems)
        if not found and not known:
            known = {*faults({}), Problem("", None, "", "")}
        elif not found:
            name = _culprit(files, problems[0], faults)
            if name is None:
                break
            del files[name]
            found = [Left(name, "", ": ".join(filter(None, (problems[0].field, problems[0].message))))]
        left += found
    return left


def _culprit(files: Mapping[str, str], problem: Problem, faults: Faults) -> str | None:
    """The file without which this problem, which stands nobody knows where, is gone and no other comes."""
    present = [name for name in reversed((HEAD, *WHOLE, *ITEMS)) if name in files]
    for name in present:
        without_it = faults({each: text for each, text in files.items() if each != name})
        if problem not in without_it and not any(each.file for each in without_it):
            return name
    return next(iter(present), None)


def _ids(diff: Diff) -> tuple[dict[str, str], dict[str, str]]:
    """The new id of what is the same, and why what is not, a clause or value, can no longer be spoken of."""
    pairs = [
        (each.old.id if each.old else None, each.new.id if each.new else None, each.state)
        for each in diff.clauses
    ]
    for values in (diff.deadlines, diff.figures, diff.legal_bases):
        pairs += [(pair.old, pair.new, pair.state) for pair in values]
    same = {old: new for old, new, state in pairs if old and new and state in ("same", "moved")}
    gone = _("{} không còn như cũ")
    return same, {old: gone.format(old) for old, _new, _state in pairs if old and old not in same}
