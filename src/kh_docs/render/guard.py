"""See to it that between template, values and Word file no word is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from lxml import etree

from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.xml import W

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
TEXT_ELEMENT = re.compile(r"<w:t(?: [^>]*)?>(.*?)</w:t>", re.DOTALL)
LEFT_OVER = ("{{", "}}", "{%", "%}")
TEXT, BREAK, TAB, VALUE = f"{W}t", f"{W}br", f"{W}tab", f"{W}val"
# What must be there once only, or in an order that tags may break: such a part is looked at again.
REPEATED_BADLY = re.compile(
    r"<wp:docPr|<w:bookmarkStart|w14:paraId|<v:\w|\{%-?\s*cellbg|<w:shd |<w:footnoteReference|<w:id "
)
# Elements whose value a program or a person reads although it is an attribute.
NAMED = {f"{W}tag", f"{W}alias"}
# The colour that `{% cellbg %}` gives a cell.
SHADING, FILL = f"{W}shd", f"{W}fill"
SHOWN = (TEXT, BREAK, TAB, SHADING, *NAMED)


class Loss(Exception):
    """Wording or a value would be missing from the result."""


class Discarded:
    """What a parse is built into when only its errors matter."""

    def close(self) -> None: ...


def strict_parser(target: Discarded | None = None) -> etree.XMLParser:
    """A parser that repairs nothing, expands nothing and fetches nothing."""
    return etree.XMLParser(
        recover=False,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        target=target,  # type: ignore[arg-type]  # the stubs want more methods than lxml does
    )


def check_well_formed(content: bytes) -> None:
    """Parse `content` strictly, without keeping what was parsed."""
    try:
        etree.fromstring(content, _discarding())
    except Exception:
        # What is refused is looked at once more by a parser that nothing came before.
        _discarding.cache_clear()
        etree.fromstring(content, _discarding())


@cache
def _discarding() -> etree.XMLParser:
    # Such a parser and its target hold each other, and 100 KB each: one for all that is ever parsed so.
    return strict_parser(Discarded())


def check_nothing_lost(root: etree._Element, printed: Sequence[str]) -> None:
    """Every value that the template printed stands in `root`, as often as it was printed."""
    stream = "".join(_readable(root))
    position = 0
    missed: list[str] = []
    for value in printed:
        found = stream.find(value, position)
        if found < 0:
            missed.append(value)
        else:
            position = found + len(value)
    counted = Counter(printed)
    for value in set(missed):
        # A macro may print a value before its place; then the count has to do.
        if stream.count(value) < counted[value]:
            raise Loss(_("giá trị “{}” bị mất").format(value[:80]))
    for mark in LEFT_OVER:
        if stream.count(mark) > sum(value.count(mark) for value in printed):
            raise Loss(_("còn sót thẻ mẫu {} trong văn bản").format(mark))


def _readable(root: etree._Element) -> Iterator[str]:
    """Text and control names of `root` in order; a part that is not Word's own is read element by element."""
    if not root.tag.startswith(W):
        yield from (str(text) for text in root.itertext())
        return
    for element in root.iter(*SHOWN):
        if element.tag == TEXT:
            yield element.text or ""
        elif element.tag in NAMED:
            yield element.get(VALUE, "")
        elif element.tag == SHADING:
            yield element.get(FILL, "")
        else:
            yield "\n" if element.tag == BREAK else "\t"
