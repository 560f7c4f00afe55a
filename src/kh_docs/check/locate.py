"""Take a `Document`, give its `Anatomy`."""

from collections.abc import Mapping
from itertools import islice, zip_longest

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.locate_addressee import find_addressee
from kh_docs.check.locate_agency import split_agency
from kh_docs.check.locate_annexes import find_annexes
from kh_docs.check.locate_closing import find_closing
from kh_docs.check.locate_header import find_header
from kh_docs.check.locate_title import find_title
from kh_docs.check.pages import NOTHING_CUT, Page, pieces_of
from kh_docs.check.parts import Header, Title
from kh_docs.check.pieces import Piece
from kh_docs.check.several import attached_text, is_quoc_hieu, later_heads, part
from kh_docs.check.typed_header import middle_mm
from kh_docs.check.words import is_signed_line
from kh_docs.model.in_force import NOTHING_KNOWN, InForce
from kh_docs.word.document import Block, Document, DrawnLine, Paragraph, Table, walk
from kh_docs.word.sections import text_width_of

_HEAD_PARAGRAPHS = 120
# Among these the title stands in nearly all documents; of what follows it so many pieces may belong to it.
_FIRST_PARAGRAPHS, _TITLE_PIECES = 30, 12
_FIRST_BLOCKS = 20
# A line whose middle is farther than this from the middle of the page is no line under the title.
_OFF_CENTRE_MM = 20.0


def locate(
    document: Document,
    profile: str,
    in_force: InForce = NOTHING_KNOWN,
    known: Mapping[int, list[Piece]] = NOTHING_CUT,
) -> Anatomy:
    """Find every part; `in_force` tells what no longer exists on the day of the document.

    `known`: by their ids the pieces of paragraphs that were cut before.
    """
    page = Page(_page_mm(document), known)
    later = later_heads(document.blocks)
    following = later[0] if later else None
    annexes = find_annexes(document, page)
    # Quốc hiệu below the head of an annex is that of a form printed in it.
    others = later if later and not (annexes and annexes[0][0] < later[0]) else []
    if others:
        annexes = []
    end = min(annexes[0][0] if annexes else len(document.blocks), following or len(document.blocks))
    attached = attached_text(document.blocks[:end])
    if attached is not None:
        # What follows, its annexes too, belongs to that text.
        annexes, end = [], attached
    main = document.blocks[:end]
    above = _printed_above(document, main)
    printed = [piece for each in above for piece in pieces_of(each, page)]
    head = printed + _head_pieces(main, page, _FIRST_PARAGRAPHS)
    title, type_found, zone_end = find_title(head)
    if type_found is None or zone_end + _TITLE_PIECES > len(head):
        # What is a title may stand further down, or end there.
        head = printed + _head_pieces(main, page, _HEAD_PARAGRAPHS)
        title, type_found, zone_end = find_title(head)
    header = find_header(head[:zone_end], head)
    split_agency(header)
    body_start = _block_after(main, title, header, head, zone_end)
    body_start = find_addressee(title, main, body_start, page)
    closing = find_closing(main, body_start, page)
    _share_lines([*above, *main], header, title, head[:zone_end], page)
    header.subject_lines = _lines_of_subject(main, header)
    anatomy = Anatomy(
        document=document,
        profile=profile,
        page=page,
        header=header,
        title=title,
        closing=closing,
        annexes=[annex for _start, annex in annexes],
        type_found=type_found,
        body_blocks=[block for block in main[body_start : closing.start] if not _is_signed_line(block)],
        next_document=following,
        attached_from=attached,
        in_force=in_force,
        annexes_from=annexes[0][0] if annexes else None,
        others=[
            locate(part(document, start, until), profile, in_force)
            for start, until in zip_longest(others, others[1:])
            if start is not None
        ],
    )
    _share_sections(anatomy)
    return anatomy


def _share_sections(anatomy: Anatomy) -> None:
    """Give each section to the document that begins in it, and what no paragraph tells to the first."""
    anatomy.sections = sections = anatomy.document.sections
    if not anatomy.others:
        return
    begun = {paragraph.section for paragraph in walk(anatomy.document.blocks[: anatomy.next_document])}
    for other in anatomy.others:
        inside = {paragraph.section for paragraph in other.document.paragraphs()} - begun
        other.further = True
        other.sections = [each for each in sections if each.index in inside]
        begun |= inside
    theirs = {section.index for other in anatomy.others for section in other.sections}
    anatomy.sections = [each for each in sections if each.index not in theirs]


def _printed_above(document: Document, main: list[Block]) -> list[Paragraph]:
    """What the first page prints in its header, where Quốc hiệu stands there and not in the text."""
    if any(map(is_quoc_hieu, walk(main[:_FIRST_BLOCKS]))):
        return []
    section = document.sections[0]
    printed = section.headers.get("first" if section.title_page else "default", [])
    return printed if any(map(is_quoc_hieu, printed)) else []


def _is_signed_line(block: Block) -> bool:
    """Whether a digital signature printed it: it is no text of the document."""
    return isinstance(block, Paragraph) and is_signed_line(block.text)


def _page_mm(document: Document) -> float:
    return text_width_of(document.sections[0].element)


def _head_pieces(main: list[Block], page: Page, most: int) -> list[Piece]:
    first = islice(walk(main[: most + 1]), most + 1)
    return [piece for paragraph in first for piece in pieces_of(paragraph, page)]


def _block_after(main: list[Block], title: Title, header: Header, head: list[Piece], zone_end: int) -> int:
    """The first block after everything that belongs to the head of the document."""
    last = [
        *title.abstract[-1:],
        *([title.type_name] if title.type_name else []),
        *([title.attached] if title.attached else []),
    ]
    parts = last or [*header.subject, *filter(None, (header.date, header.number, header.tieu_ngu))]
    paragraphs = {id(piece.paragraph) for piece in parts}
    found = -1
    for index, block in enumerate(main):
        if any(id(paragraph) in paragraphs for paragraph in walk([block])):
            found = index
        elif found >= 0 and index > found + 12:
            break
    return found + 1


def _share_lines(main: list[Block], header: Header, title: Title, zone: list[Piece], page: Page) -> None:
    """Give each drawn line of the head to the part under which it stands."""
    if _has_other_lines(main, header):
        header.stray_lines.append(DrawnLine("border", None, None))
    first_title = title.type_name or title.addressee
    inside_title = False
    beyond = False
    seen_title = False
    after_title = 0
    last = title.abstract[-1] if title.abstract else title.type_name
    zone_paragraphs = {id(piece.paragraph) for piece in zone}
    for count, paragraph in enumerate(walk(main)):
        if count > _HEAD_PARAGRAPHS or after_title > 1:
            break
        if first_title is not None and paragraph is first_title.paragraph:
            inside_title = True
        if first_title is None and paragraph.container.kind == "body" and paragraph.text:
            # A title of no known type, then the text: their lines are not those of the header.
            beyond = beyond or id(paragraph) not in zone_paragraphs
        for line in () if beyond else paragraph.lines:
            own = first_title is not None and paragraph.container is first_title.container
            if line.kind == "underscores" and paragraph.container.kind == "cell" and inside_title and not own:
                # A blank to fill in, in a table below the title.
                continue
            centre = line.centre_mm
            reach = max(_OFF_CENTRE_MM, (line.width_mm or 0) / 2)
            off_centre = centre is not None and abs(centre - page.width_mm / 2) > reach
            if inside_title and not off_centre:
                if not seen_title or line.kind != "border" or paragraph.is_blank or after_title == 0:
                    title.lines.append(line)
            elif inside_title and paragraph.container.kind == "body":
                header.stray_lines.append(line)
                title.stray_lines.append(line)
            else:
                _side_lines(header, line, paragraph, page)
        if last is not None and paragraph is last.paragraph:
            seen_title = True
        elif seen_title and not paragraph.is_blank and not paragraph.lines:
            after_title += 1
        elif first_title is None and id(paragraph) not in zone_paragraphs and len(paragraph.text) > 120:
            break


def _lines_of_subject(main: list[Block], header: Header) -> list[DrawnLine]:
    """The lines in the last paragraph of V/v, and in those without words below it in its cell."""
    if not header.subject or header.subject[-1].container.kind != "cell":
        return []
    last, lines = header.subject[-1].paragraph, list[DrawnLine]()
    inside = False
    for paragraph in walk(main[:_HEAD_PARAGRAPHS]):
        if paragraph is last:
            inside = True
        elif inside and (paragraph.container is not last.container or any(map(str.isalpha, paragraph.text))):
            break
        if inside:
            lines += paragraph.lines
    return lines


def _has_other_lines(main: list[Block], header: Header) -> bool:
    """Whether cell borders or pictures in the header may be the lines."""
    own = {id(piece.paragraph) for piece in (*header.quoc_hieu, *header.issuer)}
    for block in main[:_HEAD_PARAGRAPHS]:
        paragraphs = list(walk([block]))
        if own.isdisjoint(map(id, paragraphs)):
            continue
        if any(paragraph.has_object for paragraph in paragraphs):
            return True
        if isinstance(block, Table):
            return block.bordered or any(cell.bordered for row in block.rows for cell in row)
    return False


def _side_lines(header: Header, line: DrawnLine, paragraph: Paragraph, page: Page) -> None:
    container = paragraph.container
    if header.quoc_hieu and header.quoc_hieu[0].in_mid_page and not header.agency:
        # Nothing stands at the left to which it could belong.
        header.right_lines.append(line)
        return
    centre = line.centre_mm
    if centre is None and line.kind == "underscores" and len(own := pieces_of(paragraph, page)) == 1:
        # A row of characters behind a tab.
        centre = middle_mm(own[0])
    if centre is None and container.kind in ("cell", "box") and container.x_mm is not None:
        centre = container.x_mm + (container.width_mm or 0) / 2
    if centre is None:
        header.stray_lines.append(line)
    else:
        (header.left_lines if centre < _middle_mm(header, page) else header.right_lines).append(line)


def _middle_mm(header: Header, page: Page) -> float:
    """Where the right block begins."""
    right = header.quoc_hieu[0].container if header.quoc_hieu else None
    return right.x_mm if right and right.kind == "cell" and right.x_mm is not None else page.width_mm / 2
