"""References to documents, held against the legal bases of the plan and the plan itself."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from kh_docs.check.facts.abstracts import misnamed
from kh_docs.check.facts.days_found import DAY
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.weights import Weights
from kh_docs.facts.dates_vi import short_date
from kh_docs.i18n import _
from kh_docs.model.book import Book
from kh_docs.patterns import re

_NUMBER: Final = re.compile(
    r"(?<![\d/])\d{1,4}(?:/\d{4})?[-/][A-ZĐ][A-Za-zĐđ]*(?:[-/][A-ZĐ][A-Za-zĐđ0-9&]*)*"
)
_DATE: Final = re.compile(rf",?\s*\(?ngày\s*{DAY}")
# Who issued it; of a joint one between whom it was agreed.
_OF: Final = re.compile(r"[\s,)]*(?:của|giữa) ([^,;.]{0,60})")
_LEVEL: Final = re.compile(r"\b(tỉnh|huyện|thị xã|thành phố|xã|phường)\b")
_FIGURES: Final = re.compile(r"[1-9]\d*|0*[1-9]\d*")
_LETTERS: Final = re.compile(r"[/-](?=[A-ZĐ]).*")


class Known(NamedTuple):
    """A document that the plan cites, or the plan itself."""

    number: str
    issued_on: date | None
    clause: str
    issuer: str
    subject: str = ""


def known_references(book: Book) -> dict[str, Known]:
    """By number and symbol, as `_spelt`."""
    head = book.head
    known = [Known(f"{head.number}/{head.symbol}", head.issued_on, "", head.issuer, head.abstract)]
    known += [
        Known(
            basis.number,
            basis.issued_on,
            basis.clauses[0] if basis.clauses else "",
            basis.issuer or "",
            basis.subject,
        )
        for basis in book.bases.values()
        if basis.number
    ]
    return {_spelt(each.number): each for each in reversed(known)}


def numbers_in(text: str) -> Iterator[str]:
    """The number and symbol of each document named in a text, spelt alike."""
    return (_spelt(match[0]) for match in _NUMBER.finditer(text))


def _spelt(number: str) -> str:
    """Without the zeros before it and whatever the case: one types “CTrPH”, another “CtrPH”."""
    return number.lstrip("0").casefold()


def references_in(text: str, known: dict[str, Known], weights: Weights) -> Iterator[tuple[Statement, int]]:
    """Each reference with what the plan says of it, and where it ends."""
    for match in _NUMBER.finditer(text):
        dated = _DATE.match(text, match.end())
        end = dated.end() if dated else match.end()
        literal = text[match.start() : end]
        day = _day(dated) if dated else None
        plain = Statement("reference", literal, match.start())
        of = _OF.match(text, end)
        said = _judged(plain, match[0], day, of[1] if of else "", known)
        subject = known[_spelt(match[0])].subject if said.state == "matched" else ""
        others = {each.subject for each in known.values() if each.subject != subject}
        wrong = misnamed(text, end, subject, others, weights)
        if wrong is not None:
            yield (
                plain._replace(
                    literal=wrong.literal,
                    start=wrong.start,
                    state="contradicts",
                    clause=said.clause,
                    expected=subject,
                ),
                wrong.start,
            )
        yield said, end


def _judged(
    plain: Statement, number: str, day: date | None, issuer: str, known: dict[str, Known]
) -> Statement:
    found = known.get(_spelt(number))
    if found is not None:
        levels, told = set(_LEVEL.findall(found.issuer)), set(_LEVEL.findall(issuer))
        same_day = day is None or found.issued_on is None or day == found.issued_on
        elsewhere = bool(levels and told and not levels & told)
        if elsewhere and (day is None or not same_day):
            # Another body numbered one of its own so.
            return plain
        if elsewhere or (same_day and _is_of_another(issuer, found, known)):
            expected = _("{reference} của {issuer}").format(reference=found.number, issuer=found.issuer)
            return plain._replace(state="contradicts", clause=found.clause, expected=expected)
        if same_day or found.issued_on is None:
            return plain._replace(state="matched", clause=found.clause)
        expected = f"{found.number} ngày {short_date(found.issued_on)}"
        return plain._replace(state="contradicts", clause=found.clause, expected=expected)
    letters, figures = _LETTERS.search(number), _FIGURES.match(number)
    for other in known.values():
        if day is None or day != other.issued_on:
            continue
        # Of the same day: another number with the same symbol, or another symbol with the same number.
        same_symbol = letters is not None and other.number.endswith(letters[0])
        ours = _FIGURES.match(other.number)
        if same_symbol or (figures and ours and figures[0] == ours[0]):
            return plain._replace(state="contradicts", clause=other.clause, expected=other.number)
    return plain


def _is_of_another(issuer: str, found: Known, known: dict[str, Known]) -> bool:
    """Whether it is said to be of a body that issued another document, by its whole name."""
    said, ours = _short(issuer.strip()), _short(found.issuer)
    if ours and _HEAD.match(said) and not _HEAD.match(ours):
        # “Thủ tướng Chính phủ” is not “Chính phủ”.
        return True
    names = {_short(each.issuer) for each in known.values() if each.issuer}
    longest = max((name for name in names if said.startswith(name)), key=len, default="")
    if ours and longest:
        return longest not in ours and ours not in longest
    body = _BODY.match(said)
    return body is not None and ours != "" and body[0] not in ours and ours not in said


# A body of the State or the Party that may have issued it; “Tỉnh ủy” is said for each of its own.
_BODY: Final = re.compile(
    r"Chính phủ|Thủ tướng|Quốc hội|(?:Bộ|Sở|Ban) [A-ZĐ]\w+(?: \w+)?"
    r"|(?:UBND|HĐND|Công an) (?:tỉnh|huyện|thị xã|thành phố|xã|phường)|Huyện ủy"
)
_HEAD: Final = re.compile(r"Thủ tướng")


def _short(issuer: str) -> str:
    """As it is most often written."""
    return issuer.replace("Ủy ban nhân dân", "UBND").replace("Hội đồng nhân dân", "HĐND")


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
