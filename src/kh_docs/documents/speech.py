"""The vocabulary of the wording files for one unit: names, figures, days, citations, blanks."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from kh_docs.documents.assigned import Assigned, assigned
from kh_docs.documents.ceasing_words import ceased_words, moved_words, taken_over_words
from kh_docs.documents.citations import Citations, PlanWords
from kh_docs.documents.controls import DOTS, Controls, Missing
from kh_docs.documents.counters import counter, letters
from kh_docs.documents.markup import parts_of
from kh_docs.documents.names import Names, Shorts
from kh_docs.documents.parts import Parts
from kh_docs.documents.pieces import Pieces
from kh_docs.documents.places_to_write import MalformedLine
from kh_docs.documents.told_words import told_words
from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.first_letters import capital, small
from kh_docs.facts.listing import is_form
from kh_docs.facts.names import role_names
from kh_docs.facts.numbers_vi import number_of, printed_number
from kh_docs.facts.told import fields_of
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.model.base import parse_date
from kh_docs.model.book import Book
from kh_docs.model.checklist import ChecklistGroup, ChecklistItem
from kh_docs.model.fields import Field
from kh_docs.model.kinds import Recipe
from kh_docs.model.registers import Register
from kh_docs.render.values import Run

if TYPE_CHECKING:
    from kh_docs.render.words import Words

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

# Where a blank of the running text stands, for the clerk's list.
MAIN = "Phần lời văn"


@dataclass
class Speech:
    """Renders wording for one document of one unit and collects its content controls."""

    unit_plan: UnitPlan
    words: Words
    recipe: Recipe
    controls: Controls = field(default_factory=Controls)
    extra: Mapping[str, Any] = field(default_factory=dict)
    # Those of the other documents of the run, of this plan and its wording.
    pieces: Pieces = field(default_factory=Pieces)
    # What the wording asked for, and so says.
    said_tasks: set[str] = field(default_factory=set)
    said_clauses: set[str] = field(default_factory=set)
    # The unit's bodies, by role, that what is said tells to act.
    said_bodies: set[str] = field(default_factory=set)
    taken: Parts | None = None
    records: dict[str, Assigned] = field(default_factory=dict)
    fields: dict[str, Mapping[str, Field]] = field(default_factory=dict)
    # What the cells of a register's column say (documents.register_values).
    texts: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    # What an inspection asks of the unit (documents.checklist_items), by who inspects.
    groups: dict[str, list[tuple[ChecklistGroup, list[ChecklistItem]]]] = field(default_factory=dict)
    # The rows of each register (documents.register_rows), which its table and its sums ask for.
    rows: dict[str, list[Any]] = field(default_factory=dict)
    # The fields that any row of a register tells of.
    told: dict[str, frozenset[str]] = field(default_factory=dict)
    # The registers of this document with something to print (documents.registers), by annex.
    chosen: dict[str, list[Register]] | None = None

    def __post_init__(self) -> None:
        self.controls.answers = self.unit_plan.local.answers.get(self.recipe.kind, {})

    @cached_property
    def context(self) -> dict[str, Any]:
        plan = self.unit_plan
        head = plan.book.head
        citations = Citations(plan.book)
        roles = Names(role_names(plan))
        return self.words.vocabulary(
            {
                "unit": plan.words,
                "roles": roles,
                "short": Shorts(plan),
                "year": str(head.year),
                "plan": self.of_plan("plan", "", _plan_words),
                "cite": citations.cite,
                "mentioned": lambda *ids: ", ".join(roles[name] for name in ids if name in roles.used),
                **told_words(plan),
                "ceased": ceased_words(plan),
                "taken_over": taken_over_words(plan),
                "moved_in": moved_words(plan, into=True),
                "moved_out": moved_words(plan, into=False),
                "has": lambda trait: trait in plan.traits,
                "does": plan.has_task,
                "task": self._task,
                "passed": plan.passed,
                "due": lambda deadline: small(plan.deadline(deadline).printed),
                "day": lambda deadline: short_date(plan.dates(deadline).day),
                "after": lambda day: parse_date(day) < plan.reference,
                "figure": lambda target: plan.figure(target).text,
                "printed": printed_number,
                "formula": lambda target: plan.figure(target).formula,
                "cumulative": lambda target: plan.target(target).cumulative,
                "listed": self._listed,
                "percent": self._percent,
                "times": _times,
                "ask": self._ask,
                "small": small,
                "capital": capital,
                "blank": self._blank,
                "space": self._space,
                "counter": counter,
                "letters": letters,
                **self.extra,
            }
        )

    def forget(self) -> None:
        """Let go of what is large: functions and macros of the wording hold a speech in circles."""
        self.__dict__.pop("context", {}).clear()
        self.controls = Controls()
        self.taken = None
        self.records, self.rows, self.texts, self.told, self.chosen = {}, {}, {}, {}, None

    def parts(self) -> Parts:
        """The named parts of the kind's wording; one that is missing raises TemplateError when asked for."""
        file = self.recipe.wording
        rendered = self.words.file(file, self.context)
        try:
            parts = parts_of(rendered, self.controls, MAIN, self.pieces)
        except MalformedLine as error:
            raise self.words.fault_at(file, error.line, str(error)) from error
        self.taken = Parts(parts, lambda part: self.words.lacks(file, part))
        return self.taken

    def refuse_unasked_parts(self) -> None:
        """A part that no place of the document asks for would vanish with its words."""
        if self.taken and (names := self.taken.unasked()):
            known = ", ".join(sorted(self.taken.asked))
            message = _("phần “{}” không có chỗ trong văn bản; các phần có chỗ: {}").format(names[0], known)
            raise self.words.fault_at(self.recipe.wording, f"=== {names[0]}", message)

    def say(self, text: str, where: str) -> list[Run]:
        """A sentence of the data as runs; `where` names it in an error."""
        return self.controls.split(self.words.sentence(text, self.context, where))

    def plain(self, text: str, where: str) -> str:
        """A sentence of the data that holds no blank."""
        return self.words.sentence(text, self.context, where)

    def piece(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """What `make` makes, which follows from `key`, the plan and what the unit answers to its controls."""
        return self.pieces.of(self.controls, key, make)

    def of_plan(self, name: str, of: K, make: Callable[[Book, K], T]) -> T:
        """What follows from the plan and `of` alone, made once in a run under this `name`."""
        return self.pieces.of_plan((name, of), lambda: make(self.unit_plan.book, of))

    def cell(self, tag: str, title: str, value: str = "") -> list[Run]:
        """A cell of a form; whole tables are listed once for the clerk, not cell by cell."""
        return [self.controls.blank(tag, title, "", value, "……")]

    def note_cell(self, tag: str, title: str, value: str = "") -> list[Run]:
        """A cell that may well stay empty."""
        return [self.controls.space(tag, title, value)]

    def open_cell(self, tag: str, title: str) -> list[Run]:
        """A white cell that waits for the clerk all the same."""
        self.controls.unfilled.append(tag)
        return self.note_cell(tag, title)

    @contextmanager
    def table(self, tag: str, title: str, place: str) -> Iterator[None]:
        """Tell the clerk of a table that waits for her, if anything made inside is unfilled."""
        before = len(self.controls.unfilled)
        yield
        if rows := _rows_of(self.controls.unfilled[before:]):
            self.controls.missing.append(Missing(tag, title, place, len(rows)))

    def _task(self, task_id: str) -> Assigned:
        self.said_tasks.add(task_id)
        return self.assigned(task_id)

    def fields_of(self, each: str) -> Mapping[str, Field]:
        """The fields of a list's entries, by id."""
        if each not in self.fields:
            self.fields[each] = fields_of(self.unit_plan, each)
        return self.fields[each]

    def assigned(self, task_id: str) -> Assigned:
        """Who does a task, worked out once for text and table."""
        found = self.records.get(task_id)
        if found is None:
            found = self.records[task_id] = assigned(self.unit_plan, self.context["roles"], task_id)
        return found

    def _listed(self, register_id: str) -> bool:
        """Whether the table is printed as a list; else others fill it in as a form."""
        register = {each.id: each for each in self.unit_plan.book.registers}[register_id]
        return not is_form(self.unit_plan, register, self.controls.answers)

    def _percent(self, target: str) -> str:
        return f"{self.unit_plan.target(target).value}%"

    def _blank(self, tag: str, title: str, place: str = "", value: str = "", dots: str = DOTS) -> str:
        run = self.controls.blank(_column(tag), title, place or MAIN, value, dots)
        return self.controls.mark(run)

    def _ask(self, title: str, place: str) -> str:
        """Prints nothing: a question to the clerk, whose answer would stand here."""
        self.controls.missing.append(Missing("", title, place))
        return ""

    def _space(self, tag: str, title: str, value: str = "") -> str:
        return self.controls.mark(self.controls.space(_column(tag), title, value))


def _plan_words(book: Book, _of: str) -> PlanWords:
    return Citations(book).plan_words()


def _times(each: str, number: str) -> str:
    """So many for each of so many, both as they are printed."""
    return printed_number(str(int((number_of(each) or 0) * (number_of(number) or 0))))


def _rows_of(tags: Iterable[str]) -> set[str]:
    """The rows of cells: `<list>.<column>.<row>`, `<indicator>.<column>`."""
    return {parts[2] if len(parts) > 2 else parts[0] for tag in tags if (parts := tag.split("."))}


def _column(tag: str) -> str:
    """Tags have the form <field>.<column>; a field of its own has the one column `gia_tri`."""
    return tag if "." in tag else f"{tag}.gia_tri"
