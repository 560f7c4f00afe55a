"""Find the folder that holds data/, templates/ and out/."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kh_docs.errors import EnvironmentFault, UsageError
from kh_docs.i18n import _
from kh_docs.text import nearest

# The wording of plans that have none of their own.
# Where units tell of themselves.
UNIT_FOLDERS = ("districts", "communes")
COMMON = "_chung"
# How the publisher calls a file that waits while its successor comes.
ASIDE = (".kh-docs-aside-", ".tmp")
# What data and templates consist of; other files there are somebody's own and are not looked at.
SUFFIXES = (".yaml", ".csv", ".j2", ".docx")


# A plan that only shows how it is done is never the one meant by saying nothing.
EXAMPLE = "vi-du-"


class Workspace(NamedTuple):
    """Where data and templates are read from and where `out/` is made."""

    data: Path
    templates: Path
    out: Path
    # Data and templates are those inside the package, as nobody made a workspace.
    shipped: bool = False

    @property
    def root(self) -> Path:
        return self.data.parent

    def plan_ids(self) -> list[str]:
        """The plans in data/plans/, by name."""
        folder = self.data / "plans"
        return sorted(path.parent.name for path in folder.glob("*/plan.yaml"))

    def real_plans(self) -> list[str]:
        """Those that are no examples, if there are any."""
        return _real(self.plan_ids())

    def oldest_plan(self) -> str:
        """Of which a unit's data were told before plans were told apart; empty where there is no plan."""
        return min(self.real_plans(), key=_by_year, default="")

    def newest_plans(self) -> list[str]:
        """Those that saying nothing can mean, newest first: no example, template or draft without a head."""
        from kh_docs.reading.unfinished import unfinished

        newest = sorted(self.real_plans(), key=_by_year, reverse=True)
        return [name for name in newest if not unfinished(self.data / "plans" / name)] or newest

    def plan_id(self, asked: str | None) -> str:
        """`asked`, or the newest plan when none was asked for; raises UsageError with what there is."""
        ids = self.plan_ids()
        if not ids:
            raise EnvironmentFault(
                _("{}: không có kế hoạch nào -> chép data/plans/ vào").format(self.data / "plans")
            )
        if asked is None:
            return self.newest_plans()[0]
        if asked not in ids:
            close = nearest(asked, ids) or ids
            raise UsageError(_("không có kế hoạch “{}” -> có: {}").format(asked, ", ".join(close)))
        return asked


def _real(plan_ids: list[str]) -> list[str]:
    """Those that are no examples, if there are any."""
    return [name for name in plan_ids if not name.startswith(EXAMPLE)] or plan_ids


def _by_year(plan_id: str) -> tuple[str, str]:
    # Plan ids end in their year.
    return plan_id[-4:], plan_id


def wording_folders(templates: Path, plan_id: str) -> tuple[Path, Path]:
    """Where the wording of a plan is looked for: its own first, then what serves every plan."""
    return templates / "wording" / plan_id, templates / "wording" / COMMON


def lost_wording(templates: Path, plan_id: str) -> Iterator[Path]:
    """Files of a plan's own wording that came with the program and are gone: the common one is printed."""
    own, common = wording_folders(templates, plan_id)
    for shipped in sorted(wording_folders(shipped_root() / "templates", plan_id)[0].glob("*.j2")):
        if not os.path.lexists(own / shipped.name) and (common / shipped.name).exists():
            yield own / shipped.name


def find_workspace(start: Path, explicit: Path | None = None) -> Workspace:
    """`explicit`, or the nearest folder at or above `start` with data/plans/, or what the package ships."""
    if explicit is not None:
        if not (explicit / "data" / "plans").is_dir():
            raise EnvironmentFault(
                _("{}: không phải thư mục làm việc (thiếu data/plans) -> chạy: kh-docs init {}").format(
                    explicit, explicit
                )
            )
        return _at(explicit)
    for folder in (start, *start.resolve().parents):
        if (folder / "data" / "plans").is_dir():
            return _at(folder)
    shipped = shipped_root()
    return Workspace(shipped / "data", shipped / "templates", start / "out", shipped=True)


def shipped_root() -> Path:
    """The data and templates inside the installed package; in a checkout, the checkout's own."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "_shipped"
    return shipped if shipped.is_dir() else package.parents[1]


def files_of(folder: Path) -> list[Path]:
    """All files of data or templates in `folder` and below; marks of open files (~$…) are none of them."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in SUFFIXES and not path.name.startswith((".", "~$")) and path.is_file()
    )


def interrupted(data: Path) -> list[Path]:
    """The units' files that wait aside since a run that changed them was killed, by where they belong."""
    before, after = ASIDE
    pattern = f"{before}*.yaml{after}"
    waiting = sorted(path for folder in UNIT_FOLDERS for path in (data / folder).rglob(pattern))
    return [path.with_name(path.name[len(before) : -len(after)]) for path in waiting]


def refuse_shipped(workspace: Workspace) -> None:
    """Refuse to write into what the package ships: the next release would take its place."""
    root = workspace.root.resolve()
    if workspace.shipped or root.is_relative_to(Path(__file__).resolve().parents[1]):
        message = _("đang dùng dữ liệu của gói cài đặt, không ghi vào đó -> {hint}")
        hint = _("tạo thư mục làm việc bằng kh-docs init THƯ_MỤC, vào thư mục đó rồi chạy lại lệnh này")
        raise EnvironmentFault(message.format(hint=hint))


def _at(folder: Path) -> Workspace:
    templates = folder / "templates"
    if not templates.is_dir():
        templates = shipped_root() / "templates"
    return Workspace(folder / "data", templates, folder / "out")
