"""Rules on the text of the body: size, slant, alignment, indent."""

import re
from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.heading_looks import heading_parts, whole_look
from kh_docs.check.looks import shown, wrong_sizes
from kh_docs.check.outline import Item
from kh_docs.check.pieces import Piece
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.bases import bases
from kh_docs.decree30 import FIRST_LINE_CM, PARTS
from kh_docs.decree30.page import BODY_CLAUSE
from kh_docs.i18n import _
from kh_docs.word.document import Paragraph
from kh_docs.word.extent import runs_width_mm
from kh_docs.word.lengths import mm_of_twips

_TEXT = PARTS["noi_dung"]
# Half a millimetre, as for the margins; a shift of the whole paragraph below 1 mm is not seen.
_INDENT_TOLERANCE_TWIPS: Final = 28
_SHIFT_TOLERANCE_TWIPS: Final = 57
FIRST_LINE_TWIPS: Final = tuple(round(cm * 1440 / 2.54) for cm in FIRST_LINE_CM)
_INDENTED: Final = frozenset({"dieu", "khoan", "diem", "dash", "text", "basis", "decimal"})
_SHORTEST_PARAGRAPH: Final = 60
# Bases that lead into a sentence, notes, and what somebody else said.
_MAY_BE_ITALIC: Final = re.compile(
    r"[(“\"‘*]|(Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở|Ghi chú|Lưu ý|Chú thích|Nguồn)\b"
)


def running_text(anatomy: Anatomy) -> list[Item]:
    """The items that are text: not centred lines, not headings in bold, not prompts, not in frames."""
    return [
        item
        for item in anatomy.items
        if item.paragraph.format.align not in ("center", "right")
        and not item.paragraph.frame
        and not is_prompt(item.paragraph)
        and any(letter.isalpha() for letter in item.paragraph.text)
    ]


def is_prompt(paragraph: Paragraph) -> bool:
    """Whether all that it prints is the prompt of an empty control."""
    inked = [run for run in paragraph.runs if run.text.strip()]
    return bool(inked) and all(run.placeholder for run in inked)


def _is_heading(item: Item) -> bool:
    if item.level in ("phan", "chuong", "muc", "tieu_muc", "roman", "letter"):
        return True
    inked = [run for run in item.paragraph.runs if run.text.strip()]
    return bool(inked) and all(run.format.bold for run in inked)


@rule("ND30-BODY-SIZE", "must", "PL I, P.I, II.6.e; mục V, hàng 6")
def body_size(anatomy: Anatomy) -> Iterator[Fault]:
    """The body is set in 13 to 14, upright, one size throughout; bases, notes and quotations are in italics.

    Bad:  size 12; 13 and 14 mixed; a whole paragraph in italics
    Good: size 14, upright
    """
    sizes: dict[float, int] = {}
    headings = {id(piece.paragraph) for piece, _part in heading_parts(anatomy)}
    for paragraph in anatomy.body:
        piece = Piece(paragraph, paragraph.runs, "", True, paragraph.raw)
        # The size of a heading is judged with its look.
        wrong = [] if id(paragraph) in headings else wrong_sizes(piece, _TEXT.size_pt)
        if wrong:
            yield Fault(
                at(paragraph),
                _("cỡ {size}").format(size=", ".join(map(shown, wrong))),
                _("cỡ {size}").format(size=_TEXT.size_pt),
                _("Nội dung sai cỡ chữ -> chọn các đoạn này, đặt cỡ 14 (hoặc 13)"),
            )
        for run in piece.inked:
            if not run.format.raised:
                sizes[run.format.size_pt] = sizes.get(run.format.size_pt, 0) + len(run.text)
    for item in _in_italics(anatomy):
        yield Fault(
            at(item.paragraph),
            _("nghiêng"),
            _("đứng"),
            _("Nội dung in đứng, chỉ căn cứ, ghi chú, trích dẫn in nghiêng -> chọn đoạn này, bấm Ctrl+I"),
        )
    both = [size for size in sizes if size in _TEXT.size_pt]
    if len(both) > 1:
        yield Fault(
            _("nội dung"),
            ", ".join(shown(size) for size in sorted(both)),
            _("một cỡ chữ"),
            _("Nội dung có nhiều cỡ chữ -> chọn toàn bộ nội dung, đặt một cỡ"),
            "should",
        )


def _in_italics(anatomy: Anatomy) -> Iterator[Item]:
    """Whole paragraphs of text in italics that are neither bases nor notes nor quotations."""
    own = {id(paragraph) for paragraph in bases(anatomy)}
    for item in running_text(anatomy):
        text = item.paragraph.text
        if item.level not in ("text", "dash", "decimal") or id(item.paragraph) in own:
            continue
        if len(text) < _SHORTEST_PARAGRAPH or _MAY_BE_ITALIC.match(text):
            continue
        bold, italic = whole_look(item)
        if italic and not bold:
            yield item


@rule("ND30-BODY-ALIGN", "must", BODY_CLAUSE)
def body_alignment(anatomy: Anatomy) -> Iterator[Fault]:
    """Paragraphs of more than one line are justified on both sides.

    Bad:  aligned left
    Good: justified (Ctrl+J)
    """
    for item in running_text(anatomy):
        if is_ragged(anatomy, item):
            yield Fault(
                at(item.paragraph),
                _("canh trái"),
                _("canh đều hai lề"),
                _("Nội dung canh đều cả hai lề -> chọn các đoạn này, bấm Ctrl+J"),
            )


def is_ragged(anatomy: Anatomy, item: Item) -> bool:
    """Whether it is text of more than one line that is not justified."""
    paragraph = item.paragraph
    if paragraph.format.align == "both" or _is_heading(item) or "\n" in paragraph.raw:
        return False
    room = paragraph.container.width_mm or anatomy.page_mm
    return runs_width_mm(paragraph.runs) + mm_of_twips(paragraph.format.first_line) >= room * 1.05


@rule("ND30-BODY-INDENT", "must", BODY_CLAUSE)
def body_indent(anatomy: Anatomy) -> Iterator[Fault]:
    """The first line of a paragraph starts 1 cm or 1.27 cm in; the others at the margin.

    Bad:  an indent made with blanks; the whole paragraph shifted right
    Good: Paragraph, Special, First line 1,27 cm
    """
    expected = " / ".join(shown(cm) if cm == 1 else str(cm).replace(".", ",") for cm in FIRST_LINE_CM) + " cm"
    mend = _(
        "Đầu đoạn lùi vào 1 hoặc 1,27 cm -> Paragraph, Left 0, Special First line 1,27 cm; xóa dấu cách, Tab"
    )
    for item in running_text(anatomy):
        if found := indent_fault(item):
            yield Fault(at(item.paragraph), found, expected, mend)


def indent_fault(item: Item) -> str | None:
    """What is wrong with the indent, or `None`."""
    look, raw = item.paragraph.format, item.paragraph.raw
    if item.level not in _INDENTED or look.in_characters or _is_lone_word(item):
        return None
    if _is_heading(item) and item.level == "text":
        return None
    if raw[:10].isspace() and len(raw) > 10:
        # Pushed to the right by blanks: a line set apart, such as a name, not an indent.
        return None
    if raw[:1] == "\t" or (raw[:3].isspace() and len(raw) > 3):
        return _("lùi bằng dấu cách hoặc Tab")
    shifted = abs(look.left) > _SHIFT_TOLERANCE_TWIPS
    if not shifted and is_first_line(look.first_line):
        return None
    if is_first_line(look.left + look.first_line) and _is_one_line(item.paragraph):
        # Which kind of indent moved it cannot be seen on a single line.
        return None
    if shifted:
        return _("cả đoạn lùi {left} mm").format(left=shown(mm_of_twips(look.left)))
    return _("dòng đầu lùi {cm} cm").format(cm=shown(mm_of_twips(look.first_line) / 10))


def _is_one_line(paragraph: Paragraph) -> bool:
    room, look = paragraph.container.width_mm, paragraph.format
    if room is None:
        return False
    return mm_of_twips(look.left + look.first_line + look.right) + runs_width_mm(paragraph.runs) < room


def is_first_line(twips: int) -> bool:
    """Whether the indent is 1 or 1.27 cm."""
    low, high = FIRST_LINE_TWIPS
    return any(abs(twips - allowed) <= _INDENT_TOLERANCE_TWIPS for allowed in (low, high))


def _is_lone_word(item: Item) -> bool:
    """Such as "QUYẾT ĐỊNH:" or a note of a few words, which offices set as they like."""
    return item.level == "text" and len(item.paragraph.text) < 30 and not item.is_sentence
