"""Take what somebody wrote into a cell, give what it says: a number, a day, nothing, or words to ask about.

Forms that come back and workbooks are read by this one reader. Nothing is guessed: what can be read in
two ways keeps its words and becomes a question (returns.md).
"""

from __future__ import annotations

import unicodedata
from typing import Final, Literal, NamedTuple

from kh_docs.facts.spelt_days import days_in
from kh_docs.facts.spelt_measures import is_money, is_named, is_too_much, scales, worth
from kh_docs.facts.spelt_numbers import FIGURE, plain, readings, shown
from kh_docs.facts.spelt_remarks import remark_on
from kh_docs.i18n import N_, _
from kh_docs.patterns import re
from kh_docs.text import STROKE, THING, slug
from kh_docs.unseen import seen

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
# Printed where a list of the same document gives the figure, or others of its figures do.
_ELSEWHERE: Final = re.compile(r"Phụ lục( [IVX]+)?|tự (?:cộng|tính)")
# What is left of them where somebody typed beside them.
_DOTS: Final = re.compile(r"…+|\.{3,}|_{2,}")
# In place of a figure, without marks: they say that there is none, and nothing that could be asked about.
_DRAWN: Final = re.compile(r"[\s\-–—−/\\.*_=]+")
_SAYS_NONE: Final = frozenset(("x", "khong", "khong-co", "khong-phat-sinh", "chua", "na", "n-a"))
_PER_CENT: Final = re.compile(r"[%％‰]|phần (?:trăm|nghìn)", re.IGNORECASE)
# With a 29th of February.
_ANY_YEAR: Final = 2000
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
    text = _DOTS.sub(" ", unicodedata.normalize("NFC", seen(raw))).strip()
    if EMPTY.fullmatch(text) or _ELSEWHERE.fullmatch(text):
        return Value("blank", None)
    if (state := WORDS.get(slug(text))) is not None:
        return Value(state, None)
    if question := _unread(text):
        return Value("text", text, question)
    if kind == "d":
        return _day(text, year)
    if kind not in ("n", "p", "m"):
        return Value("text", text)
    return _number(text, kind, measure)


def _unread(text: str) -> str:
    """What to ask where a cell shows more than its letters say."""
    if THING in text:
        return _("ô có hình, khung chữ hoặc công thức mà máy không đọc được, đề nghị gõ số vào ô")
    return _("“{raw}”: có chữ gạch bỏ").format(raw=text) if STROKE in text else ""


def _number(text: str, kind: str, measure: str) -> Value:
    match = FIGURE.fullmatch(text)
    if match is None:
        asked = slug(text) not in _SAYS_NONE and not _DRAWN.fullmatch(text)
        return Value("text", text, _(_NO_NUMBER).format(raw=text) if asked else "")
    found = readings(match["digits"])
    if not found:
        return Value("text", text, _(_NO_NUMBER).format(raw=text))
    if len(found) > 1:
        one, other = map(shown, found)
        return Value("text", text, _(_TWO_WAYS).format(raw=text, one=one, other=other))
    return _in_its_measure(found[0], match["behind"], text, kind, measure)


def _in_its_measure(figure: float, behind: str, text: str, kind: str, measure: str) -> Value:
    """The figure in the measure that the form asks for; what stands behind it says in which it was given."""
    if question := remark_on(figure, behind, text):
        return Value("text", text, question)
    rate = worth(behind, measure)
    if rate is not None:
        note = _("“{raw}” đổi ra {measure}").format(raw=text, measure=measure) if rate != 1 and figure else ""
        return Value("number", plain(figure * rate), "", note)
    if scales(behind):
        return Value("text", text, _("“{raw}”: viết đủ các chữ số").format(raw=text))
    if _PER_CENT.search(text) and kind != "p" and "%" not in measure:
        return Value("text", text, _("“{raw}”: ở đây cần số lượng, không phải tỷ lệ").format(raw=text))
    if is_money(measure) and figure and (is_named(behind) or is_too_much(figure, measure)):
        asked = _("“{raw}”: ô này tính bằng {measure}; ghi bằng đồng thì ghi rõ “đồng” sau số")
        return Value("text", text, asked.format(raw=text, measure=measure))
    return Value("number", plain(figure))


def _day(text: str, year: int | None) -> Value:
    days = days_in(text, year)
    if not days:
        return Value("text", text, _("“{raw}” không phải một ngày").format(raw=text))
    if len(days) > 1:
        return Value("text", text, _("“{raw}” có hơn một ngày").format(raw=text))
    if days[0] is None:
        without = year is None and days_in(text, _ANY_YEAR) != [None]
        said = _("“{raw}” thiếu năm") if without else _("“{raw}” là ngày không có thật")
        return Value("text", text, said.format(raw=text))
    return Value("text", days[0].isoformat())
