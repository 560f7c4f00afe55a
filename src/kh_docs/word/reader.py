"""Take a package, give a `Document`: tracked changes accepted, formats resolved."""

from functools import lru_cache
from typing import Final

from lxml.etree import Element as make

from kh_docs.word.blocks import BlockReader
from kh_docs.word.document import Container, Document, Paragraph, Section, walk
from kh_docs.word.numbering import Numbering
from kh_docs.word.package import Package
from kh_docs.word.refused import Refused
from kh_docs.word.sections import sections_and_changes, text_width_of
from kh_docs.word.styles import Styles
from kh_docs.word.theme_fonts import read_theme
from kh_docs.word.xml import Element, R, W, first, is_on, val, whole

_EDGES: Final = ("top", "bottom", "left", "right", "gutter", "header", "footer")


@lru_cache(8)
def _styles(root: Element | None, theme: Element | None, language: str) -> Styles:
    """The styles with all formats they were asked for, as long as the same parts come along."""
    return Styles(root, read_theme(theme, language))


def read_document(package: Package) -> Document:
    """The document inside the package."""
    main = package.root(package.main)
    body = main.find(W + "body") if main is not None else None
    if body is None:
        raise Refused("no main part")
    settings = package.linked("settings")
    theme_language = val(settings.find(W + "themeFontLang")) if settings is not None else None
    styles = _styles(package.linked("styles"), package.linked("theme"), theme_language or "")
    reader = BlockReader(styles, Numbering(package.linked("numbering")))
    section_elements, tracked = sections_and_changes(body)
    # A body without w:sectPr is legal; its page is then nobody's and every figure is missing.
    section_elements = section_elements or [make(W + "sectPr")]
    widths = [text_width_of(element) for element in section_elements]
    columns = (val(first(each, W + "cols"), "num") for each in section_elements)
    in_columns = frozenset(at for at, count in enumerate(columns) if (whole(count) or 1) > 1)
    blocks = reader.read_body(body, widths, in_columns)
    sections = _read_sections(package, reader, section_elements, widths)
    for block in blocks:
        if not isinstance(block, Paragraph):
            sections[min(block.section, len(sections) - 1)].has_table = True
    even_odd = settings.find(W + "evenAndOddHeaders") if settings is not None else None
    even_and_odd = even_odd is not None and is_on(even_odd)
    for section in sections:
        section.even_and_odd = even_and_odd
    return Document(
        blocks=blocks,
        sections=sections,
        notes=[p for kind in ("footnotes", "endnotes") for p in _notes(package, reader, kind)],
        even_and_odd=even_and_odd,
        tracked=tracked,
    )


def _read_sections(
    package: Package, reader: BlockReader, elements: list[Element], widths: list[float]
) -> list[Section]:
    sections: list[Section] = []
    for index, element in enumerate(elements):
        size, margins = element.find(W + "pgSz"), element.find(W + "pgMar")
        numbers, starts = element.find(W + "pgNumType"), element.find(W + "type")
        title_page = element.find(W + "titlePg")
        before = sections[-1] if sections else None
        sections.append(
            Section(
                element=element,
                index=index,
                width=whole(val(size, "w")),
                height=whole(val(size, "h")),
                landscape=val(size, "orient") == "landscape",
                margins={edge: whole(val(margins, edge)) for edge in _EDGES},
                title_page=title_page is not None and is_on(title_page),
                number_format=val(numbers, "fmt") or "decimal",
                number_start=whole(val(numbers, "start")),
                starts=val(starts) or "nextPage",
                headers=_stories(
                    package, reader, element, "header", before.headers if before else {}, widths[index]
                ),
                footers=_stories(
                    package, reader, element, "footer", before.footers if before else {}, widths[index]
                ),
            )
        )
    return sections


def _stories(
    package: Package,
    reader: BlockReader,
    section: Element,
    kind: str,
    inherited: dict[str, list[Paragraph]],
    width_mm: float,
) -> dict[str, list[Paragraph]]:
    """Headers or footers by type; a section without its own uses those of the section before."""
    stories = dict(inherited)
    for reference in section.iterfind(f"{W}{kind}Reference"):
        link = package.links.get(reference.get(R + "id", ""))
        root = package.root(link[1]) if link else None
        if root is not None:
            container = Container("header" if kind == "header" else "footer", 0.0, width_mm)
            stories[val(reference, "type") or "default"] = list(walk(reader.read(root, container)))
    return stories


def _notes(package: Package, reader: BlockReader, kind: str) -> list[Paragraph]:
    root = package.linked(kind)
    if root is None:
        return []
    return [
        paragraph
        for note in root
        if val(note, "type") in (None, "normal")
        for paragraph in walk(reader.read(note, Container("note")))
    ]
