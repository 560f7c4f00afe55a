"""The module `re` for rooms with many patterns, which stay compiled between runs.

To compile those of `check` takes 45 ms, a fifth of the time in which one document is made; to take them from
the cache takes two. How Python keeps a pattern is nowhere promised: where it is otherwise than known here, or
what was kept is not whole, the pattern is compiled as ever.
"""

from __future__ import annotations

import atexit
import marshal
import re as compiling
from array import array
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, AnyStr, NamedTuple

from kh_docs import cache

# Those of all rooms are some four hundred; beyond them stand those made of a document's own words, which no
# other run will ask for.
MOST_KEPT = 600

# What a pattern is known by, and what Python's engine is given of it.
Key = tuple[str | bytes, int]
Parts = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


class Kept(NamedTuple):
    """What stood in the cache, and what this run has compiled besides."""

    known: dict[Key, Parts]
    new: dict[Key, Parts]


_kept: list[Kept] = []


def compiled(pattern: AnyStr, flags: int = 0) -> compiling.Pattern[AnyStr]:
    """The pattern, as `re.compile` makes it."""
    if not _kept:
        _kept.append(Kept(cache.load_as("patterns", "", marshal.loads) or {}, {}))
        atexit.register(keep)
    kept, key = _kept[0], (pattern, int(flags))
    try:
        parts = kept.known.get(key) or kept.new.get(key)
        if parts is None and len(kept.known) + len(kept.new) >= MOST_KEPT:
            return compiling.compile(pattern, flags)
        if parts is None:
            parts = kept.new[key] = _parts(pattern, int(flags))
        return _whole(pattern, parts)
    except Exception:  # another Python may keep it otherwise
        return compiling.compile(pattern, flags)


def keep() -> None:
    """Keep for the next run what this one had to compile."""
    if _kept and _kept[0].new:
        known, new = _kept[0]
        cache.save("patterns", "", marshal.dumps({**known, **new}))
        known.update(new)
        new.clear()


def _parts(pattern: str | bytes, flags: int) -> Parts:
    """What the engine is given, as `re` makes it."""
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    parsed = parser.parse(pattern, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = array("I", compiler._code(parsed, flags)).tobytes()
    return flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(names)


def _whole(pattern: AnyStr, parts: Parts) -> compiling.Pattern[AnyStr]:
    """The pattern again; the engine looks through what it is given before it uses it."""
    flags, code, groups, numbers, names = parts
    words = array("I")
    words.frombytes(code)
    engine: Any = import_module("_sre")
    found: compiling.Pattern[AnyStr] = engine.compile(pattern, flags, words.tolist(), groups, numbers, names)
    return found


if TYPE_CHECKING:
    import re as re
else:
    re = ModuleType(compiling.__name__, compiling.__doc__)
    vars(re).update(vars(compiling), compile=compiled)
