"""Make one document of one unit: facts, then wording, then layout; nothing is written here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kh_docs.documents.controls import Missing
from kh_docs.documents.given import Given
from kh_docs.documents.kinds import KindContext, layout_of, maker
from kh_docs.documents.pieces import Pieces
from kh_docs.errors import RenderFault, TemplateError
from kh_docs.facts.offering import reference_day
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.i18n import _
from kh_docs.limits import TooLong, guarded
from kh_docs.model.book import Book
from kh_docs.model.kinds import Recipe
from kh_docs.model.units import Unit
from kh_docs.pipeline.gates import Gates
from kh_docs.reading.workspace import lost_wording, wording_folders

if TYPE_CHECKING:
    from kh_docs.documents.speech import Speech
    from kh_docs.render.filling import Filled, LayoutTemplate
    from kh_docs.render.words import Words

# What has not put its words together by then will not; when its turn comes it gets its full time, alone.
PREPARE_SECONDS = 5.0
# Of documents of one kind; a loop that never ends is in the wording or the layout, not in one unit's data.
MOST_HUNG = 2
Prepared = tuple[KindContext, tuple[Missing, ...]]


class Order(NamedTuple):
    """One document that is asked for: of which unit, made how."""

    unit: Unit
    recipe: Recipe
    given: Given = Given()
    reference: date | None = None

    # A unit is large and holds a dict; its id says which it is.
    def __hash__(self) -> int:
        return hash((self.unit.id, self.recipe, self.given, self.reference))


class Made(NamedTuple):
    """A finished document, or the reason why there is none; `fault` when it lies in the template."""

    order: Order
    content: bytes | None
    missing: tuple[Missing, ...] = ()
    reason: str = ""
    fault: TemplateError | None = None
    # What is wrong in the words of the unit itself: it is printed all the same.
    remarks: tuple[str, ...] = ()
    # It was stopped because it would not end, or take all memory.
    hung: bool = False


@dataclass
class Workshop:
    """The templates of one run, read and compiled once."""

    book: Book
    templates: Path
    # A digest of all that documents follow from but the units' own data; where none, nothing is kept of them.
    made_from: str = ""
    layouts: dict[str, LayoutTemplate] = field(default_factory=dict)
    prepared: dict[Order, Prepared] = field(default_factory=dict)
    pieces: Pieces = field(default_factory=Pieces)
    last: UnitPlan | None = None
    # By kind, which units' documents did not end, and why: one of them may be tried twice.
    hung: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def __reduce__(self) -> tuple[type[Workshop], tuple[Book, Path, str]]:
        # A worker that is not forked compiles for itself: what is compiled cannot be sent.
        return Workshop, (self.book, self.templates, self.made_from)

    @cached_property
    def words(self) -> Words:
        # Here and below: a run that finds everything up to date needs no template at all.
        from kh_docs.render.words import Words

        return Words(*wording_folders(self.templates, self.book.head.id))

    @property
    def told(self) -> list[str]:
        """What was mended in the wording while it was read, and what of it is printed in place of another."""
        if "words" not in self.__dict__:
            return []
        root = self.templates.parent
        said = _("{}: lời văn riêng của kế hoạch không còn, đang in lời văn chung -> lấy lại bản gốc: {}")
        lost = [
            said.format(path, f"kh-docs init . --restore {path.relative_to(root).as_posix()}")
            for path in lost_wording(self.templates, self.book.head.id)
        ]
        return [*lost, *map(str, self.words.files.warnings)]

    def layout(self, name: str) -> LayoutTemplate:
        if name not in self.layouts:
            from kh_docs.render.layout import load_layout

            self.layouts[name] = load_layout(self.templates / "layout" / name)
        return self.layouts[name]

    @cached_property
    def gates(self) -> Gates:
        return Gates(f"{self.templates.resolve()}|{self.book.head.id}", self.made_from)

    def close(self) -> None:
        """Keep for the next run what was compiled in this one, and what was seen of layouts and documents."""
        if "words" in self.__dict__:
            self.words.memory.save()
        for layout in self.layouts.values():
            layout.environment.whole.save()
        if "gates" in self.__dict__:
            self.gates.close()

    def make(self, order: Order) -> Made:
        """The document of `order`; a fault in the unit's data refuses this one and says why."""
        from kh_docs.render.filling import fill_whole
        from kh_docs.render.marking import marked

        try:
            if order not in self.prepared:
                self.prepared[order] = self._context(order)
            context, missing = self.prepared.pop(order)
            filled = fill_whole(self.layout(layout_of(order.recipe, context)), context, marked)
            remarks = self._last_gate(filled, order)
        except TooLong:
            raise
        except RenderFault as error:
            return Made(order, None, (), str(error))
        return Made(order, filled.content, missing, remarks=remarks)

    def prepare(self, orders: Iterable[Order]) -> None:
        """Put the words of `orders` together ahead: a fault in them then stops a run that wrote nothing."""
        for order in orders:
            # What only this unit's data make impossible is told when its turn comes.
            if self.given_up(order):
                continue
            try:
                with guarded(PREPARE_SECONDS):
                    self.prepared[order] = self._context(order)
            except TooLong as error:
                self.note_hung(order, str(error))
            except RenderFault:
                continue

    def note_hung(self, order: Order, reason: str) -> None:
        """This document would not end: after a few of a kind no more are tried."""
        self.hung[order.recipe.stem].setdefault(order.unit.id, reason)

    def given_up(self, order: Order) -> str:
        """Why this document is not tried, as others of its kind did not end; empty where it is."""
        reasons = list(self.hung[order.recipe.stem].values())
        if len(reasons) < MOST_HUNG:
            return ""
        message = _("không làm, vì các văn bản trước của mẫu {stem} không dừng: {reason}")
        return message.format(stem=order.recipe.stem, reason=reasons[0])

    def _context(self, order: Order) -> Prepared:
        speech = self.speech(order)
        context = maker(order.recipe)(speech, order.given)
        speech.refuse_unasked_parts()
        missing = tuple(speech.controls.missing)
        speech.forget()
        return context, missing

    def missing(self, order: Order) -> tuple[Missing, ...]:
        """What the clerk would have to fill in, without making the file."""
        if reason := self.given_up(order):
            raise RenderFault(reason)
        try:
            return self._context(order)[1]
        except TooLong as error:
            self.note_hung(order, str(error))
            raise

    def speech(self, order: Order) -> Speech:
        from kh_docs.documents.speech import Speech

        reference = order.reference or reference_day(self.book, order.recipe.kind)
        # The documents of a unit follow one another.
        if self.last is None or self.last.unit is not order.unit:
            self.last = UnitPlan(self.book, order.unit, reference)
        self.last = self.last.on(reference)
        return Speech(self.last, self.words, order.recipe, pieces=self.pieces)

    def _last_gate(self, filled: Filled, order: Order) -> tuple[str, ...]:
        """Refuse what must not be published; give what is wrong in the unit's own words, by its place."""
        from kh_docs.check.others_words import OthersWords

        name = f"{order.recipe.stem}-{order.unit.id}.docx"
        local = self.book.local.get(order.unit.id)
        words = OthersWords(order.unit.id, order.recipe.kind, local, self.plan_text)
        found = self.gates.of(order.recipe).pass_or_refuse(filled.content, name, words.has, filled.main)
        return tuple(
            words.remark_on(finding, place)
            for finding in found
            for place in finding.places
            if place.paragraph
        )

    @cached_property
    def plan_text(self) -> str:
        """All that the province's plan says, in one line."""
        return " ".join(" ".join(clause.text.split()) for clause in self.book.clauses)


def made(workshop: Workshop, order: Order) -> Made:
    """The document of `order`; time or memory that it would need beyond all measure refuses this one only."""
    if reason := workshop.given_up(order):
        return Made(order, None, (), reason)
    try:
        with guarded():
            return workshop.make(order)
    except TooLong as error:
        workshop.note_hung(order, str(error))
        return Made(order, None, (), str(error), hung=True)
    except TemplateError as error:
        return Made(order, None, (), str(error), error)


def file_name(order: Order, year: int) -> str:
    """`ke-hoach-nam-dan-2024.docx`."""
    return f"{order.recipe.stem}-{order.unit.id}-{year}.docx"
