"""Which plan a command takes where none was named, and which other plan has the unit that was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kh_docs.cli.streams import say
from kh_docs.errors import KhDocsError, UnknownName, UsageError
from kh_docs.i18n import _
from kh_docs.reading.workspace import UNIT_FOLDERS

if TYPE_CHECKING:
    from kh_docs.reading.workspace import Workspace

_TOLD, _UNREAD = "kh_docs.plan_taken", "kh_docs.unread"


def tell_taken(workspace: Workspace, taken: str) -> None:
    """One line for people, once a command; none where only one plan can be meant."""
    from kh_docs.reading.unfinished import unfinished

    told = _told()
    if told.setdefault(_TOLD, "") == taken:
        return
    told[_TOLD] = taken
    passed = [
        f"{name}: {why}"
        for name in workspace.real_plans()
        if name != taken and (why := unfinished(workspace.data / "plans" / name))
    ]
    if passed:
        message = _("Kế hoạch {plan} (mới nhất, không tính {passed}; lấy kế hoạch khác: --plan MÃ)")
        say(message.format(plan=taken, passed="; ".join(passed)))
    elif len(workspace.newest_plans()) > 1:
        say(_("Kế hoạch {plan} (mới nhất; lấy kế hoạch khác: --plan MÃ)").format(plan=taken))


def tell_unread(workspace: Workspace) -> None:
    """Data that somebody wrote into a folder that is no workspace are not read: told once a command."""
    data = workspace.out.parent / "data"
    files = sorted(path for folder in UNIT_FOLDERS for path in (data / folder).rglob("*.yaml"))
    told = _told()
    if not files or _UNREAD in told:
        return
    told[_UNREAD] = ""
    message = _(
        "Lưu ý: {file} không được đọc: đây chưa phải thư mục làm việc -> chạy kh-docs init . rồi làm lại"
    )
    say(message.format(file=files[0]))


def _told() -> dict[str, str]:
    """What this command has told already."""
    context = click.get_current_context(silent=True)
    return context.find_root().meta if context else {}


def in_other_plans(workspace: Workspace, taken: str, error: UnknownName) -> UsageError:
    """The same error, with the plan that has such a unit where one has."""
    from kh_docs.facts.finding import unit_by_name
    from kh_docs.reading.kept import load_kept

    having = []
    for name in workspace.plan_ids():
        try:
            if name != taken:
                unit_by_name(load_kept(workspace, name), error.asked)
                having.append(name)
        except KhDocsError:
            continue
    if not having:
        return error
    fix = _("có ở kế hoạch khác: thêm --plan {}").format(having[-1])
    told = _("kế hoạch {plan} không có đơn vị “{unit}”").format(plan=taken, unit=error.asked)
    return UsageError(f"{told} -> {'; '.join(filter(None, (error.fix, fix)))}")
