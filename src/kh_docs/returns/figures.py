"""Take what somebody wrote into a cell, give what it says: a number, a day, nothing, or words to ask about.

Nothing is guessed: what can be read in two ways keeps its words and becomes a question (returns.md).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal, NamedTuple

from kh_docs.i18n import N_, _
from kh_docs.text import slug

State = Literal["number", "blank", "not_applicable", "not_due", "no_figure", "text"]

# Printed or typed in place of a figure, without marks.
WORDS: Final[dict[str, State]] = {
    "khong-ap-dung": "not_applicable",
    "chua-den-ky": "not_due",
    "chua-den-han": "not_due",
    "chua-co-so-lieu": "no_figure",
    "chua-co": "no_figure",
}
# The dots of a form, and lines drawn by hand in their place.
EMPTY: Final = re.compile(r"[\s.…_\u00a0]*")
# What is left of them where somebody typed beside them.
_DOTS: Final = re.compile(r"…+|\.{3,}|_{2,}")
_FIGURE: Final = re.compile(r"(?P<digits>\d(?:[\d.,\u00a0 ]*\d)?)\s*(?P<behind>[^\d]*)")
_GROUPS: Final = re.compile(r"\d{1,3}(?:([.,\u00a0 ])\d{3})(?:\1\d{3})*")
_DAY: Final = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?")
_LONG_DAY: Final = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?", re.IGNORECASE)
# What one of a unit of money is worth in million đồng.
_MONEY: Final = {
    **dict.fromkeys(("d", "dong", "vnd", "dong-chan"), 1e-6),
    **dict.fromkeys(("nghin", "nghin-dong", "ngan", "ngan-dong"), 1e-3),
    **dict.fromkeys(("trieu", "trieu-dong", "tr", "trd"), 1.0),
    **dict.fromkeys(("ty", "ty-dong", "ti", "ti-dong"), 1e3),
}
_TWO_WAYS = N_("“{raw}” đọc được hai cách, là {one} hay {other}?")
_NO_NUMBER = N_("“{raw}” không phải một số")


class Value(NamedTuple):
    """`value`: a number, or a day as ISO text, or words; `question`: what has to be asked about it."""

    state: State
    value: float | int | str | None
    question: str = ""
    # What was done to the figure, for whoever compares.
    note: str = ""


def value_of(raw: str, kind: str, measure: str = "", year: int | None = None) -> Value:
    """What `raw` says in a cell of type `kind` (n, p, m numbers; d a day; b, t words)."""
    text = _DOTS.sub(" ", raw).strip()
    if EMPTY.fullmatch(text):
        return Value("blank", None)
    if (state := WORDS.get(slug(text))) is not None:
        return Value(state, None)
    if kind == "d":
        return _day(text, year)
    if kind not in ("n", "p", "m"):
        return Value("text", text)
    return _number(text, kind, measure)


def _number(text: str, kind: str, measure: str) -> Value:
    match = _FIGURE.fullmatch(text)
    if match is None:
        # A stroke or “Không” is no figure, and says nothing that could be asked about.
        asked = bool(re.search(r"\d", text))
        return Value("text", text, _(_NO_NUMBER).format(raw=text) if asked else "")
    readings = _readings(match["digits"])
    if not readings:
        return Value("text", text, _(_NO_NUMBER).format(raw=text))
    if len(readings) > 1:
        one, other = map(_shown, readings)
        return Value("text", text, _(_TWO_WAYS).format(raw=text, one=one, other=other))
    return _in_its_measure(readings[0], slug(match["behind"]), text, kind, measure)


def _in_its_measure(figure: float, behind: str, text: str, kind: str, measure: str) -> Value:
    """The figure in the measure that the form asks for; what stands behind it says in which it was given."""
    worth = _MONEY.get(behind)
    if slug(measure) == "trieu-dong" and worth not in (None, 1.0):
        assert worth is not None
        note = _("“{raw}” đổi ra triệu đồng").format(raw=text)
        return Value("number", _plain(figure * worth), "", note)
    if "%" in text and kind != "p" and "%" not in measure:
        return Value("text", text, _("“{raw}”: ở đây cần số lượng, không phải tỷ lệ").format(raw=text))
    return Value("number", _plain(figure))


def _readings(digits: str) -> list[float]:
    """The numbers that these digits may mean: none, one, or two where their marks leave it open."""
    digits = digits.replace("\u00a0", " ")
    if digits.isdigit():
        return [float(digits)]
    marks = [mark for mark in digits if not mark.isdigit()]
    last = marks[-1]
    whole, _mark, decimals = digits.rpartition(last)
    if len(set(marks)) == 1:
        groups = bool(_GROUPS.fullmatch(digits)) and not digits.startswith("0")
        as_groups = [float(digits.replace(last, ""))] if groups else []
        as_decimals = [float(f"{whole}.{decimals}")] if len(marks) == 1 and last in ".," else []
        # The dot is ours between thousands, and the blank can be nothing else.
        if groups and (last in ". " or len(marks) > 1):
            return as_groups
        # A comma before decimals is ours; before three digits it may be somebody's mark of thousands.
        if last == "," and not groups:
            return as_decimals
        return as_groups + as_decimals if groups else [*as_decimals, *_without(digits, last, as_decimals)]
    if last not in ".," or marks.count(last) > 1 or not _GROUPS.fullmatch(whole):
        return []
    return [float("".join(filter(str.isdigit, whole)) + "." + decimals)]


def _without(digits: str, mark: str, decimals: list[float]) -> list[float]:
    """“1.5”: 1,5 as programs write it, or 15 with a slip."""
    return [float(digits.replace(mark, ""))] if decimals else []


def _plain(figure: float) -> float | int:
    return int(figure) if figure == int(figure) else round(figure, 6)


def _shown(figure: float) -> str:
    return f"{_plain(figure)}".replace(".", ",")


def _day(text: str, year: int | None) -> Value:
    match = _LONG_DAY.search(text) or _DAY.search(text)
    if match is None:
        return Value("text", text, _("“{raw}” không phải một ngày").format(raw=text))
    written = int(match[3]) if match[3] else year
    try:
        return Value("text", date(written or 0, int(match[2]), int(match[1])).isoformat())
    except ValueError:
        return Value("text", text, _("“{raw}” là ngày không có thật").format(raw=text))
