"""Read one rPr or pPr into a layer of plain properties, ready to lie over another layer."""

from typing import Final

from kh_docs.word.xml import Element, W, is_on

Layer = dict[str, str | bool]

_TOGGLES: Final = {W + name: name for name in ("b", "i", "caps", "smallCaps", "vanish")}
_RUN_VALUES: Final = {W + name: name for name in ("sz", "u", "vertAlign", "spacing", "w", "position")}
_PARA_VALUES: Final = {W + "jc": "jc", W + "outlineLvl": "outline"}
_PARA_SWITCHES: Final = {
    W + name: name for name in ("contextualSpacing", "keepNext", "keepLines", "pageBreakBefore", "bidi")
}
_SPACING: Final = (
    "before",
    "after",
    "line",
    "lineRule",
    "beforeAutospacing",
    "afterAutospacing",
    "beforeLines",
    "afterLines",
)
_INDENT: Final = {
    "left": "left",
    "start": "left",
    "right": "right",
    "end": "right",
    "firstLine": "firstLine",
    "hanging": "hanging",
    "leftChars": "leftChars",
    "startChars": "leftChars",
    "firstLineChars": "firstLineChars",
    "hangingChars": "hangingChars",
    "rightChars": "rightChars",
}


def run_layer(rpr: Element | None, themes: dict[str, str]) -> Layer:
    """The character properties stated in one rPr; theme fonts and colours become plain ones."""
    layer: Layer = {}
    for child in rpr if rpr is not None else ():
        tag = child.tag
        if tag in _TOGGLES:
            layer[_TOGGLES[tag]] = is_on(child)
        elif tag in _RUN_VALUES:
            layer[_RUN_VALUES[tag]] = child.get(W + "val") or ""
        elif tag == W + "rFonts":
            for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
                theme = themes.get(child.get(f"{W}{slot}Theme") or child.get(f"{W}{slot.lower()}theme") or "")
                font = theme or child.get(W + slot)
                if font:
                    layer[slot] = font
        elif tag == W + "color":
            layer["color"] = _colour(child, themes)
        elif tag == W + "rStyle":
            layer["rStyle"] = child.get(W + "val") or ""
    return layer


def _colour(element: Element, themes: dict[str, str]) -> str:
    """The colour itself; Word writes the resolved value beside a theme colour, other programs may not."""
    value = element.get(W + "val") or "auto"
    theme = element.get(W + "themeColor")
    return value if value != "auto" or theme is None else themes.get(theme, "auto")


def para_layer(ppr: Element | None) -> Layer:
    """The paragraph properties stated in one pPr."""
    layer: Layer = {}
    for child in ppr if ppr is not None else ():
        tag = child.tag
        if tag in _PARA_VALUES:
            layer[_PARA_VALUES[tag]] = child.get(W + "val") or ""
        elif tag in _PARA_SWITCHES:
            layer[_PARA_SWITCHES[tag]] = is_on(child)
        elif tag == W + "spacing":
            layer.update({name: child.get(W + name, "") for name in _SPACING if child.get(W + name)})
        elif tag == W + "ind":
            _add_indent(layer, child)
        elif tag == W + "numPr":
            for part in child:
                if part.tag in (W + "numId", W + "ilvl"):
                    layer[part.tag[len(W) :]] = part.get(W + "val") or ""
        elif tag == W + "tabs":
            layer["tabs"] = any((stop.get(W + "val") or "") != "clear" for stop in child)
        elif tag == W + "pBdr":
            for edge in child:
                layer["border_" + edge.tag[len(W) :]] = edge.get(W + "val") or "none"
    return layer


def _add_indent(layer: Layer, ind: Element) -> None:
    for name, key in _INDENT.items():
        value = ind.get(W + name)
        if value is not None:
            layer[key] = value
    # firstLine and hanging are two ends of one property: the later layer's word stands alone.
    if "hanging" in layer and "firstLine" not in layer:
        layer["firstLine"] = "0"
    elif "firstLine" in layer and "hanging" not in layer:
        layer["hanging"] = "0"
