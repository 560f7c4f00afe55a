"""Publish each unit's `can-bo-sung-….txt` as soon as its documents are done."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kh_docs.documents.controls import Missing
from kh_docs.errors import RenderFault, TemplateError
from kh_docs.facts.judged import judged_for
from kh_docs.facts.offering import offered
from kh_docs.facts.proposed import proposals_for
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.facts.warnings import doubtful_bases, notes_for
from kh_docs.model.kinds import Recipe
from kh_docs.model.units import Unit
from kh_docs.pipeline.fill_in_list import fill_in_list
from kh_docs.pipeline.fingerprint import Fingerprints
from kh_docs.pipeline.making import Order, Workshop, file_name
from kh_docs.publish import Output, Publisher, encode_text
from kh_docs.publish import Result as Published

KIND = "can-bo-sung"


class Lists:
    """The lists of one run; `paths` by unit. A unit with a refused document gets none."""

    def __init__(
        self,
        workshop: Workshop,
        publisher: Publisher,
        fingerprints: Fingerprints,
        asked: tuple[Recipe, ...],
    ) -> None:
        self.workshop, self.publisher, self.fingerprints = workshop, publisher, fingerprints
        of_kind = {recipe.kind: recipe for recipe in asked}
        self._asked = set(of_kind)
        self.recipes = [of_kind.get(each.kind, each) for each in offered(workshop.book)]
        self.paths: dict[str, Path] = {}
        self.kept: list[Published] = []
        self._missing: dict[str, dict[str, tuple[Missing, ...]]] = {}
        self._left_out: set[str] = set()
        # Of the lists made in this run, how many things each names.
        self._counts: dict[str, int] = {}

    def remember(self, order: Order, missing: tuple[Missing, ...]) -> None:
        """What was found when the document was made need not be found again."""
        self._missing.setdefault(order.unit.id, {})[order.recipe.kind] = missing

    def leave_out(self, units: Iterable[str]) -> None:
        """Publish no list for these."""
        self._left_out.update(units)

    def publish(self, units: Iterable[Unit]) -> None:
        """The lists of units whose documents are all done."""
        outputs: list[Output] = []
        for unit in units:
            known = self._missing.pop(unit.id, {})
            if unit.id in self._left_out:
                continue
            path, fingerprint = self._path(unit), self.fingerprints.of_all(self._orders(unit))
            settled = self.publisher.settled(path, fingerprint)
            if settled is not None:
                self._note(settled)
                continue
            try:
                text = encode_text(self._text(unit, known))
            except (RenderFault, TemplateError) as error:
                # Of a kind that was not asked for; what was asked for is made all the same.
                self._note(Published(self.publisher.path_to(path), "refused", str(error), unit.id, KIND))
                continue
            outputs.append(Output(path, text, unit.id, KIND, fingerprint))
        for result in self.publisher.publish_all(outputs):
            self._note(result)

    def _note(self, result: Published) -> None:
        if result.status in ("kept", "refused"):
            self.kept.append(result)
        else:
            self.paths[result.unit] = result.path

    def _orders(self, unit: Unit) -> list[Order]:
        """The documents of this run, and those that lie there since an earlier one."""
        orders = [Order(unit, recipe) for recipe in self.recipes]
        return [order for order in orders if order.recipe.kind in self._asked or self._lies_there(order)]

    def _lies_there(self, order: Order) -> bool:
        head = self.workshop.book.head
        return self.publisher.known(Path(head.id, order.unit.id, file_name(order, head.year))) is not None

    def _path(self, unit: Unit) -> Path:
        head = self.workshop.book.head
        return Path(head.id, unit.id, f"can-bo-sung-{unit.id}-{head.year}.txt")

    def _text(self, unit: Unit, known: dict[str, tuple[Missing, ...]]) -> str:
        book = self.workshop.book
        orders = self._orders(unit)
        missing = {
            file_name(order, book.head.year): known.get(order.recipe.kind) or self.workshop.missing(order)
            for order in orders
        }
        notes = {file_name(order, book.head.year): notes_for(book, unit, order.recipe) for order in orders}
        before = self._before_all(unit, orders)
        self._counts[unit.id] = _things(notes.values(), before)
        return fill_in_list(book, unit, missing, notes, *before)

    def _before_all(self, unit: Unit, orders: list[Order]) -> tuple[list[str], list[str], list[str]]:
        """What stands at the head of the list: values nobody approved, bases to compare, what is proposed."""
        plan = UnitPlan(self.workshop.book, unit, self.workshop.book.head.issued_on)
        recipes = [order.recipe for order in orders]
        proposed = [str(each) for each in proposals_for(plan)]
        return proposed, doubtful_bases(plan.book, recipes), judged_for(plan, recipes)

    def to_look_at(self) -> dict[str, int]:
        """How many things each list names, its blanks left out; a note to several documents is one."""
        book, found = self.workshop.book, {}
        for name in self.paths:
            if name in self._counts:
                found[name] = self._counts[name]
                continue
            unit = book.units[name]
            orders = self._orders(unit)
            notes = (notes_for(book, unit, order.recipe) for order in orders)
            found[name] = _things(notes, self._before_all(unit, orders))
        return found


def _things(notes: Iterable[tuple[str, ...]], before: Iterable[list[str]]) -> int:
    return len({note for each in notes for note in each}) + sum(map(len, before))
