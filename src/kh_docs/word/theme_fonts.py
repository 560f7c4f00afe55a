"""The fonts that a theme names, by how styles refer to them."""

from __future__ import annotations

from typing import Final

from kh_docs.word.xml import A, Element

_THEME_FONTS: Final = (("majorFont", "major"), ("minorFont", "minor"))


def read_theme(root: Element | None, language: str = "") -> dict[str, str]:
    """Theme slot (minorHAnsi, text1 ...) -> font or colour, in a document of this theme language."""
    themes: dict[str, str] = {}
    if root is None:
        return themes
    for tag, prefix in _THEME_FONTS:
        for font in root.iter(A + tag):
            latin = font.find(A + "latin")
            name = latin.get("typeface") if latin is not None else None
            if language.lower().startswith("vi"):
                # Word then takes the theme's own font for Vietnamese: "Times New Roman (Headings)".
                name = next((each.get("typeface") for each in font if each.get("script") == "Viet"), name)
            if name:
                themes[prefix + "Ascii"] = themes[prefix + "HAnsi"] = name
    for scheme in root.iter(A + "clrScheme"):
        for slot in scheme:
            if not len(slot):
                continue
            colour = slot[0].get("lastClr") or slot[0].get("val") or "auto"
            name = str(slot.tag)[len(A) :]
            for alias in {
                "dk1": ("text1", "dark1"),
                "lt1": ("background1", "light1"),
                "dk2": ("text2", "dark2"),
                "lt2": ("background2", "light2"),
                "hlink": ("hyperlink",),
            }.get(name, (name,)):
                themes[alias] = colour
    return themes
