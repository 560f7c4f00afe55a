"""What was mended in one file, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kh_docs.check import Finding, Left
from kh_docs.cli.check_words import SEVERITIES
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.i18n import _


class Mended(NamedTuple):
    """What became of one file; `target` is None where nothing was written."""

    path: Path
    target: Path | None
    changes: tuple[Finding, ...]
    left: tuple[Left, ...]
    problem: str = ""
    problem_code: ExitCode = ExitCode.FOUND
    # Why the file is not judged, and so not mended.
    foreign: tuple[str, ...] = ()
    # About how many pages it had and has, where a copy was written.
    pages: tuple[int, int] | None = None

    @property
    def ok(self) -> bool:
        return not self.problem and all(left.finding.severity != "must" for left in self.left)

    @property
    def code(self) -> ExitCode:
        if self.problem:
            return self.problem_code
        return ExitCode.DONE if self.ok else ExitCode.FOUND


def as_json(mended: Mended) -> dict[str, object]:
    """The shape of `check --json`, of the mended copy; and what was mended."""
    result: dict[str, object] = {
        "path": str(mended.path),
        "ok": mended.ok,
        "findings": [left.finding.as_json() for left in mended.left],
        "judged": not mended.foreign and not mended.problem,
        "notes": list(mended.foreign),
        "fixed": [finding.as_json() for finding in mended.changes],
        "out": str(mended.target) if mended.target else None,
        "pages": dict(zip(("before", "after"), mended.pages, strict=True)) if mended.pages else None,
    }
    return result | {"reason": mended.problem} if mended.problem else result


def as_text(mended: Mended) -> Iterator[str]:
    if mended.problem:
        yield f"{mended.path}: {mended.problem}"
        return
    if mended.foreign:
        yield f"{mended.path}: {_('không xét')}"
        yield from (f"  {note}" for note in mended.foreign)
        return
    done = _("đã sửa {count} lỗi, ghi vào {file}").format(count=len(mended.changes), file=mended.target)
    nothing = _("không có lỗi nào tự sửa được")
    yield f"{mended.path}: {done if mended.target else nothing}"
    if mended.pages:
        before, after = mended.pages
        yield "  " + _("số trang ước tính: {before} -> {after}").format(before=before, after=after)
    for change in mended.changes:
        yield "  " + _("[đã sửa] {rule}, {where}: {found} -> {expected}").format(
            rule=change.rule, where=change.where, found=change.found, expected=change.expected
        )
    for left in mended.left:
        severity = _(SEVERITIES[left.finding.severity])
        yield f"  [{severity}] {left.finding.rule}, {left.finding.where}: {left.finding.message}"
        yield "      " + _("đang là: {found}; cần: {expected}; chưa sửa: {reason}").format(
            found=left.finding.found, expected=left.finding.expected, reason=left.reason
        )
