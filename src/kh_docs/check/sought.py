"""Where in a text any of very many signs stands, looked for at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kh_docs.patterns import re

# Letter by letter what may follow; the empty one where a sign may end.
_Tree = dict[str, "_Tree"]


class Sought:
    """The signs of several things, each thing by its number."""

    def __init__(self, signs: Sequence[Sequence[str]]) -> None:
        tree: _Tree = {}
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, letters in enumerate(signs):
            for sign in letters:
                numbers[sign].append(number)
        for sign in numbers:
            at = tree
            for letter in sign:
                at = at.setdefault(letter, {})
            at[""] = {}
        # Signs may begin within one another: only the first letter is passed over.
        sides = [f"{re.escape(letter)}(?=({_following(rest)}))" for letter, rest in tree.items()]
        self._any = re.compile("|".join(sides)) if sides else None
        self._numbers = dict(_with_beginnings(numbers))

    def places(self, text: str) -> dict[int, list[int]]:
        """By their numbers the things of which signs stand in `text`, and where."""
        found: dict[int, list[int]] = {}
        for sign in self._any.finditer(text) if self._any else ():
            at = sign.start()
            for number in self._numbers[sign[0] + sign[sign.lastindex or 0]]:
                found.setdefault(number, []).append(at)
        return found


def _following(tree: _Tree) -> str:
    """The longest that may follow, as a pattern."""
    sides = [re.escape(letter) + _following(rest) for letter, rest in tree.items() if letter]
    if not sides:
        return ""
    joined = sides[0] if len(sides) == 1 and "" not in tree else f"(?:{'|'.join(sides)})"
    return joined + "?" if "" in tree else joined


def _with_beginnings(numbers: Mapping[str, list[int]]) -> Iterator[tuple[str, list[int]]]:
    """Each sign, and whose it is or begins with: where a long one stands, a short one may stand too."""
    for sign in numbers:
        beginnings = (sign[:end] for end in range(1, len(sign) + 1))
        yield sign, sorted({number for each in beginnings for number in numbers.get(each, ())})
