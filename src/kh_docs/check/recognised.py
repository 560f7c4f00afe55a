"""Whether a file is an administrative document, by the marks that it bears."""

from typing import Final, NamedTuple

from kh_docs.check.parts import Closing, Header, Title
from kh_docs.check.words import BODY_WORDS, ISSUED_BY_OFFICES

_ENOUGH: Final = 2


class Marks(NamedTuple):
    """What an office's document bears; `is_based`: it begins with what it is based on."""

    header: Header
    title: Title
    closing: Closing
    type_found: str | None
    is_based: bool

    @property
    def are_enough(self) -> bool:
        """Whether there are so many that it is judged as one."""
        header, title = self.header, self.title
        # Quốc hiệu and Tiêu ngữ come as a pair, on the forms of citizens too.
        motto = bool(header.quoc_hieu or header.tieu_ngu)
        # A student's report has a school at its head too; what only an office issues, or on a basis, is none.
        issued = self._is_issued or (self._has_office and motto and self.is_based)
        marks = (
            motto,
            header.number,
            header.date,
            title.type_name,
            title.attached,
            self.closing.label,
            issued,
        )
        return sum(bool(mark) for mark in marks) >= _ENOUGH

    @property
    def begin_a_document(self) -> bool:
        """Whether a document begins here, so that what its head lacks was forgotten."""
        if self.header.quoc_hieu:
            return True
        return self.title.type_name is not None and (self._is_issued or self.closing.label is not None)

    @property
    def _is_issued(self) -> bool:
        """Whether an office stands at the head of what nobody else issues."""
        return self._has_office and self.type_found in ISSUED_BY_OFFICES

    @property
    def _has_office(self) -> bool:
        return any(BODY_WORDS.match(piece.text) for piece in self.header.agency)
