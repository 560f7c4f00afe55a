"""Accept or reject the changes of one author, as Word does: the second opinion on what we track."""

from __future__ import annotations

from kh_docs.word.xml import Element, W

KEEP, DROP = ("ins", "moveTo"), ("del", "moveFrom")


def accept(root: Element, author: str) -> None:
    """Accept all that `author` changed."""
    _decide(root, author, KEEP, DROP)


def reject(root: Element, author: str) -> None:
    """Reject all that `author` changed."""
    _decide(root, author, DROP, KEEP)


def _decide(root: Element, author: str, keep: tuple[str, ...], drop: tuple[str, ...]) -> None:
    for name in drop:
        for each in _of(root, name, author):
            _drop(each)
    for name in keep:
        for each in _of(root, name, author):
            _unwrap(each)


def _of(root: Element, name: str, author: str) -> list[Element]:
    return [each for each in root.iter(W + name) if each.get(W + "author") == author]


def _drop(each: Element) -> None:
    up = each.getparent()
    assert up is not None
    if up.tag == W + "trPr":
        _remove(up.getparent())
    elif up.tag == W + "rPr" and (look := up.getparent()) is not None and look.tag == W + "pPr":
        up.remove(each)
        paragraph = look.getparent()
        assert paragraph is not None
        _join_with_next(paragraph)
    else:
        up.remove(each)


def _join_with_next(paragraph: Element) -> None:
    """A paragraph without its mark: what is left of it begins the next one."""
    after = paragraph.getnext()
    rest = [child for child in paragraph if child.tag != W + "pPr"]
    if after is not None and after.tag == W + "p":
        place = 1 if len(after) and after[0].tag == W + "pPr" else 0
        after[place:place] = rest
        _remove(paragraph)
    elif not rest:
        _remove(paragraph)


def _unwrap(each: Element) -> None:
    up = each.getparent()
    assert up is not None
    for text in each.iter(W + "delText"):
        text.tag = W + "t"
    for code in each.iter(W + "delInstrText"):
        code.tag = W + "instrText"
    place = up.index(each)
    up[place : place + 1] = list(each)


def _remove(element: Element | None) -> None:
    up = element.getparent() if element is not None else None
    if up is not None and element is not None:
        up.remove(element)
