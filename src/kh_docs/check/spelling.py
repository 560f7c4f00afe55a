"""A spelling that is wrong, the right one, and the rule that says so."""

import re
from functools import cache
from typing import NamedTuple

from kh_docs.check.signs import sign_of


class Spelling(NamedTuple):
    """A wrong spelling; `right` may use the groups of `wrong`."""

    rule: str
    pattern: str
    right: str
    # What stands in a text wherever it is wrong so.
    sign: str

    @property
    def wrong(self) -> re.Pattern[str]:
        """Compiled for the first text that may hold it: all of them take as long as a document."""
        return _compiled(self.pattern)


def spelt(rule: str, wrong: str, right: str) -> Spelling:
    """The same, with what must stand wherever it is wrong so."""
    return Spelling(rule, wrong, right, sign_of(wrong))


_compiled = cache(re.compile)
