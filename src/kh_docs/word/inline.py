"""Read what stands inside a paragraph: runs, fields, drawn lines and text boxes."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from kh_docs.word.document import Block, Container, Field, Paragraph, Run
from kh_docs.word.drawings import box_offset_mm, box_width_mm, lines_in, text_boxes
from kh_docs.word.formats import RunFormat
from kh_docs.word.shapes import chosen
from kh_docs.word.styles import Styles
from kh_docs.word.table_shape import content_of
from kh_docs.word.xml import MC, Element, W, val

_R: Final = W + "r"
_R_PR: Final = W + "rPr"
_T: Final = W + "t"
_P_PR: Final = W + "pPr"
_WRAPPERS: Final = frozenset(
    {W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo")}
)
_CHARACTERS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_DRAWINGS: Final = frozenset({W + "drawing", W + "pict", W + "object"})
# A text box has an inner margin of 2.5 mm on each side unless it says otherwise.
_BOX_PADDING_MM: Final = 2.5
_SDT: Final = W + "sdt"
_FLD_SIMPLE: Final = W + "fldSimple"
_ALTERNATE: Final = MC + "AlternateContent"
_BR: Final = W + "br"
_SYM: Final = W + "sym"
_FLD_CHAR: Final = W + "fldChar"
_INSTR: Final = W + "instrText"


class Base(NamedTuple):
    """What the runs of a paragraph lay their own look on."""

    style: str | None
    table_style: str | None
    # The look of letters that say nothing of their own.
    letters: RunFormat


class InlineReader:
    """Fills paragraphs; text boxes are handed back to the reader of blocks."""

    def __init__(self, styles: Styles, read_box: Callable[[Element, Container], list[Block]]) -> None:
        self._styles = styles
        self._read_box = read_box
        self._base = Base(None, None, styles.run(None, None, None))
        self._instruction: list[str] | None = None

    def fill(
        self,
        paragraph: Paragraph,
        children: Iterable[Element],
        base: Base,
        placeholder: bool,
    ) -> None:
        """Read what a w:p holds into `paragraph`."""
        self._base, self._instruction = base, None
        self._walk(paragraph, children, placeholder)

    def _walk(self, paragraph: Paragraph, children: Iterable[Element], placeholder: bool) -> None:
        for child in children:
            tag = child.tag
            if tag == _R:
                self._run(paragraph, child, placeholder)
            elif tag == _P_PR:
                continue
            elif tag in _WRAPPERS:
                self._walk(paragraph, child, placeholder)
            elif tag == _SDT:
                self._walk(paragraph, *content_of(child, placeholder))
            elif tag == _FLD_SIMPLE:
                code = (val(child, "instr") or "").strip()
                look = child.find(f".//{W}rPr")
                paragraph.fields = (*paragraph.fields, Field(code, self._format(look)))
                self._walk(paragraph, child, placeholder)
            elif tag == _ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._walk(paragraph, branch, placeholder)

    def _format(self, rpr: Element | None) -> RunFormat:
        if rpr is None:
            return self._base.letters
        return self._styles.run(self._base.style, self._base.table_style, rpr)

    def _run(self, paragraph: Paragraph, element: Element, placeholder: bool) -> None:
        rpr: Element | None = None
        text = ""
        symbol_font = ""
        for child in element:
            tag = child.tag
            if tag == _T:
                if self._instruction is None:
                    text += child.text or ""
            elif tag == _R_PR:
                rpr = child
            elif tag in _CHARACTERS:
                text += _CHARACTERS[tag]
            elif tag == _BR:
                if val(child, "type") == "page":
                    paragraph.page_break = True
                else:
                    text += "\n"
            elif tag == _SYM:
                symbol_font = val(child, "font") or ""
                text += "\u25a1"
            elif tag == _FLD_CHAR:
                self._field_mark(paragraph, child, rpr)
            elif tag == _INSTR:
                if self._instruction is not None:
                    self._instruction.append(child.text or "")
            elif tag in _DRAWINGS:
                self._drawing(paragraph, child)
            elif tag == _ALTERNATE:
                branch = chosen(child)
                for drawing in branch if branch is not None else ():
                    if drawing.tag in _DRAWINGS:
                        self._drawing(paragraph, drawing)
        if text:
            look = self._format(rpr)
            if not look.hidden:
                paragraph.runs.append(Run(text, look, element, placeholder, symbol_font))

    def _field_mark(self, paragraph: Paragraph, mark: Element, rpr: Element | None) -> None:
        kind = val(mark, "fldCharType")
        if kind == "begin":
            self._instruction = []
        elif self._instruction is not None:
            code = "".join(self._instruction).strip()
            paragraph.fields = (*paragraph.fields, Field(code, self._format(rpr)))
            self._instruction = None

    def _drawing(self, paragraph: Paragraph, drawing: Element) -> None:
        container = paragraph.container
        lines = list(lines_in(drawing, container))
        paragraph.lines = (*paragraph.lines, *lines)
        boxes = list(text_boxes(drawing))
        for content in boxes:
            left, width = box_offset_mm(drawing, container), box_width_mm(drawing)
            box = Container(
                "box",
                None if left is None else left + _BOX_PADDING_MM,
                None if width is None else width - 2 * _BOX_PADDING_MM,
                outer=container,
            )
            outer = self._base, self._instruction
            paragraph.boxes = (*paragraph.boxes, self._read_box(content, box))
            self._base, self._instruction = outer
        if not lines and not boxes:
            paragraph.has_object = True
