"""What each run and paragraph looks like once defaults, styles and direct format meet."""

from typing import Final

from kh_docs.word.formats import ParaFormat, RunFormat, para_format, run_format
from kh_docs.word.layers import Layer, para_layer, run_layer
from kh_docs.word.xml import Element, W, direct_key, val

_TOGGLES: Final = ("b", "i", "caps", "smallCaps", "vanish")
_MAX_CHAIN: Final = 30
# “No list”, as Word 97 and later write it.
_NO_LIST: Final = "12"
_INDENTS: Final = frozenset({"left", "firstLine", "hanging"})
# Without styles Word sets Times New Roman 10.
_WORD_DEFAULTS: Final[Layer] = {"sz": "20"}


class Styles:
    """Looks up and remembers effective formats."""

    def __init__(self, root: Element | None, themes: dict[str, str]) -> None:
        self._themes = themes
        self._elements: dict[str, Element] = {}
        self._defaults_of_type: dict[str, str] = {}
        self._doc_run: Layer = dict(_WORD_DEFAULTS)
        self._doc_para: Layer = {}
        self._chains: dict[str, tuple[Layer, Layer]] = {}
        self._run_cache: dict[object, RunFormat] = {}
        self._para_cache: dict[object, ParaFormat] = {}
        self._names: dict[str | None, str] = {}
        self._lists: dict[str | None, str] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        for rpr in root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr"):
            self._doc_run |= run_layer(rpr, self._themes)
        for ppr in root.iterfind(f"{W}docDefaults/{W}pPrDefault/{W}pPr"):
            self._doc_para |= para_layer(ppr)
        for style in root.iterfind(W + "style"):
            style_id = style.get(W + "styleId")
            if style_id is None:
                continue
            self._elements.setdefault(style_id, style)
            if style.get(W + "default") in ("1", "true", "on"):
                self._defaults_of_type[style.get(W + "type") or "paragraph"] = style_id

    def name(self, style_id: str | None) -> str:
        """The name people see; the default paragraph style when none is given."""
        if style_id not in self._names:
            style = self._elements.get(style_id or self._defaults_of_type.get("paragraph", ""))
            self._names[style_id] = (val(style.find(W + "name")) or "") if style is not None else ""
        return self._names[style_id]

    def numbering_of(self, style_id: str | None) -> str:
        """The numId that the paragraph style brings along."""
        if style_id not in self._lists:
            self._lists[style_id] = str(self._chain(self._paragraph_style(style_id))[1].get("numId", "0"))
        return self._lists[style_id]

    def run(self, para_style: str | None, table_style: str | None, rpr: Element | None) -> RunFormat:
        """The effective format of a run with this direct rPr."""
        direct = direct_key(rpr)
        key = (para_style, table_style, direct)
        known = self._run_cache.get(key)
        if known is None:
            known = self._run_cache[key] = run_format(self._merge_run(para_style, table_style, rpr))
        return known

    def paragraph(
        self, para_style: str | None, table_style: str | None, numbering: Layer | None, ppr: Element | None
    ) -> ParaFormat:
        """The effective format of a paragraph with this direct pPr."""
        key = (
            para_style,
            table_style,
            None if numbering is None else tuple(sorted(numbering.items())),
            direct_key(ppr),
        )
        known = self._para_cache.get(key)
        if known is None:
            style = self._chain(self._paragraph_style(para_style))[1]
            layers = [self._doc_para, self._chain(table_style)[1]]
            # A style that brings both a list and an indent means its own indent; a list put on by hand wins.
            by_hand = numbering is not None and "numId" not in style
            layers += [style, numbering or {}] if by_hand else [numbering or {}, style]
            merged: Layer = {}
            direct = para_layer(ppr)
            if direct.get("numId") == "0" and direct.get("ilvl") == _NO_LIST:
                # A list taken off by hand takes the indents of the style with it.
                layers = [{key: layer[key] for key in layer if key not in _INDENTS} for layer in layers]
            for layer in (*layers, direct):
                merged |= layer
            known = self._para_cache[key] = para_format(merged)
        return known

    def _merge_run(self, para_style: str | None, table_style: str | None, rpr: Element | None) -> Layer:
        direct = run_layer(rpr, self._themes)
        character = self._chain(str(direct["rStyle"]))[0] if "rStyle" in direct else {}
        paragraph = self._chain(self._paragraph_style(para_style))[0]
        table = self._chain(table_style)[0]
        merged: Layer = self._doc_run | table | paragraph | character
        # A toggle set by two kinds of style cancels out (ECMA-376, 17.7.3); direct format is absolute.
        for name in _TOGGLES:
            merged[name] = bool(self._doc_run.get(name)) or (
                sum(bool(layer.get(name)) for layer in (table, paragraph, character)) % 2 == 1
            )
        return merged | direct

    def _paragraph_style(self, style_id: str | None) -> str | None:
        return style_id if style_id in self._elements else self._defaults_of_type.get("paragraph")

    def _chain(self, style_id: str | None) -> tuple[Layer, Layer]:
        """Run and paragraph layers of a style, its ancestors below it."""
        if style_id is None or style_id not in self._elements:
            return {}, {}
        if style_id not in self._chains:
            run: Layer = {}
            para: Layer = {}
            for style in reversed(self._ancestry(style_id)):
                run |= run_layer(style.find(W + "rPr"), self._themes)
                para |= para_layer(style.find(W + "pPr"))
            self._chains[style_id] = run, para
        return self._chains[style_id]

    def _ancestry(self, style_id: str) -> list[Element]:
        chain: list[Element] = []
        current: str | None = style_id
        while current in self._elements and len(chain) < _MAX_CHAIN:
            style = self._elements[current]
            chain.append(style)
            current = val(style.find(W + "basedOn"))
        return chain
