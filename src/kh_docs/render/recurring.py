"""What was made of values that come again, known by their identity: documents share most of their rows.

Of a value that came once only itself is kept, and not for long: nearly all of those are of a single unit.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Recurring(dict[Hashable, tuple[Any, T]]):
    """By a key with the identity of a value: the value, which is kept so that it stays that one, and what it
    became."""

    def __init__(self, most: int, most_new: int) -> None:
        super().__init__()
        self.most, self.most_new = most, most_new
        self.new: dict[Hashable, Any] = {}

    def came_again(self, key: Hashable, value: Any) -> bool:
        """Whether this value was met before, not long ago; from now on it was."""
        if self.new.pop(key, None) is value:
            return True
        if len(self.new) >= self.most_new:
            del self.new[next(iter(self.new))]
        self.new[key] = value
        return False

    def remember(self, key: Hashable, value: Any, made: T) -> tuple[Any, T]:
        """Keep what was `made` of it; the oldest gives way."""
        if len(self) >= self.most:
            del self[next(iter(self))]
        kept = self[key] = (value, made)
        return kept
