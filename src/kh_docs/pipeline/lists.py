"""Publish each unit's `can-bo-sung-….txt` as soon as its documents are done."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kh_docs.documents.runs import Missing
from kh_docs.facts.warnings import notes_for
from kh_docs.model.plan import KINDS
from kh_docs.pipeline.fill_in_list import fill_in_list
from kh_docs.pipeline.fingerprint import Fingerprints
from kh_docs.pipeline.making import Order, Workshop, file_name
from kh_docs.publish import Output, Publisher, encode_text


class Lists:
    """The lists of one run; `paths` by unit. A unit with a refused document gets none."""

    def __init__(
        self, workshop: Workshop, publisher: Publisher, fingerprints: Fingerprints, inspector: str
    ) -> None:
        self.workshop, self.publisher, self.fingerprints = workshop, publisher, fingerprints
        self.inspector = inspector
        self.paths: dict[str, Path] = {}
        self._missing: dict[str, dict[str, tuple[Missing, ...]]] = {}
        self._left_out: set[str] = set()

    def remember(self, order: Order, missing: tuple[Missing, ...]) -> None:
        """What was found when the document was made need not be found again."""
        self._missing.setdefault(order.unit, {})[order.kind] = missing

    def leave_out(self, units: Iterable[str]) -> None:
        """Publish no list for these."""
        self._left_out.update(units)

    def publish(self, units: Iterable[str]) -> None:
        """The lists of units whose documents are all done."""
        outputs: list[Output] = []
        for unit in units:
            known = self._missing.pop(unit, {})
            if unit in self._left_out:
                continue
            path, fingerprint = self._path(unit), self.fingerprints.of(self._orders(unit)[0])
            settled = self.publisher.settled(path, fingerprint)
            if settled is not None:
                self.paths[unit] = settled.path
            else:
                text = encode_text(self._text(unit, known))
                outputs.append(Output(path, text, unit, "can-bo-sung", fingerprint))
        for result in self.publisher.publish_all(outputs):
            self.paths[result.unit] = result.path

    def _orders(self, unit: str) -> list[Order]:
        return [Order(unit, kind, self.inspector) for kind in KINDS]

    def _path(self, unit: str) -> Path:
        head = self.workshop.book.head
        return Path(head.id, unit, f"can-bo-sung-{unit}-{head.year}.txt")

    def _text(self, unit: str, known: dict[str, tuple[Missing, ...]]) -> str:
        """Always of all kinds, so that one kind's run doesn't shorten the list."""
        book = self.workshop.book
        missing = {
            file_name(order, book.head.year): known.get(order.kind) or self.workshop.missing(order)
            for order in self._orders(unit)
        }
        notes = dict.fromkeys(note for kind in KINDS for note in notes_for(book, unit, kind))
        return fill_in_list(book, book.units[unit], missing, list(notes))
