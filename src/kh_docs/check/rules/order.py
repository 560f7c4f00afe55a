"""Rules on the order of numbers: I, II; 1, 2; a, b; Điều 1, Điều 2."""

import itertools
from collections.abc import Iterator
from typing import Final

from kh_docs.check.anatomy import Anatomy
from kh_docs.check.findings import Severity
from kh_docs.check.outline import Item, Level
from kh_docs.check.places import at
from kh_docs.check.registry import Fault, rule
from kh_docs.decree30 import POINT_LETTERS
from kh_docs.i18n import _
from kh_docs.patterns import re
from kh_docs.word.roman import to_roman

# Which counters start anew below a heading of each level.
_BELOW: Final[dict[Level, tuple[Level, ...]]] = {
    "phan": ("roman", "khoan", "diem"),
    "chuong": ("muc", "tieu_muc", "khoan", "diem"),
    "muc": ("tieu_muc", "khoan", "diem"),
    "tieu_muc": ("khoan", "diem"),
    "letter": ("roman", "khoan", "diem"),
    "roman": ("khoan", "diem"),
    "dieu": ("khoan", "diem"),
    "khoan": ("diem",),
    "decimal": ("diem",),
}
_SECOND: Final = 2


def _order_faults(anatomy: Anatomy, levels: frozenset[Level]) -> Iterator[Fault]:
    last: dict[Level, int] = {}
    # The number a level had reached before its parent changed: going on from there is a habit, not a slip.
    before: dict[Level, int] = {}
    # The number that the last wrong one should have had: the next may go on from either.
    due: dict[Level, int] = {}
    above: Item | None = None
    for item in anatomy.items:
        value, level = item.value, item.level
        if value == _SECOND and above is not None and _begins_a_list(above, item):
            # “… như sau: 1. …” begins its list in the line.
            last[level] = 1
        twice = above is not None and _is_the_first_again(above, item)
        above = item
        if value is not None:
            wrong = list(_judge(item, last.get(level, 0), before.get(level, 0), due.pop(level, None)))
            if twice:
                wrong = [_order_fault(item, _SECOND, None)]
            if wrong:
                due[level] = last.get(level, 0) + 1
            if level in levels:
                yield from wrong
            if value == 1 and last.get(level):
                before[level] = last[level]
            last[level] = value
        for below in _BELOW.get(level, ()):
            before[below] = last.pop(below, before.get(below, 0))
            due.pop(below, None)


def _begins_a_list(above: Item, second: Item) -> bool:
    """Whether the first of a list stands at the end of the line above its second."""
    first = {"2": "1", "b": "a", "II": "I"}.get(second.number.rstrip(".)"), "")
    return first != "" and re.search(rf":\s+{first}[.)]\s", above.paragraph.text) is not None


def _is_the_first_again(above: Item, item: Item) -> bool:
    """“1. …” right below “1. …”, which ends as an entry does: no list of its own begins there."""
    first = item.level in ("khoan", "diem") and item.value == above.value == 1 and above.level == item.level
    return first and above.rest.endswith((".", ";", ","))


def _judge(item: Item, last: int, before: int, due: int | None) -> Iterator[Fault]:
    value = item.value or 0
    if value == last == 1 and item.level in ("roman", "dieu", "phan", "chuong"):
        # No list of these stands inside another.
        yield _order_fault(item, last + 1, None)
        return
    # A short list inside an item starts at 1; after it the outer list goes on.
    if value in (1, last + 1) or (last and before and value == before + 1):
        return
    if due is not None and value == due + 1:
        return
    goes_on = last == 0 and value == before + 1
    yield _order_fault(item, last + 1, "should" if goes_on else None)


def _order_fault(item: Item, due: int, severity: Severity | None) -> Fault:
    return Fault(
        at(item.paragraph),
        item.number,
        _written(item.level, due),
        _("Số thứ tự không liên tục -> đánh lại số từ đây, hoặc bổ sung mục bị thiếu"),
        severity,
    )


def _written(level: Level, value: int) -> str:
    if level in ("roman", "phan", "chuong"):
        return to_roman(value)
    if level == "diem":
        return POINT_LETTERS[value - 1] if value <= len(POINT_LETTERS) else "…"
    return str(value)


@rule("ND30-STRUCT-A", "must", "PL I, P.I, II.6.c–đ")
def structure_by_articles(anatomy: Anatomy) -> Iterator[Fault]:
    """Phần, Chương, Mục, Tiểu mục and Điều run on without a gap.

    Bad:  Điều 1, Điều 3
    Good: Điều 1, Điều 2
    """
    yield from _order_faults(anatomy, frozenset({"phan", "chuong", "muc", "tieu_muc", "dieu"}))


@rule("ND30-STRUCT-B", "must", "PL I, P.I, mục V, hàng 6.b")
def structure_by_clauses(anatomy: Anatomy) -> Iterator[Fault]:
    """Mục, khoản and điểm run on without a gap and start anew under each parent.

    Bad:  I, III; a), b), d)
    Good: I, II; a), b), c)
    """
    yield from _order_faults(anatomy, frozenset({"roman", "khoan", "diem"}))
    yield from _decimals_of_another(anatomy)
    yield from _decimals_out_of_order(anatomy)
    for item in anatomy.items:
        label = item.paragraph.label
        if label and not label.bullet and item.level != "text":
            own = _typed_level(item)
            if own == item.level:
                yield Fault(
                    at(item.paragraph),
                    item.paragraph.full_text[:20],
                    _("một số"),
                    _("Vừa đánh số tự động vừa gõ số -> xóa số đã gõ"),
                )


def _decimals_of_another(anatomy: Anatomy) -> Iterator[Fault]:
    """“4.1.” right below “III.”: neither a khoản of the mục nor a part of a khoản before it."""
    roman: int | None = None
    for above, item in itertools.pairwise(anatomy.items):
        if above.level == "roman":
            roman = above.value
        elif above.level in ("khoan", "letter", "phan", "chuong", "muc", "dieu"):
            roman = None
        first = item.number.split(".")[0]
        if item.level != "decimal" or roman is None or above.level != "roman":
            continue
        if first != str(roman) and item.number.endswith(".1"):
            yield Fault(
                at(item.paragraph),
                item.number,
                "1",
                _("Số thứ tự không liên tục -> đánh lại số từ đây, hoặc bổ sung mục bị thiếu"),
            )


def _decimals_out_of_order(anatomy: Anatomy) -> Iterator[Fault]:
    """“2.5.” behind “2.7.”, both of the same khoản."""
    reached: dict[str, int] = {}
    for item in anatomy.items:
        if item.level in ("roman", "letter", "phan", "chuong", "muc", "dieu", "khoan"):
            reached.clear()
        elif item.level == "decimal":
            parent, _dot, last = item.number.rpartition(".")
            value, before = int(last), reached.get(parent)
            if before is not None and value not in (1, before + 1):
                yield Fault(
                    at(item.paragraph),
                    item.number,
                    f"{parent}.{before + 1}",
                    _("Số thứ tự không liên tục -> đánh lại số từ đây, hoặc bổ sung mục bị thiếu"),
                )
            reached[parent] = value


def _typed_level(item: Item) -> Level | None:
    """The level that the typed text alone would have, when an automatic number stands before it."""
    text = item.paragraph.text
    patterns: tuple[tuple[str, Level], ...] = (
        (r"[IVXLC]+\.\s", "roman"),
        (r"\d{1,2}\.\s", "khoan"),
        (r"[a-zđ]\)\s", "diem"),
        (r"Điều \d+\.", "dieu"),
    )
    return next((level for pattern, level in patterns if re.match(pattern, text)), None)
