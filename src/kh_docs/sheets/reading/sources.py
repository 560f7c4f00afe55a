"""The files of the units an import is about: as they stand on disk, and as they are to say something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kh_docs.errors import Problem
from kh_docs.model.book import Book
from kh_docs.publish import Changed
from kh_docs.reading.local_places import Sources, places_of
from kh_docs.reading.workspace import Workspace
from kh_docs.sheets.form.shapes import Data
from kh_docs.sheets.reading.yaml_file import merged


def read_sources(workspace: Workspace, book: Book, units: list[str]) -> dict[str, Sources]:
    """The files of `units` as they stand on disk, each read once: what is written follows these bytes."""
    places = places_of(workspace, book.head.id, book.level)
    return {unit: places.sources(unit) for unit in units}


def known_data(sources: Mapping[str, Sources]) -> tuple[dict[str, Data], list[Problem]]:
    """What the files of some units say as text values, with the faults that keep them from being read."""
    joined = {unit: of_unit.joined() for unit, of_unit in sources.items()}
    problems = [problem for text in joined.values() for problem in text.problems]
    return {unit: text.value for unit, text in joined.items()}, problems


def changed_files(workspace: Workspace, name: str, sources: Sources, data: Data) -> Iterator[Changed]:
    """The files of one unit that say something else when they say `data`."""
    for source, said in sources.split(data):
        old = source.value if isinstance(source.value, dict) else {}
        if said != old:
            text = merged((source.content or b"").decode("utf-8-sig"), name, old, said)
            yield Changed(workspace.root / source.file, source.content, text.encode())
