"""A spelling that is wrong, the right one, and the rule that says so."""

import re
from functools import cache
from typing import NamedTuple

from kh_docs.check.signs import signs_of


class Spelling(NamedTuple):
    """A wrong spelling; `right` may use the groups of `wrong`."""

    rule: str
    pattern: str
    right: str
    # One of these stands in a text wherever it is wrong so.
    signs: tuple[str, ...]

    @property
    def wrong(self) -> re.Pattern[str]:
        """Compiled for the first text that may hold it: all of them take as long as a document."""
        return _compiled(self.pattern)


def spelt(rule: str, wrong: str, right: str) -> Spelling:
    """The same, with what may stand wherever it is wrong so."""
    return Spelling(rule, wrong, right, signs_of(wrong))


_compiled = cache(re.compile)
