"""`kh-docs doctor`: what works on this machine and in this workspace, and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kh_docs.cli.exit_codes import ExitCode
from kh_docs.cli.machine import Check, fonts, libreoffice
from kh_docs.cli.settings import Settings
from kh_docs.cli.spoken import Command
from kh_docs.cli.streams import put_table, say
from kh_docs.cli.table import table
from kh_docs.errors import KhDocsError
from kh_docs.i18n import _

if TYPE_CHECKING:
    from kh_docs.reading.workspace import Workspace


@click.command(cls=Command)
@click.pass_obj
def doctor(settings: Settings) -> ExitCode:
    checks = list(_checks(settings))
    words = {True: _("được"), False: _("không được"), None: _("chưa kiểm được")}
    heads = (_("Mục"), _("Kết quả"), _("Chi tiết"))
    put_table(table(heads, ((check.name, words[check.works], check.detail) for check in checks)))
    if all(check.works for check in checks if check.needed):
        say(_("kh-docs generate làm được văn bản ở đây."))
        return ExitCode.DONE
    if not any(check.works for check in checks if check.document):
        say(_("kh-docs generate chưa làm được văn bản ở đây -> sửa các mục ghi “không được” ở trên."))
        return ExitCode.WRONG_USE
    say(_("kh-docs generate chưa làm được một số văn bản -> sửa các mục ghi “không được” ở trên."))
    return ExitCode.FOUND


def _checks(settings: Settings) -> Iterator[Check]:
    try:
        workspace = settings.find()
    except KhDocsError as error:
        yield Check(_("thư mục làm việc"), False, str(error))
    else:
        yield Check(_("thư mục làm việc"), True, str(workspace.root.resolve()))
        yield _data(workspace)
        yield from _templates(workspace)
        yield from _documents(workspace)
        yield _out(workspace.out)
    yield fonts()
    yield libreoffice()


def _data(workspace: Workspace) -> Check:
    from kh_docs.reading.book import load

    try:
        books = [load(workspace, plan_id) for plan_id in workspace.plan_ids()]
    except KhDocsError as error:
        return Check(_("dữ liệu"), False, str(error))
    problems = [str(problem) for book in books for found in book.local_problems.values() for problem in found]
    if problems or not books:
        return Check(_("dữ liệu"), False, "\n".join(problems) or _("không có kế hoạch nào trong data/plans"))
    listed = ", ".join(f"{book.head.id} ({len(book.units)})" for book in books)
    return Check(_("dữ liệu"), True, _("đọc được kế hoạch (số đơn vị): {plans}").format(plans=listed))


def _templates(workspace: Workspace) -> Iterator[Check]:
    from kh_docs.model.kinds import RECIPES
    from kh_docs.render.layout import load_layout

    folder = workspace.templates / "layout"
    present = {path.name for path in folder.glob("*.docx") if not path.name.startswith("~$")}
    needed = {recipe.layout for recipe in RECIPES}
    for path in (folder / name for name in sorted(present | needed)):
        name = _("mẫu {name}").format(name=path.stem)
        try:
            load_layout(path)
        except KhDocsError as error:
            yield Check(name, False, str(error))
        else:
            yield Check(name, True, str(path))


def _documents(workspace: Workspace) -> Iterator[Check]:
    """One document of each kind of each plan, made in memory as generate would make it."""
    from kh_docs.pipeline.rehearsing import rehearse
    from kh_docs.reading.book import load

    for plan_id in workspace.plan_ids():
        try:
            rehearsed = rehearse(workspace, load(workspace, plan_id))
        except KhDocsError:  # said beside the data
            continue
        for each in rehearsed:
            name = _("làm thử {name}").format(name=each.stem)
            yield Check(name, not each.reason, each.reason or plan_id, document=True)


def _out(out: Path) -> Check:
    from kh_docs.publish.preflight import check_writable

    try:
        check_writable(out.absolute())
    except KhDocsError as error:
        return Check(_("thư mục kết quả"), False, str(error))
    return Check(_("thư mục kết quả"), True, str(out))
