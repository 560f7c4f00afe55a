"""What a clerk reads at the end of a run: what was done, what to look at, what is left to fill in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kh_docs.cli.progress import LISTED, status_words
from kh_docs.cli.table import table
from kh_docs.i18n import _, number

if TYPE_CHECKING:
    from kh_docs.pipeline.request import DocumentResult, Result
    from kh_docs.publish import Result as Published

# A warning that touches more units than this names their number only.
NAMED_UNITS = 3


def report(result: Result, *, dry_run: bool) -> Iterator[str]:
    """The lines, the most important last, where the eye is when the run ends."""
    yield from result.notes
    yield from _warnings(result.documents)
    words = status_words(dry_run=dry_run)
    yield from _reasons(result.documents, words)
    yield from lists_told(result.lists_kept)
    if len(result.documents) > LISTED:
        yield from _by_kind(result.documents, words)
    else:
        yield from _to_fill_in(result)
    counts = Counter(document.status for document in result.documents)
    listed = ", ".join(f"{name} {number(counts[status])}" for status, name in words.items() if counts[status])
    yield (_("Chạy thử, không ghi tệp nào: {counts}.") if dry_run else _("Kết quả: {counts}.")).format(
        counts=listed
    )
    if (overview := result.overview) is not None and not dry_run:
        yield _("Bảng tổng hợp các đơn vị: {file} ({status}){reason}").format(
            file=overview.path,
            status=words[overview.status],
            reason=f": {overview.reason}" if overview.reason else "",
        )


def _reasons(documents: Iterable[DocumentResult], words: dict[str, str]) -> Iterator[str]:
    """Why a document was not made or not touched; a unit's fault is told once, not for each kind."""
    above = None
    for document in documents:
        if document.reason:
            told = _("lý do như trên") if (document.unit, document.reason) == above else document.reason
            yield f"{words[document.status]}: {document.path}: {told}"
            above = (document.unit, document.reason)


def lists_told(kept: Sequence[Published]) -> Iterator[str]:
    """The lists of what is to be filled in that could not be put in their places, and why."""
    words = status_words(dry_run=False)
    yield from (f"{words[each.status]}: {each.path}: {each.reason}" for each in kept)


def lists_as_json(kept: Sequence[Published]) -> dict[str, object]:
    """The same for programs; nothing where there are none."""
    listed = [{"path": str(each.path), "status": each.status, "reason": each.reason} for each in kept]
    return {"lists_kept": listed} if listed else {}


def _by_kind(documents: Sequence[DocumentResult], words: dict[str, str]) -> list[str]:
    """A row a kind: how many documents of it came to which end, and how much is left to fill in in them."""
    kinds = dict.fromkeys(document.kind for document in documents)
    statuses = [status for status in words if any(document.status == status for document in documents)]
    counts = Counter((document.kind, document.status) for document in documents)
    blanks: Counter[str] = Counter()
    for document in documents:
        blanks[document.kind] += document.blanks
    heads = [_("Loại văn bản"), *(words[status] for status in statuses), _("chỗ phải điền")]
    rows = [
        [kind, *(number(counts[kind, status]) for status in statuses), number(blanks[kind])] for kind in kinds
    ]
    return table(heads, rows)


def _warnings(documents: Iterable[DocumentResult]) -> Iterator[str]:
    """Each warning once, with the units it touches; of what did not change it was said when it was made."""
    documents = [document for document in documents if document.status != "unchanged"]
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
    for document in result.documents:
        blanks[document.unit] += document.blanks
    for unit, file in result.fill_in_lists.items():
        message = _("{unit}: {blanks} chỗ phải điền, {notes} điều nên xem trước khi trình ký: {file}")
        yield message.format(unit=unit, blanks=blanks[unit], notes=result.to_look_at.get(unit, 0), file=file)
