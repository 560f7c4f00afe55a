"""Who does a task, with whom and by when: the one record that the plan's text and its Phụ lục II print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kh_docs.facts.first_letters import capital, small
from kh_docs.facts.unit_plan import UnitPlan
from kh_docs.model.local import NO_ASSIGNMENT
from kh_docs.model.tasks import Task


class Assigned(NamedTuple):
    """`{{ task("N07").… }}` of the wording files; names as tables print them, `due` within a sentence."""

    lead: str
    # The UBND cannot order the lead about, only ask.
    requested: bool
    partners: tuple[str, ...]
    due: str

    @property
    def order(self) -> str:
        """`Giao Công an huyện chủ trì, phối hợp với Phòng Nội vụ và UBND các xã`: how a sentence begins."""
        verb = "Đề nghị" if self.requested else "Giao"
        return f"{verb} {self.lead} chủ trì{self.together}"

    @property
    def together(self) -> str:
        """`, phối hợp với Phòng Nội vụ và UBND các xã`, or nothing."""
        return f", phối hợp với {listed(self.partners)}" if self.partners else ""


def assigned(unit_plan: UnitPlan, roles: Mapping[str, str], task_id: str) -> Assigned:
    """The record of a task; what the unit has decided otherwise goes before the plan's data."""
    task = unit_plan.book.tasks[task_id]
    own = unit_plan.local.assignments.get(task_id, NO_ASSIGNMENT)
    lead = own.lead or table_name(unit_plan, roles, task.lead)
    partners = [part.strip() for part in own.support.split(";")] if own.support else []
    return Assigned(
        lead=lead,
        requested=_requested(unit_plan, roles, task, own.lead),
        partners=tuple(partners or _partners(unit_plan, roles, task)),
        due=small(own.due or due_text(unit_plan, task, is_past(unit_plan, task))),
    )


def listed(names: tuple[str, ...]) -> str:
    """`A, B và C`."""
    *first, last = names
    return f"{', '.join(first)} và {last}" if first else last


def is_past(unit_plan: UnitPlan, task: Task) -> bool:
    """Whether the task's last day lies before the reference date: then it is reported, not ordered."""
    if task.deadline.plan:
        return all(unit_plan.passed(deadline) for deadline in task.deadline.plan)
    return bool(task.deadline.last_day and task.deadline.last_day < unit_plan.reference)


def due_text(unit_plan: UnitPlan, task: Task, past: bool) -> str:
    """The deadline in words; of several that the plan sets, those that have not passed."""
    if task.deadline.printed and not past:
        return task.deadline.printed
    coming = [name for name in task.deadline.plan if past or not unit_plan.passed(name)]
    printed = [unit_plan.book.deadlines[name].printed for name in coming]
    first, *rest = dict.fromkeys(printed) or [""]
    return "; ".join([first, *map(small, rest)]) or task.deadline.proposed or task.deadline.ongoing


def table_name(unit_plan: UnitPlan, roles: Mapping[str, str], role_id: str) -> str:
    """The body's name: the shorter form where the data asks for it."""
    name, role = roles[role_id], unit_plan.role(role_id)
    return unit_plan.role_short(role_id) if role is not None and role.in_tables == "short" else name


def _partners(unit_plan: UnitPlan, roles: Mapping[str, str], task: Task) -> list[str]:
    """Those who help, as far as they exist for this unit and are not the lead themselves."""
    present = [role for role in task.support if role in roles and role != task.lead]
    return list(dict.fromkeys(table_name(unit_plan, roles, role) for role in present))


def _requested(unit_plan: UnitPlan, roles: Mapping[str, str], task: Task, told: str) -> bool:
    """Of the body that leads; a name that the unit has told and that no body of the data has is ordered."""
    wanted = capital(told)
    leads = (role_id for role_id, name in roles.items() if capital(name) == wanted)
    lead = next(leads, None) if told else task.lead
    role = unit_plan.role(lead) if lead else None
    return role is not None and role.command == "request"
