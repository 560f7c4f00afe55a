"""Find the documents that a plan cites: kind, number and symbol, day, issuer, subject, as it words them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kh_docs.planning.laws import laws_in
from kh_docs.planning.outline import OutlineClause
from kh_docs.planning.spans import Span

KINDS = (
    "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư", "Kết luận", "Kế hoạch",
    "Chương trình", "Công văn", "Công điện", "Hướng dẫn", "Thông báo", "Đề án", "Quy định", "Quy chế",
    "Báo cáo", "Tờ trình", "Văn bản", "Thông tri", "Phương án", "Pháp lệnh", "Bộ luật", "Luật", "Lệnh",
    "Quy ước", "Điều lệ", "Biên bản", "Dự án", "Thỏa thuận", "Thoả thuận", "Giấy mời", "Hợp đồng",
    "Quy trình", "Đề cương", "Thư", "Chiến lược",
)  # fmt: skip
_KIND = "|".join(sorted((re.escape(kind) for kind in KINDS), key=len, reverse=True))
# Signs of a symbol: letters of the body and the kind, joined by - / &; it ends with a letter or digit.
_SYMBOL = r"(?:\d{4}\s?/\s?)?[A-ZĐƯÂ][\w&Đđ]*(?:\s?[-–/.&]\s?[A-ZĐƯ\d][\w&Đđ]*)*"
NUMBER = rf"(?<![\d/.,])\d{{1,5}}[a-z]?\s?(?:[/-–]|\s?-\s?)\s?{_SYMBOL}".replace("[/-–]", "[/–-]")
_DATE = (
    r"(?:ngày\s+)?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})|ngày\s+(\d{1,2})\s+tháng\s+"
    r"(\d{1,2})\s+năm\s+(\d{4})"
)
_REFERENCE = re.compile(NUMBER)
_DAY = re.compile(rf"\s*,?\s*\(?(?:{_DATE})\)?")
_KIND_BEFORE = re.compile(
    rf"(?:^|(?<=[^\w]))({_KIND})((?:\s+[^\s;:.“”\"]+){{0,14}}?)\s*(?::\s*)?(?:số\s*:?\s*)?$", re.IGNORECASE
)
_SERIES = re.compile(rf"(?:Các|các)\s+({_KIND})", re.IGNORECASE)
_JOIN = re.compile(r"\s*,?\s*(của|giữa)\s+")
# Where the name of a body ends and the sentence goes on.
_BODY_ENDS = re.compile(
    r"\s+(?:về|quy định|ban hành|phê duyệt|hướng dẫn|triển khai|thực hiện|sửa đổi|bổ sung|trong|giai đoạn"
    r"|tại|"
    r"nhằm|đến|từ|để|cho|bãi bỏ|công bố|quyết định|thông qua|kèm theo|đã|được|có|năm|do|là|khóa|khoá|theo"
    r"|v/v|"
    r"tiếp tục|tăng cường|đẩy mạnh|chỉ đạo(?! )|yêu cầu|giao|thay thế|ngày|số|trên|và (?:các văn bản|"
    rf"{_KIND}))(?=\s|$)|\s*[;:.(“”\"\n)]|,\s+(?![A-ZĐÂÊÔƯ][\w]*\s+(?:và|-)\s)(?!chống)|\s+[-–]\s+(?=[a-zđ])|"
    rf"\s+(?:{_KIND})\s+số"
)
_SUBJECT_ENDS = re.compile(
    rf";|\.(?=\s|$)|\n|(?:,|\s+và)\s+(?:các\s+)?(?:{_KIND})\s+(?:[^\s;:.]+\s+){{0,4}}?"
    rf"(?:số\s+)?\d{{1,5}}[a-z]?[/-]|"
    r",\s+(?:Ủy ban nhân dân|UBND|Ủy ban Nhân dân)\b"
)
_LAST_BASIS_OF_A_PHRASE = 14


class Basis(NamedTuple):
    """One citation; `start` and `end` are its place in the text of the clause."""

    clause: str
    line: int
    start: int
    end: int
    kind: str
    number: str
    issued_on: date | None
    issuer: str
    joined_by: str
    subject: str
    literal: str
    # The next one bears the subject of both.
    shares_next: bool = False


def find_bases(clauses: Sequence[OutlineClause]) -> tuple[Basis, ...]:
    """Every citation in every clause, in the order of the text."""
    return tuple(basis for clause in clauses for basis in _in_clause(clause))


def cited(bases: Sequence[Basis], clause: str) -> tuple[Span, ...]:
    """The pieces of the clause that tell of other documents: no date in them is a deadline."""
    return tuple(Span(basis.start, basis.end) for basis in bases if basis.clause == clause)


def _in_clause(clause: OutlineClause) -> Iterator[Basis]:
    text = clause.text
    numbered = list(_numbered(clause))
    taken = [Span(basis.start, basis.end) for basis in numbered]
    laws = [
        Basis(
            clause.id,
            clause.line_at(law.start),
            law.start,
            law.end,
            kind,
            "",
            day,
            "",
            "của",
            name,
            text[law.start : law.end],
        )
        for law, kind, name, day in laws_in(text)
        if not any(law.start < span.end and span.start < law.end for span in taken)
    ]
    yield from sorted((*numbered, *laws), key=lambda basis: basis.start)


def _numbered(clause: OutlineClause) -> Iterator[Basis]:
    text = clause.text
    before = 0
    series = ""
    for found in _REFERENCE.finditer(text):
        if not _is_symbol(found[0]):
            continue
        lead = text[before : found.start()]
        kind, start = _kind_of(lead, series, before, found.start())
        if kind is None:
            continue
        if (many := list(_SERIES.finditer(lead))) and not lead[many[-1].end() :].strip().startswith("khác"):
            series = many[-1][1]
        day, end = _day_after(text, found.end())
        joined_by, issuer, end = _issuer_after(text, end)
        if not issuer and (inside := re.search(r"\bcủa\s+(.+?)\s*(?::|số|$)", text[start : found.start()])):
            issuer = inside[1].strip(" :,")
            issuer = re.sub(r"\s*số$", "", issuer)
        subject = _subject_after(text, end)
        shares = (
            bool(issuer) and not subject and re.match(rf"\s*(?:,|và)\s+(?:{_KIND})\b", text[end:]) is not None
        )
        line, number, literal = clause.line_at(start), _tight(found[0]), text[start:end]
        yield Basis(
            clause.id, line, start, end, kind, number, day, issuer, joined_by, subject, literal, shares
        )
        before = found.end()


def _is_symbol(number: str) -> bool:
    """“15/5” is a day and “24/7” a habit; a symbol has two capitals, or is that of a parliament (“QH15”)."""
    return len(re.findall(r"[A-ZĐ]", number)) >= 2 or "CP" in number


def _kind_of(lead: str, series: str, before: int, at: int) -> tuple[str | None, int]:
    if found := _KIND_BEFORE.search(lead[-160:]):
        offset = at - len(lead[-160:])
        kind, middle = found[1], found[2].strip()
        inner = list(re.finditer(rf"(?<!\w)(?:{_KIND})(?!\w)", middle))
        if inner:
            return inner[-1][0], offset + found.start(2) + len(found[2]) - len(found[2].lstrip()) + inner[
                -1
            ].start()
        return _capital(kind), offset + found.start(1)
    number_word = re.search(r"số\s*:?\s*$", lead)
    if series and number_word:
        return _capital(series), at - len(lead) + number_word.start()
    return ("", at - len(lead) + number_word.start()) if number_word else (None, at)


def _capital(kind: str) -> str:
    return kind[:1].upper() + kind[1:]


def _tight(number: str) -> str:
    return re.sub(r"\s", "", number).replace("–", "-").rstrip(".-/&")


def _day_after(text: str, at: int) -> tuple[date | None, int]:
    found = _DAY.match(text, at)
    if found is None:
        return None, at
    day, month, year = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day), found.end()
    except ValueError:
        return None, at


def _issuer_after(text: str, at: int) -> tuple[str, str, int]:
    found = _JOIN.match(text, at)
    if found is None:
        return "của", "", at
    ends = _BODY_ENDS.search(text, found.end())
    end = ends.start() if ends else len(text)
    if found[1] == "giữa" and (about := re.search(r"\s+(?:về|trong)\s", text[found.end() :])):
        end = found.end() + about.start()
    return found[1], text[found.end() : end].strip(" ,"), end


def _subject_after(text: str, at: int) -> str:
    """Its title as the plan words it: to the end of the citation, quotation marks kept whole."""
    rest = text[at:]
    if not re.match(
        r"\s*[,(]?\s*(?:về|v/v|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|triển khai|thực hiện|tiếp "
        r"tục|“|\")",
        rest,
    ):
        return ""
    depth_end = re.match(r"\s*(?:[^“;.\n]*?)“[^”]*”", rest)
    ends = _SUBJECT_ENDS.search(rest, depth_end.end() if depth_end else 0)
    return rest[: ends.start() if ends else len(rest)].strip(" ,:")
