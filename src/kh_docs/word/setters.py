"""Set one property on a run, paragraph or section, each child where the schema wants it."""

from typing import Final

from lxml import etree

from kh_docs.word.xml import Element, W


def _names(text: str) -> list[str]:
    return text.split()


RUN_ORDER: Final = _names(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange "
)
PARA_ORDER: Final = _names(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange "
)
SECTION_ORDER: Final = _names(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings sectPrChange "
)
_THEME_FONTS: Final = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def child_of(parent: Element, name: str, order: list[str]) -> Element:
    """The child w:`name`, made in its place in the schema when it is not there."""
    found = parent.find(W + name)
    if found is not None:
        return found
    made = etree.Element(W + name)
    later = {W + other for other in order[order.index(name) + 1 :]}
    for index, child in enumerate(parent):
        if child.tag in later:
            parent.insert(index, made)
            return made
    parent.append(made)
    return made


def run_properties(run: Element) -> Element:
    """The w:rPr of a run, made as its first child when it is not there."""
    found = run.find(W + "rPr")
    if found is None:
        found = etree.Element(W + "rPr")
        run.insert(0, found)
    return found


def para_properties(paragraph: Element) -> Element:
    """The w:pPr of a paragraph, made as its first child when it is not there."""
    found = paragraph.find(W + "pPr")
    if found is None:
        found = etree.Element(W + "pPr")
        paragraph.insert(0, found)
    return found


def set_size(run: Element, size_pt: float) -> None:
    """Set the font size."""
    properties = run_properties(run)
    for name in ("sz", "szCs"):
        child_of(properties, name, RUN_ORDER).set(W + "val", str(round(size_pt * 2)))


def set_toggle(run: Element, name: str, on: bool) -> None:
    """Set bold (b) or italic (i), also for complex scripts."""
    properties = run_properties(run)
    for each in (name, name + "Cs"):
        toggle = child_of(properties, each, RUN_ORDER)
        toggle.attrib.pop(W + "val", "")
        if not on:
            toggle.set(W + "val", "0")


def set_font(run: Element, name: str) -> None:
    """Set the font of all scripts but East Asian ones."""
    fonts = child_of(run_properties(run), "rFonts", RUN_ORDER)
    for theme in _THEME_FONTS:
        fonts.attrib.pop(W + theme, "")
    for slot in ("ascii", "hAnsi", "cs"):
        fonts.set(W + slot, name)


def set_automatic_colour(run: Element) -> None:
    """Set the text colour to automatic, which prints black."""
    colour = child_of(run_properties(run), "color", RUN_ORDER)
    colour.attrib.clear()
    colour.set(W + "val", "auto")


def clear_underline(run: Element) -> None:
    """Take the underline off."""
    child_of(run_properties(run), "u", RUN_ORDER).set(W + "val", "none")


def set_align(paragraph: Element, value: str) -> None:
    """Set the alignment: center, both, left."""
    child_of(para_properties(paragraph), "jc", PARA_ORDER).set(W + "val", value)


def set_indent(paragraph: Element, first_line: int, left: int = 0) -> None:
    """Set the first-line and left indents, in twips; the right one stays."""
    indent = child_of(para_properties(paragraph), "ind", PARA_ORDER)
    for name in ("hanging", "start", "leftChars", "startChars", "firstLineChars", "hangingChars"):
        indent.attrib.pop(W + name, "")
    indent.set(W + "left", str(left))
    indent.set(W + "firstLine", str(first_line))


def set_spacing(paragraph: Element, **values: str) -> None:
    """Set attributes of w:spacing, in twips; what a program computes itself is switched off beside them."""
    spacing = child_of(para_properties(paragraph), "spacing", PARA_ORDER)
    for name, value in values.items():
        spacing.set(W + name, value)
        for automatic in (name + "Autospacing", name + "Lines"):
            spacing.attrib.pop(W + automatic, "")


def switch_off(paragraph: Element, name: str) -> None:
    """Switch a paragraph property off."""
    child_of(para_properties(paragraph), name, PARA_ORDER).set(W + "val", "0")


def section_child(section: Element, name: str) -> Element:
    """The child w:`name` of a w:sectPr, made when it is not there."""
    return child_of(section, name, SECTION_ORDER)
