"""What must stand in a text before it is worth asking a regular expression."""

from __future__ import annotations

import hashlib
import itertools
import marshal
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from kh_docs import cache
from kh_docs.patterns import re

# Letters, and what else a pattern is made of.
_PIECE: Final = re.compile(r"(?P<run>[^()\[\]\\|.^$?*+{}]+)|\\(?P<escaped>.)|(?P<other>.)", re.DOTALL)
_TIMES: Final = re.compile(r"(?:[?*+]|\{[^}]*\})[?+]?")
_BRACKET: Final = re.compile(r"[()]|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_CLASS: Final = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_EDGE: Final = re.compile(r"[|(]|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
# How a group begins: to hold a choice, or to look ahead or back.
_BEGIN: Final = re.compile(r"\?(?:P<\w+>|:|(?P<looks><?[=!]))|(?!\?)")
# What stands for a place and no letter, behind a backslash.
_PLACES: Final = "bB"
# So many letters tell enough; so many signs are looked for at once in next to no time.
_TELLING, _MOST = 10, 80
# Two letters stand in nearly every text.
_ENOUGH = 3
# Of a class with more letters nobody asks for each.
_FEW = 4


class Signs(NamedTuple):
    """Letters of which some stand in whatever is found; `begins`: where it is found it begins with them."""

    letters: tuple[str, ...]
    begins: bool


class _Atom(NamedTuple):
    """A piece of a pattern: all that it may be; if that is more than can be said, what stands in it."""

    exact: tuple[str, ...] | None
    within: tuple[str, ...] = ("",)


_ANYTHING: Final = _Atom(None)


def signs_of(pattern: str) -> Signs:
    """Letters of which some stand in whatever `pattern` finds, and looks ahead to; the empty ones where there
    are none for sure.

    To look for them takes a twentieth of the time. Patterns with flags of their own are not understood.
    """
    sides = [_best(_atoms(side)) for side in _sides(pattern)]
    return sides[0] if len(sides) == 1 else Signs(_together(sides), begins=False)


def signs_of_each(patterns: Sequence[str]) -> list[Signs]:
    """The same of many, kept between runs: to work them out takes ten milliseconds."""
    together = hashlib.sha256("\n".join(patterns).encode()).hexdigest()
    key = together + cache.digest_of([Path(__file__)])
    kept = cache.load_as("signs", key, lambda saved: [Signs(*each) for each in marshal.loads(saved)])
    if kept is not None:
        return kept
    found = [signs_of(each) for each in patterns]
    cache.save("signs", key, marshal.dumps([tuple(each) for each in found]))
    return found


def _best(atoms: list[_Atom]) -> Signs:
    """The most telling of what stands in a row."""
    best = Signs(("",), begins=False)
    for start, first in enumerate(atoms):
        if first.exact is None:
            best = max(best, Signs(first.within, begins=False), key=_worth)
            continue
        letters: tuple[str, ...] = ("",)
        for atom in atoms[start:]:
            if atom.exact is None or len(letters) * len(atom.exact) > _MOST:
                break
            # Of what is long enough the rest tells no more.
            letters = tuple([(one + other)[:_TELLING] for one in letters for other in atom.exact])
            best = max(best, Signs(letters, start == 0), key=_worth)
    return best._replace(letters=tuple(dict.fromkeys(best.letters)))


def _worth(signs: Signs) -> tuple[bool, int, int]:
    """Where it can only begin in known places, it need not be looked for: that is worth most."""
    shortest = min(map(len, signs.letters))
    return signs.begins and shortest >= _ENOUGH, min(_TELLING, shortest), -len(signs.letters)


def _together(sides: list[Signs]) -> tuple[str, ...]:
    """What stands wherever one of several does; nothing where they are too many."""
    found = tuple(dict.fromkeys(itertools.chain.from_iterable(side.letters for side in sides)))
    return found if len(found) <= _MOST else ("",)


def _atoms(side: str) -> list[_Atom]:
    """The pieces of a pattern without a choice outside of its groups; places between letters are none."""
    found: list[_Atom] = []
    for atom, times in _pieces(side):
        match times[:1]:
            case "":
                found.append(atom)
            case "+":
                found += (atom, _ANYTHING)
            case "?" if atom.exact is not None:
                found.append(_Atom((*atom.exact, "")))
            case _:
                found.append(_ANYTHING)
    return found


def _pieces(side: str) -> Iterator[tuple[_Atom, str]]:
    """Each piece, and how often it may stand."""
    at = 0
    while at < len(side):
        start, piece = at, _PIECE.match(side, at)
        assert piece is not None
        at = piece.end()
        atom: _Atom | None = _ANYTHING
        if run := piece["run"]:
            if len(run) > 1 and _TIMES.match(side, at):
                # What is said of how often it stands is said of its last letter.
                yield _Atom((run[:-1],)), ""
                run = run[-1]
            atom = _Atom((run,))
        elif escaped := piece["escaped"]:
            atom = None if escaped in _PLACES else _ANYTHING if escaped.isalnum() else _Atom((escaped,))
        elif piece[0] == "(":
            at = _after(side, start)
            atom = _of_group(side[start + 1 : at - 1], at == len(side))
        elif piece[0] == "[":
            at = _class_end(side, start)
            atom = _of_class(side[start + 1 : at - 1])
        elif piece[0] in "^$":
            atom = None
        times = _TIMES.match(side, at)
        at = times.end() if times else at
        if atom is not None:
            yield atom, times[0] if times else ""


# The same words for bodies and for fields stand in many patterns.
@lru_cache(500)
def _of_group(inner: str, is_last: bool) -> _Atom | None:
    """What a group may be; None of one that looks back, or ahead to anything but what comes last."""
    begin = _BEGIN.match(inner)
    if begin is None:
        return _ANYTHING
    if begin["looks"] and not (begin["looks"] == "=" and is_last):
        return None
    sides = [_atoms(side) for side in _sides(inner[begin.end() :])]
    exact: list[str] = []
    for side in sides:
        choices = [atom.exact for atom in side if atom.exact is not None]
        if len(choices) == len(side):
            exact += map("".join, itertools.islice(itertools.product(*choices), _MOST + 1))
        if len(choices) < len(side) or len(exact) > _MOST:
            return _Atom(None, _together([_best(each) for each in sides]))
    return _Atom(tuple(dict.fromkeys(exact)))


def _of_class(inner: str) -> _Atom:
    """One of a few letters, or anything."""
    if not inner.isalpha() or len(inner) > _FEW:
        return _ANYTHING
    return _Atom(tuple(inner))


def _sides(pattern: str) -> list[str]:
    """What stands on the sides of each `|` outside of all groups."""
    sides, start, at = list[str](), 0, 0
    while edge := _EDGE.search(pattern, at):
        at = edge.end()
        if edge[0] == "|":
            sides.append(pattern[start : edge.start()])
            start = at
        elif edge[0] == "(":
            at = _after(pattern, edge.start())
    return [*sides, pattern[start:]]


def _after(pattern: str, start: int) -> int:
    """The place after the group that opens at `start`."""
    depth = 0
    for bracket in _BRACKET.finditer(pattern, start):
        depth += {"(": 1, ")": -1}.get(bracket[0], 0)
        if not depth:
            return bracket.end()
    raise ValueError(pattern)


def _class_end(pattern: str, start: int) -> int:
    found = _CLASS.match(pattern, start)
    assert found is not None
    return found.end()
