"""What an update did to one document, as text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kh_docs.i18n import N_, _, number

if TYPE_CHECKING:
    from kh_docs.pipeline.updating import Updated
    from kh_docs.update import Change


_WORDS = {
    "merged": N_("đã đưa vào"),
    "conflict": N_("đã đưa vào, có chỗ phải chọn"),
    "written": N_("đã ghi"),
    "restored": N_("đã trả lại"),
    "unchanged": N_("không đổi"),
    "kept": N_("giữ nguyên"),
    "refused": N_("không làm được"),
}

# What a rehearsal would do.
_WOULD = {
    "merged": N_("sẽ đưa vào"),
    "conflict": N_("sẽ đưa vào, có chỗ phải chọn"),
    "written": N_("sẽ ghi"),
    "restored": N_("sẽ trả lại"),
}

WELL = {"merged", "written", "unchanged", "restored"}

WRITTEN = {"merged", "conflict", "written", "restored"}

# Of one document no more changes than these are listed in words.
_LISTED = 200


def _words(*, dry_run: bool) -> dict[str, str]:
    return {status: _(text) for status, text in (_WORDS | _WOULD if dry_run else _WORDS).items()}


def told_of(document: Updated, *, dry_run: bool) -> Iterator[str]:
    """What became of one document, and what she has to look at in it; in a rehearsal every change."""
    if document.status == "unchanged":
        return
    line = f"{_words(dry_run=dry_run)[document.status]}: {document.path}"
    if document.blocks:
        line += _(" ({count} đoạn, hàng)").format(count=number(document.blocks))
    yield f"{line}: {document.reason}" if document.reason else line
    if document.beside is not None:
        yield _("  bản mới ở {path}").format(path=document.beside)
    for change in document.changes[:_LISTED] if dry_run else ():
        yield _step(change)
    for each in document.conflicts:
        yield _("  {where}: giữ “{mine}”; theo dữ liệu mới là “{theirs}”").format(**each._asdict())


def _step(change: Change) -> str:
    if not change.removed:
        message = _("  {where}: thêm “{added}”")
    elif not change.added:
        message = _("  {where}: bỏ “{removed}”")
    else:
        message = _("  {where}: “{removed}” -> “{added}”")
    return message.format(**change._asdict())


def summed_up(documents: Sequence[Updated], *, dry_run: bool) -> str:
    counts = Counter(document.status for document in documents)
    listed = ", ".join(
        f"{name} {number(counts[status])}"
        for status, name in _words(dry_run=dry_run).items()
        if counts[status]
    )
    message = _("Chạy thử, không ghi tệp nào: {counts}.") if dry_run else _("Kết quả: {counts}.")
    return message.format(counts=listed)


def as_row(document: Updated) -> dict[str, object]:
    return {
        "unit": document.unit,
        "kind": document.kind,
        "path": str(document.path),
        "status": document.status,
        "changes": document.blocks,
        "conflicts": [conflict._asdict() for conflict in document.conflicts],
        "reason": document.reason,
        "beside": None if document.beside is None else str(document.beside),
    }
