"""New data into documents that somebody has edited: the whole way, as a few calls in order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from kh_docs.bounded import read_bounded
from kh_docs.facts.offering import offered
from kh_docs.i18n import _
from kh_docs.pipeline.fingerprint import Fingerprints
from kh_docs.pipeline.lists import Lists
from kh_docs.pipeline.making import Order, Workshop
from kh_docs.pipeline.making import made as make
from kh_docs.pipeline.orders import asked, output_of, path_of, signed
from kh_docs.pipeline.request import Request
from kh_docs.publish import Output, Publisher, beside_name, check_names, check_writable
from kh_docs.publish import Result as Published
from kh_docs.refusals import in_words
from kh_docs.update import Change, Conflict, Merged, Unfit, merge, same_meaning
from kh_docs.word.refused import Refused


class Updated(NamedTuple):
    """What became of one document; `blocks`: how many paragraphs and rows ours came into."""

    unit: str
    kind: str
    path: Path
    status: str
    blocks: int = 0
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    reason: str = ""
    # The new version, put there because the file itself was left as it is.
    beside: Path | None = None


class Outcome(NamedTuple):
    """All documents in the order asked for, and what to tell beside them."""

    documents: list[Updated]
    notes: list[str]
    # Lists of what is to be filled in that could not be put in their places.
    lists_kept: Sequence[Published] = ()


Progress = Callable[[Updated], None]


def update(request: Request, date: str, on_progress: Progress) -> Outcome:
    """Bring the data as it is now into the documents; `date` is the time that our changes carry."""
    workshop = Workshop(request.book, request.workspace.templates)
    with _at_work(request) as publisher:
        run = _Run(request, workshop, publisher, date)
        documents = _told(run.documents(_orders(request, publisher)), on_progress)
    workshop.close()
    return Outcome(documents, list(publisher.notes), run.lists.kept)


def undo(request: Request, on_progress: Progress) -> Outcome:
    """Bring the documents back as they were before the last update."""
    with _at_work(request) as publisher:
        restored = (_restored(request, publisher, order) for order in _orders(request, publisher))
        documents = _told(restored, on_progress)
    return Outcome(documents, list(publisher.notes))


def _at_work(request: Request) -> Publisher:
    check_writable(request.out)
    check_names(request.out, [path_of(request, order) for order in asked(request)])
    return Publisher(request.out, request.book.head.id, dry_run=request.dry_run)


def _told(documents: Iterable[Updated], on_progress: Progress) -> list[Updated]:
    told = []
    for document in documents:
        on_progress(document)
        # Of a thousand documents the words of every change would fill the memory.
        told.append(document._replace(changes=()))
    return told


def _orders(request: Request, publisher: Publisher) -> Iterator[Order]:
    """What was asked for, and of each kind the other forms that were made in earlier runs."""
    kinds = {recipe.kind for recipe in request.recipes}
    others = [
        each
        for each in offered(request.book, "district")
        if each.kind in kinds and each not in request.recipes
    ]
    for unit in request.units:
        for recipe in (*request.recipes, *others):
            order = Order(unit, recipe)
            if recipe in request.recipes or publisher.known(path_of(request, order)) is not None:
                yield signed(request, publisher, order)


def _restored(request: Request, publisher: Publisher, order: Order) -> Updated:
    result = publisher.restore(path_of(request, order))
    return Updated(order.unit.id, order.recipe.kind, result.path, result.status, reason=result.reason)


class _Kept(Exception):
    """The file stays as it is; the text says why."""


class _Run:
    """One run under the publisher's lock."""

    def __init__(self, request: Request, workshop: Workshop, publisher: Publisher, date: str) -> None:
        self.request, self.workshop, self.publisher, self.date = request, workshop, publisher, date
        self.fingerprints = Fingerprints(request.workspace, request.book)
        self.lists = Lists(workshop, publisher, self.fingerprints, request.recipes)

    def documents(self, orders: Iterable[Order]) -> Iterator[Updated]:
        """Bring all up to date; what is left to fill in in a unit's documents follows the data too."""
        for _unit, together in groupby(orders, key=lambda order: order.unit.id):
            of_unit = list(together)
            done = list(map(self.document, of_unit))
            yield from done
            self.lists.leave_out(each.unit for each in done if each.status == "refused")
            self.lists.publish([of_unit[0].unit])

    def document(self, order: Order) -> Updated:
        """Bring one document up to date."""
        problems = self.request.book.local_problems.get(order.unit.id)
        if problems:
            return self._as(order, "refused", "\n".join(map(str, problems)))
        path = path_of(self.request, order)
        known = self.publisher.known(path)
        mine = self._read(path)
        if known is not None and mine is not None and known.fingerprint == self.fingerprints.of(order):
            return self._as(order, "unchanged")
        made = make(self.workshop, order)
        if made.content is None:
            return self._as(order, "refused", made.reason)
        self.lists.remember(order, made.missing)
        output = output_of(self.request, made, self.fingerprints.of(order))
        if mine is None or (known is not None and _sha256(mine) == known.sha256):
            return self._replaced(order, output, mine)
        try:
            return self._merged(order, output, mine)
        except _Kept as kept:
            return self._beside(order, output, str(kept))

    def _read(self, path: Path) -> bytes | None:
        try:
            return read_bounded(self.request.out / path)
        except OSError:  # publishing looks again, and says what stands there
            return None

    def _merged(self, order: Order, output: Output, mine: bytes) -> Updated:
        known = self.publisher.known(output.path)
        if known is None:
            raise _Kept(_("không do kh-docs ghi, hoặc sổ theo dõi đã mất -> so với bản mới bên cạnh"))
        if known.sha256 == _sha256(output.content):
            self.publisher.publish(replace(output, content=mine, base=output.content))
            return self._as(order, "unchanged")
        base = self.publisher.kept(known.sha256)
        if base is None:
            raise _Kept(_("không còn bản kh-docs đã ghi trước khi sửa -> so với bản mới bên cạnh"))
        try:
            if same_meaning(base, mine):
                return self._replaced(order, output, mine)
            merged = merge(base, mine, output.content, self.date)
        except Unfit as unfit:
            raise _Kept(str(unfit)) from unfit
        except Refused as refused:
            raise _Kept(in_words(refused)) from refused
        return self._brought_in(order, output, mine, merged)

    def _brought_in(self, order: Order, output: Output, mine: bytes, merged: Merged) -> Updated:
        waiting = _waiting(merged)
        if merged.content == mine:
            if merged.waiting:
                raise _Kept(waiting)
            self.publisher.publish(replace(output, content=mine, base=output.content))
            return self._as(order, "unchanged")
        # What waits is still to come: the next run must not take the data for brought in.
        fingerprint = "" if merged.waiting else output.fingerprint
        new = replace(
            output, content=merged.content, base=merged.base, replaces=mine, fingerprint=fingerprint
        )
        published = self.publisher.publish(new)
        if published.status != "written":
            raise _Kept(published.reason)
        status = "conflict" if merged.conflicts else "merged"
        told = self._as(order, status, waiting)
        return told._replace(blocks=merged.blocks, changes=merged.changes, conflicts=merged.conflicts)

    def _replaced(self, order: Order, output: Output, mine: bytes | None) -> Updated:
        """Nobody edited it: the new document takes its place."""
        published = self.publisher.publish(replace(output, replaces=mine))
        if published.status == "kept":
            return self._beside(order, output, published.reason)
        return self._as(order, published.status, published.reason if published.status == "refused" else "")

    def _beside(self, order: Order, output: Output, reason: str) -> Updated:
        """Leave the file as it is, and put the new version beside it for whoever can compare them."""
        place = output.path.with_name(beside_name(output.path.name))
        published = self.publisher.publish(replace(output, path=place, lasting=False))
        told = self._as(order, "kept", reason)
        if published.status in ("written", "unchanged"):
            return told._replace(beside=published.path)
        also = _("bản mới không ghi được ở {path}: {reason}").format(
            path=published.path, reason=published.reason
        )
        return told._replace(reason=f"{reason}; {also}")

    def _as(self, order: Order, status: str, reason: str = "") -> Updated:
        path = self.request.out / path_of(self.request, order)
        return Updated(order.unit.id, order.recipe.kind, path, status, reason=reason)


def _waiting(merged: Merged) -> str:
    if not merged.waiting:
        return ""
    message = _("còn thay đổi lần trước chưa chấp nhận hay từ chối -> xem rồi chạy lại: {places}")
    return message.format(places="; ".join(merged.waiting))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
