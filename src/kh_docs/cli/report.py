"""What a clerk reads at the end of a run: what was done, what to look at, what is left to fill in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kh_docs.cli.progress import status_words
from kh_docs.i18n import _

if TYPE_CHECKING:
    from kh_docs.pipeline import DocumentResult, Result

# A warning that touches more units than this names their number only.
NAMED_UNITS = 3


def report(result: Result, *, dry_run: bool) -> Iterator[str]:
    """The lines, the most important last, where the eye is when the run ends."""
    yield from result.notes
    yield from _warnings(result.documents)
    words = status_words(dry_run=dry_run)
    yield from (
        f"{words[document.status]}: {document.path}: {document.reason}"
        for document in result.documents
        if document.reason
    )
    yield from _to_fill_in(result)
    counts = Counter(document.status for document in result.documents)
    listed = ", ".join(f"{name} {counts[status]}" for status, name in words.items() if counts[status])
    yield (_("Chạy thử, không ghi tệp nào: {counts}.") if dry_run else _("Kết quả: {counts}.")).format(
        counts=listed
    )


def _warnings(documents: list[DocumentResult]) -> Iterator[str]:
    """Each warning once, with the units it touches."""
    touched: dict[str, dict[str, None]] = {}
    for document in documents:
        for warning in document.warnings:
            touched.setdefault(warning, {})[document.unit] = None
    everyone = {document.unit for document in documents}
    if touched:
        yield _("Lưu ý:")
    for warning, units in touched.items():
        if len(everyone) == 1:
            yield f"  - {warning}"
            continue
        named = (
            ", ".join(units) if len(units) <= NAMED_UNITS else _("{count} đơn vị").format(count=len(units))
        )
        yield f"  - {warning} [{named}]"


def _to_fill_in(result: Result) -> Iterator[str]:
    """A line a unit: how much its clerk still has to write and to look at, and where both are listed."""
    blanks: Counter[str] = Counter()
    notes: dict[str, set[str]] = {}
    for document in result.documents:
        blanks[document.unit] += document.blanks
        notes.setdefault(document.unit, set()).update(document.notes)
    for unit, file in result.fill_in_lists.items():
        message = _("{unit}: {blanks} chỗ phải điền, {notes} điều nên xem trước khi trình ký: {file}")
        yield message.format(unit=unit, blanks=blanks[unit], notes=len(notes.get(unit, ())), file=file)
