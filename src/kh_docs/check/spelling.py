"""A spelling that is wrong, the right one, and the rule that says so."""

from functools import cache
from typing import Final, NamedTuple

from kh_docs.check.findings import Severity
from kh_docs.check.words import LOWER
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


# In the midst of a sentence, of one body and not of bodies of a kind.
MIDST: Final = rf"(?<=[{LOWER},;(–-] )(?<!các )(?<!hững )(?<!một số )(?<!mỗi )"


def org(wrong: str, right: str) -> Spelling:
    """A name of a body."""
    return Spelling("ND30-CAP-ORG", wrong, right)


def field(kind: str) -> str:
    """What is right where the field behind the word for a type of body begins small."""
    return f"{kind} + chữ hoa đầu tên"
