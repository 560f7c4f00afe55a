"""Content controls: where each stands, what it is called, what it says and what was typed beside it."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from kh_docs.word.plain import Crossed, plain_text, shows_prompt
from kh_docs.word.shapes import chosen
from kh_docs.word.xml import MC, Element, W, first, is_element, val

Level = Literal["block", "row", "cell", "run"]

_LEVELS: Final[dict[str, Level]] = {W + "tr": "row", W + "tc": "cell", W + "p": "block", W + "tbl": "block"}
_GONE: Final = frozenset({W + "del", W + "moveFrom"})


class Control(NamedTuple):
    """One content control; its text is read with tracked changes accepted, breaks as line feeds."""

    element: Element
    level: Level
    tag: str
    alias: str
    placeholder: bool
    # The controls round it, outermost first.
    outer: tuple[Element, ...]

    @property
    def content(self) -> Element | None:
        """What may be changed inside."""
        return first(self.element, W + "sdtContent")

    @property
    def text(self) -> str:
        """What it says, its prompt included."""
        return "" if self.content is None else plain_text(self.content)

    @property
    def value(self) -> str:
        """What somebody filled in: nothing where the control shows its prompt, or one inside it does."""
        if self.placeholder or self.content is None:
            return ""
        crossed: Crossed = "dropped" if self.level == "block" else "marked"
        return plain_text(self.content, prompts=False, crossed=crossed)

    @property
    def home(self) -> Element | None:
        """The table cell round it, outside of tables its paragraph; `None` where there is neither."""
        kinds = (W + "tc", W + "p") if self.level == "run" else (W + "tc",)
        return _nearest(self.element, kinds) if self.level in ("run", "block") else None

    @property
    def beside(self) -> tuple[str, str]:
        """What stands before and behind it at home: all that is there but prompts and itself."""
        home = self.home
        if home is None or self.content is None:
            return "", ""
        return _around(home, self.element)


def controls_of(root: Element) -> Iterator[Control]:
    """Every content control in force, in reading order, those round others first."""
    yield from _controls(root, ())


def _controls(parent: Element, outer: tuple[Element, ...]) -> Iterator[Control]:
    for child in parent:
        if child.tag == W + "sdt":
            yield _control(child, outer)
            content = first(child, W + "sdtContent")
            if content is not None:
                yield from _controls(content, (*outer, child))
        elif child.tag == MC + "AlternateContent":
            branch = chosen(child)
            if branch is not None:
                yield from _controls(branch, outer)
        elif is_element(child) and child.tag not in _GONE and not _is_deleted_row(child):
            yield from _controls(child, outer)


def _control(element: Element, outer: tuple[Element, ...]) -> Control:
    properties = first(element, W + "sdtPr")
    stated = properties if properties is not None else element
    return Control(
        element,
        _level(element),
        val(first(stated, W + "tag")) or "",
        val(first(stated, W + "alias")) or "",
        shows_prompt(element),
        outer,
    )


def _level(element: Element) -> Level:
    content = first(element, W + "sdtContent")
    for child in content if content is not None else ():
        if child.tag == W + "sdt":
            return _level(child)
        if child.tag in _LEVELS:
            return _LEVELS[child.tag]
    return "run" if _nearest(element, (W + "p", W + "tc", W + "body"), W + "p") is not None else "block"


def _nearest(element: Element, kinds: tuple[str, ...], wanted: str = "") -> Element | None:
    """The closest ancestor of these kinds; only when it is the one wanted, if any is."""
    found = next(element.iterancestors(*kinds), None)
    return None if found is None or (wanted and found.tag != wanted) else found


def _is_deleted_row(element: Element) -> bool:
    properties = first(element, W + "trPr") if element.tag == W + "tr" else None
    return properties is not None and first(properties, W + "del") is not None


def _around(home: Element, control: Element) -> tuple[str, str]:
    """The text of a home is read twice, once with a mark in place of the control, to be cut there."""
    mark = "\ue000"
    probe = control.makeelement(W + "r")
    probe.append(control.makeelement(W + "t"))
    probe[0].text = mark
    up = control.getparent()
    assert up is not None
    up.replace(control, probe)
    try:
        before, _mark, behind = plain_text(home, prompts=False, crossed="marked").partition(mark)
    finally:
        up.replace(probe, control)
    return before.strip("\n"), behind.strip("\n")
