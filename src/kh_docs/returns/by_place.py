"""Read what stands in a form where its controls are gone, by the words printed round each place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from kh_docs.returns.cells import Read
from kh_docs.returns.grid import Grid
from kh_docs.returns.places import Places, head_of, key_of
from kh_docs.text import slug
from kh_docs.word.plain import plain_text
from kh_docs.word.xml import Element, W

# In slugs: the number of a row, and what type of unit it is.
_NUMBER = re.compile(r"^\d+\b[ -]*")
_TYPE = re.compile(r"^(?:xa|phuong|thi-tran|dac-khu)-")


def by_place(root: Element, grid: Grid, places: Places, known: Collection[str]) -> Iterator[Read]:
    """What is found of the places that are not in `known`."""
    lost = places.tags - set(known)
    if not lost:
        return
    # First by the sentence: the cell round it says its printed words too.
    yield from _in_lines(root, places, lost)
    yield from _in_tables(grid, places, lost)
    yield from _in_sections(root, places, lost)


def _in_tables(grid: Grid, places: Places, lost: frozenset[str]) -> Iterator[Read]:
    for rows in grid.tables:
        head = _head_in(grid, rows, places)
        if not head:
            continue
        columns, of_rows, width = places.printed[head], places.tables[head], places.widths.get(head, 0)
        model = next((row for row in rows[1:] if len(row) == width), None)
        if model is None:
            continue
        names = _names(of_rows)
        for row in rows[1:]:
            for at, tag in _tags(of_rows, names, key_of(grid, row, columns)).items():
                home = grid.cell_below(model, at, row)
                if home is not None and (tag in lost or tag not in places.tags):
                    raw = _told(grid.text_of(home), tag, places)
                    yield Read(tag, raw, str(grid.places[home]), "place", home)


def _head_in(grid: Grid, rows: list[list[Element]], places: Places) -> str:
    """The head of this table in our form; in an older form it may say the same in other words."""
    head = head_of(grid, rows)
    if head in places.tables:
        return head
    found = [name for name in places.tables if _has_same_rows(grid, rows, name, places)]
    return found[0] if len(found) == 1 else ""


def _has_same_rows(grid: Grid, rows: list[list[Element]], head: str, places: Places) -> bool:
    """As many columns, and all the rows that are known by what is printed in them."""
    ours, columns = places.tables[head], places.printed[head]
    width = 1 + max((*columns, *(at for tags in ours.values() for at in tags)), default=-1)
    keys = {key_of(grid, row, columns) for row in rows[1:]}
    named = [key for key in ours if not key.isdecimal()]
    return bool(rows) and len(rows[0]) == width and bool(named) and keys.issuperset(ours)


def _names(rows: Iterable[str]) -> dict[str, str]:
    """The rows by their names alone: they are sorted, numbered and shortened by hand (“Nam Hưng”)."""
    found: dict[str, list[str]] = {}
    for key in rows:
        for name in {_NUMBER.sub("", key), _TYPE.sub("", _NUMBER.sub("", key))}:
            found.setdefault(name, []).append(key)
    return {name: keys[0] for name, keys in found.items() if name and len(keys) == 1}


def _tags(rows: dict[str, dict[int, str]], names: dict[str, str], key: str) -> dict[int, str]:
    """The tags of the row with this key; a list goes on in rows that somebody added."""
    if key not in rows and (name := names.get(_NUMBER.sub("", key))):
        return rows[name]
    if key.isdecimal():
        key = str(int(key))
    if key in rows or not key.isdecimal():
        return rows.get(key, {})
    first = rows.get("1", {})
    return {at: f"{tag.rpartition('.')[0]}.{int(key):02d}" for at, tag in first.items()}


def _in_sections(root: Element, places: Places, lost: frozenset[str]) -> Iterator[Read]:
    """The paragraphs between the heading of a section and the next line that the form prints."""
    tag, texts = "", list[str]()
    for paragraph in root.iter(W + "p"):
        text = plain_text(paragraph, prompts=False, crossed="dropped")
        line = slug(text)
        if tag and line == places.prompts.get(tag):
            continue
        ends = line in places.known or next(paragraph.iterancestors(W + "tc"), None) is not None
        if tag and ends:
            yield Read(tag, "\n".join(texts).strip(), tag, "place")
            tag, texts = "", []
        if (name := places.sections.get(line, "")) in lost:
            tag, texts = name, []
        elif tag:
            texts.append(text)


def _in_lines(root: Element, places: Places, lost: frozenset[str]) -> Iterator[Read]:
    """Places inside of a printed sentence."""
    wanted = [line for line in places.lines if lost.intersection(line.tags)]
    for paragraph in root.iter(W + "p") if wanted else ():
        text = plain_text(paragraph, prompts=False, crossed="dropped")
        for line in wanted:
            if (match := line.pattern.fullmatch(text)) is None:
                continue
            for tag, said in zip(line.tags, match.groups(), strict=True):
                if tag in lost:
                    yield Read(tag, _told(said, tag, places), tag, "place")
            break


def _told(text: str, tag: str, places: Places) -> str:
    """What somebody wrote; where the mark of a prompt was lost, its words look like an answer."""
    return "" if slug(text) and slug(text) == places.prompts.get(tag) else text
