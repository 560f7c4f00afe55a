"""Make and publish what the province gets from returns: tracker, workbook, report, letters."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from kh_docs.bounded import read_bounded
from kh_docs.documents.kinds import KindContext, layout_of
from kh_docs.documents.speech import Speech
from kh_docs.facts.offering import reference_day
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.kinds import HALF, Recipe, kinds, recipe
from kh_docs.pipeline.aside import all_made
from kh_docs.pipeline.letters import letters
from kh_docs.pipeline.making import Workshop
from kh_docs.publish import Output, Publisher, write_over
from kh_docs.publish import Result as Published
from kh_docs.reading.workspace import Workspace
from kh_docs.returns.cell_codes import keys_of
from kh_docs.returns.collected import Collected
from kh_docs.returns.decided import decisions_in
from kh_docs.returns.decisions import NO_DECISIONS, Decisions
from kh_docs.returns.earlier import Figures, collected_before, told_before
from kh_docs.returns.found import OURS
from kh_docs.returns.province import LETTER, REPORT, letter_context, province_of, report_context
from kh_docs.returns.request import Request
from kh_docs.returns.table_book import table_book
from kh_docs.returns.tracker import tracker

Maker = Callable[[Speech], KindContext]


def folder_of(request: Request) -> Path:
    """Where the outputs go, below the out folder."""
    return Path(request.book.head.id, OURS, request.recipe.kind)


def tracker_of(request: Request, out: Path) -> Path:
    kind, year = request.recipe.kind, request.book.head.year
    return out / folder_of(request) / f"theo-doi-{kind}-{year}.xlsx"


def decisions_of(request: Request, out: Path) -> Decisions:
    """What the officer wrote into the tracker of an earlier run, if there is one."""
    path = tracker_of(request, out)
    if not os.path.lexists(path):
        return NO_DECISIONS
    return decisions_in(read_bounded(path), set(request.book.units), keys_of(request.book))


def earlier_of(request: Request, out: Path) -> Figures:
    """What the units reported for the six months, where this is the report of the year."""
    half = next((recipe(kind) for kind in kinds() if recipe(kind).span == HALF), None)
    if half is None or request.recipe.span == HALF:
        return {}
    path = table_book_of(request._replace(recipe=half), out)
    told = told_before(request.book, half.kind)
    collected = collected_before(read_bounded(path)) if os.path.lexists(path) else {}
    return {unit: {**told.get(unit, {}), **collected.get(unit, {})} for unit in {*told, *collected}}


def table_book_of(request: Request, out: Path) -> Path:
    kind, year = request.recipe.kind, request.book.head.year
    return out / folder_of(request) / f"tong-hop-{kind}-{year}.xlsx"


def publish_outputs(
    request: Request, workspace: Workspace, collected: Collected, out: Path
) -> Iterator[Published]:
    """Every output; an edited one is kept, an edited tracker moved beside, its decisions in the new one."""
    workshop = Workshop(request.book, workspace.templates)
    path = tracker_of(request, out)
    # All are made before the first is written: a fault in the wording leaves no half of them.
    made = all_made(_made(request, workshop, collected))
    _name, followed = next(made)
    path.parent.mkdir(parents=True, exist_ok=True)
    yield write_over(path, followed, ".xlsx")
    with Publisher(out, request.book.head.id) as publisher:
        for name, content in made:
            digest = hashlib.sha256(content).hexdigest()
            yield publisher.publish(Output(folder_of(request) / name, content, "", OURS, digest))
    workshop.close()


def _made(request: Request, workshop: Workshop, collected: Collected) -> Iterator[tuple[str, bytes]]:
    kind, year = request.recipe.kind, request.book.head.year
    yield tracker_of(request, Path()).name, tracker(request, collected, request.decisions)
    yield table_book_of(request, Path()).name, table_book(request, collected)
    yield f"bao-cao-tong-hop-{kind}-{year}.docx", report_of(request, workshop, collected)
    units = [each.unit for each in collected.units if each.is_open]
    make = partial(letter_to, request=request, workshop=workshop, collected=collected)
    for unit, letter in zip(units, letters(make, units), strict=True):
        yield f"don-doc-{unit}-{kind}.docx", letter


def report_of(request: Request, workshop: Workshop, collected: Collected) -> bytes:
    """The province's report of what has been collected."""
    return _document(request, workshop, REPORT, lambda speech: report_context(speech, request, collected))


def letter_to(unit: str, request: Request, workshop: Workshop, collected: Collected) -> bytes:
    """The letter that asks a unit for what it still owes."""
    return _document(
        request, workshop, LETTER, lambda speech: letter_context(speech, request, collected, unit)
    )


def _document(request: Request, workshop: Workshop, recipe: Recipe, make: Maker) -> bytes:
    from kh_docs.render.filling import fill_whole, plain

    book = request.book
    reference = reference_day(book, request.recipe.kind)
    speech = Speech(UnitPlan(book, province_of(book), reference), workshop.words, recipe)
    context = make(speech)
    content = fill_whole(workshop.layout(layout_of(recipe, context)), context, plain).content
    speech.forget()
    workshop.gates.of(recipe).pass_or_refuse(content, recipe.stem)
    return content
