"""What must stand in a text before it is worth asking a regular expression."""

_CLOSED_BY = {"(": ")", "[": "]"}
# Two letters stand in nearly every text.
_TELLING = 3
_OPTIONAL = ("?", "*", "{")


def signs_of(pattern: str) -> tuple[str, ...]:
    """Letters of which some stand in whatever `pattern` finds; the empty ones where there are none for sure.

    To look for them takes a twentieth of the time. Patterns with flags of their own are not understood.
    """
    runs, groups = _runs_and_groups(pattern)
    sign = max(runs, key=len)
    if len(sign) >= _TELLING:
        return (sign,)
    choices = [tuple(dict.fromkeys(sum(map(signs_of, group), ()))) for group in groups]
    return max([(sign,), *choices], key=lambda signs: min(map(len, signs)))


def _runs_and_groups(pattern: str) -> tuple[list[str], list[list[str]]]:
    """The letters that must stand one after another, and the groups of which one side must."""
    runs, groups, at = [""], list[list[str]](), 0
    while at < len(pattern):
        letter, at = pattern[at], at + 1
        if letter == "|":  # outside of all groups: either side may be what is found
            return [""], []
        if letter == "\\":
            at += 1
        elif letter in _CLOSED_BY:
            start, at = at, _after(pattern, at - 1)
            if letter == "(" and pattern[at : at + 1] not in _OPTIONAL:
                groups += _sides(pattern[start : at - 1])
        elif letter not in ".^$":
            if pattern[at : at + 1] not in _OPTIONAL:
                runs[-1] += letter
            if pattern[at : at + 1] not in (*_OPTIONAL, "+"):
                continue
        runs.append("")
        at = _after_times(pattern, at)
    return runs, groups


def _sides(group: str) -> list[list[str]]:
    """What stands on the sides of each `|` of a group; nothing of one that only looks ahead or back."""
    inner = group.removeprefix("?:")
    if inner.startswith("?"):
        return []
    sides, start, at = list[str](), 0, 0
    while at < len(inner):
        letter = inner[at]
        if letter == "|":
            sides.append(inner[start:at])
            start = at + 1
        at = _after(inner, at) if letter in _CLOSED_BY else at + (2 if letter == "\\" else 1)
    return [[*sides, inner[start:]]]


def _after(pattern: str, start: int) -> int:
    """The place after the group or class that opens at `start`."""
    open_, at = pattern[start], start + 1
    if open_ == "[" and pattern[at : at + 1] == "^":
        at += 1
    first = at
    while pattern[at] != _CLOSED_BY[open_] or (open_ == "[" and at == first):
        if pattern[at] == "\\":
            at += 2
        elif open_ == "(" and pattern[at] in _CLOSED_BY:
            at = _after(pattern, at)
        else:
            at += 1
    return at + 1


def _after_times(pattern: str, at: int) -> int:
    """The place after how often something may stand, if that is said at `at`."""
    if pattern[at : at + 1] == "{":
        at = pattern.index("}", at) + 1
    elif pattern[at : at + 1] and pattern[at] in "?*+":
        at += 1
    return at + (pattern[at : at + 1] in ("?", "+"))
