"""Units that became part of another before the report was due: what both of them report counts once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from kh_docs.facts.adding_up import every_commune, sources
from kh_docs.facts.ceasing import ceased, taken_over
from kh_docs.facts.numbers_vi import number_of
from kh_docs.i18n import N_, _
from kh_docs.model.fields import COMMUNES
from kh_docs.model.indicators import Indicator
from kh_docs.returns.apart import Apart
from kh_docs.returns.conflict import Conflict
from kh_docs.returns.from_lists import sum_of
from kh_docs.returns.ground import Ground
from kh_docs.returns.numbers import CURRENT, PREVIOUS, Numbers, shown
from kh_docs.returns.returned import Return
from kh_docs.returns.values import Question
from kh_docs.returns.word_form import read_form
from kh_docs.text import slug

# The section of the form in which the unit that took over says it: `da_gom_<unit>`, see _bao-cao.j2.
_SECTION: Final = "da_gom_"
_ASKED = N_(
    "chưa ghi rõ số liệu của {unit} đã cộng vào báo cáo này hay ghi riêng; để không tính hai lần, số nào báo "
    "cáo này đã có thì không cộng thêm số của {unit}; quyết định: “chấp nhận” hoặc “ghi riêng”"
)
# In slugs. “Không ghi riêng” says neither clearly.
_APART: Final = re.compile(r"(?<!khong-)(?:ghi|tach)-rieng|(?:chua|khong)-(?:duoc-)?cong")
_WITHIN: Final = re.compile(r"(?<!chua-)(?<!khong-)(?:da-(?:duoc-)?cong|cong-vao)")
_COLUMNS: Final = (CURRENT, PREVIOUS)


class Held(NamedTuple):
    """What the unit that took over reports: its numbers count for the other as well, which is not added."""

    into: str
    numbers: Mapping[str, float]
    # Cells that can be about its own communes only.
    own: frozenset[str]
    # By its own word or the officer's; else it is asked, and held meanwhile.
    is_said: bool


def said_in(texts: Mapping[str, str]) -> dict[str, str]:
    """What a form says of units taken over: the words of those sections, by unit."""
    named = ((tag.partition(".")[0], text) for tag, text in texts.items() if tag.startswith(_SECTION))
    return {slug(name.removeprefix(_SECTION)): text for name, text in named}


def printed_for(unit: str, ground: Ground) -> dict[str, str]:
    """What the form of the unit prints of them, where a workbook says nothing else."""
    if not list(_taken_over(unit, ground)):
        return {}
    blank = read_form(ground.request.blank(unit), ground.request.guide)
    return said_in({tag: cell.raw for tag, cell in blank.cells.items()})


def taken_in(sent: Return, ground: Ground) -> list[str]:
    """The units whose figures this return says that it holds."""
    return [other for other in _taken_over(sent.unit, ground) if _answer(sent, other, ground)]


def communes_in(sent: Return, ground: Ground) -> int:
    """How many communes its figures may be about."""
    units = ground.request.book.units
    return sum(len(units[unit].children) for unit in (sent.unit, *taken_in(sent, ground)))


def asked_of_joined(sent: Return, ground: Ground) -> Return:
    """The return with a question for each unit of which it does not say whether its figures are in."""
    units = ground.request.book.units
    unsaid = [name for name in _taken_over(sent.unit, ground) if _answer(sent, name, ground) is None]
    questions = [
        Question(units[name].full_name, sent.joined.get(name, ""), _message(name, ground), "")
        for name in unsaid
    ]
    return sent._replace(questions=[*sent.questions, *questions])


def held_by(sent: Return, ground: Ground) -> Iterator[tuple[str, Held]]:
    """What this return counts for each unit that its unit has taken over."""
    numbers = Numbers(sent.figures, ground.paper)
    known: dict[str, float] = {}
    for item in ground.request.book.indicators.indicators:
        for column in _COLUMNS:
            if (number := numbers.of(item.id, column)) is not None:
                known[f"{item.id}.{column}"] = number
    known |= {key: 0.0 for key, figure in sent.figures.items() if figure.state == "text" and figure.value}
    for other in _taken_over(sent.unit, ground):
        answer = _answer(sent, other, ground)
        if answer is not False:
            yield other, Held(sent.unit, known, frozenset(_own(sent, numbers, ground)), bool(answer))


def apart_from(sent: Return, held: Held, ground: Ground) -> Apart:
    """Which figures of this return are counted already in those of the unit that it became part of."""
    book = ground.request.book
    numbers = Numbers(sent.figures, ground.paper)
    keys, more, lists = set[str](), dict[str, float](), set[str]()
    for item in book.indicators.indicators:
        for column in _COLUMNS:
            key = f"{item.id}.{column}"
            if key not in held.numbers:
                continue
            own = numbers.of(item.id, column)
            if own is not None and key in held.own:
                more[key] = own
            elif own is not None and _adds_up(item) and held.numbers[key] < own:
                continue
            keys.add(key)
            if item.counted and column == CURRENT:
                lists.add(item.counted.each)
    return Apart(frozenset(keys), frozenset(lists), more)


def too_small(sent: Return, held: Held, ground: Ground) -> Iterator[Conflict]:
    """Figures said to be in those of another unit that are greater than those."""
    numbers = Numbers(sent.figures, ground.paper)
    into = ground.request.book.units[held.into].full_name
    for item in ground.request.book.indicators.indicators if held.is_said else ():
        own, whole = numbers.of(item.id), held.numbers.get(f"{item.id}.{CURRENT}")
        if own is None or whole is None or own <= whole or not _adds_up(item):
            continue
        if f"{item.id}.{CURRENT}" in held.own:
            continue
        told = _("ghi {own}, mà {into} ghi đã cộng cả số này lại chỉ có {whole}")
        message = told.format(own=shown(own), into=into, whole=shown(whole))
        yield Conflict(numbers.place(item.id), into, message, f"{item.id}.{CURRENT}")


def _own(sent: Return, numbers: Numbers, ground: Ground) -> Iterator[str]:
    """Cells that the form prints or adds up from its table of communes, which has rows for its own only."""
    book = ground.request.book
    communes = len(book.units[sent.unit].children)
    for item in book.indicators.indicators:
        told = numbers.of(item.id)
        if told is not None and _counts_communes(item) and told <= communes:
            yield f"{item.id}.{CURRENT}"
    for name, source in sources(book, ground.request.recipe.kind).items():
        if every_commune(source.register) and numbers.of(name) == number_of(sum_of(sent, book, source)):
            yield f"{name}.{CURRENT}"


def _taken_over(unit: str, ground: Ground) -> Iterable[str]:
    return (other.unit.id for other in taken_over(ground.plan(unit))) if ground.request.book.ceasing else ()


def may_be_held(unit: str, ground: Ground) -> bool:
    """Whether the unit is no more when the report is due."""
    return unit in ground.request.book.ceasing and ceased(ground.plan(unit)) is not None


def _answer(sent: Return, other: str, ground: Ground) -> bool | None:
    """Whether the figures of `other` are in: the officer's word, else that of the form."""
    place = (sent.unit, ground.request.book.units[other].full_name, _message(other, ground))
    verdict = ground.request.decisions.verdicts.get(place)
    if verdict is not None and verdict.accepted:
        return True
    said = slug(verdict.words if verdict else "") or slug(sent.joined.get(other, ""))
    is_apart, is_within = bool(_APART.search(said)), bool(_WITHIN.search(said))
    # Both words in one answer, such as the prompt itself, say nothing.
    return is_within if is_apart != is_within and (is_apart or is_within) else None


def _message(other: str, ground: Ground) -> str:
    return _(_ASKED).format(unit=ground.request.book.units[other].full_name)


def _counts_communes(item: Indicator) -> bool:
    how = item.counted
    return how is not None and how.each == COMMUNES and not how.where and not how.until and not how.add


def _adds_up(item: Indicator) -> bool:
    return item.type in ("n", "m") and item.aggregate in ("sum", "union")
