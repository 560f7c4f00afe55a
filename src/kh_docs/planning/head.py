"""Take a source, give the plan's head (number, day, issuer, title) and the lines of its body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kh_docs.i18n import _
from kh_docs.planning.annexes import begins_annex
from kh_docs.planning.lines import Line, refused
from kh_docs.planning.outline import Question
from kh_docs.planning.source import Source
from kh_docs.planning.title import RULE_LINE, title_after
from kh_docs.text import slug

_NUMBER = re.compile(r"Số(?: hiệu)?\s*:?\s*\|?\s*(\d+[a-z]?)\s*/\s*(KH[-\w&]*)")
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_PLACE_AND_DAY = re.compile(r"([^\W\d_][^|,\n]{1,40}),\s*ngày\s+\d", re.IGNORECASE)
_ISSUED = re.compile(r"Ngày ban hành\s*:?\s*\|?\s*(\d{1,2})/(\d{1,2})/(\d{4})")
_SIGNER = re.compile(r"Người ký\s*:?\s*\|?\s*([^\W\d_][^|\n]+)")
_PROVINCE = re.compile(
    r"(?i:[ỦU][ỷyỳ] ban nhân dân)\s+(?i:(tỉnh|thành phố))\s+"
    r"((?:(?!(?i:cộng|số|độc|kế|v/v|xây)\b)[^\W\d_a-zđ]\w*\s?){1,4})"
)
_KIND = re.compile(r"kế\s?hoạch\s*$", re.IGNORECASE)
_AMENDS = re.compile(
    r"(?:về )?(?:việc )?(?:sửa đổi|bổ sung|điều chỉnh|thay thế)\b[^.;]{0,60}\bkế hoạch (?:số )?\d",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(nơi nhận|tm\.\s*ủy ban|kt\.\s*chủ tịch|t/m\b)", re.IGNORECASE)
# Not “đến năm 2030”, “tầm nhìn đến năm 2045”.
_YEAR = re.compile(r"(?<!đến )(?<!đến hết )năm\s+(\d{4})(?!\s*[-–]\s*\d{4})", re.IGNORECASE)


class PlanHead(NamedTuple):
    """What stands above the text; empty where it does not say."""

    number: str = ""
    symbol: str = ""
    issued_on: date | None = None
    issuer: str = ""
    place: str = ""
    title: str = ""
    signer: str = ""
    year: int = 0


class Parts(NamedTuple):
    head: PlanHead
    body: tuple[Line, ...]
    questions: tuple[Question, ...]
    # Signature, recipients, annexes.
    below: tuple[Line, ...] = ()
    # Lines of the site before the letterhead.
    noise: int = 0


def take_apart(source: Source) -> Parts:
    """Raises DataError where there is no plan in it, or more than one."""
    lines = source.lines
    kinds = [at for at, line in enumerate(lines) if _KIND.fullmatch(line.text.strip(" |*"))]
    _refuse_two(source, kinds)
    # Some sites leave the word out; then the number is the last that stands above the title.
    numbered = [at for at, line in enumerate(lines) if _NUMBER.search(line.text)]
    top = kinds[0] if kinds else numbered[-1] if numbered else -1
    start, title = title_after(lines, top, bool(kinds)) if top >= 0 else (0, "")
    ends = (at for at in range(start, len(lines)) if _ENDS.match(lines[at].text) or begins_annex(lines[at]))
    end = next(ends, len(lines))
    above = lines[: top + 1]
    head = _head(above, lines[end:], title)
    body = tuple(line for line in lines[start:end] if not RULE_LINE.fullmatch(line.text))
    questions = _missing(head, lines[top].number if top >= 0 else None)
    return Parts(head, body, questions, lines[end:], _noise(above))


def _refuse_two(source: Source, kinds: Sequence[int]) -> None:
    numbers = {found[1] for line in source.lines if (found := _NUMBER.search(line.text))}
    if len(kinds) > 1 and len(numbers) > 1:
        raise refused(
            source.file,
            source.lines[kinds[1]].number,
            _("có hai kế hoạch trong một tệp (số {})").format(", ".join(sorted(numbers))),
            _("tách mỗi kế hoạch thành một tệp"),
        )


def _head(above: Sequence[Line], below: Sequence[Line], title: str) -> PlanHead:
    text = "\n".join(line.text for line in above)
    joined = " ".join(text.replace("|", " ").split())
    number = _NUMBER.search(joined)
    issued_on = _issued(joined)
    province = _PROVINCE.search(joined) or _PROVINCE.search(title)
    place = found[1].split("|")[-1].strip() if (found := _PLACE_AND_DAY.search(text)) else ""
    name = province[2].strip() if province else place
    place = _capital(name) if province else place
    years = [int(year) for year in _YEAR.findall(title)]
    year = years[-1] if years else issued_on.year if issued_on else _year_of_a_draft(joined)
    kind = province[1].lower() if province else "tỉnh"
    return PlanHead(
        number=number[1] if number else "",
        symbol=number[2].rstrip("-") if number else "",
        issued_on=issued_on,
        issuer=f"Ủy ban nhân dân {kind} {_capital(name)}" if name else "",
        place=place,
        title=title,
        signer=_signer(text, below),
        year=year,
    )


def _capital(name: str) -> str:
    return name.title() if name.isupper() else name


def _issued(text: str) -> date | None:
    found = _DAY.search(text) or _ISSUED.search(text)
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_of_a_draft(text: str) -> int:
    """A draft leaves its day open: “ngày     tháng 6 năm 2026”."""
    found = re.search(r"ngày[\s.…_]*tháng[\s.…_\d]*năm\s+(\d{4})", text, re.IGNORECASE)
    return int(found[1]) if found else 0


def _signer(text: str, below: Sequence[Line]) -> str:
    if found := _SIGNER.search(text):
        return found[1].strip()
    for at, line in enumerate(below):
        if re.search(r"chủ tịch\s*$", line.text, re.IGNORECASE):
            for after in below[at + 1 : at + 4]:
                name = after.text.split(" | ")[-1].strip()
                if re.fullmatch(r"(?:[^\W\d_]+\s){1,4}[^\W\d_]+", name) and "chủ tịch" not in name.lower():
                    return name
    return ""


def _missing(head: PlanHead, line: int | None) -> tuple[Question, ...]:
    wanted = {
        _("không thấy số, ký hiệu của kế hoạch"): head.number,
        _("không thấy ngày ban hành"): head.issued_on,
        _("không thấy cơ quan ban hành"): head.issuer,
        _("không thấy trích yếu"): head.title,
    }
    missing = [Question("", line, "", message) for message, value in wanted.items() if not value]
    if _AMENDS.match(head.title):
        told = _("sửa đổi một kế hoạch khác -> sửa thẳng dữ liệu của kế hoạch ấy, rồi chạy kh-docs update")
        missing.append(Question("", line, head.title, told))
    return tuple(missing)


def _noise(above: Sequence[Line]) -> int:
    """How many lines stand before the letterhead."""
    return next((at for at, line in enumerate(above) if slug(line.text).startswith("uy-ban-nhan-dan")), 0)
