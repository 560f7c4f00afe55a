"""Cite documents as Nghị định 30/2020 asks: in full at first mention, by kind and symbol afterwards."""

from __future__ import annotations

import re
from typing import NamedTuple

from kh_docs.facts.dates_vi import long_date
from kh_docs.model.book import Book
from kh_docs.model.plan import LegalBasis
from kh_docs.text import slug


class PlanWords(NamedTuple):
    """`{{ plan.… }}`: the provincial plan as it is cited."""

    full_citation: str
    # At the first mention of a text: the issuer in full, its abbreviation introduced.
    first_citation: str
    short_citation: str
    symbol: str
    kind: str
    issued_on: str
    issuer: str
    abstract: str
    drafter: str


# “Luật Lưu trữ số 33/2024/QH15”: a law is called by its name, day and issuer are known from the number.
_NAMED_BEFORE_THEIR_NUMBER = ("Luật", "Bộ luật", "Pháp lệnh")


class Citations:
    """The documents one text has cited so far."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.cited: set[str] = set()

    def plan_words(self) -> PlanWords:
        head = self.book.head
        symbol = f"{head.number}/{head.symbol}"
        short = f"{head.kind} số {symbol}"
        day = long_date(head.issued_on)
        issuer = _introduced(head.issuer, head.issuer_short)
        return PlanWords(
            full_citation=f"{short} {day} của {head.issuer_short} về {head.abstract}",
            first_citation=f"{short} {day} của {issuer} về {head.abstract}",
            short_citation=short,
            symbol=symbol,
            kind=head.kind,
            issued_on=day,
            issuer=head.issuer_short,
            abstract=head.abstract,
            drafter=head.drafter,
        )

    def cite(self, basis_id: str) -> str:
        """The document `basis_id` (PL I, P.I, II.6.b: full first, then kind and symbol only)."""
        basis = self.book.bases[basis_id]
        if not basis.number:
            return f"{basis.kind} {basis.subject}"
        short = f"{basis.kind} số {basis.number}"
        if basis.kind in _NAMED_BEFORE_THEIR_NUMBER and basis.subject:
            return f"{basis.kind} {basis.subject} số {basis.number}"
        if basis_id in self.cited:
            return short
        self.cited.add(basis_id)
        # Two documents cited together share one subject, which stands after the second.
        shared = basis.cited_with and basis.cited_with not in self.cited
        subject = "" if shared or not basis.subject else f" {_plain(basis)}"
        day = f" {long_date(basis.issued_on)}" if basis.issued_on else ""
        issuer = f" {basis.joined_by} {basis.issuer}" if basis.issuer else ""
        return f"{short}{day}{issuer}{subject}"


def _introduced(name: str, short: str) -> str:
    """“Ủy ban nhân dân (UBND) tỉnh Nghệ An”, of a name whose first words the short one abbreviates."""
    symbol, _space, rest = short.partition(" ")
    words = name.removesuffix(f" {rest}")
    initials = "".join(slug(word)[0] for word in words.split()).upper()
    abbreviates = rest and words != name and initials == slug(symbol).upper()
    return f"{words} ({symbol}) {rest}" if abbreviates else name


def _plain(basis: LegalBasis) -> str:
    """The subject, dates inside it written in full as in any citation (PL I, P.I, II.4.b)."""

    def spelled(match: re.Match[str]) -> str:
        day, month, year = match.groups()
        return f" ngày {int(day):02d} tháng {month} năm {year}"

    return re.sub(r",? ngày (\d{1,2})/(\d{1,2})/(\d{4})", spelled, basis.subject)
