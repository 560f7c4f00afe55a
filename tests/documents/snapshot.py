"""A document as lines that a person reads in a diff: pages, blocks with style, table rows, blanks by tag."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from .word import Document, Paragraph, Row, Section, Table

TWIPS_PER_MM = 1440 / 25.4


def snapshot(made: Document) -> str:
    lines = [
        f"{name}: {made.properties[name]}" for name in ("title", "subject", "creator", "keywords", "language")
    ]
    section = -1
    for block in made.blocks:
        if block.section != section:
            section = block.section
            lines += ["", _page(made.sections[section], section + 1)]
        if isinstance(block, Paragraph):
            # Lines and gaps have a style of their own, and no text.
            lines.append(f"[{block.style}] {_with_tags(block)}".rstrip())
        else:
            lines += _table(block)
    return "\n".join(lines) + "\n"


def _page(section: Section, number: int) -> str:
    sides = "/".join(
        f"{section.margins[side] / TWIPS_PER_MM:.0f}" for side in ("top", "bottom", "left", "right")
    )
    direction = "ngang" if section.landscape else "dọc"
    start = f", đánh số từ {section.start}" if section.start else ""
    first = ", trang đầu không số" if section.title_page else ""
    header = " ".join(field for item in section.headers["default"].paragraphs for field in item.fields)
    return f"--- phần {number}: {direction}, lề {sides} mm, đầu trang {{{header}}}{start}{first}"


def _with_tags(paragraph: Paragraph) -> str:
    """The text with every control as `{tag}`, or `{tag: text}` where it shows one."""
    pieces = []
    for run in paragraph.runs:
        text = run.text.replace("\u00a0", " ")
        pieces.append(f"{{{run.tag}}}" if run.blank else f"{{{run.tag}: {text}}}" if run.tag else text)
    return "".join(pieces)


def _table(table: Table) -> Iterator[str]:
    if not table.bordered:
        for row in table.rows:
            for cell in row.cells:
                yield "<ô>"
                yield from (f"  [{item.style}] {_with_tags(item)}".rstrip() for item in cell.paragraphs)
        return
    yield f"<{table.style}, {len(table.grid)} cột>"
    # Rows that hold blanks alone are told apart by number only.
    for _key, rows in groupby(table.rows, key=_kind):
        first, *others = rows
        yield _row(first)
        if others and _kind(first):
            yield f"  … thêm {len(others)} dòng như trên"
        else:
            yield from map(_row, others)


def _kind(row: Row) -> tuple[str, ...]:
    number, *cells = row.texts
    return tuple(cells) if number.isdigit() and set(cells) == {"…"} else ()


def _row(row: Row) -> str:
    mark = "|| " if row.header else "| "
    return mark + " | ".join(text.replace("\n", " / ") for text in row.texts)
