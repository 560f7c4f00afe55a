"""The clauses of the province's plan as lines of wording, numbered anew, each in a control of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property

from kh_docs.decree30 import POINT_LETTERS
from kh_docs.documents.controls import Missing
from kh_docs.documents.counters import counter
from kh_docs.documents.numerals import roman
from kh_docs.documents.speech import MAIN, Speech
from kh_docs.facts.clause_names import clause_name
from kh_docs.facts.first_letters import capital, small
from kh_docs.facts.voice import Voice
from kh_docs.facts.voices import title_of, voices
from kh_docs.model.plan import Clause
from kh_docs.patterns import re

# The mục of a plan in which it is said who carries it out.
ORGANISES = re.compile(
    r"(?i)\b(?:tổ chức thực hiện|tổ chức triển khai|phân công (?:thực hiện|nhiệm vụ|trách nhiệm))\b"
)
_DIFFICULTIES = re.compile(
    r"Trong quá trình (?:triển khai|tổ chức|thực hiện)[^.;]*?\b(?:khó khăn|vướng mắc|phát sinh)\b"
)
_SYMBOL = re.compile(r"(?<!\w)[A-ZĐ]{2,}(?!\w)")


class ClauseLines:
    """What `{{ clauses() }}` prints; `parts`: how many of them are mục.

    The mục in which the province says who carries its plan out is the one in which the unit says so: it stays
    open for `{{ following() }}`, and the last words of the province's plan wait for `{{ ending() }}`.
    """

    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        self.numbers: Counter[str] = Counter()
        self.restated = title_of(speech.unit_plan)

    @cached_property
    def voices(self) -> dict[str, Voice]:
        """What is said, by clause; most plans have wording of their own and never ask."""
        return {voice.clause.id: voice for voice in voices(self.speech.unit_plan) if voice.state != "left"}

    @property
    def is_open(self) -> bool:
        return bool(self._open)

    @property
    def parts(self) -> int:
        return self.numbers[""]

    def lines(self) -> list[str]:
        """The clauses that bind the unit, with the names of their parts, but for the last words."""
        clauses = self.speech.unit_plan.book.clauses
        return [line for clause in clauses if clause is not self._end for line in self._lines(clause)]

    @cached_property
    def _end(self) -> Clause | None:
        """The last words of the province's plan, if the unit says them: whom it tells of difficulties."""
        last = list(self.voices.values())[-1:]
        return next((voice.clause for voice in last if _steps(voice.clause.id)[-1] == "end"), None)

    def ending(self) -> str:
        """What the unit says of the province's last words, behind its own from “; ” on; or nothing.

        “Trong quá trình thực hiện nếu có khó khăn …” stands in the unit's own sentence already.
        """
        if self._end is None:
            return ""
        voice, committee = self.voices[self._end.id], self.speech.unit_plan.words.committee
        text = voice.text.replace("\n", " ").removesuffix("./.").rstrip(". ")
        begun = _DIFFICULTIES.match(text)
        at = text.find(committee, begun.end()) if begun else -1
        [line] = self._said(voice._replace(text=text[at:] if at >= 0 else text), "")
        return f"; {line}" if at >= 0 else f". {line}"

    @cached_property
    def _open(self) -> str:
        """The id of the mục that stays open."""
        clauses = self.speech.unit_plan.book.clauses
        last = [each for each in clauses if len(_steps(each.id)) == 1 and self._prints(each.id)][-1:]
        return next((each.id for each in last if each.heading and ORGANISES.search(each.text)), "")

    def _prints(self, part: str) -> bool:
        return any(_within(each, part) for each in self.voices)

    def following(self) -> Callable[[], str]:
        """Numbers of the khoản that follow those of the province in the mục that stays open; else from 1."""
        return counter(self.numbers[self._open] if self._open else 0)

    def _lines(self, clause: Clause) -> list[str]:
        voice = self.voices.get(clause.id)
        above = _above(clause.id)
        below = [each for each in self.voices if each != clause.id and _within(each, clause.id)]
        if voice is None and not below:
            return []
        depth = len(_steps(clause.id))
        if voice and (_steps(clause.id)[-1] == "end" or (depth == 1 and not _begins_with_title(voice))):
            return self._said(voice, "")
        self.numbers[above] += 1
        alone = depth in (2, 3) and voice and not below and self._is_alone(clause, above)
        mark = (
            ""
            if alone
            else _mark(
                depth, self.numbers[above], named=clause.heading or bool(voice and _begins_with_title(voice))
            )
        )
        if voice is None:
            title = self.restated(clause.text)
            return [f"{mark}{title.upper() if depth == 1 else self._small(title)}"]
        return self._said(voice, mark)

    def _is_alone(self, clause: Clause, above: str) -> bool:
        """One point needs no letter: nothing else of what stands above it is printed."""
        beside = [each for each in self.voices if above and _within(each, above) and each != above]
        if above == self._open:
            return False
        return all(_within(each, clause.id) or _steps(each)[-1] == "end" for each in beside)

    def _small(self, title: str) -> str:
        """A title in capitals, below a mục, as the decree has it: small letters, but names and symbols."""
        if not title.isupper():
            return title
        book = self.speech.unit_plan.book
        text = capital(title.lower())
        names = [book.head.place, *(unit.name for unit in book.units.values())]
        running = [line for clause in book.clauses for line in clause.text.split("\n") if not line.isupper()]
        symbols = {word for line in running for word in _SYMBOL.findall(line)}
        for name in [*filter(None, names), *sorted(symbols)]:
            text = re.sub(rf"(?<!\w){re.escape(name.lower())}(?!\w)", name, text)
        return text

    def _said(self, voice: Voice, mark: str) -> list[str]:
        """One line for each paragraph of the clause."""
        self.speech.said_clauses.add(voice.clause.id)
        self.speech.said_bodies.update(voice.bodies)
        # The end mark of the province's plan is not that of this one.
        told = voice.text.replace("./.", ".")
        first, *more = [part.strip() for part in told.split("\n") if part.strip()]
        first = first.upper() if mark.startswith("@muc") else self._small(first)
        tag = f"dk_{re.sub(r'[^0-9A-Za-zđ]', '_', voice.clause.id)}"
        lines = [f"{mark}{self._control(f'{tag}.noi_dung', voice, first, 0)}"]
        lines += [self._control(f"{tag}.doan_{at + 1}", voice, part, at) for at, part in enumerate(more, 1)]
        return [*lines[:-1], lines[-1] + "".join(self._orders(voice.clause))]

    def unsaid(self) -> list[str]:
        """Tasks whose clauses nothing above prints, each with who carries it out."""
        speech = self.speech
        tasks = [task for task in speech.unit_plan.tasks if task.id not in speech.said_tasks]
        lines = []
        for task in tasks if self.parts else ():
            speech.said_tasks.add(task.id)
            record = speech.assigned(task.id)
            work = speech.plain(task.text, f"tasks.yaml, {task.id}").rstrip(".")
            lines.append(f"{capital(work)}. {record.order} thực hiện.")
        return lines

    def _orders(self, clause: Clause) -> Iterator[str]:
        """Who of the unit's bodies carries the clause out, where the plan's tasks name them."""
        speech = self.speech
        tasks = [task for task in speech.unit_plan.tasks if clause.id in (task.clause, *task.also)]
        for task in tasks:
            speech.said_tasks.add(task.id)
            record = speech.assigned(task.id)
            work = speech.plain(task.text, f"tasks.yaml, {task.id}").rstrip(".")
            what = "thực hiện" if len(tasks) == 1 else small(work)
            yield f" {record.order} {what}."

    def _control(self, tag: str, voice: Voice, text: str, paragraph: int) -> str:
        controls = self.speech.controls
        title = capital(clause_name(voice.clause.id))
        if paragraph in voice.asked and not controls.answer(tag):
            asked = f"{title}: viết lại theo phần việc của đơn vị ({voice.reason})"
            controls.missing.append(Missing(tag, asked, MAIN))
        return controls.mark(controls.blank(tag, title, "", text))


def _begins_with_title(voice: Voice) -> bool:
    """“III. KINH PHÍ” and below it what is said of that."""
    first, *more = voice.text.split("\n")
    return bool(more) and not first.endswith((".", ";", ":"))


def _steps(clause: str) -> list[str]:
    return re.split(r"[.-]", clause)


def _above(clause: str) -> str:
    """The clause in which this one stands: `II.5.b-2` -> `II.5.b`."""
    return re.sub(r"[.-]?[^.-]+$", "", clause)


def _within(clause: str, part: str) -> bool:
    return _steps(clause)[: len(_steps(part))] == _steps(part)


def _mark(depth: int, number: int, *, named: bool) -> str:
    if depth == 1:
        return f"@muc {roman(number)}. "
    if depth == 2:
        return f"@khoan {number}. " if named else f"@khoan+ {number}. "
    return f"@diem {POINT_LETTERS[number - 1]}) " if depth == 3 else "- "
