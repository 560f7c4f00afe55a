"""From a plan to published documents: the whole way, as a few calls in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kh_docs.documents.frame import Given
from kh_docs.documents.kinds import recipe
from kh_docs.documents.runs import Missing
from kh_docs.facts.warnings import notes_for, warnings_for
from kh_docs.model.book import Book
from kh_docs.model.plan import KINDS
from kh_docs.model.units import District
from kh_docs.pipeline.fill_in_list import fill_in_list
from kh_docs.pipeline.fingerprint import Fingerprints
from kh_docs.pipeline.making import Made, Order, Workshop, file_name
from kh_docs.pipeline.workers import make_all
from kh_docs.publish import Output, Publisher, check_names, check_writable, encode_text
from kh_docs.publish import Result as Published
from kh_docs.reading.workspace import Workspace

Progress = Callable[["DocumentResult"], None]


@dataclass(frozen=True)
class Request:
    """What `kh-docs generate` was asked for."""

    workspace: Workspace
    book: Book
    units: tuple[District, ...]
    kinds: tuple[str, ...]
    out: Path
    issued_on: date | None = None
    number: str | None = None
    inspector: str = "province"
    jobs: int | None = None
    dry_run: bool = False


@dataclass(frozen=True)
class DocumentResult:
    """What became of one document; `reason`: why kept or refused; `notes`: what the plan leaves open."""

    unit: str
    kind: str
    path: Path
    status: str
    warnings: tuple[str, ...] = ()
    reason: str = ""
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """All documents in the order asked for, and for each unit the list of what is left to fill in."""

    documents: list[DocumentResult]
    fill_in_lists: dict[str, Path] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def generate(request: Request, on_progress: Progress) -> Result:
    """Make, check and publish what `request` asks for; raises KhDocsError before anything is written."""
    workshop = Workshop(request.book, request.workspace.templates)
    orders = [_order(request, unit, kind) for unit in request.units for kind in request.kinds]
    for order in orders:
        workshop.layout(recipe(order.kind, order.inspector).layout)
    check_writable(request.out)
    check_names(request.out, [_path(request, order) for order in orders])
    fingerprints = Fingerprints(request.workspace, request.book.head.id)
    documents: list[DocumentResult] = []
    with Publisher(request.out, request.book.head.id, dry_run=request.dry_run) as publisher:
        for result in _published(request, orders, workshop, publisher, fingerprints):
            documents.append(result)
            on_progress(result)
        lists = _publish_lists(request, workshop, publisher, fingerprints, documents)
    return Result(documents, lists, publisher.notes)


def _order(request: Request, unit: District, kind: str) -> Order:
    given = Given(request.issued_on, request.number)
    return Order(unit.id, kind, request.inspector, given, request.issued_on)


def _path(request: Request, order: Order) -> Path:
    head = request.book.head
    return Path(head.id, order.unit, file_name(order, head.year))


def _published(
    request: Request,
    orders: list[Order],
    workshop: Workshop,
    publisher: Publisher,
    fingerprints: Fingerprints,
) -> Iterator[DocumentResult]:
    """Publish in the order asked for; what is known to be unchanged is not made again."""
    settled: dict[Order, Published] = {}
    for order in orders:
        known = publisher.settled(_path(request, order), fingerprints.of(order))
        if known is not None:
            settled[order] = known
    broken = request.book.local_problems
    to_make = [order for order in orders if order not in settled and order.unit not in broken]
    made = make_all(workshop, to_make, request.jobs)
    for order in orders:
        if order.unit in broken:
            yield _refused(request, order, "\n".join(map(str, broken[order.unit])))
        elif order in settled:
            yield _document(request, order, settled[order], workshop.missing(order))
        else:
            yield _publish(request, next(made), publisher, fingerprints)


def _publish(
    request: Request, made: Made, publisher: Publisher, fingerprints: Fingerprints
) -> DocumentResult:
    order = made.order
    if made.content is None:
        return _refused(request, order, made.reason)
    output = Output(_path(request, order), made.content, order.unit, order.kind, fingerprints.of(order))
    return _document(request, order, publisher.publish(output), made.missing)


def _document(
    request: Request, order: Order, published: Published, missing: tuple[Missing, ...]
) -> DocumentResult:
    warnings = warnings_for(request.book, order.unit, order.kind, order.given.issued_on)
    notes = notes_for(request.book, order.unit, order.kind)
    return DocumentResult(
        order.unit, order.kind, published.path, published.status, warnings, published.reason, missing, notes
    )


def _refused(request: Request, order: Order, reason: str) -> DocumentResult:
    return DocumentResult(order.unit, order.kind, request.out / _path(request, order), "refused", (), reason)


def _publish_lists(
    request: Request,
    workshop: Workshop,
    publisher: Publisher,
    fingerprints: Fingerprints,
    documents: list[DocumentResult],
) -> dict[str, Path]:
    """`can-bo-sung-<unit>-<year>.txt`: always of all kinds, so that one kind's run doesn't shorten it."""
    head = request.book.head
    lists: dict[str, Path] = {}
    for unit in request.units:
        if any(document.unit == unit.id and document.status == "refused" for document in documents):
            continue
        known = {document.kind: document.missing for document in documents if document.unit == unit.id}
        orders = [Order(unit.id, kind, request.inspector) for kind in KINDS]
        missing = {
            file_name(order, head.year): known.get(order.kind) or workshop.missing(order) for order in orders
        }
        notes = dict.fromkeys(note for kind in KINDS for note in notes_for(request.book, unit.id, kind))
        text = fill_in_list(request.book, unit, missing, list(notes))
        path = Path(head.id, unit.id, f"can-bo-sung-{unit.id}-{head.year}.txt")
        output = Output(path, encode_text(text), unit.id, "can-bo-sung", fingerprints.of(orders[0]))
        lists[unit.id] = publisher.publish(output).path
    return lists
