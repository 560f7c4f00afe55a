"""What `plan diff --take` did, file by file: a few lines for people, all of it for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kh_docs.i18n import _
from kh_docs.planning.taken_texts import Left
from kh_docs.planning.taking import Taken

# So many of a file's items are named to people; --json names them all.
_NAMED = 3


def lines(taken: Taken, plan_id: str) -> Iterator[str]:
    """One line a file, then how many in all, then what to do."""
    left: dict[str, list[Left]] = {name: [] for name in taken.items}
    for each in taken.left:
        left.setdefault(each.file, []).append(each)
    for name, items in left.items():
        if name not in taken.files and not any(each.id for each in items):
            yield _("  {file}: không chép ({reason})").format(file=name, reason=items[0].because)
        elif items:
            message = _("  {file}: chép {count} mục, {left} mục phải viết lại: {named}")
            yield message.format(
                file=name, count=taken.items.get(name, 0), left=len(items), named=_named(items)
            )
        else:
            yield _("  {file}: chép {count} mục").format(file=name, count=taken.items[name])
    message = _("Đã chép {count} mục; {left} mục cần người soạn viết lại theo kế hoạch mới.")
    yield message.format(count=sum(taken.items.values()), left=len(taken.left))
    if taken.files:
        yield _(
            "Tiếp theo: chạy kh-docs data check --plan {plan}, xem các tệp trên, rồi viết thêm các mục "
            "chưa chép (kể đủ, kèm lý do: thêm --json)."
        ).format(plan=plan_id)


def _named(items: Sequence[Left]) -> str:
    named = ", ".join(f"{each.id} ({each.because})" if each.id else each.because for each in items[:_NAMED])
    return named if len(items) <= _NAMED else f"{named}, …"


def taken_json(taken: Taken, written: Sequence[Path]) -> dict[str, Any]:
    return {
        "files": [str(path) for path in written],
        "items": dict(taken.items),
        "left": [each._asdict() for each in taken.left],
    }
