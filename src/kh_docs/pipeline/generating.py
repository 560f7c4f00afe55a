"""From a plan to published documents: the whole way, as a few calls in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from kh_docs.facts.warnings import notes_for, warnings_for
from kh_docs.model.units import Unit
from kh_docs.pipeline.fingerprint import Fingerprints
from kh_docs.pipeline.lists import Lists
from kh_docs.pipeline.making import Made, Order, Workshop
from kh_docs.pipeline.news import saved_again, with_news, without_news
from kh_docs.pipeline.orders import asked, output_of, path_of, signed
from kh_docs.pipeline.request import DocumentResult, Request, Result
from kh_docs.pipeline.summary import get_ready, publish_summary
from kh_docs.pipeline.trial import Trial
from kh_docs.pipeline.workers import make_all, workers_for
from kh_docs.publish import Output, Publisher, check_names, check_writable
from kh_docs.publish import Result as Published

Progress = Callable[["DocumentResult"], None]
# Documents published together share their waits for the disk.
GROUP = 64
# A fault in the wording that any of the first ones shows stops the run before anything is written: these are
# all documents of a province's units, and of the thousands of communes of a larger run enough to find it.
FIRST_GROUP = 100


def generate(request: Request, on_progress: Progress, on_made: Callable[[], object] = bool) -> Result:
    """Make, check and publish what `request` asks for; raises KhDocsError before anything is written.

    `on_made` is called for each document as it is made, `on_progress` with what became of it once it is
    published, which happens in groups.
    """
    plan_id = request.book.head.id
    wanted = asked(request)
    check_writable(request.out)
    check_names(request.out, [path_of(request, order) for order in wanted])
    fingerprints = Fingerprints(request.workspace, request.book)
    workshop = Workshop(request.book, request.workspace.templates, fingerprints.common)
    trial = Trial(workshop, fingerprints, request.jobs)
    if not (request.out / plan_id).exists():
        trial.load_layouts(wanted)
    documents: list[DocumentResult] = []
    with Publisher(request.out, plan_id, dry_run=request.dry_run) as publisher:
        run = _Run(request, workshop, publisher, fingerprints, on_made)
        orders = [signed(request, publisher, order) for order in wanted]
        for result in run.results(orders, trial):
            documents.append(result)
            on_progress(result)
        overview = publish_summary(request, publisher, documents, fingerprints.of_all(orders))
    workshop.close()
    told = [*workshop.told, *publisher.notes]
    lists = run.lists
    return Result(documents, lists.paths, told, lists.kept, overview, lists.to_look_at())


class _Run:
    """One run under the publisher's lock: what is known to be unchanged is not made again."""

    def __init__(
        self,
        request: Request,
        workshop: Workshop,
        publisher: Publisher,
        fingerprints: Fingerprints,
        on_made: Callable[[], object],
    ) -> None:
        self.request, self.workshop, self.publisher, self.on_made = request, workshop, publisher, on_made
        self.fingerprints = fingerprints
        self.lists = Lists(workshop, publisher, fingerprints, request.recipes)
        # Thousands of documents share a few dozen warnings.
        self.texts: dict[str, str] = {}
        self.wrote = False

    def results(self, orders: list[Order], trial: Trial) -> Iterator[DocumentResult]:
        """Make and publish in the order asked for."""
        settled: dict[Order, Published] = {}
        for order in orders:
            path = path_of(self.request, order)
            known = self.publisher.settled(path, self.fingerprints.of(order))
            if known is not None:
                settled[order] = self._by_meaning(known, path)
        broken = self.request.book.local_problems
        to_make = [order for order in orders if order not in settled and order.unit.id not in broken]
        trial.put_together(to_make)
        jobs = workers_for(to_make, self.request.jobs)
        made = make_all(self.workshop, to_make, jobs, partial(get_ready, self.request))
        rest, last = iter(orders), {order.unit.id: order for order in orders}
        size = FIRST_GROUP
        while group := list(islice(rest, size)):
            size = GROUP
            found: list[Order | Published | Made] = []
            for order in group:
                done = order if order.unit.id in broken else settled.get(order)
                found.append(done or next(made))
                self.on_made()
            self._stop_at_fault(found)
            yield from (results := list(self._publish(group, found)))
            self.wrote |= any(result.status == "written" for result in results)
            self._finish_units(results, [order.unit for order in group if last[order.unit.id] is order])
        # Workers have kept by now what they compiled.
        next(made, None)

    def _stop_at_fault(self, found: list[Order | Published | Made]) -> None:
        """A template's fault stops the run while nothing is written; later it refuses what it touches."""
        faults = [what.fault for what in found if isinstance(what, Made) and what.fault]
        if faults and not self.wrote:
            raise faults[0]

    def _publish(self, group: list[Order], found: list[Order | Published | Made]) -> Iterator[DocumentResult]:
        outputs = [
            output_of(self.request, made, self.fingerprints.of(made.order))
            for made in found
            if isinstance(made, Made) and made.content is not None
        ]
        published = map(self._brought, outputs, self.publisher.publish_all(outputs))
        for order, what in zip(group, found, strict=True):
            if isinstance(what, Order):
                problems = self.request.book.local_problems[order.unit.id]
                yield self._refused(order, "\n".join(map(str, problems)))
            elif isinstance(what, Published):
                yield self._document(order, what)
            elif what.content is None:
                # What was said of the unit's data may be the cause, and names its line.
                doubts = map(str, self.request.book.local_warnings.get(order.unit.id, ()))
                yield self._refused(order, what.reason, self._shared(tuple(doubts)))
            else:
                self.lists.remember(order, what.missing)
                yield self._document(order, next(published), what.remarks)

    def _by_meaning(self, published: Published, path: Path) -> Published:
        """A file without news: one that was only saved again is as good as the one we wrote."""
        if not published.edited:
            return published
        if saved_again(self.publisher, self.request.out, path) is None:
            return published._replace(reason=without_news())
        return published._replace(status="unchanged", reason="", edited=False)

    def _brought(self, output: Output, published: Published) -> Published:
        """What became of a document: one only saved again gives way, of an edited one its news is told."""
        if not published.edited:
            return published
        mine = saved_again(self.publisher, self.request.out, output.path)
        if mine is None:
            return published._replace(reason=with_news(published.reason, output, self.publisher))
        return self.publisher.publish(replace(output, replaces=mine))

    def _finish_units(self, results: list[DocumentResult], units: list[Unit]) -> None:
        self.lists.leave_out(result.unit for result in results if result.status == "refused")
        self.lists.publish(units)

    def _document(self, order: Order, published: Published, remarks: tuple[str, ...] = ()) -> DocumentResult:
        book = self.request.book
        warnings = warnings_for(book, order.unit, order.recipe, order.given.issued_on)
        warnings += (*remarks, *map(str, book.local_warnings.get(order.unit.id, ())))
        notes = notes_for(book, order.unit, order.recipe)
        return DocumentResult(
            order.unit.id,
            order.recipe.kind,
            published.path,
            published.status,
            self._shared(warnings),
            published.reason,
            published.blanks,
            self._shared(notes),
        )

    def _refused(self, order: Order, reason: str, warnings: tuple[str, ...] = ()) -> DocumentResult:
        path = self.request.out / path_of(self.request, order)
        return DocumentResult(order.unit.id, order.recipe.kind, path, "refused", warnings, reason)

    def _shared(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.texts.setdefault(text, text) for text in texts)
