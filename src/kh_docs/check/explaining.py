"""What a rule says: in Vietnamese from the file beside this one, in English from the rule itself."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from kh_docs.check.registry import Rule
from kh_docs.i18n import language
from kh_docs.patterns import re

_FILE: Final = Path(__file__).with_name("explained.toml")
_DOCSTRING: Final = re.compile(r"(?P<text>.*?)\s*Bad:\s*(?P<bad>.*?)\s*Good:\s*(?P<good>.*)", re.DOTALL)


class Explanation(NamedTuple):
    """A rule in a sentence, and an example of each kind."""

    text: str
    bad: str
    good: str


def explanation(rule: Rule) -> Explanation:
    """The explanation of a rule."""
    if language() == "vi":
        return Explanation(**_vietnamese()[rule.id])
    match = _DOCSTRING.fullmatch(rule.help)
    assert match is not None, rule.id
    return Explanation(*(" ".join(match[name].split()) for name in ("text", "bad", "good")))


@cache
def _vietnamese() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
