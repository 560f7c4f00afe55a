"""The size of the text, and upright letters."""

from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.heading_looks import heading_parts, whole_look
from kh_docs.check.looks import shown, wrong_sizes
from kh_docs.check.outline import Item
from kh_docs.check.pieces import Piece
from kh_docs.check.places import Place, at
from kh_docs.check.registry import Fault, rule
from kh_docs.check.rules.bases import bases
from kh_docs.check.rules.body import running_text
from kh_docs.decree30 import PARTS
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.document import Run

_TEXT = PARTS["noi_dung"]
_SHORTEST_PARAGRAPH: Final = 60
# What is longer and ends with a full stop is no heading.
_LONGEST_LINE: Final = 100
_TEXT_LEVELS: Final = frozenset({"text", "khoan", "diem", "dash"})
# Bases that lead into a sentence, notes, whom to ask, and what somebody else said.
_MAY_BE_ITALIC: Final = re.compile(
    r"[(“\"‘*]|(Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở|Ghi chú|Lưu ý|Chú thích|Nguồn|"
    r"Đầu mối liên hệ|Thông tin liên hệ|Mọi (?:thông tin|vướng mắc|chi tiết)|Chi tiết (?:xin )?liên hệ)\b"
)
# “./.” in size 10 at the end; no dash, no row of dots, no brace of a field.
_SEEN_MARK: Final = re.compile(r"\./\.|\.|[^\s\w.…{}<>«»\[\]–-]{1,3}")
_BLANK: Final = re.compile(r"…|[._]{3}")


@rule("ND30-BODY-SIZE", "must", "PL I, P.I, II.6.e; mục V, hàng 6")
def body_size(anatomy: Anatomy) -> Iterator[Fault]:
    """The body is set in 13 to 14, upright, one size throughout; bases, notes and quotations are in italics.

    Bad:  size 12; 13 and 14 mixed; a whole paragraph in italics
    Good: size 14, upright
    """
    sizes: dict[float, int] = {}
    headings: set[int] | None = None
    for paragraph in anatomy.unjudged_body:
        piece = Piece(paragraph, paragraph.runs, "", True, paragraph.raw)
        wrong = wrong_sizes(piece, _TEXT.size_pt)
        if wrong and headings is None:
            headings = {id(piece.paragraph) for piece, _part in heading_parts(anatomy)}
        # The size of a heading is judged with its look.
        if wrong and id(paragraph) not in (headings or ()):
            yield Fault(
                at(paragraph),
                _("cỡ {size}").format(size=", ".join(map(shown, wrong))),
                _("cỡ {size}").format(size=_TEXT.size_pt),
                _("Nội dung sai cỡ chữ -> chọn các đoạn này, đặt cỡ 14 (hoặc 13)"),
            )
        if not wrong and (mark := _odd_mark(piece)) is not None:
            yield Fault(
                Place(paragraph, (mark,)),
                _("“{mark}” cỡ {size}").format(mark=mark.text.strip(), size=shown(mark.format.size_pt)),
                _("cỡ {size}").format(size=_TEXT.size_pt),
                _("Dấu này khác cỡ chữ của nội dung -> chọn dấu, đặt cỡ 14 (hoặc 13)"),
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
    for item in running_text(anatomy):
        text = item.paragraph.text
        if item.level in _TEXT_LEVELS and len(text) > _LONGEST_LINE and text.endswith(".") and text.isupper():
            yield Fault(
                at(item.paragraph),
                _("in hoa"),
                _("chữ thường"),
                _("Nội dung viết bằng chữ thường -> chọn đoạn này, Home, Change Case, chọn Sentence case"),
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


def _odd_mark(piece: Piece) -> Run | None:
    """The first mark that stands alone in a size of its own; a dash and a blank to be filled in may."""
    if not piece.lettered or _BLANK.search(piece.raw):
        return None
    for run in piece.inked:
        look, mark = run.format, run.text.strip()
        if look.raised or look.size_pt in _TEXT.size_pt or any(map(str.isalnum, mark)):
            continue
        if _SEEN_MARK.fullmatch(mark):
            return run
    return None


def _in_italics(anatomy: Anatomy) -> Iterator[Item]:
    """Whole paragraphs of text in italics that are neither bases nor notes nor quotations."""
    own = {id(paragraph) for paragraph in bases(anatomy)}
    quoted = False
    for item in running_text(anatomy):
        text = item.paragraph.text
        # A quotation of several paragraphs, whether or not somebody closed it.
        quoted = (quoted or text.startswith(("“", '"'))) and whole_look(item)[1]
        if quoted or item.level not in ("text", "dash", "decimal") or id(item.paragraph) in own:
            continue
        # “2.5. Công tác …”, without a full stop, is a title.
        titled = item.level == "decimal" and not item.is_sentence
        if titled or len(text) < _SHORTEST_PARAGRAPH or _MAY_BE_ITALIC.match(text):
            continue
        bold, italic = whole_look(item)
        if italic and not bold:
            yield item
