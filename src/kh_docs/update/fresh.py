"""Blocks of ours made ready for her document: her style names, her page settings, free numbers."""

from collections.abc import Mapping
from copy import deepcopy

from kh_docs.update.ink import Ink
from kh_docs.word.xml import Element, W, first, val

_STYLED = tuple(W + name for name in ("pStyle", "rStyle", "tblStyle"))
_EDGES = (W + "headerReference", W + "footerReference")


class Fitting:
    """Knows what two documents of one origin call the same things."""

    def __init__(
        self,
        our_styles: Element | None,
        her_styles: Element | None,
        her_body: Element,
        her_marks: set[str],
        ink: Ink,
    ) -> None:
        self._styles = _renamed(our_styles, her_styles)
        self._sections = {
            _shape(section): section
            for section in her_body.iter(W + "sectPr")
            if section.getparent() is not None
        }
        self._marks = her_marks
        self._ink = ink

    def fitted(self, element: Element) -> Element:
        """A copy of one of our blocks that can stand in her document."""
        fitted = deepcopy(element)
        fitted.tail = None
        for each in fitted.iter(*_STYLED):
            name = val(each) or ""
            each.set(W + "val", self._styles.get(name, name))
        for section in fitted.iter(W + "sectPr"):
            self._fit_section(section)
        self._fit_bookmarks(fitted)
        return fitted

    def _fit_section(self, section: Element) -> None:
        """Her headers for ours, whose parts have other ids in her file; without any, those before go on."""
        twin = self._sections.get(_shape(section))
        for edge in [each for each in section if each.tag in _EDGES]:
            section.remove(edge)
        for edge in reversed([each for each in twin if each.tag in _EDGES] if twin is not None else []):
            section.insert(0, deepcopy(edge))

    def _fit_bookmarks(self, element: Element) -> None:
        for start in list(element.iter(W + "bookmarkStart")):
            number, name = val(start, "id"), val(start, "name") or ""
            ends = [each for each in element.iter(W + "bookmarkEnd") if val(each, "id") == number]
            if name in self._marks:
                for edge in (start, *ends):
                    parent = edge.getparent()
                    assert parent is not None
                    parent.remove(edge)
                continue
            self._marks.add(name)
            fresh = self._ink.next_id()
            for edge in (start, *ends):
                edge.set(W + "id", fresh)


def _renamed(ours: Element | None, hers: Element | None) -> Mapping[str, str]:
    """Her id of each style by ours; the names that people see are what both have in common."""
    her_ids = {name: style for style, name in _named(hers)}
    return {style: her_ids[name] for style, name in _named(ours) if name in her_ids}


def _named(styles: Element | None) -> list[tuple[str, str]]:
    listed = styles.iterfind(W + "style") if styles is not None else ()
    return [
        (style.get(W + "styleId", ""), (val(first(style, W + "name")) or "").casefold()) for style in listed
    ]


def _shape(section: Element) -> tuple[str | None, ...]:
    """What tells pages apart: how the paper lies, and where its numbers begin."""
    size, numbers = first(section, W + "pgSz"), first(section, W + "pgNumType")
    return val(size, "orient"), val(numbers, "start"), str(first(section, W + "titlePg") is not None)
