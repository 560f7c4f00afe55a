"""The plain text of any piece of a document, with its tracked changes accepted or rejected."""

from typing import Final, Literal

from kh_docs.text import STROKE, THING
from kh_docs.word.shapes import chosen
from kh_docs.word.xml import MC, Element, W, first, is_element, is_on, val

View = Literal["accepted", "rejected"]
# What becomes of letters that somebody crossed out with a font: read as any, shown as such, left out. In the
# last two what is hidden is left out and raised digits stay raised: 26 with a note 1 is not 261. Where they
# are shown, so is that something stands there which is no text.
Crossed = Literal["kept", "marked", "dropped"]

# What is not there in each view: runs, paragraph marks and rows by the first two, cells by the last.
_GONE: Final[dict[View, frozenset[str]]] = {
    "accepted": frozenset({W + "del", W + "moveFrom", W + "cellDel"}),
    "rejected": frozenset({W + "ins", W + "moveTo", W + "cellIns"}),
}
# Text of a text box floats beside the text; it is asked for by itself.
_NOT_TEXT: Final = frozenset(
    {W + name for name in ("pPr", "rPr", "sdtPr", "tcPr", "trPr", "tblPr", "tblGrid", "sectPr", "instrText")}
    | {W + name for name in ("drawing", "pict", "object", "delInstrText")}
)
_THINGS: Final = frozenset({W + "drawing", W + "pict", W + "object", MC + "AlternateContent"})
_FORMULA: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_STROKES: Final = (W + "strike", W + "dstrike")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
TEXTS: Final = frozenset({W + "t", W + "delText"})
CHARACTERS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "sym": "\u25a1",
}


def plain_text(
    element: Element, view: View = "accepted", prompts: bool = True, crossed: Crossed = "kept"
) -> str:
    """Paragraphs and rows a line each, cells with a tab between; `prompts`: with those of empty controls."""
    return "\n".join(lines_of(element, view, prompts, crossed))


def lines_of(
    element: Element, view: View = "accepted", prompts: bool = True, crossed: Crossed = "kept"
) -> list[str]:
    """The paragraphs and table rows inside; of a run or another piece of a paragraph its one line."""
    story = _Story(view, prompts, crossed)
    story.read(element)
    return story.ended()


def character_of(element: Element) -> str:
    """The text that one element inside a run stands for."""
    if element.tag in TEXTS:
        return element.text or ""
    if element.tag == W + "br":
        return "" if val(element, "type") in ("page", "column") else "\n"
    return CHARACTERS.get(str(element.tag), "")


def shows_prompt(element: Element) -> bool:
    """Whether this is a content control that shows its prompt, not a value."""
    properties = first(element, W + "sdtPr") if element.tag == W + "sdt" else None
    return properties is not None and first(properties, W + "showingPlcHdr") is not None


def _as_seen(text: str, run: Element, crossed: Crossed) -> str:
    properties = first(run, W + "rPr")
    looks = {child.tag: child for child in properties} if properties is not None else {}
    if W + "vanish" in looks and is_on(looks[W + "vanish"]):
        return ""
    if val(looks.get(W + "vertAlign")) == "superscript":
        text = text.translate(_RAISED)
    if any(name in looks and is_on(looks[name]) for name in _STROKES):
        text = "" if crossed == "dropped" else "".join(letter + STROKE for letter in text)
    has_thing = crossed == "marked" and any(child.tag in _THINGS for child in run)
    return text + THING if has_thing else text


class _Story:
    """Text being read; a paragraph whose mark is gone goes on in the next one."""

    def __init__(self, view: View, prompts: bool, crossed: Crossed) -> None:
        self._view: View = view
        self._prompts = prompts
        self._crossed: Crossed = crossed
        self._lines: list[str] = []
        self._line: list[str] = []

    def read(self, element: Element) -> None:
        tag = element.tag
        if not is_element(element) or tag in _NOT_TEXT or tag in _GONE[self._view]:
            return
        if tag == W + "r":
            text = "".join(character_of(child) for child in element)
            self._line.append(text if self._crossed == "kept" else _as_seen(text, element, self._crossed))
        elif tag == _FORMULA and self._crossed == "marked":
            self._line.append(THING)
        elif tag == W + "tr":
            if not self._is_gone(element, W + "trPr"):
                self._lines.append("\t".join(self._cells(element)))
        elif tag == MC + "AlternateContent":
            self._read_all(chosen(element))
        elif self._prompts or not shows_prompt(element):
            self._read_all(element)
            if tag == W + "p" and not self._mark_is_gone(element):
                self._end_line()

    def _read_all(self, parent: Element | None) -> None:
        for child in parent if parent is not None else ():
            self.read(child)

    def _cells(self, parent: Element) -> list[str]:
        cells: list[str] = []
        for child in parent:
            if child.tag == W + "tc":
                if not self._is_gone(child, W + "tcPr"):
                    cells.append(plain_text(child, self._view, self._prompts, self._crossed))
            elif is_element(child) and child.tag not in _NOT_TEXT:
                cells += [""] if not self._prompts and shows_prompt(child) else self._cells(child)
        return cells

    def _is_gone(self, element: Element, properties: str) -> bool:
        stated = first(element, properties)
        return stated is not None and any(child.tag in _GONE[self._view] for child in stated)

    def _mark_is_gone(self, paragraph: Element) -> bool:
        properties = first(paragraph, W + "pPr")
        return properties is not None and self._is_gone(properties, W + "rPr")

    def _end_line(self) -> None:
        self._lines.append("".join(self._line))
        self._line = []

    def ended(self) -> list[str]:
        """All lines; what nothing ended is the last one."""
        if any(self._line):
            self._end_line()
        return self._lines
