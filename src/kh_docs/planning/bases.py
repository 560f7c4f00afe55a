"""Find the documents that a plan cites: kind, number and symbol, day, issuer, subject, as it words them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kh_docs.planning import citation_words as words
from kh_docs.planning.issuers import issuer_after, issuer_before, proposer_before
from kh_docs.planning.laws import laws_in
from kh_docs.planning.outline import OutlineClause
from kh_docs.planning.spans import Span, touches_any
from kh_docs.planning.subjects import name_of_law, subject_after

_KIND_INSIDE = re.compile(rf"(?<!\w)(?:{words.KIND})(?!\w)")
# “Quyết định số 318/QĐ-TTg, 319/QĐ-TTg ngày 08/3/2022, số 320/QĐ-TTg”: of the kind of the one before.
_FURTHER = re.compile(rf"(?:{words.DAY.pattern})?\s*(?:,|,?\s*và)\s*(?P<number>(?:số\s*:?\s*)?)")
# How much of a sentence before a number is looked at for the kind.
_LEAD = 160


class Basis(NamedTuple):
    """One citation; `start` and `end` are its place in the text of the clause, `about` ends its title."""

    clause: str
    line: int
    start: int
    end: int
    about: int
    kind: str
    number: str
    issued_on: date | None
    issuer: str
    joined_by: str
    subject: str
    literal: str
    # The next one bears the subject of both.
    shares_next: bool = False


class _Series(NamedTuple):
    """“các Nghị quyết của Chính phủ: số …; số …”."""

    kind: str = ""
    issuer: str = ""


def find_bases(clauses: Sequence[OutlineClause]) -> tuple[Basis, ...]:
    """Every citation in every clause, in the order of the text."""
    return tuple(basis for clause in clauses for basis in _in_clause(clause))


def cited(bases: Sequence[Basis], clause: str) -> tuple[Span, ...]:
    """The pieces of the clause that tell of other documents: no date in them is a deadline."""
    return tuple(Span(basis.start, basis.end) for basis in bases if basis.clause == clause)


def titles(bases: Sequence[Basis], clause: str) -> tuple[Span, ...]:
    """The titles of documents in the clause: a year in them is part of a name."""
    return tuple(Span(basis.end, basis.about) for basis in bases if basis.clause == clause)


def _in_clause(clause: OutlineClause) -> Iterator[Basis]:
    numbered = _shared(list(_numbered(clause)), clause.text)
    taken = [Span(basis.start, basis.end) for basis in numbered]
    laws = [basis for basis in _laws(clause) if not touches_any(Span(basis.start, basis.end), taken)]
    yield from sorted((*numbered, *laws), key=lambda basis: basis.start)


def _shared(found: list[Basis], text: str) -> list[Basis]:
    """“Quyết định số 217-QĐ/TW, Quyết định số 218-QĐ/TW của Bộ Chính trị”: both of the last one’s issuer."""
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        joined = re.fullmatch(r"\s*(?:,|và|,\s*và)\s*", text[one.end : after.start])
        if joined and not one.issuer and not one.subject and one.kind == after.kind:
            found[at] = one._replace(issuer=after.issuer, joined_by=after.joined_by)
    return found


def _laws(clause: OutlineClause) -> Iterator[Basis]:
    for span, kind, name, day in laws_in(clause.text):
        line, literal = clause.line_at(span.start), clause.text[span.start : span.end]
        yield Basis(clause.id, line, *span, span.end, kind, "", day, "", "của", _one_line(name), literal)


def _numbered(clause: OutlineClause) -> Iterator[Basis]:
    text = clause.text
    before, series, last = 0, _Series(), ""
    for found in words.REFERENCE.finditer(text):
        if not _is_symbol(found[0]):
            continue
        lead = text[before : found.start()]
        if many := list(words.SERIES.finditer(lead)):
            series = _Series(_capital(many[-1][1]), many[-1][2] or "")
        kind, start = _kind_of(lead, series, found.start())
        if last and (further := _FURTHER.fullmatch(lead)):
            kind, start = last, before + further.start("number")
        if kind is None:
            continue
        day, end = _day_after(text, found.end())
        joined_by, issuer, end = issuer_after(text, end)
        if not issuer:
            issuer = (
                issuer_before(text[start : found.start()])
                or proposer_before(text[before:start])
                or (series.issuer if kind == series.kind else "")
            )
        subject, about = subject_after(text, end)
        # “Luật Lưu trữ số …”: a law has its name before its number.
        subject = subject or name_of_law(kind, text[start : found.start()])
        follows = re.match(rf"\s*(?:,|và)\s+(?:{words.KIND})\b", text[end:])
        yield Basis(
            clause.id,
            clause.line_at(start),
            start,
            end,
            about,
            kind,
            _tight(found[0]),
            day,
            _one_line(issuer),
            joined_by,
            _one_line(subject),
            text[start:end],
            bool(issuer and not subject and follows),
        )
        before, last = found.end(), kind


def _is_symbol(number: str) -> bool:
    """“15/5” is a day and “24/7” a habit; a symbol has two capitals."""
    return len(re.findall(r"[A-ZĐ]", number)) >= 2


def _kind_of(lead: str, series: _Series, at: int) -> tuple[str | None, int]:
    """The kind and where the citation begins; None where the number is no citation."""
    near = lead[-_LEAD:]
    if found := words.KIND_BEFORE.search(near):
        offset = at - len(near)
        if inner := list(_KIND_INSIDE.finditer(near, found.start(2))):
            return _one_line(inner[-1][0]), offset + inner[-1].start()
        return _one_line(_capital(found[1])), offset + found.start(1)
    number_word = words.NUMBER_WORD.search(lead)
    if number_word is None:
        return None, at
    return series.kind, at - len(lead) + number_word.start()


def _capital(kind: str) -> str:
    return kind[:1].upper() + kind[1:]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _tight(number: str) -> str:
    return re.sub(r"\s", "", number).replace("–", "-").rstrip(".-/&")


def _day_after(text: str, at: int) -> tuple[date | None, int]:
    found = words.DAY.match(text, at)
    if found is None:
        return None, at
    day, month, year = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day), found.end()
    except ValueError:
        return None, at
