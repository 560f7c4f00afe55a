"""Which plan a command takes where none was named, and which other plan has the unit that was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kh_docs.cli.streams import say
from kh_docs.errors import KhDocsError, UnknownName, UsageError
from kh_docs.i18n import _

if TYPE_CHECKING:
    from kh_docs.reading.workspace import Workspace

_TOLD = "kh_docs.plan_taken"


def tell_taken(workspace: Workspace, taken: str) -> None:
    """One line for people, once a command; none where only one plan can be meant."""
    from kh_docs.reading.unfinished import unfinished

    context = click.get_current_context(silent=True)
    told = context.find_root().meta if context else {}
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
