"""A spelling that is wrong, the right one, and the rule that says so."""

import re
from typing import NamedTuple

from kh_docs.check.signs import sign_of


class Spelling(NamedTuple):
    """A wrong spelling; `right` may use the groups of `wrong`."""

    rule: str
    wrong: re.Pattern[str]
    right: str
    # What stands in a text wherever it is wrong so.
    sign: str


def spelt(rule: str, wrong: str, right: str) -> Spelling:
    """The same with the pattern compiled."""
    return Spelling(rule, re.compile(wrong), right, sign_of(wrong))
