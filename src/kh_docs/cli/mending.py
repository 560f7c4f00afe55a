"""Write mended copies of documents for `kh-docs check --fix`, never over a file that is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from kh_docs.check import Finding, Left, Refused, fix_bytes
from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.saving import save
from kh_docs.errors import EnvironmentFault
from kh_docs.i18n import _


@dataclass(frozen=True)
class Mended:
    """What became of one file; `target` is None where nothing was written."""

    path: Path
    target: Path | None
    changes: tuple[Finding, ...]
    left: tuple[Left, ...]
    problem: str = ""
    kept: bool = False

    @property
    def ok(self) -> bool:
        return not self.problem and all(left.finding.severity != "must" for left in self.left)

    @property
    def code(self) -> ExitCode:
        if self.kept:
            return ExitCode.KEPT
        return ExitCode.DONE if self.ok else ExitCode.FOUND


def mend(path: Path, target: Path, profile: str) -> Mended:
    """Mend the file at `path` into `target`; words stay as they are, only their layout changes."""
    try:
        before = path.read_bytes()
        after, changes, left = fix_bytes(before, profile)
    except Refused as refusal:
        return Mended(path, None, (), (), str(refusal))
    except OSError as error:
        return Mended(path, None, (), (), _("không đọc được tệp ({})").format(error.strerror or error))
    if after == before:
        return Mended(path, None, changes, left)
    if target.exists() and target.read_bytes() != after:
        problem = _("{file}: đã có tệp khác ở đây -> chọn --out khác, hoặc dời tệp đó đi").format(file=target)
        return Mended(path, None, changes, left, problem, kept=True)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = _("{file}: không ghi được ({reason}) -> kiểm tra thư mục, quyền ghi và chỗ trống trên đĩa")
        raise EnvironmentFault(message.format(file=target.parent, reason=error.strerror or error)) from error
    save(target, after)
    return Mended(path, target, changes, left)


def as_json(mended: Mended) -> dict[str, object]:
    """The shape of `check --json`, of the mended copy; and what was mended."""
    result: dict[str, object] = {
        "path": str(mended.path),
        "ok": mended.ok,
        "findings": [asdict(left.finding) for left in mended.left],
        "fixed": [asdict(finding) for finding in mended.changes],
        "out": str(mended.target) if mended.target else None,
    }
    return result | {"reason": mended.problem} if mended.problem else result


def as_text(mended: Mended) -> Iterator[str]:
    if mended.problem:
        yield f"{mended.path}: {mended.problem}"
        return
    done = _("đã sửa {count} lỗi, ghi vào {file}").format(count=len(mended.changes), file=mended.target)
    yield f"{mended.path}: {done if mended.target else _('không có lỗi nào tự sửa được')}"
    for left in mended.left:
        yield f"  {left.finding.rule}, {left.finding.where}: {left.finding.message}"
        yield f"      {left.reason}"
