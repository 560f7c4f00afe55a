"""word/settings.xml: how Word treats the file."""

from __future__ import annotations

from lxml import etree

from kh_docs.layout.xml import w

# 15 is the mode of Word 2013 and later; Word 2010 opens it without asking.
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def settings() -> etree._Element:
    """No macros, no linked template, no fields updated on opening (Word would ask)."""
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            *(
                w("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)
                for name, value in _COMPATIBILITY.items()
            ),
        ),
        w("themeFontLang", val="vi-VN"),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )
