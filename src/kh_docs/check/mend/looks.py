"""Mend how the located parts look: size, bold, italic, alignment; and the font and colour of every letter."""

import itertools
from collections.abc import Iterator

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.heading_looks import heading_parts, is_plain, whole_look
from kh_docs.check.looks import differences, is_centred
from kh_docs.check.pieces import Piece
from kh_docs.check.rules.bases import bases
from kh_docs.check.rules.colour import is_black
from kh_docs.check.rules.letter import SUBJECT_SPACE_TWIPS, is_subject_close
from kh_docs.check.rules.text import is_right_font
from kh_docs.check.rules.unicode_text import is_old_code
from kh_docs.check.words import STAMPS, fold
from kh_docs.decree30 import FONT, PARTS, SIZE_TRIPLETS_PT, Part
from kh_docs.word.document import Run
from kh_docs.word.setters import (
    set_align,
    set_automatic_colour,
    set_font,
    set_size,
    set_spacing,
    set_toggle,
)


def mend_looks(anatomy: Anatomy) -> None:
    """Every part that looks wrong gets the nearest look the decree allows."""
    for paragraph in anatomy.every_paragraph:
        stamp = fold(paragraph.text) in STAMPS
        for run in paragraph.runs:
            if not is_right_font(run) and not is_old_code(paragraph):
                set_font(run.element, FONT.name)
            if _is_coloured_text(run) and not stamp:
                set_automatic_colour(run.element)
    for piece, part, align in _parts(anatomy):
        if differences(piece, part, align=align):
            _mend(piece, part, align)
    for item in filter(is_plain, anatomy.items):
        for wrong, name in zip(whole_look(item), ("b", "i"), strict=True):
            for run in item.paragraph.runs if wrong else ():
                set_toggle(run.element, name, False)
    _mend_triplet(anatomy)
    _mend_header_spacing(anatomy)
    if is_subject_close(anatomy):
        set_spacing(anatomy.header.subject[0].paragraph.element, before=str(SUBJECT_SPACE_TWIPS))


def _is_coloured_text(run: Run) -> bool:
    """Whether it prints letters in a colour; a coloured blank marks what is still to be filled in."""
    letters = any(letter.isalnum() for letter in run.text)
    return letters and not run.placeholder and not is_black(run.format.colour)


def _parts(anatomy: Anatomy) -> Iterator[tuple[Piece, Part, bool]]:
    header, title, closing = anatomy.header, anatomy.title, anatomy.closing
    pairs: list[tuple[str, list[Piece | None]]] = [
        ("quoc_hieu", [*header.quoc_hieu]),
        ("tieu_ngu", [header.tieu_ngu]),
        ("co_quan_chu_quan", [*header.parents]),
        ("co_quan_ban_hanh", [*header.issuer]),
        ("so_ky_hieu", [header.number]),
        ("dia_danh_ngay", [header.date]),
        ("trich_yeu_cong_van", [*header.subject]),
        ("ten_loai", [title.type_name if title.alone else None]),
        ("trich_yeu", [*title.abstract]),
        ("noi_nhan_tieu_de", [closing.label]),
        ("noi_nhan", [*closing.items]),
        ("phu_luc", [annex.head for annex in anatomy.annexes if not annex.inline_title]),
        ("phu_luc_tieu_de", [piece for annex in anatomy.annexes for piece in annex.title]),
        ("kem_theo", [annex.attached for annex in anatomy.annexes]),
    ]
    for key, pieces in pairs:
        yield from ((piece, PARTS[key], True) for piece in pieces if piece is not None)
    for piece in (title.addressee, *title.addressee_items):
        if piece is not None and anatomy.kind is not None:
            yield piece, PARTS["kinh_gui"], False
    for block in closing.signers:
        for piece in block.authority:
            yield piece, PARTS["quyen_han_chuc_vu"], piece.container.kind == "cell"
        if block.name is not None:
            yield block.name, PARTS["ho_ten"], block.name.container.kind == "cell"
    for paragraph in bases(anatomy):
        yield Piece(paragraph, paragraph.runs, "", True, paragraph.raw), PARTS["can_cu"], False
    for piece, part in heading_parts(anatomy):
        yield piece, part, part.align == "center"


def _mend(piece: Piece, part: Part, align: bool) -> None:
    whole = {id(run.element): run for run in piece.paragraph.runs}
    for run in piece.inked:
        # A run that a tab or break cuts belongs to two parts: touching it would change the other one.
        if not piece.alone and whole.get(id(run.element), run).text.strip() != run.text.strip():
            continue
        if not run.format.raised and any(letter.isalnum() for letter in run.text):
            if run.format.size_pt not in part.size_pt:
                set_size(run.element, min(max(run.format.size_pt, part.size_pt.low), part.size_pt.high))
            if part.bold is not None and run.format.bold != part.bold:
                set_toggle(run.element, "b", part.bold)
            if part.italic is not None and run.format.italic != part.italic:
                set_toggle(run.element, "i", part.italic)
    if align and part.align == "center" and not is_centred(piece):
        set_align(piece.paragraph.element, "center")


def _mend_triplet(anatomy: Anatomy) -> None:
    """Quốc hiệu, Tiêu ngữ and the date get one of the decree's sets; the date decides which."""
    header = anatomy.header
    if len(header.quoc_hieu) != 1 or header.tieu_ngu is None or header.date is None:
        return
    pieces = (header.quoc_hieu[0], header.tieu_ngu, header.date)
    parts = (PARTS["quoc_hieu"], PARTS["tieu_ngu"], PARTS["dia_danh_ngay"])
    sizes = tuple(
        min(max(piece.size_pt or 0, part.size_pt.low), part.size_pt.high)
        for piece, part in zip(pieces, parts, strict=True)
    )
    if sizes in SIZE_TRIPLETS_PT or any(piece.size_pt is None or not piece.alone for piece in pieces):
        return
    wanted = SIZE_TRIPLETS_PT[1] if sizes[0] == SIZE_TRIPLETS_PT[1][0] else SIZE_TRIPLETS_PT[0]
    for piece, size in zip(pieces, wanted, strict=True):
        for run in piece.inked:
            set_size(run.element, size)


def _mend_header_spacing(anatomy: Anatomy) -> None:
    header = anatomy.header
    motto = [*header.quoc_hieu, *([header.tieu_ngu] if header.tieu_ngu else [])]
    for block in (motto, header.agency):
        for above, below in itertools.pairwise(block):
            if above.paragraph is below.paragraph or above.container is not below.container:
                continue
            _single(above, after=True)
            _single(below, after=False)


def _single(piece: Piece, after: bool) -> None:
    look = piece.paragraph.format
    side = "after" if after else "before"
    if ((look.after if after else look.before) or 0) >= 60:
        set_spacing(piece.paragraph.element, **{side: "0"})
    if look.line_rule == "auto" and look.line > 250:
        set_spacing(piece.paragraph.element, line="240", lineRule="auto")
