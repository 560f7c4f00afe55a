"""From files that came back to one table of the province: told apart by unit, judged, added up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kh_docs.returns.adding import totals_of
from kh_docs.returns.apart import NOTHING, Apart
from kh_docs.returns.blanks import blanks_of
from kh_docs.returns.collected import Collected, UnitReturn
from kh_docs.returns.correcting import accepted, corrected, held_back
from kh_docs.returns.ground import Ground
from kh_docs.returns.joined import Held, apart_from, asked_of_joined, held_by, may_be_held
from kh_docs.returns.judging import conflicts_in
from kh_docs.returns.matrix import Matrix
from kh_docs.returns.numbers import CURRENT
from kh_docs.returns.outliers import outliers
from kh_docs.returns.request import Request
from kh_docs.returns.returned import FileRead, Return
from kh_docs.returns.shelf import Shelf
from kh_docs.returns.standing import standing_of
from kh_docs.returns.values import Asked
from kh_docs.returns.versions import Sent, Versions, asked_of_fuller, asked_of_order, differences


class _Settled(NamedTuple):
    """What is known of the units before they are held against each other."""

    units: dict[str, UnitReturn]
    matrix: Matrix
    applies: dict[str, int]
    # Units that are no more, by the unit whose return counts for them too.
    held: dict[str, Held]


def collect(request: Request, reads: Iterable[Return | FileRead], shelf: Shelf) -> Collected:
    """Take what was read, file by file; none stops the others."""
    ground = Ground(request)
    versions = Versions(shelf, ground)
    files: list[FileRead] = []
    for read in reads:
        if isinstance(read, FileRead):
            files.append(read)
        elif repeated := versions.add(read):
            files.append(repeated)
    settled = _settled(ground, shelf, versions.sent, files)
    files += versions.files()
    units = _compared(ground, shelf, settled)
    totals = totals_of(request.book, settled.applies, settled.matrix)
    return Collected(units, totals, sorted(files, key=_by_path), settled.matrix, shelf)


def _settled(
    ground: Ground, shelf: Shelf, sent: Mapping[str, list[Sent]], files: Iterable[FileRead]
) -> _Settled:
    """Each unit by itself: its newest return corrected, judged and put into the matrix."""
    request, book = ground.request, ground.request.book
    registers = [register for register in book.registers if request.recipe.kind in register.kinds]
    unreadable = {file.unit: file.path for file in files if file.status == "unreadable" and file.unit}
    settled = _Settled({}, Matrix(book.units), {}, {})
    # A unit that is no more comes behind the one that it became part of.
    for unit in sorted(book.units, key=lambda unit: may_be_held(unit, ground)):
        asked = ground.asked(unit)
        for cell in asked:
            if not cell.reason:
                settled.applies[cell.key] = settled.applies.get(cell.key, 0) + 1
        versions = sent.get(unit, [])
        standing = standing_of(request, ground.plan(unit), versions, unreadable.get(unit))
        standing = standing._replace(asked=sum(not cell.reason for cell in asked))
        held = settled.held.get(unit)
        apart = Apart(frozenset(held.numbers) if held and held.is_said else frozenset())
        if versions:
            newest = shelf.get(versions[-1].at)
            newest = corrected(newest, asked, request.decisions, ground.period.to_day.year)
            before = shelf.get(versions[-2].at) if len(versions) > 1 else None
            told = differences(before, newest, asked) if before else ""
            newest = asked_of_fuller(asked_of_joined(newest, ground), versions)
            newest = asked_of_order(newest, before, told)
            apart = apart_from(newest, held, ground) if held else NOTHING
            judged = accepted(
                newest._replace(conflicts=conflicts_in(newest, ground, held)), request.decisions
            )
            judged = _with_blanks(held_back(judged, request.decisions), asked, request)
            settled.held.update(held_by(judged, ground))
            settled.matrix.add(judged, registers, apart)
            keys = {cell.key for cell in asked if not cell.reason}
            filled = sum(key in keys and figure.state != "blank" for key, figure in newest.figures.items())
            standing = standing._replace(differences=told, filled=filled, notes=newest.notes)
            standing = _shelved(request, shelf, standing, judged)
        if held and apart.keys:
            settled.matrix.count_more(held.into, apart.more)
            for cell in asked:
                if cell.key in apart.keys and not cell.reason:
                    settled.applies[cell.key] -= 1
            standing = standing._replace(within=held.into)
        settled.units[unit] = standing
    return settled


def _with_blanks(sent: Return, asked: Iterable[Asked], request: Request) -> Return:
    left = blanks_of(sent, asked, request.book, request.recipe.kind)
    return sent._replace(blank=left.indicators, blank_before=left.previous, open_communes=left.communes)


def _compared(ground: Ground, shelf: Shelf, settled: _Settled) -> list[UnitReturn]:
    """All units against each other: what is far from the rest is asked about."""
    book = ground.request.book
    communes = {unit.id: len(unit.children) for unit in book.units.values()}
    for name, held in settled.held.items():
        communes[held.into] += communes[name] if settled.units[name].within else 0

    def place(indicator: str) -> str:
        return ground.paper.cell(indicator, CURRENT)

    asked = [item for item in book.indicators.indicators if f"{item.id}.ky_nay" in settled.applies]
    for unit, conflict in list(outliers(asked, settled.matrix.numbers, communes, place)):
        standing = settled.units[unit]
        assert standing.at is not None  # only figures that somebody sent are far from others
        sent = shelf.get(standing.at)
        judged = sent._replace(conflicts=(*sent.conflicts, conflict))
        settled.units[unit] = _shelved(ground.request, shelf, standing, judged)
    return [settled.units[unit] for unit in book.units]


def _shelved(request: Request, shelf: Shelf, standing: UnitReturn, judged: Return) -> UnitReturn:
    """Put aside what is left to ask after what the officer accepts."""
    left = accepted(judged, request.decisions)
    return standing._replace(
        at=shelf.put(left),
        questions=len(left.questions),
        conflicts=len(left.conflicts),
        left_out=sum(figure.doubtful and not figure.worked_out for figure in left.figures.values()),
        blanks=len(left.blank),
        open_communes=len(left.open_communes),
    )


def _by_path(file: FileRead) -> tuple[str, str]:
    return file.path, file.unit or ""
