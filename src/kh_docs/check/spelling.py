"""A spelling that is wrong, the right one, and the rule that says so."""

from functools import cache
from typing import NamedTuple

from kh_docs.check.findings import Severity
from kh_docs.patterns import re


class Spelling(NamedTuple):
    """A wrong spelling; `right` may use the groups of `wrong`."""

    rule: str
    pattern: str
    right: str
    # Where it is not that of the rule.
    severity: Severity | None = None

    @property
    def wrong(self) -> re.Pattern[str]:
        """Compiled for the first text that may hold it: all of them take as long as a document."""
        return _compiled(self.pattern)


_compiled = cache(re.compile)
