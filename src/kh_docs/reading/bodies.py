"""See to it that whoever a plan gives work to exists, in every unit that has the work, when it is given."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kh_docs.facts.dates_vi import short_date
from kh_docs.facts.offering import reference_day
from kh_docs.facts.unit_plan import unit_plans
from kh_docs.i18n import _
from kh_docs.model.base import Bound
from kh_docs.model.book import Book
from kh_docs.model.kinds import RECIPES
from kh_docs.reading.typed import Collector


def check_bodies(book: Book, folder: Path, collector: Collector) -> None:
    """A problem for each role that leads a task or watches a target where no body has that role."""
    leads = ((task, task.lead, "lead") for task in book.tasks.values())
    watchers = ((row, row.watcher, "watcher") for row in book.target_rows)
    _check(book, folder / "tasks.yaml", leads, collector)
    _check(book, folder / "target-rows.yaml", watchers, collector)


def _check(book: Book, path: Path, given: Iterable[tuple[Bound, str, str]], collector: Collector) -> None:
    day = reference_day(book, RECIPES[0].kind)
    plans = unit_plans(book, day).values()
    for index, (bound, role, field) in enumerate(given):
        without = [plan.unit.full_name for plan in plans if plan.binds(bound) and plan.role(role) is None]
        if without:
            message = _("ngày {} không có cơ quan nào giữ vai trò “{}” tại {} ({} đơn vị)").format(
                short_date(day), role, without[0], len(without)
            )
            fix = _("chọn vai trò khác, hoặc thêm cơ quan có vai trò này vào roles.yaml cạnh tệp này")
            collector.problem(path, f"{index + 1}.{field}", message, fix, (index, field))
