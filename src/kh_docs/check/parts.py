"""The parts of a document: what stands at its head, its title, its end and its annexes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kh_docs.check.pieces import Piece
from kh_docs.word.document import DrawnLine


@dataclass(slots=True, eq=False)
class Header:
    """Quốc hiệu, Tiêu ngữ, the agency, the number and the date."""

    pieces: list[Piece] = field(default_factory=list)
    quoc_hieu: list[Piece] = field(default_factory=list)
    tieu_ngu: Piece | None = None
    parents: list[Piece] = field(default_factory=list)
    issuer: list[Piece] = field(default_factory=list)
    number: Piece | None = None
    date: Piece | None = None
    subject: list[Piece] = field(default_factory=list)
    left_lines: list[DrawnLine] = field(default_factory=list)
    right_lines: list[DrawnLine] = field(default_factory=list)
    # Lines that may belong to either side: then no side can be said to lack one.
    stray_lines: list[DrawnLine] = field(default_factory=list)
    # Lines drawn in the paragraphs of V/v or right below them, where none belongs.
    subject_lines: list[DrawnLine] = field(default_factory=list)

    @property
    def agency(self) -> list[Piece]:
        """All lines of the left block."""
        return self.parents + self.issuer


@dataclass(slots=True, eq=False)
class Title:
    """Tên loại, trích yếu and what is drawn below them."""

    type_name: Piece | None = None
    # The type stands alone on its line, as the decree wants it.
    alone: bool = True
    # There is a title, but of no type of the decree: "PHIẾU TRÌNH"; its first line.
    unknown: Piece | None = None
    abstract: list[Piece] = field(default_factory=list)
    lines: list[DrawnLine] = field(default_factory=list)
    # Lines below it that stand aside, and may belong to it all the same.
    stray_lines: list[DrawnLine] = field(default_factory=list)
    attached: Piece | None = None
    addressee: Piece | None = None
    addressee_items: list[Piece] = field(default_factory=list)
    # What stands beside "Kính gửi:" in the cells of a table, without a dash.
    addressee_beside: list[Piece] = field(default_factory=list)
    # Of the dashed ones there those that go on in the next line: “- Các Sở: Công Thương,” / “Tài chính;”.
    carried_on: list[Piece] = field(default_factory=list)
    # Further addressees, set below the first without a dash.
    more_addressees: list[Piece] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class SignBlock:
    """One signer: authority and title above, name below; `gap_pt` is the room between them."""

    authority: list[Piece]
    name: Piece | None
    gap_pt: float


@dataclass(slots=True, eq=False)
class Closing:
    """Nơi nhận and the signatures; `start` is the block at which the body ends."""

    start: int
    label: Piece | None = None
    items: list[Piece] = field(default_factory=list)
    signers: list[SignBlock] = field(default_factory=list)
    found: bool = False


@dataclass(slots=True, eq=False)
class Annex:
    """One phụ lục."""

    head: Piece
    number: str
    inline_title: bool
    title: list[Piece]
    attached: Piece | None
    # The whole of that note, which may take two paragraphs.
    attached_text: str
    lines: list[DrawnLine]
    section: int
    opens_section: bool
    new_page: bool
    # Hardly any rule asks for them.
    find_pieces: Callable[[], Iterator[Piece]]

    @property
    def pieces(self) -> Iterator[Piece]:
        """What stands below its head, as far as a header of its own would."""
        return self.find_pieces()
