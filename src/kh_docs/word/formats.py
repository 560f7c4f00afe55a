"""The effective format of a run and of a paragraph, all layers laid over each other."""

from typing import Final, NamedTuple

from kh_docs.word.layers import Layer
from kh_docs.word.xml import whole

_ALIGN: Final = {"start": "left", "end": "right", "distribute": "both", "thaiDistribute": "both", "": "left"}


class RunFormat(NamedTuple):
    """How characters look."""

    font_ascii: str
    font_other: str
    size_pt: float
    bold: bool
    italic: bool
    caps: bool
    colour: str
    underline: str
    hidden: bool
    raised: bool
    # Expanded (+) or condensed (-) by so many points a letter, and stretched by a factor.
    letter_spacing_pt: float
    stretch: float


class ParaFormat(NamedTuple):
    """How a paragraph is set; lengths in twips."""

    align: str
    first_line: int
    left: int
    right: int
    # `None` where the space depends on the line height or on the program (auto, lines).
    before: int | None
    after: int | None
    line: int
    line_rule: str
    contextual: bool
    keep_next: bool
    page_break_before: bool
    num_id: str
    level: int
    border_top: str
    border_bottom: str
    # Indents given in characters: real, but not measurable without the program's own grid.
    in_characters: bool
    # It has tab stops of its own, or a style of it has.
    tabs: bool


def run_format(layer: Layer) -> RunFormat:
    """The format that the merged layers amount to."""
    size = whole(str(layer.get("sz", "20")))
    ascii_font = str(layer.get("ascii") or "Times New Roman")
    return RunFormat(
        font_ascii=ascii_font,
        font_other=str(layer.get("hAnsi") or ascii_font),
        size_pt=(20 if size is None else size) / 2,
        bold=bool(layer.get("b")),
        italic=bool(layer.get("i")),
        caps=bool(layer.get("caps") or layer.get("smallCaps")),
        colour=str(layer.get("color") or "auto"),
        underline=str(layer.get("u") or "none"),
        hidden=bool(layer.get("vanish")),
        raised=layer.get("vertAlign") in ("superscript", "subscript"),
        letter_spacing_pt=(whole(str(layer.get("spacing", "0"))) or 0) / 20,
        stretch=(whole(str(layer.get("w", "100")).rstrip("%")) or 100) / 100,
    )


def para_format(layer: Layer) -> ParaFormat:
    """The format that the merged layers amount to."""
    align = str(layer.get("jc", "left"))
    return ParaFormat(
        align=_ALIGN.get(align, align),
        first_line=_twips(layer, "firstLine") - _twips(layer, "hanging"),
        left=_twips(layer, "left"),
        right=_twips(layer, "right"),
        before=_space(layer, "before"),
        after=_space(layer, "after"),
        line=_twips(layer, "line") or 240,
        line_rule=str(layer.get("lineRule") or "auto"),
        contextual=bool(layer.get("contextualSpacing")),
        keep_next=bool(layer.get("keepNext")),
        page_break_before=bool(layer.get("pageBreakBefore")),
        num_id=str(layer.get("numId", "0")),
        level=_twips(layer, "ilvl"),
        border_top=str(layer.get("border_top", "none")),
        border_bottom=str(layer.get("border_bottom", "none")),
        in_characters=any(
            _twips(layer, key) for key in ("firstLineChars", "hangingChars", "leftChars", "rightChars")
        ),
        tabs=bool(layer.get("tabs")),
    )


def _twips(layer: Layer, key: str) -> int:
    value = layer.get(key, "0")
    text = str(value)
    # Strict files may write a unit.
    if text.endswith("pt"):
        return round(float(text[:-2]) * 20) if text[:-2].replace(".", "").lstrip("-").isdecimal() else 0
    return whole(text) or 0


def _space(layer: Layer, side: str) -> int | None:
    if layer.get(side + "Autospacing") in ("1", "true", "on"):
        return None
    if hundredths := _twips(layer, side + "Lines"):
        # A line is 12 pt, on a grid up to 18 pt: in between it cannot be told.
        return None if 33 <= hundredths < 50 else round(hundredths * 2.4)
    return _twips(layer, side)
