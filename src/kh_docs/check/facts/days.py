"""Days, months, quarters and years, held against the deadlines, periods and dates of the plan."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from kh_docs.check.facts.days_found import days_found, end_of, last_before, without_days
from kh_docs.check.facts.fact import Statement
from kh_docs.check.facts.known_days import YEAR_ALONE, Due, KnownDays
from kh_docs.check.facts.passages import Passage, sentences
from kh_docs.check.facts.weights import Weights, likest
from kh_docs.patterns import re

# What makes a day the end of a task.
_DUE: Final = re.compile(
    r"(trước|chậm nhất|đến hết|hoàn thành|xong|trong|:)\s*(ngày|là|vào)?\s*$", re.IGNORECASE
)
_ALIKE: Final = 0.6
# So much alike that one of our own inner days is wrong there, though nobody is said to get it.
_SURELY_ALIKE: Final = 0.75
# So much more alike than the deadline whose day it is.
_FAR_MORE: Final = 0.3
_HALF, _NEARLY_HALF, _NEARLY = 0.5, 0.4, 0.1
_MORE: Final = 0.15
# Of any task.
_PLAIN: Final = re.compile(
    r"\b(?:hoàn thành|thời gian|kết quả|báo cáo|thực hiện|yêu cầu|kế hoạch|theo|UBND tỉnh|số|xong)\b|\d+/\S+",
    re.IGNORECASE,
)
_DONE: Final = re.compile(r"\bhoàn thành\b", re.IGNORECASE)
# The day of an event stands in brackets behind its name; held on another day it is another matter.
_NAMED: Final = re.compile(r"“?([^“”;.(]{5,120})”?\s*\((?:ngày\s*)?$")
_NAMES_IT: Final = 0.9
_LONGEST_NAME: Final = 140
# To whom something goes: a plan's deadline binds what goes to the province, not what goes to the district.
_RECEIVER: Final = re.compile(
    r"\b(?:(?:gửi|về|qua|cho)\b[^;.()]{0,40}?|báo cáo (?:UBND|Công an|Ban Chỉ đạo) )"
    r"\b(tỉnh|huyện|thị xã|thành phố|xã|phường)\b",
    re.IGNORECASE,
)
_SENT: Final = re.compile(r"\b(?:báo cáo|BC)\b", re.IGNORECASE)
_BEFORE: Final = re.compile(r"\btrước( ngày)?\s*$", re.IGNORECASE)
_AFTER: Final = re.compile(r",? (?:ngay )?sau (?:đợt|khi|lần|cuộc|hội nghị)\b")
# What the unit does apart from a body of the province.
_BY_ITSELF: Final = re.compile(r"\btự (?:kiểm tra|tổ chức|đánh giá|rà soát|chấm|lựa chọn)\b", re.IGNORECASE)
# “(2) …”, “- …”.
_LIST_MARK: Final = re.compile(r"^\s*(?:\(?[\da-zđ]{1,2}[.)]|[-+]) ")
# A report for each period is known by its period.
_PERIODS: Final = {
    "yearly": re.compile(
        r"\b(báo cáo|BC) (kết quả )?(thực hiện )?(cả |0?1 )?năm\b|(kết quả|tổng kết) (0?1 )?năm\b"
        r"|\b0?1 năm (?=\(|trước\b)",
        re.I,
    ),
    "half-yearly": re.compile(r"\b0?6 tháng|sáu tháng|nửa năm", re.I),
}
_PERIOD: Final = re.compile(r"\b(0?6|sáu) tháng\b|\bnửa năm\b|\b(0?1|một|báo cáo|BC) năm\b", re.IGNORECASE)


def days_in(passage: Passage, known: KnownDays) -> Iterator[Statement]:
    """Each day, month and quarter with what the plan says of it; a year only where it contradicts."""
    for match, key in days_found(passage.text, known.year):
        plain = Statement("date", match[0].strip("( "), match.start())
        before = passage.text[: match.start() + match[0].startswith("(")]
        context = _before_another(passage, match)
        moved = _moved(key, before, context, known, _is_demanded(match, passage, known))
        if moved is not None and not _is_its_own(match, passage.text, moved):
            yield plain._replace(state="contradicts", clause=moved.clause, expected=moved.literal)
        elif len(key) == YEAR_ALONE:
            continue
        elif key in known.days:
            yield plain._replace(state="matched", clause=known.days[key])
        else:
            yield plain


def _is_its_own(day: re.Match[str], text: str, moved: Due) -> bool:
    """Whether the plan sets the day in the very words that stand here."""
    literal = moved.literal.casefold()
    return text[: day.end()].casefold().endswith(literal) and any(char.isdecimal() for char in literal)


def _before_another(passage: Passage, day: re.Match[str]) -> str:
    """The sentence around a day, up to what it is only said to come after: “…, sau đợt kiểm tra của tỉnh”."""
    start, end = passage.span_around(day.start())
    after = _AFTER.search(passage.text, day.end(), end)
    return passage.row or passage.text[start : after.start() if after else end]


def _is_demanded(match: re.Match[str], passage: Passage, known: KnownDays) -> bool:
    """Whether the passage says that the plan sets the day."""
    start, context = passage.sentence_as_written(match.start())
    return not passage.row and known.attribution.covers(context, match.start() - start, match.end() - start)


def _moved(key: str, before: str, context: str, known: KnownDays, is_demanded: bool) -> Due | None:
    """The deadline that the passage speaks of, where it names a later day for it, and no day of it.

    `is_demanded`: it says that the plan sets this day; then an earlier one is as wrong.
    """
    event = _event(key, before, known)
    if event is not None:
        return event
    is_year = len(key) == YEAR_ALONE
    if not is_year and not _DUE.search(before):
        return None
    words, near = without_days(context, known.year), _since_the_last_day(before, known.year)
    passages = _passages(words, near)
    alike = [
        (_alike(each, words, near, passages, known.weights, is_demanded=is_demanded), each)
        for each in known.due
    ]
    if is_demanded and not is_year and not known.weights.says_enough(_PLAIN.sub(" ", near)):
        # “Hoàn thành trước ngày …” of one of its days: nothing tells what is due.
        return None
    last = last_before(key) if _BEFORE.search(before) else end_of(key)
    if key.count("/") == 1 and (late := _until_its_end(key, last, alike)):
        return late
    # One whose day is named is no longer asked for.
    named = {each for _match, each in days_found(context, known.year)}
    share, nearest = _nearest([pair for pair in alike if not pair[1].days & named], is_year)
    if nearest is None or (nearest.last is not None and last <= nearest.last and not is_demanded):
        # Who is ready before the plan's day keeps it.
        return None
    if is_year and not nearest.is_for_a_year:
        # Of what is due in the plan's own year another year is as a rule the next step.
        later = max((other for other, each in alike if each.last and each.last >= end_of(key)), default=0.0)
        return nearest if _DONE.search(context) and share - later >= _MORE else None
    told = near if known.weights.says_enough(near) else words
    if not is_demanded and _keeps_another(share, key, told, known):
        return None
    suits = max((other for other, each in alike if key in each.days), default=0.0)
    if is_demanded:
        # A month or a quarter that the plan names nowhere is nobody's.
        stray = key not in known.days and key.count("/") == 1 and suits == 0
        sure = share >= (_NEARLY_HALF if stray else _HALF) and share - suits >= _MORE
    elif suits:
        sure = share >= _SURELY_ALIKE and share - suits >= _FAR_MORE
    elif key in known.inner and not _RECEIVER.search(context):
        sure = share >= _SURELY_ALIKE
    else:
        sure = share >= _ALIKE and (key not in known.days or key in known.inner)
    return nearest if sure else None


def _until_its_end(key: str, last: date, alike: list[tuple[float, Due]]) -> Due | None:
    """What is due before a month or a quarter, where the passage takes all of it: “trong tháng 10”."""
    share, due = likest(alike)
    if due is not None and share >= _ALIKE and key in due.days and due.last is not None and last > due.last:
        return due
    return None


def _nearest(alike: list[tuple[float, Due]], is_year: bool) -> tuple[float, Due | None]:
    """The deadline that is most alike; for a year one that is for a year, if it is surely meant."""
    goals = [pair for pair in alike if is_year and pair[1].is_for_a_year and pair[0] >= _SURELY_ALIKE]
    return likest(goals or alike)


def _keeps_another(share: float, key: str, words: str, known: KnownDays) -> bool:
    """Whether the words say nearly as much of a deadline that the day keeps."""
    later = (each for each in known.due if each.last and end_of(key) <= each.last)
    kept = max((known.weights.likeness(each.text, words) for each in later), default=0.0)
    return kept >= _HALF and share - kept < _NEARLY


def _event(key: str, before: str, known: KnownDays) -> Due | None:
    """The event behind whose name another day of the plan's year stands in brackets."""
    named = _NAMED.search(before[-_LONGEST_NAME:])
    if named is None or not key.endswith(str(known.year)):
        return None
    for each in known.due:
        words = each.text.partition("“")[2].partition("”")[0] or each.text
        if each.is_event and known.weights.likeness(words, named[1]) >= _NAMES_IT and key not in each.days:
            return each
    return None


def _since_the_last_day(before: str, year: int) -> str:
    """The words of the sentence between the day before this one and this one."""
    last = max((match.end() for match, _key in days_found(before, year)), default=0)
    *_rest, part = sentences(before[last:])
    return part


def _passages(context: str, near: str) -> tuple[str, ...]:
    """The sentence, what stands before the day, and the last of the things it says."""
    # The last of several things is meant; to whom it goes is no task.
    *_first, before_last, last = ("", *near.split(", "))
    return (context, near, *(_RECEIVER.sub("", each) for each in (f"{before_last}, {last}", last)))


def _alike(
    due: Due,
    context: str,
    near: str,
    passages: tuple[str, ...],
    weights: Weights,
    *,
    is_demanded: bool = False,
) -> float:
    """How much the passage speaks of this deadline; nothing, where it goes to another level of bodies.

    `near`: the words before the day, which say its task and period where the passage has several.
    """
    if due.is_of_the_province and _BY_ITSELF.search(near.rpartition(", ")[2]):
        return 0.0
    wanted = set(_RECEIVER.findall(due.text))
    told = set(_RECEIVER.findall(near)) or set(_RECEIVER.findall(context))
    if wanted and told and not wanted & told:
        return 0.0
    period = _PERIODS.get(due.recurring) or next(
        (each for each in _PERIODS.values() if _SENT.match(due.text) and each.search(due.text)), None
    )
    if period is not None:
        if not period.search(near if _PERIOD.search(near) else context):
            return 0.0
        same_level = wanted & told or (is_demanded and not told)
        if same_level and _SENT.match(due.text) and _SENT.search(context):
            # What goes to the same level for the same period is this one, whatever it is called.
            return 1.0
    if weights.stages(near):
        near = _LIST_MARK.sub("", near)
        # “Sơ kết giai đoạn 1 trước …, giai đoạn 2 trước …”: the stage says which of them.
        if weights.stages(near) != weights.stages(due.text):
            return 0.0
        enough = _NEARLY_HALF if is_demanded else _HALF
        if max(weights.likeness(near, due.text), weights.likeness(due.text, near)) >= enough:
            return _SURELY_ALIKE
    return max(weights.told(text, words) for text in due.texts for words in passages)
